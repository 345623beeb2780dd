"""Reduce a text to the smallest hashes of its shingles, from which the share two texts have in common is estimated."""

import re
from collections.abc import Sequence
from zlib import crc32

SIZE = 64
"""Hashes a sketch holds: the share in common is told to about 1/8."""
WORDS, SIGNS = 3, 5
"""Words in a shingle, or signs where the script has no spaces."""
_TOKEN = re.compile("[\u0e01-\u0e5b\u3040-\u30ff\u3400-\u9fff]|[^\\W_]+")
_UNSPACED = re.compile("[\u0e01-\u0e5b\u3040-\u30ff\u3400-\u9fff]")
_ODD, _MASK = 0x9E3779B1, 0xFFFFFFFF


def words_of(text: str) -> list[str]:
    """Cut a text into folded words, and unspaced scripts into signs; marks and spaces are left out."""
    return _TOKEN.findall(text.casefold())


def sketch_of(words: Sequence[str]) -> tuple[int, tuple[int, ...]]:
    """Return how many different shingles there are, and the smallest hashes of them, ascending.

    A text shorter than a shingle is one shingle.
    """
    if not words:
        return 0, ()
    signs = sum(_UNSPACED.match(word) is not None for word in words)
    length = SIGNS if 2 * signs > len(words) else WORDS
    spans = range(max(1, len(words) - length + 1))
    # crc32 keeps the order of similar strings; multiplying by an odd constant spreads it
    hashes = {crc32(" ".join(words[at : at + length]).encode()) * _ODD & _MASK for at in spans}
    return len(hashes), tuple(sorted(hashes)[:SIZE])


def contained(one: tuple[int, ...], other: tuple[int, ...]) -> tuple[int, int]:
    """Return how many hashes two sketches share and how many could be, below the bound both are complete to.

    Their quotient estimates which share of the shorter text the longer one holds.
    """
    if not one or not other:
        return 0, 0
    bound = min(one[-1] if len(one) == SIZE else _MASK, other[-1] if len(other) == SIZE else _MASK)
    mine = {value for value in one if value <= bound}
    theirs = {value for value in other if value <= bound}
    return len(mine & theirs), min(len(mine), len(theirs))
