"""Read a stretch of text as a lattice: at each place, the time tokens that may begin there."""

import re
from typing import Any

from dragoman.timex.words import CAPITAL, TOKENS, WORD, TimeWords

Edge = tuple[int, str, Any, int, str]
"""End, symbol, value, marks, relation of a glued particle."""

_DIGITS = re.compile(r"\d+")
_NUMERIC = re.compile(r"(?<![\d./-])(\d{1,4})([-/.])(\d{1,2})(?:\2(\d{2,4}))?(?![\d/]|[-.]\d)")
_TELLING_DIGITS = re.compile(r"\d{4}|\d[-/.]\d")
_BUDDHIST = 543


class Lattice:
    """Holds one folded stretch of text with the edges found so far."""

    def __init__(self, original: str, low: str, words: TimeWords, tokens: list[re.Match[str]] | None) -> None:
        self.original, self.low, self.words = original, low, words
        self.length = len(low)
        self.found: dict[int, list[Edge]] = {}
        if tokens is None:
            self.starts = self._scan_unspaced()
            words_at = self.starts
            self.index: dict[int, int] = {}
            self.tokens: list[tuple[int, int, str]] = []
        else:
            self.tokens = [(m.start(), m.end(), m.group()) for m in tokens]
            self.index = {start: number for number, (start, _, _) in enumerate(self.tokens)}
            openers = words.openers
            self.starts = [start for start, _, token in self.tokens if token in openers or token[0].isdecimal()]
            words_at = list(self.index)
        self.first_word = next((at for at in words_at if original[at].isalpha()), 0)

    def skip(self, at: int) -> int:
        """Return the first place from `at` that is no white space."""
        low, length = self.low, self.length
        while at < length and low[at].isspace():
            at += 1
        return at

    def edges(self, at: int) -> list[Edge]:
        """List the edges that begin at a place."""
        held = self.found.get(at)
        if held is None:
            held = self.found[at] = self._spaced(at) if self.words.spaced else []
        return held

    # -- spaced scripts ------------------------------------------------------------------------------------

    def _spaced(self, at: int) -> list[Edge]:
        number = self.index.get(at)
        if number is None:
            return []
        token = self.tokens[number][2]
        if token[0].isdecimal():
            return self._number(at, number)
        edges: list[Edge] = []
        for rest, symbol, value, marks, relation in self.words.forms.get(token, ()):
            last = number
            for wanted in rest:
                last += 1
                if last >= len(self.tokens) or self.tokens[last][2] != wanted:
                    break
            else:
                if marks & CAPITAL and not self._capital(number, last):
                    continue
                edges += self._edge(self._suffixed(last), symbol, value, marks, relation)
        return edges

    def _capital(self, first: int, last: int) -> bool:
        return any(self.original[self.tokens[number][0]].isupper() for number in range(first, last + 1))

    def _edge(self, end: int, symbol: str, value: Any, marks: int, relation: str) -> list[Edge]:
        edges: list[Edge] = [(end, symbol, value, marks, relation)]
        if symbol == "n" and self.words.word_dates and isinstance(value, int):
            edges += [(end, kind, number, WORD, glued) for _, kind, number, _, glued in _calendar_numbers(end, value)]
            if value % 10 == 0 and 20 <= value <= 90:
                edges.append((end, "decade", 1900 + value, 0, ""))
        return edges

    def _suffixed(self, number: int) -> int:
        """Return the end of a token with what an apostrophe ties to it (today's, Haziran'da)."""
        end = self.tokens[number][1]
        if self.words.apostrophe == "suffix" and number + 1 < len(self.tokens):
            start, after, text = self.tokens[number + 1]
            if start == end and text[0] == "'" and len(text) > 1:
                return after
        return end

    def _number(self, at: int, number: int) -> list[Edge]:
        end = self.tokens[number][1]
        edges = self._numeric(at) or []
        edges += self._digits(at, end)
        suffixed = self._suffixed(number)
        if suffixed > end:
            edges += [(suffixed, *rest) for _, *rest in self._digits(at, end)]
        following = number + 1
        ordinals = self.words.ordinals
        if ordinals and end - at <= 2 and following < len(self.tokens):
            start, after, text = self.tokens[following]
            if start == end and text in ordinals:
                edges += [(after, *rest) for _, *rest in self._digits(at, end)]
            elif start == end and text == "-" and following + 1 < len(self.tokens):
                start, after, text = self.tokens[following + 1]
                if start == end + 1 and f"-{text}" in ordinals:
                    edges += [(after, *rest) for _, *rest in self._digits(at, end)]
        return edges

    # -- numbers -------------------------------------------------------------------------------------------

    def _digits(self, at: int, end: int) -> list[Edge]:
        size = end - at
        if size > 4:
            return []
        value = int(self.low[at:end])
        edges: list[Edge] = []
        if size == 4:
            if self.words.buddhist_years and 2400 <= value <= 2600:
                edges.append((end, "year", value - _BUDDHIST, 0, ""))
            elif self.words.solar_years and 1300 <= value <= 1450:
                edges.append((end, "year", -value, 0, ""))  # below zero: a Persian solar year
            elif 1000 <= value <= 2199:
                edges.append((end, "year", value, 0, ""))
                if value % 10 == 0:
                    edges.append((end, "decade", value, 0, ""))
            return edges
        edges.append((end, "n", value, 0, ""))
        if size == 2 and value % 10 == 0 and value >= 20:
            edges.append((end, "decade", 1900 + value, 0, ""))
        if size <= 2:
            edges += _calendar_numbers(end, value)
        return edges

    def _numeric(self, at: int) -> list[Edge]:
        """Read 14/06/2018, 14.6.2018, 2018-06-14 and, as a day and month alone, 14/6."""
        found = _NUMERIC.match(self.low, at)
        if found is None:
            return []
        first, mark, second, third = found.groups()
        if third is None:
            day, month = (second, first) if self.words.numeric == "mdy" else (first, second)
            if mark == "." or len(first) > 2 or not (1 <= int(month) <= 12 and 1 <= int(day) <= 31):
                return []
            return [(found.end(), "short-date", (None, int(month), int(day)), 0, "")]
        parts = _ordered(first, second, third, self.words)
        return [(found.end(), "numeric", parts, 0, "")] if parts else []

    # -- unspaced scripts ----------------------------------------------------------------------------------

    def _scan_unspaced(self) -> list[int]:
        words, low, found = self.words, self.low, self.found
        matches = words.matcher.find_matches_as_indexes(low, overlapping=True) if words.matcher else ()
        for pattern, start, end in matches:
            if end < self.length and _is_mark(low[end]):
                continue
            for _, symbol, value, marks, relation in words.forms[words.patterns[pattern]]:
                found.setdefault(start, []).extend(self._edge(end, symbol, value, marks, relation))
        for match in _DIGITS.finditer(low):
            at, end = match.span()
            found.setdefault(at, []).extend(self._numeric(at) + self._digits(at, end))
        if words.digit_letters:
            self._letter_years()
        return sorted(found)

    def _letter_years(self) -> None:
        """Read years written digit by digit (二〇一八年); the letters stand in order from 0, variants of 0 after 9."""
        digits = self.words.digit_letters
        values = {letter: min(number, 10) % 10 for number, letter in enumerate(digits)}
        for match in re.finditer(f"(?<![{digits}])[{digits}]{{4}}(?![{digits}])", self.low):
            year = int("".join(str(values[letter]) for letter in match.group()))
            if 1000 <= year <= 2199:
                self.found.setdefault(match.start(), []).append((match.end(), "year", year, 0, ""))


