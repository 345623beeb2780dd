"""One event for each occurrence: what the article tells twice is one event with all its evidence."""

from collections.abc import Sequence
from datetime import date, timedelta

import msgspec

from dragoman.coding.dates import When
from dragoman.coding.decide import Decision
from dragoman.records import Entity

SAID = frozenset({"AGREE", "REQUEST", "THREATEN", "REJECT"})
FORCE = frozenset({"ASSAULT", "COERCE"})
HEADLINE_DAYS = 3
STAFF = frozenset({"official", "police-officer", "police", "staff", "worker", "soldier", "security-forces"})
LEAD = 2
"""The last sentence that only says more of what the headline says."""
VAGUE = frozenset({"other", "not", "perform", "undergo", "begin", "continue", "try", "say"})


class Told(msgspec.Struct, frozen=True):
    """A decision with its date, before merging."""

    decision: Decision
    when: When


def merge(tellings: Sequence[Told]) -> list[list[Told]]:
    """Group tellings of the same occurrence, in the order in which they are first told."""
    groups: list[list[Told]] = []
    for told in tellings:
        group = next((g for g in groups if all(_alike(told, other) for other in g)), None)
        if group is None:
            groups.append([told])
        else:
            group.append(told)
    return groups


def _alike(a: Told, b: Told) -> bool:
    one, two = a.decision, b.decision
    if one.type != two.type or one.status != two.status:
        return False
    if not (_dates_meet(a.when, b.when) or _headline_of(a, b) or _headline_of(b, a)):
        return False
    if a.when.historical != b.when.historical and not _named_again(a, b):
        return False  # "seized power in 1986" is not the attack of these days
    if one.type == "COERCE" and one.mode and two.mode and one.mode != two.mode:
        return False  # a pilot captured and the airspace closed on one day
    if one.type in FORCE and one.mode and two.mode and one.mode != two.mode and a.when.date != b.when.date:
        return False  # a jet shot down one day, a camp bombed another
    if one.type in SAID and _about_else(one, two):
        return False
    if one.mutual or two.mutual:
        mine, theirs = (*one.actor, *one.recipient), (*two.actor, *two.recipient)
        return sum(any(same(x, y) for y in theirs) for x in mine) >= min(2, len(mine), len(theirs))
    if not _meets(one.actor, two.actor):
        return False
    return _meets(one.recipient, two.recipient) or (_retold(one, two) and _staff_alike(one.recipient, two.recipient))


def _retold(one: Decision, two: Decision) -> bool:
    """Tell whether one stands in the headline and the other in the lead."""
    first, second = sorted((one.clause.sentence, two.clause.sentence))
    return first == 0 < second <= LEAD


def _staff_alike(a: Sequence[Entity], b: Sequence[Entity]) -> bool:
    """Tell whether two sides are unnamed people in a state's service ("six officers hurt", "six prison guards hurt")."""
    return any(
        x.code == y.code and not (x.name or y.name) and {x.office, y.office} <= STAFF for x in a for y in b if x.code
    )


def _named_again(a: Told, b: Told) -> bool:
    """Tell whether of two tellings of one act, of which only one is dated as background, the other but names it."""
    one, two = a.decision.clause, b.decision.clause
    later = two if a.when.historical else one
    return one.act == two.act and (later.nominal or later.sentence == 0)


def _headline_of(head: Told, body: Told) -> bool:
    """Tell whether a headline, dated by nothing but the day of publication, may tell what the text dates shortly before."""
    if head.decision.clause.sentence > 0 or head.when.basis != "publication" or body.decision.clause.sentence == 0:
        return False
    if head.when.date is None or body.when.date is None or body.when.enddate is None:
        return False
    since = (date.fromisoformat(head.when.date) - timedelta(days=HEADLINE_DAYS)).isoformat()
    return since <= body.when.enddate <= head.when.date


def _about_else(one: Decision, two: Decision) -> bool:
    """Tell whether two promises, demands, threats or refusals are about different things."""
    if _retold(one, two):
        return False  # the lead tells what the headline tells, in other words
    a, b = set(one.clause.themes) - VAGUE, set(two.clause.themes) - VAGUE
    return bool(a and b) and not a & b


def _meets(a: Sequence[Entity], b: Sequence[Entity]) -> bool:
    """Tell whether two sides may be the same: one of them unknown, or somebody who may stand on both."""
    return not a or not b or any(same(x, y) for x in a for y in b)


def same(one: Entity, other: Entity) -> bool:
    """Tell whether two mentions may be of one actor: the same code, and no two persons, nor police and minister.

    A bare country may be any of its officials ("Washington" and "the Secretary of State").
    """
    if one.code != other.code:
        return False
    if one.code is None:
        return (one.name or one.text) == (other.name or other.text) or one.sector == other.sector
    if one.key == one.code or other.key == other.code:
        return True
    if one.key is not None and other.key is not None:
        return one.key == other.key
    return one.sector == other.sector or one.sector is None or other.sector is None


def _dates_meet(a: When, b: When) -> bool:
    if a.date is None or b.date is None or a.enddate is None or b.enddate is None:
        return True
    return a.date <= b.enddate and b.date <= a.enddate
