"""Reckon with days, months, years, seasons and weeks; every bound is a `date`."""

from datetime import date, timedelta
from typing import NamedTuple

from dragoman.records import Grain


class Bounds(NamedTuple):
    """A stretch of days with its grain and its EDTF value; None where a side is open."""

    earliest: date | None
    latest: date | None
    grain: Grain | None
    edtf: str


UNBOUNDED = Bounds(None, None, None, "")
_SEASON_EDTF = {"spring": 21, "summer": 22, "autumn": 23, "winter": 24}
_SEASON_MONTHS = {"spring": (3, 6), "summer": (6, 9), "autumn": (9, 12), "winter": (12, 3)}
_NOWRUZ = (3, 21)


def iso(day: date | None) -> str | None:
    """Write a day in ISO form."""
    return None if day is None else day.isoformat()


def day_bounds(day: date) -> Bounds:
    """Bound one day."""
    return Bounds(day, day, "day", day.isoformat())


def month_bounds(year: int, month: int) -> Bounds:
    """Bound a month."""
    following = date(year + month // 12, month % 12 + 1, 1)
    return Bounds(date(year, month, 1), following - timedelta(1), "month", f"{year:04d}-{month:02d}")


def year_bounds(year: int) -> Bounds:
    """Bound a year."""
    return Bounds(date(year, 1, 1), date(year, 12, 31), "year", f"{year:04d}")


def decade_bounds(year: int) -> Bounds:
    """Bound the decade a year lies in."""
    first = year - year % 10
    return Bounds(date(first, 1, 1), date(first + 9, 12, 31), "decade", f"{first // 10:03d}X")


def century_bounds(number: int) -> Bounds:
    """Bound a century by its number; the popular and the strict reckoning both fit in."""
    first = (number - 1) * 100
    return Bounds(date(max(first, 1), 1, 1), date(first + 100, 12, 31), "century", f"{number - 1:02d}XX")


def season_bounds(season: str, year: int) -> Bounds:
    """Bound a season of the northern half of the world, meteorological or astronomical."""
    first, last = _SEASON_MONTHS[season]
    if season == "winter":  # "winter 2018" may be the one that begins or the one that ends in 2018
        return Bounds(date(year - 1, 12, 1), month_bounds(year + 1, last)[1], "season", f"{year:04d}-24")
    return Bounds(date(year, first, 1), month_bounds(year, last)[1], "season", f"{year:04d}-{_SEASON_EDTF[season]}")


def quarter_bounds(year: int, quarter: int) -> Bounds:
    """Bound a quarter of a year; EDTF level 1 has no name for it, so its months are given."""
    first = quarter * 3 - 2
    last = month_bounds(year, first + 2)
    return Bounds(date(year, first, 1), last.latest, "season", f"{year:04d}-{first:02d}/{year:04d}-{first + 2:02d}")


def week_bounds(day: date) -> Bounds:
    """Bound the week of a day, Monday to Sunday, give or take the Sunday some count it from."""
    first = day - timedelta(day.weekday())
    last = first + timedelta(6)
    return Bounds(first, last, "week", f"{first.isoformat()}/{last.isoformat()}")


def weekend_bounds(day: date, steps: int) -> Bounds:
    """Bound the latest weekend begun by a day (steps 0), the one over before it (-1) or the one still to come (1)."""
    saturday = day - timedelta((day.weekday() - 5) % 7)
    if steps < 0 and day - saturday < timedelta(2):
        saturday -= timedelta(7)
    first = saturday + timedelta(7 * (steps + 1 if steps < 0 else steps))
    return stretch(first, first + timedelta(1), "day")


def stretch(first: date, last: date, grain: Grain) -> Bounds:
    """Bound a stretch of days."""
    if first == last:
        return Bounds(first, last, grain, first.isoformat())
    return Bounds(first, last, grain, f"{first.isoformat()}/{last.isoformat()}")


def add_months(day: date, months: int) -> tuple[int, int]:
    """Return year and month a number of months from a day."""
    total = day.year * 12 + day.month - 1 + months
    return total // 12, total % 12 + 1


def back(day: date, number: int, unit: str) -> date:
    """Return the day a number of units before (or after, with a negative number); the last day of a shorter month."""
    if unit in ("minute", "hour"):
        return day - timedelta(number // (1440 if unit == "minute" else 24))
    if unit in ("day", "week", "weekend"):
        return day - timedelta(number * (1 if unit == "day" else 7))
    months = number * {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}[unit]
    year, month = add_months(day, -months)
    last = month_bounds(year, month).latest
    assert last is not None
    return date(year, month, min(day.day, last.day))


def unit_grain(unit: str) -> Grain:
    """Return the grain of a unit."""
    coarser: dict[str, Grain] = {"minute": "hour", "weekend": "day", "quarter": "season"}
    return coarser.get(unit, unit)  # type: ignore[arg-type]


def unit_bounds(unit: str, day: date, steps: int) -> Bounds:
    """Bound the calendar unit a number of steps from the one a day lies in."""
    if unit in ("minute", "hour", "day"):
        return day_bounds(day + timedelta(steps))
    if unit == "week":
        return week_bounds(day + timedelta(7 * steps))
    if unit == "weekend":
        return weekend_bounds(day, steps)
    if unit == "month":
        return month_bounds(*add_months(day, steps))
    if unit == "quarter":
        year, month = add_months(day, 3 * steps)
        return quarter_bounds(year, (month + 2) // 3)
    if unit == "year":
        return year_bounds(day.year + steps)
    if unit == "decade":
        return decade_bounds(day.year + 10 * steps)
    return century_bounds(day.year // 100 + 1 + steps)


def solar_days(year: int, month: int | None, day: int | None) -> tuple[date, date]:
    """Return the days a Persian solar year, month or day may be: Nowruz falls on 20 or 21 March, so one day wider."""
    start = date(year + 621, *_NOWRUZ) - timedelta(1)
    if month is None:
        return start, date(year + 622, *_NOWRUZ)
    before = 31 * min(month - 1, 6) + 30 * max(month - 7, 0)
    length = 31 if month <= 6 else 30
    if day is not None:
        if day > length:
            raise ValueError(day)
        first = start + timedelta(before + day - 1)
        return first, first + timedelta(1)
    return start + timedelta(before), start + timedelta(before + length)
