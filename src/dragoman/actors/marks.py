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
ALSO_CLOSE = {"„": "“", "‚": "‘", "»": "«", "›": "‹"}
"""What closes a quotation that this sign has opened, though elsewhere it opens one (de „…“, »…«)."""
HYPHENS = "-‐‑"


class Marks:
    """Reads the marks of one sentence, in order: straight quotation marks open and close by turns."""

    def __init__(self, text: str, units: Sequence[Unit]) -> None:
        self.text, self.units, self.open_quote, self.opener = text, units, False, ""

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
        self.open_quote, sort = self._opens(char, start)
        if sort != "mark":
            self.opener = char if self.open_quote else ""
        return "quote-open" if sort == "open" else "quote-close" if sort == "close" else sort

    def _opens(self, char: str, start: int) -> tuple[bool, str]:
        """Tell whether a quotation is open behind a sign, and whether the sign opens, closes or does neither."""
        if self.open_quote and char in ALSO_CLOSE.get(self.opener, ""):
            return False, "close"
        if char in OPENING and char not in CLOSING:
            return True, "open"
        if char in "”»」』›》〉" and self.open_quote:
            return False, "close"
        after_space = start == 0 or self.text[start - 1].isspace() or self.text[start - 1] in "([（"
        if char in "'’" and not after_space and not self.open_quote:
            return False, "mark"
        opens = not self.open_quote if char not in "‘’'" else after_space
        return opens, "open" if opens else "close"
