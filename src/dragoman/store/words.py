"""Cut text into the terms that a search compares: the same for what is searched and for what is sought."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

from dragoman.packs.fold import fold_of

_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u19e0-\u19ff\ua9e0-\ua9ff\uaa60-\uaa7f"  # Thai, Lao, Burmese, Khmer
    "\u1100-\u11ff\u3130-\u318f\uac00-\ud7ff"  # Hangul: spaces stand there, but particles cling to the words
    "\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"  # kana, Han
)
_PIECE = re.compile(f"(?P<unspaced>[{_UNSPACED}]+)|[^{_UNSPACED} ]+")
_DROPPED = "\ue000"
"""Stands for a mark that is passed over, so that each letter keeps its place; the text itself cannot hold it."""
_PASSED_OVER = re.compile("[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u00ad\u200c\u200d\ufe0f]")
"""Accents that stand alone, Hebrew points, Arabic vowel signs and tatweel, invisible hyphens and joiners."""
_ACCENTED = ("LATIN ", "GREEK ")
"""Scripts whose accents do not count. Not Cyrillic: й and ё are letters of their own there (ё is е by a fold)."""


_LONGEST = 100
"""Letters of a word that are compared; PostgreSQL takes no word of more than 2 kB."""


class Term(NamedTuple):
    """A term and the stretch `text[start:end]` it stands for.

    A `letter` ends a stretch that is written without spaces; all others there begin a `pair`.
    """

    text: str
    start: int
    end: int
    kind: Literal["word", "pair", "letter"]


def composed(text: str) -> str:
    """Return the text with letters and their accents as one (NFC); terms are counted on this form."""
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def terms_of(text: str) -> Iterator[Term]:
    """Cut a text into terms: folded words, and bigrams where words are not set apart (Han, kana, Hangul, Thai …).

    "미국 대선" gives 미국, 국, 대선, 선: a bigram at each letter, and the last letter alone, so that a single letter is
    found by its beginning everywhere. Offsets are code points of `composed(text)`.
    """
    folded = composed(text).translate(_fold())
    for piece in _PIECE.finditer(folded):
        start, end = piece.span()
        if piece.lastgroup == "unspaced":
            yield from _bigrams(folded, start, end)
        elif word := piece[0].replace(_DROPPED, ""):
            yield Term(word[:_LONGEST], start, end, "word")


def _bigrams(folded: str, start: int, end: int) -> Iterator[Term]:
    for at in range(start, end - 1):
        yield Term(folded[at : at + 2], at, at + 2, "pair")
    yield Term(folded[end - 1], end - 1, end, "letter")


@cache
def _fold() -> "_SearchFold":
    return _SearchFold()


class _SearchFold(dict[int, str]):
    """A table for `str.translate`, one code point for one: letters folded, all that is no letter a space."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _folded(chr(code))
        return folded


def _folded(char: str) -> str:
    if _PASSED_OVER.match(char):
        return _DROPPED
    category = unicodedata.category(char)
    if category == "Nd":
        return str(unicodedata.digit(char))
    if category[0] not in "LNM":
        return " "
    plain = unicodedata.normalize("NFKC", char)
    plain = fold_of(("arabic", "yo", "cedilla", "traditional"))[ord(plain if len(plain) == 1 else char)]
    if unicodedata.name(plain, "").startswith(_ACCENTED):
        base = unicodedata.normalize("NFD", plain)[0].lower()
        plain = base if base.isalpha() else plain
    return {"ı": "i", "'": " "}.get(plain, plain)
