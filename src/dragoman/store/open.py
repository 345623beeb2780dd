"""Open a store by its URL and make its tables where they are missing."""

import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from dragoman.store.tables import metadata

WAIT_MS = 30_000
"""How long a writer waits for another one on SQLite."""


class StoreTrouble(Exception):
    """A store cannot be opened: what is wrong and what to do."""


def open_store(url: str, *, create: bool = True) -> Engine:
    """Open a store: an SQLite file or a PostgreSQL database; raise StoreTrouble where that is impossible.

    A `url` without "://" is the path of an SQLite file. Without `create` the store must be there already.
    """
    target = _target(url)
    if target.get_backend_name() == "sqlite" and target.database not in (None, "", ":memory:"):
        _check_file(Path(str(target.database)), create)
    try:
        engine = create_engine(target)
        if engine.dialect.name == "sqlite":
            _tune(engine)
        if create:
            metadata.create_all(engine)
        elif not inspect(engine).has_table("documents"):
            raise StoreTrouble(f"{url} holds no store; make one with `dragoman ingest INPUT --db {url}`")
    except ModuleNotFoundError as error:
        raise StoreTrouble(f"{url} needs {error.name}; install it with `pip install 'dragoman[postgres]'`") from None
    except DBAPIError as error:
        raise StoreTrouble(f"{url} cannot be opened: {_first_line(error)}") from None
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
        raise StoreTrouble(f"{url} needs {error.name}; install it with `pip install 'dragoman[postgres]'`") from None
    return target


def _check_file(path: Path, create: bool) -> None:
    if not create and not path.is_file():
        raise StoreTrouble(f"there is no store at {path}; make one with `dragoman ingest INPUT --db sqlite:///{path}`")
    if not path.parent.is_dir():
        raise StoreTrouble(f"the folder {path.parent} does not exist; make it first")


def _tune(engine: Engine) -> None:
    """Let SQLite write ahead, wait for other writers, and take the lock when a writing transaction begins."""

    @event.listens_for(engine, "connect")
    def _connected(connection: sqlite3.Connection, _: Any) -> None:
        connection.isolation_level = None  # transactions are begun below, not by the driver
        for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON", f"busy_timeout={WAIT_MS}"):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begun(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _first_line(error: DBAPIError) -> str:
    return str(error.orig).strip().splitlines()[0] if str(error.orig).strip() else type(error).__name__
