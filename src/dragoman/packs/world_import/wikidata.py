"""Read a Wikidata JSON dump: people with their posts, parties, international organisations.

The dump is a JSON list with one entity a line (https://www.wikidata.org/wiki/Wikidata:Database_download). Wikidata is
CC0. Posts and countries may stand before or after who holds them, so everything is gathered before it is put together.
"""

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from dragoman.packs.world import Names, Occupancy, Organization, Person
from dragoman.packs.world_import.found import Found, Skipped
from dragoman.packs.world_import.offices import Offices

HUMAN, PARTY, INTERNATIONAL = "Q5", "Q7278", "Q484652"
ALPHA_3, JURISDICTION, COUNTRY, CITIZEN, POST = "P298", "P1001", "P17", "P27", "P39"
BEGIN, END, CLASS = "P580", "P582", "P31"
GRAIN = {9: 4, 10: 7, 11: 10}
"""Wikidata's precision of a time → characters of an ISO day that are known."""
LANGUAGES = {"tl": "fil", "zh-hans": "zh", "zh-cn": "zh", "pt-br": "pt"}
MAX_ALIASES = 6

Claims = Mapping[str, list[dict[str, Any]]]


class _Human(msgspec.Struct):
    id: str
    names: dict[str, tuple[str, ...]]
    citizen: str | None
    posts: list[tuple[str, str | None, str | None]]


class _Body(msgspec.Struct):
    id: str
    kind: str
    names: dict[str, tuple[str, ...]]
    country: str | None


class _Gathered(msgspec.Struct):
    humans: list[_Human] = msgspec.field(default_factory=list)
    bodies: list[_Body] = msgspec.field(default_factory=list)
    posts: dict[str, tuple[str, str | None]] = msgspec.field(default_factory=dict)
    """Item → English title and the item it applies to."""
    countries: dict[str, str] = msgspec.field(default_factory=dict)
    skipped: list[Skipped] = msgspec.field(default_factory=list)


def from_wikidata(lines: Iterable[bytes], offices: Offices, languages: Iterable[str], since: str = "1990") -> Found:
    """Gather what a dump says of people in office since a year, and of bodies; lines that are no entity are skipped.

    `languages` are those whose names are wanted. A person is kept when one of the posts is an office that Dragoman
    knows and did not end before `since`.
    """
    wanted, gathered = frozenset(languages), _Gathered()
    decode = msgspec.json.Decoder().decode
    for number, line in enumerate(lines, 1):
        text = line.strip().rstrip(b",")
        if text in (b"", b"[", b"]"):
            continue
        try:
            _gather(decode(text), gathered, offices, wanted)
        except (msgspec.DecodeError, KeyError, TypeError, AttributeError) as error:
            gathered.skipped.append(Skipped(number, f"no Wikidata entity: {type(error).__name__} {error}"))
    people = tuple(p for h in gathered.humans if (p := _person(h, gathered, offices, since)) is not None)
    bodies = [(b, gathered.countries.get(b.country or "")) for b in gathered.bodies]
    return Found(
        people,
        tuple(_organization(b, code) for b, code in bodies),
        tuple(gathered.skipped),
    )


def _gather(entity: dict[str, Any], gathered: _Gathered, offices: Offices, wanted: frozenset[str]) -> None:
    if entity["type"] != "item":
        return
    id_, claims = entity["id"], entity.get("claims") or {}
    classes = set(_items(claims, CLASS))
    if HUMAN in classes:
        posts = [
            (item, _time(claim, BEGIN), _time(claim, END))
            for claim in claims.get(POST, [])
            if (item := _item(claim)) is not None
        ]
        if posts:
            citizen = next(iter(_items(claims, CITIZEN)), None)
            gathered.humans.append(_Human(id_, _names(entity, wanted), citizen, posts))
        return
    for code in _values(claims, ALPHA_3):
        gathered.countries[id_] = code
    title = entity.get("labels", {}).get("en", {}).get("value", "")
    applies = next(iter([*_items(claims, JURISDICTION), *_items(claims, COUNTRY)]), None)
    if applies is not None and offices.of(title) is not None:
        gathered.posts[id_] = (title, applies)
    kind = "party" if PARTY in classes else "organization" if INTERNATIONAL in classes else None
    if kind is not None:
        country = next(iter(_items(claims, COUNTRY)), None)
        gathered.bodies.append(_Body(id_, kind, _names(entity, wanted), country))


def _person(human: _Human, gathered: _Gathered, offices: Offices, since: str) -> Person | None:
    held: list[Occupancy] = []
    for item, begin, end in human.posts:
        title, applies = gathered.posts.get(item, ("", None))
        office = offices.of(title)
        if office is None or (end is not None and end < since):
            continue
        held.append(Occupancy(office, gathered.countries.get(applies or ""), begin, end))
    name = _english(human.names)
    if not held or not name:
        return None
    held.sort(key=lambda post: post.from_ or "")
    country = gathered.countries.get(human.citizen or "") or next((post.of for post in held if post.of), None)
    names = {code: Names(full=forms) for code, forms in human.names.items()}
    return Person(human.id.lower(), name, country, tuple(held), names, human.id)


def _organization(body: _Body, country: str | None) -> Organization:
    party = body.kind == "party"
    return Organization(
        body.id.lower(),
        _english(body.names),
        body.kind,
        country if party else "IGO",
        "PTY" if party else None,
        names=body.names,
        wikidata=body.id,
    )


def _names(entity: dict[str, Any], wanted: frozenset[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for code, label in (entity.get("labels") or {}).items():
        language = LANGUAGES.get(code, code)
        if language in wanted:
            found.setdefault(language, {})[label["value"]] = None
    for code, aliases in (entity.get("aliases") or {}).items():
        language = LANGUAGES.get(code, code)
        if language in found:  # an alias without a label is a nickname or a slip
            found[language] |= {alias["value"]: None for alias in aliases[:MAX_ALIASES] if " " in alias["value"]}
    return {code: tuple(forms) for code, forms in sorted(found.items())}


def _english(names: Mapping[str, tuple[str, ...]]) -> str:
    forms = names.get("en") or next(iter(names.values()), ())
    return forms[0] if forms else ""


def _value(claim: dict[str, Any]) -> Any:
    return claim["mainsnak"].get("datavalue", {}).get("value") if claim.get("rank") != "deprecated" else None


def _values(claims: Claims, property_: str) -> list[str]:
    return [value for claim in claims.get(property_, []) if isinstance(value := _value(claim), str)]


def _item(claim: dict[str, Any]) -> str | None:
    value = _value(claim)
    return value.get("id") if isinstance(value, dict) else None


def _items(claims: Claims, property_: str) -> list[str]:
    return [item for claim in claims.get(property_, []) if (item := _item(claim)) is not None]


def _time(claim: dict[str, Any], property_: str) -> str | None:
    """Read a qualifier's time, no more precisely than it is known: "+2011-12-00T00:00:00Z", 10 = "2011-12"."""
    for snak in claim.get("qualifiers", {}).get(property_, []):
        value = snak.get("datavalue", {}).get("value")
        if isinstance(value, dict) and value["time"].startswith("+") and value["precision"] in GRAIN:
            return str(value["time"][1 : 1 + GRAIN[value["precision"]]])
    return None
