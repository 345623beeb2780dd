"""Anchor raw expressions to the day of publication: bounds, basis, direction, and the reason for what was supplied."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Literal, NamedTuple

from dragoman.records import Grain
from dragoman.timex.calendar import (
    UNBOUNDED,
    Bounds,
    century_bounds,
    day_bounds,
    decade_bounds,
    month_bounds,
    season_bounds,
    solar_days,
    stretch,
    unit_bounds,
    week_bounds,
    year_bounds,
)
from dragoman.timex.scan import Raw

Basis = Literal["stated", "relative", "publication", "inferred", "unknown"]
Direction = Literal["past", "present", "future", "any"]
NO_YEAR = "no year is written"
NO_MONTH = "no month is written"
WEEKDAY = "a weekday"
_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class Anchored(NamedTuple):
    """Bounds with how they came about."""

    bounds: Bounds
    basis: Basis
    direction: Direction = "any"
    note: str = ""


UNKNOWN = Anchored(UNBOUNDED, "unknown")


class NotADate(Exception):
    """The words name no day there is, such as 31 June."""


def anchor_date(raw: Raw, published: date | None) -> Anchored:
    """Anchor an expression of the group `dates`."""
    slots = dict(raw.slots)
    if "numeric" in slots:
        return _numeric(slots["numeric"], raw, published)
    if "m" in slots:
        slots["month"] = slots.pop("m")
    if "m2" in slots:
        slots["month2"] = slots.pop("m2")
    if "era" in slots and "era_year" in slots:
        number = slots["era_year"]
        if not isinstance(number, int) or not 1 <= number <= 99:
            raise NotADate
        slots["year"] = slots["era"] + number
    if "century" in slots:
        if not isinstance(slots["century"], int) or not 1 <= slots["century"] <= 22:
            raise NotADate
        return Anchored(century_bounds(slots["century"]), "stated")
    for slot in ("decade", "decade_word"):
        if slot in slots:
            return Anchored(decade_bounds(slots[slot]), "stated")
    ranged = any(key in slots for key in ("day2", "month2", "year2", "weekday2"))
    first = _first(slots)
    if not ranged:
        return _single(first, raw, published)
    second = {key[:-1]: held for key, held in slots.items() if key.endswith("2")}
    return _slot_range(first, {**first, **second}, "year2" not in slots, raw, published)


def _first(slots: dict[str, object]) -> dict[str, object]:
    return {key: held for key, held in slots.items() if not key.endswith("2") and key != "month_again"}


def _slot_range(
    first: dict[str, object], second: dict[str, object], shared: bool, raw: Raw, published: date | None
) -> Anchored:
    end = _single(second, raw, published)
    start_raw = replace(raw, weekday=None)
    if shared and "year" not in first and end.bounds.earliest is not None and "month" in first:
        start = _single({**first, "year": end.bounds.earliest.year}, start_raw, published)
    else:
        start = _single(first, start_raw, published)
    if start.bounds.earliest and end.bounds.earliest and start.bounds.earliest > end.bounds.earliest:
        year = start.bounds.earliest.year
        if "weekday" in first:
            start = Anchored(day_bounds(start.bounds.earliest - timedelta(7)), start.basis, start.direction, start.note)
        elif "month" in first:
            start = _single({**first, "year": year - 1}, start_raw, published)
        else:
            raise NotADate
    return span_of(start, end)


def span_of(start: Anchored, end: Anchored) -> Anchored:
    """Return the stretch from the beginning of one to the end of another; unknown where they do not follow."""
    first, last = start.bounds, end.bounds
    if first.earliest is None or last.latest is None:
        return UNKNOWN
    if first.earliest > last.latest:
        raise NotADate
    left, right = first.edtf.partition("/")[0], last.edtf.rpartition("/")[2]
    grain = last.grain if first.grain == last.grain else None
    edtf = left if left == right else f"{left}/{right}"
    bounds = Bounds(first.earliest, last.latest, grain or last.grain, edtf)
    basis: Basis = end.basis if end.basis != "stated" else start.basis
    return Anchored(bounds, basis, end.direction if end.direction == start.direction else "any", end.note or start.note)


# -- one date ----------------------------------------------------------------------------------------------


def _single(slots: dict[str, object], raw: Raw, published: date | None) -> Anchored:
    year, month, day = (_number(slots.get(key)) for key in ("year", "month", "day"))
    if raw.head is not None and year is None and (month is not None or "season" in slots):
        return _of_head_year(slots, raw, published)
    if year is not None and year < 0:
        if month is not None and month > 0:
            raise NotADate
        return _solar(-year, None if month is None else -month, day)
    if month is not None and month < 0:
        return _solar(year, -month, day)
    if "season" in slots:
        return _season(str(slots["season"]), year, published)
    if month is not None:
        return _month_or_day(year, month, day, raw, published)
    if year is not None:
        return Anchored(year_bounds(year), "stated")
    if day is not None:
        return _day_of_month(day, raw, published)
    weekday = _number(slots.get("weekday"))
    return UNKNOWN if weekday is None else anchor_weekday(weekday, raw, published)


def _number(held: object) -> int | None:
    return held if isinstance(held, int) else None


def _of_head_year(slots: dict[str, object], raw: Raw, published: date | None) -> Anchored:
    assert raw.head is not None
    steps = head_steps(raw.head)
    if published is None or steps is None:
        return Anchored(yearless(slots.get("month"), slots.get("day")), "unknown", _way(steps))
    month = _number(slots.get("month"))
    if month is not None and month < 0:
        return UNKNOWN
    stated = _single({**slots, "year": published.year + steps}, replace(raw, head=None), published)
    return Anchored(stated.bounds, "relative", _way(steps))


def head_steps(head: Raw) -> int | None:
    """Return how many units from now a deictic expression stands ("last year" -1), None where not exactly known."""
    if head.group == "ago":
        number = head.slots.get("n", 1)
        return -number if isinstance(number, int) else None
    return {"this": 0, "last": -1, "next": 1}[head.group]


def _way(steps: int | None) -> Direction:
    if steps is None:
        return "any"
    return "past" if steps < 0 else "future" if steps > 0 else "any"


def yearless(month: object, day: object) -> Bounds:
    """Return no bounds, but what is known of the value: EDTF level 2, `XXXX-06-14`."""
    if not isinstance(month, int) or month < 1:
        return UNBOUNDED
    if isinstance(day, int):
        return Bounds(None, None, "day", f"XXXX-{month:02d}-{day:02d}")
    return Bounds(None, None, "month", f"XXXX-{month:02d}")


def _month_or_day(year: int | None, month: int, day: int | None, raw: Raw, published: date | None) -> Anchored:
    if day is not None:
        _check(2000, month, day)
    if year is not None:
        if day is None:
            return Anchored(month_bounds(year, month), "stated")
        return Anchored(day_bounds(_check(year, month, day)), "stated")
    if published is None:
        return Anchored(yearless(month, day), "unknown", note=NO_YEAR)
    if day is None:
        bounds = month_bounds(*nearest_month(month, published))
        reason = f"{NO_YEAR}; taken as {bounds.edtf}, the nearest to publication on {published}"
        return Anchored(bounds._replace(edtf=f"{bounds.edtf}?"), "inferred", note=reason)
    found = _nearest_day(month, day, raw.weekday, published)
    agrees = f", a {_NAMES[raw.weekday]}" if raw.weekday is not None and found.weekday() == raw.weekday else ""
    reason = f"{NO_YEAR}; taken as {found}{agrees}, the nearest to publication on {published}"
    return Anchored(day_bounds(found)._replace(edtf=f"{found}?"), "inferred", note=reason)


def _check(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise NotADate from None


def nearest_month(month: int, published: date) -> tuple[int, int]:
    """Return year and month of the nearest such month: from eight back to three ahead, since news tells what was."""
    ahead = (month - published.month) % 12
    steps = ahead if ahead <= 3 else ahead - 12
    total = published.year * 12 + published.month - 1 + steps
    return total // 12, total % 12 + 1


def _nearest_day(month: int, day: int, weekday: int | None, published: date) -> date:
    """Return the nearest such day, up to seven months back or five ahead; the weekday decides where one is named."""
    days = []
    for year in range(published.year - 4, published.year + 3):
        try:
            days.append(date(year, month, day))
        except ValueError:
            continue
    if not days:
        raise NotADate
    if weekday is not None:
        fitting = [d for d in days if d.weekday() == weekday and abs((d - published).days) <= 550]
        days = fitting or days
    return min(days, key=lambda d: (published - d).days * 5 if d <= published else (d - published).days * 7)


def _season(season: str, year: int | None, published: date | None) -> Anchored:
    if year is not None:
        return Anchored(season_bounds(season, year), "stated")
    if published is None:
        return UNKNOWN
    begun = [season_bounds(season, y) for y in (published.year, published.year - 1)]
    bounds = next((b for b in begun if b.earliest is not None and b.earliest <= published), begun[-1])
    note = f"{NO_YEAR}; taken as the latest begun by {published}"
    return Anchored(bounds._replace(edtf=f"{bounds.edtf}?"), "inferred", note=note)


def _day_of_month(day: int, raw: Raw, published: date | None) -> Anchored:
    if published is None:
        return Anchored(Bounds(None, None, "day", f"XXXX-XX-{day:02d}"), "unknown", note=NO_MONTH)
    if raw.head is not None:
        steps = head_steps(raw.head) or 0
        first = unit_bounds("month", published, steps).earliest
        assert first is not None
        return Anchored(day_bounds(_check(first.year, first.month, day)), "relative", _way(steps))
    for steps in (0, -1, -2):
        first = unit_bounds("month", published, steps).earliest
        assert first is not None
        try:
            found = date(first.year, first.month, day)
        except ValueError:
            continue
        if found <= published + timedelta(1) and (raw.weekday is None or found.weekday() == raw.weekday or steps == -2):
            break
    else:
        raise NotADate
    note = f"{NO_MONTH}; taken as {found}, the latest by publication on {published}"
    return Anchored(day_bounds(found)._replace(edtf=f"{found}?"), "inferred", note=note)


def anchor_weekday(weekday: int, raw: Raw, published: date | None) -> Anchored:
    """Anchor a weekday: in the named week, or the latest such day within the seven days up to publication."""
    steps = head_steps(raw.head) if raw.head is not None else None
    if published is None:
        return Anchored(UNBOUNDED, "unknown", _way(steps), WEEKDAY)
    if steps is not None:
        monday = week_bounds(published + timedelta(7 * steps)).earliest
        assert monday is not None
        return Anchored(day_bounds(monday + timedelta(weekday)), "relative", _way(steps))
    found = published - timedelta((published.weekday() - weekday) % 7)
    note = f"{WEEKDAY}: the latest {_NAMES[weekday]} by publication on {published}"
    return Anchored(day_bounds(found), "relative", "any", note)


def _solar(year: int | None, month: int | None, day: int | None) -> Anchored:
    if year is None:
        return UNKNOWN
    first, last = solar_days(year, month, day)
    grain: Grain = "year" if month is None else "month" if day is None else "day"
    return Anchored(stretch(first, last, grain), "stated", note="a Persian solar date")


def _numeric(parts: tuple[int | None, int, int], raw: Raw, published: date | None) -> Anchored:
    year, month, day = parts
    if year is not None and year < 0:
        return _solar(-year, month, day)
    if year is not None and month < 0:
        first, last = sorted((_check(year, -month, -day), _check(year, -day, -month)))
        return Anchored(stretch(first, last, "month"), "stated", note="day and month may stand in either order")
    return _month_or_day(year, month, day, raw, published)
