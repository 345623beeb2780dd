"""Several entities of one sentence."""

from collections.abc import Callable

from dragoman.records import Entity, Event

Actor = Callable[..., Entity]
Read = Callable[..., tuple[Event, ...]]


def test_two_countries_share_one_act(read: Read) -> None:
    (event,) = read("tvs", "iltaq alrais korodi wa alrais ukrodi.")
    assert [(e.code, e.office) for e in event.actor] == [("KOR", "president"), ("UKR", "president")]


def test_a_subject_left_out_is_that_of_the_sentence_before(actor: Actor) -> None:
    found = actor("korodowa ukrodowo tazta.", "rusodowo hinanta.", language="tso")
    assert (found.code, found.sector) == ("KOR", "GOV")


def test_joined_descriptions_share_the_country_of_the_first(read: Read) -> None:
    both = read("tsv", "Rusodo blagid Ukrodo.", "Rusodo blagid Ukrodo.", "Korod soldoz ande polso kovid Ukrodo.")
    assert [e.code for e in both[-1].actor] == ["KOR", "KOR"]
