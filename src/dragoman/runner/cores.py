"""Run one function over a stream of documents on one core or many, in order."""

from collections.abc import Callable, Iterable, Iterator

from dragoman.ingest import Arrival, Failure
from dragoman.runner.pool import Pool
from dragoman.runner.task import Outcome

Task = Callable[[Arrival], Outcome]


def run(items: Iterable[Arrival | Failure], task: Task, jobs: int = 1) -> Iterator[Outcome | Failure]:
    """Yield what comes of every item, in the order of the items; failures of reading pass through.

    With `jobs` above 1 the task runs in that many processes. At most a few chunks for each are in memory at a time. A
    process that dies or hangs costs the one document it was at, which is reported as failed.
    """
    if jobs > 1:
        with Pool(task, jobs) as pool:
            yield from pool.run(items)
        return
    for item in items:
        yield item if isinstance(item, Failure) else task(item)
