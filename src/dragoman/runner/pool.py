"""Processes that share a stream of documents; what they make of it comes out in order."""

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from multiprocessing.connection import wait
from types import TracebackType

from dragoman.ingest import Arrival, Failure
from dragoman.runner.chunk import Chunk, chunks
from dragoman.runner.task import Outcome
from dragoman.runner.worker import Worker

PATIENCE = 300.0
"""Seconds one document may take before its process is given up."""
AHEAD = 4
"""Chunks for each process that may be read before the oldest is finished."""


class Pool:
    """Keep processes busy, replace those that die, and put results back in order."""

    def __init__(self, task: Callable[[Arrival], Outcome], jobs: int, patience: float = PATIENCE) -> None:
        self.task, self.jobs, self.patience = task, jobs, patience
        self.workers: list[Worker] = []
        self.ready: dict[int, Outcome | Failure] = {}
        self.again: deque[Chunk] = deque()
        self.following = 0

    def __enter__(self) -> "Pool":
        """Start the processes."""
        self.workers = [Worker(self.task) for _ in range(self.jobs)]
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the processes."""
        for worker in self.workers:
            worker.stop()

    def run(self, items: Iterable[Arrival | Failure]) -> Iterator[Outcome | Failure]:
        """Yield what comes of every item, in order."""
        source = chunks(items)
        exhausted = False
        while True:
            while not exhausted and self._has_room():
                exhausted = not self._dispatch(source)
            yield from self._in_order()
            busy = [worker for worker in self.workers if worker.chunk is not None]
            if busy:
                self._collect(busy)
            elif self.again:
                self._idle().give(self.again.popleft())
            elif exhausted:
                yield from self._in_order()
                return

    def _has_room(self) -> bool:
        """Tell whether a process is idle and the results that wait for an earlier one are few."""
        return any(w.chunk is None for w in self.workers) and len(self.ready) < AHEAD * self.jobs * 16

    def _idle(self) -> Worker:
        return next(worker for worker in self.workers if worker.chunk is None)

    def _dispatch(self, source: Iterator[Chunk | tuple[int, Failure]]) -> bool:
        """Give the next chunk to an idle process; return False when the stream has ended."""
        if self.again:
            self._idle().give(self.again.popleft())
            return True
        following = next(source, None)
        if following is None:
            return False
        if isinstance(following, Chunk):
            self._idle().give(following)
        else:
            self.ready[following[0]] = following[1]
        return True

    def _in_order(self) -> Iterator[Outcome | Failure]:
        while self.following in self.ready:
            yield self.ready.pop(self.following)
            self.following += 1

    def _collect(self, busy: list[Worker]) -> None:
        """Take whatever results are there, and replace processes that died or hang."""
        there = wait([worker.link for worker in busy], timeout=1.0)
        for worker in busy:
            if worker.link in there:
                try:
                    place, outcome = worker.take()
                    self.ready[place] = outcome
                except (EOFError, OSError):
                    self._replace(worker, f"the process reading it died{_how(worker)}")
            elif time.monotonic() - worker.since > self.patience:
                self._replace(worker, f"took more than {self.patience:.0f} seconds")

    def _replace(self, worker: Worker, what: str) -> None:
        """Fail the document a process was at, and let another process do the rest of its chunk."""
        chunk, done = worker.chunk, worker.done
        assert chunk is not None
        worker.stop()
        arrival = chunk.arrivals[done]
        failure = arrival.failed("lost-worker", what, "please report it with the document")
        self.ready[chunk.places[done]] = Outcome(arrival, failure=failure)
        rest = chunk.after(done + 1)
        if rest.places:
            self.again.append(rest)
        self.workers[self.workers.index(worker)] = Worker(self.task)


def _how(worker: Worker) -> str:
    worker.process.join(1.0)
    code = worker.process.exitcode
    return "" if code is None else f" (signal {-code})" if code < 0 else f" (exit code {code})"
