"""Strangers' names in hangul, which no capital shows: words without a reading beside the office they hold."""

from collections.abc import Collection, Sequence

from dragoman.actors.neighbours import OFFICES
from dragoman.text.units import Unit

LONGEST = 6
QUALIFIES = frozenset({"mod", "abbreviation"})
CLOSED = frozenset({"subject", "object", "topic", "to", "with", "from", "in", "by", "about", "until"})
BRACKETS = {"(": ")", "（": "）"}


def beside_office(units: Sequence[Unit], at: int, timed: Collection[int]) -> bool:
    """Tell whether an unknown word is part of a name that stands before or behind an office.

    ko: "니콜라 스터전 스코틀랜드 자치정부 수반", "진케(Zinke) 미 내무장관", "상원의원 제프 플레이크는".
    """
    return _behind(units, at, timed) or (len(units[at].text) > 1 and _before(units, at, timed))


def _before(units: Sequence[Unit], at: int, timed: Collection[int]) -> bool:
    start, look = at, at
    while start and _stranger(units, start - 1, timed):
        start -= 1
    while look < len(units) and _stranger(units, look, timed):
        look += 1
    after = _past_latin(units, look)
    if look - start > LONGEST or not (after > look or look - start > 1):
        return False
    for unit in units[after : after + 4]:
        if unit.has("role"):
            return unit.concept("role") in OFFICES
        if unit.mark or not (unit.readings.element or unit.has_any(QUALIFIES)):
            return False
    return False


def _behind(units: Sequence[Unit], at: int, timed: Collection[int]) -> bool:
    start, end = at, at
    while start and _stranger(units, start - 1, timed):
        start -= 1
    while end < len(units) and _stranger(units, end, timed):
        end += 1
    before = units[start - 1] if start else None
    if before is None or before.concept("role") not in OFFICES or before.readings["role"][0][1] & CLOSED:
        return False
    if start == at and units[at].guess & {"nom", "topic"}:
        return len(units[at].text) > 1  # "노동당 간부 아도니스는": one word, with a particle
    marked = end < len(units) and units[end].unknown and bool(units[end].guess)
    size = end - start + marked
    return 1 < size < LONGEST or (size == 1 and _past_latin(units, end) > end)


def _past_latin(units: Sequence[Unit], at: int) -> int:
    """Return the unit after a bracket with the name in Latin letters, or `at` where none opens there."""
    closer = BRACKETS.get(units[at].mark, "") if at + 1 < len(units) else ""
    if not closer or not (units[at + 1].text[0].isascii() and units[at + 1].cap):
        return at
    close = next((i for i in range(at + 1, len(units)) if units[i].mark == closer), at)
    return close + 1 if close > at else at


def _stranger(units: Sequence[Unit], at: int, timed: Collection[int]) -> bool:
    """Tell whether a unit is an unknown word without a particle."""
    unit = units[at]
    return unit.unknown and not unit.guess and unit.text[0].isalpha() and at not in timed
