"""Time articles from ingest through to incidents, few and many: does the cost of one stay the same?"""

from collections.abc import Sequence
from pathlib import Path

import msgspec

from dragoman.runner.speed import Run, time_command
from dragoman.runner.story_corpus import Article
from dragoman.runner.story_scoring import read_articles
from dragoman.runner.trials.varied import write_varied

LANGUAGES = ("ar", "de", "en", "es", "fr", "id", "ja", "ko", "pt", "ru", "tr", "vi", "zh")
RATE, GROWTH, MEMORY_MB = 50.0, 1.3, 1000.0
"""Figures to reach: articles a second, cost of one among many over cost among few, and memory."""
FEWER = 10
"""The many articles are so many times the few."""
SOME = 50
"""Articles that meet every language: what a run costs before it is about articles."""


class ScaleFigures(msgspec.Struct, frozen=True):
    """The run over next to nothing, which tells what beginning costs; the one over few articles; the one over many."""

    none: Run
    few: Run
    many: Run

    @property
    def growth(self) -> float:
        """Return how many times what one of the few articles costs one of the many costs, loading left out."""
        return self._cost(self.many) / self._cost(self.few)

    def _cost(self, run: Run) -> float:
        """Return the seconds that one article more than next to none takes."""
        return (run.seconds - self.none.seconds) / (run.articles - self.none.articles)

    @property
    def sound(self) -> bool:
        """Tell whether the figures are reached."""
        memory = self.many.memory_mb or 0.0
        return self.many.rate >= RATE and self.growth <= GROWTH and memory < MEMORY_MB


def measure_scale(bench: Path, count: int, folder: Path, seed: int = 0) -> ScaleFigures:
    """Ingest some varied articles, then a tenth of `count`, then all, each into a store of its own in one process."""
    news = [article for language in LANGUAGES for article in read_articles(bench, language)]
    return ScaleFigures(*(_timed(news, size, folder, seed) for size in (SOME, count // FEWER, count)))


def _timed(news: Sequence[Article], size: int, folder: Path, seed: int) -> Run:
    articles, store = folder / f"varied-{size}.jsonl", folder / f"varied-{size}.db"
    write_varied(news, articles, size, seed)
    return time_command(["ingest", str(articles), "--db", f"sqlite:///{store}", "--jobs", "1"], size, 1)
