"""Record which feeds are watched and what was heard of them."""

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, Engine, and_, func, insert, or_, select, update

from dragoman.store.keep import transaction
from dragoman.store.watch_rows import DueFeed, FeedHeard, Link, WatchedFeed
from dragoman.store.watch_tables import watch_feeds, watch_gaps, watch_pages

_MANY = 500  # keys in one question
_NOT_WATCHED = 3.0  # intervals without a poll after which the time between counts as a gap
_LEAST_GAP = 3600.0


def sync_feeds(engine: Engine, feeds: Iterable[WatchedFeed], now: float) -> None:
    """Watch these feeds and no others; what is known of each stays known."""
    wanted = {feed.url: feed for feed in feeds}

    def write(connection: Connection) -> None:
        parents = {row.url: row.parent for row in connection.execute(select(watch_feeds.c.url, watch_feeds.c.parent))}
        for url, parent in parents.items():
            if url not in wanted:
                kept = parent is not None and parent in wanted
                connection.execute(update(watch_feeds).where(watch_feeds.c.url == url).values(watched=kept))
        for feed in wanted.values():
            _put(connection, feed, now)

    transaction(engine, write)


def due_feeds(engine: Engine, now: float, *, early: bool = False, limit: int = 500) -> list[DueFeed]:
    """Return the feeds that are due; `early`: also those that are not, unless they failed last."""
    late = watch_feeds.c.next_due <= now
    if early:
        late = or_(late, watch_feeds.c.failures == 0)
    columns = [watch_feeds.c[name] for name in DueFeed.__struct_fields__]
    query = select(*columns).where(watch_feeds.c.watched, late).order_by(watch_feeds.c.next_due).limit(limit)
    with engine.connect() as connection:
        return [DueFeed(**row._mapping) for row in connection.execute(query)]


def next_due(engine: Engine, after: float) -> float | None:
    """Return when the next feed or page is due after a moment; None where nothing is."""
    feeds = select(func.min(watch_feeds.c.next_due)).where(watch_feeds.c.watched, watch_feeds.c.next_due > after)
    pages = select(func.min(watch_pages.c.next_due)).where(watch_pages.c.next_due > after)
    with engine.connect() as connection:
        found = [connection.execute(query).scalar() for query in (feeds, pages)]
    return min((when for when in found if when is not None), default=None)


def feed_heard(engine: Engine, url: str, heard: FeedHeard) -> tuple[int, int]:
    """Record an answer with everything it links to, in one transaction; return how many pages are new and changed.

    The validators of the answer are kept with the pages it names or not at all: a kill between the two would let the
    feed say "not changed" of pages that nobody wrote down.
    """
    counted = (0, 0)

    def write(connection: Connection) -> None:
        nonlocal counted
        row = connection.execute(select(watch_feeds).where(watch_feeds.c.url == url)).one()
        known = {} if heard.links is None else _known(connection, [link.id for link in heard.links])
        counted = _take_links(connection, url, heard, known)
        _close_gap(connection, row, heard, bridged=_bridges(heard, known))
        told: dict[str, Any] = {
            "last_attempt": heard.now, "last_success": heard.now, "next_due": heard.next_due, "failures": 0,
        }  # fmt: skip
        if heard.links is not None:
            told |= {"etag": heard.etag, "last_modified": heard.last_modified, "entries": len(heard.links)}
        if heard.complaint is not None:
            told |= {"last_error": heard.complaint, "last_error_at": heard.now}
        if counted[0]:
            told["last_new"] = heard.now
        connection.execute(update(watch_feeds).where(watch_feeds.c.url == url).values(**told))

    transaction(engine, write)
    return counted


def index_heard(engine: Engine, url: str, heard: FeedHeard, children: Sequence[WatchedFeed]) -> None:
    """Record an answer of an index of sitemaps: the sitemaps it names are watched, others of it no longer."""

    def write(connection: Connection) -> None:
        names = {child.url for child in children}
        before = select(watch_feeds.c.url).where(watch_feeds.c.parent == url)
        gone = [row.url for row in connection.execute(before) if row.url not in names]
        for child in gone:
            connection.execute(update(watch_feeds).where(watch_feeds.c.url == child).values(watched=False))
        for child_feed in children:
            _put(connection, child_feed, heard.now, stamped=True)
        told = {
            "last_attempt": heard.now, "last_success": heard.now, "next_due": heard.next_due, "failures": 0,
            "etag": heard.etag, "last_modified": heard.last_modified, "entries": len(children),
        }  # fmt: skip
        if heard.complaint is not None:
            told |= {"last_error": heard.complaint, "last_error_at": heard.now}
        connection.execute(update(watch_feeds).where(watch_feeds.c.url == url).values(**told))

    transaction(engine, write)


