"""Run one function over a stream of documents on one core or many, in order."""

import gc
from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from dragoman.ingest import Arrival, Failure
from dragoman.runner.pool import Pool
from dragoman.runner.task import Outcome

Task = Callable[[Arrival], Outcome]
COLLECT_AFTER = 10_000
"""Objects made before the collector looks for cycles: an article leaves about a thousand in cycles, 700 is the default."""


def run(items: Iterable[Arrival | Failure], task: Task, jobs: int = 1) -> Iterator[Outcome | Failure]:
    """Yield what comes of every item, in the order of the items; failures of reading pass through.

    With `jobs` above 1 the task runs in that many processes. At most a few chunks for each are in memory at a time. A
    process that dies or hangs costs the one document it was at, which is reported as failed.
    """
    gc.set_threshold(COLLECT_AFTER)
    if jobs > 1:
        items = _prepared(items, task)
        with Pool(task, jobs) as pool:
            yield from pool.run(items)
        return
    for item in items:
        yield item if isinstance(item, Failure) else task(item)


def _prepared(items: Iterable[Arrival | Failure], task: Task) -> Iterator[Arrival | Failure]:
    """Let the task prepare for the first document before processes are begun, so that they share its memory."""
    stream = iter(items)
    first = next(stream, None)
    if first is None:
        return iter(())
    prepare = getattr(task, "prepare", None)
    if prepare is not None and isinstance(first, Arrival):
        prepare(first)
        gc.collect()
        gc.freeze()
    return chain((first,), stream)
