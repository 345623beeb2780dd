"""What comes of an input: a document that arrived, or a failure that says where, why and what to do."""

from typing import Literal

import msgspec

from dragoman.records import Document


class Failure(msgspec.Struct, frozen=True):
    """A document that could not be read: file, line and field, a stable kebab-case kind, the reason, what to do."""

    kind: str
    path: str
    what: str
    advice: str = ""
    line: int | None = None
    field: str | None = None
    doc: str | None = None

    def __str__(self) -> str:
        """Say it in one line: `news.jsonl:12: published: "soon" is no date; write it as 2024-06-14`."""
        place = self.path if self.line is None else f"{self.path}:{self.line}"
        field = "" if self.field is None else f"{self.field}: "
        return f"{place}: {field}{self.what}" + (f"; {self.advice}" if self.advice else "")


class Arrival(msgspec.Struct, frozen=True):
    """A document with the place it came from; `dated_by` says who told its day of publication."""

    document: Document
    path: str
    line: int | None = None
    dated_by: Literal["metadata", "option"] | None = None

    def failed(self, kind: str, what: str, advice: str = "") -> Failure:
        """Report that this document could not be coded."""
        return Failure(kind, self.path, what, advice, self.line, None, self.document.doc)


class Defaults(msgspec.Struct, frozen=True):
    """What holds for documents that do not say it themselves, and the languages there are packs for (empty: any).

    A `language` given here overrides the document's; a `published` given here may not contradict it. `fast` takes the
    text of pages by the quicker and coarser of two ways.
    """

    language: str | None = None
    published: str | None = None
    known: frozenset[str] = frozenset()
    fast: bool = False


class Unreadable(Exception):
    """A document cannot be read: the kind of trouble, what is wrong, what to do, and the line and field if known."""

    def __init__(
        self, kind: str, what: str, advice: str = "", *, line: int | None = None, field: str | None = None
    ) -> None:
        self.kind, self.what, self.advice, self.line, self.field = kind, what, advice, line, field
        super().__init__(what)

    def at(self, path: str, line: int | None = None, doc: str | None = None) -> Failure:
        """Say where it happened."""
        return Failure(self.kind, path, self.what, self.advice, self.line if line is None else line, self.field, doc)
