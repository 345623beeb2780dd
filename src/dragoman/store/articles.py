"""Read the current articles of a store with their events, each with the story and the incident it belongs to."""

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
from sqlalchemy import Column, Connection, Engine, MetaData, Select, Table, and_, inspect, null, select

from dragoman.store.query import Filter, conditions
from dragoman.store.tables import documents, events

_AT_ONCE = 200
"""Articles read together; each batch is two queries."""


class StoredEvent(msgspec.Struct, frozen=True):
    """An event: its PLOVER record as JSON, and the incident it tells of, where incidents are kept."""

    payload: str
    incident: str | None = None


class StoredArticle(msgspec.Struct, frozen=True):
    """A current article: what is known of it, its provenance as JSON, and its events in the order of the text.

    `replaces` is the version before it; `arrived` is the document as it arrived, as JSON.
    """

    id: str
    doc: str
    replaces: str | None
    coder: str
    path: str
    line: int | None
    language: str | None
    published: str | None
    published_basis: str | None
    title: str | None
    url: str | None
    source: str | None
    provenance: str
    arrived: str
    story: str | None = None
    events: tuple[StoredEvent, ...] = ()


def read_articles(
    engine: Engine, wanted: Filter | None = None, *, first: str | None = None, last: str | None = None
) -> Iterator[StoredArticle]:
    """Yield current articles in the order of their `doc`, with the events that `wanted` asks for.

    `first` and `last` bound the day of publication. All are of one moment: what is written meanwhile is not seen.
    """
    with engine.connect() as connection:
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        tables = inspect(connection)
        story = _belonging(tables.has_table("story_members"), "story_members", "story")
        incident = _belonging(tables.has_table("incident_events"), "incident_events", "incident", "event")
        after: str | None = None
        while rows := connection.execute(_page(after, story, first, last)).all():
            told = _events(connection, [row.id for row in rows], incident, wanted or Filter())
            for row in rows:
                yield StoredArticle(**row._mapping, events=tuple(told.get(row.id, ())))
            after = rows[-1].doc


def _belonging(there: bool, name: str, column: str, *keys: str) -> Table | None:
    """Describe a table that says what a document or event belongs to, if the store has it."""
    if not there:
        return None
    return Table(name, MetaData(), *(Column(key) for key in ("document", *keys, column)))


def _page(after: str | None, story: Table | None, first: str | None, last: str | None) -> Select[Any]:
    names = [name for name in StoredArticle.__struct_fields__ if name not in ("story", "events")]
    columns = [documents.c[name] for name in names]
    query = select(*columns, null().label("story")) if story is None else select(*columns, story.c.story)
    if story is not None:
        query = query.join_from(documents, story, story.c.document == documents.c.id, isouter=True)
    query = query.where(documents.c.current)
    if after is not None:
        query = query.where(documents.c.doc > after)
    if first is not None:
        query = query.where(documents.c.published >= first)
    if last is not None:
        query = query.where(documents.c.published <= last)
    return query.order_by(documents.c.doc).limit(_AT_ONCE)


def _events(
    connection: Connection, ids: Sequence[str], incident: Table | None, wanted: Filter
) -> dict[str, list[StoredEvent]]:
    columns = (events.c.document, events.c.payload)
    query = select(*columns, null().label("incident")) if incident is None else select(*columns, incident.c.incident)
    query = query.join_from(events, documents, documents.c.id == events.c.document)
    if incident is not None:
        same = and_(incident.c.document == events.c.document, incident.c.event == events.c.id)
        query = query.join(incident, same, isouter=True)
    query = query.where(events.c.document.in_(ids), *conditions(wanted)).order_by(events.c.document, events.c.position)
    found: dict[str, list[StoredEvent]] = {}
    for row in connection.execute(query):
        found.setdefault(row.document, []).append(StoredEvent(row.payload, row.incident))
    return found
