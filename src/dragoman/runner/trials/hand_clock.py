"""A clock that is moved by hand."""

import queue
from typing import TypeVar

T = TypeVar("T")


class HandClock:
    """Time that stands still until somebody waits for it to pass, and then has passed."""

    def __init__(self, start: float = 1_718_352_000.0) -> None:  # 2024-06-14 08:00 UTC
        self.time = start

    def now(self) -> float:
        """Return seconds since 1970."""
        return self.time

    def first_of(self, results: "queue.Queue[T]", seconds: float, *, coming: bool) -> T | None:
        """Return the next result where one is coming, however long that takes, else let the time pass."""
        if coming:
            return results.get(timeout=30)
        self.time += max(0.0, seconds)
        return None
