"""Anchor what is counted from publication: yesterday, last September, two weeks ago, in the coming days."""

from datetime import date, timedelta
from typing import Any

from dragoman.timex.anchor import UNKNOWN, WEEKDAY, Anchored, Basis, Direction, anchor_date, anchor_weekday, yearless
from dragoman.timex.calendar import (
    UNBOUNDED,
    Bounds,
    add_months,
    back,
    day_bounds,
    month_bounds,
    season_bounds,
    stretch,
    unit_bounds,
    unit_grain,
    year_bounds,
)
from dragoman.timex.scan import Raw

_FEW = {"minute": (2, 59), "hour": (1, 23), "day": (1, 14), "week": (1, 9), "month": (1, 18), "quarter": (1, 8)}
"""What "a few days" may be at most; years and decades have no honest limit."""
_DIRECTIONS: dict[str, Direction] = {"this": "any", "last": "past", "next": "future"}


def anchor_days(raw: Raw, published: date | None) -> Anchored:
    """Anchor "today", "yesterday", "the day after tomorrow"."""
    direction: Direction = "past" if raw.value < 0 else "future" if raw.value > 0 else "present"
    if published is None:
        return Anchored(UNBOUNDED, "unknown", direction)
    day = published + timedelta(raw.value)
    if raw.weekday is not None and day.weekday() != raw.weekday:
        return anchor_weekday(raw.weekday, raw, published)  # the weekday is the plainer of the two
    basis: Basis = "publication" if raw.value == 0 else "relative"
    return Anchored(day_bounds(day), basis, direction)


def anchor_near(raw: Raw, published: date | None) -> Anchored:
    """Anchor this, last, next: a unit, a weekday, a month, a season."""
    steps = {"this": 0, "last": -1, "next": 1}[raw.group]
    direction = _DIRECTIONS[raw.group]
    slots = raw.slots
    if "m" in slots:
        slots = {**slots, "month": slots["m"]}
    if "n" in slots and "unit" in slots:
        return anchor_span(raw, published, -1 if raw.group == "last" else 1)
    if published is None:
        unit = slots.get("unit")
        bounds = UNBOUNDED._replace(grain=unit_grain(unit)) if unit else yearless(slots.get("month"), slots.get("day"))
        return Anchored(bounds, "unknown", direction)
    if "day" in slots:
        return _near_date(slots, steps, published, direction)
    if "unit" in slots:
        unit = slots["unit"]
        if unit == "weekend" and steps == 0:
            note = f"{WEEKDAY}: the latest weekend begun by publication on {published}"
            return Anchored(unit_bounds(unit, published, 0), "relative", "any", note)
        if unit in ("day", "hour", "minute") and steps == 0:
            return Anchored(day_bounds(published), "publication", "present")
        return Anchored(unit_bounds(unit, published, steps), "relative", "present" if steps == 0 else direction)
    if "weekday" in slots:
        return _near_weekday(slots["weekday"], steps, published, raw, direction)
    if "month" in slots and isinstance(slots["month"], int) and slots["month"] > 0:
        return Anchored(_near_month(slots["month"], steps, published), "relative", direction)
    if "season" in slots:
        return Anchored(_near_season(slots["season"], steps, published), "relative", direction)
    return UNKNOWN


def _near_weekday(weekday: int, steps: int, published: date, raw: Raw, direction: Direction) -> Anchored:
    if raw.head is not None:
        return anchor_weekday(weekday, raw, published)
    ahead = (weekday - published.weekday()) % 7
    if steps < 0:
        return Anchored(day_bounds(published - timedelta(7 - ahead if ahead else 7)), "relative", direction)
    if steps > 0:
        return Anchored(day_bounds(published + timedelta(ahead or 7)), "relative", direction)
    found = published + timedelta(ahead if ahead <= 2 else ahead - 7)  # up to four days back, two ahead
    note = f"{WEEKDAY}: the nearest, up to four days before or two after publication on {published}"
    return Anchored(day_bounds(found), "relative", "any", note)


def _near_date(slots: dict[str, Any], steps: int, published: date, direction: Direction) -> Anchored:
    """Return the latest such day by publication, or the next after it (ko 지난 14일, 오는 20일)."""
    month, day, weekday = slots.get("month"), slots["day"], slots.get("weekday")
    days = []
    for ahead in range(-13, 14):
        year, number = add_months(published, ahead)
        if month in (None, number):
            try:
                days.append(date(year, number, day))
            except ValueError:
                continue
    fitting = [d for d in days if (d > published if steps > 0 else d <= published)]
    if steps == 0 and weekday is not None:
        fitting = sorted((d for d in days if d.weekday() == weekday), key=lambda d: -abs((d - published).days))
    if not fitting:
        return UNKNOWN
    return Anchored(day_bounds(fitting[0] if steps > 0 else fitting[-1]), "relative", direction)


def _near_month(month: int, steps: int, published: date) -> Bounds:
    if steps == 0:
        return month_bounds(published.year, month)
    difference = month - published.month
    if steps < 0:
        return month_bounds(published.year - (difference >= 0), month)
    return month_bounds(published.year + (difference <= 0), month)


def _near_season(season: str, steps: int, published: date) -> Bounds:
    years = range(published.year - 2, published.year + 3)
    seasons = [_narrow(season, year) for year in years]
    if steps < 0:
        return [b for b in seasons if b.latest is not None and b.latest < published][-1]
    if steps > 0:
        return next(b for b in seasons if b.earliest is not None and b.earliest > published)
    if season == "winter" and published.month > 6:
        return _narrow(season, published.year)
    return _narrow(season, published.year - (season == "winter"))


