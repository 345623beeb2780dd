"""The role that heads a phrase."""

from collections.abc import Callable

from dragoman.records import Entity

Actor = Callable[..., Entity]


def test_a_spokesman_takes_the_sector_of_those_for_whom_he_speaks(actor: Actor) -> None:
    sectors = [actor(f"Un vocero de lo Korod {body} blagid Rusodo.").sector for body in ("buro", "soldoz", "polso")]
    assert sectors == ["GOV", "MIL", "COP"]
