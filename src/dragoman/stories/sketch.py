"""Reduce a text to the smallest hashes of its shingles, from which the share two texts have in common is estimated."""

import re
from array import array
from bisect import bisect_right
from collections.abc import Sequence
from zlib import crc32

SIZE = 256
"""Hashes a sketch holds: those of an article of up to so many words nearly all, of a longer one a sample."""
WORDS, SIGNS = 3, 4
"""Words in a shingle, or signs where the script has no spaces. Longer ones do not outlive a fifth of the words changed."""
LOOKED_AT = 100
"""Words by which a script is told."""
_SIGNS = "\u0e01-\u0e5b\u3040-\u30ff\u3400-\u9fff"
_TOKEN = re.compile(f"[{_SIGNS}]|[^\\W_{_SIGNS}]+")
_UNSPACED = re.compile(f"[{_SIGNS}]")
_ODD, _MASK = 0x9E3779B1, 0xFFFFFFFF


def words_of(text: str) -> list[str]:
    """Cut a text into folded words, and unspaced scripts into signs; marks and spaces are left out."""
    return _TOKEN.findall(text.casefold())


def unspaced(words: Sequence[str]) -> bool:
    """Tell whether words, by the first of them, are for the most part signs of a script without spaces."""
    first = words[:LOOKED_AT]
    return 2 * sum(_UNSPACED.match(word) is not None for word in first) > len(first)


def digest(words: Sequence[str]) -> int:
    """Digest some words into four bytes; half a surrogate pair, which broken pages hold, is taken as it is."""
    return crc32(" ".join(words).encode("utf-8", "surrogatepass"))


def sketch_of(words: Sequence[str]) -> tuple[int, bytes]:
    """Return how many different shingles there are, and the smallest hashes of them, ascending, packed in four bytes each.

    A text shorter than a shingle is one shingle.
    """
    if not words:
        return 0, b""
    size = SIGNS if unspaced(words) else WORDS
    spans = range(max(1, len(words) - size + 1))
    # crc32 keeps the order of similar strings; multiplying by an odd constant spreads it
    hashes = {digest(words[at : at + size]) * _ODD & _MASK for at in spans}
    return len(hashes), array("I", sorted(hashes)[:SIZE]).tobytes()


def hashes_of(sketch: bytes) -> Sequence[int]:
    """Read the hashes of a sketch, ascending."""
    return memoryview(sketch).cast("I")


def contained(one: bytes, other: bytes) -> tuple[int, int]:
    """Return how many hashes two sketches share and how many could be, below the bound both are complete to.

    Their quotient estimates which share of the shorter text the longer one holds.
    """
    if not one or not other:
        return 0, 0
    mine, theirs = hashes_of(one), hashes_of(other)
    bound = min((hashes[-1] for hashes in (mine, theirs) if len(hashes) == SIZE), default=_MASK)
    fewer = min(bisect_right(mine, bound), bisect_right(theirs, bound))
    return len({*mine[: bisect_right(mine, bound)]} & {*theirs[: bisect_right(theirs, bound)]}), fewer
