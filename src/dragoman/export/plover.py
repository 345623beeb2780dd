"""Write an event down as a PLOVER record."""

from collections.abc import Iterable, Iterator
from typing import Annotated

import msgspec
from msgspec import Meta

from dragoman.records import Coding, Document, Entity, Event, Sentence, Span

Pair = tuple[int, int]
Day = Annotated[str | None, Meta(description="ISO 8601 day (YYYY-MM-DD), or null where the article does not tell.")]


class Party(msgspec.Struct, frozen=True):
    """An actor or a recipient."""

    code: Annotated[str | None, Meta(description="ISO 3166-1 alpha-3, or IGO, UNO, EUR, NGO, ISM, IMG, MNC.")]
    sector: Annotated[str | None, Meta(description="PLOVER sector: GOV, MIL, LEG, JUD, COP and so on.")]
    text: Annotated[str, Meta(description="The words of the article.")]
    name: Annotated[str | None, Meta(description="Canonical English name, where known.")] = None
    office: Annotated[str | None, Meta(description="Office held on the day, where known.")] = None


class Source(msgspec.Struct, frozen=True):
    """Whoever vouches for an event."""

    code: str | None
    sector: str | None
    text: str


class EventLocation(msgspec.Struct, frozen=True):
    """Where an event took place."""

    country: str | None
    name: str | None


class TextInfo(msgspec.Struct, frozen=True):
    """Where the evidence stands: sentence numbers from 0, and the place of `text` in the article, in code points.

    `places` are the places of all `sequences`, in the same order.
    """

    sequence: int | None
    sequences: tuple[int, ...]
    start: int | None
    end: int | None
    places: tuple[Pair, ...] = ()


class ChainHop(msgspec.Struct, frozen=True):
    """One step of the way the article came."""

    kind: str
    name: str
    confidence: float
    code: str | None = None
    url: str | None = None


class CiteInfo(msgspec.Struct, frozen=True):
    """The article an event was read in."""

    source: str | None
    url: str | None
    title: str | None
    published: Day
    published_basis: str
    language: str | None
    chain: tuple[ChainHop, ...] = ()


class Coder(msgspec.Struct, frozen=True):
    """What wrote the record."""

    name: str
    version: str


class Link(msgspec.Struct, frozen=True):
    """A tie to another event of the same article, by its id."""

    relation: str
    target: str


class Spans(msgspec.Struct, frozen=True):
    """Where the words stand in the article: [start, end] in code points, `text[start:end]`."""

    actor: tuple[Pair, ...] = ()
    recipient: tuple[Pair, ...] = ()
    trigger: tuple[Pair, ...] = ()
    time: tuple[Pair, ...] = ()
    place: tuple[Pair, ...] = ()


class ExplainStep(msgspec.Struct, frozen=True):
    """One step from words to record."""

    stage: str
    says: str
    span: Pair | None = None


class FigureTold(msgspec.Struct, frozen=True):
    """A number: whose (actor, recipient, theme), of what (sector or concept), under which act; `about` where rough."""

    role: str
    what: str
    number: int
    act: str
    about: bool = False
    span: Pair | None = None


class Explain(msgspec.Struct, frozen=True):
    """Why the record came out as it did: the concept, the codebook's rule, the reading of the date, the steps."""

    concept: str
    rule: str
    date_basis: str
    edtf: str
    steps: tuple[ExplainStep, ...] = ()
    themes: tuple[str, ...] = ()


class PloverRecord(msgspec.Struct, frozen=True):
    """One political event in one article, under PLOVER's field names."""

    id: Annotated[str, Meta(description="Digest of the record's content: a rerun gives the same id.")]
    date: Annotated[str | None, Meta(description="First day on which it may have happened, or null.")]
    enddate: Annotated[str | None, Meta(description="Last day on which it may have happened, or null.")]
    date_granularity: Annotated[str | None, Meta(description="day, week, month, season, year or decade.")]
    event: Annotated[tuple[str, ...], Meta(description="PLOVER types; one in this version.")]
    mode: Annotated[tuple[str, ...], Meta(description="PLOVER modes; may be empty.")]
    context: Annotated[tuple[str, ...], Meta(description="PLOVER contexts; may be empty.")]
    actor: Annotated[tuple[Party, ...], Meta(description="Who did it; several where they acted together.")]
    recipient: Annotated[tuple[Party, ...], Meta(description="Whom it was done to; empty for two-sided acts.")]
    event_loc: Annotated[EventLocation | None, Meta(description="Where, if said.")]
    quad_code: Annotated[int, Meta(description="1 verbal or 2 material cooperation, 3 verbal or 4 material conflict.")]
    event_scale: Annotated[float, Meta(description="PLOVER intensity, from -10 to 10.")]
    cameo: Annotated[str | None, Meta(description="CAMEO code where it is unambiguous; a string.")]
    status: Annotated[str, Meta(description="actual, future, hypothetical or negated.")]
    historical: Annotated[bool, Meta(description="True for background: told as history.")]
    attribution: Annotated[tuple[Source, ...], Meta(description="Who vouches for it, from the nearest outward.")]
    planned: Annotated[str | None, Meta(description="The time of the promised act, an ISO day or interval.")]
    text: Annotated[str, Meta(description="The sentence that tells of it.")]
    text_info: TextInfo
    cite_info: CiteInfo
    coder: Coder
    doc: Annotated[str, Meta(description="Id of the article.")]
    links: tuple[Link, ...]
    spans: Spans
    confidence: Annotated[float, Meta(description="From 0 to 1.")]
    explain: Explain
    figures: Annotated[
        tuple[FigureTold, ...], Meta(description="Numbers told of its sides and of what it is about.")
    ] = ()
    instruments: Annotated[
        tuple[str, ...], Meta(description="Treaties, truces and the like it names; world-data ids.")
    ] = ()


