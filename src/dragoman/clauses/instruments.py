"""Find the treaties, truces, alliances and resolutions a clause names."""

from collections.abc import Sequence

import msgspec

from dragoman.records import Clause, Span
from dragoman.text.units import Unit


def name_instruments(clauses: Sequence[Clause], units: Sequence[Unit]) -> list[Clause]:
    """Return the clauses of a sentence with the ids of the instruments named in what they are about.

    An instrument named elsewhere in the sentence belongs to every clause that is about something of its kind.
    """
    named = [
        (meaning.concept, Span(unit.start, unit.end))
        for unit in units
        for meaning, _ in unit.readings.get("instrument", ())
    ]
    if not named:
        return list(clauses)
    return [_with(clause, named, units) for clause in clauses]


def _with(clause: Clause, named: Sequence[tuple[str, Span]], units: Sequence[Unit]) -> Clause:
    inside = [id_ for id_, span in named if any(_meet(span, theme) for theme in clause.theme_spans)]
    kinds = {id_: _kinds(span, units) for id_, span in named}
    akin = [id_ for id_, _ in named if kinds[id_] & set(clause.themes)]
    found = tuple(dict.fromkeys(inside or akin))
    return msgspec.structs.replace(clause, instruments=found) if found else clause


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _kinds(span: Span, units: Sequence[Unit]) -> set[str]:
    """List the things an instrument's name stands for (agreement, ceasefire)."""
    return {m.concept for u in units if u.start == span.start for m, _ in u.readings.get("thing", ())}
