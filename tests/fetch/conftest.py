"""A site that misbehaves, and time that passes when it is told to."""

import queue
from collections.abc import Iterator
from typing import TypeVar

import pytest

from dragoman.fetch import Client, Limits
from dragoman.runner.trials.site import Site

T = TypeVar("T")


class HandClock:
    """A clock that stands still until somebody waits for it."""

    def __init__(self, start: float = 1_718_352_000.0) -> None:  # 2024-06-14 08:00 UTC
        self.time = start

    def now(self) -> float:
        return self.time

    def first_of(self, results: "queue.Queue[T]", seconds: float, *, coming: bool) -> T | None:
        if coming:
            return results.get(timeout=30)
        self.time += max(0.0, seconds)
        return None


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def site() -> Iterator[Site]:
    with Site() as opened:
        yield opened


@pytest.fixture
def client(clock: HandClock) -> Client:
    limits = Limits(total=1.0, silence=0.5, connect=1.0, size=200_000)
    return Client(limits, contact="https://dragoman.example/bot", allow_private=True, now=clock.now)
