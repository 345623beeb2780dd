"""One event for each occurrence, and no two occurrences in one event."""

import pytest
from making import CROWD, KOR, LAVROV, POLICE, PRK, PUTIN, RUS, SOLDIERS, USA, told

from dragoman.coding.dates import When
from dragoman.coding.merge import merge, same
from dragoman.records import Entity

MONDAY = When("2024-06-10", "2024-06-10", "day", "stated")
TUESDAY = When("2024-06-11", "2024-06-11", "day", "stated")
WEEK = When("2024-06-10", "2024-06-16", "week", "stated")
UNDATED = When()


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        (RUS, PUTIN, True),
        (RUS, SOLDIERS, False),
        (PUTIN, LAVROV, False),
        (PUTIN, PUTIN, True),
        (PRK, SOLDIERS, True),
        (POLICE, CROWD, False),
        (POLICE, Entity("KOR", None, "Seoul men"), True),
        (Entity(None, "REB", "rebels"), Entity(None, "REB", "fighters"), True),
        (Entity(None, "REB", "rebels"), Entity(None, "CVL", "people"), False),
        (Entity(None, None, "a", "Smith"), Entity(None, "CVL", "b", "Smith"), True),
    ],
)
def test_a_country_meets_its_officials_and_two_persons_do_not_meet(one: Entity, other: Entity, alike: bool) -> None:
    assert same(one, other) is alike
    assert same(other, one) is alike


def test_one_attack_told_twice_is_one_event() -> None:
    tellings = [told("attack", RUS, KOR, MONDAY), told("bomb", RUS, KOR, UNDATED, sentence=3)]
    assert [len(group) for group in merge(tellings)] == [2]


def test_attacks_on_two_days_are_two_and_a_week_holds_its_days() -> None:
    assert len(merge([told("attack", RUS, KOR, MONDAY), told("attack", RUS, KOR, TUESDAY)])) == 2
    assert len(merge([told("attack", RUS, KOR, MONDAY), told("attack", RUS, KOR, WEEK)])) == 1


def test_two_days_are_not_joined_through_a_telling_without_a_day() -> None:
    tellings = [told("attack", RUS, KOR, when) for when in (MONDAY, UNDATED, TUESDAY)]
    assert [len(group) for group in merge(tellings)] == [2, 1]


def test_another_recipient_another_type_another_status_are_other_events() -> None:
    tellings = [
        told("accuse", KOR, RUS),
        told("accuse", KOR, PRK),
        told("threaten", KOR, RUS),
        told("visit", PUTIN, PRK),
        told("visit", PUTIN, PRK, factuality="future"),
    ]
    assert [len(group) for group in merge(tellings)] == [1, 1, 1, 1, 1]


def test_promises_about_different_things_stay_apart_and_a_vague_one_joins() -> None:
    aid = told("promise", USA, KOR, themes=("aid-thing",))
    talks = told("promise", USA, KOR, themes=("talks",))
    vague = told("promise", USA, KOR, themes=("perform",))
    assert [len(group) for group in merge([aid, talks, vague])] == [2, 1]


def test_acts_are_not_told_apart_by_what_they_are_about() -> None:
    one, two = (told("suspend", KOR, PRK, themes=(theme,)) for theme in ("agreement", "aid-thing"))
    assert len(merge([one, two])) == 1


def test_a_meeting_is_one_from_whichever_side_it_is_told() -> None:
    assert len(merge([told("meet", KOR, PUTIN), told("meet", PUTIN, KOR)])) == 1
    assert len(merge([told("meet", KOR, PUTIN), told("meet", KOR, USA)])) == 2


def test_groups_stand_in_the_order_of_their_first_telling() -> None:
    tellings = [told("accuse", KOR, RUS), told("attack", RUS, KOR), told("accuse", KOR, RUS, sentence=2)]
    assert [group[0].decision.type for group in merge(tellings)] == ["ACCUSE", "ASSAULT"]


def test_a_headline_joins_what_the_text_dates_shortly_before() -> None:
    headline = When("2024-06-12", "2024-06-12", "day", "publication")
    week_later = When("2024-06-18", "2024-06-18", "day", "publication")
    for when, groups in ((headline, 1), (week_later, 2)):
        tellings = [told("attack", RUS, KOR, when), told("attack", RUS, KOR, MONDAY, sentence=2)]
        assert len(merge(tellings)) == groups


def test_what_the_text_itself_puts_on_two_days_stays_apart() -> None:
    tellings = [told("attack", RUS, KOR, TUESDAY, sentence=1), told("attack", RUS, KOR, MONDAY, sentence=2)]
    assert len(merge(tellings)) == 2


def test_a_blow_of_another_kind_on_another_day_is_another_event() -> None:
    tellings = [told("bomb", RUS, KOR, UNDATED, sentence=1), told("shell", RUS, KOR, MONDAY, sentence=2)]
    assert len(merge(tellings)) == 2
    tellings = [told("bomb", RUS, KOR, UNDATED, sentence=1), told("bomb", RUS, KOR, MONDAY, sentence=2)]
    assert len(merge(tellings)) == 1


def test_an_arrest_and_a_restriction_of_one_day_are_two_events() -> None:
    tellings = [told("arrest", POLICE, CROWD, MONDAY), told("disperse", POLICE, CROWD, MONDAY, sentence=2)]
    assert [len(group) for group in merge(tellings)] == [1, 1]


def test_an_undated_attack_is_not_that_of_years_ago_unless_only_named_again() -> None:
    long_ago = When("2014-01-01", "2014-12-31", "year", "stated", historical=True)
    old = told("attack", RUS, KOR, long_ago, sentence=7)
    assert [len(group) for group in merge([told("attack", RUS, KOR, UNDATED, sentence=5), old])] == [1, 1]
    named = told("attack", RUS, KOR, UNDATED, sentence=8, nominal=True)
    assert [len(group) for group in merge([old, named])] == [2]


def test_the_lead_retells_the_headline_in_other_words() -> None:
    head = told("promise", RUS, KOR, themes=("troops-thing",))
    lead = told("promise", RUS, KOR, sentence=1, themes=("force-thing",))
    later = told("promise", RUS, KOR, sentence=6, themes=("money",))
    assert [len(group) for group in merge([head, lead, later])] == [2, 1]


def test_officers_of_the_headline_may_be_the_guards_of_the_lead() -> None:
    officers = Entity("KOR", "GOV", "six officers", office="official")
    guards = Entity("KOR", "COP", "six guards", office="police-officer")
    head = told("attack", (), officers)
    assert [len(group) for group in merge([head, told("attack", (), guards, sentence=1)])] == [2]
    assert [len(group) for group in merge([head, told("attack", (), guards, sentence=5)])] == [1, 1]
