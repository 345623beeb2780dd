"""Incidents are kept, found and shown by what one asks for, on each kind of database."""

import sys
from pathlib import Path

import pytest
from sqlalchemy import Engine

from dragoman.runner.incident_update import update_incidents
from dragoman.store.incident_query import IncidentFilter, evidence_of, find_incidents, find_pairs, get_incidents

sys.path.insert(0, str(Path(__file__).parents[1] / "runner"))
from incident_store import add, event


@pytest.fixture
def filled(engine: Engine) -> Engine:
    """Hold a crossing told by two, a shooting told by one, and a denial of the crossing."""
    add(engine, "courier", [event(number=20, speaker="KOR")])
    add(engine, "gazette", [event(number=30)], "2026-05-12")
    add(
        engine,
        "herald",
        [event("KOR", "2026-05-12", mode="weapons", act="warning-shot", recipient="PRK")],
        "2026-05-13",
    )
    add(engine, "observer", [], "2026-05-13", denies="PRK")
    update_incidents(engine)
    return engine


def acts(engine: Engine, **wanted: object) -> list[str]:
    return [one.act for one in find_incidents(engine, IncidentFilter(**wanted))]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({}, ["cross", "warning-shot"]),
        ({"actor": "PRK"}, ["cross"]),
        ({"actor": "/MIL"}, ["cross", "warning-shot"]),
        ({"recipient": "PRK"}, ["warning-shot"]),
        ({"party": "KOR"}, ["cross", "warning-shot"]),
        ({"dyad": ("KOR", "PRK")}, ["cross", "warning-shot"]),
        ({"dyad": ("KOR", "JPN")}, []),
        ({"first": "2026-05-11"}, ["warning-shot"]),
        ({"last": "2026-05-11"}, ["cross"]),
        ({"origins": 2}, ["cross"]),
        ({"articles": 2}, ["cross"]),
        ({"disputed": True}, ["cross"]),
        ({"type": "consult"}, []),
        ({"instrument": "cma-2018"}, []),
    ],
)
def test_a_filter_finds_what_it_says(filled: Engine, wanted: dict[str, object], found: list[str]) -> None:
    assert acts(filled, **wanted) == found


def test_the_best_attested_come_first_but_are_told_by_date(filled: Engine) -> None:
    assert [one.act for one in find_incidents(filled, IncidentFilter(), 1)] == ["cross"]


def test_the_beginning_of_an_id_is_enough(filled: Engine) -> None:
    (one,) = find_incidents(filled, IncidentFilter(actor="PRK"))
    assert get_incidents(filled, one.id[:6]) == [one]
    assert get_incidents(filled, "%") == []


def test_the_evidence_is_in_the_order_of_publication(filled: Engine) -> None:
    (one,) = find_incidents(filled, IncidentFilter(actor="PRK"))
    assert [item.telling.doc for item in evidence_of(filled, one.id)] == ["courier", "gazette"]


def test_contradictions_are_kept_with_the_incident(filled: Engine) -> None:
    (one,) = find_incidents(filled, IncidentFilter(actor="PRK"))
    assert [(c.kind, c.low, c.high) for c in one.contradictions] == [("figure", 20, 30), ("denial", None, None)]


def test_pairs_are_directed_and_say_what_is_implied(filled: Engine) -> None:
    pairs = [(p.actor, p.recipient, p.implied) for p in find_pairs(filled, IncidentFilter())]
    assert pairs == [("PRK", "KOR", True), ("KOR", "PRK", False)]
