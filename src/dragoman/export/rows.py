"""Flatten records into rows of a CSV table."""

import csv
import io
from collections.abc import Callable, Iterable

from dragoman.export.plover import Party, PloverRecord

SEPARATOR = "; "
"""What stands between the values of a list inside one cell."""


def _parties(parties: tuple[Party, ...], field: str) -> str:
    return SEPARATOR.join(getattr(party, field) or "" for party in parties)


def _figures(record: PloverRecord) -> str:
    return SEPARATOR.join(f"{'~' if f.about else ''}{f.number} {f.role} {f.what} {f.act}" for f in record.figures)


COLUMNS: dict[str, tuple[str, Callable[[PloverRecord], object]]] = {
    "id": ("digest of the record's content", lambda r: r.id),
    "doc": ("id of the article", lambda r: r.doc),
    "date": ("first day, ISO 8601; empty where the article does not tell", lambda r: r.date),
    "enddate": ("last day", lambda r: r.enddate),
    "date_granularity": ("day, week, month, season, year, decade", lambda r: r.date_granularity),
    "event": ("PLOVER type", lambda r: SEPARATOR.join(r.event)),
    "mode": ("PLOVER mode", lambda r: SEPARATOR.join(r.mode)),
    "context": ("PLOVER contexts", lambda r: SEPARATOR.join(r.context)),
    "actor_code": ("who did it: country or body", lambda r: _parties(r.actor, "code")),
    "actor_sector": ("their sectors, in the same order", lambda r: _parties(r.actor, "sector")),
    "actor_name": ("their canonical English names", lambda r: _parties(r.actor, "name")),
    "actor_text": ("their words in the article", lambda r: _parties(r.actor, "text")),
    "recipient_code": ("to whom: country or body", lambda r: _parties(r.recipient, "code")),
    "recipient_sector": ("their sectors", lambda r: _parties(r.recipient, "sector")),
    "recipient_name": ("their canonical English names", lambda r: _parties(r.recipient, "name")),
    "recipient_text": ("their words in the article", lambda r: _parties(r.recipient, "text")),
    "country": ("country where it took place", lambda r: None if r.event_loc is None else r.event_loc.country),
    "place": ("name of the place", lambda r: None if r.event_loc is None else r.event_loc.name),
    "quad_code": ("1 to 4", lambda r: r.quad_code),
    "event_scale": ("PLOVER intensity", lambda r: r.event_scale),
    "cameo": ("CAMEO code; a string with leading zeros", lambda r: r.cameo),
    "status": ("actual, future, hypothetical, negated", lambda r: r.status),
    "historical": ("true for background", lambda r: "true" if r.historical else "false"),
    "attribution": ("who vouches for it, nearest first", lambda r: SEPARATOR.join(a.text for a in r.attribution)),
    "planned": ("time of the promised act", lambda r: r.planned),
    "figures": ("numbers told: of whom (sector) or what (concept), under which act", lambda r: _figures(r)),
    "instruments": (
        "treaties, truces and the like it names; ids of the world data",
        lambda r: SEPARATOR.join(r.instruments),
    ),
    "confidence": ("from 0 to 1", lambda r: r.confidence),
    "sentence": ("number of the evidence sentence, from 0", lambda r: r.text_info.sequence),
    "start": ("where that sentence starts, in code points", lambda r: r.text_info.start),
    "end": ("where it ends", lambda r: r.text_info.end),
    "text": ("the sentence", lambda r: r.text),
    "language": ("language of the article", lambda r: r.cite_info.language),
    "published": ("day of publication", lambda r: r.cite_info.published),
    "source": ("outlet", lambda r: r.cite_info.source),
    "url": ("address of the article", lambda r: r.cite_info.url),
    "coder": ("version of the coder", lambda r: r.coder.version),
}
"""Every column in order: what it holds, and how it is had from a record."""


def to_csv(records: Iterable[PloverRecord], *, header: bool = False) -> str:
    """Write records as CSV lines (RFC 4180 quoting, newline `\\n`), with the column names first if asked."""
    page = io.StringIO()
    writer = csv.writer(page, lineterminator="\n")
    if header:
        writer.writerow(COLUMNS)
    for record in records:
        writer.writerow([value(record) for _, value in COLUMNS.values()])
    return page.getvalue()
