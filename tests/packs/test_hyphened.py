"""A hyphenated word inflects in its last part where a hyphen parts words, and the first one may too."""

import os
from pathlib import Path

import pytest

from dragoman.pipeline import load_knowledge


@pytest.mark.parametrize(
    ("language", "text", "kind", "concept"),
    [
        ("pt", "norte-coreanas", "nationality", "PRK"),
        ("pt", "sul-africanos", "nationality", "ZAF"),
        ("pt", "vice-presidentes", "role", "vice-president"),
        ("pt", "primeiras-ministras", "role", "prime-minister"),
        ("ro", "nord-coreeni", "nationality", "PRK"),
        ("ro", "prim-miniștrii", "role", "prime-minister"),
        ("nl", "Noord-Koreaanse", "nationality", "PRK"),
    ],
)
def test_the_last_part_of_a_hyphenated_word_inflects(
    language: str, text: str, kind: str, concept: str, compiled_packs: None
) -> None:
    reader = load_knowledge((language,), cache=Path(os.environ["DRAGOMAN_CACHE"])).language(language).reader
    (unit,) = reader.units(text, 0, len(text))
    assert unit.concept(kind) == concept
