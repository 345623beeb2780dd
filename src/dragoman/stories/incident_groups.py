"""Group tellings into incidents: a function of the set of tellings alone, whatever the order in which they came.

Gists that are like enough are tied; what hangs together by ties is a component. Inside a component gists are taken in
order, those that name their day first, and each joins the group whose every member it is like, the likest first. So a
chain of likenesses never draws two recurrences together.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

import msgspec

from dragoman.records.incident import Gist, Telling
from dragoman.stories.incident_compare import AKIN, Likeness, compare


class Group(msgspec.Struct, frozen=True):
    """The tellings of one incident, in order; `component` names what it was parted from by hand of the guard alone."""

    id: str
    component: str
    tellings: tuple[Telling, ...]


Ties = dict[tuple[Gist, Gist], Likeness]
Mark = tuple[str, str, int]
STRETCH = 4
"""Days of a stretch by which candidates are found."""


def group_tellings(tellings: Iterable[Telling]) -> list[Group]:
    """Group tellings into incidents; each telling is in exactly one."""
    held: dict[Gist, list[Telling]] = defaultdict(list)
    for telling in tellings:
        held[telling.gist].append(telling)
    order = {gist: number for number, gist in enumerate(sorted(held, key=_canonical))}
    ties = find_ties(list(order))
    groups: list[Group] = []
    for component in _components(list(order), ties):
        parts = _settle(sorted(component, key=order.__getitem__), ties)
        members = [sorted((t for gist in part for t in held[gist]), key=_first_told) for part in parts]
        name = min(_identify(part) for part in members)
        groups += [Group(_identify(part), name, tuple(part)) for part in members]
    return sorted(groups, key=lambda group: group.id)


def find_ties(gists: Sequence[Gist], others: Sequence[Gist] | None = None) -> Ties:
    """Compare the gists that share a party and may share a day, among themselves or with `others`; keep those alike."""
    ties: Ties = {}
    known: dict[Mark, list[Gist]] = defaultdict(list)
    for gist in others if others is not None else ():
        for mark in _marks(gist, (gist.type,)):
            known[mark].append(gist)
    for gist in gists:
        seen: set[Gist] = set()
        for mark in _marks(gist, (gist.type, *AKIN.get(gist.type, ()))):
            for other in known.get(mark, ()):
                if other not in seen and other != gist and (likeness := compare(gist, other)) is not None:
                    ties[gist, other] = ties[other, gist] = likeness
                seen.add(other)
        if others is None:
            for mark in _marks(gist, (gist.type,)):
                known[mark].append(gist)
    return ties


def _marks(gist: Gist, types: Sequence[str]) -> Iterator[Mark]:
    """Yield the marks by which gists that may be alike meet: a party, a type, a stretch of days it may lie in."""
    if gist.key:
        yield gist.key, "", 0
        return
    first = date.fromisoformat(gist.first).toordinal() - 1  # articles may differ by a day
    last = date.fromisoformat(gist.last).toordinal() + 1
    for party in parties_of(gist):
        for type_ in types:
            for stretch in range(first // STRETCH, last // STRETCH + 1):
                yield party, type_, stretch


def parties_of(gist: Gist) -> tuple[str, ...]:
    """List the parties by code, or by name or sector where they have none."""
    return tuple(dict.fromkeys(s.code or f"?{s.name or s.sector}" for s in (*gist.actor, *gist.recipient)))


def _canonical(gist: Gist) -> tuple[bool, int, bytes]:
    """Order gists by how much they fix: those that name their day first, the narrower the earlier."""
    width = (date.fromisoformat(gist.last) - date.fromisoformat(gist.first)).days if gist.first and gist.last else 999
    return not gist.precise, width, msgspec.json.encode(gist)


def _components(gists: Sequence[Gist], ties: Ties) -> Iterator[list[Gist]]:
    near: dict[Gist, list[Gist]] = defaultdict(list)
    for one, other in ties:
        near[one].append(other)
    done: set[Gist] = set()
    for gist in gists:
        if gist in done:
            continue
        done.add(gist)
        component, waiting = [], [gist]
        while waiting:
            at = waiting.pop()
            component.append(at)
            for other in near[at]:
                if other not in done:
                    done.add(other)
                    waiting.append(other)
        yield component


def _settle(gists: Sequence[Gist], ties: Ties) -> list[list[Gist]]:
    """Let each gist join the group whose every member it is like, the likest first, or begin a group."""
    groups: list[list[Gist]] = []
    of: dict[Gist, int] = {}
    near: dict[Gist, list[Gist]] = defaultdict(list)
    inside = set(gists)
    for one, other in ties:
        if one in inside:
            near[one].append(other)
    for gist in gists:
        points: dict[int, list[int]] = defaultdict(list)
        for other in near[gist]:
            if other in of:
                points[of[other]].append(ties[gist, other].points)
        fitting = [(sum(p) / len(p), -n) for n, p in points.items() if len(p) == len(groups[n])]
        if fitting:
            number = -max(fitting)[1]
            groups[number].append(gist)
        else:
            number = len(groups)
            groups.append([gist])
        of[gist] = number
    return groups


def _first_told(telling: Telling) -> tuple[str, str, str]:
    return telling.published or "9999", telling.doc, telling.event


def _identify(tellings: Sequence[Telling]) -> str:
    """Digest the first telling: an incident keeps its id as articles join that were published later."""
    first = tellings[0]
    return hashlib.sha256(repr((first.doc, first.event)).encode()).hexdigest()[:12]
