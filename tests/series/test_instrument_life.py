"""The life of an instrument joins the world data, incidents, and what is only said."""

import sys
from pathlib import Path
from typing import Any

import msgspec

from dragoman.packs.load import load_concepts
from dragoman.packs.world import Instrument, LifeStep, load_world
from dragoman.records import Entity, Hearsay
from dragoman.records.incident import Incident, Side
from dragoman.series.instrument_life import STAGES, life_of
from dragoman.stories.incident_describe import describe
from dragoman.stories.incident_groups import Group

sys.path.insert(0, str(Path(__file__).parents[1] / "stories"))
from incident_making import KOR_GOV, gist, telling

PACT = Instrument("pact", "Pact", "agreement", ("KOR", "PRK"), "2018-09-19", (LifeStep("suspended", "KOR", "2024-06"),))


def incident(**changes: Any) -> Incident:
    what = gist(type="SANCTION", mode="discontinue", acts=("suspend",), actor=(KOR_GOV,), instruments=("pact",))
    return msgspec.structs.replace(describe(Group("i", "i", (telling("a", what),))), **changes)


def test_the_world_data_begin_it() -> None:
    assert [(e.date, e.what, e.by) for e in life_of(PACT, [], [])] == [
        ("2018-09-19", "signed", ("KOR", "PRK")),
        ("2024-06", "suspended", ("KOR",)),
    ]


def test_incidents_join_by_date_with_their_origins() -> None:
    last = life_of(PACT, [incident()], [])[-1]
    assert (last.date, last.what, last.by, last.according, last.origins, last.incident) == (
        "2026-05-10", "suspended", ("KOR",), ("A",), 1, "i",
    )  # fmt: skip


def test_an_accusation_says_that_the_accused_violated_it_according_to_the_accuser() -> None:
    accused = incident(type="ACCUSE", act="accuse", recipient=(Side("PRK", "GOV"),))
    last = life_of(PACT, [accused], [])[-1]
    assert (last.what, last.by, last.according) == ("said to be violated", ("PRK",), ("KOR",))


def test_sayings_of_one_day_are_one_entry_with_all_who_say_so() -> None:
    pyongyang, seoul = Entity("PRK", "GOV", "Pyongyang"), Entity("KOR", "GOV", "Seoul")
    said = Hearsay("break", (pyongyang,), ("agreement",), ("pact",), (seoul,))
    unsigned = msgspec.structs.replace(said, speaker=())
    last = life_of(PACT, [], [(said, "2026-05-13", "courier"), (unsigned, "2026-05-13", "gazette")])[-1]
    assert (last.what, last.by, last.according) == ("violated", ("PRK",), ("KOR", "gazette"))


def test_every_stage_is_an_act() -> None:
    assert set(STAGES) <= set(load_concepts().acts)


def test_the_world_data_tell_when_the_military_agreement_was_suspended() -> None:
    life = load_world().instruments["cma-2018"].life
    assert LifeStep("suspended", "KOR", "2023-11-22") in life
