"""Entities of actor phrases: countries, titles, posts, and whose an unnamed crowd is."""

from collections.abc import Callable

import pytest

from dragoman.records import Entity, Event

Actor = Callable[..., Entity]
Read = Callable[..., tuple[Event, ...]]
PARK = "Lo Korod prezo Minlo Parko viztid Rusodo."


def test_a_country_stands_for_its_government_and_so_does_its_seat(actor: Actor) -> None:
    country, seat = actor("Korodo blagid Rusodo."), actor("Seulo blagid Rusodo.")
    assert (country.code, country.sector, country.name) == ("KOR", "GOV", "South Korea")
    assert (seat.code, seat.sector, seat.key, seat.text) == ("KOR", "GOV", country.key, "Seulo")


def test_a_title_and_a_country_place_a_name_that_nobody_knows(actor: Actor) -> None:
    found = actor("Lo Korod prezo Minlo Parko blagid Rusodo.")
    assert (found.code, found.sector, found.name, found.office) == ("KOR", "GOV", "Minlo Parko", "president")


def test_a_bare_unknown_name_is_nobody(read: Read) -> None:
    assert read("tsv", "Minlo Parko blagid Rusodo.") == ()


def test_a_former_office_is_of_the_elite(actor: Actor) -> None:
    assert actor("Lo eks Korod prezo Minlo Parko blagid Rusodo.").sector == "ELI"


def test_people_hold_posts_for_a_time(actor: Actor) -> None:
    text = "Barack Obama blagid Rusodo."
    held, past = actor(text, published="2014-06-14"), actor(text, published="2024-06-14")
    assert (held.code, held.sector, held.office) == ("USA", "GOV", "president")
    assert (past.code, past.sector) == ("USA", "ELI")


def test_an_office_alone_means_its_holder_of_whom_was_spoken(actor: Actor) -> None:
    found = actor(PARK, "Lo prezo blagid Ukrodo.")
    assert (found.code, found.name) == ("KOR", "Minlo Parko")


@pytest.mark.parametrize("words", ["Lo soldoz retrid.", "Lo dudek soldoz retrid."])
def test_soldiers_named_again_without_their_country_are_the_same_soldiers(actor: Actor, words: str) -> None:
    found = actor("Korodo blagid Ukrodo.", "Dudek Rusod soldoz kovid Ukrodo.", words)
    assert (found.code, found.sector) == ("RUS", "MIL")


def test_police_without_a_country_are_those_of_the_place(actor: Actor) -> None:
    found = actor("Rusodo blagid Ukrodo.", "Rusodo blagid Ukrodo.", "Polso grapid Ukrod aktivoz na Korodo.")
    assert (found.code, found.sector) == ("KOR", "COP")


def test_a_place_in_another_clause_says_nothing_of_them(actor: Actor) -> None:
    found = actor("Rusodo blagid Ukrodo.", "Polso grapid Ukrod aktivoz posto Rusodo zitid na Korodo.")
    assert found.code != "KOR"


def test_an_initial_may_open_or_part_a_name(actor: Actor) -> None:
    found = [actor(f"Lo Korod prezo {name} blagid Rusodo.") for name in ("M. Parko", "Minlo S. Parko")]
    assert [(one.code, one.text.split("prezo ")[-1]) for one in found] == [
        ("KOR", "M. Parko"),
        ("KOR", "Minlo S. Parko"),
    ]
