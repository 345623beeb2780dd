"""Group tellings into incidents: a function of the set of tellings alone, whatever the order in which they came.

Gists that are like enough are tied; what hangs together by ties is a component. Inside a component gists are taken in
order, those that name their day first; each joins the likest group that has no member it cannot be one with and that it
is like by half. So a chain of likenesses never draws two recurrences together. And lest a war be one component, a tie
without a shared detail holds only inside one week: that of the day which is named, or of the last one that a telling
without a day may mean.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache

import msgspec

from dragoman.records.incident import Gist, Telling
from dragoman.stories.incident_compare import AKIN, APART, LATE, Likeness, compare, details_of, weigh


class Group(msgspec.Struct, frozen=True):
    """The tellings of one incident, in order; incidents of one `component` were grouped together."""

    id: str
    component: str
    tellings: tuple[Telling, ...]


Ties = dict[int, dict[int, Likeness]]
"""For the number of each gist, those it is like."""
Mark = tuple[str, str, str, int]


def group_tellings(tellings: Iterable[Telling]) -> list[Group]:
    """Group tellings into incidents; each telling is in exactly one."""
    held: dict[Gist, list[Telling]] = defaultdict(list)
    for telling in tellings:
        held[telling.gist].append(telling)
    gists = sorted(held, key=_canonical)
    ties = _inside_weeks(gists, find_ties(gists, gists))
    groups: list[Group] = []
    for component in _components(len(gists), ties):
        parts = _settle(sorted(component), gists, ties)
        members = [sorted((t for n in part for t in held[gists[n]]), key=first_told) for part in parts]
        name = min(_identify(part) for part in members)
        groups += [Group(_identify(part), name, tuple(part)) for part in members]
    return sorted(groups, key=lambda group: group.id)


def find_ties(gists: Sequence[Gist], others: Sequence[Gist]) -> Ties:
    """Compare gists with those of `others` that may be like them; keep the likenesses by their numbers."""
    known: dict[Mark, list[int]] = defaultdict(list)
    for number, other in enumerate(others):
        for mark in _stands_under(other):
            known[mark].append(number)
    itself = gists is others
    ties: Ties = defaultdict(dict)
    for number, gist in enumerate(gists):
        for n in {n for mark in _looks_under(gist) for n in known.get(mark, ())}:
            if itself and n <= number:
                continue
            if (likeness := compare(gist, others[n])) is not None:
                ties[number][n] = likeness
                if itself:
                    ties[n][number] = likeness
    return ties


def _stands_under(gist: Gist) -> Iterator[Mark]:
    """Yield the marks under which a gist is found: each party and type with its day, and with each detail."""
    if gist.key:
        yield gist.key, "", "", 0
        return
    days = range(_ordinal(gist.first), _ordinal(gist.last) + 1) if gist.precise else (_ordinal(gist.last),)
    kind = "named" if gist.precise else "news"
    for party in parties_of(gist):
        for day in days:
            yield party, gist.type, kind, day
        for detail in details_of(gist):
            yield party, gist.type, detail, 0


def _looks_under(gist: Gist) -> Iterator[Mark]:
    """Yield the marks of all that may be like a gist; a day beside or a wider stretch needs a detail in common."""
    if gist.key:
        yield gist.key, "", "", 0
        return
    first, last = _ordinal(gist.first), _ordinal(gist.last)
    named = range(first, last + 1) if gist.precise else range(last - LATE, last + 1)
    news = range(last, last + LATE + 1) if gist.precise else range(last - APART, last + APART + 1)
    for party in parties_of(gist):
        for type_ in (gist.type, *AKIN.get(gist.type, ())):
            for kind, days in (("named", named), ("news", news)):
                for day in days:
                    yield party, type_, kind, day
            for detail in details_of(gist):
                yield party, type_, detail, 0


@cache
def _ordinal(day: str) -> int:
    return date.fromisoformat(day).toordinal()


def parties_of(gist: Gist) -> tuple[str, ...]:
    """List the parties by code, or by name or sector where they have none."""
    return tuple(dict.fromkeys(s.code or f"?{s.name or s.sector}" for s in (*gist.actor, *gist.recipient)))


def first_told(telling: Telling) -> tuple[str, str, str]:
    """Order tellings by the day of their article."""
    return telling.published or "9999", telling.doc, telling.event


def _canonical(gist: Gist) -> tuple[bool, int, bytes]:
    """Order gists by how much they fix: those that name their day first, the narrower the earlier."""
    width = _ordinal(gist.last) - _ordinal(gist.first) if gist.first and gist.last else 999
    return not gist.precise, width, msgspec.json.encode(gist)


def _inside_weeks(gists: Sequence[Gist], ties: Ties) -> Ties:
    """Leave out the ties without a shared detail between gists of different weeks."""
    weeks = [_week(gist) for gist in gists]
    for number, gist in enumerate(gists):
        if not gist.precise and not gist.key:
            named = [_week(gists[n]) for n in ties.get(number, ()) if gists[n].precise]
            weeks[number] = max(named, default=weeks[number])
    return {
        number: {n: likeness for n, likeness in near.items() if likeness.detail or weeks[n] == weeks[number]}
        for number, near in ties.items()
    }


def _week(gist: Gist) -> int:
    """Number the week a gist's last day lies in; weeks begin on Sunday, before which the fewest papers appear."""
    return _ordinal(gist.last) // 7 if gist.last else 0


def _components(size: int, ties: Ties) -> Iterator[list[int]]:
    done: set[int] = set()
    for number in range(size):
        if number in done:
            continue
        done.add(number)
        component, waiting = [], [number]
        while waiting:
            at = waiting.pop()
            component.append(at)
            fresh = [n for n in ties.get(at, ()) if n not in done]
            done.update(fresh)
            waiting += fresh
        yield component


def _settle(component: Sequence[int], gists: Sequence[Gist], ties: Ties) -> list[list[int]]:
    """Let each gist join the likest group that it fits, or begin a group."""
    groups: list[list[int]] = []
    of: dict[int, int] = {}
    for number in component:
        points: dict[int, list[int]] = defaultdict(list)
        for other, likeness in ties.get(number, {}).items():
            if other in of:
                points[of[other]].append(likeness.points)
        likest = sorted(points, key=lambda at: (-sum(points[at]) / len(groups[at]), at))
        near = ties.get(number, {})
        at = next((at for at in likest if _fits(number, groups[at], near, gists)), len(groups))
        if at == len(groups):
            groups.append([])
        groups[at].append(number)
        of[number] = at
    return groups


def _fits(number: int, group: Sequence[int], near: Mapping[int, Likeness], gists: Sequence[Gist]) -> bool:
    strange = [other for other in group if other not in near]
    if 2 * len(strange) > len(group):
        return False
    return all(weigh(gists[number], gists[other]) is not None for other in strange)


def _identify(tellings: Sequence[Telling]) -> str:
    """Digest the first telling: an incident keeps its id as articles join that were published later."""
    first = tellings[0]
    return hashlib.sha256(repr((first.doc, first.event)).encode()).hexdigest()[:12]
