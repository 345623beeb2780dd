"""A snippet shows the words that were sought, in the words of the article."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.store import snippet
from dragoman.store.words import composed

LONG = "Nothing happened here for a while. " * 20


def marked(text: str, query: str, width: int | None = None) -> str:
    return "".join(f"[{piece}]" if sought else piece for piece, sought in snippet(text, query, width))


@pytest.mark.parametrize(
    ("text", "query", "expected"),
    [
        ("The Trade war goes on", "war trade", "The [Trade] [war] goes on"),
        ("The trade war goes on", '"trade war"', "The [trade war] goes on"),
        ("Tariffs and tarot", "tar*", "[Tariffs] and [tarot]"),
        ("정부는 핵실험을 비난했다", "실험", "정부는 핵[실험]을 비난했다"),
        ("정부는 핵실험을 비난했다", "핵", "정부는 [핵]실험을 비난했다"),
        ("정부는 비난했다", "다", "정부는 비난했[다]"),
        ("在北京大學表示", "北京大学", "在[北京大學]表示"),
        ("Bộ Ngoại giao", "ngoai", "Bộ [Ngoại] giao"),
        ("one\n\n  two", "two", "one [two]"),
        ("only the title has it", "steel", "only the title has it"),
    ],
)
def test_what_was_sought_is_marked(text: str, query: str, expected: str) -> None:
    assert marked(text, query) == expected


def test_a_long_text_is_cut_around_the_words_and_between_words() -> None:
    shown = marked(f"{LONG} war {LONG} The trade war {LONG}", "trade war", 80)
    assert "The [trade] [war]" in shown
    assert shown.startswith("…")
    assert shown.endswith("…")
    assert len(shown) <= 90
    assert shown.strip("…").split()[0] in LONG.split()


def test_a_long_text_without_the_words_is_shown_from_its_beginning() -> None:
    assert marked(LONG, "steel", 40) == "Nothing happened here for a while.…"


@given(st.text(st.characters(exclude_characters="…", exclude_categories=["Cs"]), min_size=1), st.integers(50, 200))
def test_a_snippet_is_a_stretch_of_the_text(text: str, width: int) -> None:
    shown = "".join(piece for piece, _ in snippet(text, "a 미 murmur", width)).strip("…")
    assert " ".join(shown.split()) in " ".join(composed(text).split())
