"""Varied articles are as many as asked for, over days, the same for the same seed; some repeat others."""

from datetime import date

from dragoman.runner.story_corpus import Article
from dragoman.runner.trials.varied import PER_DAY, varied_articles

NEWS = [
    Article("a", "en", "2018-01-01", tuple(f"In 2018 the army killed {n} rebels near town {n}." for n in range(40))),
    Article("b", "id", "2018-01-01", tuple(f"Tentara menangkap {n} orang di kota {n}." for n in range(40))),
]


def test_a_seed_makes_the_same_articles_and_another_makes_others() -> None:
    first, again, other = (list(varied_articles(NEWS, 50, seed)) for seed in (1, 1, 2))
    assert first == again
    assert [row["sentences"] for row in first] != [row["sentences"] for row in other]


def test_every_article_has_a_name_of_its_own_and_days_pass() -> None:
    rows = list(varied_articles(NEWS, 3 * PER_DAY))
    assert len({row["doc"] for row in rows}) == len(rows) == 3 * PER_DAY
    assert {row["published"] for row in rows} == {f"2018-01-0{day}" for day in (1, 2, 3)}
    assert [date.fromisoformat(row["published"]) for row in rows] == sorted(
        date.fromisoformat(r["published"]) for r in rows
    )


def test_some_articles_repeat_the_beginning_of_another() -> None:
    rows = [row["sentences"] for row in varied_articles(NEWS, 200)]
    copies = [n for n, told in enumerate(rows) if any(told[:6] == before[:6] for before in rows[:n])]
    assert 20 < len(copies) < 80


def test_numbers_change_but_years_stay() -> None:
    rows = [row for row in varied_articles(NEWS, 40) if row["language"] == "en"]
    told = {sentence for row in rows for sentence in row["sentences"]}
    assert all(sentence.startswith("In 2018 ") for sentence in told)
    assert not told <= set(NEWS[0].sentences)
