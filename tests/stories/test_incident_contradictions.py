"""What tellings disagree about is kept, with who says what."""

import sys
from pathlib import Path

from dragoman.records.incident import Count
from dragoman.stories.incident_contradictions import contradictions_of, who_tells

sys.path.insert(0, str(Path(__file__).parent))
from incident_making import KOR_MIL, PRK_MIL, SEOUL, denial, gist, soldiers, telling


def test_figures_have_the_lowest_the_best_and_the_highest_with_who_says_each() -> None:
    told = [
        telling("a", gist(counts=soldiers(20)), voices=(SEOUL,)),
        telling("b", gist(counts=soldiers(20)), voices=(SEOUL,)),
        telling("c", gist(counts=soldiers(30))),
    ]
    (found,) = contradictions_of(told, ())
    assert (found.kind, found.about, found.low, found.best, found.high) == ("figure", "actor MIL", 20, 20, 30)
    assert [(c.value, c.who, c.stories) for c in found.claims] == [("20", ("KOR",), 2), ("30", ("C",), 1)]


def test_copies_do_not_outvote_an_independent_story() -> None:
    told = [telling("a", gist(counts=soldiers(30))), telling("b", gist(counts=soldiers(20)))]
    told += [telling(f"copy{n}", gist(counts=soldiers(30)), story="story-a") for n in range(5)]
    (found,) = contradictions_of([*told, telling("z", gist(counts=soldiers(20)))], ())
    assert found.best == 20


def test_the_killed_and_the_wounded_are_no_contradiction() -> None:
    dead, hurt = Count("recipient", "MIL", 3, "kill"), Count("recipient", "MIL", 12, "wound")
    assert contradictions_of([telling("a", gist(counts=(dead,))), telling("b", gist(counts=(hurt,)))], ()) == ()


def test_equal_figures_are_no_contradiction() -> None:
    assert (
        contradictions_of([telling("a", gist(counts=soldiers(20))), telling("b", gist(counts=soldiers(20)))], ()) == ()
    )


def test_days_named_differently_are_kept() -> None:
    late = gist(first="2026-05-11", last="2026-05-11")
    (found,) = contradictions_of([telling("a"), telling("b", late)], ())
    assert (found.kind, [c.value for c in found.claims]) == ("date", ["2026-05-10", "2026-05-11"])


def test_each_side_accusing_the_other_is_kept() -> None:
    one = gist(actor=(PRK_MIL,), recipient=(KOR_MIL,))
    other = gist(actor=(KOR_MIL,), recipient=(PRK_MIL,))
    (found,) = contradictions_of([telling("a", one), telling("b", other)], ())
    assert (found.kind, [c.value for c in found.claims]) == ("actor", ["KOR", "PRK"])


def test_a_denial_names_who_denies() -> None:
    (found,) = contradictions_of([telling("a")], [denial("x"), denial("y")])
    assert (found.kind, found.claims[0].who, found.claims[0].stories) == ("denial", ("PRK",), 2)


def test_the_teller_is_the_speaker_else_the_agency_else_the_outlet() -> None:
    assert who_tells(telling("a", voices=(SEOUL,), agency="Wire")) == ("KOR",)
    assert who_tells(telling("a", agency="Wire")) == ("Wire",)
    assert who_tells(telling("a")) == ("A",)
    assert who_tells(telling("a", outlet="")) == ("a",)
