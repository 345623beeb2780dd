"""Compare what two tellings say: may they be of one occurrence, how strongly, and why."""

from collections.abc import Iterator, Sequence
from datetime import date

import msgspec

from dragoman.records.incident import Count, Gist, Side

ENOUGH = 4
"""Points from which two tellings are taken for one occurrence; `docs/decisions/0010-incidents.md` lists the points."""

KIN: frozenset[frozenset[str]] = frozenset(
    map(
        frozenset,
        (
            ("AGREE", "SUPPORT"), ("AGREE", "CONCEDE"), ("CONCEDE", "RETREAT"), ("COOPERATE", "AID"),
            ("MOBILIZE", "ASSAULT"), ("MOBILIZE", "COERCE"), ("ASSAULT", "COERCE"), ("REJECT", "THREATEN"),
            ("SANCTION", "COERCE"),
        ),
    )
)  # fmt: skip
"""Types that one occurrence may bear in two articles, when the act or a detail is the same."""
AKIN: dict[str, tuple[str, ...]] = {
    kind: tuple(sorted(other for pair in KIN if kind in pair for other in pair - {kind}))
    for kind in {kind for pair in KIN for kind in pair}
}
"""The kin of each type."""

TOPICAL = frozenset(
    {"AGREE", "SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "CONCEDE", "SANCTION", "COERCE", "AID"}
)
"""Types that are about something: about different things they are different occurrences."""
VAGUE = frozenset({"other", "not", "perform", "undergo", "begin", "continue", "try", "say"})
ORGANS = frozenset({"GOV", "MIL", "LEG", "COP", "JUD", "SPY"})
"""Sectors that stand for their state: "Seoul", "the army" and "the police" may be one actor."""
SMALL = 5
"""A smaller number that is equal in two tellings says little."""


APART = 2
"""Days by which the news of two articles that name no day may lie apart."""
LATE = 5
"""Days after a day that is named within which an article that names none may mean it."""


class Likeness(msgspec.Struct, frozen=True):
    """How like two tellings are: points, and what gave or took them; `detail` where a figure or the like is shared."""

    points: int
    reasons: tuple[str, ...]
    detail: bool = False


def compare(a: Gist, b: Gist) -> Likeness | None:
    """Return the likeness of two gists; None where they cannot be of one occurrence or too little speaks for it."""
    likeness = weigh(a, b)
    return likeness if likeness is not None and likeness.points >= ENOUGH else None


def weigh(a: Gist, b: Gist) -> Likeness | None:
    """Return how like two gists are, however little; None where they cannot be of one occurrence."""
    if a.key or b.key:
        return Likeness(ENOUGH, ("the same statement",), True) if a.key == b.key else None
    if a.status != b.status or not _days_meet(a, b):
        return None
    if a.type != b.type and b.type not in AKIN.get(a.type, ()):
        return None
    same_act = a.acts[0] == b.acts[0] or a.acts[0] in b.themes or b.acts[0] in a.themes
    if a.mode and b.mode and a.mode != b.mode and not same_act:
        return None
    if a.type in TOPICAL and _about_else(a, b):
        return None
    detail = _shared_detail(a, b)
    if not detail and not _same_news(a, b):
        return None
    points, reasons = 0, []
    sides = _sides(a, b)
    if sides is None or _elsewhere(a, b):
        return None
    for gained, why in (sides, _deed(a, b, same_act), _time(a, b), *_details(a, b)):
        if gained:
            points += gained
            reasons.append(f"{why} ({gained:+d})")
    if a.type != b.type and not (same_act or detail):
        return None
    return Likeness(points, tuple(reasons), detail)


def _about_else(a: Gist, b: Gist) -> bool:
    if a.instruments and b.instruments and not set(a.instruments) & set(b.instruments):
        return True
    mine, theirs = set(a.themes) - VAGUE, set(b.themes) - VAGUE
    return bool(mine and theirs) and not mine & theirs


# -- who ---------------------------------------------------------------------------------------------------


def _sides(a: Gist, b: Gist) -> tuple[int, str] | None:
    """Compare who acts and who is acted upon; None where one of them is somebody else or nobody is shared."""
    if _mutual(a) or _mutual(b):
        return _all_together(a, b)
    actor, recipient = _side(a.actor, b.actor), _side(a.recipient, b.recipient)
    if actor is None or recipient is None:
        return _turned_round(a, b)
    points = actor + recipient
    return (points, "same actor and recipient" if points == 2 else "same side, as far as told") if points else None


def _mutual(gist: Gist) -> bool:
    return len(gist.actor) > 1 and not gist.recipient


def _all_together(a: Gist, b: Gist) -> tuple[int, str] | None:
    mine, theirs = (*a.actor, *a.recipient), (*b.actor, *b.recipient)
    shared = {x.code or x.name for x in mine for y in theirs if alike(x, y)}
    wanted = min(2, len({x.code or x.name for x in mine}), len({y.code or y.name for y in theirs}))
    if len(shared) < wanted or _other_person(mine, theirs):
        return None
    return min(2, len(shared)), "same parties"


def _side(a: Sequence[Side], b: Sequence[Side]) -> int | None:
    """Return 1 where somebody stands on both, 0 where one is unknown, None where they are different."""
    if not a or not b:
        return 0
    for x in a:
        for y in b:
            if x.code == y.code and alike(x, y):
                return None if _other_person(a, b) else 1
    return None


def alike(x: Side, y: Side) -> bool:
    """Tell whether two sides may be one: the same code, and no army and rebels, nor police and protesters."""
    if x.code != y.code:
        return False
    if x.code is None and (x.name or y.name) and x.name != y.name:
        return False
    if x.sector == y.sector or x.sector is None or y.sector is None:
        return True
    return x.code is not None and x.sector in ORGANS and y.sector in ORGANS


def _other_person(a: Sequence[Side], b: Sequence[Side]) -> bool:
    """Tell whether both name persons of one country, and not one of them is the same."""
    mine = [x for x in a if x.name]
    theirs = [y for y in b if y.name] if mine else []
    for x in mine:
        others = [y for y in theirs if y.code == x.code]
        if others and not any(y.name == z.name for y in others for z in mine if z.code == x.code):
            return True
    return False


def _turned_round(a: Gist, b: Gist) -> tuple[int, str] | None:
    """Let each side say that the other did it, where the act, the day and a detail are the same."""
    if a.type not in {"ASSAULT", "MOBILIZE", "COERCE"} or not (a.actor and b.actor and a.recipient and b.recipient):
        return None
    turned = _side(a.actor, b.recipient) == 1 and _side(a.recipient, b.actor) == 1
    if turned and a.precise and b.precise and a.acts[0] == b.acts[0] and _shared_detail(a, b):
        return 1, "each side says that the other did it"
    return None


# -- what, when, where -------------------------------------------------------------------------------------


def _deed(a: Gist, b: Gist, same_act: bool) -> tuple[int, str]:
    if same_act:
        return (3, "same act and mode") if a.mode and a.mode == b.mode else (2, "same act")
    if a.mode and a.mode == b.mode and a.type == b.type:
        return 2, "same type and mode"
    return (1, "acts of one kind") if set(a.acts) & set(b.acts) else (0, "")


def _days_meet(a: Gist, b: Gist) -> bool:
    if a.first <= b.last and b.first <= a.last:
        return True
    return apart_by(a, b) == 1 and a.precise and b.precise and bool(_equal_counts(a, b)) and a.acts[0] == b.acts[0]


def _same_news(a: Gist, b: Gist) -> bool:
    """Tell whether the days allow one occurrence though no detail is shared: news of about one day, or of a day named."""
    if a.precise and b.precise:
        return True
    apart = _days(a.last, b.last)
    if a.precise or b.precise:
        return 0 <= (apart if b.precise else -apart) <= LATE
    return abs(apart) <= APART


def apart_by(a: Gist, b: Gist) -> int:
    """Count the days between two stretches of time; 0 where they overlap."""
    if a.first <= b.last and b.first <= a.last:
        return 0
    early, late = (a, b) if a.last < b.first else (b, a)
    return (date.fromisoformat(late.first) - date.fromisoformat(early.last)).days


def _time(a: Gist, b: Gist) -> tuple[int, str]:
    if apart_by(a, b):
        return 0, ""
    if a.precise and b.precise:
        return 2, "same day named"
    if not (a.precise or b.precise) and abs(_days(a.last, b.last)) <= 1:
        return 1, "news of the same day"
    return 0, ""


def _days(one: str, other: str) -> int:
    return (date.fromisoformat(one) - date.fromisoformat(other)).days


def _details(a: Gist, b: Gist) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = []
    if a.instruments and set(a.instruments) & set(b.instruments):
        found.append((2, "same instrument"))
    if a.place and a.place == b.place:
        found.append((1, "same place"))
    if (set(a.themes) & set(b.themes)) - VAGUE:
        found.append((1, "about the same"))
    equal = _equal_counts(a, b)
    if equal:
        found.append((2 if max(equal) >= SMALL else 1, "same figure"))
    elif _counts_differ(a, b):
        found.append((-1 if a.precise and b.precise else -3, "another figure"))
    return found


def details_of(gist: Gist) -> Iterator[str]:
    """Yield the details by which tellings of different days may still be known for one: place, instruments, figures."""
    if gist.place:
        yield f"place {gist.place}"
    for instrument in gist.instruments:
        yield f"instrument {instrument}"
    for count in gist.counts:
        if count.number >= SMALL:
            yield f"{count.role} {count.what} {count.number}"


def _shared_detail(a: Gist, b: Gist) -> bool:
    if not (a.place or a.instruments or a.counts) or not (b.place or b.instruments or b.counts):
        return False
    return not set(details_of(a)).isdisjoint(details_of(b))


def _equal_counts(a: Gist, b: Gist) -> list[int]:
    return [x.number for x in a.counts for y in b.counts if counts_the_same(x, y) and x.number == y.number]


def _counts_differ(a: Gist, b: Gist) -> bool:
    return any(counts_the_same(x, y) for x in a.counts for y in b.counts)


def counts_the_same(x: Count, y: Count) -> bool:
    """Tell whether two numbers count the same thing: one side's people, one kind of things; the killed, the wounded."""
    if x.role != y.role or x.what != y.what:
        return False
    return x.act == y.act or not {x.act, y.act} & {"kill", "wound", "abduct", "arrest"}


def _elsewhere(a: Gist, b: Gist) -> bool:
    """Tell whether they took place in different countries, neither of which is a party; borders run between parties."""
    if not a.country or not b.country or a.country == b.country:
        return False
    parties = {s.code for g in (a, b) for s in (*g.actor, *g.recipient)}
    return not {a.country, b.country} <= parties
