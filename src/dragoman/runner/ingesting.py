"""Code documents into a store: what is there already is left alone."""

import time
from collections.abc import Iterable, Iterator

import msgspec
from sqlalchemy import Engine

from dragoman.ingest import Arrival, Failure
from dragoman.runner.cores import Task, run
from dragoman.runner.rows import document_row, event_rows, failure_row, refusal_rows
from dragoman.runner.story_linking import Linker
from dragoman.runner.task import Outcome
from dragoman.store import Coded, document_id, is_known, keep_failure, keep_many

BATCH = 64
"""Documents kept together at most."""
PATIENCE = 0.5
"""Seconds that a coded document waits for others at most, as long as others come."""


class Stored(msgspec.Struct, frozen=True):
    """What became of one input: new, changed, recoded, unchanged or failed; the number of events; the failure."""

    became: str
    events: int = 0
    failure: Failure | None = None


class _Known(msgspec.Struct):
    """Counts documents that need no coding, until they are reported."""

    count: int = 0


def ingest(
    items: Iterable[Arrival | Failure], task: Task, engine: Engine, coder: str, jobs: int = 1
) -> Iterator[Stored]:
    """Code and keep every document that the store does not hold yet; `task` must hand over codings.

    Documents are kept a few at a time, those of a batch or of half a second, in one transaction: a kill loses nothing
    that was reported and leaves nothing half kept. Articles are linked into stories in batches; what a kill leaves
    unlinked `dragoman link` links.
    """
    known, waiting, since = _Known(), list[Outcome](), time.monotonic()
    with Linker(engine) as linker:
        for outcome in run(_unknown(items, engine, coder, known), task, jobs):
            yield from _report(known)
            if isinstance(outcome, Failure):
                keep_failure(engine, failure_row(outcome))
                yield Stored("failed", failure=outcome)
                continue
            waiting.append(outcome)
            if len(waiting) >= BATCH or time.monotonic() - since > PATIENCE:
                yield from _kept(waiting, engine, coder, linker)
                waiting, since = [], time.monotonic()
        yield from _kept(waiting, engine, coder, linker)
    yield from _report(known)


def _unknown(
    items: Iterable[Arrival | Failure], engine: Engine, coder: str, known: _Known
) -> Iterator[Arrival | Failure]:
    for item in items:
        if isinstance(item, Arrival) and is_known(engine, document_id(item.document), coder):
            known.count += 1
        else:
            yield item


def _report(known: _Known) -> Iterator[Stored]:
    while known.count:
        known.count -= 1
        yield Stored("unchanged")


def _kept(outcomes: list[Outcome], engine: Engine, coder: str, linker: Linker) -> Iterator[Stored]:
    if not outcomes:
        return
    coded = [_coded(outcome, coder) for outcome in outcomes]
    for outcome, kept, what in zip(outcomes, coded, keep_many(engine, coded), strict=True):
        if outcome.coding is not None and outcome.failure is None and what != "unchanged":
            linker.take(kept.document.id, outcome.coding)
        yield Stored("failed" if outcome.failure is not None else what, outcome.events, outcome.failure)


def _coded(outcome: Outcome, coder: str) -> Coded:
    coding, failure = outcome.coding, outcome.failure
    return Coded(
        document_row(outcome.arrival, coder, coding, None if failure is None else failure.what),
        () if coding is None else tuple(event_rows(coding)),
        () if coding is None else tuple(refusal_rows(coding.refusals)),
        None if failure is None else failure_row(failure),
    )
