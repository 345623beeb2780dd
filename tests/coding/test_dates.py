"""When an event happened: as the article says, and never more precisely."""

from typing import Any

import pytest
from making import KOR, PRK, PUBLISHED, PUTIN, RUS, clause, day

from dragoman.coding.dates import BACKGROUND_DAYS, NEWS_SENTENCES, When, when_of
from dragoman.records import Span, TimeExpression

JULY = day("2000-07-01", "2000-07-31", grain="month", edtf="2000-07")
SOON = TimeExpression(Span(0, 3), "2024-06-15", "2024-06-21", "day", "relative", direction="future", edtf="soon")
LATE = NEWS_SENTENCES + 3
TODAY = (PUBLISHED, PUBLISHED, "day", "publication")


def when(kind: str = "ASSAULT", published: str | None = PUBLISHED, current: bool = False, **fields: Any) -> When:
    promised, titled = fields.pop("promised", False), fields.pop("titled", False)
    return when_of(clause("attack", RUS, KOR, **fields), kind, promised, published, current, titled)


def told(found: When) -> tuple[str | None, str | None, str | None, str]:
    return found.date, found.enddate, found.granularity, found.basis


def test_a_stated_month_stays_a_month_and_is_background() -> None:
    found = when(time=JULY)
    assert told(found) == ("2000-07-01", "2000-07-31", "month", "stated")
    assert (found.edtf, found.historical) == ("2000-07", True)


def test_a_relative_day_keeps_its_basis_and_is_news() -> None:
    found = when(time=day("2024-06-12", basis="relative"))
    assert told(found) == ("2024-06-12", "2024-06-12", "day", "relative")
    assert not found.historical


def test_what_a_headline_without_a_verb_names_is_the_news_of_the_day() -> None:
    assert told(when(nominal=True, titled=True)) == TODAY
    assert when(nominal=True).date is None
    assert when(nominal=True, titled=True, published=None).date is None
    assert told(when(nominal=True, titled=True, time=JULY))[:2] == ("2000-07-01", "2000-07-31")


@pytest.mark.parametrize(("at", "background"), [("2024-05-15", False), ("2024-05-14", True)])
def test_more_than_thirty_days_ago_is_background(at: str, background: bool) -> None:
    assert BACKGROUND_DAYS == 30
    assert when(time=day(at)).historical is background


def test_an_hour_is_told_as_its_day_and_a_century_as_no_finer_than_a_decade() -> None:
    assert when(time=day("2024-06-12", grain="hour")).granularity == "day"
    assert when(time=day("1900-01-01", "1999-12-31", grain="century")).granularity == "decade"


def test_since_a_day_says_when_it_began_and_not_when_it_ended() -> None:
    assert told(when(time=day("2024-01-01", "2024-01-31", grain="month", relation="since")))[:2] == ("2024-01-01",) * 2


def test_how_long_something_lasted_does_not_date_it() -> None:
    lasting = TimeExpression(Span(0, 3), None, None, "year", "unknown", kind="duration")
    assert told(when(time=lasting)) == TODAY
    assert told(when(time=lasting, sentence=LATE)) == (None, None, None, "unknown")


def test_recently_is_no_date() -> None:
    recent = TimeExpression(Span(0, 3), None, "2024-06-14", None, "relative", kind="vague", direction="past")
    assert when(time=recent).date is None


def test_without_a_time_the_news_is_of_the_day_of_publication_and_the_rest_undated() -> None:
    assert told(when(sentence=0)) == TODAY
    assert when(sentence=LATE).date is None
    assert told(when(sentence=LATE, current=True)) == TODAY
    assert told(when(sentence=LATE, features=frozenset({"present"}))) == TODAY


def test_the_perfect_tense_dates_nothing() -> None:
    assert when(features=frozenset({"present", "perfect"})) == When()


def test_an_act_named_by_a_bare_noun_is_undated() -> None:
    assert when(nominal=True) == When()
    assert told(when(nominal=True, matrix="perform")) == TODAY


def test_without_a_day_of_publication_nothing_is_dated_by_it() -> None:
    assert when(published=None) == When()


def test_the_time_of_what_is_promised_goes_into_planned() -> None:
    found = when("AGREE", promised=True, time=SOON)
    assert told(found) == TODAY
    assert found.planned == "2024-06-15/2024-06-21"


def test_a_promise_is_dated_by_when_it_was_said() -> None:
    spoken = day("2024-06-12")
    found = when_of(
        clause("visit", PUTIN, PRK, factuality="future", time=SOON, said=spoken), "AGREE", True, PUBLISHED, True
    )
    assert (found.date, found.planned) == ("2024-06-12", "2024-06-15/2024-06-21")


def test_a_day_ahead_of_publication_dates_an_act_but_not_a_promise() -> None:
    ahead = day("2024-06-20")
    assert when("ASSAULT", time=ahead).date == "2024-06-20"
    assert (when("AGREE", time=ahead).date, when("AGREE", time=ahead).planned) == (PUBLISHED, "2024-06-20")


def test_a_present_perfect_in_the_lead_is_the_news_of_the_day() -> None:
    have = frozenset({"participle", "perfect", "colour:present"})
    assert told(when(sentence=1, features=have)) == TODAY
    assert when(sentence=LATE, features=have).date is None
    assert when(sentence=1, features=frozenset({"participle", "perfect"})).date is None


def test_what_is_announced_is_dated_by_its_announcement() -> None:
    said = day("2024-06-10", basis="relative")
    assert told(when("MOBILIZE", promised=True, factuality="future", said=said))[:2] == ("2024-06-10",) * 2


def test_a_day_without_a_year_that_lies_ahead_was_last_year_where_its_clause_is_of_the_past() -> None:
    guessed = day("2024-11-14", note="no year is written: the nearest")
    assert when("ASSAULT", time=guessed).date == "2023-11-14"
    assert when("ASSAULT", time=guessed, factuality="future").date == "2024-11-14"
