"""Those who are named by what they are to another."""

from collections.abc import Callable

from dragoman.records import Entity, Event

Actor = Callable[..., Entity]
Read = Callable[..., tuple[Event, ...]]


def test_a_counterpart_holds_the_same_office_in_the_other_country(read: Read) -> None:
    (met,) = read("tsv", "Lo formino de Korodo rendzid kun lo Rusod samulo.")
    assert [(e.code, e.sector) for e in met.actor] == [("KOR", "GOV"), ("RUS", "GOV")]


def test_a_named_counterpart_is_remembered_by_name(actor: Actor) -> None:
    found = actor(
        "Lo formino de Korodo Minlo Parko rendzid kun suo Rusod samulo Ivano Petrovo.", "Petrovo blagid Ukrodo."
    )
    assert (found.code, found.sector, found.name) == ("RUS", "GOV", "Ivano Petrovo")


def test_the_neighbour_is_the_other_country_spoken_of(read: Read) -> None:
    (event,) = read("tsv", "Korodo, kyu zitid, zitid kun Rusodo.", "Korodo blagid lo vicino.")
    assert [e.code for e in event.recipient] == ["RUS"]


def test_the_two_sides_are_the_two_countries_most_spoken_of(read: Read) -> None:
    events = read("tsv", "Korodo blagid Rusodo.", "Lo partoz holid rendzat.")
    assert sorted(e.code or "" for e in events[1].actor) == ["KOR", "RUS"]


def test_more_than_two_countries_are_not_the_two_sides(read: Read) -> None:
    events = read("tsv", "Korodo blagid Rusodo.", "Lo 50 partoz holid rendzat.")
    assert [[e.code for e in event.actor] for event in events] == [["KOR"]]
