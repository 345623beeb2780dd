"""Turn raw expressions into records."""

from dataclasses import replace
from datetime import date
from typing import Literal

from dragoman.records import Grain, Span, TimeExpression
from dragoman.timex.anchor import UNKNOWN, Anchored, NotADate, anchor_date, span_of
from dragoman.timex.calendar import UNBOUNDED, Bounds, iso, unit_grain
from dragoman.timex.deictic import (
    anchor_ago,
    anchor_days,
    anchor_month_day,
    anchor_near,
    anchor_over,
    anchor_span,
    anchor_vague,
    anchor_week_day,
)
from dragoman.timex.scan import Raw

Kind = Literal["interval", "duration", "recurrence", "vague"]
_COUNTS = frozenset({"lasting", "earlier", "later"})


def resolve(raw: Raw, published: date | None, base: int) -> TimeExpression | None:
    """Return the record of an expression, or None where its words name no day there is. `base` is added to offsets."""
    try:
        found = _anchor(raw, published)
        if raw.until is not None:
            found = _range(raw, found, published)
    except (NotADate, OverflowError, ValueError):
        return None
    kind = _kind(raw)
    bounds = found.bounds
    if raw.about and bounds.edtf:
        bounds = bounds._replace(edtf=_about(bounds.edtf))
    if raw.hour and bounds.grain == "day":
        bounds = bounds._replace(grain="hour")
    relation = _relation(raw)
    if kind == "interval" or kind == "vague":
        bounds = _related(bounds, relation)
    return TimeExpression(
        Span(base + raw.start, base + raw.end), iso(bounds.earliest), iso(bounds.latest), bounds.grain, found.basis,
        kind, found.direction, relation, bounds.edtf, found.note, _count(raw),  # type: ignore[arg-type]
    )  # fmt: skip


def _anchor(raw: Raw, published: date | None) -> Anchored:
    match raw.group:
        case "dates":
            return anchor_date(raw, published)
        case "days":
            return anchor_days(raw, published)
        case "this" | "last" | "next":
            return anchor_near(raw, published)
        case "this_week" | "last_week" | "next_week":
            return anchor_week_day(raw, published)
        case "this_month" | "last_month" | "next_month":
            return anchor_month_day(raw, published)
        case "ago":
            return anchor_ago(raw, published, 1)
        case "ahead":
            return anchor_ago(raw, published, -1)
        case "over_ago":
            return anchor_over(raw, published)
        case "past":
            return anchor_span(raw, published, -1)
        case "coming":
            return anchor_span(raw, published, 1)
        case "recent" | "soon" | "now":
            return anchor_vague(raw, published)
    return Anchored(UNBOUNDED._replace(grain=_unit_grain(raw)), "unknown")


def _count(raw: Raw) -> int | None:
    """Return how many units lie between ("three days later", "the next day"); None for other expressions."""
    if raw.group not in ("earlier", "later") or "unit" not in raw.slots:
        return None
    number = raw.slots.get("n", 1)
    return number if isinstance(number, int) else None


def _unit_grain(raw: Raw) -> Grain | None:
    if "unit" in raw.slots:
        return unit_grain(str(raw.slots["unit"]))
    return "day" if "weekday" in raw.slots else None


def _range(raw: Raw, start: Anchored, published: date | None) -> Anchored:
    """Return the stretch between two expressions; a start without year takes that of the end."""
    assert raw.until is not None
    shared: dict[str, object] = {key: raw.slots[key] for key in ("year", "month", "m") if key in raw.slots}
    if raw.until.group == "dates" and raw.until.slots.keys() == {"day"} and raw.group == "dates":
        raw.until.slots = {**shared, **raw.until.slots}
        raw.until.head = raw.until.head or raw.head
    end = _anchor(raw.until, published)
    if raw.group == "dates" and raw.slots.keys() == {"day"} and raw.until.slots.keys() > {"day"}:
        raw = replace(raw, slots={**raw.until.slots, **raw.slots})
        start = _anchor(raw, published)
    lacks_year = raw.group == "dates" and "year" not in raw.slots and raw.head is None
    latest = end.bounds.earliest
    if lacks_year and latest is not None and ({"month", "m"} & raw.slots.keys()):
        dated = replace(raw, slots={**raw.slots, "year": latest.year})
        start = _anchor(dated, published)
        if start.bounds.earliest is not None and start.bounds.earliest > latest:
            dated = replace(raw, slots={**raw.slots, "year": latest.year - 1})
            start = _anchor(dated, published)
    first = start.bounds.earliest
    if first is not None and latest is not None and first > latest:
        return UNKNOWN._replace(note="the end lies before the beginning")
    return span_of(start, end)


def _kind(raw: Raw) -> Kind:
    if raw.group in _COUNTS:
        return "duration"
    if raw.group == "every":
        return "recurrence"
    if raw.group in ("recent", "soon", "now"):
        return "vague"
    if raw.group in ("ago", "ahead", "past", "coming", "last", "next", "over_ago") and raw.slots.get("n") == "few":
        return "vague"
    return "vague" if raw.group in ("past", "coming") and "n" not in raw.slots else "interval"


def _relation(raw: Raw) -> str:
    if raw.group == "earlier":
        return "before"
    if raw.group == "later":
        return "after"
    if raw.group == "lasting":
        return "for"
    if raw.until is not None:
        return "on"
    return raw.relation or "on"


def _related(bounds: Bounds, relation: str) -> Bounds:
    """Open the bounds as the relation asks: "since 2014" has no end, "until Sunday" no beginning."""
    left, right = bounds.edtf.partition("/")[0], bounds.edtf.rpartition("/")[2]
    if relation in ("since", "after") and bounds.earliest is not None:
        return Bounds(bounds.earliest, None, bounds.grain, f"{left}/..")
    if relation in ("until", "before") and bounds.latest is not None:
        return Bounds(None, bounds.latest, bounds.grain, f"../{right}")
    return bounds


def _about(edtf: str) -> str:
    """Mark the two ends of a value as approximate."""
    return "/".join(_about_part(part) for part in edtf.split("/"))


def _about_part(part: str) -> str:
    if part == ".." or part[-1] in "~X":
        return part
    return f"{part[:-1]}%" if part[-1] == "?" else f"{part}~"
