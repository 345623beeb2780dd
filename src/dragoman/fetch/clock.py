"""Time, handed in, so that tests need not wait for it."""

import queue
import time
from typing import Protocol, TypeVar

T = TypeVar("T")


class Clock(Protocol):
    """What time it is, and how to let it pass."""

    def now(self) -> float:
        """Return seconds since 1970."""
        ...

    def first_of(self, results: "queue.Queue[T]", seconds: float, *, coming: bool) -> T | None:
        """Return the next result, or None after `seconds`; `coming` tells whether anybody is at work on one."""
        ...


class SystemClock:
    """The time of this machine."""

    def now(self) -> float:
        """Return seconds since 1970."""
        return time.time()

    def first_of(self, results: "queue.Queue[T]", seconds: float, *, coming: bool) -> T | None:
        """Return the next result, or None after `seconds`."""
        try:
            return results.get(timeout=max(0.0, seconds))
        except queue.Empty:
            return None
