"""Tell which incidents a denial denies."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from dragoman.records.incident import Denial, Telling
from dragoman.stories.incident_compare import alike

REACH = 14
"""Days after an occurrence within which it is denied."""
DEEDS = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "SANCTION", "PROTEST", "RETREAT", "AID", "COOPERATE", "CONSULT"})
"""Types that are done; what is only said is there to be read."""
CHARGED = frozenset({"ASSAULT", "COERCE", "MOBILIZE"})
"""Types that "the accusation" may be about, where a denial says no more."""
GENERAL = frozenset({"accusation", "accuse", "report", "allege", "responsibility", "claim"})
"""What a denial may be about without saying more than that something was said."""


def denials_of(tellings: Sequence[Telling], denials: Iterable[Denial]) -> tuple[Denial, ...]:
    """List the denials of an incident, by day: by one who is said to have acted, of that act, soon after it."""
    found = [denial for denial in denials if any(denies(denial, telling) for telling in tellings)]
    return tuple(sorted(found, key=lambda d: (d.date, d.doc, d.themes)))


def denies(denial: Denial, telling: Telling) -> bool:
    """Tell whether a denial is about what a telling tells; one that names no act is about what its own text tells."""
    gist = telling.gist
    if gist.type not in DEEDS or not gist.last or gist.key:
        return False
    if not any(alike(one, other) for one in gist.actor for other in denial.actor):
        return False
    last = date.fromisoformat(gist.last)
    if not gist.first <= denial.date <= (last + timedelta(REACH)).isoformat():
        return False
    themes = set(denial.themes)
    if themes & {*gist.acts, *_acts_among(gist.themes)}:
        return True
    return bool(themes & GENERAL) and gist.type in CHARGED and denial.story == telling.story


def _acts_among(themes: Sequence[str]) -> set[str]:
    """Keep of the themes of a telling those that may name its act; places and things say too little."""
    return set(themes) - {"border", "territory", "road", "agreement", "policy", "other", "say", "report"}
