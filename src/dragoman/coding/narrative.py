"""The day an article is telling of: a dated sentence dates the undated acts that follow it.

"On Saturday police arrested 400 people. Masked men attacked officers." The attack was on Saturday. What somebody says
without a time is news of the day ("Britain backed the plan"), unless the article is telling of the past there.
"""

from collections.abc import Sequence

import msgspec

from dragoman.coding.dates import news_of
from dragoman.coding.merge import Told

SPOKEN = frozenset({"AGREE", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT", "CONCEDE"})
"""What is done by words: it goes on with its speaker, not with the scene."""
NEWS = SPOKEN | {"CONSULT"}
TELLING = frozenset({"stated", "relative", "inferred"})
REACH = 1
"""How many sentences a date reaches beyond its own; every sentence that it dates carries it on."""


def settle(tellings: Sequence[Told], published: str | None) -> list[Told]:
    """Date the undated past acts of an article, in the order in which they are told."""
    settled: list[Told] = []
    scene: Told | None = None
    for told in tellings:
        settled.append(_settled(told, scene, published))
        if "rel" not in told.decision.clause.notes:
            scene = settled[-1]  # "the US, which expelled 60 envoys in March, backed Athens": nobody goes on from March
    return settled


def _settled(told: Told, last: Told | None, published: str | None) -> Told:
    if told.when.basis in TELLING or not _may_follow(told):
        return told
    kind = told.decision.type
    if last is not None and _near(told, last) and last.when.basis in TELLING:
        if last.when.historical:
            return told
        if kind not in SPOKEN or _same_speaker(told, last):
            when = msgspec.structs.replace(last.when, basis="inferred", planned=told.when.planned)
            return Told(told.decision, when)
    if kind in NEWS and told.when.basis == "unknown" and published is not None:
        return Told(told.decision, msgspec.structs.replace(news_of(published), planned=told.when.planned))
    return told


def _may_follow(told: Told) -> bool:
    """Tell whether an act is narrated in the past: a verb with no time of its own and no tense that breaks off."""
    clause = told.decision.clause
    if clause.time is not None or (clause.nominal and clause.matrix is None):
        return False
    if "perfect" in clause.features:  # "has threatened", "had pledged": some day before
        return False
    return "past" in clause.features or not clause.features & {"present", "progressive"}


def _near(told: Told, last: Told) -> bool:
    return 0 <= told.decision.clause.sentence - last.decision.clause.sentence <= REACH


def _same_speaker(told: Told, last: Told) -> bool:
    return bool({e.key for e in told.decision.actor if e.key} & {e.key for e in last.decision.actor if e.key})
