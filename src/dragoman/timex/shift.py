"""Move an expression that may lie on either side of publication to the future or the past, as its clause tells."""

from datetime import date, timedelta

import msgspec

from dragoman.records import TimeExpression
from dragoman.timex.anchor import NO_MONTH, NO_YEAR, WEEKDAY
from dragoman.timex.calendar import add_months, day_bounds, iso, month_bounds, stretch
from dragoman.timex.find import parse_day

_REASON = "the next, since its clause is of the future"


def shift_to_future(expression: TimeExpression, published: str | None) -> TimeExpression:
    """Return the next such day or month for a weekday or a date without its year; anything else as it is.

    An expression that is fixed by its words ("last Sunday", "14 June 2018") or already lies ahead is not moved.
    """
    day = parse_day(published)
    if day is None or expression.earliest is None or expression.latest is None or expression.relation != "on":
        return expression
    first, last = date.fromisoformat(expression.earliest), date.fromisoformat(expression.latest)
    if last >= day or expression.direction != "any" or expression.kind != "interval":
        return expression
    if expression.note.startswith(WEEKDAY):
        found = stretch(first + timedelta(7), last + timedelta(7), "day")
        return _moved(expression, found.earliest, found.latest, found.edtf, f"{WEEKDAY}: {_REASON}")
    if first != last and expression.grain != "month":
        return expression
    if expression.note.startswith(NO_YEAR):
        return _next_year(expression, first, last)
    if expression.note.startswith(NO_MONTH):
        try:
            year, month = add_months(first, 1)
            found = day_bounds(date(year, month, first.day))
        except ValueError:
            return expression
        return _moved(expression, found.earliest, found.latest, f"{found.edtf}?", f"{NO_MONTH}; {_REASON}")
    return expression


def shift_to_past(expression: TimeExpression, published: str | None) -> TimeExpression:
    """Return the last such day for a date without its year that lies ahead, where its clause is of the past."""
    day = parse_day(published)
    if day is None or expression.earliest is None or expression.latest is None or expression.relation != "on":
        return expression
    first, last = date.fromisoformat(expression.earliest), date.fromisoformat(expression.latest)
    if first <= day or expression.kind != "interval" or not expression.note.startswith(NO_YEAR):
        return expression
    try:
        found = day_bounds(date(first.year - 1, first.month, first.day)) if first == last else None
    except ValueError:
        return expression
    found = found or (month_bounds(first.year - 1, first.month) if expression.grain == "month" else None)
    if found is None:
        return expression
    note = f"{NO_YEAR}; the last, since its clause is of the past"
    moved = _moved(expression, found.earliest, found.latest, f"{found.edtf}?", note)
    return msgspec.structs.replace(moved, direction="past")


def _next_year(expression: TimeExpression, first: date, last: date) -> TimeExpression:
    if expression.grain == "month":
        found = month_bounds(first.year + 1, first.month)
    else:
        try:
            found = day_bounds(date(first.year + 1, first.month, first.day))
        except ValueError:
            return expression
    return _moved(expression, found.earliest, found.latest, f"{found.edtf}?", f"{NO_YEAR}; {_REASON}")


def _moved(expression: TimeExpression, first: date | None, last: date | None, edtf: str, note: str) -> TimeExpression:
    return msgspec.structs.replace(
        expression, earliest=iso(first), latest=iso(last), edtf=edtf, direction="future", note=note
    )
