"""What pronouns stand for."""

from collections.abc import Callable

from dragoman.records import Entity, Event

Actor = Callable[..., Entity]
Read = Callable[..., tuple[Event, ...]]
PARK = "Lo Korod prezo Minlo Parko viztid Rusodo."


def test_he_is_the_first_person_of_the_sentence_before(actor: Actor) -> None:
    found = actor(PARK, "Ilo blagid Ukrodo.")
    assert (found.name, found.text) == ("Minlo Parko", "Ilo")


def test_he_is_no_country(read: Read) -> None:
    assert [e.type for e in read("tsv", "Korodo blagid Rusodo.", "Ilo blagid Ukrodo.")] == ["ACCUSE"]


def test_they_are_the_group_spoken_of_last(actor: Actor) -> None:
    found = actor("Rusod soldoz kovid Ukrodo.", "Ili retrid.")
    assert (found.code, found.sector) == ("RUS", "MIL")
