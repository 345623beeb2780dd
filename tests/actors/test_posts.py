"""Roles belong to dates."""

from dragoman.actors.posts import elected_on, post_on, sector_on
from dragoman.packs.world import Occupancy, Organization, Person, Term

PRESIDENT = Occupancy("president", "MEX", "2018-12-01", "2024-09-30")
MAYOR = Occupancy("mayor", "MEX", "2000-12-05", "2005-07-29")
PERSON = Person("p", "P", "MEX", (MAYOR, PRESIDENT))
PARTY = Organization("lab", "Labour", "party", "GBR", "PTY", (Term("1997-05-02", "2010-05-11"), Term("2024-07-05")))


def test_a_post_is_held_between_its_days_and_known_as_the_last_one_after_them() -> None:
    assert post_on(PERSON, "2019-01-01") == (PRESIDENT, True)
    assert post_on(PERSON, "2018-09-30") == (MAYOR, False)
    assert post_on(PERSON, "1999-01-01") == (None, False)


def test_who_is_soon_to_be_president_speaks_for_a_government() -> None:
    assert elected_on(PERSON, "2018-09-29") == PRESIDENT
    assert elected_on(PERSON, "2018-05-01") is None
    assert elected_on(PERSON, "2018-12-01") is None
    assert elected_on(PERSON, None) is None


def test_who_is_to_get_a_lesser_post_does_not() -> None:
    coming = Person("q", "Q", "MEX", (Occupancy("mayor", "MEX", "2018-12-05"),))
    assert elected_on(coming, "2018-09-29") is None


def test_a_party_is_in_opposition_when_it_does_not_govern() -> None:
    assert sector_on(PARTY, "2018-09-30") == "OPP"
    assert sector_on(PARTY, "2010-05-11") == "PTY"
    assert sector_on(PARTY, "2025-01-01") == "PTY"
    assert sector_on(PARTY, None) == "PTY"
    assert sector_on(Organization("x", "X", "party", "GBR", "PTY"), "2018-09-30") == "PTY"
