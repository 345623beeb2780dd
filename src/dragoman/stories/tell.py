"""Say of a group of articles which came first and whose text it is."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from dragoman.records import Edge, Signature, Story

UNDATED = 10**7  # a day after all days: an article without a day is never the earliest known


def tell_story(members: Sequence[str], signatures: Mapping[str, Signature], edges: Iterable[Edge]) -> Story:
    """Make the story of some articles: the earliest known, the origin, and the edges that hold it together."""
    ordered = sorted(members, key=lambda id_: _order(signatures[id_]))
    inside = set(members)
    own = [edge for edge in edges if edge.one in inside and edge.other in inside]
    own.sort(key=lambda edge: (-edge.score, edge.one, edge.other))
    earliest = ordered[0]
    return Story(earliest, tuple(ordered), _origin([signatures[id_] for id_ in ordered]), earliest, tuple(own))


def first_told(signatures: Iterable[Signature]) -> str:
    """Return the id of the earliest known of some articles."""
    return min(signatures, key=_order).id


def _order(signature: Signature) -> tuple[int, bool, int, str]:
    """Put articles by day; on one day the agency's own before those that credit another, the longer first."""
    day = UNDATED if signature.day is None else signature.day
    return day, bool(signature.credited), -signature.size, signature.id


def _origin(members: Sequence[Signature]) -> str:
    """Name whose text it is: what most chains credit, the earlier member's on a tie, else the first outlet known."""
    counts: Counter[str] = Counter()
    for member in members:
        counts.update(dict.fromkeys(member.credited, 1))
    if counts:
        return counts.most_common(1)[0][0]
    return next((member.outlet for member in members if member.outlet), "")
