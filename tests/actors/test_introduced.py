"""Names an article has introduced."""

from collections.abc import Callable

import pytest

from dragoman.actors.introduced import Introduced
from dragoman.actors.items import Draft
from dragoman.packs.schema import Facts
from dragoman.records import Entity

Actor = Callable[..., Entity]
PARK = "Lo Korod prezo Minlo Parko viztid Rusodo."


@pytest.mark.parametrize("later", ["Parko blagid Rusodo.", "Sio Parko blagid Rusodo.", "Minlo Parko blagid Rusodo."])
def test_part_of_a_name_means_whom_the_article_has_introduced(actor: Actor, later: str) -> None:
    found = actor(PARK, later)
    assert (found.code, found.sector, found.name) == ("KOR", "GOV", "Minlo Parko")


def test_part_of_a_name_means_the_one_introduced_last(actor: Actor) -> None:
    found = actor(PARK, "Lo Ukrod prezo Sanlo Parko zitid.", "Parko blagid Rusodo.")
    assert (found.code, found.name) == ("UKR", "Sanlo Parko")


def draft(*names: str, alias: str = "") -> Draft:
    made = Draft()
    made.names, made.alias = list(names), alias
    return made


TOY = Facts("toy", "Toy", "Toy", "latin", "svo", "before", name_joiners=("al",))


def introduced(*names: str, alias: str = "") -> tuple[Introduced, Entity]:
    known, entity = Introduced(TOY), Entity(None, None, "")
    known.register(draft(*names, alias=alias), entity)
    return known, entity


def test_a_short_name_in_brackets_is_a_name_of_its_own() -> None:
    known, entity = introduced("Minlo", "Parko", alias="MP")
    assert known.registered(draft("mp")) is entity


def test_a_name_with_a_further_word_is_another() -> None:
    known, _ = introduced("Minlo", "Parko")
    assert known.registered(draft("Minlo", "Sanlo")) is None


def test_small_words_and_initials_are_no_part_of_a_name() -> None:
    known, entity = introduced("Walid", "al", "M", "Parko")
    assert known.registered(draft("al", "Parko")) is entity
    assert not known.knows("al")
    assert not known.knows("M")
