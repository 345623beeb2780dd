"""Trace the way an article came by: agency, original, translation, republication, outlet, pictures."""

import re
from collections.abc import Iterable

import msgspec

from dragoman.packs.envelope_file import load_envelope
from dragoman.packs.media_file import MediaIndex, host_of
from dragoman.packs.world import Medium
from dragoman.provenance.citing import cited_by
from dragoman.provenance.language import language_of_address, named_language
from dragoman.provenance.mail import media_of_mail
from dragoman.provenance.outlet import outlets_of
from dragoman.records import NOT_CODED, Document, EnvelopePart, Hop, Span
from dragoman.text.formula import looks_like_name
from dragoman.text.formula_index import formula_index, languages_to_try
from dragoman.text.media_names import MediaFinder, MediaMention, media_finder

Cited = Iterable[tuple[str, str | None, Span | None]]
"""Media or others that the engine found cited in the text: name, country code, place."""
LEAD = 3
"""Sentences in which a speaker vouches for what is new rather than for background."""

_STOP = re.compile(r"[.!?。！？।]['\"”»」』)]*(?=\s|$|[^\W\d_a-z])|\n")
ORDER = ("speaker", "agency", "original", "translation", "republication", "outlet", "photo")


def trace(
    document: Document,
    parts: tuple[EnvelopePart, ...],
    cited: Cited = (),
    language: str | None = None,
    finder: MediaFinder | None = None,
    voices: Cited = (),
) -> tuple[Hop, ...]:
    """Trace the chain as far as text, metadata and address show it, from its beginning to the outlet; pictures last.

    An agency the text cites is an `agency`; another medium it cites, those who vouch for what it tells (`voices`), and
    whom a medium cites in turn are `speaker`s; `original` and `republication` name
    whose text it was, `translation` the two languages, with the first as code. `language` is that of the text, where
    identified. Every hop bears the span or the field it was read from; of one kind and name the surest is kept.
    """
    finder = finder or media_finder()
    spoken = language or document.language
    given = outlets_of(document, finder.media)
    stated = [hop for part in parts for hop in _of_part(document, part, parts, finder, spoken)]
    stated += [_mailed(medium, span) for medium, span in media_of_mail(document.text, finder.media)]
    outlets = _outlets(given, stated)
    own = {_identity(hop.name, finder.media) for hop in outlets}
    taken = [hop for hop in stated if hop.kind in ("agency", "original", "photo", "translation")]
    taken = [hop for hop in taken if hop.kind == "photo" or _identity(hop.name, finder.media) not in own or not given]
    cites = [*_speakers(document, parts, voices, spoken, finder), *_cited(document, parts, cited, spoken, finder)]
    chain = [
        *(hop for hop in cites if _identity(hop.name, finder.media) not in own),
        *taken,
        *outlets,
        *_of_other_source(given, finder.media),
    ]
    chain += _translations(chain, spoken, finder.media)
    chain += _republications(chain, own, finder.media)
    return _merged(chain)


def _identity(name: str, media: MediaIndex) -> str:
    medium = media.named(name)
    return medium.id if medium is not None else name.casefold()


def _outlets(given: tuple[Hop, ...], stated: list[Hop]) -> list[Hop]:
    """Take the outlet that metadata names, or else one the text names; an agency's dateline alone is the least sure."""
    if given:
        return [given[0]]
    return sorted((hop for hop in stated if hop.kind == "outlet"), key=lambda hop: -hop.confidence)[:1]


def _of_other_source(given: tuple[Hop, ...], media: MediaIndex) -> list[Hop]:
    """Read a source that is another medium than the address as the one the article was taken from."""
    if len(given) < 2 or _identity(given[0].name, media) == _identity(given[1].name, media):
        return []
    medium = media.named(given[1].name)
    kind = "agency" if medium is not None and medium.kind == "agency" else "original"
    if medium is None and media.named(given[0].name) is None:
        return []  # two names nobody knows may well be one outlet's
    return [_hop(kind, medium, given[1].name, 0.85, field="source")]


