"""Split running text into written tokens, the same way for entries and for articles."""

import re

_INDIC = r"\u0900-\u0903\u093a-\u094f\u0981-\u0983\u09bc-\u09cd"
"""Vowel signs of Devanagari and Bengali, which belong to the letter before them."""
_TOKEN = re.compile(
    r"\^?(?:[^\W\d_](?:\.[^\W\d_])+\.?"  # abbreviations with inner stops: U.S., U.N., e.g.
    r"|(?<=[\s(“\"])['’](?=[\u0900-\u09ff])"  # opens a quotation: no word of these scripts begins with an apostrophe
    r"|[^\W\d_][\w\u200c\u0300-\u036f\u064b-\u0652\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
    rf"{_INDIC}]*"
    rf"(?:['’ʼ](?:[^\W\d_]|[{_INDIC}])+|"
    r"['’](?=\s|$)|(?<=[גזצתץטעחד])[‘׳](?=[א-ת])[א-ת]+|(?:(?<=[גזצתץ])|(?<=(?<!\w)[א-ו]))[‘׳'](?=\s|$|[-,.]))*"
    r"|\d+(?:[.,:]\d+)*[^\W\d_]*|"
    rf"['’](?:[^\W\d_]|[{_INDIC}])+|[^\w\s])"
)


def token_spans(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """List the places of the tokens of `text[start:end]`: words, numbers, single marks."""
    return [m.span() for m in _TOKEN.finditer(text, start, len(text) if end is None else end)]


def split_words(entry: str) -> list[str]:
    """Split an entry into its words; a leading ^ stays on its word."""
    return [entry[a:b] for a, b in token_spans(entry)]
