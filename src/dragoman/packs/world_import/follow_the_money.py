"""Read FollowTheMoney entities (https://followthemoney.tech), as OpenSanctions and others publish them, one a line."""

from collections.abc import Iterable
from typing import Any

import msgspec

from dragoman.packs.world import Names, Occupancy, Organization, Person
from dragoman.packs.world_import.found import Found, Skipped
from dragoman.packs.world_import.offices import Offices, alpha3
from dragoman.packs.world_import.scripts import language_of_name

BODIES = {"Organization": "organization", "PublicBody": "agency-of-state", "Company": "company"}
SECTOR = {"agency-of-state": "GOV", "company": "BUS"}
ARMED = "crime.terror"


class _Entity(msgspec.Struct):
    id: str
    schema: str
    properties: dict[str, list[str]] = {}

    def first(self, *names: str) -> str | None:
        """Return the first value of the first property that has one."""
        return next((value for name in names for value in self.properties.get(name, [])), None)


class _Post(msgspec.Struct):
    title: str
    country: str | None


def from_follow_the_money(
    lines: Iterable[bytes], offices: Offices, languages: Iterable[str], since: str = "1990"
) -> Found:
    """Gather people with their posts (Person, Position, Occupancy) and bodies; lines that are no entity are skipped."""
    wanted = frozenset(languages)
    decode = msgspec.json.Decoder(_Entity).decode
    people: list[_Entity] = []
    bodies: list[_Entity] = []
    posts: dict[str, _Post] = {}
    held: dict[str, list[tuple[str, str | None, str | None]]] = {}
    skipped: list[Skipped] = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            entity = decode(line)
        except (msgspec.DecodeError, msgspec.ValidationError) as error:
            skipped.append(Skipped(number, f"no FollowTheMoney entity: {error}"))
            continue
        if entity.schema == "Person":
            people.append(entity)
        elif entity.schema in BODIES:
            bodies.append(entity)
        elif entity.schema == "Position":
            posts[entity.id] = _Post(entity.first("name") or "", _country(entity))
        elif entity.schema == "Occupancy":
            for holder in entity.properties.get("holder", []):
                for post in entity.properties.get("post", []):
                    times = entity.first("startDate"), entity.first("endDate")
                    held.setdefault(holder, []).append((post, *times))
    found = (_person(p, held.get(p.id, []), posts, offices, wanted, since) for p in people)
    return Found(
        tuple(p for p in found if p is not None),
        tuple(b for body in bodies if (b := _organization(body, wanted)) is not None),
        tuple(skipped),
    )


def _person(
    entity: _Entity,
    held: list[tuple[str, str | None, str | None]],
    posts: dict[str, _Post],
    offices: Offices,
    wanted: frozenset[str],
    since: str,
) -> Person | None:
    country = _country(entity)
    dated = [(posts.get(post, _Post("", None)), begin, end) for post, begin, end in held]
    # a title without dates says what somebody is known for, not when
    told: list[tuple[_Post, str | None, str | None]] = dated or [
        (_Post(title, country), None, None) for title in entity.properties.get("position", [])
    ]
    occupied = [
        Occupancy(office, post.country or country, begin, end)
        for post, begin, end in told
        if (office := offices.of(post.title)) is not None and not (end is not None and end < since)
    ]
    name = entity.first("name")
    if not occupied or name is None:
        return None
    occupied = sorted(dict.fromkeys(occupied), key=lambda post: post.from_ or "")
    names = {code: Names(full=forms) for code, forms in _names(entity, wanted).items()}
    return Person(_id(entity), name, country, tuple(occupied), names, _wikidata(entity))


def _organization(entity: _Entity, wanted: frozenset[str]) -> Organization | None:
    name = entity.first("name")
    if name is None:
        return None
    armed = ARMED in entity.properties.get("topics", [])
    kind = "armed-group" if armed else BODIES[entity.schema]
    sector = "REB" if armed else SECTOR.get(kind)
    return Organization(
        _id(entity), name, kind, _country(entity), sector, names=_names(entity, wanted), wikidata=_wikidata(entity)
    )


def _names(entity: _Entity, wanted: frozenset[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for name in (*entity.properties.get("name", []), *entity.properties.get("alias", [])):
        code = language_of_name(name)
        if code in wanted:
            found.setdefault(code, {})[name] = None
    return {code: tuple(forms) for code, forms in sorted(found.items())}


def _country(entity: _Entity) -> str | None:
    code = entity.first("citizenship", "nationality", "country", "jurisdiction", "mainCountry")
    return None if code is None else alpha3(code)


def _wikidata(entity: _Entity) -> str | None:
    return entity.first("wikidataId") or (entity.id if entity.id[:1] == "Q" and entity.id[1:].isdigit() else None)


def _id(entity: _Entity) -> str:
    return entity.id.lower()


def looks_like(line: dict[str, Any]) -> bool:
    """Tell whether a decoded line is a FollowTheMoney entity."""
    return "schema" in line and "properties" in line
