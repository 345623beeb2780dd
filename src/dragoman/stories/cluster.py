"""Part linked articles into stories: the same stories whatever the order in which articles and edges came."""

from collections.abc import Iterable, Mapping, Sequence

from dragoman.records import Decision, Edge, Signature
from dragoman.stories.compare import compare, days_apart, same_formula
from dragoman.stories.sketch import contained

LINKED = 0.3
"""Share of the pairs between two groups that must hold for the groups to become one: a chain of likenesses is no story."""
ASKED = 6
"""Members of a group that are compared with those of another."""
PART = 0.7
"""Size, against the whole, up to which an article may be one of several texts that a roundup puts together."""
UNLIKE = 0.1

Pair = tuple[str, str]


def pair(one: str, other: str) -> Pair:
    """Put two ids in order."""
    return (one, other) if one < other else (other, one)


def components(edges: Iterable[Edge], decisions: Iterable[Decision] = ()) -> list[list[str]]:
    """List the groups of articles that edges or a decision to merge connect, each sorted, in order of their first."""
    parents: dict[str, str] = {}

    def root(id_: str) -> str:
        parents.setdefault(id_, id_)
        while parents[id_] != id_:
            parents[id_] = parents[parents[id_]]
            id_ = parents[id_]
        return id_

    merged = [pair(d.one, d.other) for d in decisions if d.kind == "merge"]
    for one, other in [*((edge.one, edge.other) for edge in edges), *merged]:
        first, second = sorted((root(one), root(other)))
        parents[second] = first
    groups: dict[str, list[str]] = {}
    for id_ in sorted(parents):
        groups.setdefault(root(id_), []).append(id_)
    return list(groups.values())


def partition(
    signatures: Mapping[str, Signature], edges: Sequence[Edge], decisions: Sequence[Decision] = ()
) -> list[tuple[str, ...]]:
    """Part the articles of one component into stories; the decisions of a person come first.

    The strongest edge joins first, of equals that of the nearer days, ids break ties; and two groups become one only when
    enough of their members agree.
    """
    apart, together = ruled(decisions)
    groups = _Groups(signatures, edges, apart)
    roundups = roundups_among(signatures, edges)
    for edge in sorted(edges, key=lambda edge: _strength(edge, signatures)):
        if not _puts_together(edge, roundups, signatures):
            groups.join(edge)
    for one, other in sorted(together):  # last, so that whole stories are merged and not two of their articles
        groups.merge(one, other)
    return groups.listed()


def _strength(edge: Edge, signatures: Mapping[str, Signature]) -> tuple[float, int, str, str]:
    return -edge.score, days_apart(signatures[edge.one], signatures[edge.other]), edge.one, edge.other


def ruled(decisions: Sequence[Decision]) -> tuple[set[Pair], set[Pair]]:
    """Return the pairs that must stay apart and those that must stand together; of two decisions the later holds."""
    held = {pair(decision.one, decision.other): decision.kind for decision in decisions}
    apart = {two for two, kind in held.items() if kind == "split"}
    return apart, {two for two, kind in held.items() if kind == "merge"}


class _Group:
    """Some articles, and the few of them that are asked: the first by id, which is as good as by lot, ids being digests."""

    __slots__ = ("asked", "members")

    def __init__(self, id_: str) -> None:
        self.members, self.asked = [id_], [id_]


class _Groups:
    """Groups of articles that grow by joining."""

    def __init__(self, signatures: Mapping[str, Signature], edges: Iterable[Edge], apart: set[Pair]) -> None:
        self._signatures, self._apart = signatures, apart
        self._held: dict[Pair, int] = {(edge.one, edge.other): 1 for edge in edges}
        self._of: dict[str, _Group] = {id_: _Group(id_) for id_ in sorted(signatures)}

    def merge(self, one: str, other: str) -> None:
        """Join the groups of two articles, whatever speaks against it."""
        if one not in self._of or other not in self._of or self._of[one] is self._of[other]:
            return
        small, large = sorted((self._of[one], self._of[other]), key=lambda group: len(group.members))
        large.members += small.members
        large.asked = sorted(large.asked + small.asked)[:ASKED]
        for id_ in small.members:
            self._of[id_] = large

    def join(self, edge: Edge) -> None:
        """Join the groups an edge connects if nobody forbade it and enough of their pairs hold."""
        mine, theirs = self._of[edge.one], self._of[edge.other]
        if mine is theirs or self._forbidden(mine, theirs):
            return
        pairs = [pair(one, other) for one in mine.asked for other in theirs.asked]
        if sum(map(self._speaks, pairs)) >= LINKED * len(pairs):
            self.merge(edge.one, edge.other)

    def listed(self) -> list[tuple[str, ...]]:
        """List the groups, each sorted, in order of their first."""
        groups = {id(group): group for group in self._of.values()}
        return sorted(tuple(sorted(group.members)) for group in groups.values())

    def _forbidden(self, mine: _Group, theirs: _Group) -> bool:
        """Tell whether a person put a member of one group apart from a member of the other."""
        if not self._apart:
            return False
        ours, others = set(mine.members), set(theirs.members)
        return any((one in ours and other in others) or (one in others and other in ours) for one, other in self._apart)

    def _speaks(self, two: Pair) -> int:
        """Return 1 where two articles hold the same text, -1 where they use the same words of another occasion."""
        if two not in self._held:
            one, other = self._signatures[two[0]], self._signatures[two[1]]
            self._held[two] = 1 if compare(one, other) is not None else -1 if same_formula(one, other) else 0
        return self._held[two]


def roundups_among(signatures: Mapping[str, Signature], edges: Iterable[Edge]) -> frozenset[str]:
    """Name the articles that put together several texts which have nothing in common and are older or as old."""
    parts: dict[str, list[Signature]] = {}
    for edge in edges:
        if edge.reason == "copy":
            short, long = sorted((signatures[edge.one], signatures[edge.other]), key=lambda s: (s.shingles, s.id))
            if short.shingles <= PART * long.shingles and not _later(short, long):
                parts.setdefault(long.id, []).append(short)
    return frozenset(
        long
        for long, held in parts.items()
        if any(_unlike(one, other) for number, one in enumerate(held) for other in held[:number])
    )


def _puts_together(edge: Edge, roundups: frozenset[str], signatures: Mapping[str, Signature]) -> bool:
    """Tell whether an edge ties a roundup to one of the texts it holds, which makes no story of them."""
    if edge.reason != "copy" or not roundups & {edge.one, edge.other}:
        return False
    short, long = sorted((signatures[edge.one], signatures[edge.other]), key=lambda s: (s.shingles, s.id))
    return long.id in roundups and short.shingles <= PART * long.shingles


def _later(one: Signature, other: Signature) -> bool:
    return one.day is not None and other.day is not None and one.day > other.day


def _unlike(one: Signature, other: Signature) -> bool:
    shared, possible = contained(one.sketch, other.sketch)
    return shared < UNLIKE * possible