def _is_mark(char: str) -> bool:
    return "\u0e31" <= char <= "\u0e4e" and (char == "\u0e31" or "\u0e34" <= char <= "\u0e3a" or char >= "\u0e47")


def _calendar_numbers(end: int, value: int) -> list[Edge]:
    edges: list[Edge] = []
    if 1 <= value <= 31:
        edges.append((end, "day", value, 0, ""))
    if 1 <= value <= 12:
        edges.append((end, "m", value, 0, ""))
    return edges


def _ordered(first: str, second: str, third: str, words: TimeWords) -> tuple[int, int | None, int | None] | None:
    """Return year, month, day; month and day None and swapped into the open where the order could be either."""
    order = words.numeric
    if len(first) == 4:
        year, month, day = int(first), int(second), int(third)
    elif len(third) == 4:
        year = int(third)
        one, two = int(first), int(second)
        if order == "unclear" and one <= 12 and two <= 12 and one != two:
            return (year, -one, -two)
        month, day = (one, two) if (order in ("mdy", "unclear") and one <= 12) else (two, one)
    else:
        return None
    if words.buddhist_years and 2400 <= year <= 2600:
        year -= _BUDDHIST
    elif words.solar_years and 1300 <= year <= 1450:
        return (-year, month, day) if 1 <= month <= 12 and 1 <= day <= 31 else None
    return (year, month, day) if 1000 <= year <= 2199 and 1 <= month <= 12 and 1 <= day <= 31 else None


def telling(low: str, words: TimeWords) -> list[re.Match[str]] | None:
    """Return the tokens of a spaced text that may hold a time, or None where it holds none (the quick way out)."""
    pattern = TOKENS[words.apostrophe]
    if words.triggers.isdisjoint(pattern.findall(low)) and _TELLING_DIGITS.search(low) is None:
        return None
    return list(pattern.finditer(low))
