"""What a comma tells of the same person joins one phrase."""

from collections.abc import Callable

import pytest

from dragoman.records import Entity

Actor = Callable[..., Entity]


@pytest.mark.parametrize(
    "text",
    ["Minlo Parko, lo prezo de Korodo, blagid Rusodo.", "Lo prezo de Korodo, Minlo Parko, blagid Rusodo."],
)
def test_an_apposition_places_a_name_from_either_side(actor: Actor, text: str) -> None:
    found = actor(text)
    assert (found.code, found.name, found.office) == ("KOR", "Minlo Parko", "president")
