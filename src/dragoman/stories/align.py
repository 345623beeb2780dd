"""Compare two articles by the language-free terms that stand at the same places of their texts."""

import math
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from dragoman.records import Signature
from dragoman.stories.weights import load_term_weights

PLACES = 1000
"""Places are told in thousandths of a text."""
NEAR = 80
"""Thousandths of a text within which a term stands at the same place; a translation moves it by 20 or 30."""
FAR_COUNT = 0.5
"""What a term at the edge of NEAR counts, against one at the very place."""
SHORTENED = 0.75
"""Relation of sizes below which the shorter text may be the beginning of the longer one."""
BEYOND = 1.1
"""Part of the shorter text's size up to which the longer is compared then."""
LEAST_OPENING = 0.5
"""Weight of the beginning, against that of the shorter text, from which the two are compared at all."""
_PREPARED = 4096
_MANY = 400
_ROOTS = tuple(math.sqrt(number) for number in range(_MANY + 1))


class Aligned(NamedTuple):
    """How alike two articles are, 0 to 1, what the terms in common weigh, and which they are, the heaviest first.

    `opening` tells that the shorter was compared with the beginning of the longer.
    """

    score: float
    weight: float
    terms: tuple[str, ...]
    opening: bool = False


class _Terms(NamedTuple):
    """The weight of each term and its places, ascending; the weight of all its occurrences; and of all terms."""

    places: dict[str, tuple[float, tuple[float, ...]]]
    full: dict[str, float]
    total: float


def align(one: Signature, other: Signature, needed: float, opening: float) -> Iterator[Aligned]:
    """Align two articles over their whole lengths, then the shorter with the beginning of the longer if it may be that.

    Only alignments of at least `needed`, or `opening` for the beginning, are yielded.
    """
    mine, theirs = _terms(one.terms), _terms(other.terms)
    if (whole := _match(mine, theirs, needed)) is not None:
        yield whole
    short, long = (one, other) if one.size <= other.size else (other, one)
    if 0 < short.size < SHORTENED * long.size:
        brief, full = (mine, theirs) if short is one else (theirs, mine)
        # What the whole text does not hold its beginning does not either; only its weight is less
        if _common(brief, full) >= opening * brief.total * math.sqrt(LEAST_OPENING):
            begun = _match(brief, _beginning(full, short.size / long.size), opening)
            if begun is not None:
                yield begun._replace(opening=True)


@lru_cache(maxsize=_PREPARED)
def _terms(written: str) -> _Terms:
    """Read the terms of a signature."""
    places: dict[str, list[int]] = {}
    for term, place in read_terms(written):
        places.setdefault(term.rstrip("0") if term.startswith("n:") else term, []).append(place)
    weigh = load_term_weights().of
    return _weighed({term: (weigh(term), tuple(told)) for term, told in places.items()})


def _weighed(places: Mapping[str, tuple[float, tuple[float, ...]]]) -> _Terms:
    """Weigh terms: one told n times weighs its root, for sport named in every sentence is no stronger sign than sport."""
    heavy = {term: (weight, told) for term, (weight, told) in places.items() if weight}
    full = {term: weight * _ROOTS[min(len(told), _MANY)] for term, (weight, told) in heavy.items()}
    return _Terms(heavy, full, sum(full.values()))


def _beginning(terms: _Terms, share: float) -> _Terms:
    """Keep the terms of the beginning of a text, their places told in thousandths of that part."""
    end = PLACES * share * BEYOND
    kept = {
        term: (weight, tuple(place / share for place in told if place <= end))
        for term, (weight, told) in terms.places.items()
        if told[0] <= end
    }
    return _weighed(kept)


def read_terms(written: str) -> Iterator[tuple[str, int]]:
    """Read the terms of a signature with their places."""
    for item in written.split("\t") if written else ():
        term, _, place = item.rpartition("@")
        yield term, int(place)


def _common(one: _Terms, other: _Terms) -> float:
    """Weigh what two articles share wherever it stands: no alignment is heavier."""
    mine, theirs = one.full, other.full
    return sum(min(mine[term], theirs[term]) for term in mine.keys() & theirs.keys())


def _match(one: _Terms, other: _Terms, needed: float) -> Aligned | None:
    """Align two lists of terms; None where that is less than `needed`."""
    norm = math.sqrt(one.total * other.total)
    if not norm or _common(one, other) < needed * norm:
        return None
    shared: list[tuple[float, str]] = []
    for term in one.places.keys() & other.places.keys():
        weight, mine = one.places[term]
        theirs = other.places[term][1]
        count = _together(mine, theirs)
        if count:
            shared.append((count * weight / _ROOTS[min(max(len(mine), len(theirs)), _MANY)], term))
    weight = sum(value for value, _ in shared)
    if weight < needed * norm:
        return None
    shared.sort(key=lambda two: (-two[0], two[1]))
    return Aligned(weight / norm, weight, tuple(term for _, term in shared))


def _together(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    """Count occurrences that stand at the same place in two ascending lists, each used once."""
    if len(one) == len(other) == 1:
        apart = abs(one[0] - other[0])
        return 1 - apart / NEAR * (1 - FAR_COUNT) if apart <= NEAR else 0.0
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
