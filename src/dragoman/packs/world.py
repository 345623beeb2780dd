"""The world data as typed values: countries, people, organisations, media, places. Facts only; words of a language
are in its pack. `docs/world-data.md` describes the files."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from dragoman.packs.load import DATA
from dragoman.packs.yaml_file import BadData, load_typed


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


class Term(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A time in government."""

    from_: str | None = msgspec.field(default=None, name="from")
    to: str | None = None


class Organization(msgspec.Struct, frozen=True):
    """An organisation, armed group, party, company; for a party, when it `governs` (None where that is not known)."""

    id: str
    name: str
    kind: str
    code: str | None = None
    sector: str | None = None
    governs: tuple[Term, ...] | None = None
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


class LifeStep(msgspec.Struct, frozen=True):
    """What befell an instrument: in-force, suspended, withdrawn, ended, …; by whom where one side did it; when."""

    what: str
    by: str | None = None
    on: str | None = None


class Instrument(msgspec.Struct, frozen=True):
    """A treaty, truce, alliance or resolution; dates keep their precision."""

    id: str
    name: str
    kind: str = "agreement"
    parties: tuple[str, ...] = ()
    signed: str | None = None
    life: tuple[LifeStep, ...] = ()
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


class ConflictPlace(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A line, strait, zone, base, sea, island or crossing named in the news of conflicts."""

    id: str
    name: str
    kind: str
    countries: tuple[str, ...] = ()
    names: dict[str, tuple[str, ...]] = {}


def _list(name: str, type_: type) -> list:  # type: ignore[type-arg]
    path = DATA / "world" / name
    folder = path.with_suffix("")
    files = [path, *sorted(folder.glob("*.yaml"))] if folder.is_dir() else [path]
    return [item for file in files if file.is_file() for item in load_typed(file, list[type_])]  # type: ignore[valid-type]


class MoreNames(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """names/<language>.yaml: names in one language, by id, for people, organisations and media listed elsewhere."""

    people: dict[str, Names] = {}
    organizations: dict[str, Names] = {}
    media: dict[str, Names] = {}


@cache
def load_world(more: Path | None = None) -> World:
    """Read the world data, strictly; raise BadData naming file and field.

    `more` is a folder with people.yaml or organizations.yaml of somebody's own: new entries are added; to those that are
    here already they add names and posts.
    """
    people = {p.id: p for p in _list("people.yaml", Person)}
    organizations = {o.id: o for o in _list("organizations.yaml", Organization)}
    media = {m.id: m for m in _list("media.yaml", Medium)}
    for path in sorted((DATA / "world" / "names").glob("*.yaml")):
        names = load_typed(path, MoreNames)
        for field, table, added in (
            ("people", people, names.people),
            ("organizations", organizations, names.organizations),
            ("media", media, names.media),
        ):
            _add_names(path, field, table, added)
    if more is not None:
        _add_entries(more / "people.yaml", Person, people)
        _add_entries(more / "organizations.yaml", Organization, organizations)
    return World(
        {c.code: c for c in _list("countries.yaml", Country)},
        people,
        organizations,
        media,
        {i.id: i for i in _list("instruments.yaml", Instrument)},
    )


def _add_entries(path: Path, type_: Any, table: dict[str, Any]) -> None:
    """Add the entries of one more file, where it exists."""
    if not path.is_file():
        return
    for entry in load_typed(path, list[type_]):
        table[entry.id] = _joined(table[entry.id], entry) if entry.id in table else entry


def _joined(held: Any, more: Any) -> Any:
    """Add the names and posts of one entry to those of another of the same id; what is held stands first."""
    if isinstance(held, Person):
        begun = {(o.office, o.of, (o.from_ or "")[:4]) for o in held.offices}
        posts = [o for o in more.offices if (o.office, o.of, (o.from_ or "")[:4]) not in begun]
        offices = tuple(sorted((*held.offices, *posts), key=lambda o: o.from_ or "")) if posts else held.offices
        names = {
            code: Names(
                tuple(dict.fromkeys((*_of(held, code).full, *_of(more, code).full))),
                tuple(dict.fromkeys((*_of(held, code).short, *_of(more, code).short))),
            )
            for code in {*held.names, *more.names}
        }
        return msgspec.structs.replace(held, offices=offices, names=names)
    codes = {*held.names, *more.names}
    joined = {code: tuple(dict.fromkeys((*held.names.get(code, ()), *more.names.get(code, ())))) for code in codes}
    return msgspec.structs.replace(held, names=joined)


def _of(person: Person, code: str) -> Names:
    return person.names.get(code) or Names()


def _add_names(path: Path, field: str, table: dict[str, Any], added: dict[str, Names]) -> None:
    """Add the names of one file to the entries they belong to."""
    code = path.stem
    for key, names in added.items():
        entry = table.get(key)
        if entry is None:
            raise BadData(path, f"{field}.{key}", "is the id of nobody; correct it or add the entry")
        held = entry.names.get(code)
        if isinstance(entry, Person):
            before = held if isinstance(held, Names) else Names()
            full, short = (*before.full, *names.full), (*before.short, *names.short)
            now: object = Names(tuple(dict.fromkeys(full)), tuple(dict.fromkeys(short)))
        else:
            now = tuple(dict.fromkeys((*(held or ()), *names.full)))
        table[key] = msgspec.structs.replace(entry, names={**entry.names, code: now})


class Places(Mapping[str, PlaceName]):
    """Place names, looked up by written form. Holds the columns of the file and where each form stands in them."""

    def __init__(self, cells: list[str]) -> None:
        self._at = dict(zip(cells[0::4], range(len(cells) // 4), strict=False))  # the last row of a form wins
        self._countries, self._populations, self._kinds = cells[1::4], cells[2::4], cells[3::4]

    def __getitem__(self, form: str) -> PlaceName:
        at = self._at[form]
        return PlaceName(self._countries[at], int(self._populations[at] or 0), self._kinds[at])

    def __contains__(self, form: object) -> bool:
        return form in self._at

    def __iter__(self) -> Iterator[str]:
        return iter(self._at)

    def __len__(self) -> int:
        return len(self._at)

    def __reduce__(self) -> tuple[Callable[[], "Places"], tuple[()]]:
        return (load_places, ())  # another process reads the file itself


@cache
def load_places() -> Places:
    """Read places.tsv: written form → the most populous place of that name, which stands last in the file."""
    path = DATA / "world" / "places.tsv"
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    while text.startswith("#"):
        text = text.partition("\n")[2]
    return Places(text.replace("\n", "\t").split("\t")[:-1] if text else [])


@cache
def load_conflict_places() -> dict[str, ConflictPlace]:
    """Read conflict_places.yaml by id."""
    return {p.id: p for p in _list("conflict_places.yaml", ConflictPlace)}


@cache
def load_traditional() -> dict[int, str]:
    """Read traditional.tsv as a table for `str.translate`: traditional character → simplified."""
    path = DATA / "world" / "traditional.tsv"
    lines = path.read_text(encoding="utf-8").split("\n") if path.is_file() else []
    return {ord(line[0]): line[2] for line in lines if len(line) == 3 and line[1] == "\t"}
