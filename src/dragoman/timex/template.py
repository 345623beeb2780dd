"""Turn templates such as `last {x}` or `[the] {day} {month}` into sequences of symbols."""

import re
from collections.abc import Callable, Iterator, Mapping

SLOTS: dict[str, str] = {
    "day": "day", "day2": "day", "month": "month", "month2": "month", "month_again": "month", "m": "m", "m2": "m",
    "year": "year", "year2": "year", "weekday": "weekday", "weekday2": "weekday", "season": "season",
    "n": "n", "unit": "unit", "decade": "decade", "era": "era", "era_year": "n", "century": "n", "numeric": "numeric",
    "short": "short-date", "decade_word": "decade-word",
}  # fmt: skip
"""Slot → the kind of token it takes. A `2` names the end of a range."""

ANY = ("unit", "weekday", "month", "season")
_PIECE = re.compile(r"\{(\w+)\}")

Splitter = Callable[[str], list[str]]
Symbol = tuple[str, str]
"""What a token must be, and the slot it fills: ("month", "month2"), or ("=ago", "") for a word of the template."""


class BadTemplate(Exception):
    """A template of time.yaml cannot be read: which one and why."""

    def __init__(self, template: str, what: str) -> None:
        super().__init__(f"template {template!r} {what}")


def optional_parts(template: str) -> Iterator[str]:
    """Yield the template with each [optional] stretch kept and left out; they do not nest."""
    before, opened, rest = template.partition("[")
    if not opened:
        yield template
        return
    inside, closed, after = rest.partition("]")
    if not closed:
        raise BadTemplate(template, "has a [ without its ]")
    for ending in optional_parts(after):
        yield f"{before}{inside}{ending}"
        yield f"{before}{ending}"


def meaning_of(template: str, units: tuple[str, ...]) -> tuple[str, dict[str, object]]:
    """Part `去年 => year` or `позавчера => 2 day` in its words and the slots they fill."""
    words, arrow, said = template.partition(" => ")
    if not arrow:
        return template, {}
    *number, unit = said.split()
    if unit not in units or len(number) > 1:
        raise BadTemplate(template, f"must name a unit after =>: {', '.join(units)}")
    slots: dict[str, object] = {"unit": unit}
    if number:
        slots["n"] = "few" if number[0] == "few" else int(number[0])
    return words.strip(), slots


def expand(template: str, words: Mapping[str, object], split: Splitter) -> Iterator[tuple[Symbol, ...]]:
    """Yield the symbol sequences of a template; `words` are the own word classes, `split` parts text in words."""
    for plain in optional_parts(template):
        for text in _each_x(plain):
            yield _symbols(template, text, words, split)


def _each_x(text: str) -> Iterator[str]:
    if "{x}" not in text:
        yield text
        return
    for kind in ANY:
        yield text.replace("{x}", f"{{{kind}}}")


def _symbols(template: str, text: str, words: Mapping[str, object], split: Splitter) -> tuple[Symbol, ...]:
    found: list[Symbol] = []
    for index, piece in enumerate(_PIECE.split(text)):
        if index % 2 == 0:
            found.extend((f"={word}", "") for word in split(piece))
        elif piece in words:
            found.append((f"@{piece}", ""))
        elif piece in SLOTS:
            found.append((SLOTS[piece], piece))
        else:
            raise BadTemplate(template, f"has the unknown slot {{{piece}}}; give it under `words`")
    if not found:
        raise BadTemplate(template, "is empty")
    return tuple(found)
