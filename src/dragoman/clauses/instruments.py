"""Find the treaties, truces, alliances and resolutions a clause names, and the other party to one that somebody quits."""

from collections.abc import Sequence

import msgspec

from dragoman.packs.world import World
from dragoman.records import Clause, Entity, Mention, Span
from dragoman.text.units import Unit

DONE_TO_PARTIES = frozenset({"suspend", "quit", "cancel", "break", "resume", "restore", "sign", "ratify", "withdraw"})
"""Acts that are done to the other party when they are done to an agreement of two."""


def name_instruments(clauses: Sequence[Clause], units: Sequence[Unit], world: World) -> list[Clause]:
    """Return the clauses of a sentence with the ids of the instruments named in what they are about.

    An instrument named elsewhere in the sentence belongs to every clause that is about something of its kind.
    """
    named = [
        (meaning.concept, Span(unit.start, unit.end), unit)
        for unit in units
        for meaning, _ in unit.readings.get("instrument", ())
    ]
    if not named:
        return list(clauses)
    return [_with(clause, named, units, world) for clause in clauses]


def _with(clause: Clause, named: Sequence[tuple[str, Span, Unit]], units: Sequence[Unit], world: World) -> Clause:
    inside = [one for one in named if any(_meet(one[1], theme) for theme in clause.theme_spans)]
    akin = [id_ for id_, span, _ in named if _kinds(span, units) & set(clause.themes)]
    found = tuple(dict.fromkeys([id_ for id_, _, _ in inside] or akin))
    if not found:
        return clause
    clause = msgspec.structs.replace(clause, instruments=found)
    if not clause.recipient and clause.act in DONE_TO_PARTIES and inside:
        other = _other_party(clause, *inside[0], world)
        return clause if other is None else msgspec.structs.replace(clause, recipient=(other,))
    return clause


def _other_party(clause: Clause, id_: str, span: Span, unit: Unit, world: World) -> Mention | None:
    """Return the party to an instrument of two that is not the actor ("Seoul suspended the inter-Korean agreement")."""
    instrument = world.instruments.get(id_)
    parties = [code for code in instrument.parties if code in world.countries] if instrument is not None else []
    actors = {entity.code for mention in clause.actor for entity in mention.entities}
    others = [code for code in parties if code not in actors]
    if len(parties) != 2 or len(others) != 1:
        return None
    entity = Entity(others[0], "GOV", unit.text, world.countries[others[0]].name, key=others[0])
    return Mention(span, span, (entity,), weight="owner", how=f"the other party to {id_}")


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _kinds(span: Span, units: Sequence[Unit]) -> set[str]:
    """List the things an instrument's name stands for (agreement, ceasefire)."""
    return {m.concept for u in units if u.start == span.start for m, _ in u.readings.get("thing", ())}
