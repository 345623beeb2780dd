"""Lay incidents out in rows: for a person, for a spreadsheet, for a program."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import msgspec
from rich.table import Table
from rich.text import Text

from dragoman.cli.show import console
from dragoman.records.incident import Contradiction, Count, Incident, Side

Row = Sequence[tuple[str, object]]


def side_label(sides: Sequence[Side]) -> str:
    """Name the parties of a side in brief."""
    return " + ".join("/".join(part for part in (s.code, s.sector) if part) or s.name or "?" for s in sides)


def who_to_whom(one: Incident) -> str:
    """Name both sides of an incident with an arrow where there is a recipient."""
    actor, recipient = side_label(one.actor) or "–", side_label(one.recipient)
    if one.counterpart is not None:
        return f"{actor} → ({one.counterpart})"
    return f"{actor} → {recipient}" if recipient else actor


def figure_label(count: Count, disputes: Sequence[Contradiction] = ()) -> str:
    """Write a number with what it counts, and its range where it is disputed."""
    what = " ".join(part for part in (count.what, count.act if count.act in {"kill", "wound"} else "") if part)
    for one in disputes:
        about = one.about.split()
        if one.kind == "figure" and about[:2] == [count.role, count.what] and one.best == count.number:
            return f"{count.number} {what} ({one.low}–{one.high})"
    return f"{'~' if count.about else ''}{count.number} {what}"


def incident_row(one: Incident) -> Row:
    """Name the columns of an incident with their values."""
    return (
        ("id", one.id),
        ("date", one.date or ""),
        ("earliest", one.earliest or ""),
        ("latest", one.latest or ""),
        ("event", "/".join(part for part in (one.type, one.mode) if part)),
        ("act", one.act),
        ("actor", side_label(one.actor)),
        ("recipient", side_label(one.recipient)),
        ("counterpart", one.counterpart or ""),
        ("country", one.country or ""),
        ("place", one.place or ""),
        ("figures", "; ".join(figure_label(c, one.contradictions) for c in one.counts)),
        ("instruments", "; ".join(one.instruments)),
        ("status", one.status),
        ("articles", one.articles),
        ("stories", one.stories),
        ("origins", len(one.origins)),
        ("first_seen", one.first_seen or ""),
        ("standing", one.standing),
        ("contradictions", "; ".join(one_line_of(c) for c in one.contradictions)),
        ("languages", "; ".join(one.languages)),
    )


def one_line_of(dispute: Contradiction) -> str:
    """Write a contradiction on one line: what about, each claim with who makes it."""
    claims = ", ".join(f"{claim.value} ({' and '.join(claim.who)})" for claim in dispute.claims)
    return f"{dispute.kind}: {dispute.about}: {claims}"


def short_row(one: Incident) -> Row:
    """Name the columns of an incident that fit a screen."""
    figures = "; ".join(figure_label(c, one.contradictions) for c in one.counts)
    return (
        ("id", one.id),
        ("date", one.date or "–"),
        ("event", "/".join(part for part in (one.type, one.mode) if part)),
        ("actor → recipient", who_to_whom(one)),
        ("act, figures", f"{one.act}, {figures}" if figures else one.act),
        ("art.", one.articles),
        ("stories", one.stories),
        ("origins", len(one.origins)),
        ("standing", one.standing),
    )


def write_rows(
    items: Iterable[Any], format_: str, full: Callable[[Any], Row], short: Callable[[Any], Row], nothing: str
) -> None:
    """Print items as a table of their short rows, as CSV of their full ones, or as JSON, one object a line."""
    if format_ == "table":
        _write_table([short(item) for item in items], nothing)
        return
    for line in _json_lines(items) if format_ == "json" else _csv_lines(items, full):
        print(line)


def _write_table(rows: Sequence[Row], nothing: str) -> None:
    page = console()
    if not rows:
        page.print(nothing)
        return
    table = Table(box=None, pad_edge=False, header_style="bold")
    for name, value in rows[0]:
        number = isinstance(value, int | float)
        table.add_column(name, overflow="fold", vertical="top", justify="right" if number else "left")
    for row in rows:
        table.add_row(*(Text(str(value)) for _, value in row))
    page.print(table)


def _json_lines(items: Iterable[Any]) -> Iterator[str]:
    for item in items:
        yield msgspec.json.encode(item).decode()


def _csv_lines(items: Iterable[Any], full: Callable[[Any], Row]) -> Iterator[str]:
    for number, item in enumerate(items):
        row = full(item)
        page = io.StringIO()
        writer = csv.writer(page, lineterminator="\n")
        if number == 0:
            writer.writerow([name for name, _ in row])
        writer.writerow([value for _, value in row])
        yield page.getvalue().rstrip("\n")
