"""One picklable function from a document to its coding; one core, many cores and a cluster run this same function."""

import gc
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from dragoman import __version__
from dragoman.actors.chunk import chunk
from dragoman.actors.group import coordinate
from dragoman.actors.hedges import pass_over_hedges
from dragoman.actors.items import Item
from dragoman.actors.linked_names import join_linked_names
from dragoman.actors.quoted_names import unquote_names
from dragoman.actors.recalled_names import Recall, may_recall
from dragoman.actors.resolve import Resolver
from dragoman.clauses.figures import tell_figures
from dragoman.clauses.instruments import name_instruments
from dragoman.clauses.read import Voice
from dragoman.clauses.read import read_clauses as clauses_of
from dragoman.coding.code import code, identity
from dragoman.coding.codebook import Codebook, load_codebook
from dragoman.coding.dates import NEWS_SENTENCES
from dragoman.coding.domain import foreign_domain, named_things, names_power
from dragoman.packs.compile import compile_lexicon, keep_world, load_lexicon
from dragoman.packs.envelope_file import EnvelopeFormulas, load_envelope, read_envelope
from dragoman.packs.load import UnknownLanguage, known_languages, load_concepts, load_pack
from dragoman.packs.media_file import MediaIndex, load_media
from dragoman.packs.schema import Concepts
from dragoman.packs.world import World, load_places
from dragoman.provenance.outlet import is_own_outlet, outlets_of
from dragoman.provenance.trace import trace
from dragoman.records import Clause, Coding, Document, PublicationDate, Refusal, Sentence, Span, TimeExpression
from dragoman.text.envelope import find_parts
from dragoman.text.identify import identify
from dragoman.text.published import publication_date
from dragoman.text.sentences import sentences_of
from dragoman.text.terms import terms_of
from dragoman.text.units import Reader, Unit
from dragoman.timex import TimeData, compile_times, find_times, infer_publication, load_time_file, load_time_words


class Language(msgspec.Struct, frozen=True):
    """What is known of one language, compiled."""

    reader: Reader
    times: Any
    envelope: EnvelopeFormulas


class Knowledge:
    """Everything the engine knows: packs are compiled or read from `cache` when a language is first met.

    `folders` names packs that stand outside the package, by language code.
    """

    def __init__(
        self,
        languages: tuple[str, ...] | None,
        codebook: Path | None,
        cache: Path | None,
        folders: Mapping[str, Path] | None = None,
        more: Path | None = None,
    ) -> None:
        self.folders, self.more = dict(folders or {}), more
        known = languages if languages is not None else known_languages()
        self.languages = tuple(sorted({*known, *self.folders}))
        self.cache, self._codebook_path = cache, codebook
        self.concepts: Concepts = load_concepts()
        self.world: World = keep_world(cache, more)
        self.media: MediaIndex = load_media()
        self.codebook: Codebook = load_codebook(codebook)
        self._loaded: dict[str, Language] = {}

    def __reduce__(self) -> tuple[Callable[..., "Knowledge"], tuple[object, ...]]:
        return (Knowledge, (self.languages, self._codebook_path, self.cache, self.folders, self.more))

    def language(self, code: str) -> Language:
        """Return one language; raise UnknownLanguage where there is no pack."""
        if code not in self._loaded:
            if code not in self.languages:
                raise UnknownLanguage(code, self.languages)
            self._loaded[code] = self._load(code)
            gc.collect()
            gc.freeze()  # a pack lives as long as the program: the collector need not walk its million objects again
        return self._loaded[code]

    def _load(self, code: str) -> Language:
        folder = self.folders.get(code)
        if folder is None:
            return Language(
                Reader(load_lexicon(code, self.cache, self.more), load_places()),
                load_time_words(code),
                load_envelope(code),
            )
        times, envelope = folder / "time.yaml", folder / "envelope.yaml"
        return Language(
            Reader(compile_lexicon(load_pack(code, folder), self.world), load_places()),
            compile_times(load_time_file(times) if times.is_file() else TimeData(), code),
            read_envelope(envelope) if envelope.is_file() else EnvelopeFormulas(code),
        )


def load_knowledge(
    languages: tuple[str, ...] | None = None,
    codebook: Path | None = None,
    cache: Path | None = None,
    folders: Mapping[str, Path] | None = None,
    more: Path | None = None,
) -> Knowledge:
    """Load the concepts, the world and the codebook.

    `cache` is a folder for compiled packs, None compiles each time; `folders` are packs outside the package by code;
    `more` is a folder of further people and organisations, as `dragoman world import` writes it.
    """
    return Knowledge(languages, codebook, cache, folders, more)


def analyse(document: Document, knowledge: Knowledge, terms: bool = True) -> Coding:
    """Read one document: its coding, or a coding whose `error` says why it could not be read. Never raises.

    Without `terms` the coding has none of those that stories are told by, and is there sooner.
    """
    try:
        return _analyse(document, knowledge, terms)
    except UnknownLanguage as error:
        return Coding(document, PublicationDate(document.published, "unknown"), error=str(error))
    except Exception as error:
        return Coding(
            document, PublicationDate(document.published, "unknown"), error=f"{type(error).__name__}: {error}"
        )


