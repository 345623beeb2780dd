"""A few of the trials that `make bench` runs by the hundred and thousand; and each would notice what it is there for."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman.ingest import Arrival, Defaults, Failure, read_inputs
from dragoman.runner import CodingTask
from dragoman.runner.trials import malformed
from dragoman.runner.trials.damage import damage
from dragoman.runner.trials.kills import KillFigures, kill_ingest, kill_watch
from dragoman.runner.trials.malformed import read_malformed
from dragoman.runner.trials.sound import archives, feeds, pages


@pytest.mark.parametrize("trial", [kill_watch, kill_ingest])
def test_kills_lose_nothing_double_nothing_and_break_nothing(
    tmp_path: Path, trial: Callable[[int, Path, int], KillFigures]
) -> None:
    found = trial(4, tmp_path, 7)
    assert found.sound, found
    assert found.kills == 4
    assert found.articles >= 80


@pytest.mark.usefixtures("toy_engine")
def test_broken_bytes_stop_nothing_and_each_is_accounted_for(tmp_path: Path) -> None:
    found = read_malformed(240, tmp_path, CodingTask(object(), "coding"), seed=3)  # type: ignore[arg-type]
    assert found.sound, (found.crashes, found.unaccounted)
    assert found.failed > 100
    assert found.arrived > 100
    assert len(found.kinds) > 5


@pytest.mark.usefixtures("toy_engine")
def test_a_reader_that_stops_or_says_nothing_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def careless(inputs: list[str], defaults: Defaults) -> list[Arrival | Failure]:
        if inputs[0].endswith(".html"):
            raise KeyError("no title")
        return []

    monkeypatch.setattr(malformed, "read_inputs", careless)
    found = read_malformed(6, tmp_path, CodingTask(object(), "coding"))  # type: ignore[arg-type]
    assert (len(found.crashes), len(found.unaccounted), found.sound) == (2, 6, False)


@pytest.mark.parametrize(("make", "ending"), [(pages, "html"), (feeds, "xml"), (archives, "warc")])
def test_what_is_broken_was_sound_before(tmp_path: Path, make: Callable[[], list[bytes]], ending: str) -> None:
    for number, data in enumerate(make()):
        name = tmp_path / f"{number}.{ending}{'.gz' if data.startswith(bytes.fromhex('1f8b')) else ''}"
        name.write_bytes(data)
        kinds = {item.kind for item in read_inputs([str(name)], Defaults()) if isinstance(item, Failure)}
        assert kinds <= {"link-only"}


def test_the_same_seed_breaks_in_the_same_way() -> None:
    one, other = (damage(b"<p>Words</p>" * 50, b"other", random.Random(5)) for _ in range(2))
    assert one == other
