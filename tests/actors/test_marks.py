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


def test_guillemets_that_point_inwards_quote_too() -> None:
    assert sorts("a »b« c") == ["quote-open", "quote-close"]


def test_an_apostrophe_inside_a_word_quotes_nothing() -> None:
    assert sorts("a'b") == ["mark"]


def test_what_opens_a_quotation_elsewhere_closes_one_after_a_low_mark() -> None:
    assert sorts("a „b“ c") == ["quote-open", "quote-close"]
