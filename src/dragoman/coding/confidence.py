"""How far an event is to be believed, from how it was read. Weights are set in `confidence.yaml` beside the codebook."""

from collections.abc import Sequence

from dragoman.coding.merge import Told


def confidence(group: Sequence[Told]) -> float:
    """Return a number from 0 to 1 for an event told by a group of tellings."""
    best = max(_one(told) for told in group)
    return round(min(0.99, best + 0.05 * (len(group) - 1)), 2)


def _one(told: Told) -> float:
    decision, clause = told.decision, told.decision.clause
    score = 0.5
    score += 0.1 if not clause.nominal else -0.05
    score += 0.1 if decision.actor and (decision.recipient or decision.mutual) else 0.0
    score += 0.05 if clause.time is not None else 0.0
    score -= 0.1 if clause.quoted else 0.0
    return score
