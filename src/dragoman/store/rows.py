"""What is put into a store, ready for its columns."""

import hashlib
from typing import Literal

import msgspec

from dragoman.records import Document


class DocumentRow(msgspec.Struct, frozen=True):
    """A document as it arrived, with what the engine found out about it."""

    id: str
    doc: str
    coder: str
    path: str
    line: int | None
    language: str | None
    language_basis: str
    published: str | None
    published_basis: str
    title: str | None
    url: str | None
    source: str | None
    text: str
    arrived: str
    provenance: str
    error: str | None = None


class PartyRow(msgspec.Struct, frozen=True):
    """One actor or recipient of an event."""

    side: Literal["actor", "recipient"]
    position: int
    code: str | None
    sector: str | None
    name: str | None


class EventRow(msgspec.Struct, frozen=True):
    """An event: its PLOVER record as JSON, and what one asks for."""

    id: str
    position: int
    type: str
    mode: str | None
    status: str
    historical: bool
    date: str | None
    enddate: str | None
    quad: int
    scale: float
    country: str | None
    sided: bool
    payload: str
    parties: tuple[PartyRow, ...] = ()


class RefusalRow(msgspec.Struct, frozen=True):
    """What was seen and not coded."""

    position: int
    reason: str
    concept: str
    sentence: int
    start: int
    end: int
    detail: str
    told: str | None = None


class FailureRow(msgspec.Struct, frozen=True):
    """A document that failed: where, why, and what to do."""

    kind: str
    path: str
    line: int | None
    field: str | None
    doc: str | None
    what: str
    advice: str

    @property
    def id(self) -> str:
        """Digest the place and the kind, so that the same failure is one row."""
        return digest(msgspec.json.encode((self.kind, self.path, self.line, self.field, self.doc)))


def document_id(document: Document) -> str:
    """Digest everything that arrived with a document; where it lay on disk does not count."""
    return digest(msgspec.json.encode(document))


def digest(content: bytes) -> str:
    """Digest bytes for an id."""
    return hashlib.sha256(content).hexdigest()[:32]
