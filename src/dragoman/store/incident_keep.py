"""Put incidents into a store and take them out: what the updating of incidents reads and writes, in one transaction."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Any, TypeVar

import msgspec
from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    Table,
    and_,
    bindparam,
    delete,
    insert,
    or_,
    select,
    text,
    update,
)

from dragoman.records.incident import Denial, Gist, Incident, Side, Telling
from dragoman.store.incident_tables import (
    contradictions,
    hearsay,
    incident_documents,
    incident_events,
    incident_instruments,
    incident_parties,
    incidents,
)
from dragoman.store.tables import documents, events, refusals

T = TypeVar("T")
_CHUNK = 200
"""Values in one IN clause, or stretches of days in one question; SQLite allows 999 variables of old."""
_LOCK = 0x696E636964656E74
"""Key of PostgreSQL's advisory lock ("incident" in hexadecimal): one program at a time brings incidents up to date."""
_NEW = (
    documents.c.current,
    ~select(incident_documents.c.document).where(incident_documents.c.document == documents.c.id).exists(),
)
_encode, _telling, _denial = msgspec.json.Encoder().encode, msgspec.json.Decoder(Telling), msgspec.json.Decoder(Denial)


class NewDocument(msgspec.Struct, frozen=True):
    """A document whose events have not been taken up: its facts, PLOVER records, and refusals that say something."""

    id: str
    coder: str
    payloads: tuple[str, ...]
    told: tuple[tuple[int, int, int, str], ...]
    doc: str
    published: str | None
    text: str


class Place(msgspec.Struct, frozen=True):
    """Where a telling stands: its incident and component."""

    incident: str
    component: str


class HearsayRow(msgspec.Struct, frozen=True):
    """Something said of an occurrence or an instrument that is no event; one row for each instrument and party."""

    document: str
    id: str
    code: str | None
    denial: bool
    instrument: str | None
    date: str
    payload: str


@contextmanager
def updating(engine: Engine) -> Iterator[Connection]:
    """Open a transaction that alone brings incidents up to date."""
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
        yield connection


def stale_documents(connection: Connection) -> list[str]:
    """List documents taken up before that are no longer current or have been coded anew."""
    query = (
        select(incident_documents.c.document)
        .join(documents, documents.c.id == incident_documents.c.document)
        .where(or_(documents.c.current.is_(False), documents.c.coder != incident_documents.c.coder))
    )
    return list(connection.execute(query).scalars())


def stories_taken(connection: Connection) -> dict[str, str]:
    """Return the story with which each document was taken up."""
    found = connection.execute(select(incident_documents.c.document, incident_documents.c.story))
    return {row.document: row.story for row in found}


def has_new_documents(connection: Connection) -> bool:
    """Tell whether a current document has not been taken up."""
    return connection.execute(select(documents.c.id).where(*_NEW).limit(1)).first() is not None


def new_documents(connection: Connection, most: int) -> list[NewDocument]:
    """List current documents that have not been taken up, the first published first."""
    columns = (documents.c.id, documents.c.coder, documents.c.doc, documents.c.published, documents.c.text)
    query = select(*columns).where(*_NEW).order_by(documents.c.published, documents.c.doc).limit(most)
    rows = list(connection.execute(query))
    payloads: dict[str, list[str]] = {}
    for part in _parts([row.id for row in rows]):
        found = (
            select(events.c.document, events.c.payload).where(events.c.document.in_(part)).order_by(events.c.position)
        )
        for document, payload in connection.execute(found):
            payloads.setdefault(document, []).append(payload)
    told: dict[str, list[tuple[int, int, int, str]]] = {}
    for part in _parts([row.id for row in rows]):
        said = (refusals.c.position, refusals.c.start, refusals.c.end, refusals.c.told)
        asked = select(refusals.c.document, *said).where(refusals.c.document.in_(part), refusals.c.told.is_not(None))
        for document, *rest in connection.execute(asked):
            told.setdefault(document, []).append(tuple(rest))
    return [
        NewDocument(r.id, r.coder, tuple(payloads.get(r.id, ())), tuple(told.get(r.id, ())), r.doc, r.published, r.text)
        for r in rows
    ]


def take_out(connection: Connection, gone: Sequence[str]) -> tuple[set[Place], list[Denial]]:
    """Take documents out; return the places where their tellings stood and the denials they held."""
    places: set[Place] = set()
    denials: list[Denial] = []
    for part in _parts(gone):
        stood = select(incident_events.c.incident, incident_events.c.component)
        found = connection.execute(stood.where(incident_events.c.document.in_(part)).distinct())
        places |= {Place(incident, component) for incident, component in found}
        said = select(hearsay.c.payload).where(hearsay.c.document.in_(part), hearsay.c.denial)
        denials += [_denial.decode(p) for p in connection.execute(said).scalars()]
        for table in (incident_events, hearsay, incident_documents):
            connection.execute(delete(table).where(table.c.document.in_(part)))
    return places, denials


def take_up(connection: Connection, taken: Iterable[tuple[NewDocument, str]]) -> None:
    """Note that documents have been taken up, each with its story."""
    _insert(connection, incident_documents, [{"document": d.id, "coder": d.coder, "story": s} for d, s in taken])


def neighbours(connection: Connection, gists: Sequence[Gist], parties: set[str]) -> list[tuple[Telling, Place]]:
    """List the tellings already placed that may be alike: of the same days and one of the parties, or of the same key."""
    table = incident_events.c
    found: list[tuple[Telling, Place]] = []
    for some in _parts(_stretches([(g.first, g.last) for g in gists if not g.key])):
        near = or_(*(and_(table.last >= first, table.first <= last) for first, last in some))
        found += _placed(connection, and_(table.key == "", near), parties)
    for part in _parts(sorted({g.key for g in gists if g.key})):
        found += _placed(connection, table.key.in_(part), None)
    return found


