"""Ask a store how its feeds are doing."""

from collections import defaultdict

import msgspec
from sqlalchemy import Engine, func, or_, select

from dragoman.store.watch_rows import FeedHealth, Gap
from dragoman.store.watch_tables import watch_feeds, watch_gaps, watch_pages


def feed_health(engine: Engine, now: float, *, everything: bool = False) -> list[FeedHealth]:
    """Return every watched feed with its pages and gaps; `everything`: those that are watched no longer too."""
    names = [name for name in FeedHealth.__struct_fields__ if name not in ("pages", "due", "gaps")]
    query = select(*(watch_feeds.c[name] for name in names)).order_by(watch_feeds.c.name, watch_feeds.c.url)
    if not everything:
        query = query.where(watch_feeds.c.watched)
    counted = select(watch_pages.c.feed, watch_pages.c.state, func.count()).group_by(
        watch_pages.c.feed, watch_pages.c.state
    )
    late = select(watch_pages.c.feed, func.count()).where(watch_pages.c.next_due <= now).group_by(watch_pages.c.feed)
    with engine.connect() as connection:
        pages: dict[str, dict[str, int]] = defaultdict(dict)
        for feed, state, count in connection.execute(counted):
            pages[feed][state] = count
        due = {feed: int(count) for feed, count in connection.execute(late)}
        rows = [FeedHealth(**row._mapping) for row in connection.execute(query)]
    gaps: dict[str, list[Gap]] = defaultdict(list)
    for gap in find_gaps(engine):
        gaps[gap.feed].append(gap)
    return [
        msgspec.structs.replace(
            row, pages=pages.get(row.url, {}), due=due.get(row.url, 0), gaps=tuple(gaps.get(row.url, ()))
        )
        for row in rows
    ]


def find_gaps(engine: Engine, first: float | None = None, last: float | None = None) -> list[Gap]:
    """Return the gaps that reach into a time, in order; those that go on have no end."""
    columns = [watch_gaps.c[name] for name in Gap.__struct_fields__]
    query = select(*columns).order_by(watch_gaps.c.began, watch_gaps.c.feed)
    if last is not None:
        query = query.where(watch_gaps.c.began <= last)
    if first is not None:
        query = query.where(or_(watch_gaps.c.ended.is_(None), watch_gaps.c.ended >= first))
    with engine.connect() as connection:
        return [Gap(**row._mapping) for row in connection.execute(query)]
