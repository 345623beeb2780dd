"""What is done with one document on whatever core it lands."""

import contextlib
from collections.abc import Callable
from typing import Literal

import msgspec

from dragoman.export import to_csv, to_lines, to_records, to_table
from dragoman.ingest import Arrival, Failure
from dragoman.pipeline import Knowledge, analyse
from dragoman.records import Coding, PublicationDate
from dragoman.text.identify import identify

Format = Literal["plover", "csv", "table", "coding"]


class Outcome(msgspec.Struct, frozen=True):
    """What came of a document: written-down events, or the coding itself, or why it failed."""

    arrival: Arrival
    events: int = 0
    written: bytes = b""
    coding: Coding | None = None
    failure: Failure | None = None


class CodingTask(msgspec.Struct, frozen=True):
    """Code a document and write its events down in a format; `coding` hands the coding itself over."""

    knowledge: Knowledge
    format: Format = "plover"

    def prepare(self, arrival: Arrival) -> None:
        """Load the language of a document, so that processes begun after it share what is loaded."""
        document = arrival.document
        with contextlib.suppress(Exception):  # coding the document will tell
            self.knowledge.language(document.language or identify(document.text)[0] or "")

    def __call__(self, arrival: Arrival) -> Outcome:
        """Code one document; an exception of the engine becomes the document's failure."""
        try:
            coding = code(arrival, self.knowledge, terms=self.format == "coding")
        except Exception as error:
            what = f"the engine stopped with {type(error).__name__}: {error}"
            return Outcome(arrival, failure=arrival.failed("engine", what, "please report it with the document"))
        failure = None if coding.error is None else arrival.failed("not-coded", coding.error)
        if self.format == "coding":
            return Outcome(arrival, len(coding.events), coding=coding, failure=failure)
        return Outcome(arrival, len(coding.events), _WRITERS[self.format](coding), failure=failure)


def code(arrival: Arrival, knowledge: Knowledge, terms: bool = True) -> Coding:
    """Analyse a document and record who told its day of publication."""
    coding = analyse(arrival.document, knowledge, terms)
    if arrival.dated_by == "option" and coding.published.day == arrival.document.published:
        told = PublicationDate(coding.published.day, "option", "given with --published")
        coding = msgspec.structs.replace(coding, published=told)
    return coding


_WRITERS: dict[str, Callable[[Coding], bytes]] = {
    "plover": to_lines,
    "csv": lambda coding: to_csv(to_records(coding)).encode(),
    "table": lambda coding: to_table(to_records(coding)).encode(),
}
