"""The day an article is telling of: a dated sentence dates the undated acts that follow it.

"On Saturday police arrested 400 people. Masked men attacked officers." The attack was on Saturday. What somebody says
without a time is news of the day ("Britain backed the plan"), unless the article is telling of the past there. "Three days
later" counts from what was told last.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

import msgspec

from dragoman.coding.dates import NEWS_SENTENCES, When, news_of
from dragoman.coding.merge import Told
from dragoman.records import TimeExpression

SPOKEN = frozenset({"AGREE", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT", "CONCEDE"})
"""What is done by words: it goes on with its speaker, not with the scene."""
NEWS = SPOKEN | {"CONSULT"}
TELLING = frozenset({"stated", "relative", "inferred"})
DEEDS = frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE"})
SCENE_DAYS = 3
REACH = 1
"""How many sentences a date reaches beyond its own; every sentence that it dates carries it on."""


def settle(tellings: Sequence[Told], published: str | None) -> list[Told]:
    """Date the undated past acts of an article, in the order in which they are told."""
    settled: list[Told] = []
    last: Told | None = None
    for told in tellings:
        settled.append(_settled(told, last, published))
        if not _looks_back(told):
            last = settled[-1]
    scene = _scene(settled, published)
    return [told if scene is None else _on_scene(told, before, scene) for told, before in _behind(settled)]


def _behind(settled: Sequence[Told]) -> Iterator[tuple[Told, Told | None]]:
    """Pair each telling with the one before it."""
    return zip(settled, (None, *settled), strict=False)


def _scene(settled: Sequence[Told], published: str | None) -> When | None:
    """Return the day the lead tells of, if it is of the last days: the scene that what follows goes on in."""
    if published is None:
        return None
    oldest = (date.fromisoformat(published) - timedelta(days=SCENE_DAYS)).isoformat()
    lead = (t.when for t in settled if t.decision.clause.sentence < NEWS_SENTENCES and t.when.planned is None)
    told = (w for w in lead if w.basis in TELLING and w.date == w.enddate)
    return next((w for w in told if w.date is not None and oldest <= w.date <= published), None)


def _on_scene(told: Told, before: Told | None, scene: When) -> Told:
    """Date an undated act of force that is narrated in the past by the scene of the lead, unless history was told before."""
    kind, past = told.decision.type, before is not None and before.when.historical
    if kind not in DEEDS or told.when.basis != "unknown" or past or not _may_follow(told):
        return told
    return Told(told.decision, msgspec.structs.replace(scene, basis="inferred", planned=None))


def _settled(told: Told, last: Told | None, published: str | None) -> Told:
    time = told.decision.clause.time
    if time is not None and time.count is not None and told.when.planned is None:
        return _counted(told, time, last)
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


def _counted(told: Told, time: TimeExpression, last: Told | None) -> Told:
    """Date what happened so many days after or before what was told last; unknown where that has no day of its own."""
    day = last.when.date if last is not None and _near(told, last) and last.when.basis in TELLING else None
    if last is not None and day is not None and day == last.when.enddate and time.grain == "day" and time.count:
        days = timedelta(time.count if time.relation == "after" else -time.count)
        found = (date.fromisoformat(day) + days).isoformat()
        when = When(found, found, "day", "inferred", found, None, last.when.historical)
        return Told(told.decision, when)
    if told.decision.clause.sentence < NEWS_SENTENCES:
        return told
    return Told(told.decision, When())


def _may_follow(told: Told) -> bool:
    """Tell whether an act is narrated in the past: a verb with no time of its own and no tense that breaks off."""
    clause = told.decision.clause
    # "for two hours" and the time of what is promised do not tell when it was done
    timed = clause.time is not None and clause.time.kind != "duration" and told.when.planned is None
    if timed or (clause.nominal and clause.matrix is None):
        return False
    if "perfect" in clause.features:  # "has threatened", "had pledged": some day before
        return False
    return "past" in clause.features or not clause.features & {"present", "progressive"}


def _looks_back(told: Told) -> bool:
    """Tell whether an act is told of by the way ("Paris, which had warned in May, urged"): it dates nothing after."""
    return "rel" in told.decision.clause.notes


def _near(told: Told, last: Told) -> bool:
    return 0 <= told.decision.clause.sentence - last.decision.clause.sentence <= REACH


def _same_speaker(told: Told, last: Told) -> bool:
    return bool({e.key for e in told.decision.actor if e.key} & {e.key for e in last.decision.actor if e.key})
