"""Name where a text comes from in the end: the most primary sources of the chain it came by."""

from collections.abc import Iterable

from dragoman.records import Hop

PRIMARY = ("speaker", "agency", "original", "outlet")
"""Kinds of hops from the source of a text to the page it stands on; pictures and translators wrote none of it."""
SURE = 0.5


def origins_of(chain: Iterable[Hop]) -> tuple[str, ...]:
    """Name the most primary sources of a chain, the surest first: its speakers, else agencies, originals, the outlet.

    Two articles with the same origins are one source, however many outlets carry them.
    """
    hops = [hop for hop in chain if hop.confidence >= SURE]
    for kind in PRIMARY:
        found = sorted((hop for hop in hops if hop.kind == kind), key=lambda hop: -hop.confidence)
        if found:
            return tuple(dict.fromkeys(hop.name for hop in found))
    return ()


def texts_of(chain: Iterable[Hop]) -> tuple[str, ...]:
    """Name whose text a chain says the article is: the agencies and originals it was taken from, the surest first."""
    found = sorted(
        (hop for hop in chain if hop.kind in ("agency", "original") and hop.confidence >= SURE),
        key=lambda hop: -hop.confidence,
    )
    return tuple(dict.fromkeys(hop.name for hop in found))


def outlet_of(chain: Iterable[Hop]) -> str:
    """Name the outlet that carries the article, "" where nothing tells."""
    return next((hop.name for hop in chain if hop.kind == "outlet" and hop.confidence >= SURE), "")
