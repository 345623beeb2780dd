"""Find the time expressions of a stretch of text."""

from datetime import date

from dragoman.records import TimeExpression
from dragoman.timex.combine import combine
from dragoman.timex.lattice import Lattice, telling
from dragoman.timex.resolve import resolve
from dragoman.timex.scan import scan
from dragoman.timex.words import TimeWords


def find_times(text: str, start: int, end: int, words: TimeWords, published: str | None) -> tuple[TimeExpression, ...]:
    """List the time expressions of `text[start:end]`, left to right, none overlapping; offsets are those of `text`.

    `published` is the ISO day of publication or None; then nothing relative and nothing without a year is bounded.
    """
    piece = text[start:end]
    low = words.folded(piece)
    tokens = None
    if words.spaced:
        tokens = telling(low, words)
        if tokens is None:
            return ()
    lattice = Lattice(piece, low, words, tokens)
    raws = scan(lattice)
    if not raws:
        return ()
    day = parse_day(published)
    found = (resolve(raw, day, start) for raw in combine(raws, lattice, words))
    return tuple(expression for expression in found if expression is not None)


def parse_day(published: str | None) -> date | None:
    """Return the day of an ISO date or date-time; None where there is none or it is not one."""
    if published is None:
        return None
    try:
        return date.fromisoformat(published[:10])
    except ValueError:
        return None
