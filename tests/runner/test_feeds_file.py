"""The list of feeds that comes with the program can be used, and covers ten languages."""

from pathlib import Path

from dragoman.packs.load import known_languages
from dragoman.runner.feeds_file import load_feeds

SAMPLE = Path(__file__).parents[2] / "samples" / "feeds.toml"


def test_the_sample_has_feeds_in_ten_languages_that_have_packs() -> None:
    listed = load_feeds(SAMPLE, frozenset(known_languages()))
    assert len({feed.language for feed in listed.feeds}) >= 10
    assert all(feed.url.startswith("https://") and feed.every >= 300 for feed in listed.feeds)
    assert (listed.delay, listed.recheck, listed.max_age) == (2.0, (21_600.0,), 259_200.0)
