"""Stories are scored by pairs; the copies they are scored on are what they are said to be."""

import random
from pathlib import Path

import pytest

from dragoman.pipeline import Knowledge
from dragoman.records import Story
from dragoman.runner.story_corpus import LATER, Article, copies_of, look_alike_of
from dragoman.runner.story_scoring import measure_copies, measure_languages, score_stories

ARTICLE = Article(
    "harbour",
    "en",
    "2024-06-10",
    (
        "Ships cross the strait",
        "On Monday 14 ships crossed the strait.",
        "The guards counted 27 of them on Monday.",
        "Nobody was hurt.",
        "Talks go on in 2024.",
    ),
)


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    from dragoman.cli.knowledge import knowledge as known

    return known()


def test_pairs_put_together_wrongly_cost_precision_and_pairs_missed_cost_recall() -> None:
    truth = dict(zip("abcde", "xxxyy", strict=True))
    told = [Story("a", ("a", "b", "d"), "", "a"), Story("c", ("c",), "", "c"), Story("e", ("e",), "", "e")]
    counts = score_stories(told, truth)
    assert (counts.right, counts.wrong, counts.owed) == (1, 2, 4)
    assert (counts.precision, counts.recall) == (pytest.approx(1 / 3), 0.25)


def test_copies_belong_to_the_story_and_differ_as_they_are_named() -> None:
    copies = copies_of(ARTICLE, ("Kapal melintas",), "Envoys meet", random.Random(1))
    assert {copy.story for copy in copies.values()} == {"harbour"}
    assert copies["whole"].sentences == ARTICLE.sentences
    assert copies["republished"].published == "2024-06-12"
    assert copies["shortened"].sentences == ARTICLE.sentences[: len(copies["shortened"].sentences)]
    assert len(copies["shortened"].sentences) < len(ARTICLE.sentences)
    assert sorted(copies["reordered"].sentences) == sorted(ARTICLE.sentences)
    assert copies["headline"].sentences[0] == "Envoys meet"
    assert copies["translated-lead"].sentences == ("Kapal melintas", *ARTICLE.sentences[1:])
    assert copies["noise"].sentences != ARTICLE.sentences


def test_a_look_alike_names_other_numbers_and_days_a_week_later(knowledge: Knowledge) -> None:
    again = look_alike_of(ARTICLE, knowledge, random.Random(1))
    assert again is not None
    assert (again.story, again.published) == ("harbour again", f"2024-06-{10 + LATER}")
    words = " ".join(again.sentences)
    assert not {"14", "27", "Monday"} & set(words.split())
    assert "2024" in words, "years stay"
    assert again.sentences[3] == ARTICLE.sentences[3]


def test_an_article_that_names_no_numbers_has_no_look_alike(knowledge: Knowledge) -> None:
    plain = Article("plain", "en", "2024-06-10", ("Envoys meet", "They talk.", "They leave."))
    assert look_alike_of(plain, knowledge, random.Random(1)) is None


@pytest.mark.bench
def test_copies_and_look_alikes_of_the_bench_are_told_apart(bench_folder: Path, knowledge: Knowledge) -> None:
    score = measure_copies(bench_folder, knowledge, ("en", "id"))
    assert score.pairs.f1 >= 0.95, (score.missed, score.wrong)


@pytest.mark.bench
def test_versions_in_several_languages_are_one_story(bench_folder: Path, knowledge: Knowledge) -> None:
    score = measure_languages(bench_folder, knowledge, ("en", "id", "ru", "ko"))
    assert score.pairs.precision >= 0.95, score.wrong
    assert score.pairs.recall >= 0.7, score.missed
