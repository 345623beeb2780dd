"""What "and" joins to a thing belongs to its list; what a verb follows begins a clause."""

from dragoman.actors.items import Item
from dragoman.clauses.joined_things import joined_thing


def sentence(*kinds: str) -> list[Item]:
    sorts = {"actor": "np", "thing": "np", "verb": "verb", "unknown": "gap"}
    made = [Item(sorts.get(sort, "fn"), sort, at, at + 1, "x") for at, sort in enumerate(kinds)]
    for index, item in enumerate(made):
        item.index = index
    return made


def test_a_second_thing_is_joined_to_the_first() -> None:
    row = sentence("actor", "verb", "thing", "coord", "thing", "link", "actor", "stop")
    assert joined_thing(row, 3) is row[4]


def test_a_thing_that_a_verb_follows_begins_a_clause() -> None:
    row = sentence("actor", "verb", "thing", "coord", "thing", "verb", "stop")
    assert joined_thing(row, 3) is None


def test_an_actor_behind_the_coordinator_is_not_of_the_list() -> None:
    row = sentence("actor", "verb", "thing", "coord", "actor", "stop")
    assert joined_thing(row, 3) is None


def test_a_comma_goes_on_only_where_a_coordinator_follows() -> None:
    row = sentence("verb", "thing", "comma", "unknown", "coord", "thing", "stop")
    assert joined_thing(row, 2) is row[3]
    assert joined_thing(sentence("verb", "thing", "comma", "thing", "stop"), 2) is None


def test_a_second_coordinator_behind_an_actor_ends_the_list() -> None:
    row = sentence("verb", "thing", "coord", "thing", "link", "actor", "coord", "actor", "verb")
    assert joined_thing(row, 2) is row[3]


def test_a_verb_whose_entry_holds_its_object_opens_a_list() -> None:
    row = sentence("actor", "verb", "coord", "thing", "link", "actor")
    assert joined_thing(row, 2) is None
    row[1].text = "fired tear gas"
    assert joined_thing(row, 2) is row[3]
