"""How far an event is to be believed, from how it was read.

The weights stand in `codebooks/confidence.yaml`, made by `tools/calibrate.py` on the bench; traits are about roles and
readings, never about words.
"""

import math
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import msgspec

from dragoman.coding.merge import Told
from dragoman.packs.load import DATA
from dragoman.packs.yaml_file import load_typed

FIRM_LINKS = frozenset({"object", "by", "against", "to", "with", "subject"})


class Calibration(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The bias and what each trait adds, in log-odds."""

    bias: float
    traits: dict[str, float]


@cache
def load_calibration(path: Path | None = None) -> Calibration:
    """Read the weights; raise BadData naming file and field."""
    return load_typed(path or DATA / "codebooks" / "confidence.yaml", Calibration)


def traits(group: Sequence[Told]) -> tuple[str, ...]:
    """Name the traits of an event told by a group of tellings, sorted."""
    found: set[str] = set()
    for told in group:
        found |= _traits(told)
    if len(group) > 1:
        found.add("told-again")
    if any(told.decision.clause.sentence < 2 for told in group):
        found.add("in-the-lead")
    return tuple(sorted(found))


def _traits(told: Told) -> set[str]:
    decision, clause = told.decision, told.decision.clause
    found = {f"type-{decision.type}", f"status-{decision.status}"}
    found.add("verb" if not clause.nominal else "noun-with-verb" if clause.matrix is not None else "bare-noun")
    if decision.actor and (decision.recipient or (decision.mutual and len(decision.actor) > 1)):
        found.add("both-sides")
    if any(e.code is None for e in (*decision.actor, *decision.recipient)):
        found.add("side-without-country")
    mentions = (*clause.actor, *clause.recipient)
    if any("country of the" in m.how for m in mentions):
        found.add("country-supplied")
    if any(m.how and " is " in m.how for m in mentions):
        found.add("pronoun-side")
    if any(m.weight == "owner" for m in clause.recipient):
        found.add("recipient-owns")
    by = next((n[13:] for n in clause.notes if n.startswith("recipient by ")), "")
    if by and by not in FIRM_LINKS:
        found.add("recipient-inferred")
    if clause.time is not None:
        found.add("dated")
    if clause.quoted:
        found.add("quoted")
    if clause.attribution:
        found.add("attributed")
    if "passive" in clause.features:
        found.add("passive")
    found |= {f"form-{n}" for n in clause.notes if n in {"rel", "sub", "comp", "quote", "coord", "part"}}
    return found


def confidence(group: Sequence[Told]) -> float:
    """Return the probability, from 0.01 to 0.99, that a careful reader would list the event."""
    weights = load_calibration()
    score = weights.bias + sum(weights.traits.get(trait, 0.0) for trait in traits(group))
    return round(min(0.99, max(0.01, 1 / (1 + math.exp(-score)))), 2)
