"""The cost of an article among many is compared with that among few, loading left out."""

import pytest

from dragoman.runner.speed import Run
from dragoman.runner.trials.scale import ScaleFigures


def _run(articles: int, seconds: float, memory: float = 400.0) -> Run:
    return Run(1, articles, seconds, articles / seconds, memory)


def test_loading_is_no_cost_of_an_article() -> None:
    figures = ScaleFigures(_run(50, 6.0), _run(2050, 26.0), _run(20050, 246.0))
    assert figures.growth == pytest.approx(1.2)
    assert figures.sound


@pytest.mark.parametrize(
    "many", [_run(20050, 306.0), _run(20050, 446.0), _run(20050, 246.0, 1200.0)], ids=["grows", "slow", "large"]
)
def test_what_grows_or_is_slow_or_large_is_not_sound(many: Run) -> None:
    assert not ScaleFigures(_run(50, 6.0), _run(2050, 26.0), many).sound