_encoder = msgspec.json.Encoder()


def to_records(coding: Coding) -> Iterator[PloverRecord]:
    """Write down every event of a coding."""
    cited, coder = _cite(coding), Coder("dragoman", coding.version)
    sentences = {sentence.index: sentence for sentence in coding.sentences}
    for event in coding.events:
        yield _record(event, coding.document, sentences, cited, coder)


def to_plover(event: Event, coding: Coding) -> PloverRecord:
    """Write down one event of a coding."""
    sentences = {sentence.index: sentence for sentence in coding.sentences}
    return _record(event, coding.document, sentences, _cite(coding), Coder("dragoman", coding.version))


def to_lines(coding: Coding) -> bytes:
    """Encode every event of a coding as JSON, one object a line."""
    return b"".join(_encoder.encode(record) + b"\n" for record in to_records(coding))


def _record(
    event: Event, document: Document, sentences: dict[int, Sentence], cited: CiteInfo, coder: Coder
) -> PloverRecord:
    evidence = event.evidence
    first = sentences.get(evidence[0].sentence) if evidence else None
    numbers = tuple(dict.fromkeys(one.sentence for one in evidence))
    return PloverRecord(
        id=event.id,
        date=event.date,
        enddate=event.enddate,
        date_granularity=event.granularity,
        event=(event.type,),
        mode=() if event.mode is None else (event.mode,),
        context=event.context,
        actor=tuple(_party(entity) for entity in event.actor),
        recipient=tuple(_party(entity) for entity in event.recipient),
        event_loc=None if event.place is None else EventLocation(event.place.country, event.place.name),
        quad_code=event.quad,
        event_scale=event.scale,
        cameo=event.cameo,
        status=event.status,
        historical=event.historical,
        attribution=tuple(Source(a.entity.code, a.entity.sector, a.entity.text) for a in event.attribution),
        planned=event.planned,
        text="" if first is None else first.span.of(document.text),
        text_info=TextInfo(
            sequence=numbers[0] if numbers else None,
            sequences=numbers,
            start=None if first is None else first.span.start,
            end=None if first is None else first.span.end,
            places=tuple(_pair(sentences[number].span) for number in numbers if number in sentences),
        ),
        cite_info=cited,
        coder=coder,
        doc=document.doc,
        links=tuple(Link(link.relation, link.target) for link in event.links),
        spans=_spans(event),
        confidence=event.confidence,
        explain=Explain(
            concept=event.act,
            rule=event.rule,
            date_basis=event.date_basis,
            edtf=event.edtf,
            steps=tuple(ExplainStep(s.stage, s.says, None if s.span is None else _pair(s.span)) for s in event.explain),
            themes=event.themes,
        ),
        figures=tuple(
            FigureTold(f.role, f.what, f.number, f.act, f.about, None if f.span is None else _pair(f.span))
            for f in event.figures
        ),
        instruments=event.instruments,
    )


def _party(entity: Entity) -> Party:
    return Party(entity.code, entity.sector, entity.text, entity.name, entity.office)


def _pair(span: Span) -> Pair:
    return (span.start, span.end)


def _pairs(spans: Iterable[Span | None]) -> tuple[Pair, ...]:
    """Return each place once, in the order of the evidence."""
    return tuple(dict.fromkeys((span.start, span.end) for span in spans if span is not None))


def _spans(event: Event) -> Spans:
    evidence = event.evidence
    told = (None if event.place is None else event.place.span,)
    return Spans(
        actor=_pairs(span for one in evidence for span in one.actor),
        recipient=_pairs(span for one in evidence for span in one.recipient),
        trigger=_pairs(one.trigger for one in evidence),
        time=_pairs(one.time for one in evidence),
        place=_pairs((*(one.place for one in evidence), *told)),
    )


def _cite(coding: Coding) -> CiteInfo:
    document = coding.document
    return CiteInfo(
        source=document.source,
        url=document.url,
        title=document.title,
        published=coding.published.day,
        published_basis=coding.published.basis,
        language=document.language,
        chain=tuple(ChainHop(hop.kind, hop.name, hop.confidence, hop.code, hop.url) for hop in coding.provenance),
    )
