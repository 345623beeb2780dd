"""A denial is about a deed of the one who denies, of that act, soon after it."""

import sys
from pathlib import Path

import pytest

from dragoman.stories.incident_denials import denials_of, denies

sys.path.insert(0, str(Path(__file__).parent))
from incident_making import KOR_GOV, denial, gist, telling


def test_a_denial_of_the_act_by_the_one_who_acted_holds() -> None:
    assert denies(denial("x"), telling("a"))


@pytest.mark.parametrize(
    "changes",
    [
        {"actor": (KOR_GOV,)},
        {"themes": ("attack",)},
        {"date": "2026-05-09"},
        {"date": "2026-06-10"},
        {"themes": ("border",)},
        {"themes": ("accusation",)},
    ],
)
def test_by_another_of_another_act_too_early_or_too_late_it_does_not(changes: dict[str, object]) -> None:
    assert not denies(denial("x", **changes), telling("a"))


def test_the_accusation_is_what_the_same_story_tells() -> None:
    assert denies(denial("x", themes=("accusation",), story="story-a"), telling("a"))


def test_what_is_only_said_is_not_denied() -> None:
    assert not denies(denial("x", themes=("accuse",)), telling("a", gist(type="ACCUSE", acts=("accuse",))))


def test_denials_come_in_the_order_of_their_days() -> None:
    found = denials_of([telling("a")], [denial("y", date="2026-05-14"), denial("x")])
    assert [one.doc for one in found] == ["x", "y"]
