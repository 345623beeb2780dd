"""A site that misbehaves, and time that passes when it is told to."""

from collections.abc import Iterator

import pytest

from dragoman.fetch import Client, Limits
from dragoman.runner.trials.hand_clock import HandClock
from dragoman.runner.trials.site import Site


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
