"""Find the numbers a clause tells of its sides and of the things it is about."""

from collections.abc import Sequence

import msgspec

from dragoman.records import Clause, Figure, Mention, Sentence, Span, TimeExpression
from dragoman.text.units import Unit
from dragoman.timex.number import Number, find_numbers
from dragoman.timex.words import TimeWords

APART = 2
"""Letters that may stand between a noun and its number (ko: "북한군 20여 명", zh: "20名士兵")."""
COUNTED = ("thing", "noun")


def tell_figures(
    clauses: Sequence[Clause], sentence: Sentence, text: str, units: Sequence[Unit], times: Sequence[TimeExpression],
    words: TimeWords,
) -> list[Clause]:  # fmt: skip
    """Return the clauses of a sentence with their figures; a number of a time expression counts nothing."""
    if not clauses:
        return list(clauses)
    numbers = [
        n
        for n in find_numbers(text, sentence.span.start, sentence.span.end, words)
        if not any(t.span.start < n.span.end and n.span.start < t.span.end for t in times)
    ]
    if not numbers:
        return list(clauses)
    told = [(clause, _figures(clause, numbers, text, units)) for clause in clauses]
    return [msgspec.structs.replace(clause, figures=found) if found else clause for clause, found in told]


def _figures(clause: Clause, numbers: Sequence[Number], text: str, units: Sequence[Unit]) -> tuple[Figure, ...]:
    found: dict[Span, Figure] = {}
    for role, mentions in (("actor", clause.actor), ("recipient", clause.recipient)):
        for mention in mentions:
            number, what = _number_of(mention.span, numbers, text), _sector(mention)
            if number is not None and what:
                found.setdefault(number.span, _figure(role, what, number, clause))
    for span in clause.theme_spans:
        number, what = _number_of(span, numbers, text), _thing(span, units)
        if number is not None and what:
            found.setdefault(number.span, _figure("theme", what, number, clause))
    return tuple(found.values())


def _figure(role: str, what: str, number: Number, clause: Clause) -> Figure:
    return Figure(role, what, number.value, clause.act, number.about, number.span)  # type: ignore[arg-type]


def _number_of(span: Span, numbers: Sequence[Number], text: str) -> Number | None:
    """Return the number inside a phrase, else one right before or right after it."""
    inside = [n for n in numbers if span.covers(n.span)]
    if inside:
        return inside[0] if len(inside) == 1 else None
    for number in numbers:
        between = (
            text[number.span.end : span.start] if number.span.end <= span.start else text[span.end : number.span.start]
        )
        if len(between) <= APART and all(char.isspace() or char.isalpha() for char in between):
            return number
    return None


def _sector(mention: Mention) -> str:
    """Name what is counted on a side; a state as such is not counted ("20 North Koreans" are, "20 … Seoul" is not)."""
    entity = mention.entities[0] if mention.entities else None
    return "" if entity is None or entity.sector in {None, "GOV"} else str(entity.sector)


def _thing(span: Span, units: Sequence[Unit]) -> str:
    inside = [u for u in units if span.start <= u.start < span.end]
    return next((u.concept(kind) for u in reversed(inside) for kind in COUNTED if u.has(kind)), "")
