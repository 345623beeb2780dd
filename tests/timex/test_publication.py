"""The day of publication is inferred only where the words of the article fix it."""

from pathlib import Path

import pytest

from dragoman.records import PublicationDate
from dragoman.timex import find_times, infer_publication, load_time_words

SEED = Path(__file__).parents[3] / "shared" / "bench" / "seed" / "seed.id.txt"


def infer(text: str, code: str = "en") -> PublicationDate:
    return infer_publication(text, find_times(text, 0, len(text), load_time_words(code), None))


def test_a_month_named_twice_fixes_the_year() -> None:
    found = infer("On 3 March the envoys met. They had met in October 2021; last October they also signed a text.")
    assert (found.day, found.basis) == ("2022-03-03", "inferred")
    assert "October 2021" in found.reason


def test_the_year_does_not_advance_after_the_month_in_the_same_year() -> None:
    assert infer("On 3 December they met, as in October 2021. Last October they signed.").day == "2021-12-03"


def test_a_full_date_shortly_before_fixes_the_year() -> None:
    assert infer("They met on 20 December 2021. On 3 January they signed.").day == "2022-01-03"


def test_the_latest_of_several_days_is_taken_across_a_new_year() -> None:
    assert infer("On 30 December and on 2 January. In May 2020 they met; last May they left.").day == "2021-01-02"


def test_nothing_is_inferred_without_a_reason() -> None:
    for text in ("They met on 14 June.", "They met in June 2018.", "Nothing here.", "On 14 June and on 1 January.",
                 "In October 2021 and in October 2020 they met; last October too. On 3 March they left."):  # fmt: skip
        found = infer(text)
        assert (found.day, found.basis) == (None, "unknown")
        assert found.reason


def test_a_later_full_date_contradicts() -> None:
    assert infer("On 3 March they met, as in October 2021 and last October. On 5 May 2022 they left.").day is None


@pytest.mark.skipif(not SEED.is_file(), reason="the seed article is not here")
def test_the_seed_article_is_of_june_2024() -> None:
    assert infer(SEED.read_text("utf-8"), "id").day == "2024-06-14"