def _cited(
    document: Document, parts: tuple[EnvelopePart, ...], cited: Cited, language: str | None, finder: MediaFinder
) -> list[Hop]:
    """Name the media that the text cites, as the engine found them or a formula of attribution marks them."""
    hops: list[Hop] = []
    for name, code, span in cited:
        medium = finder.media.named(name)
        kind = "agency" if medium is not None and medium.kind == "agency" else "speaker"
        hop = _hop(kind, medium, name, 0.85, span=span)
        hops.append(msgspec.structs.replace(hop, code=code or hop.code))
    if language is not None:
        outside = [part.span for part in parts if part.kind in NOT_CODED]
        for mention in finder.vouching(document.text, load_envelope(language)):
            if not any(span.covers(mention.span) for span in outside):
                hops.append(_mentioned(mention, 0.7, "speaker"))
    return hops


def _speakers(
    document: Document, parts: tuple[EnvelopePart, ...], voices: Cited, language: str | None, finder: MediaFinder
) -> list[Hop]:
    """Name those on whose word the text rests: as the engine found them, else as formulas of citing mark them."""
    text, told = document.text, list(voices)
    opening = _opening(text)
    hops: list[Hop] = []
    for name, code, span in told:
        first = span is None or span.start <= opening
        hops.append(Hop("speaker", name, 0.8 if first else 0.6, code, span=span))
    if language is None:
        return hops
    outside = [part.span for part in parts if part.kind in NOT_CODED]
    known = [span.of(text).casefold() for _, _, span in told if span is not None]
    for one in cited_by(text, finder.within(text), load_envelope(language)):
        again = any(words in one.name.casefold() or one.name.casefold() in words for words in known)
        if again or any(span.covers(one.span) for span in outside):
            continue
        hops.append(Hop("speaker", one.name, 0.6, span=one.span))
        hops.append(_mentioned(one.medium, 0.75, "speaker"))
    return hops


def _opening(text: str) -> int:
    """Return where the first sentences of a text end, told roughly by its lines and full stops."""
    ends = [found.end() for found, _ in zip(_STOP.finditer(text), range(LEAD), strict=False)]
    return ends[-1] if ends else len(text)


def _mailed(medium: Medium, span: Span) -> Hop:
    """Make the hop of a reporter's address: that of an agency tells whose text it is, an outlet's who carries it."""
    kind, sure = ("agency", 0.9) if medium.kind == "agency" else ("outlet", 0.7)
    return _hop(kind, medium, "", sure, span=span)


def _of_part(
    document: Document, part: EnvelopePart, parts: tuple[EnvelopePart, ...], finder: MediaFinder, language: str | None
) -> list[Hop]:
    if part.kind == "dateline":
        found = finder.within(document.text, part.span)
        return [hop for mention in found for hop in _of_dateline(mention)]
    if part.kind == "byline":
        return [_mentioned(mention, 0.8, "outlet") for mention in finder.within(document.text, part.span)]
    if part.kind == "credit":
        return _of_credit(document, part, parts, finder, language)
    if part.kind == "source-line":
        return _of_source_line(document, part, finder, language)
    return []


def _of_dateline(mention: MediaMention) -> list[Hop]:
    if mention.medium.kind != "agency":
        return [_mentioned(mention, 0.85, "outlet")]
    medium = mention.medium
    return [_mentioned(mention, 0.95, "agency"), Hop("outlet", medium.name, 0.6, medium.country, span=mention.span)]


def _of_credit(
    document: Document, part: EnvelopePart, parts: tuple[EnvelopePart, ...], finder: MediaFinder, language: str | None
) -> list[Hop]:
    found = finder.within(document.text, part.span)
    captioned = any(other.kind == "caption" and other.span.covers(part.span) for other in parts)
    if captioned or _credits_picture(document, part, language):
        if found:
            return [_hop("photo", mention.medium, "", 0.9, span=mention.span) for mention in found]
        named = part.value is not None and looks_like_name(part.value)
        return [Hop("photo", part.value, 0.6, span=part.span)] if named and part.value is not None else []
    return [_mentioned(mention, 0.85, "original") for mention in found]


