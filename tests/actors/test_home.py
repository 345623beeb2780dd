"""The country an article is about."""

from collections.abc import Callable

import pytest

from dragoman.actors.home import _prevails
from dragoman.records import Entity, Event

Actor = Callable[..., Entity]
Read = Callable[..., tuple[Event, ...]]


def test_police_without_a_country_are_those_of_the_articles_country(read: Read) -> None:
    (event,) = read("tsv", "Polso grapid dudek aktivoz na Korodo.")
    assert [(e.code, e.sector) for e in (*event.actor, *event.recipient)] == [("KOR", "COP"), ("KOR", "SOC")]


@pytest.mark.xfail(strict=True, reason="the article's country is supplied even where it would fight itself")
def test_soldiers_without_a_country_are_not_those_of_the_country_they_attack(actor: Actor) -> None:
    found = actor("Lo soldoz kovid Ukrodo.")
    assert found.code != "UKR"


@pytest.mark.parametrize(
    ("votes", "prevails"),
    [([6, 4], True), ([2], True), ([1], False), ([9, 4, 4, 4], True), ([8, 5, 5], False), ([4, 2, 2], False)],
)
def test_an_article_is_about_the_country_of_most_names_or_of_twice_any_others(votes: list[int], prevails: bool) -> None:
    assert _prevails(votes) is prevails
