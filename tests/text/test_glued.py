"""Words that others are glued to: what stands before or behind them is parted where the pack says so."""

import os
from pathlib import Path

import pytest

from dragoman.packs.lexicon import Lexicon
from dragoman.pipeline import load_knowledge
from dragoman.text.units import Reader


@pytest.fixture(scope="module")
def readers(compiled_packs: None) -> dict[str, Reader]:
    knowledge = load_knowledge(("ar", "he"), cache=Path(os.environ["DRAGOMAN_CACHE"]))
    return {code: knowledge.language(code).reader for code in ("ar", "he")}


def kinds(reader: Reader, text: str) -> list[tuple[str, set[str]]]:
    """Name the units of a text with the kinds of their readings."""
    return [(u.text, set(u.readings)) for u in reader.units(text, 0, len(text))]


def test_no_verb_stands_behind_a_glued_preposition(readers: dict[str, Reader]) -> None:
    for text in ("برفض", "لدعم"):
        assert "verb" not in kinds(readers["ar"], text)[0][1]
    assert "verb" in kinds(readers["ar"], "رفض")[0][1]


def test_a_word_with_vowel_signs_is_parted_like_one_without(readers: dict[str, Reader]) -> None:
    lexicon: Lexicon = readers["ar"].lexicon
    assert [(p.start, p.end) for p in lexicon.pieces("اتهمته")] == [(0, 5), (5, 6)]
    assert [(p.start, p.end) for p in lexicon.pieces("اتّهمتُه")] == [(0, 7), (7, 8)]


def test_an_article_on_a_verb_in_the_present_opens_a_relative_clause(readers: dict[str, Reader]) -> None:
    assert [text for text, _ in kinds(readers["he"], "המאשימה")] == ["ה", "מאשימה"]
    assert [text for text, _ in kinds(readers["he"], "הממשלה")] == ["הממשלה"]


def test_a_place_is_found_behind_the_preposition_glued_to_it(readers: dict[str, Reader]) -> None:
    assert kinds(readers["he"], "בברמינגהם") == [("בברמינגהם", {"place"})]
