"""The bench in part: no figure of these languages falls below `bench-floors.yaml`; `dragoman bench` measures them all."""

from pathlib import Path

import pytest

from dragoman.pipeline import Knowledge
from dragoman.runner.bench import measure_news, measure_seed
from dragoman.runner.floors import breaches, load_floors
from dragoman.runner.knowledge import Settings, cache_folder, open_knowledge

PART = ("en", "id", "ko", "ru", "zh")
FLOORS = Path(__file__).parents[2] / "bench-floors.yaml"


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return open_knowledge(Settings(cache=cache_folder()))


def test_the_seed_article_stays_above_its_floors(bench_folder: Path, knowledge: Knowledge) -> None:
    assert breaches(measure_seed(bench_folder, knowledge).figures(), load_floors(FLOORS)) == []


@pytest.mark.parametrize("language", PART)
def test_news_stay_above_their_floors(bench_folder: Path, knowledge: Knowledge, language: str) -> None:
    figures = measure_news(bench_folder, language, knowledge).figures()
    floors = load_floors(FLOORS)
    assert f"{language}.event" in floors.floors
    assert breaches(figures, floors) == []
