"""Read the list of feeds to watch, a TOML file."""

import re
from pathlib import Path

import msgspec

from dragoman.ingest.address import BadAddress, split_address
from dragoman.ingest.tag import language_code
from dragoman.store.watch_rows import WatchedFeed

_DURATION = re.compile(r"(\d{1,6})\s*([smhd])")
_SECONDS = {"s": 1.0, "m": 60.0, "h": 3600.0, "d": 86_400.0}


class BadFeeds(Exception):
    """A list of feeds cannot be used: which file and field, what is wrong, what to do."""


class FeedLine(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One [[feed]]: its address; a name to be shown; how often it is polled; the language of all its articles."""

    url: str
    name: str | None = None
    every: str | None = None
    language: str | None = None


class FeedsFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """feeds.toml. `contact` is shown to servers; `every` holds for feeds without their own; `delay` is the pause between
    two requests to a host; `recheck` are the pauses before each look whether an article has changed; `max_age` says how
    old an entry of a sitemap may be to be taken.
    """

    feed: list[FeedLine]
    contact: str = ""
    every: str = "15m"
    delay: str = "2s"
    recheck: tuple[str, ...] = ("6h",)
    max_age: str = "3d"


class WatchList(msgspec.Struct, frozen=True):
    """What a list of feeds says, in seconds."""

    feeds: tuple[WatchedFeed, ...]
    contact: str = ""
    delay: float = 2.0
    recheck: tuple[float, ...] = (21_600.0,)
    max_age: float = 259_200.0


def load_feeds(path: Path, known: frozenset[str] = frozenset()) -> WatchList:
    """Read a list of feeds; `known` are the languages there are packs for. Raise BadFeeds."""
    try:
        file = msgspec.toml.decode(path.read_bytes(), type=FeedsFile)
    except OSError as error:
        raise BadFeeds(f"{path}: {error.strerror or error}; `docs/commands.md` shows such a file") from None
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise BadFeeds(f"{path}: {error}; `docs/commands.md` shows such a file") from None
    if not file.feed:
        raise BadFeeds(f"{path}: names no feed; write [[feed]] and url = … for each")
    feeds: dict[str, WatchedFeed] = {}
    for number, line in enumerate(file.feed, 1):
        feed = _feed(line, file, f"{path}: feed {number}", known)
        if feed.url in feeds:
            raise BadFeeds(f"{path}: feed {number}: {feed.url} is there twice; leave one out")
        feeds[feed.url] = feed
    return WatchList(
        tuple(feeds.values()),
        file.contact.strip(),
        _seconds(file.delay, f"{path}: delay"),
        tuple(_seconds(value, f"{path}: recheck") for value in file.recheck),
        _seconds(file.max_age, f"{path}: max_age"),
    )


def _feed(line: FeedLine, file: FeedsFile, place: str, known: frozenset[str]) -> WatchedFeed:
    try:
        host = split_address(line.url).hostname or ""
    except BadAddress as error:
        raise BadFeeds(f"{place}: url: {error}") from None
    language = None if line.language is None else language_code(line.language)
    if line.language is not None and (language is None or (known and language not in known)):
        raise BadFeeds(f"{place}: language: there is no language pack for {line.language!r}")
    every = _seconds(line.every or file.every, f"{place}: every")
    if every <= 0:
        raise BadFeeds(f"{place}: every: a feed cannot be polled without a pause; write it as 15m")
    return WatchedFeed(line.url.strip(), line.name or host, every, language)


def _seconds(told: str, place: str) -> float:
    found = _DURATION.fullmatch(told.strip())
    if found is None:
        raise BadFeeds(f"{place}: {told!r} is no length of time; write it as 30s, 15m, 6h or 3d")
    return float(found[1]) * _SECONDS[found[2]]