def _narrow(season: str, year: int) -> Bounds:
    """Bound one occurrence of a season: the winter that begins in the year."""
    bounds = season_bounds(season, year)
    return bounds if season != "winter" else bounds._replace(earliest=date(year, 12, 1))


def anchor_week_day(raw: Raw, published: date | None) -> Anchored:
    """Anchor a weekday of this, last or next week (zh 上周五)."""
    steps = {"this_week": 0, "last_week": -1, "next_week": 1}[raw.group]
    head = Raw(raw.start, raw.end, ("last", "this", "next")[steps + 1], None, {"unit": "week"})
    return anchor_date(Raw(raw.start, raw.end, "dates", None, dict(raw.slots), head=head), published)


def anchor_month_day(raw: Raw, published: date | None) -> Anchored:
    """Anchor a day of this, last or next month (zh 本月14日)."""
    steps = {"this_month": 0, "last_month": -1, "next_month": 1}[raw.group]
    if published is None:
        return UNKNOWN
    head = Raw(raw.start, raw.end, ("last", "this", "next")[steps + 1], None, {"unit": "month"})
    return anchor_date(Raw(raw.start, raw.end, "dates", None, dict(raw.slots), head=head), published)


# -- counted -----------------------------------------------------------------------------------------------


def anchor_ago(raw: Raw, published: date | None, sign: int) -> Anchored:
    """Anchor "two weeks ago" (sign 1) or "in two weeks" (sign -1); "a few" keeps both bounds honest."""
    number, unit = raw.slots.get("n", 1), raw.slots.get("unit", "day")
    direction: Direction = "past" if sign > 0 else "future"
    if published is None:
        return Anchored(UNBOUNDED._replace(grain=unit_grain(unit)), "unknown", direction)
    if number == "few":
        return _few(unit, published, sign, direction, closed=True)
    try:
        return Anchored(_counted(number * sign, unit, published), "relative", direction)
    except (ValueError, OverflowError):
        return Anchored(UNBOUNDED, "unknown", direction)


def _counted(number: int, unit: str, published: date) -> Bounds:
    day = back(published, number, unit)
    if unit in ("minute", "hour"):
        far = back(published, number + (24 if number > 0 else -24), "hour") if unit == "hour" else day
        return stretch(min(day, far), max(day, far), "hour")
    if unit == "day":
        return day_bounds(day)
    if unit in ("week", "weekend"):
        return stretch(day - timedelta(3), day + timedelta(3), "week")
    if unit in ("month", "year"):
        bounds = month_bounds(*add_months(published, -number)) if unit == "month" else year_bounds(day.year)
        return bounds._replace(edtf=f"{bounds.edtf}~")
    if unit == "quarter":
        return unit_bounds("quarter", published, -number)
    width = 5 if unit == "decade" else 50
    first, last = year_bounds(day.year - width), year_bounds(day.year + width)
    return Bounds(first.earliest, last.latest, unit_grain(unit), f"{first.edtf}/{last.edtf}")


def _few(unit: str, published: date, sign: int, direction: Direction, closed: bool) -> Anchored:
    """Bound "a few days ago", "in recent days", "in the coming weeks"; years have no limit on the far side."""
    limits = _FEW.get(unit)
    if limits is None:
        near = published
        far = None
    else:
        near = back(published, sign * (limits[0] if closed and unit != "hour" else 0), unit)
        far = back(published, sign * limits[1], unit)
        if unit == "hour":
            far = published - timedelta(sign)
    earliest, latest = (far, near) if sign > 0 else (near, far)
    edtf = f"{earliest.isoformat() if earliest else '..'}/{latest.isoformat() if latest else '..'}"
    return Anchored(Bounds(earliest, latest, unit_grain(unit), edtf), "relative", direction)


def anchor_over(raw: Raw, published: date | None) -> Anchored:
    """Anchor "more than two years ago": only the near side is bounded."""
    found = anchor_ago(raw, published, 1)
    latest = found.bounds.latest
    if latest is None:
        return found
    return found._replace(bounds=Bounds(None, latest, found.bounds.grain, f"../{latest.isoformat()}"))


def anchor_span(raw: Raw, published: date | None, sign: int) -> Anchored:
    """Anchor "in the past two weeks" (sign -1) or "in the next two weeks" (sign 1): from there to publication."""
    number, unit = raw.slots.get("n", "few"), raw.slots.get("unit", "day")
    direction: Direction = "past" if sign < 0 else "future"
    if published is None:
        return Anchored(UNBOUNDED._replace(grain=unit_grain(unit)), "unknown", direction)
    if number == "few":
        return _few(unit, published, -sign, direction, closed=False)
    try:
        far = back(published, -sign * number, unit)
    except (ValueError, OverflowError):
        return Anchored(UNBOUNDED, "unknown", direction)
    if unit == "hour" and far == published:
        far = published + timedelta(sign)
    first, last = sorted((far, published))
    return Anchored(stretch(first, last, unit_grain(unit)), "relative", direction)


def anchor_vague(raw: Raw, published: date | None) -> Anchored:
    """Anchor "recently", "soon", "now": one side bounded, or none."""
    if raw.group == "now":
        return Anchored(UNBOUNDED, "publication" if published else "unknown", "present")
    direction: Direction = "past" if raw.group == "recent" else "future"
    if published is None:
        return Anchored(UNBOUNDED, "unknown", direction)
    if raw.group == "recent":
        return Anchored(Bounds(None, published, None, f"../{published}"), "relative", direction)
    return Anchored(Bounds(published, None, None, f"{published}/.."), "relative", direction)
