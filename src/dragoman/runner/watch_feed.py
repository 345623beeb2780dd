"""Record what a feed answered: the pages it links to, or why it was not heard."""

import msgspec
from sqlalchemy import Engine

from dragoman.fetch import Answer, Trouble
from dragoman.fetch.retry import Backoff
from dragoman.ingest import Unreadable
from dragoman.ingest.address import host_of, identity
from dragoman.ingest.content_coding import gunzip
from dragoman.ingest.feed import Feed, read_feed
from dragoman.ingest.feed_documents import is_whole
from dragoman.ingest.feed_entry import Entry
from dragoman.ingest.read import MAX_FEED
from dragoman.runner.watch_settings import Told, WatchSettings
from dragoman.store.watch_feeds import feed_failed, feed_heard, index_heard
from dragoman.store.watch_rows import DueFeed, FeedHeard, Link, WatchedFeed

MAX_SITEMAPS = 100
"""Sitemaps of an index that are watched: those that changed last."""
_JITTER = 0.1


def hear(engine: Engine, feed: DueFeed, result: Answer | Trouble, settings: WatchSettings, now: float) -> Told:
    """Record an answer or its absence."""
    if isinstance(result, Trouble):
        return _unheard(engine, feed, result, settings, now)
    following = now + feed.every * (1.0 + _JITTER * settings.chance())
    if result.unchanged:
        feed_heard(engine, feed.url, FeedHeard(None, now, following))
        return Told("unchanged", feed.url)
    try:
        body = gunzip(result.body, MAX_FEED) if result.body.startswith(b"\x1f\x8b") else result.body
        read = read_feed(body, result.url, charset=result.charset)
        if read.kind == "index" and feed.parent is not None:
            raise Unreadable("too-deep", "is an index named by an index", "give its own address")
    except Unreadable as trouble:
        return _unheard(engine, feed, Trouble(trouble.kind, trouble.what, trouble.advice), settings, now)
    heard = FeedHeard((), now, following, result.etag, result.last_modified, _complaint(read))
    if read.kind == "index":
        children = _sitemaps(feed, read, settings, now)
        index_heard(engine, feed.url, heard, children)
        return Told("heard", feed.url, heard.complaint or f"{len(children)} sitemaps")
    links = tuple(_link(entry, read, feed, settings, now) for entry in read.entries)
    new, changed = feed_heard(engine, feed.url, msgspec.structs.replace(heard, links=links))
    return Told("heard", feed.url, heard.complaint or "", new, changed)


def _unheard(engine: Engine, feed: DueFeed, trouble: Trouble, settings: WatchSettings, now: float) -> Told:
    """Wait longer with every failure, and at least as long as the server asks for."""
    backoff = Backoff(min(feed.every, settings.feed_most), settings.feed_most, _JITTER)
    wait = backoff.wait(feed.failures + 1, settings.chance) if trouble.own else feed.every
    if trouble.wait is not None:
        wait = max(wait, trouble.wait) if trouble.own else trouble.wait + 1.0
    feed_failed(engine, feed.url, str(trouble), now, now + wait, counts=trouble.own)
    return Told("unheard", feed.url, str(trouble))


def _complaint(read: Feed) -> str | None:
    if not read.entries and not read.failures:
        return "answers, but holds no entries"
    if read.kind == "sitemap" and read.entries and all(entry.moment is None for entry in read.entries):
        return "names no dates, so that none of its entries is taken; give the address of the news sitemap"
    if not read.failures:
        return None
    first = read.failures[0]
    more = f" (and {len(read.failures) - 1} more)" if len(read.failures) > 1 else ""
    place = "" if first.line is None else f"line {first.line}: "
    return f"{place}{first.what}{more}"


def _link(entry: Entry, read: Feed, feed: DueFeed, settings: WatchSettings, now: float) -> Link:
    """Describe an entry for the store; old entries of a sitemap, which may hold years of them, are not taken."""
    whole = is_whole(entry) and not entry.url
    url = entry.url or feed.url
    told = entry if whole else msgspec.structs.replace(entry, content=None)
    dated = entry.moment is not None
    before = feed.added if feed.last_success is None else feed.last_success
    return Link(
        address=f"{identity(feed.url)}#{entry.id}" if whole else identity(url),
        url=url,
        host=host_of(url),
        entry=msgspec.json.encode(told).decode(),
        stamp=entry.stamp,
        old=dated and (entry.moment or 0.0) < before,
        taken=read.kind != "sitemap" or (dated and (entry.moment or 0.0) >= now - settings.max_age),
    )


def _sitemaps(feed: DueFeed, read: Feed, settings: WatchSettings, now: float) -> list[WatchedFeed]:
    """Choose the sitemaps of an index to watch: those without a date, and those changed within the age that counts."""
    fresh = [entry for entry in read.entries if entry.moment is None or entry.moment >= now - settings.max_age]
    fresh.sort(key=lambda entry: -(entry.moment or now))
    return [WatchedFeed(entry.url, feed.name, feed.every, feed.language, feed.url) for entry in fresh[:MAX_SITEMAPS]]
