"""Put many documents into a store at once, which takes a fraction of the time of one after the other."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, Engine, Table, select

from dragoman.store.copy import copy_rows
from dragoman.store.index import index_documents
from dragoman.store.keep import Kept, columns_of, event_columns, insert_rows, keep_within, transaction
from dragoman.store.rows import DocumentRow, EventRow, FailureRow, RefusalRow
from dragoman.store.tables import documents, events, failures, parties, refusals


class Coded(msgspec.Struct, frozen=True):
    """A document with everything read from it."""

    document: DocumentRow
    found: tuple[EventRow, ...] = ()
    refused: tuple[RefusalRow, ...] = ()
    failure: FailureRow | None = None


def keep_many(engine: Engine, batch: Sequence[Coded]) -> list[Kept]:
    """Keep documents as `keep` does one after the other, but in one transaction; say of each what became of it.

    Those that are plainly new go in together; a document that is held, in any version, goes the longer way.
    """

    def write(connection: Connection) -> list[Kept]:
        plain = _plainly_new(connection, batch)
        # In one order everywhere, so that two writers of the same documents wait for each other and never in a circle.
        first = sorted((one for one in batch if one.document.id in plain), key=lambda one: one.document.id)
        _add_all(connection, first)
        return [
            "new"
            if one.document.id in plain
            else keep_within(connection, one.document, one.found, one.refused, one.failure)
            for one in batch
        ]

    return transaction(engine, write)


def _plainly_new(connection: Connection, batch: Sequence[Coded]) -> frozenset[str]:
    """Tell which documents are plainly new: nothing of that doc is held or comes too, and nothing failed at their place."""
    rows = {one.document.id: columns_of(one.document) for one in batch}
    came = Counter(columns_of(one.document)["doc"] for one in batch)
    held = select(documents.c.doc).where(documents.c.doc.in_(came))
    paths = {row["path"] for row in rows.values()}
    places = select(failures.c.path, failures.c.line).where(failures.c.document.is_(None), failures.c.path.in_(paths))
    known = set(connection.execute(held).scalars())
    failed = {(path, line) for path, line in connection.execute(places)}
    return frozenset(
        id_
        for id_, row in rows.items()
        if came[row["doc"]] == 1 and row["doc"] not in known and (row["path"], row["line"]) not in failed
    )


def _add_all(connection: Connection, batch: Sequence[Coded]) -> None:
    first: dict[str, Any] = {"version": 1, "replaces": None, "current": True}
    _copy(connection, documents, [{**columns_of(one.document), **first} for one in batch])
    index_documents(connection, [(one.document.id, one.document.title, one.document.text) for one in batch])
    rows, sides = [], []
    for one in batch:
        told, those = event_columns(one.document.id, one.found)
        rows += told
        sides += those
    _copy(connection, events, rows)
    _copy(connection, parties, sides)
    refused = [{"document": one.document.id, **columns_of(row)} for one in batch for row in one.refused]
    _copy(connection, refusals, refused)
    failed = [(one.document.id, one.failure) for one in batch if one.failure is not None]
    _copy(connection, failures, [{"id": f.id, "document": id_, **columns_of(f)} for id_, f in failed])


def _copy(connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    """Insert rows, by COPY where the database has it."""
    if connection.dialect.name != "postgresql":
        insert_rows(connection, table, list(rows))
    elif rows:
        copy_rows(connection, table.name, list(rows[0]), ([row[name] for name in rows[0]] for row in rows))
