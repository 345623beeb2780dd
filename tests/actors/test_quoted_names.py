"""Quotation marks around a name only show that it is one."""

from dragoman.actors.items import Draft, Item
from dragoman.actors.quoted_names import unquote_names


def quoted(inside: Item) -> list[Item]:
    return [Item("fn", "quote-open", 0, 1, '"'), inside, Item("fn", "quote-close", 9, 10, '"')]


def named(*names: str, role: str = "") -> Item:
    item = Item("np", "actor", 1, 9, " ".join(names))
    item.draft = Draft()
    item.draft.names = list(names)
    item.draft.roles = [(role, 0)] if role else []
    return item


def test_the_marks_around_a_full_name_are_dropped() -> None:
    name = named("Nami", "Duo")
    assert unquote_names(quoted(name)) == [name]


def test_the_marks_around_one_word_stay_since_it_may_be_a_title() -> None:
    assert len(unquote_names(quoted(named("Rappler")))) == 3


def test_the_marks_around_an_office_stay() -> None:
    assert len(unquote_names(quoted(named("Nami", "Duo", role="minister")))) == 3
