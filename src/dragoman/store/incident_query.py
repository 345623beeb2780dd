"""Ask a store for incidents, what they rest on, and what is told of instruments."""

from collections.abc import Iterator

import msgspec
from sqlalchemy import ColumnElement, Engine, Select, and_, exists, func, select

from dragoman.records.incident import Incident, Telling
from dragoman.store.incident_tables import (
    contradictions,
    hearsay,
    incident_events,
    incident_instruments,
    incident_parties,
    incidents,
)
from dragoman.store.tables import documents, events

_incident, _telling = msgspec.json.Decoder(Incident), msgspec.json.Decoder(Telling)


class IncidentFilter(msgspec.Struct, frozen=True):
    """What incidents to ask for; None asks for all.

    Parties are "KOR", "KOR/MIL" or "/REB". An incident belongs to a range of days when it may have happened on one of
    them. `origins` and `articles` are the fewest. `disputed` asks for those with contradictions.
    """

    actor: str | None = None
    recipient: str | None = None
    party: str | None = None
    dyad: tuple[str, str] | None = None
    type: str | None = None
    first: str | None = None
    last: str | None = None
    instrument: str | None = None
    origins: int = 1
    articles: int = 1
    disputed: bool = False


class Evidence(msgspec.Struct, frozen=True):
    """One telling with the document it stands in and the event's PLOVER record as JSON."""

    telling: Telling
    title: str | None
    url: str | None
    payload: str


class HearsayRow(msgspec.Struct, frozen=True):
    """What somebody is said to have done with an instrument, where it is no event: JSON, and the document."""

    payload: str
    doc: str
    date: str
    published: str | None


class PairRow(msgspec.Struct, frozen=True):
    """One directed pair of countries in one incident: who to whom, when, how intense, how many origins stand behind it.

    `implied` where the recipient is not told but implied by the company of the incident's articles.
    """

    incident: str
    date: str
    actor: str
    recipient: str
    quad: int
    scale: float
    origins: int
    articles: int
    implied: bool


def find_incidents(engine: Engine, wanted: IncidentFilter, most: int | None = None) -> Iterator[Incident]:
    """Yield incidents by date; with `most` the best attested ones, still by date."""
    query = select(incidents.c.summary, incidents.c.date, incidents.c.id).where(*_conditions(wanted))
    if most is not None:
        query = query.order_by(incidents.c.origins.desc(), incidents.c.articles.desc(), incidents.c.id).limit(most)
    inner = query.subquery()
    ordered = select(inner.c.summary).order_by(func.coalesce(inner.c.date, ""), inner.c.id)
    with engine.connect().execution_options(yield_per=200) as connection:
        for row in connection.execute(ordered):
            yield _incident.decode(row.summary)


def get_incidents(engine: Engine, beginning: str) -> list[Incident]:
    """Return the incidents whose id begins so."""
    with engine.connect() as connection:
        found = select(incidents.c.summary).where(incidents.c.id.startswith(beginning, autoescape=True)).limit(10)
        return [_incident.decode(row.summary) for row in connection.execute(found)]


def evidence_of(engine: Engine, incident: str) -> list[Evidence]:
    """List the tellings of an incident with their documents and records, by day of publication."""
    query = (
        select(incident_events.c.telling, documents.c.title, documents.c.url, events.c.payload)
        .join(documents, documents.c.id == incident_events.c.document)
        .join(
            events,
            and_(events.c.document == incident_events.c.document, events.c.id == incident_events.c.event),
        )
        .where(incident_events.c.incident == incident)
        .order_by(func.coalesce(documents.c.published, ""), documents.c.doc, events.c.position)
    )
    with engine.connect() as connection:
        return [Evidence(_telling.decode(t), title, url, p) for t, title, url, p in connection.execute(query)]


def hearsay_about(engine: Engine, instrument: str) -> list[HearsayRow]:
    """List what is said of an instrument without being an event, by day."""
    query = (
        select(hearsay.c.payload, documents.c.doc, hearsay.c.date, documents.c.published)
        .join(documents, documents.c.id == hearsay.c.document)
        .where(hearsay.c.instrument == instrument, hearsay.c.denial.is_(False))
        .order_by(hearsay.c.date, documents.c.doc, hearsay.c.id)
    )
    with engine.connect() as connection:
        return [HearsayRow(*row) for row in connection.execute(query)]


def find_pairs(engine: Engine, wanted: IncidentFilter) -> Iterator[PairRow]:
    """Yield the directed pairs of every dated incident; in a two-sided one each stands against each other both ways."""
    with engine.connect().execution_options(yield_per=500) as connection:
        for row in connection.execute(_pairs_query(wanted)):
            yield from _pairs(_incident.decode(row.summary))


def _pairs_query(wanted: IncidentFilter) -> Select[tuple[str]]:
    dated = (incidents.c.date.is_not(None), incidents.c.status == "actual")
    return select(incidents.c.summary).where(*dated, *_conditions(wanted)).order_by(incidents.c.date, incidents.c.id)


def _pairs(one: Incident) -> Iterator[PairRow]:
    actors = {s.code for s in one.actor if s.code}
    recipients = {s.code for s in one.recipient if s.code}
    pairs = {(a, r) for a in actors for r in recipients}
    implied = one.counterpart is not None
    if one.counterpart is not None:
        pairs = {(a, one.counterpart) for a in actors}
    elif not one.recipient:
        pairs = {(a, b) for a in actors for b in actors if a != b}
    for actor, recipient in sorted(pairs):
        yield PairRow(
            one.id, one.date or "", actor, recipient, one.quad, one.scale, len(one.origins), one.articles, implied
        )


def _conditions(wanted: IncidentFilter) -> Iterator[ColumnElement[bool]]:
    for side, party in (("actor", wanted.actor), ("recipient", wanted.recipient), ("", wanted.party)):
        if party is not None:
            yield _has_party(side, party)
    for party in wanted.dyad or ():
        yield _has_party("", party)
    if wanted.type is not None:
        yield incidents.c.type == wanted.type.upper()
    if wanted.first is not None:
        yield incidents.c.latest >= wanted.first
    if wanted.last is not None:
        yield incidents.c.earliest <= wanted.last
    if wanted.instrument is not None:
        here = incident_instruments.c.incident == incidents.c.id
        yield exists().where(here, incident_instruments.c.instrument == wanted.instrument)
    if wanted.disputed:
        yield exists().where(contradictions.c.incident == incidents.c.id)
    yield incidents.c.origins >= wanted.origins
    yield incidents.c.articles >= wanted.articles


def _has_party(side: str, wanted: str) -> ColumnElement[bool]:
    code, _, sector = wanted.upper().partition("/")
    parts = [incident_parties.c.incident == incidents.c.id]
    if side:
        parts.append(incident_parties.c.side == side)
    if code:
        parts.append(incident_parties.c.code == code)
    if sector:
        parts.append(incident_parties.c.sector == sector)
    return exists().where(and_(*parts))