def feed_failed(engine: Engine, url: str, error: str, now: float, next_due: float, *, counts: bool = True) -> None:
    """Record that a feed was not heard, and that a gap is open since it last was.

    Without `counts` it was not even asked (its host is left alone for a while), which lengthens no backoff.
    """

    def write(connection: Connection) -> None:
        row = connection.execute(select(watch_feeds).where(watch_feeds.c.url == url)).one()
        told = {"last_error": error, "last_error_at": now, "next_due": next_due, "failures": row.failures + int(counts)}
        told["last_attempt"] = now if counts else row.last_attempt
        connection.execute(update(watch_feeds).where(watch_feeds.c.url == url).values(**told))
        began = row.added if row.last_success is None else row.last_success
        there = and_(watch_gaps.c.feed == url, watch_gaps.c.ended.is_(None))
        if connection.execute(select(watch_gaps.c.began).where(there)).first() is None:
            _open_gap(connection, url, began, None, error, None)

    transaction(engine, write)


def _put(connection: Connection, feed: WatchedFeed, now: float, *, stamped: bool = False) -> None:
    told = msgspec.structs.asdict(feed)
    held = connection.execute(select(watch_feeds.c.every).where(watch_feeds.c.url == feed.url)).first()
    if held is None:
        row = {**told, "watched": True, "added": now, "failures": 0, "next_due": now}
        connection.execute(insert(watch_feeds).values(**row))
        return
    if held.every > feed.every and not stamped:
        told["next_due"] = now
    connection.execute(update(watch_feeds).where(watch_feeds.c.url == feed.url).values(**told, watched=True))


def _known(connection: Connection, ids: list[str]) -> dict[str, str | None]:
    """Return the pages among these that are known, with the stamps that were seen of them."""
    found: dict[str, str | None] = {}
    for start in range(0, len(ids), _MANY):
        some = ids[start : start + _MANY]
        query = select(watch_pages.c.id, watch_pages.c.stamp).where(watch_pages.c.id.in_(some))
        found.update((row.id, row.stamp) for row in connection.execute(query))
    return found


def _take_links(connection: Connection, feed: str, heard: FeedHeard, known: dict[str, str | None]) -> tuple[int, int]:
    """Write new pages down as due, and known ones whose stamp has changed as due again."""
    fresh: dict[str, dict[str, Any]] = {}
    changed = 0
    for link in heard.links or ():
        if link.id in known:
            if link.stamp is not None and known[link.id] not in (None, link.stamp):
                again = {"stamp": link.stamp, "entry": link.entry, "next_due": heard.now, "tries": 0}
                connection.execute(update(watch_pages).where(watch_pages.c.id == link.id).values(**again))
                changed += 1
        elif link.taken:
            fresh.setdefault(link.id, _page(link, feed, heard.now))
    if fresh:
        connection.execute(insert(watch_pages), list(fresh.values()))
    return len(fresh), changed


def _page(link: Link, feed: str, now: float) -> dict[str, Any]:
    return {
        "id": link.id, "address": link.address, "url": link.url, "host": link.host, "feed": feed, "found": now,
        "entry": link.entry, "stamp": link.stamp, "state": "new", "next_due": now, "tries": 0, "checks": 0,
    }  # fmt: skip


def _bridges(heard: FeedHeard, known: dict[str, str | None]) -> bool:
    """Tell whether an answer reaches back to what was known before it: then nothing between was missed."""
    return heard.links is None or bool(known) or any(link.old for link in heard.links)


def _close_gap(connection: Connection, row: Any, heard: FeedHeard, *, bridged: bool) -> None:
    """End the gap that is open; declare one where the feed was not asked for long, or has nothing left of what it had.

    A feed without entries tells neither.
    """
    there = and_(watch_gaps.c.feed == row.url, watch_gaps.c.ended.is_(None))
    known = row.last_success is not None
    if connection.execute(select(watch_gaps.c.began).where(there)).first() is not None:
        connection.execute(update(watch_gaps).where(there).values(ended=heard.now, bridged=bridged))
    elif known and heard.now - row.last_success > max(_NOT_WATCHED * row.every, _LEAST_GAP):
        _open_gap(connection, row.url, row.last_success, heard.now, "nobody asked", bridged)
    elif known and not bridged and heard.links:
        reason = "all its entries were new: between two polls it tells of more than it holds"
        _open_gap(connection, row.url, row.last_success, heard.now, reason, False)


def _open_gap(
    connection: Connection, feed: str, began: float, ended: float | None, reason: str, bridged: bool | None
) -> None:
    row = {"feed": feed, "began": began, "ended": ended, "reason": reason, "bridged": bridged}
    held = and_(watch_gaps.c.feed == feed, watch_gaps.c.began == began)
    if connection.execute(select(watch_gaps.c.began).where(held)).first() is None:
        connection.execute(insert(watch_gaps).values(**row))
