"""Tellings of one occurrence are like each other; those of a recurrence, of others, of another thing are not."""

import sys
from pathlib import Path

import pytest

from dragoman.records.incident import Count, Side
from dragoman.stories.incident_compare import AKIN, compare, details_of

sys.path.insert(0, str(Path(__file__).parent))
from incident_making import KOR_GOV, KOR_MIL, PRK_GOV, PRK_MIL, gist, news, soldiers


def test_the_same_deed_on_the_same_day_is_one() -> None:
    assert compare(gist(), gist(acts=("intrude",), themes=())) is not None


def test_likeness_says_why() -> None:
    found = compare(gist(counts=soldiers(20)), gist(counts=soldiers(20)))
    assert found is not None
    assert found.detail
    assert any("same figure" in reason for reason in found.reasons)


def test_a_recurrence_on_another_day_is_another() -> None:
    assert compare(gist(counts=soldiers(20)), gist(first="2026-05-18", last="2026-05-18", counts=soldiers(20))) is None


def test_figures_that_differ_do_not_part_one_day_named_by_both() -> None:
    assert compare(gist(counts=soldiers(20)), gist(counts=soldiers(30))) is not None


def test_figures_that_differ_part_news_without_a_day() -> None:
    assert compare(news("2026-05-11", counts=soldiers(20)), news("2026-05-12", counts=soldiers(30))) is None


def test_a_day_named_differently_by_one_is_forgiven_where_the_figure_is_the_same() -> None:
    late = gist(first="2026-05-11", last="2026-05-11", counts=soldiers(20))
    assert compare(gist(counts=soldiers(20)), late) is not None
    assert compare(gist(), gist(first="2026-05-11", last="2026-05-11")) is None


def test_news_of_a_day_may_mean_the_day_another_names() -> None:
    assert compare(news("2026-05-12"), gist()) is not None


def test_news_of_days_far_apart_is_no_one_occurrence() -> None:
    one = gist(first="2026-04-12", last="2026-05-12", precise=False)
    other = gist(first="2026-04-20", last="2026-05-20", precise=False)
    assert compare(one, other) is None


@pytest.mark.parametrize(
    "changes",
    [
        {"actor": (Side("CHN", "MIL"),)},
        {"actor": (Side("PRK", "REB"),)},
        {"status": "future"},
        {"type": "AGREE"},
        {"mode": "weapons", "acts": ("test-weapon",)},
    ],
)
def test_another_actor_status_type_or_mode_is_another_occurrence(changes: dict[str, object]) -> None:
    assert compare(gist(), gist(**changes)) is None


def test_an_act_that_is_the_theme_of_another_is_the_same_deed() -> None:
    shots = gist(mode="weapons", acts=("shoot", "attack"), themes=("warning-shot",), actor=(KOR_MIL,))
    assert compare(shots, gist(mode="weapons", acts=("warning-shot",), themes=(), actor=(KOR_MIL,))) is not None


def test_one_side_told_and_both_told_may_be_one() -> None:
    assert compare(gist(), gist(recipient=(KOR_GOV,))) is not None


def test_only_different_sides_told_is_too_little() -> None:
    assert compare(gist(), gist(actor=(), recipient=(KOR_GOV,))) is None


def test_two_ministers_of_one_country_meet_different_people() -> None:
    lavrov, putin = Side("RUS", "GOV", "Sergey Lavrov"), Side("RUS", "GOV", "Vladimir Putin")
    talks = {"type": "CONSULT", "mode": "", "acts": ("meet",), "themes": ()}
    assert compare(gist(actor=(lavrov, PRK_GOV), **talks), gist(actor=(putin, PRK_GOV), **talks)) is None
    assert compare(gist(actor=(lavrov, PRK_GOV), **talks), gist(actor=(lavrov, PRK_GOV), **talks)) is not None


def test_a_meeting_wants_both_parties() -> None:
    talks = {"type": "CONSULT", "mode": "", "acts": ("meet",), "themes": ()}
    assert compare(gist(actor=(KOR_GOV, PRK_GOV), **talks), gist(actor=(PRK_GOV, Side("USA", "GOV")), **talks)) is None


def test_demands_about_different_things_are_different() -> None:
    demand = {"type": "REQUEST", "mode": "", "acts": ("demand",)}
    assert compare(gist(themes=("release",), **demand), gist(themes=("sanctions",), **demand)) is None


def test_each_side_may_say_that_the_other_did_it_where_a_detail_is_shared() -> None:
    shooting = {"type": "ASSAULT", "mode": "", "acts": ("shoot", "attack"), "themes": ()}
    dead = (Count("recipient", "MIL", 12, "kill"),)
    one = gist(actor=(PRK_MIL,), recipient=(KOR_MIL,), counts=dead, **shooting)
    other = gist(actor=(KOR_MIL,), recipient=(PRK_MIL,), counts=dead, **shooting)
    assert compare(one, other) is not None
    assert compare(one, gist(actor=(KOR_MIL,), recipient=(PRK_MIL,), **shooting)) is None


def test_countries_that_are_no_party_tell_places_apart() -> None:
    assert compare(gist(country="SYR"), gist(country="LBN")) is None
    border = {"recipient": (KOR_MIL,)}
    assert compare(gist(country="KOR", **border), gist(country="PRK", **border)) is not None


def test_what_no_day_bounds_is_one_where_it_says_the_same() -> None:
    assert compare(gist(key="a"), gist(key="a", themes=())) is not None
    assert compare(gist(key="a"), gist(key="b")) is None
    assert compare(gist(key="a"), gist()) is None


def test_kinship_of_types_is_mutual() -> None:
    assert all(kind in AKIN[other] for kind, others in AKIN.items() for other in others)


def test_small_figures_are_no_detail() -> None:
    assert list(details_of(gist(counts=soldiers(2)))) == []
    assert list(details_of(gist(counts=soldiers(20), place="Paju"))) == ["place Paju", "actor MIL 20"]
