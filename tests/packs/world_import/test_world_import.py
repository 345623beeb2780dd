"""Collections of others become people and organisations in the form of the world data."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from dragoman.cli.main import dragoman
from dragoman.packs.load import known_languages
from dragoman.packs.world import Occupancy, World, load_world
from dragoman.packs.world_import import (
    Found,
    from_follow_the_money,
    from_wikidata,
    load_offices,
    settle_ids,
    write_overlay,
)
from dragoman.packs.world_import.offices import alpha3
from dragoman.packs.world_import.scripts import language_of_name
from dragoman.pipeline import analyse, load_knowledge
from dragoman.records import Document

HERE = Path(__file__).parent
WIKIDATA, ENTITIES = HERE / "wikidata.json", HERE / "entities.ftm.json"


def wikidata(since: str = "1990") -> Found:
    return from_wikidata(WIKIDATA.read_bytes().splitlines(), load_offices(), known_languages(), since)


def entities() -> Found:
    return from_follow_the_money(ENTITIES.read_bytes().splitlines(), load_offices(), known_languages())


@pytest.mark.parametrize(
    ("title", "office"),
    [
        ("President of Russia", "president"),
        ("the Prime Minister of Japan", "prime-minister"),
        ("Minister of Foreign Affairs of Ukraine", "foreign-minister"),
        ("prima ballerina of the Bolshoi", None),
        ("", None),
    ],
)
def test_a_title_is_the_office_it_begins_with(title: str, office: str | None) -> None:
    assert load_offices().of(title) == office


def test_two_letter_codes_become_three_letter_codes_and_others_nothing() -> None:
    assert (alpha3("ru"), alpha3("RUS"), alpha3("zz")) == ("RUS", "RUS", None)


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("Vladimir Putin", "en"), ("Владимир Путин", "ru"), ("Володимир Путін", None), ("ウラジーミル", "ja"),
        ("블라디미르", "ko"), ("普京", "zh"), ("بوتين", "ar"), ("Путин Putin", None), ("123", None),
    ],
)  # fmt: skip
def test_letters_tell_which_pack_a_name_goes_to_or_nothing(name: str, language: str | None) -> None:
    assert language_of_name(name) == language


def test_a_dump_yields_people_with_dated_posts_wherever_post_and_country_stand() -> None:
    people = {p.id: p for p in wikidata().people}
    assert set(people) == {"q7747", "q900001"}  # whoever holds no office that Dragoman knows is left out
    assert people["q7747"].offices == (Occupancy("president", "RUS", "2012-05-07"),)
    assert people["q900001"].offices == (Occupancy("foreign-minister", "RUS", "2001-03", "2004"),)
    assert people["q900001"].country == "RUS"  # where no citizenship is given, the country of the post


def test_names_come_in_the_languages_of_the_packs_and_short_aliases_stay_out() -> None:
    putin, anna = wikidata().people
    assert putin.names["en"].full == ("Vladimir Putin", "Vladimir Vladimirovich Putin")
    assert set(putin.names) == {"en", "ru", "ko"}
    assert anna.names["zh"].full == ("安娜",)


def test_posts_that_ended_before_the_year_asked_for_are_left_out() -> None:
    assert [p.id for p in wikidata(since="2005").people] == ["q7747"]


def test_parties_are_found_with_their_country() -> None:
    (party,) = wikidata().organizations
    assert (party.name, party.kind, party.code, party.sector) == ("Example Party", "party", "RUS", "PTY")


def test_a_broken_line_is_told_of_and_the_others_are_read() -> None:
    assert [s.line for s in wikidata().skipped] == [11]
    assert [s.line for s in entities().skipped] == [8]


def test_occupancies_join_holders_and_positions() -> None:
    people = {p.id: p for p in entities().people}
    assert people["gh-pers-1"].offices == (Occupancy("defence-minister", "UKR", "2019-08-29", "2020-03-04"),)
    assert people["gh-pers-1"].names["zh"].full == ("伊万·彼得连科",)
    assert people["q7747"].offices == (Occupancy("president", "RUS"),)
    assert "gh-pers-2" not in people


def test_bodies_have_their_kind_and_sector() -> None:
    bodies = {b.id: (b.kind, b.code, b.sector) for b in entities().organizations}
    assert bodies == {"gh-org-1": ("armed-group", "SYR", "REB"), "gh-co-1": ("company", "RUS", "BUS")}


def test_who_is_known_keeps_the_id_held_here(tmp_path: Path) -> None:
    settled = settle_ids(wikidata(), load_world())
    assert [p.id for p in settled.people] == ["q900001", "vladimir-putin"]
    write_overlay(settled, tmp_path, "Source: a test")
    world = load_world(tmp_path)
    assert "q7747" not in world.people
    held = load_world().people["vladimir-putin"]
    assert world.people["vladimir-putin"].offices == held.offices  # the same posts are not held twice
    assert "Vladimir Vladimirovich Putin" in world.people["vladimir-putin"].names["en"].full


def test_a_world_without_the_folder_stays_as_it_was() -> None:
    assert "q900001" not in load_world().people
    assert isinstance(load_world(), World)


def test_an_imported_minister_is_read_with_the_post_of_the_day(tmp_path: Path) -> None:
    write_overlay(settle_ids(wikidata(), load_world()), tmp_path, "Source: a test")
    text = "Anna Example condemned the United States on Monday."
    known = load_knowledge(("en",), more=tmp_path)
    (event,) = analyse(Document("a", text, "en", "2003-05-06"), known).events
    assert [(e.code, e.sector, e.office) for e in event.actor] == [("RUS", "GOV", "foreign-minister")]
    plain = analyse(Document("a", text, "en", "2003-05-06"), load_knowledge(("en",)))
    assert all(e.office is None for event in plain.events for e in event.actor)


def test_the_command_writes_a_folder_and_names_what_it_left_out(tmp_path: Path) -> None:
    arguments = ["world", "import", str(WIKIDATA), "-o", str(tmp_path / "mine"), "--format", "wikidata"]
    done = CliRunner().invoke(dragoman, arguments)
    assert done.exit_code == 1
    assert f"{WIKIDATA}:11: no Wikidata entity" in done.output
    assert "2 people, 1 organisations" in done.output
    assert (tmp_path / "mine" / "people.yaml").read_text(encoding="utf-8").startswith("# Source: Wikidata (CC0)")


def test_the_wrong_format_is_told(tmp_path: Path) -> None:
    arguments = ["world", "import", str(WIKIDATA), "-o", str(tmp_path), "--format", "ftm"]
    done = CliRunner().invoke(dragoman, arguments)
    assert done.exit_code != 0
    assert "--format" in str(done.exception) or "--format" in done.output
