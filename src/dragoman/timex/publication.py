"""Infer the day of publication of an article that bears none, and only where its own words fix it."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from dragoman.records import PublicationDate, TimeExpression

_YEARLESS = re.compile(r"XXXX-(\d\d)-(\d\d)")
_YEARLESS_MONTH = re.compile(r"XXXX-(\d\d)")
_MONTH = re.compile(r"(\d{4})-(\d\d)")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_NEAR = 45
"""Days within which the days an article names without a year belong together."""
_NAMES = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def infer_publication(text: str, times: Sequence[TimeExpression]) -> PublicationDate:
    """Infer the day of publication from the expressions of a whole article, found with `published=None`.

    The latest day named without a year is taken, if something fixes its year: a month named both with its year and as
    "last" ("September 2023", "last September"), or a full date close by. Otherwise the day is None, with the reason.
    """
    told = [t for t in times if t.direction != "future" and t.relation not in ("until", "before")]
    days = _latest_cluster(_yearless_days(told))
    if not days:
        return PublicationDate(None, "unknown", "no day without a year is named, so none can be that of publication")
    month, day, words = days[-1][0], days[-1][1], days[-1][2].span.of(text)
    fixed = _by_last_month(text, told, month) or _by_full_date(text, told, month, day)
    if fixed is None:
        return PublicationDate(None, "unknown", f"{words!r} is the latest day named, but nothing tells its year")
    year, reason = fixed
    try:
        found = date(year, month, day)
    except ValueError:
        return PublicationDate(None, "unknown", f"{words!r} is no day of {year}")
    later = [t for t in told if t.basis == "stated" and t.grain == "day" and t.latest and t.latest > found.isoformat()]
    if later:
        return PublicationDate(None, "unknown", f"{later[0].span.of(text)!r} lies after {found}, though {reason}")
    reason = f"{words!r} is the latest day named without a year; {reason}."
    return PublicationDate(found.isoformat(), "inferred", reason)


def _yearless_days(times: Iterable[TimeExpression]) -> list[tuple[int, int, TimeExpression]]:
    """List month, day and expression of every day named without its year."""
    found = []
    for time in times:
        match = _YEARLESS.fullmatch(time.edtf.strip("~?%"))
        if match is not None and time.kind == "interval":
            found.append((int(match[1]), int(match[2]), time))
    return found


def _latest_cluster(days: list[tuple[int, int, TimeExpression]]) -> list[tuple[int, int, TimeExpression]]:
    """Return the days in order if all lie close together, across a new year too; else none."""
    ordered = sorted(days, key=lambda row: row[:2])
    if not ordered:
        return []
    numbers = [_day_of_year(month, day) for month, day, _ in ordered]
    for cut in range(len(ordered)):  # after a December and a January, the January is the later
        turned = numbers[cut:] + [number + 366 for number in numbers[:cut]]
        if turned[-1] - turned[0] <= _NEAR:
            return ordered[cut:] + ordered[:cut]
    return []


def _day_of_year(month: int, day: int) -> int:
    return date(2000, month, day).timetuple().tm_yday


def _by_last_month(text: str, times: Sequence[TimeExpression], month: int) -> tuple[int, str] | None:
    """Fix the year by a month that is named with its year and, elsewhere, as the last one."""
    for last in times:
        match = _YEARLESS_MONTH.fullmatch(last.edtf)
        if match is None or last.direction != "past":
            continue
        number = int(match[1])
        stated_months = ((time, _MONTH.fullmatch(time.edtf)) for time in times if time.basis == "stated")
        years = {int(found[1]): time for time, found in stated_months if found and int(found[2]) == number}
        if len(years) != 1:
            continue
        ((year, stated),) = years.items()
        published = year if month > number else year + 1
        reason = (f"{stated.span.of(text)!r} and {last.span.of(text)!r} name the same month, so the next "
                  f"{_NAMES[month - 1]} is that of {published}")  # fmt: skip
        return published, reason
    return None


def _by_full_date(text: str, times: Sequence[TimeExpression], month: int, day: int) -> tuple[int, str] | None:
    """Fix the year by the one full date within a few weeks before."""
    near: dict[int, TimeExpression] = {}
    for time in times:
        if time.basis != "stated" or _DAY.fullmatch(time.edtf) is None:
            continue
        stated = date.fromisoformat(time.edtf)
        for year in (stated.year, stated.year + 1):
            try:
                distance = (date(year, month, day) - stated).days
            except ValueError:
                continue
            if 0 <= distance <= 31:
                near[year] = time
    if len(near) != 1:
        return None
    ((year, time),) = near.items()
    return year, f"{time.span.of(text)!r} stands within a month before it, so its year is {year}"
