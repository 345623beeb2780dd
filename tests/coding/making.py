"""Clauses, sides and decisions made by hand, for tests of what a codebook makes of them."""

from typing import Any

from dragoman.coding.codebook import load_codebook
from dragoman.coding.dates import When
from dragoman.coding.decide import Decision, Declined, decide
from dragoman.coding.merge import Told
from dragoman.packs.load import load_concepts
from dragoman.records import Attribution, Clause, Entity, Mention, Span, TimeExpression

KOR = Entity("KOR", "GOV", "Seoul", key="KOR")
PRK = Entity("PRK", "GOV", "Pyongyang", key="PRK")
RUS = Entity("RUS", "GOV", "Moscow", key="RUS")
USA = Entity("USA", "GOV", "Washington", key="USA")
PUTIN = Entity("RUS", "GOV", "Putin", "Vladimir Putin", "president", "putin")
LAVROV = Entity("RUS", "GOV", "Lavrov", "Sergei Lavrov", "foreign-minister", "lavrov")
SOLDIERS = Entity("PRK", "MIL", "soldiers")
POLICE = Entity("KOR", "COP", "police")
CROWD = Entity("KOR", "CVL", "protesters")
STORM = Entity(None, None, "the storm")
UN = Entity("UNO", None, "the UN", "United Nations", None, "un")
PUBLISHED = "2024-06-14"
TRIGGER = Span(20, 25)


def mentions(*entities: Entity) -> tuple[Mention, ...]:
    return tuple(Mention(Span(i * 4, i * 4 + 3), Span(i * 4, i * 4 + 3), (e,)) for i, e in enumerate(entities))


def clause(act: str, actor: Any = (), recipient: Any = (), **fields: Any) -> Clause:
    """Make a clause of an act with entities for its sides."""
    sides = [mentions(*((side,) if isinstance(side, Entity) else side)) for side in (actor, recipient)]
    given = {"sentence": 0, "trigger": TRIGGER, "features": frozenset({"past"}), **fields}
    return Clause(act=act, entry=act, actor=sides[0], recipient=sides[1], **given)


def said_by(entity: Entity) -> tuple[Attribution, ...]:
    return (Attribution(entity, Span(0, 3)),)


def judged(act: str, actor: Any = (), recipient: Any = (), **fields: Any) -> Decision | Declined:
    """Say what PLOVER makes of a clause."""
    return decide(clause(act, actor, recipient, **fields), load_codebook(), load_concepts())


def decided(act: str, actor: Any = (), recipient: Any = (), **fields: Any) -> Decision:
    """Say what PLOVER makes of a clause that is an event."""
    made = judged(act, actor, recipient, **fields)
    assert isinstance(made, Decision), made
    return made


def told(act: str, actor: Any = (), recipient: Any = (), when: When | None = None, **fields: Any) -> Told:
    return Told(decided(act, actor, recipient, **fields), when or When(PUBLISHED, PUBLISHED, "day", "publication"))


def day(earliest: str, latest: str | None = None, **fields: Any) -> TimeExpression:
    """Make an interval whose year is stated."""
    given: dict[str, Any] = {"grain": "day", "basis": "stated", "edtf": earliest, **fields}
    return TimeExpression(Span(0, 3), earliest, latest or earliest, **given)