def _credits_picture(document: Document, part: EnvelopePart, language: str | None) -> bool:
    words = part.span.of(document.text)
    formulas = formula_index(languages_to_try(language, document.url)).candidates(words).get("photo_credit", ())
    return any(formula.key and formula.read(words, "line") is not None for formula in formulas)


def _of_source_line(document: Document, part: EnvelopePart, finder: MediaFinder, language: str | None) -> list[Hop]:
    value = part.value or ""
    if "://" in value or value.startswith("www."):
        host = host_of(value)
        medium = finder.media.of_url(value)
        if not host or (document.url is not None and host == host_of(document.url)):
            return []
        return [_hop("original", medium, host, 0.9, url=value, span=part.span)]
    told = named_language(value, language or "en")
    if told is not None and told != language:
        return [Hop("translation", f"{told} → {language or '?'}", 0.95, told, span=part.span)]
    found = finder.within(document.text, part.span)
    if found:
        return [_mentioned(mention, 0.85, "original") for mention in found]
    return [Hop("original", value, 0.5, span=part.span)] if looks_like_name(value) else []


def _translations(chain: list[Hop], language: str | None, media: MediaIndex) -> list[Hop]:
    """Compare the language of the text with that of the original's address or outlet."""
    if language is None or any(hop.kind == "translation" for hop in chain):
        return []
    hops: list[Hop] = []
    for hop in chain:
        if hop.kind != "original":
            continue
        medium = media.named(hop.name)
        address = hop.url or (medium.domains[0] if medium is not None and medium.domains else None)
        if address is None:
            continue
        told = language_of_address(address, language, media)
        if told is not None:
            sure = round(told.confidence * (1.0 if hop.url is not None else 0.6), 2)
            hops.append(Hop("translation", f"{told.code} → {language}", sure, told.code, hop.url, hop.span, hop.field))
    return hops


def _republications(chain: list[Hop], own: set[str], media: MediaIndex) -> list[Hop]:
    """Read a text of another medium, carried by this outlet in the same language, as republished."""
    if any(hop.kind == "translation" and hop.confidence >= 0.5 for hop in chain):
        return []
    known = any(hop.kind == "outlet" and hop.confidence >= 0.8 for hop in chain)
    hops: list[Hop] = []
    for hop in chain:
        foreign = _identity(hop.name, media) not in own
        if hop.kind == "original" and foreign and hop.confidence >= 0.8:
            hops.append(Hop("republication", hop.name, 0.7, hop.code, hop.url, hop.span, hop.field))
        elif hop.kind == "agency" and foreign and known and hop.confidence >= 0.9:
            hops.append(Hop("republication", hop.name, 0.75, hop.code, hop.url, hop.span, hop.field))
    return hops


def _mentioned(mention: MediaMention, confidence: float, otherwise: str) -> Hop:
    """Make the hop of a medium named: an agency is an agency, whatever another medium would be."""
    kind = "agency" if mention.medium.kind == "agency" else otherwise
    return _hop(kind, mention.medium, "", confidence, span=mention.span)


def _hop(
    kind: str,
    medium: Medium | None,
    name: str,
    confidence: float,
    url: str | None = None,
    span: Span | None = None,
    field: str | None = None,
) -> Hop:
    known, code = (medium.name, medium.country) if medium is not None else (name, None)
    return Hop(kind, known, confidence, code, url, span, field)  # type: ignore[arg-type]


def _merged(chain: list[Hop]) -> tuple[Hop, ...]:
    best: dict[tuple[str, str], Hop] = {}
    for hop in chain:
        key = (hop.kind, hop.name.casefold())
        if key not in best or best[key].confidence < hop.confidence:
            best[key] = hop
    return tuple(sorted(best.values(), key=lambda hop: (ORDER.index(hop.kind), hop.span or Span(0, 0))))
