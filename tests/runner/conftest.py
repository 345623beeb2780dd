"""A site to be watched, and time that passes when it is told to."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.runner.trials.hand_clock import HandClock
from dragoman.runner.trials.site import Site
from dragoman.store import open_store

sys.path.insert(0, str(Path(__file__).parent))  # where the tests of this folder find the newsroom
from newsroom import Newsroom


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def site() -> Iterator[Site]:
    with Site() as opened:
        yield opened


@pytest.fixture
def room(tmp_path: Path, site: Site, clock: HandClock) -> Iterator[Newsroom]:
    engine = open_store(f"sqlite:///{tmp_path / 'news.db'}")
    yield Newsroom(engine, site, clock)
    engine.dispose()
