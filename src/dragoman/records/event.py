"""Events as the codebook defines them, refusals, and the steps that led to either."""

import msgspec

from dragoman.records.actor import Entity
from dragoman.records.clause import Attribution, Factuality, Figure
from dragoman.records.document import Document, Hop, PublicationDate, Sentence
from dragoman.records.span import Span
from dragoman.records.story import Term


class Step(msgspec.Struct, frozen=True):
    """One step of an explanation: the stage, what it concluded, and the words it rests on."""

    stage: str
    says: str
    span: Span | None = None


class Hearsay(msgspec.Struct, frozen=True):
    """What a clause that is no event says all the same: a denial, an alleged breach of an instrument.

    `actor` denies or is said to have acted, `speaker` vouches, `date` is an ISO day or None.
    """

    act: str
    actor: tuple[Entity, ...]
    themes: tuple[str, ...]
    instruments: tuple[str, ...] = ()
    speaker: tuple[Entity, ...] = ()
    date: str | None = None


class Refusal(msgspec.Struct, frozen=True):
    """What was seen and not coded: a stable kebab-case reason, and the words."""

    reason: str
    sentence: int
    span: Span
    concept: str
    detail: str = ""
    told: Hearsay | None = None


class Evidence(msgspec.Struct, frozen=True):
    """One place in the text that tells of an event."""

    sentence: int
    trigger: Span
    actor: tuple[Span, ...] = ()
    recipient: tuple[Span, ...] = ()
    time: Span | None = None
    place: Span | None = None


class Place(msgspec.Struct, frozen=True):
    """Where an event took place: country code and place name where said."""

    country: str | None
    name: str | None
    span: Span | None = None


class EventLink(msgspec.Struct, frozen=True):
    """A tie between two events of an article: in-response-to, then, before, after, because-of."""

    relation: str
    target: str
    span: Span | None = None


class Event(msgspec.Struct, frozen=True):
    """One political event in one article. Dates are ISO days; `historical` as in the codebook, section 3.

    `themes` are the concepts it is about, `figures` the numbers told of it, `instruments` the ids of treaties, truces,
    alliances and resolutions it names.
    """

    id: str
    type: str
    mode: str | None
    context: tuple[str, ...]
    actor: tuple[Entity, ...]
    recipient: tuple[Entity, ...]
    date: str | None
    enddate: str | None
    granularity: str | None
    date_basis: str
    edtf: str
    planned: str | None
    status: Factuality
    historical: bool
    place: Place | None
    attribution: tuple[Attribution, ...]
    evidence: tuple[Evidence, ...]
    quad: int
    scale: float
    cameo: str | None
    confidence: float
    rule: str
    act: str
    explain: tuple[Step, ...] = ()
    links: tuple[EventLink, ...] = ()
    themes: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    instruments: tuple[str, ...] = ()


class Coding(msgspec.Struct, frozen=True):
    """Everything read from one document; `error` is set, and the rest empty, when it could not be read.

    `terms` are what stays the same when the text is translated; copies of it are found by them.
    """

    document: Document
    published: PublicationDate
    sentences: tuple[Sentence, ...] = ()
    events: tuple[Event, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    provenance: tuple[Hop, ...] = ()
    language_basis: str = ""
    version: str = ""
    error: str | None = None
    terms: tuple[Term, ...] = ()
