"""Read what a store holds of an article into tellings and hearsay."""

import hashlib
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache

import msgspec

from dragoman.coding.hearsay import is_denial
from dragoman.packs.load import load_concepts
from dragoman.packs.media_file import load_media
from dragoman.records import Hearsay
from dragoman.records.incident import Count, Denial, Gist, Side, Telling, Voice
from dragoman.store.incident_keep import HearsayRow, NewDocument

NEWS_DAYS = 3
"""Days before its publication within which an article's undated news happened."""
RECENT_DAYS = 30
"""Days before publication within which an undated event that is no background happened; the codebook, section 3."""
WIDEST = 31
"""Days; what is bounded more widely is compared by what it says alone."""


BODIES = frozenset({"IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"})
"""Codes that are no country."""


class _Party(msgspec.Struct):
    code: str | None
    sector: str | None
    name: str | None = None
    office: str | None = None
    text: str = ""


class _Place(msgspec.Struct):
    country: str | None
    name: str | None = None


class _Figure(msgspec.Struct):
    role: str
    what: str
    number: int
    act: str
    about: bool = False


class _Hop(msgspec.Struct):
    kind: str
    name: str


class _Cited(msgspec.Struct):
    source: str | None = None
    published: str | None = None
    language: str | None = None
    chain: tuple[_Hop, ...] = ()


class _Step(msgspec.Struct):
    stage: str


class _Explain(msgspec.Struct):
    concept: str
    date_basis: str
    themes: tuple[str, ...] = ()
    steps: tuple[_Step, ...] = ()


class Record(msgspec.Struct):
    """What comparing needs of a PLOVER record; the other fields are passed over."""

    id: str
    event: tuple[str, ...]
    mode: tuple[str, ...]
    date: str | None
    enddate: str | None
    date_granularity: str | None
    status: str
    historical: bool
    actor: tuple[_Party, ...]
    recipient: tuple[_Party, ...]
    attribution: tuple[_Party, ...]
    quad_code: int
    event_scale: float
    cite_info: _Cited
    explain: _Explain
    event_loc: _Place | None = None
    figures: tuple[_Figure, ...] = ()
    instruments: tuple[str, ...] = ()
    text: str = ""


_record, _hearsay, _encode = msgspec.json.Decoder(Record), msgspec.json.Decoder(Hearsay), msgspec.json.Encoder().encode


def read_document(document: NewDocument, story: str) -> tuple[list[Telling], list[HearsayRow]]:
    """Read the tellings of a document, and its denials and other hearsay."""
    records = [_record.decode(payload) for payload in document.payloads]
    hearsay = [(position, start, end, _hearsay.decode(told)) for position, start, end, told in document.told]
    company = _company(records, [told for *_, told in hearsay])
    tellings = [_telling(record, document, story, company) for record in records]
    said = [row for record in records for row in _said_by_event(record, document, story)]
    for position, start, end, told in hearsay:
        said += _said(told, f"r{position}", document, story, document.text[start:end])
    return tellings, said


def _company(records: Sequence[Record], hearsay: Sequence[Hearsay]) -> tuple[str, ...]:
    """List the countries that take part or speak in an article."""
    codes = {p.code for r in records for p in (*r.actor, *r.recipient)}
    codes |= {v.code for r in records for v in r.attribution if v.sector != "JRN"}
    codes |= {e.code for told in hearsay for e in (*told.actor, *told.speaker) if e.sector != "JRN"}
    return tuple(sorted(code for code in codes if code is not None and code not in BODIES))


def _telling(record: Record, document: NewDocument, story: str, company: tuple[str, ...]) -> Telling:
    chain = record.cite_info.chain
    agency = next((hop.name for kind in ("agency", "original") for hop in chain if hop.kind == kind), "")
    outlet = next((hop.name for hop in chain if hop.kind == "outlet"), "") or record.cite_info.source or ""
    if not agency and _is_agency(outlet):
        agency = outlet  # an agency's own site
    voices = {Voice(v.code, v.sector, v.text, medium=v.sector == "JRN") for v in record.attribution if v.code or v.text}
    if not voices and any(step.stage == "attribution" for step in record.explain.steps):
        voices = {Voice(a.code, a.sector, a.text) for a in record.actor}  # the actor tells of it
    return Telling(
        document=document.id,
        event=record.id,
        doc=document.doc,
        story=story,
        gist=gist_of(record, document.published, story),
        published=document.published,
        language=record.cite_info.language,
        outlet=outlet,
        agency=agency,
        voices=tuple(sorted(voices, key=str)),
        quad=record.quad_code,
        scale=record.event_scale,
        historical=record.historical,
        company=company,
    )


