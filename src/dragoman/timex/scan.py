"""Find the longest template at each place: raw expressions, not yet anchored to a day."""

from dataclasses import dataclass, field
from typing import Any
from unicodedata import category

from dragoman.timex.lattice import Lattice
from dragoman.timex.words import CAPITAL, CAREFUL, PLURAL, WEAK, WORD, TimeWords

_CURRENCY = frozenset("$€£¥₩₽₹฿₫₺#№.,")
_COUNTING = frozenset("%‰°$€£¥₩₽₹฿₫₺")


@dataclass(slots=True)
class Raw:
    """A matched template: where, which group, what its slots hold, and what later steps add."""

    start: int
    end: int
    group: str
    value: Any
    slots: dict[str, Any]
    relation: str = ""
    about: bool = False
    head: "Raw | None" = None
    until: "Raw | None" = None
    weekday: int | None = None
    hour: bool = False
    tokens: int = 1
    marks: int = 0
    extra: dict[str, Any] = field(default_factory=dict)


Filled = tuple[str, Any, int, str, "Filled | None"] | None
"""Slot, value, marks and glued relation of the tokens taken so far, last first."""


def scan(lattice: Lattice) -> list[Raw]:
    """List the raw expressions left to right, the longest at each place."""
    found: list[Raw] = []
    free = 0
    for at in lattice.starts:
        if at < free:
            continue
        raw = _longest(lattice, at)
        if raw is not None:
            found.append(raw)
            free = raw.end
    return found


def _longest(lattice: Lattice, at: int) -> Raw | None:
    words = lattice.words
    trie, ends = words.trie, words.ends
    best: tuple[tuple[int, int, int, int], Raw] | None = None
    stack: list[tuple[int, int, Any]] = [(0, at, None)]
    while stack:
        node, place, filled = stack.pop()
        children = trie[node]
        for end, symbol, value, marks, relation in lattice.edges(place):
            rows = children.get(symbol)
            if rows is None or (node == 0 and symbol in ("numeric", "short-date")):
                if node == 0 and symbol in ("numeric", "short-date"):
                    raw = _numeric_raw(lattice, at, end, symbol, value)
                    if raw is not None and (best is None or best[0] < (end, 1, 0, 0)):
                        best = ((end, 1, 0, 0), raw)
                if rows is None:
                    continue
            for slot, following in rows:
                taken = (slot, value, marks, relation, filled)
                for rank, group, own, size in ends.get(following, ()):
                    score = (end, _capital_bonus(taken, at, lattice), size, -rank)
                    if best is None or best[0] < score:
                        raw = _raw(at, end, group, own, size, taken)
                        if _acceptable(raw, lattice, words):
                            best = (score, raw)
                if trie[following]:
                    stack.append((following, lattice.skip(end), taken))
    return best[1] if best else None


def _capital_bonus(filled: Any, at: int, lattice: Lattice) -> int:
    """Prefer a word that asks for a capital and has one where a capital tells (id Minggu: Sunday, minggu: week)."""
    if at == lattice.first_word:
        return 0
    while filled is not None:
        if filled[2] & CAPITAL:
            return 1
        filled = filled[4]
    return 0


def _raw(at: int, end: int, group: str, value: Any, size: int, filled: Any) -> Raw:
    slots: dict[str, Any] = {}
    relation, marks = "", 0
    while filled is not None:
        slot, held, mark, glued, filled = filled
        if slot:
            slots[slot] = held
        if glued and glued != "on":
            relation = relation or glued
        marks |= mark
    if isinstance(value, dict):
        slots, value = {**value, **slots}, None
    if marks & PLURAL and group == "ago" and "n" not in slots:
        slots["n"] = "few"
    if marks & PLURAL and group in ("last", "next") and "n" not in slots:
        group = "past" if group == "last" else "coming"
    if "short" in slots:
        slots["numeric"] = slots.pop("short")
    return Raw(at, end, group, value, slots, relation, tokens=size, marks=marks)


