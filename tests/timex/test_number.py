"""Numbers are read in digits, words and Han numerals; what is no count is left alone."""

import pytest

from dragoman.timex import load_time_words
from dragoman.timex.number import find_numbers


def read(language: str, text: str) -> list[tuple[str, int]]:
    found = find_numbers(text, 0, len(text), load_time_words(language))
    return [(number.span.of(text), number.value) for number in found]


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "20 soldiers", 20),
        ("en", "Twenty-five soldiers", 25),
        ("en", "three thousand people", 3000),
        ("en", "1,200 balloons", 1200),
        ("ru", "двадцать пять человек", 25),
        ("ru", "3 тысячи солдат", 3000),
        ("ko", "북한군 20여 명", 20),
        ("ko", "약 3만 명", 30000),
        ("ko", "열두 발", 12),
        ("zh", "约20名朝鲜士兵", 20),
        ("zh", "三百五十枚", 350),
        ("zh", "两千人", 2000),
        ("zh", "3万人", 30000),
        ("id", "dua puluh lima tentara", 25),
        ("id", "1.200 balon", 1200),
        ("es", "treinta y cinco soldados", 35),
        ("es", "dos mil globos", 2000),
        ("ar", "ثلاثة آلاف", 3000),
    ],
)
def test_a_number_is_read(language: str, text: str, value: int) -> None:
    assert [number for _, number in read(language, text)] == [value]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "the 2nd division"),
        ("en", "10% of them"),
        ("en", "3.5 million people"),
        ("en", "thousands of people"),
        ("en", "the score was 2-1"),
        ("en", "at 10:30"),
        ("zh", "二〇一八年"),
    ],
)
def test_ordinals_shares_decimals_and_clocks_are_no_counts(language: str, text: str) -> None:
    assert read(language, text) == []


def test_a_word_before_it_says_that_a_number_is_rough() -> None:
    text = "about 30 soldiers and 40 guns"
    found = find_numbers(text, 0, len(text), load_time_words("en"))
    assert [(number.value, number.about) for number in found] == [(30, True), (40, False)]


def test_offsets_are_those_of_the_whole_text() -> None:
    text = "Seoul. Twenty men."
    (number,) = find_numbers(text, 7, len(text), load_time_words("en"))
    assert number.span.of(text) == "Twenty"
