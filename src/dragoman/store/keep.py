"""Put a document with everything read from it into a store, in one transaction."""

from collections.abc import Callable, Iterable
from typing import Any, Literal, TypeVar

import msgspec
from sqlalchemy import Connection, Engine, and_, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from dragoman.store.index import index_documents
from dragoman.store.rows import DocumentRow, EventRow, FailureRow, RefusalRow
from dragoman.store.tables import documents, events, failures, parties, refusals

Kept = Literal["new", "changed", "recoded", "unchanged"]
"""What keeping did: a first version, a further one, the same text coded anew, or nothing."""
_ATTEMPTS = 3
T = TypeVar("T")


def is_known(engine: Engine, id_: str, coder: str) -> bool:
    """Tell whether this very document has been coded without error by this version of the engine."""
    held = select(documents.c.id).where(documents.c.id == id_, documents.c.coder == coder, documents.c.error.is_(None))
    with engine.connect() as connection:
        return connection.execute(held).first() is not None


def keep(
    engine: Engine,
    document: DocumentRow,
    found: Iterable[EventRow] = (),
    refused: Iterable[RefusalRow] = (),
    failure: FailureRow | None = None,
    also: Callable[[Connection], None] | None = None,
) -> Kept:
    """Keep a document with its events, refusals and failure; all of it or, when interrupted, nothing.

    What `also` writes belongs to the same transaction. Another writer that keeps the same document at the same time is
    no trouble: one of the two does it.
    """
    found, refused = tuple(found), tuple(refused)

    def write(connection: Connection) -> Kept:
        if also is not None:
            also(connection)
        return keep_within(connection, document, found, refused, failure)

    return transaction(engine, write)


def keep_failure(engine: Engine, failure: FailureRow) -> None:
    """Keep a failure of a document that could not even be read; the same failure is kept once."""
    transaction(engine, lambda connection: add_failure(connection, failure))


def add_failure(connection: Connection, failure: FailureRow, document: str | None = None) -> None:
    """Write a failure within a transaction; the same failure is kept once."""
    connection.execute(delete(failures).where(failures.c.id == failure.id))
    row = {"id": failure.id, "document": document, **columns_of(failure)}
    connection.execute(insert(failures), row)


def transaction(engine: Engine, write: Callable[[Connection], T]) -> T:
    """Write in one transaction, again where another writer wrote the same rows at the same time."""
    for attempt in range(_ATTEMPTS):
        try:
            with engine.connect().execution_options(writes=True) as connection, connection.begin():
                return write(connection)
        except IntegrityError:
            if attempt == _ATTEMPTS - 1:
                raise
    raise AssertionError("unreachable")


def columns_of(row: msgspec.Struct) -> dict[str, Any]:
    """Return the values of a row; PostgreSQL takes no NUL in a text, so U+FFFD stands for it on either database."""
    values = msgspec.structs.asdict(row)
    return {key: value.replace("\0", "\ufffd") if isinstance(value, str) else value for key, value in values.items()}


def keep_within(
    connection: Connection,
    document: DocumentRow,
    found: tuple[EventRow, ...],
    refused: tuple[RefusalRow, ...],
    failure: FailureRow | None,
) -> Kept:
    """Keep a document within a transaction."""
    held = connection.execute(select(documents.c.coder, documents.c.error).where(documents.c.id == document.id)).first()
    if held is not None and held.coder == document.coder and held.error is None:
        return "unchanged"
    done: Kept = "recoded"
    if held is None:
        done = _add_version(connection, document)
    else:
        for table in (events, parties, refusals):
            connection.execute(delete(table).where(table.c.document == document.id))
        connection.execute(update(documents).where(documents.c.id == document.id).values(**columns_of(document)))
    _add_events(connection, document.id, found)
    insert_rows(connection, refusals, [{"document": document.id, **columns_of(row)} for row in refused])
    # What could not be read at this place before has been read now.
    here = and_(
        failures.c.document.is_(None),
        failures.c.path == document.path,
        failures.c.line.is_not_distinct_from(document.line),
    )
    connection.execute(delete(failures).where(here | (failures.c.document == document.id)))
    if failure is not None:
        add_failure(connection, failure, document.id)
    return done


def _add_version(connection: Connection, document: DocumentRow) -> Kept:
    """Add a document as the current version of its doc, naming the version before."""
    columns = columns_of(document)
    before = connection.execute(
        select(documents.c.id, documents.c.version)
        .where(documents.c.doc == columns["doc"])
        .order_by(documents.c.version.desc())
        .limit(1)
    ).first()
    if before is not None:
        connection.execute(update(documents).where(documents.c.doc == columns["doc"]).values(current=False))
    place = {
        "version": 1 if before is None else before.version + 1,
        "replaces": None if before is None else before.id,
        "current": True,
    }
    connection.execute(insert(documents), {**columns, **place})
    index_documents(connection, [(document.id, document.title, document.text)])
    return "new" if before is None else "changed"


def _add_events(connection: Connection, document: str, found: tuple[EventRow, ...]) -> None:
    rows, sides = event_columns(document, found)
    insert_rows(connection, events, rows)
    insert_rows(connection, parties, sides)


def event_columns(document: str, found: Iterable[EventRow]) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Return the rows of events and of their parties; the same event told twice is one."""
    rows: dict[str, dict[str, Any]] = {}
    sides: list[dict[str, Any]] = []
    for event in found:
        if event.id in rows:
            continue
        rows[event.id] = {"document": document, **columns_of(event)}
        del rows[event.id]["parties"]
        sides += [{"document": document, "event": rows[event.id]["id"], **columns_of(p)} for p in event.parties]
    return list(rows.values()), sides


def insert_rows(connection: Connection, table: Any, rows: list[dict[str, Any]]) -> None:
    """Insert rows, if there are any."""
    if rows:
        connection.execute(insert(table), rows)
