"""What stays the same in every language is listed with its place."""

import pytest

from dragoman.pipeline import Knowledge, analyse
from dragoman.records import Document, Span
from dragoman.text.terms import plain_digits


def _terms(text: str, language: str, knowledge: Knowledge, **more: object) -> list[tuple[str, int]]:
    return list(analyse(Document("d", text, language, "2024-06-14", **more), knowledge).terms)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    from dragoman.cli.knowledge import knowledge as known

    return known(("en", "id", "zh"))


def test_a_sentence_and_its_translations_have_terms_in_common(knowledge: Knowledge) -> None:
    english = dict(_terms("South Korea and Japan signed an agreement on 12 June.", "en", knowledge))
    indonesian = dict(_terms("Korea Selatan dan Jepang menandatangani perjanjian pada 12 Juni.", "id", knowledge))
    chinese = dict(_terms("韩国和日本6月12日签署了协议。", "zh", knowledge))
    shared = english.keys() & indonesian.keys() & chinese.keys()
    assert {"c:KOR", "c:JPN", "t:agreement", "n:12", "d:2024-06-12"} <= shared


def test_a_name_nobody_knows_is_a_skeleton_and_a_common_word_nobody_knows_is_not(knowledge: Knowledge) -> None:
    keys = {key for key, _ in _terms("Envoy Brandt Okerlund greeted a flabbergasting crowd.", "en", knowledge)}
    assert "x:KLNT" in keys
    assert not any(key.startswith("x:PLPLK") for key in keys)


def test_words_of_time_are_kept_as_written(knowledge: Knowledge) -> None:
    assert any(key.startswith("w:") and "monday" in key for key, _ in _terms("They met on Monday.", "en", knowledge))


def test_places_count_the_letters_of_sentences_only(knowledge: Knowledge) -> None:
    given = {"sentences": (Span(0, 18), Span(30, 47))}
    text = "South Korea voted." + " " * 12 + "Japan voted too. "
    assert [place for key, place in _terms(text, "en", knowledge, **given) if key == "c:JPN"] == [18]


def test_an_article_about_sport_has_terms_too(knowledge: Knowledge) -> None:
    text = (
        "The football team won the match.\nThe goalkeeper saved the football match.\nThe striker scored in the match."
    )
    coding = analyse(Document("d", text, "en", "2024-06-14"), knowledge)
    assert coding.events == ()
    assert coding.terms


def test_numbers_are_written_plainly() -> None:
    assert [plain_digits(number) for number in ("1,600", "1.600", "١٦٠٠", "1 600")] == ["1600"] * 4
