"""Two articles hold one text, or do not; and why."""

import random

import pytest
from story_making import WORDS, signature

from dragoman.stories.compare import another_day, compare

CHANCE = random.Random(7)
LONG = " ".join(f"{CHANCE.choice(WORDS)}{CHANCE.choice('abcdefgh')}" for _ in range(240))
OTHER = " ".join(f"{CHANCE.choice(WORDS)}{CHANCE.choice('mnopqrst')}" for _ in range(240))
SHIPS = "{day} {a} ships crossed the strait {b} turned back and {c} were led to the harbour by the coast guard there"


def test_the_same_words_are_the_same_text_whatever_the_marks() -> None:
    edge = compare(signature("b", "One, two three."), signature("a", "one two THREE"))
    assert edge is not None
    assert (edge.one, edge.other, edge.score, edge.reason) == ("a", "b", 1.0, "same-text")


def test_a_shortened_text_is_a_copy_and_says_how_much_of_it() -> None:
    edge = compare(signature("a", LONG), signature("b", " ".join(LONG.split()[:100])))
    assert edge is not None
    assert edge.reason == "copy"
    assert edge.score > 0.95
    assert "of the shorter text is in the longer" in edge.why


def test_reordered_sentences_are_a_copy() -> None:
    words = LONG.split()
    edge = compare(signature("a", LONG), signature("b", " ".join(words[120:] + words[:120])))
    assert edge is not None
    assert edge.reason == "copy"


def test_other_texts_are_no_copies() -> None:
    assert compare(signature("a", LONG), signature("b", OTHER)) is None


def test_a_text_copied_after_more_than_a_month_is_another_story() -> None:
    assert compare(signature("a", LONG, "2024-06-01"), signature("b", LONG, "2024-07-08")) is None


def test_an_unknown_day_keeps_nothing_apart() -> None:
    assert compare(signature("a", LONG, None), signature("b", LONG, "2024-07-08")) is not None


def test_a_formula_with_other_numbers_on_another_day_is_no_copy() -> None:
    one = signature("a", SHIPS.format(day="Monday", a=14, b=9, c=25), "2024-06-10")
    other = signature("b", SHIPS.format(day="Friday", a=22, b=17, c=31), "2024-06-14")
    assert another_day(one, other)
    assert compare(one, other) is None


def test_a_copy_that_lost_some_numbers_is_still_of_that_day() -> None:
    one = signature("a", SHIPS.format(day="Monday", a=14, b=9, c=25), "2024-06-10")
    other = signature("b", SHIPS.format(day="Monday", a="some", b=9, c="others"), "2024-06-11")
    assert not another_day(one, other)
    assert compare(one, other) is not None


def test_one_corrected_figure_among_many_is_no_other_day() -> None:
    figures = " ".join(str(number) for number in range(20, 40))
    one, other = signature("a", f"{LONG} {figures} 55"), signature("b", f"{LONG} {figures} 57")
    assert not another_day(one, other)


def test_a_single_day_that_differs_tells_a_formula_when_nothing_else_is_named() -> None:
    one = signature("a", f"on Monday {LONG}", "2024-06-10")
    assert another_day(one, signature("b", f"on Friday {LONG}", "2024-06-14"))
    assert not another_day(one, signature("b", LONG, "2024-06-14")), "a copy may lose the day"


def test_the_same_words_about_others_are_no_copy() -> None:
    told = ("c:JPN", "x:PLNT", "p:president")
    again = ("c:KEN", "x:KLNT", "p:president")
    one = signature("a", f"{LONG} Brandt of Japan", names=told)
    assert compare(one, signature("b", f"{LONG} Klindt of Kenya", "2024-06-11", names=again)) is None
    assert compare(one, signature("b", f"{LONG} Brandt", "2024-06-11", names=told[1:])) is not None, (
        "a copy may lose one"
    )


NAMES = "\t".join(f"x:{a}{b}KN@{at}" for at, (a, b) in enumerate((a, b) for a in "PTKSLMN" for b in "PTKSLMN"))


def test_terms_at_the_same_places_make_a_translation_and_its_reason_names_them() -> None:
    edge = compare(signature("a", LONG, terms=NAMES), signature("b", OTHER, language="ko", terms=NAMES))
    assert edge is not None
    assert edge.reason == "translation"
    assert "49 terms at the same places" in edge.why


def test_in_one_language_the_same_terms_make_a_rewriting() -> None:
    edge = compare(signature("a", LONG, terms=NAMES), signature("b", OTHER, terms=NAMES))
    assert edge is not None
    assert edge.reason == "rewrite"


def test_a_translation_comes_within_days() -> None:
    late = signature("b", OTHER, "2024-06-20", "ko", NAMES)
    assert compare(signature("a", LONG, "2024-06-10", terms=NAMES), late) is None


def test_few_terms_in_common_prove_nothing() -> None:
    few = "x:PTK@10\tx:TKS@500"
    assert compare(signature("a", LONG, terms=few), signature("b", OTHER, language="ko", terms=few)) is None


def test_miles_turned_into_kilometres_on_the_same_day_are_no_other_day() -> None:
    one = signature("a", f"{LONG} 85 12 385 400", terms=NAMES)
    other = signature("b", f"{OTHER} 136 19 385 619", language="es", terms=NAMES)
    assert compare(one, other) is not None


@pytest.mark.parametrize("language", ["en", "ko"])
def test_comparing_is_symmetrical(language: str) -> None:
    one, other = signature("a", LONG, terms=NAMES), signature("b", OTHER, language=language, terms=NAMES)
    assert compare(one, other) == compare(other, one)
