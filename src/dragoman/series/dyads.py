"""Monthly series of directed pairs: how much, how intense, on how many incidents and origins, against the year before."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec


class Interaction(msgspec.Struct, frozen=True):
    """One incident as an interaction of a pair: day, who to whom, PLOVER quad class and intensity, independent origins."""

    incident: str
    date: str
    actor: str
    recipient: str
    quad: int
    scale: float
    origins: int
    implied: bool = False


class DyadMonth(msgspec.Struct, frozen=True):
    """One month of a directed pair.

    `incidents` are counted once each, `implied` those of them whose recipient no article names; `weight` counts each by
    its independent origins. `scale` is the mean intensity
    weighted so (-10 to 10). `cooperation` and `conflict` are incidents of quad classes 1 and 2, 3 and 4. The changes are
    against the same month of the preceding year, None where the series does not reach back to it.
    """

    month: str
    actor: str
    recipient: str
    incidents: int
    weight: int
    scale: float
    cooperation: int
    conflict: int
    implied: int
    incidents_change: int | None = None
    scale_change: float | None = None


def by_month(interactions: Iterable[Interaction]) -> list[DyadMonth]:
    """Aggregate interactions by month and directed pair, in that order; a month without incidents has no row.

    The change of `incidents` counts a month without a row as none where the whole series begins before that month.
    """
    held: dict[tuple[str, str, str], list[Interaction]] = defaultdict(list)
    for one in interactions:
        held[one.date[:7], one.actor, one.recipient].append(one)
    first = min((month for month, _, _ in held), default="")
    months = {key: _month(key, found) for key, found in held.items()}
    return [_against(months, key, first) for key in sorted(months)]


def _month(key: tuple[str, str, str], found: Sequence[Interaction]) -> DyadMonth:
    weight = sum(one.origins for one in found)
    scale = sum(one.scale * one.origins for one in found) / weight if weight else 0.0
    cooperation = sum(one.quad in (1, 2) for one in found)
    implied = sum(one.implied for one in found)
    return DyadMonth(*key, len(found), weight, round(scale, 2), cooperation, len(found) - cooperation, implied)


def _against(months: dict[tuple[str, str, str], DyadMonth], key: tuple[str, str, str], first: str) -> DyadMonth:
    month, actor, recipient = key
    before = f"{int(month[:4]) - 1:04d}{month[4:]}"
    now, then = months[key], months.get((before, actor, recipient))
    if then is None:
        return msgspec.structs.replace(now, incidents_change=now.incidents) if first <= before else now
    return msgspec.structs.replace(
        now, incidents_change=now.incidents - then.incidents, scale_change=round(now.scale - then.scale, 2)
    )
