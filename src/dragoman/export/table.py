"""Lay records out as a plain text table, one line each."""

import unicodedata
from collections.abc import Iterable

from dragoman.export.plover import Party, PloverRecord

LAYOUT = (("DOC", 16), ("DATE", 10), ("EVENT", 20), ("ACTOR", 22), ("RECIPIENT", 22), ("STATUS", 12))
"""Column headings and widths in cells; the sentence follows, as long as it is."""


def cells(text: str) -> int:
    """Count the columns that words take in a terminal: two for a wide character, none for a combining one."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text
    )


def fit(text: str, width: int) -> str:
    """Cut or pad words to exactly `width` cells; what is cut ends in "…"."""
    taken, kept = cells(text), text
    if taken > width:
        while taken > width - 1:
            taken -= cells(kept[-1])
            kept = kept[:-1]
        kept, taken = kept + "…", taken + 1
    return kept + " " * (width - taken)


def party_label(party: Party) -> str:
    """Name a party in brief: code, sector, and the words where neither is known."""
    return "/".join(part for part in (party.code, party.sector) if part) or party.text or "?"


def one_line(text: str) -> str:
    """Put words on one line, without control characters."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


def heading() -> str:
    """Return the line of column names."""
    return " ".join(fit(name, width) for name, width in LAYOUT) + " TEXT\n"


def to_table(records: Iterable[PloverRecord], *, header: bool = False) -> str:
    """Write records as lines of a table, with the heading first if asked."""
    return (heading() if header else "") + "".join(_line(record) for record in records)


def _line(record: PloverRecord) -> str:
    values = (
        record.doc,
        when(record),
        "/".join((*record.event, *record.mode)),
        " + ".join(party_label(party) for party in record.actor) or "–",
        " + ".join(party_label(party) for party in record.recipient) or "–",
        record.status,
    )
    row = " ".join(fit(one_line(value), width) for value, (_, width) in zip(values, LAYOUT, strict=True))
    return f"{row} {one_line(record.text)}\n"


def when(record: PloverRecord) -> str:
    """Write a date as precisely as it is known, and no more: 2018-09-30, 2018-09, 2018, 1990s, or "–"."""
    if record.date is None:
        return "–" if record.enddate is None else f"…{record.enddate[:9]}"
    year, month = record.date[:4], record.date[:7]
    short = {"month": month, "year": year, "decade": f"{year}s", "century": f"{year[:2]}00s"}
    return short.get(record.date_granularity or "day", record.date)
