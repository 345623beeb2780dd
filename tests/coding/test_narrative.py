"""A dated sentence dates the undated acts that follow it; what is said without a time is news of the day."""

from making import CROWD, KOR, POLICE, PRK, PUBLISHED, RUS, USA, told

from dragoman.coding.dates import When
from dragoman.coding.narrative import settle

UNKNOWN = When()
SATURDAY = When("2024-06-08", "2024-06-08", "day", "relative", "2024-06-08")
LONG_AGO = When("2014-01-01", "2014-12-31", "year", "stated", "2014", historical=True)


def dates(*tellings) -> list[tuple[str | None, str]]:
    return [(t.when.date, t.when.basis) for t in settle(tellings, PUBLISHED)]


def test_an_act_goes_on_from_the_dated_sentence_before_it() -> None:
    arrest = told("arrest", POLICE, CROWD, SATURDAY, sentence=5)
    attack = told("attack", CROWD, POLICE, UNKNOWN, sentence=6)
    later = told("attack", CROWD, POLICE, UNKNOWN, sentence=7)
    assert dates(arrest, attack, later) == [("2024-06-08", "relative"), *[("2024-06-08", "inferred")] * 2]


def test_it_does_not_go_on_over_a_sentence_between() -> None:
    arrest = told("arrest", POLICE, CROWD, SATURDAY, sentence=5)
    attack = told("attack", CROWD, POLICE, UNKNOWN, sentence=7)
    assert dates(arrest, attack)[1] == (None, "unknown")


def test_what_somebody_else_says_next_is_news_of_the_day() -> None:
    arrest = told("arrest", POLICE, CROWD, SATURDAY, sentence=5)
    condemned = told("condemn", USA, KOR, UNKNOWN, sentence=6)
    assert dates(arrest, condemned)[1] == (PUBLISHED, "publication")


def test_what_the_same_speaker_goes_on_to_say_was_said_then() -> None:
    accused = told("accuse", RUS, USA, SATURDAY, sentence=5)
    demanded = told("condemn", RUS, KOR, UNKNOWN, sentence=6)
    assert dates(accused, demanded)[1] == ("2024-06-08", "inferred")


def test_after_history_nothing_is_taken_for_news() -> None:
    accused = told("accuse", USA, RUS, LONG_AGO, sentence=8)
    denied = told("condemn", RUS, USA, UNKNOWN, sentence=9)
    assert dates(accused, denied)[1] == (None, "unknown")


def test_the_perfect_breaks_off() -> None:
    arrest = told("arrest", POLICE, CROWD, SATURDAY, sentence=5)
    perfect = told("condemn", PRK, KOR, UNKNOWN, sentence=6, features=frozenset({"past", "perfect"}))
    assert dates(arrest, perfect)[1] == (None, "unknown")


def test_without_a_day_of_publication_what_is_said_stays_undated() -> None:
    assert settle([told("condemn", PRK, KOR, UNKNOWN, sentence=6)], None)[0].when == UNKNOWN


def test_a_deed_without_a_date_belongs_to_the_scene_of_the_lead() -> None:
    wednesday = When("2024-06-12", "2024-06-12", "day", "relative", "2024-06-12")
    arrest = told("arrest", POLICE, CROWD, wednesday, sentence=1)
    attack = told("attack", CROWD, POLICE, UNKNOWN, sentence=9)
    assert dates(arrest, attack)[1] == ("2024-06-12", "inferred")


def test_a_scene_long_past_dates_nothing_later() -> None:
    arrest = told("arrest", POLICE, CROWD, SATURDAY, sentence=1)
    attack = told("attack", CROWD, POLICE, UNKNOWN, sentence=9)
    assert dates(arrest, attack)[1] == (None, "unknown")


def test_what_is_told_by_the_way_dates_nothing_after() -> None:
    accused = told("accuse", RUS, USA, SATURDAY, sentence=5, notes=("rel",))
    demanded = told("condemn", RUS, KOR, UNKNOWN, sentence=5)
    assert dates(accused, demanded)[1] == (PUBLISHED, "publication")
