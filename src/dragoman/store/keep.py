"""Put a document with everything read from it into a store, in one transaction."""

from collections.abc import Iterable
from typing import Any, Literal

import msgspec
from sqlalchemy import Connection, Engine, and_, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from dragoman.store.index import index_documents
from dragoman.store.rows import DocumentRow, EventRow, FailureRow, RefusalRow
from dragoman.store.tables import documents, events, failures, parties, refusals

Kept = Literal["new", "changed", "recoded", "unchanged"]
"""What keeping did: a first version, a further one, the same text coded anew, or nothing."""
_ATTEMPTS = 3


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
) -> Kept:
    """Keep a document with its events, refusals and failure; all of it or, when interrupted, nothing.

    Another writer that keeps the same document at the same time is no trouble: one of the two does it.
    """
    found, refused = tuple(found), tuple(refused)
    for attempt in range(_ATTEMPTS):
        try:
            with _writing(engine) as connection, connection.begin():
                return _keep(connection, document, found, refused, failure)
        except IntegrityError:
            if attempt == _ATTEMPTS - 1:
                raise
    raise AssertionError("unreachable")


def keep_failure(engine: Engine, failure: FailureRow) -> None:
    """Keep a failure of a document that could not even be read; the same failure is kept once."""
    with _writing(engine) as connection, connection.begin():
        _add_failure(connection, failure, None)


def _writing(engine: Engine) -> Connection:
    return engine.connect().execution_options(writes=True)


def _columns(row: msgspec.Struct) -> dict[str, Any]:
    """Return the values of a row; PostgreSQL takes no NUL in a text, so U+FFFD stands for it on either database."""
    values = msgspec.structs.asdict(row)
    return {key: value.replace("\0", "\ufffd") if isinstance(value, str) else value for key, value in values.items()}


def _keep(
    connection: Connection,
    document: DocumentRow,
    found: tuple[EventRow, ...],
    refused: tuple[RefusalRow, ...],
    failure: FailureRow | None,
) -> Kept:
    held = connection.execute(select(documents.c.coder, documents.c.error).where(documents.c.id == document.id)).first()
    if held is not None and held.coder == document.coder and held.error is None:
        return "unchanged"
    done: Kept = "recoded"
    if held is None:
        done = _add_version(connection, document)
    else:
        for table in (events, parties, refusals):
            connection.execute(delete(table).where(table.c.document == document.id))
        connection.execute(update(documents).where(documents.c.id == document.id).values(**_columns(document)))
    _add_events(connection, document.id, found)
    _insert(connection, refusals, [{"document": document.id, **_columns(row)} for row in refused])
    # What could not be read at this place before has been read now.
    here = and_(
        failures.c.document.is_(None),
        failures.c.path == document.path,
        failures.c.line.is_not_distinct_from(document.line),
    )
    connection.execute(delete(failures).where(here | (failures.c.document == document.id)))
    if failure is not None:
        _add_failure(connection, failure, document.id)
    return done


def _add_version(connection: Connection, document: DocumentRow) -> Kept:
    """Add a document as the current version of its doc, naming the version before."""
    columns = _columns(document)
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
    rows, sides = {}, []
    for event in found:
        if event.id in rows:
            continue
        rows[event.id] = {"document": document, **_columns(event)}
        del rows[event.id]["parties"]
        sides += [{"document": document, "event": rows[event.id]["id"], **_columns(p)} for p in event.parties]
    _insert(connection, events, list(rows.values()))
    _insert(connection, parties, sides)


def _add_failure(connection: Connection, failure: FailureRow, document: str | None) -> None:
    connection.execute(delete(failures).where(failures.c.id == failure.id))
    row = {"id": failure.id, "document": document, **_columns(failure)}
    connection.execute(insert(failures), row)


def _insert(connection: Connection, table: Any, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(insert(table), rows)
