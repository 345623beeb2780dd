"""Keep what a clause says that is no event by itself: a denial, what befell a named instrument."""

from dragoman.coding.decide import known, sides
from dragoman.records import Clause, Hearsay

DENYING = frozenset({"deny"})
TURNING_DOWN = frozenset({"reject", "dismiss"})
CHARGES = frozenset({"accusation", "accuse", "allege", "report"})


def hearsay(clause: Clause, published: str | None) -> Hearsay | None:
    """Return what a refused clause says; None where it neither denies anything nor names an instrument."""
    actor = tuple(e for e in sides(clause.actor) if known(e) or e.code is not None)
    if not actor or clause.factuality != "actual":
        return None
    if not (clause.instruments or is_denial(clause.act, clause.themes)):
        return None
    time = clause.time
    day = time.earliest if time is not None and time.earliest == time.latest else published
    speaker = tuple({e.code or e.text: e for a in clause.attribution for e in (a.entity,)}.values())
    return Hearsay(clause.act, actor, clause.themes, clause.instruments, speaker, day)


def is_denial(act: str, themes: tuple[str, ...]) -> bool:
    """Tell whether an act about some themes denies that something happened."""
    return act in DENYING or (act in TURNING_DOWN and not CHARGES.isdisjoint(themes))
