"""One process that codes chunks of documents, seen from outside and from inside."""

import contextlib
import os
import signal
import time
from collections.abc import Callable
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.connection import Connection
from typing import Any

from dragoman.ingest import Arrival
from dragoman.runner.chunk import Chunk
from dragoman.runner.task import Outcome

_context: Any = get_context("fork" if "fork" in get_all_start_methods() else "spawn")
_ORPHAN_CHECK = 2.0  # seconds between looks at whether the parent still lives


class Worker:
    """A process, the chunk it is at, how much of that is done, and since when it has been at the next document."""

    def __init__(self, task: Callable[[Arrival], Outcome]) -> None:
        self.link: Connection
        self.link, theirs = _context.Pipe()
        self.process = _context.Process(target=_serve, args=(theirs, task, os.getpid()), daemon=True)
        self.process.start()
        theirs.close()
        self.chunk: Chunk | None = None
        self.done = 0
        self.since = 0.0

    def give(self, chunk: Chunk) -> None:
        """Send a chunk to the process; a process that is gone already is noticed when its answer is awaited."""
        self.chunk, self.done, self.since = chunk, 0, time.monotonic()
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            self.link.send(chunk.arrivals)

    def take(self) -> tuple[int, Outcome]:
        """Receive what came of the next document, with its place; raise EOFError when the process is gone."""
        assert self.chunk is not None
        outcome: Outcome = self.link.recv()
        place = self.chunk.places[self.done]
        self.done += 1
        self.since = time.monotonic()
        if self.done == len(self.chunk.places):
            self.chunk = None
        return place, outcome

    def stop(self) -> None:
        """End the process."""
        self.link.close()
        if self.process.is_alive():
            self.process.kill()
        self.process.join()


def _serve(link: Connection, task: Callable[[Arrival], Outcome], parent: int) -> None:
    """Code chunks until the parent is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides what an interrupt means
    with contextlib.suppress(EOFError, BrokenPipeError, ConnectionResetError):
        while True:
            while not link.poll(_ORPHAN_CHECK):
                if os.getppid() != parent:
                    return
            for arrival in link.recv():
                link.send(task(arrival))
