"""What watching is told from outside, and what it tells."""

import random
from collections.abc import Callable
from typing import Literal

import msgspec

from dragoman.fetch.retry import Backoff
from dragoman.ingest.outcome import Defaults

Kind = Literal["heard", "unchanged", "unheard", "new", "changed", "same", "double", "later", "failed"]


class WatchSettings(msgspec.Struct, frozen=True):
    """The pauses before each look whether an article has changed, how old an entry of a sitemap may be (seconds), how
    often a page is tried, and how long is waited after failures.
    """

    recheck: tuple[float, ...] = (21_600.0,)
    max_age: float = 259_200.0
    tries: int = 8
    page_backoff: Backoff = Backoff(60.0, 21_600.0)
    feed_most: float = 21_600.0
    defaults: Defaults = Defaults()
    chance: Callable[[], float] = random.random


class Told(msgspec.Struct, frozen=True):
    """One thing that happened while watching: a feed heard or not, a page read or not; events are counted."""

    kind: Kind
    url: str
    what: str = ""
    pages: int = 0
    changed: int = 0
    events: int = 0
