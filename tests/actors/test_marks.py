"""What punctuation marks do."""

import pytest

from dragoman.actors.marks import Marks
from dragoman.text.units import Readings, Unit


def sorts(text: str) -> list[str]:
    units = [Unit(at, at + 1, sign, Readings().settled()) for at, sign in enumerate(text) if not sign.isspace()]
    marks = Marks(text, units)
    return [marks.sort(at) for at, unit in enumerate(units) if unit.mark]


@pytest.mark.parametrize(
    ("text", "told"),
    [("a, b", ["comma"]), ("a; b", ["break"]), ("a (b)", ["bracket-open", "bracket-close"]), ("a。", ["stop"])],
)
def test_a_mark_has_one_sort(text: str, told: list[str]) -> None:
    assert sorts(text) == told


def test_a_hyphen_behind_a_space_is_a_break() -> None:
    assert sorts("a-b") == ["hyphen"]
    assert sorts("a - b") == ["break"]


def test_straight_quotation_marks_open_and_close_by_turns() -> None:
    assert sorts('a "b" c "d"') == ["quote-open", "quote-close", "quote-open", "quote-close"]


@pytest.mark.parametrize(
    "text", ["a »b« c", "a „b“ c", "a ‚b‘ c", "a ›b‹ c", "a “b” c", "a „b” c", "a ”b” c", "a «b» c"]
)
def test_what_has_opened_a_quotation_tells_what_closes_it(text: str) -> None:
    assert sorts(text) == ["quote-open", "quote-close"]


def test_a_quotation_that_is_closed_lets_another_open() -> None:
    assert sorts("„a“ b „c“ “d”") == ["quote-open", "quote-close"] * 3


def test_an_apostrophe_inside_a_word_quotes_nothing() -> None:
    assert sorts("a'b") == ["mark"]
