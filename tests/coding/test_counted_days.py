"""Days that are counted from what the article told before, by the whole of the engine."""

import pytest

from dragoman.pipeline import Knowledge, analyse, load_knowledge
from dragoman.records import Document


@pytest.fixture(scope="module")
def english() -> Knowledge:
    return load_knowledge(("en",))


def dates(text: str, knowledge: Knowledge) -> list[tuple[str, str | None]]:
    """List type and date of the events of a text published on 30 September 2018."""
    coding = analyse(Document("a", text, "en", "2018-09-30"), knowledge)
    return [(event.type, event.date) for event in coding.events]


def test_three_days_later_counts_from_what_was_told_last(english: Knowledge) -> None:
    text = "On 3 September Peru expelled a Chilean diplomat. Three days later, Chile recalled its ambassador from Lima."
    assert dates(text, english) == [("SANCTION", "2018-09-03"), ("SANCTION", "2018-09-06")]


def test_the_day_before_counts_back(english: Knowledge) -> None:
    text = (
        "On 3 September Chile recalled its ambassador from Lima. The day before, Peru had expelled a Chilean diplomat."
    )
    assert dates(text, english) == [("SANCTION", "2018-09-03"), ("SANCTION", "2018-09-02")]


def test_a_day_after_something_untold_counts_from_nothing(english: Knowledge) -> None:
    text = "Chile is a country.\nIt has a coast.\nIt has hills.\nIt has a king.\nThree days later, Chile attacked Peru."
    assert dates(text, english) == [("ASSAULT", None)]


def test_last_year_dates_the_act_and_not_the_noun_before_it(english: Knowledge) -> None:
    assert dates("Peru attacked a Chilean warship last year.", english) == [("ASSAULT", "2017-01-01")]


def test_a_clause_with_when_tells_of_the_time_before_it(english: Knowledge) -> None:
    text = "The port was rebuilt in 2016, when Chile attacked Peru."
    assert dates(text, english) == [("ASSAULT", "2016-01-01")]