def _numeric_raw(lattice: Lattice, at: int, end: int, symbol: str, value: Any) -> Raw | None:
    if symbol == "short-date":
        before, after = lattice.low[at - 1 : at], lattice.low[end : end + 1]
        if before not in "(（" or after not in ")）" or not before or not after:
            return None
    return Raw(at, end, "dates", None, {"numeric": value}, tokens=3)


def _acceptable(raw: Raw, lattice: Lattice, words: TimeWords) -> bool:
    slots = raw.slots
    if raw.marks & WEAK and not ({"day", "year", "m"} & slots.keys()):
        return False
    if raw.marks & CAREFUL and raw.tokens == 1 and not beside(raw, lattice, words):
        return False
    if raw.marks & CAREFUL and raw.tokens == 1 and lattice.low[raw.end - 2 : raw.end] in ("'s", "’s"):
        return False  # "for May's government": whoever bears the name
    if raw.group in ("last", "next") and slots.get("unit") in ("day", "hour", "minute") and "n" not in slots:
        return False  # "the last day" is the final one
    if raw.marks & WORD and slots.keys() == {"day"}:
        return False
    uncounted = raw.group in ("ago", "later", "earlier", "every") and "n" not in slots
    if uncounted and lattice.low[lattice.skip(raw.end) :][:1].isdigit():
        return False  # ar منذ عام 2014: "since the year 2014", not "a year ago"
    if raw.tokens == 1 and "year" in slots:
        return _bare_year(raw, lattice, words)
    if "year" in slots and "year2" in slots and abs(slots["year2"]) < abs(slots["year"]):
        return False
    return not ("day" in slots and "day2" in slots and "month2" not in slots and slots["day2"] <= slots["day"])


def beside(raw: Raw, lattice: Lattice, words: TimeWords) -> bool:
    """Tell whether a word that vouches for a time stands right before or after."""
    low, known, spaced = lattice.low, words.beside, words.spaced
    end = raw.start
    while end > 0 and low[end - 1].isspace():
        end -= 1
    after = lattice.skip(raw.end)
    for size in words.beside_sizes:
        start, stop = end - size, after + size
        if start >= 0 and low[start:end] in known and not (spaced and _joined(low, start)):
            return True
        if low[after:stop] in known and not (spaced and in_word(low[stop : stop + 1])):
            return True
    return False


def in_word(char: str) -> bool:
    """Tell whether a character belongs to a word: letter, digit or combining mark; "" does not."""
    return bool(char) and (char.isalnum() or category(char)[0] == "M")


def _joined(text: str, at: int) -> bool:
    return at > 0 and in_word(text[at - 1]) and in_word(text[at])


def _bare_year(raw: Raw, lattice: Lattice, words: TimeWords) -> bool:
    """Tell whether four digits alone are a year: no sum, no count; round ones and old ones only where vouched for."""
    low, year = lattice.low, raw.slots["year"]
    before, after = low[raw.start - 1 : raw.start] if raw.start else "", low[raw.end : raw.end + 1]
    if before and (before in _CURRENCY or before.isalnum() or before in "-/:'"):
        return False
    decimal = after in (".", ",", ":") and low[raw.end + 1 : raw.end + 2].isdigit()
    if after and (after in _COUNTING or after.isalnum() or decimal):
        return False
    earlier = low[: raw.start].rstrip()
    if earlier and (earlier[-1] in "$€£¥₩₽₹฿₫₺#№" or earlier[-1].isdigit()):
        return False
    following = lattice.skip(raw.end)
    if low[following : following + 1] in tuple("%‰$€£¥₩₽₹"):
        return False
    if _counted(low, following, words):
        return False
    if 1900 <= year <= 2100 and year % 100:
        return True
    return year <= 2199 and beside(raw, lattice, words)


def _counted(low: str, at: int, words: TimeWords) -> bool:
    if not words.spaced:
        return any(low.startswith(word, at) for word in words.counted)
    end = at
    while end < len(low) and (low[end].isalpha() or (not low[end].isascii() and not low[end].isspace())):
        end += 1
    return low[at:end] in words.counted