@cache
def _is_agency(name: str) -> bool:
    medium = load_media().named(name)
    return medium is not None and medium.kind == "agency"


def gist_of(record: Record, published: str | None, story: str) -> Gist:
    """Reduce a record to what it says of the occurrence."""
    first, last = _bounds(record, published)
    gist = Gist(
        type=record.event[0],
        mode=record.mode[0] if record.mode else "",
        status=record.status,
        acts=wider_acts(record.explain.concept),
        themes=tuple(sorted(record.explain.themes)),
        actor=_sides(record.actor),
        recipient=_sides(record.recipient),
        first=first,
        last=last,
        precise=record.date_granularity == "day" and record.explain.date_basis in {"stated", "relative", "inferred"},
        country=(record.event_loc.country or "") if record.event_loc else "",
        place=(record.event_loc.name or "") if record.event_loc else "",
        counts=tuple(sorted({Count(f.role, f.what, f.number, f.act, f.about) for f in record.figures})),
        instruments=tuple(sorted(record.instruments)),
    )
    if first and last and (date.fromisoformat(last) - date.fromisoformat(first)).days <= WIDEST:
        return gist
    return msgspec.structs.replace(gist, precise=False, key=_key(gist, story))


def _bounds(record: Record, published: str | None) -> tuple[str, str]:
    """Return the days between which it happened, as far as the article tells; "" where nothing does."""
    if record.date is not None:
        last = record.enddate or record.date
        back = NEWS_DAYS if record.explain.date_basis == "publication" else 0
        return _back(record.date, back), last
    if published is not None and not record.historical:
        return _back(published, RECENT_DAYS), published
    return "", ""


def _back(day: str, days: int) -> str:
    return (date.fromisoformat(day) - timedelta(days)).isoformat() if days else day


def _key(gist: Gist, story: str) -> str:
    """Name a statement that no day bounds: equal ones with bounds are of one occurrence, others only in one story."""
    said = (gist.type, gist.status, gist.acts[0], gist.actor, gist.recipient, gist.first, gist.last, gist.instruments)
    own = "" if gist.first or gist.instruments else story
    return hashlib.sha256(repr((said, own)).encode()).hexdigest()[:16]


def _sides(parties: tuple[_Party, ...]) -> tuple[Side, ...]:
    """Reduce parties; a name is kept of those who hold an office and of those who have no code."""
    sides = (Side(p.code, p.sector, p.name or p.text or None) if not p.code else _coded(p) for p in parties)
    return tuple(sorted(set(sides), key=str))


def _coded(party: _Party) -> Side:
    return Side(party.code, party.sector, party.name if party.office else None)


@cache
def wider_acts(act: str) -> tuple[str, ...]:
    """Return an act with the wider acts above it."""
    concepts, found = load_concepts(), [act]
    while (known := concepts.acts.get(found[-1])) is not None and known.is_ is not None and known.is_ not in found:
        found.append(known.is_)
    return tuple(found)


def _said_by_event(record: Record, document: NewDocument, story: str) -> Iterator[HearsayRow]:
    """Read an event that denies something as a denial too."""
    if not is_denial(record.explain.concept, record.explain.themes):
        return
    actor = _sides(record.actor)
    day = record.date or document.published or ""
    denial = Denial(document.id, document.doc, story, actor, record.explain.themes, day, record.text)
    for number, side in enumerate(actor):
        id_ = f"e{record.id}-{number}"
        yield HearsayRow(document.id, id_, side.code, True, None, day, _encode(denial).decode())


def _said(told: Hearsay, id_: str, document: NewDocument, story: str, words: str) -> Iterator[HearsayRow]:
    actor = tuple(Side(e.code, e.sector, e.name if e.office or not e.code else None) for e in told.actor)
    day = told.date or document.published or ""
    denied = is_denial(told.act, told.themes)
    denial = Denial(document.id, document.doc, story, actor, told.themes, day, words)
    payload = _encode(denial if denied else told).decode()
    for number, side in enumerate(actor):
        for instrument in told.instruments or (None,):
            key = f"{id_}-{number}" + (f"-{instrument}" if instrument else "")
            yield HearsayRow(document.id, key, side.code, denied, instrument, day, payload)
