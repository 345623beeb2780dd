"""Open a store by its URL, and make or upgrade its tables where that is asked for."""

import sqlite3
import time
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from dragoman.store.version import bring_up, newest_version, version_of

WAIT_MS = 30_000
"""How long a writer waits for another one on SQLite."""
AGAIN = 0.02
"""Seconds until what SQLite does not wait for is tried again."""


class StoreTrouble(Exception):
    """A store cannot be opened: what is wrong and what to do."""


def open_store(url: str, *, create: bool = True, upgrade: bool = False) -> Engine:
    """Open a store: an SQLite file or a PostgreSQL database; raise StoreTrouble where that is impossible.

    A `url` without "://" is the path of an SQLite file. With `create` a store is made where there is none, and an older
    one is brought up to this program's schema version; with `upgrade` only the latter; without either the store must be
    there and of that version already.
    """
    target, shown = _target(url), _shown(url)
    if target.get_backend_name() == "sqlite" and target.database not in (None, "", ":memory:"):
        _check_file(Path(str(target.database)), create)
    try:
        engine = empty_engine(url)
        _settle_version(engine, shown, create, create or upgrade)
    except ModuleNotFoundError as error:
        raise StoreTrouble(f"{shown} needs {error.name}; install it with `pip install 'dragoman[postgres]'`") from None
    except DBAPIError as error:
        raise StoreTrouble(f"{shown} cannot be opened: {_first_line(error)}") from None
    return engine


def empty_engine(url: str) -> Engine:
    """Make the engine of a database without looking at what it holds."""
    engine = create_engine(_target(url))
    if engine.dialect.name == "sqlite":
        _tune_sqlite(engine)
    else:
        _tune_postgres(engine)
    return engine


def _target(url: str) -> URL:
    try:
        target = make_url(url if "://" in url else f"sqlite:///{url}")
        if target.drivername in ("postgresql", "postgres"):
            target = target.set(drivername="postgresql+psycopg")
        target.get_dialect()
    except (ArgumentError, NoSuchModuleError):
        raise StoreTrouble(f"{url!r} is no store; write sqlite:///FILE or postgresql://USER@HOST/NAME") from None
    except ModuleNotFoundError as error:
        raise StoreTrouble(
            f"{_shown(url)} needs {error.name}; install it with `pip install 'dragoman[postgres]'`"
        ) from None
    return target


def _shown(url: str) -> str:
    """Write a URL without its password, as it may be shown and logged."""
    return make_url(url).render_as_string() if "://" in url else url


def _check_file(path: Path, create: bool) -> None:
    if not create and not path.is_file():
        raise StoreTrouble(f"there is no store at {path}; make one with `dragoman ingest INPUT --db sqlite:///{path}`")
    if not path.parent.is_dir():
        raise StoreTrouble(f"the folder {path.parent} does not exist; make it first")


def _settle_version(engine: Engine, url: str, create: bool, upgrade: bool) -> None:
    """Bring the tables to this program's version if that is allowed; raise StoreTrouble where they cannot be used."""
    with engine.connect() as connection:
        held = version_of(connection)
    newest = newest_version()
    if held is None and not create:
        raise StoreTrouble(f"{url} holds no store; make one with `dragoman ingest INPUT --db {url}`")
    if held is not None and held > newest:
        raise StoreTrouble(
            f"{url} was written by a newer dragoman (schema {held}, this one knows {newest}); "
            "use that one: `pip install --upgrade dragoman`"
        )
    if held is not None and held < newest and not upgrade:
        raise StoreTrouble(
            f"{url} is of an older schema ({held}, now {newest}); "
            f"keep a copy of it, then bring it up with `dragoman store --upgrade --db {url}`"
        )
    if held != newest:
        bring_up(engine)


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Let a database write ahead; SQLite itself does not wait where another program writes while that is switched on."""
    until = time.monotonic() + WAIT_MS / 1000
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > until:
                raise
            time.sleep(AGAIN)
        else:
            return


def _tune_sqlite(engine: Engine) -> None:
    """Let SQLite write ahead, wait for other writers, and take the lock when a writing transaction begins."""

    @event.listens_for(engine, "connect")
    def _connected(connection: sqlite3.Connection, _: Any) -> None:
        connection.isolation_level = None  # transactions are begun below, not by the driver
        for pragma in (f"busy_timeout={WAIT_MS}", "synchronous=NORMAL", "foreign_keys=ON"):
            connection.execute(f"PRAGMA {pragma}")
        _write_ahead(connection)

    @event.listens_for(engine, "begin")
    def _begun(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _tune_postgres(engine: Engine) -> None:
    """Let PostgreSQL answer before the disk does, as SQLite does here: a power cut may cost the last documents, no more."""

    @event.listens_for(engine, "connect")
    def _connected(connection: Any, _: Any) -> None:
        connection.execute("SET synchronous_commit = off")
        connection.commit()


def _first_line(error: DBAPIError) -> str:
    return str(error.orig).strip().splitlines()[0] if str(error.orig).strip() else type(error).__name__