def _stretches(days: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Join stretches of days that touch, each made wider by a day at both ends: articles may differ by one."""
    joined: list[tuple[str, str]] = []
    for first, last in sorted({(_shift(first, -1), _shift(last, 1)) for first, last in days}):
        if joined and first <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(last, joined[-1][1])
        else:
            joined.append((first, last))
    return joined


def members_of(connection: Connection, column: str, ids: Iterable[str]) -> list[tuple[Telling, Place]]:
    """List all tellings of some incidents or components (`column`)."""
    found: list[tuple[Telling, Place]] = []
    for part in _parts(sorted(ids)):
        found += _placed(connection, incident_events.c[column].in_(part), None)
    return found


def _placed(
    connection: Connection, condition: ColumnElement[bool], parties: set[str] | None
) -> Iterator[tuple[Telling, Place]]:
    table = incident_events.c
    query = select(table.telling, table.incident, table.component, table.parties).where(condition)
    for told, incident, component, codes in connection.execute(query):
        if parties is None or not parties.isdisjoint(codes.split()):
            yield _telling.decode(told), Place(incident, component)


def _shift(day: str, days: int) -> str:
    return (date.fromisoformat(day) + timedelta(days)).isoformat()


def place_tellings(
    connection: Connection, added: Iterable[tuple[Telling, Place, str]], moved: Mapping[tuple[str, str], Place]
) -> None:
    """Insert tellings with their parties (codes between spaces), and move those whose incident or component is another."""
    rows = [
        {
            "document": telling.document, "event": telling.event, "incident": place.incident,
            "component": place.component, "type": telling.gist.type, "parties": parties, "first": telling.gist.first,
            "last": telling.gist.last, "key": telling.gist.key, "telling": _encode(telling).decode(),
        }
        for telling, place, parties in added
    ]  # fmt: skip
    _insert(connection, incident_events, rows)
    if moved:
        here = and_(incident_events.c.document == bindparam("d"), incident_events.c.event == bindparam("e"))
        values: dict[str, Any] = {"incident": bindparam("i"), "component": bindparam("c")}
        rows = [{"d": d, "e": e, "i": place.incident, "c": place.component} for (d, e), place in moved.items()]
        connection.execute(update(incident_events).where(here).values(values), rows)


def put_incidents(connection: Connection, gone: Iterable[str], described: Sequence[Incident]) -> None:
    """Replace incidents: those gone or described anew go with all that hangs from them, the described ones come."""
    for part in _parts(sorted({*gone, *(one.id for one in described)})):
        for table in (incident_parties, incident_instruments, contradictions):
            connection.execute(delete(table).where(table.c.incident.in_(part)))
        connection.execute(delete(incidents).where(incidents.c.id.in_(part)))
    _insert(connection, incidents, [_incident_row(one) for one in described])
    _insert(connection, incident_parties, [row for one in described for row in _party_rows(one)])
    named = [{"incident": one.id, "instrument": i} for one in described for i in one.instruments]
    _insert(connection, incident_instruments, named)
    disputed = [
        {
            "incident": one.id, "position": n, "kind": c.kind, "about": c.about, "low": c.low, "best": c.best,
            "high": c.high, "claims": _encode(c.claims).decode(),
        }
        for one in described
        for n, c in enumerate(one.contradictions)
    ]  # fmt: skip
    _insert(connection, contradictions, disputed)


def _incident_row(one: Incident) -> dict[str, Any]:
    return {
        "id": one.id, "component": one.component, "type": one.type, "act": one.act, "status": one.status,
        "quad": one.quad, "scale": one.scale, "date": one.date, "earliest": one.earliest, "latest": one.latest,
        "country": one.country, "articles": one.articles, "stories": one.stories, "origins": len(one.origins),
        "first_seen": one.first_seen, "standing": one.standing, "summary": _encode(one).decode(),
    }  # fmt: skip


def _party_rows(one: Incident) -> Iterator[dict[str, Any]]:
    implied = (Side(one.counterpart),) if one.counterpart is not None else ()
    for side, group in (("actor", one.actor), ("recipient", one.recipient), ("implied", implied)):
        for position, party in enumerate(group):
            yield {
                "incident": one.id, "side": side, "position": position, "code": party.code, "sector": party.sector,
                "name": party.name,
            }  # fmt: skip


def put_hearsay(connection: Connection, rows: Sequence[HearsayRow]) -> None:
    """Insert what was said without being an event."""
    _insert(connection, hearsay, [msgspec.structs.asdict(row) for row in rows])


def denials_between(connection: Connection, first: str, last: str) -> list[Denial]:
    """List the denials between two days."""
    query = select(hearsay.c.payload).where(hearsay.c.denial, hearsay.c.date >= first, hearsay.c.date <= last)
    return [_denial.decode(payload) for payload in dict.fromkeys(connection.execute(query).scalars())]


def incidents_of_party(connection: Connection, code: str, first: str, last: str) -> set[str]:
    """List the incidents of which some telling names a party and may lie between two days."""
    table = incident_events.c
    near = and_(table.key == "", table.last >= first, table.first <= last, table.parties.contains(f" {code} "))
    return set(connection.execute(select(table.incident).where(near)).scalars())


def _parts(values: Sequence[T]) -> Iterator[Sequence[T]]:
    for at in range(0, len(values), _CHUNK):
        yield values[at : at + _CHUNK]


def _insert(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(insert(table), rows)
