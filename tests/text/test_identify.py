"""The language of a text, from its script, its letters, or the model."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.packs.yaml_file import load_plain
from dragoman.text.identify import LANGUAGES, identify

PAGES: list[dict[str, Any]] = load_plain(Path(__file__).with_name("pages.yaml"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page["language"]))
def test_a_page_of_each_language_is_told(page: dict[str, Any]) -> None:
    text = "\n".join(words for row in page["lines"] for words in row.values()).replace("‹", "").replace("›", "")
    assert identify(text)[0] == page["language"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("北朝鮮の外務省は声明を発表した。", "ja"),
        ("外交部发言人星期五举行记者会。", "zh"),
        ("Kerana kerajaan mahu berunding semula dengan negara jiran itu minggu hadapan.", "ms"),
        ("Karena pemerintah ingin berunding lagi dengan negara tetangga itu pekan depan.", "id"),
        ("وزیر خارجه گفت که پاسخ خواهیم داد و مذاکره می‌کنیم چنانچه لازم باشد", "fa"),
        ("وزیر خارجہ نے کہا کہ ہم جواب دیں گے", "ur"),
    ],
)
def test_near_languages_are_parted(text: str, language: str) -> None:
    assert identify(text)[0] == language


@pytest.mark.parametrize("text", ["", "12:30", "!?", "ok"])
def test_too_little_text_tells_nothing_and_says_so(text: str) -> None:
    language, basis = identify(text)
    assert language is None
    assert basis.startswith(("no letters", "too short"))


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_judged_without_an_exception(text: str) -> None:
    language, basis = identify(text)
    assert language is None or language in LANGUAGES
    assert basis
