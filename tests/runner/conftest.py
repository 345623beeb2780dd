"""A site to be watched, and time that passes when it is told to."""

from collections.abc import Iterator

import pytest

from dragoman.runner.trials.hand_clock import HandClock
from dragoman.runner.trials.site import Site


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def site() -> Iterator[Site]:
    with Site() as opened:
        yield opened
