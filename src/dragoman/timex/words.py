"""The time words of one language, compiled."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import ahocorasick_rs

from dragoman.packs.fold import Fold

CAPITAL, CAREFUL, WEAK, PLURAL, WORD = 1, 2, 4, 8, 16
"""Marks of a word: counts only with a capital; only beside another time word or a vouching one; only with a number; a
unit in the plural (de "letzten Wochen", the last few weeks); a day written in words (ja 一日: rather "one day")."""

MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f"
    "\u0981-\u0983\u09bc-\u09cd\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u200c\u200d"
)
_WORD = rf"[^\W\d_](?:[^\W\d_]|[{MARKS}])*"
TOKENS: dict[str, re.Pattern[str]] = {
    "suffix": re.compile(rf"\d+|'?{_WORD}|[^\w\s]"),
    "prefix": re.compile(rf"\d+|{_WORD}'?|[^\w\s]"),
    "letter": re.compile(rf"\d+|{_WORD}(?:'{_WORD})*'?|[^\w\s]"),
}
"""How words are cut, by what an apostrophe does: today|'s, l'|an, п'ятниця."""

Entry = tuple[tuple[str, ...], str, Any, int, str]
"""The tokens that must follow, symbol, value, marks, relation of the glued particle ("" none)."""
End = tuple[int, str, Any, int]
"""Rank, group, the group's own value (days: the offset; else slots the words fill), symbols of the template."""


@dataclass(frozen=True, slots=True, eq=False)
class TimeWords:
    """Everything needed to read time expressions of one language; picklable (the matcher is rebuilt)."""

    code: str
    spaced: bool
    apostrophe: str
    folds: tuple[str, ...]
    forms: dict[str, tuple[Entry, ...]]
    triggers: frozenset[str]
    trie: tuple[dict[str, tuple[tuple[str, int], ...]], ...]
    ends: dict[int, tuple[End, ...]]
    ordinals: frozenset[str]
    word_dates: bool
    numeric: str
    buddhist_years: bool
    solar_years: bool
    beside: frozenset[str]
    beside_sizes: tuple[int, ...]
    counted: frozenset[str]
    before: dict[str, tuple[tuple[str, str], ...]]
    after: dict[str, tuple[tuple[str, str], ...]]
    fillers: tuple[str, ...]
    about: dict[str, tuple[tuple[str, str], ...]]
    about_not: tuple[str, ...]
    about_after: tuple[str, ...]
    day_parts: tuple[str, ...]
    joins: frozenset[str]
    range_joins: frozenset[str]
    range_ands: frozenset[str]
    range_opens: tuple[str, ...]
    range_closes: tuple[str, ...]
    digit_letters: str
    numbers: dict[str, int]
    rough: tuple[str, ...]
    fold: Fold = field(init=False, repr=False)
    matcher: Any = field(init=False, repr=False)
    patterns: tuple[str, ...] = field(init=False, repr=False)
    counting: frozenset[str] = field(init=False, repr=False)
    openers: frozenset[str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Build what is not data: the folding table, the words that open a number or a time, the matcher."""
        object.__setattr__(self, "fold", Fold(self.folds))
        patterns = () if self.spaced else tuple(sorted(self.forms))
        object.__setattr__(self, "patterns", patterns)
        object.__setattr__(self, "matcher", ahocorasick_rs.AhoCorasick(list(patterns)) if patterns else None)
        counting = {form for form, entries in self.forms.items() if any(map(_counts, entries))}
        object.__setattr__(self, "counting", frozenset(counting | self.numbers.keys()))
        first = {"n", *(self.trie[0] if self.trie else ())}
        opening = {form for form, entries in self.forms.items() if any(entry[1] in first for entry in entries)}
        object.__setattr__(self, "openers", frozenset(opening))

    def __reduce__(self) -> tuple[type[TimeWords], tuple[Any, ...]]:
        """Pickle the data fields only."""
        return (TimeWords, tuple(getattr(self, f.name) for f in _FIELDS))

    def folded(self, text: str) -> str:
        """Fold letters, one for one."""
        if not self.folds and not any(c in text for c in "’ʼς"):
            low = text.lower()
            if len(low) == len(text) and self.spaced:
                return low
        return text.translate(self.fold)

    def split(self, text: str) -> list[str]:
        """Part folded text in the tokens it is looked up by; unspaced scripts keep it whole."""
        if self.spaced:
            return TOKENS[self.apostrophe].findall(text)
        return text.split()


_FIELDS = tuple(f for f in TimeWords.__dataclass_fields__.values() if f.init)


def _counts(entry: Entry) -> bool:
    """Tell whether a word may be a number from two on."""
    return entry[1] == "n" and isinstance(entry[2], int) and entry[2] > 1
