"""The world data: every code, office and body that a fact names exists; dates run forward; names are not shared."""

from collections import defaultdict

import pytest

from dragoman.packs.load import DATA, load_concepts
from dragoman.packs.schema import CountryWords
from dragoman.packs.world import Occupancy, World, load_conflict_places, load_places, load_traditional, load_world
from dragoman.packs.yaml_file import load_plain, load_typed

NO_COUNTRY = {"IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"}
SHARED: set[tuple[str, str]] = set()
"""(language, form) of names that two people bear at the same time; the article decides."""


@pytest.fixture(scope="module")
def world() -> World:
    return load_world()


def runs_forward(post: Occupancy) -> bool:
    if post.from_ is None or post.to is None:
        return True
    grain = min(len(post.from_), len(post.to))
    return post.from_[:grain] <= post.to[:grain]


def overlap(one: Occupancy, other: Occupancy) -> bool:
    def before(a: Occupancy, b: Occupancy) -> bool:
        if a.to is None or b.from_ is None:
            return False
        grain = min(len(a.to), len(b.from_))
        return a.to[:grain] < b.from_[:grain]

    return not before(one, other) and not before(other, one)


def test_every_office_is_a_role(world: World) -> None:
    roles = load_concepts().roles
    strange = {(p.id, o.office) for p in world.people.values() for o in p.offices if o.office not in roles}
    assert not strange


def test_every_body_of_an_office_exists(world: World) -> None:
    known = {*world.countries, *world.organizations, *NO_COUNTRY}
    strange = {(p.id, o.of) for p in world.people.values() for o in p.offices if o.of is not None and o.of not in known}
    assert not strange


def test_every_country_code_exists(world: World) -> None:
    known = {*world.countries, *NO_COUNTRY}
    people = {p.id for p in world.people.values() if p.country is not None and p.country not in known}
    bodies = {o.id for o in world.organizations.values() if o.code is not None and o.code not in known}
    places = {p.id for p in load_conflict_places().values() if set(p.countries) - known}
    assert not people | bodies | places


def test_dates_run_forward(world: World) -> None:
    assert not {(p.id, o.office) for p in world.people.values() for o in p.offices if not runs_forward(o)}


def test_names_are_not_empty(world: World) -> None:
    assert not {
        p.id for p in world.people.values() for n in p.names.values() if not n.full or "" in (*n.full, *n.short)
    }


@pytest.mark.parametrize("name", ["people", "organizations", "media", "instruments", "conflict_places", "countries"])
def test_no_id_is_given_twice(name: str) -> None:
    path = DATA / "world" / f"{name}.yaml"
    ids = [
        row.get("id", row.get("code"))
        for file in (path, *sorted(path.with_suffix("").glob("*.yaml")))
        for row in load_plain(file)
    ]
    assert not {i for i in ids if ids.count(i) > 1}


def test_nobody_shares_a_name_with_somebody_in_office_at_the_same_time(world: World) -> None:
    bearers: dict[tuple[str, str], set[str]] = defaultdict(set)
    for person in world.people.values():
        for language, names in person.names.items():
            for form in (*names.full, *names.short):
                bearers[language, form].add(person.id)
    clashes = {
        (form, one, other)
        for form, ids in bearers.items()
        for one in ids
        for other in ids
        if one < other and form not in SHARED
        and any(overlap(a, b) for a in world.people[one].offices for b in world.people[other].offices)
    }  # fmt: skip
    assert not clashes


def test_country_words_name_existing_countries(world: World) -> None:
    for path in sorted((DATA / "languages").glob("*/countries.yaml")):
        words = load_typed(path, dict[str, CountryWords])
        assert not {code for key in words for code in key.split("+") if code not in world.countries}, path.parent.name
        assert len(words) > 200, path.parent.name


def test_the_most_populous_place_of_a_name_is_found() -> None:
    places = load_places()
    assert places["Birmingham"].country == "GBR"
    assert places["Харьков"].country == "UKR"
    assert places.get("Reading") is None


def test_place_rows_are_complete() -> None:
    known = set(load_world().countries)
    kinds = {"city", "region", "line", "strait", "zone", "base", "sea", "island", "crossing"}
    places = load_places()
    assert not {form for form in places if places[form].country not in known or places[form].kind not in kinds}


def test_traditional_characters_become_simplified() -> None:
    assert "烏克蘭軍隊".translate(load_traditional()) == "乌克兰军队"
