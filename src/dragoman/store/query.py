"""Ask a store for events."""

from collections.abc import Iterator

import msgspec
from sqlalchemy import ColumnElement, Engine, and_, exists, func, or_, select

from dragoman.store.tables import documents, events, failures, parties, refusals


class Filter(msgspec.Struct, frozen=True):
    """What events to ask for; None asks for all. Parties are "KOR", "KOR/GOV" or "/REB".

    Two-sided acts (a meeting, a struck deal) list everyone as actor: there the recipient is looked for among them too.
    An event belongs to a range of days when it may have happened on one of them.
    """

    actor: str | None = None
    recipient: str | None = None
    type: str | None = None
    status: str | None = None
    first: str | None = None
    last: str | None = None
    doc: str | None = None


def find_events(engine: Engine, wanted: Filter) -> Iterator[str]:
    """Yield the records (PLOVER JSON) of current documents, in order of date, document and place in it."""
    query = (
        select(events.c.payload)
        .join(documents, documents.c.id == events.c.document)
        .where(documents.c.current, *conditions(wanted))
        .order_by(func.coalesce(events.c.date, ""), documents.c.doc, events.c.position)
    )
    with engine.connect().execution_options(yield_per=500) as connection:
        for row in connection.execute(query):
            yield row.payload


def count_rows(engine: Engine) -> dict[str, int]:
    """Count what a store holds: documents (all versions), current ones, events, refusals, failures."""
    tables = {"documents": documents, "events": events, "refusals": refusals, "failures": failures}
    with engine.connect() as connection:
        asked = {name: select(func.count()).select_from(table) for name, table in tables.items()}
        asked["current"] = asked["documents"].where(documents.c.current)
        return {name: int(connection.execute(query).scalar_one()) for name, query in asked.items()}


def conditions(wanted: Filter) -> Iterator[ColumnElement[bool]]:
    """Yield what a query over events, joined with their documents, must hold."""
    if wanted.actor is not None:
        yield _has_party("actor", wanted.actor)
    if wanted.recipient is not None:
        among = and_(events.c.sided.is_(False), _has_party("actor", wanted.recipient))
        yield or_(_has_party("recipient", wanted.recipient), among)
    if wanted.type is not None:
        yield events.c.type == wanted.type.upper()
    if wanted.status is not None:
        yield events.c.status == wanted.status
    if wanted.doc is not None:
        yield documents.c.doc == wanted.doc
    if wanted.first is not None:
        yield func.coalesce(events.c.enddate, events.c.date) >= wanted.first
    if wanted.last is not None:
        yield events.c.date <= wanted.last


def _has_party(side: str, wanted: str) -> ColumnElement[bool]:
    code, _, sector = wanted.upper().partition("/")
    parts = [parties.c.document == events.c.document, parties.c.event == events.c.id, parties.c.side == side]
    if code:
        parts.append(parties.c.code == code)
    if sector:
        parts.append(parties.c.sector == sector)
    return exists().where(and_(*parts))
