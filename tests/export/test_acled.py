"""The ACLED columns, filled from events of the ACLED-like codebook."""

import csv
from pathlib import Path
from typing import Any

import pytest
from exported import record as plover
from exported import written

from dragoman.coding.codebook import load_codebook
from dragoman.export.acled import _SUB_EVENTS, FIELDS
from dragoman.export.plover import EventLocation, Party, PloverRecord
from dragoman.packs.load import DATA

ARMY, REBELS = Party("SYR", "MIL", "the army", "Syrian army"), Party("SYR", "REB", "rebels")


def record(**changes: Any) -> PloverRecord:
    battle = {"event": ("Battles",), "mode": ("armed-clash",), "actor": (ARMY, REBELS), "recipient": ()}
    return plover(**{**battle, "event_loc": EventLocation("SYR", "Aleppo"), **changes})


def row(folder: Path, one: PloverRecord) -> dict[str, str]:
    path, _ = written(folder, "acled-like", one)
    with path.open(newline="", encoding="utf-8") as file:
        (found,) = csv.DictReader(file)
    return found


def test_a_battle_is_written_with_what_is_known_of_it(tmp_path: Path) -> None:
    found = row(tmp_path, record())
    assert list(found) == list(FIELDS)
    assert {name: value for name, value in found.items() if value} == {
        "event_id_cnty": "0123456789abcdef0123",
        "event_date": "2024-06-14",
        "year": "2024",
        "time_precision": "1",
        "disorder_type": "Political violence",
        "event_type": "Battles",
        "sub_event_type": "Armed clash",
        "actor1": "Syrian army",
        "inter1": "State forces",
        "actor2": "rebels",
        "inter2": "Rebel group",
        "country": "Syria",
        "location": "Aleppo",
        "source": "courier.example",
        "notes": 'Seoul accused "Pyongyang",\tit said.',
    }


def test_the_sub_events_are_modes_of_the_codebook() -> None:
    codebook = load_codebook(DATA / "codebooks" / "acled-like.yaml")
    modes = {mode for one in codebook.types.values() for mode in one.modes}
    assert modes - set(_SUB_EVENTS) == {"territory-taken"}
    assert set(_SUB_EVENTS) <= modes


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        ("2024-06-14", "2024-06-14", ("2024-06-14", "2024", "1")),
        ("2024-06-10", "2024-06-16", ("2024-06-10", "2024", "2")),
        ("2024-06-01", "2024-06-30", ("2024-06-01", "2024", "3")),
        ("2024-01-01", "2024-12-31", ("", "2024", "")),
        ("2023-12-20", "2024-03-01", ("", "", "")),
        (None, None, ("", "", "")),
    ],
)
def test_a_date_is_as_precise_as_it_is_known(
    tmp_path: Path, first: str | None, last: str | None, told: tuple[str, str, str]
) -> None:
    found = row(tmp_path, record(date=first, enddate=last))
    assert (found["event_date"], found["year"], found["time_precision"]) == told


@pytest.mark.parametrize(
    ("party", "type_", "kind"),
    [
        (Party("RUS", "MIL", "Russian jets"), "Explosions/Remote violence", "External/Other forces"),
        (Party("SYR", "COP", "police"), "Riots", "State forces"),
        (Party("SYR", "CVL", "people"), "Protests", "Protesters"),
        (Party("SYR", "CVL", "people"), "Riots", "Rioters"),
        (Party("SYR", "CVL", "people"), "Violence against civilians", "Civilians"),
        (Party("SYR", "UAF", "gunmen"), "Battles", ""),
        (Party(None, None, "somebody"), "Battles", ""),
    ],
)
def test_kinds_of_actors_follow_their_sectors(tmp_path: Path, party: Party, type_: str, kind: str) -> None:
    assert row(tmp_path, record(event=(type_,), actor=(party,)))["inter1"] == kind


def test_further_actors_and_targets_have_columns_of_their_own(tmp_path: Path) -> None:
    found = row(
        tmp_path,
        record(event=("Violence against civilians",), mode=("attack",), actor=(ARMY, REBELS), recipient=(REBELS, ARMY)),
    )
    assert (found["actor1"], found["assoc_actor_1"]) == ("Syrian army", "rebels")
    assert (found["actor2"], found["assoc_actor_2"]) == ("rebels", "Syrian army")
    assert found["civilian_targeting"] == "Civilian targeting"


def test_a_demonstration_is_no_violence_unless_it_is_a_mob(tmp_path: Path) -> None:
    assert row(tmp_path, record(event=("Protests",), mode=("peaceful",)))["disorder_type"] == "Demonstrations"
    assert row(tmp_path, record(event=("Riots",), mode=("violent-demonstration",)))["disorder_type"] == "Demonstrations"
    assert row(tmp_path, record(event=("Riots",), mode=("mob-violence",)))["disorder_type"] == "Political violence"


def test_what_did_not_happen_is_left_out(tmp_path: Path) -> None:
    _, report = written(tmp_path, "acled-like", record(status="future"))
    assert (report.rows, report.left_out) == (0, 1)
