"""What two commas set off between a subject and its verb is stepped over."""

from dragoman.actors.items import Item
from dragoman.clauses.parenthesis import over_parenthesis
from dragoman.clauses.predicate import Pred
from dragoman.packs.lexicon import Meaning
from dragoman.packs.load import load_concepts

CONCEPTS = load_concepts()


def items(*kinds: str) -> list[Item]:
    """Make a sentence of items: "actor" is a noun phrase, "verb" a verb, anything else a function word."""
    made = [
        Item({"actor": "np", "verb": "verb"}.get(sort, "fn"), sort, at, at + 1, "x") for at, sort in enumerate(kinds)
    ]
    for index, item in enumerate(made):
        item.index = index
    return made


def test_an_apposition_ends_where_its_first_comma_stands() -> None:
    row = items("actor", "comma", "actor", "comma", "verb")
    assert over_parenthesis(row, 3, [], CONCEPTS) == 0


def test_one_comma_sets_nothing_off() -> None:
    assert over_parenthesis(items("actor", "comma", "verb"), 1, [], CONCEPTS) is None


def test_a_clause_between_commas_is_no_parenthesis() -> None:
    row = items("actor", "comma", "verb", "actor", "comma", "verb")
    assert over_parenthesis(row, 4, [], CONCEPTS) is None


def test_nothing_is_stepped_over_that_begins_in_another_clause() -> None:
    row = items("actor", "comma", "comp", "actor", "comma", "verb")
    assert over_parenthesis(row, 4, [], CONCEPTS) is None


def test_a_relative_clause_is_stepped_over_up_to_a_noun_that_can_be_subject() -> None:
    row = items("actor", "comma", "rel", "verb", "actor", "comma", "rel", "verb", "actor", "comma", "verb")
    row[4].links = frozenset({"object"})
    before = [Pred(row[at], Meaning("verb", "attack", "x"), frozenset(), nominal=False) for at in (3, 7)]
    assert over_parenthesis(row, 9, before, CONCEPTS) == 0
