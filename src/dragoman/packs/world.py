"""The world data as typed values: countries, people, organisations, media, places. Facts only; words of a language
are in its pack. `docs/world-data.md` describes the files."""

from functools import cache

import msgspec

from dragoman.packs.load import DATA
from dragoman.packs.yaml_file import load_typed


class Names(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The written forms of a person's name in one language."""

    full: tuple[str, ...] = ()
    short: tuple[str, ...] = ()


class Occupancy(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A post held for a time; dates keep their precision ("2011", "2011-12", "2011-12-17")."""

    office: str
    of: str | None = None
    from_: str | None = msgspec.field(default=None, name="from")
    to: str | None = None


class Person(msgspec.Struct, frozen=True):
    """A person with the offices held."""

    id: str
    name: str
    country: str | None = None
    offices: tuple[Occupancy, ...] = ()
    names: dict[str, Names] = {}
    wikidata: str | None = None


class Organization(msgspec.Struct, frozen=True):
    """An organisation, armed group, party, company."""

    id: str
    name: str
    kind: str
    code: str | None = None
    sector: str | None = None
    names: dict[str, tuple[str, ...]] = {}
    wikidata: str | None = None


class Medium(msgspec.Struct, frozen=True):
    """An outlet or agency."""

    id: str
    name: str
    kind: str = "site"
    country: str | None = None
    domains: tuple[str, ...] = ()
    names: dict[str, tuple[str, ...]] = {}


class Country(msgspec.Struct, frozen=True):
    """A country's facts."""

    code: str
    name: str
    fips: str | None = None
    cow: str | None = None
    capital: str | None = None
    languages: tuple[str, ...] = ()


class Instrument(msgspec.Struct, frozen=True):
    """A treaty, truce, alliance or resolution."""

    id: str
    name: str
    kind: str = "agreement"
    parties: tuple[str, ...] = ()
    names: dict[str, tuple[str, ...]] = {}


class World(msgspec.Struct, frozen=True):
    """All facts, by id."""

    countries: dict[str, Country]
    people: dict[str, Person]
    organizations: dict[str, Organization]
    media: dict[str, Medium]
    instruments: dict[str, Instrument]


class PlaceName(msgspec.Struct, frozen=True):
    """What a place name stands for: the most populous place of that name."""

    country: str
    population: int
    kind: str


def _list(name: str, type_: type) -> list:  # type: ignore[type-arg]
    path = DATA / "world" / name
    return load_typed(path, list[type_]) if path.is_file() else []  # type: ignore[valid-type]


@cache
def load_world() -> World:
    """Read the world data, strictly; raise BadData naming file and field."""
    return World(
        {c.code: c for c in _list("countries.yaml", Country)},
        {p.id: p for p in _list("people.yaml", Person)},
        {o.id: o for o in _list("organizations.yaml", Organization)},
        {m.id: m for m in _list("media.yaml", Medium)},
        {i.id: i for i in _list("instruments.yaml", Instrument)},
    )


@cache
def load_places() -> dict[str, PlaceName]:
    """Read places.tsv: written form → the most populous place of that name."""
    places: dict[str, PlaceName] = {}
    path = DATA / "world" / "places.tsv"
    if not path.is_file():
        return places
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#") or line.count("\t") < 3:
            continue
        name, country, population, kind = line.split("\t")[:4]
        number = int(population or 0)
        held = places.get(name)
        if held is None or held.population < number:
            places[name] = PlaceName(country, number, kind)
    return places
