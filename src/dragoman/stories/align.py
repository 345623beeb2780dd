"""Compare two articles by the language-free terms that stand at the same places of their texts."""

import math
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from dragoman.records import Signature
from dragoman.stories.weights import load_term_weights

NEAR = 80
"""Thousandths of a text within which a term stands at the same place; a translation moves it by 20 or 30."""
FAR_COUNT = 0.5
"""What a term at the edge of NEAR counts, against one at the very place."""
SHORTENED = 0.75
"""Relation of sizes below which the shorter text may be the beginning of the longer one."""
BEYOND = 1.1
"""Part of the shorter text's size up to which the longer is compared then."""
_PREPARED = 4096


class Aligned(NamedTuple):
    """How alike two articles are, 0 to 1, what the terms in common weigh, and which they are, the heaviest first.

    `opening` tells that the shorter was compared with the beginning of the longer.
    """

    score: float
    weight: float
    terms: tuple[str, ...]
    opening: bool = False


class _Terms(NamedTuple):
    """The places of each term, its weight for one occurrence, and the weight of all."""

    places: dict[str, tuple[float, ...]]
    weights: dict[str, float]
    total: float


def align(one: Signature, other: Signature) -> tuple[Aligned, ...]:
    """Align two articles over their whole lengths, and the shorter with the beginning of the longer where it may be that."""
    whole = _match(_terms(one.terms, 0), _terms(other.terms, 0))
    short, long = (one, other) if one.size <= other.size else (other, one)
    if not 0 < short.size < SHORTENED * long.size:
        return (whole,)
    opening = round(1000 * short.size * BEYOND / long.size)
    begun = _match(_terms(short.terms, 0), _terms(long.terms, opening, short.size / long.size))
    return whole, begun._replace(opening=True)


@lru_cache(maxsize=_PREPARED)
def _terms(written: str, opening: int, scale: float = 1.0) -> _Terms:
    """Read the terms of a signature; with `opening` only those before it, their places told in `scale` of the text."""
    found: dict[str, list[float]] = {}
    for term, place in read_terms(written):
        if not opening or place <= opening:
            found.setdefault(_comparable(term), []).append(place / scale)
    weigh = load_term_weights().of
    # A term told n times weighs its root: sport named in every sentence is no stronger sign than sport.
    weights = {term: weigh(term) / math.sqrt(len(places)) for term, places in found.items()}
    places = {term: tuple(sorted(told)) for term, told in found.items()}
    return _Terms(places, weights, sum(weights[term] * len(told) for term, told in places.items()))


def read_terms(written: str) -> Iterator[tuple[str, int]]:
    """Read the terms of a signature with their places."""
    for item in written.split("\t") if written else ():
        term, _, place = item.rpartition("@")
        yield term, int(place)


def _comparable(term: str) -> str:
    """Leave out the zeros at the end of a number: 16 million is 1600万."""
    return term.rstrip("0") if term.startswith("n:") else term


def _match(one: _Terms, other: _Terms) -> Aligned:
    if not one.total or not other.total:
        return Aligned(0.0, 0.0, ())
    shared: list[tuple[float, str]] = []
    for term in one.places.keys() & other.places.keys():
        count = _together(one.places[term], other.places[term])
        if count:
            shared.append((count * min(one.weights[term], other.weights[term]), term))
    weight = sum(value for value, _ in shared)
    shared.sort(key=lambda pair: (-pair[0], pair[1]))
    return Aligned(weight / math.sqrt(one.total * other.total), weight, tuple(term for _, term in shared))


def _together(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    """Count occurrences that stand at the same place in two ascending lists, each used once."""
    count, i, j = 0.0, 0, 0
    while i < len(one) and j < len(other):
        apart = one[i] - other[j]
        if abs(apart) <= NEAR:
            count += 1 - abs(apart) / NEAR * (1 - FAR_COUNT)
            i, j = i + 1, j + 1
        elif apart < 0:
            i += 1
        else:
            j += 1
    return count
