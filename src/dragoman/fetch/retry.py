"""When to ask again."""

from collections.abc import Callable
from email.utils import parsedate_to_datetime

import msgspec

MOST_WAIT = 86_400.0
"""Seconds that a server can make us wait: who says longer is asked after a day all the same."""


class Backoff(msgspec.Struct, frozen=True):
    """Waits that double with each failure, between `first` and `most` seconds, each lengthened by up to `jitter`.

    The jitter keeps the many that failed together from coming back together.
    """

    first: float = 60.0
    most: float = 21_600.0
    jitter: float = 0.25

    def wait(self, failures: int, chance: Callable[[], float]) -> float:
        """Return the seconds to wait after so many failures in a row; `chance` gives numbers from 0 to 1."""
        doubled = self.first * 2.0 ** min(max(failures - 1, 0), 40)
        return min(doubled, self.most) * (1.0 + self.jitter * chance())


def seconds_to_wait(retry_after: str | None, now: float) -> float | None:
    """Read a Retry-After header, given in seconds or as a date; None where it says nothing one can read."""
    told = (retry_after or "").strip()
    if not told:
        return None
    if told.isascii() and told.isdigit():
        return min(float(told[:9]), MOST_WAIT)
    try:
        return min(max(0.0, parsedate_to_datetime(told).timestamp() - now), MOST_WAIT)
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
