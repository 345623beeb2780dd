"""Tell what a punctuation mark does: parts clauses, opens or closes a quotation or a bracket, ends the sentence."""

from collections.abc import Sequence

from dragoman.text.units import CLOSING, OPENING, Unit

SORTS = {
    **dict.fromkeys(",،、，", "comma"),
    **dict.fromkeys(";:：；؛–—", "break"),
    **dict.fromkeys("([（【〔", "bracket-open"),
    **dict.fromkeys(")]）】〕", "bracket-close"),
    **dict.fromkeys(".!?。！？؟…۔।", "stop"),
}
QUOTES = frozenset(OPENING + CLOSING + "\"'‘’＂")
CLOSED_BY = {"„": "“", "»": "«"}
"""Marks that close a quotation here and open one elsewhere (de „so“, »so«)."""
HYPHENS = "-‐‑"


class Marks:
    """Reads the marks of one sentence, in order: straight quotation marks open and close by turns."""

    def __init__(self, text: str, units: Sequence[Unit]) -> None:
        self.text, self.units, self.open_quote, self.opened = text, units, False, ""

    def sort(self, at: int) -> str:
        """Name the sort of the mark at a unit."""
        char, start = self.units[at].text, self.units[at].start
        if char in SORTS:
            return SORTS[char]
        if char in QUOTES:
            return self._quote(char, start)
        if char in HYPHENS:
            return "break" if start > 0 and self.text[start - 1] == " " else "hyphen"
        return "mark"

    def _quote(self, char: str, start: int) -> str:
        if self.open_quote and CLOSED_BY.get(self.opened) == char:
            self.open_quote = False
            return "quote-close"
        if char in OPENING and char not in CLOSING:
            self.open_quote, self.opened = True, char
            return "quote-open"
        if char in "”»」』›》〉" and self.open_quote:
            self.open_quote = False
            return "quote-close"
        after_space = start == 0 or self.text[start - 1].isspace() or self.text[start - 1] in "([（"
        if char in "'’" and not after_space and not self.open_quote:
            return "mark"
        self.open_quote, self.opened = not self.open_quote if char not in "‘’'" else after_space, char
        return "quote-open" if self.open_quote else "quote-close"