def _analyse(document: Document, knowledge: Knowledge, with_terms: bool) -> Coding:
    code_, basis = document.language, "given"
    if code_ is None:
        code_, basis = identify(document.text)
    if code_ is None:
        return Coding(document, PublicationDate(document.published, "unknown"), error=f"language not told: {basis}")
    language = knowledge.language(code_)
    document = msgspec.structs.replace(document, language=code_)
    parts = find_parts(document, code_)
    document = msgspec.structs.replace(document, parts=parts)
    sentences = sentences_of(document, parts, code_)
    published = publication_date(document, parts)
    if published.day is None:
        published = _inferred(document.text, sentences, language)
    times = [find_times(document.text, s.span.start, s.span.end, language.times, published.day) for s in sentences]
    units = [
        language.reader.units(document.text, s.span.start, s.span.end, said)
        for s, said in zip(sentences, times, strict=True)
    ]
    terms = terms_of(document.text, sentences, units, times) if with_terms else ()
    named = [named_things(u) for u in units]
    domain = foreign_domain(named, knowledge.concepts, lambda: sum(map(names_power, units)))
    if domain is not None:
        nothing = Refusal(f"article-of-{domain}", 0, sentences[0].span, domain)
        chain = trace(document, parts, (), code_)
        return Coding(document, published, sentences, (), (nothing,), chain, basis, __version__, terms=terms)
    hops = outlets_of(document, knowledge.media)
    outlet = hops[0].code if hops else None
    clauses, leading = read_sentences(
        document.text, sentences, units, times, language, published.day, knowledge, outlet
    )
    own = frozenset(
        key
        for c in clauses
        for a in c.attribution
        if (key := a.entity.key) and is_own_outlet(key, document, hops, knowledge.media)
    )
    events, refusals = code(clauses, document.doc, published.day, knowledge.codebook, knowledge.concepts, leading, own)
    cited = [
        (e.name or e.text, e.code, a.span) for c in clauses for a in c.attribution if (e := a.entity).sector == "JRN"
    ]
    chain = trace(document, parts, cited, code_, voices=_voices(clauses))
    return Coding(document, published, sentences, events, refusals, chain, basis, __version__, terms=terms)


def _voices(clauses: Sequence[Clause]) -> list[tuple[str, str | None, Span]]:
    """List who vouches for what the clauses say and is no medium, each once, by office or name, where first named."""
    voices: dict[str, tuple[str, str | None, Span]] = {}
    for clause in clauses:
        for told in clause.attribution:
            entity = told.entity
            if entity.sector != "JRN" and (entity.code or entity.sector):
                voices.setdefault(entity.key or entity.text, (entity.name or entity.text, entity.code, told.span))
    return list(voices.values())


def _inferred(text: str, sentences: Sequence[Sentence], language: Language) -> PublicationDate:
    """Infer the day of publication from the dates the article names; unknown where they do not fix it."""
    times = [t for s in sentences for t in find_times(text, s.span.start, s.span.end, language.times, None)]
    return infer_publication(text, times)


def read_sentences(
    text: str, sentences: Sequence[Sentence], units: Sequence[list[Unit]], times: Sequence[Sequence[TimeExpression]],
    language: Language, published: str | None, knowledge: Knowledge, outlet: str | None = None, everything: bool = False,
) -> tuple[list[Clause], frozenset[str]]:  # fmt: skip
    """Read the clauses of all sentences from their units and times, and whom the headline and the lead speak of."""
    facts, concepts = language.reader.lexicon.facts, knowledge.concepts
    resolver = Resolver(knowledge.world, concepts, facts, published, outlet)
    read: list[list[Item]] = []
    recall = Recall(facts, language.reader.lexicon.prefixes) if may_recall(facts) else None
    for words, said in zip(units, times, strict=True):
        found = pass_over_hedges(join_linked_names(chunk(text, words, said, facts), facts), facts)
        found = recall.names(unquote_names(found)) if recall is not None else found
        read.append(coordinate(found, verb_last=facts.order == "sov"))
    resolver.vote(read)
    clauses: list[Clause] = []
    leading: set[str] = set()
    voice = Voice()
    for sentence, words, said, items in zip(sentences, units, times, read, strict=True):
        resolver.resolve(items)
        told = clauses_of(items, sentence.index, facts, concepts, voice, everything)
        counted = tell_figures(told, sentence, text, words, said, language.times)
        clauses += name_instruments(counted, words, knowledge.world)
        if sentence.index < NEWS_SENTENCES:
            leading |= {
                identity(e) for i in items for one in (i, *i.members) for e in one.entities if e.code or e.sector
            }
    return clauses, frozenset(leading)


def read_clauses(text: str, language: str, knowledge: Knowledge) -> tuple[Clause, ...]:
    """Read the clauses of a short text with everything that reports, for examples and explanations."""
    sentences = (Sentence(0, Span(0, len(text))),)
    known = knowledge.language(language)
    times = [find_times(text, 0, len(text), known.times, None)]
    units = [known.reader.units(text, 0, len(text), times[0])]
    return tuple(read_sentences(text, sentences, units, times, known, None, knowledge, everything=True)[0])
