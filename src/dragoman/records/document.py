"""An article as it came, with its envelope recognised but nothing cut out of its text."""

from typing import Literal

import msgspec

from dragoman.records.span import Span

PartKind = Literal[
    "title", "byline", "dateline", "published", "caption", "credit", "source-line",
    "advertisement", "comment-counter", "read-also", "licence", "boilerplate",
]  # fmt: skip

NOT_CODED: frozenset[str] = frozenset(
    {"byline", "dateline", "published", "credit", "source-line", "advertisement", "comment-counter", "read-also",
     "licence", "boilerplate"}
)  # fmt: skip
"""Parts that are kept as what they are and never read as text of the article. Titles and captions are text."""


class EnvelopePart(msgspec.Struct, frozen=True):
    """A line or stretch of the article that is not its running text: what it is, where it stands, what it says."""

    kind: PartKind
    span: Span
    value: str | None = None


class Hop(msgspec.Struct, frozen=True):
    """One step of the way an article came: speaker, agency, outlet, photo credit, translation, original."""

    kind: Literal["speaker", "agency", "outlet", "photo", "translation", "original", "republication"]
    name: str
    confidence: float
    code: str | None = None
    url: str | None = None
    span: Span | None = None
    field: str | None = None


class PublicationDate(msgspec.Struct, frozen=True):
    """The day of publication with the reason it is believed; `day` is None where nothing tells."""

    day: str | None
    basis: Literal["metadata", "option", "byline", "inferred", "unknown"]
    reason: str = ""


class Sentence(msgspec.Struct, frozen=True):
    """A sentence of the text: its number from 0 and its place."""

    index: int
    span: Span


class Document(msgspec.Struct, frozen=True):
    """An article: id, text as given, and what is known about it.

    `sentences` holds the spans of sentences given by the input (then their numbers are kept), or None.
    `published` is an ISO day or None. `parts` are found by the envelope stage, never given by a caller.
    """

    doc: str
    text: str
    language: str | None = None
    published: str | None = None
    title: str | None = None
    url: str | None = None
    source: str | None = None
    byline: str | None = None
    sentences: tuple[Span, ...] | None = None
    parts: tuple[EnvelopePart, ...] = ()
