"""Threads that ask servers, so that a slow one keeps nobody waiting but itself."""

import queue
import threading
from collections.abc import Callable
from typing import Generic, TypeVar

from dragoman.fetch.message import Answer, Request, Trouble

K = TypeVar("K")
Ask = Callable[[Request], Answer | Trouble]


class Hands(Generic[K]):
    """A fixed number of threads; what they find comes into `results`. They end with the program."""

    def __init__(self, ask: Ask, count: int) -> None:
        self.ask, self.count, self.busy = ask, count, 0
        self.results: queue.Queue[tuple[K, Answer | Trouble]] = queue.Queue()
        self._work: queue.SimpleQueue[tuple[K, Request] | None] = queue.SimpleQueue()
        for _ in range(count):
            # Daemons: a server that never answers must not keep the program from ending.
            threading.Thread(target=self._serve, daemon=True).start()

    def give(self, key: K, request: Request) -> None:
        """Let a thread ask; what comes of it is found in `results` under the key."""
        self.busy += 1
        self._work.put((key, request))

    def stop(self) -> None:
        """Let the threads end once they are done with what they are at."""
        for _ in range(self.count):
            self._work.put(None)

    def _serve(self) -> None:
        while (given := self._work.get()) is not None:
            key, request = given
            try:
                result = self.ask(request)
            except Exception as error:  # a bug met by one address must not take a thread from all others
                result = Trouble("fetch-bug", f"stopped with {type(error).__name__}: {error}", "please report it")
            self.results.put((key, result))
