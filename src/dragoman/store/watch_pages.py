"""Record which pages are to be fetched, and what became of them."""

from collections.abc import Iterable

from sqlalchemy import Connection, Engine, select, update

from dragoman.store.keep import add_failure, transaction
from dragoman.store.rows import FailureRow
from dragoman.store.watch_rows import DuePage, Holder, PageRead
from dragoman.store.watch_tables import watch_feeds, watch_pages


def due_pages(engine: Engine, now: float, *, without: Iterable[str] = (), limit: int = 200) -> list[DuePage]:
    """Return pages that are due, the longest due first, but none of the hosts in `without`."""
    names = [name for name in DuePage.__struct_fields__ if name != "language"]
    query = (
        select(*(watch_pages.c[name] for name in names), watch_feeds.c.language)
        .join(watch_feeds, watch_feeds.c.url == watch_pages.c.feed, isouter=True)
        .where(watch_pages.c.next_due <= now)
        .order_by(watch_pages.c.next_due)
        .limit(limit)
    )
    passed = list(without)
    if passed:
        query = query.where(watch_pages.c.host.not_in(passed))
    with engine.connect() as connection:
        return [DuePage(**row._mapping) for row in connection.execute(query)]


def holders(engine: Engine, doc: str) -> list[Holder]:
    """Return the pages that hold an article."""
    query = select(watch_pages.c.id, watch_pages.c.digest, watch_pages.c.title).where(
        watch_pages.c.doc == doc, watch_pages.c.state == "done"
    )
    with engine.connect() as connection:
        return [Holder(**row._mapping) for row in connection.execute(query)]


def mark_read(connection: Connection, id_: str, read: PageRead) -> None:
    """Record within a transaction that the article of a page was read; what is None stays as it was."""
    told = {
        "state": read.state, "done_at": read.now, "next_due": read.next_due, "checks": read.checks, "tries": 0,
        "last_error": None,
    }  # fmt: skip
    new = {name: getattr(read, name) for name in ("etag", "last_modified", "digest", "title", "doc")}
    told |= {name: value for name, value in new.items() if value is not None}
    connection.execute(update(watch_pages).where(watch_pages.c.id == id_).values(**told))


def page_read(engine: Engine, id_: str, read: PageRead) -> None:
    """Record that a page holds what it held, or an article that is known from another page."""
    transaction(engine, lambda connection: mark_read(connection, id_, read))


def page_later(engine: Engine, id_: str, error: str, next_due: float, *, counts: bool = True) -> None:
    """Record that a page could not be fetched now and is tried again; without `counts` it was not even asked."""
    told = {"last_error": error, "next_due": next_due}

    def write(connection: Connection) -> None:
        more = {**told, "tries": watch_pages.c.tries + 1} if counts else told
        connection.execute(update(watch_pages).where(watch_pages.c.id == id_).values(**more))

    transaction(engine, write)


def page_failed(engine: Engine, id_: str, failure: FailureRow) -> None:
    """Record that a page is given up, with the failure, in one transaction.

    A page that was read before stays what it was: only looking for changes ends.
    """

    def write(connection: Connection) -> None:
        state = connection.execute(select(watch_pages.c.state).where(watch_pages.c.id == id_)).scalar_one()
        told = {"last_error": failure.what, "next_due": None, "tries": watch_pages.c.tries + 1}
        if state == "new":
            told["state"] = "failed"
            add_failure(connection, failure)
        connection.execute(update(watch_pages).where(watch_pages.c.id == id_).values(**told))

    transaction(engine, write)
