"""Code documents into a store: what is there already is left alone."""

from collections.abc import Iterable, Iterator

import msgspec
from sqlalchemy import Engine

from dragoman.ingest import Arrival, Failure
from dragoman.runner.cores import Task, run
from dragoman.runner.rows import document_row, event_rows, failure_row, refusal_rows
from dragoman.runner.story_linking import Linker
from dragoman.runner.task import Outcome
from dragoman.store import document_id, is_known, keep, keep_failure


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

    Each document is kept in one transaction as soon as it is coded: a kill loses nothing that was kept and leaves
    nothing half kept. Articles are linked into stories in batches; what a kill leaves unlinked `dragoman link` links.
    """
    known = _Known()
    with Linker(engine) as linker:
        for outcome in run(_unknown(items, engine, coder, known), task, jobs):
            yield from _report(known)
            yield _kept(outcome, engine, coder, linker)
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


def _kept(outcome: Outcome | Failure, engine: Engine, coder: str, linker: Linker) -> Stored:
    if isinstance(outcome, Failure):
        keep_failure(engine, failure_row(outcome))
        return Stored("failed", failure=outcome)
    coding, failure = outcome.coding, outcome.failure
    row = document_row(outcome.arrival, coder, coding, None if failure is None else failure.what)
    became = keep(
        engine,
        row,
        () if coding is None else event_rows(coding),
        () if coding is None else refusal_rows(coding.refusals),
        None if failure is None else failure_row(failure),
    )
    if coding is not None and failure is None and became != "unchanged":
        linker.take(row.id, coding)
    return Stored("failed" if failure is not None else became, outcome.events, failure)
