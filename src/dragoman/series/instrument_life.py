"""The life of a treaty, truce, alliance or resolution: signed, ratified, suspended, quit, resumed, violated, by whom."""

from collections.abc import Iterable

import msgspec

from dragoman.packs.world import Instrument
from dragoman.records import Hearsay
from dragoman.records.incident import Incident, Side

STAGES: dict[str, str] = {
    "sign": "signed", "conclude-deal": "agreed", "ratify": "ratified", "join": "joined", "suspend": "suspended",
    "quit": "quit", "withdraw": "quit", "cancel": "quit", "resume": "resumed", "restore": "resumed", "break": "violated",
    "support": "backed", "reaffirm": "backed", "threaten": "threatened",
}  # fmt: skip
"""What an act done to an instrument makes of it; other acts are told by their own name."""


class LifeEntry(msgspec.Struct, frozen=True):
    """One entry of a life: when, what, by whom, according to whom, and what stands behind it.

    `date` keeps its precision. `incident` is an id, "" where the entry is from the world data or from hearsay.
    """

    date: str
    what: str
    by: tuple[str, ...]
    according: tuple[str, ...]
    origins: int = 0
    incident: str = ""


def life_of(
    instrument: Instrument, incidents: Iterable[Incident], said: Iterable[tuple[Hearsay, str, str]]
) -> list[LifeEntry]:
    """Return the life of an instrument by date: the world data, incidents about it, and what is only said of it.

    `said` are sayings with their day and the id of the article they stand in; equal ones of one day are one entry.
    """
    entries = [LifeEntry(instrument.signed, "signed", instrument.parties, ("world data",))] if instrument.signed else []
    entries += [LifeEntry(s.on or "", s.what, (s.by,) if s.by else (), ("world data",)) for s in instrument.life]
    entries += [_of_incident(one) for one in incidents]
    entries += _of_sayings(said)
    return sorted(entries, key=lambda e: (e.date, e.what, e.by))


def _of_incident(one: Incident) -> LifeEntry:
    by, who = _names(one.actor), tuple(o.name for o in one.origins)
    if one.type == "ACCUSE":  # who is accused did it, according to who accuses
        return LifeEntry(one.date or "", "said to be violated", _names(one.recipient), by, len(one.origins), one.id)
    return LifeEntry(one.date or "", STAGES.get(one.act, one.act), by, who, len(one.origins), one.id)


def _names(sides: Iterable[Side]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(s.code or s.name or "?" for s in sides))


def _of_sayings(said: Iterable[tuple[Hearsay, str, str]]) -> list[LifeEntry]:
    held: dict[tuple[str, str, tuple[str, ...]], set[str]] = {}
    for one, day, doc in said:
        by = tuple(e.code or e.name or e.text for e in one.actor)
        who = {e.code or e.name or e.text for e in one.speaker} or {doc}
        held.setdefault((day, STAGES.get(one.act, one.act), by), set()).update(who)
    return [LifeEntry(day, what, by, tuple(sorted(who)), len(who)) for (day, what, by), who in held.items()]
