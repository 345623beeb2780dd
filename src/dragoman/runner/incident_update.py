"""Bring the incidents of a store up to date: only what new, changed or moved articles touch is reckoned anew."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

import msgspec
from sqlalchemy import Connection, Engine

from dragoman.records.incident import Denial, Gist, Incident, Telling
from dragoman.runner.incident_reading import read_document
from dragoman.runner.incident_stories import StoredStories, Stories
from dragoman.store import incident_keep as keep
from dragoman.store.incident_keep import HearsayRow, Place
from dragoman.stories.incident_denials import REACH
from dragoman.stories.incident_describe import describe
from dragoman.stories.incident_groups import Group, find_ties, first_told, group_tellings, parties_of

BATCH = 1000
"""Documents taken up in one transaction."""
Key = tuple[str, str]


class Update(msgspec.Struct, frozen=True):
    """What an update did: documents taken up and taken out, incidents written and gone."""

    taken: int = 0
    out: int = 0
    written: int = 0
    gone: int = 0


def update_incidents(engine: Engine, stories: Stories | None = None, batch: int = BATCH) -> Update:
    """Take up every document that has not been; return what was done in all."""
    total = Update()
    for done in update_steps(engine, stories, batch):
        total = Update(
            total.taken + done.taken, total.out + done.out, total.written + done.written, total.gone + done.gone
        )
    return total


def update_steps(engine: Engine, stories: Stories | None = None, batch: int = BATCH) -> Iterator[Update]:
    """Take up documents in transactions of `batch` and yield what each did; a kill loses at most one.

    A store that is up to date is only read. `stories` are those of the store where none are given.
    """
    stories = stories or StoredStories()
    with engine.connect() as connection:
        out = bool(keep.stale_documents(connection) or stories.moved(connection))
        new = keep.has_new_documents(connection)
    while new or out:
        with keep.updating(engine) as connection:
            done = _step(connection, stories, batch, out)
            new, out = keep.has_new_documents(connection), False
        yield done


def _step(connection: Connection, stories: Stories, batch: int, out: bool) -> Update:
    """Take `batch` new documents up, and before them, with `out`, those out that changed or moved."""
    gone = dict.fromkeys((*keep.stale_documents(connection), *stories.moved(connection))) if out else {}
    left, unsaid = keep.take_out(connection, list(gone))
    new = keep.new_documents(connection, batch)
    story_of = stories.of(connection, [d.id for d in new])
    read = [(d, *read_document(d, story_of.get(d.id, d.id))) for d in new]
    fresh = [telling for _, tellings, _ in read for telling in tellings]
    said = [row for _, _, rows in read for row in rows]
    keep.take_up(connection, [(d, story_of.get(d.id, d.id)) for d in new])
    keep.put_hearsay(connection, said)
    written, vanished = _regroup(connection, fresh, left, _denied(connection, said, unsaid))
    return Update(len(new), len(gone), written, vanished)


def _regroup(connection: Connection, fresh: Sequence[Telling], left: set[Place], denied: set[str]) -> tuple[int, int]:
    """Group the new tellings with the components they touch or left; describe anew what changed or is denied."""
    before = {_key(t): (t, place) for t, place in _touched(connection, fresh, {place.component for place in left})}
    groups = group_tellings([*(t for t, _ in before.values()), *fresh])
    places = {_key(t): Place(g.id, g.component) for g in groups for t in g.tellings}
    moved = {key: places[key] for key, (_, place) in before.items() if places[key] != place}
    keep.place_tellings(connection, [(t, places[_key(t)], _codes(t)) for t in fresh], moved)
    shaken = {place.incident for place in left} | {before[key][1].incident for key in moved}
    changed = [g for g in groups if g.id in shaken or _is_changed(g, before)]
    gone = (shaken | {place.incident for _, place in before.values()}) - {g.id for g in groups}
    again = [*changed, *_denied_groups(connection, denied - gone - {g.id for g in changed})]
    keep.put_incidents(connection, gone, _describe(connection, again))
    return len(again), len(gone)


def _touched(connection: Connection, fresh: Sequence[Telling], left: set[str]) -> list[tuple[Telling, Place]]:
    """List the tellings of the components that are left or hold a telling like a new one.

    A telling that names no day may turn from one week to another when one it is like that does comes or goes: then what
    it is like besides is touched too.
    """
    found, turning = _like(connection, [t.gist for t in fresh])
    members = keep.members_of(connection, "component", found | left)
    turning |= {t.gist for t, place in members if place.component in left and not t.gist.precise}
    further, _ = _like(connection, turning)
    return [*members, *keep.members_of(connection, "component", further - found - left)]


def _like(connection: Connection, told: Iterable[Gist]) -> tuple[set[str], set[Gist]]:
    """Name the components that hold a telling like one of these; and those without a day that are like one with a day."""
    gists = list(dict.fromkeys(told))
    if not gists:
        return set(), set()
    near = keep.neighbours(connection, gists, {party for gist in gists for party in _parties(gist)})
    held = list(dict.fromkeys(t.gist for t, _ in near))
    ties = find_ties(gists, held)
    alike = {held[n] for found in ties.values() for n in found} | set(gists)
    turning = {held[n] for at, found in ties.items() if gists[at].precise for n in found if not held[n].precise}
    return {place.component for t, place in near if t.gist in alike}, turning


def _is_changed(group: Group, before: Mapping[Key, tuple[Telling, Place]]) -> bool:
    """Tell whether a group has a new member, or one that stood elsewhere."""
    place = Place(group.id, group.component)
    return any(key not in before or before[key][1] != place for key in map(_key, group.tellings))


def _denied(connection: Connection, said: Iterable[HearsayRow], unsaid: Iterable[Denial]) -> set[str]:
    """Name the incidents that new denials, or denials taken back, may be about."""
    found: set[str] = set()
    told = {(row.code, row.date) for row in said if row.denial and row.code and row.date}
    told |= {(side.code, d.date) for d in unsaid for side in d.actor if side.code and d.date}
    for code, day in told:
        found |= keep.incidents_of_party(connection, str(code), _shift(day, -REACH), day)
    return found


def _denied_groups(connection: Connection, ids: set[str]) -> list[Group]:
    held: dict[Place, list[Telling]] = {}
    for telling, place in keep.members_of(connection, "incident", ids):
        held.setdefault(place, []).append(telling)
    return [
        Group(
            place.incident,
            place.component,
            tuple(sorted(tellings, key=first_told)),
        )
        for place, tellings in held.items()
    ]


def _describe(connection: Connection, groups: Sequence[Group]) -> list[Incident]:
    """Describe groups, each with the denials that may be about it."""
    days = sorted({day for g in groups for t in g.tellings if not t.gist.key for day in (t.gist.first, t.gist.last)})
    if not days:
        return [describe(group) for group in groups]
    denials: dict[str | None, list[Denial]] = {}
    for denial in keep.denials_between(connection, days[0], _shift(days[-1], REACH)):
        for code in {side.code for side in denial.actor}:
            denials.setdefault(code, []).append(denial)
    return [describe(group, _of_actors(group, denials)) for group in groups]


def _of_actors(group: Group, denials: Mapping[str | None, Sequence[Denial]]) -> list[Denial]:
    codes = {side.code for t in group.tellings for side in t.gist.actor}
    return list({d: None for code in codes for d in denials.get(code, ())})


def _codes(telling: Telling) -> str:
    return f" {' '.join(_parties(telling.gist))} "


def _parties(gist: Gist) -> list[str]:
    return [party.replace(" ", "_") for party in parties_of(gist)]


def _key(telling: Telling) -> Key:
    return telling.document, telling.event


def _shift(day: str, days: int) -> str:
    return (date.fromisoformat(day) + timedelta(days)).isoformat()
