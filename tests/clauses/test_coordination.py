"""From what predicate a coordinated one goes on."""

from dragoman.actors.items import Item
from dragoman.clauses.coordination import inherit
from dragoman.clauses.predicate import Pred
from dragoman.packs.lexicon import Meaning
from dragoman.packs.load import load_concepts
from dragoman.packs.schema import Facts
from dragoman.records import Entity

CONCEPTS = load_concepts()
TOY = Facts("toy", "Toy", "Toy", "latin", "svo", "before")


def sentence(*kinds: str) -> list[Item]:
    made = [
        Item({"actor": "np", "verb": "verb"}.get(sort, "fn"), sort, at, at + 1, "x") for at, sort in enumerate(kinds)
    ]
    for index, item in enumerate(made):
        item.index = index
        item.entities = (Entity("KOR", "GOV", "x"),) if item.sort == "actor" else ()
    return made


def verb(items: list[Item], at: int, *feats: str, act: str = "accuse") -> Pred:
    return Pred(items[at], Meaning("verb", act, "x"), frozenset(feats), nominal=False)


def test_a_coordinated_verb_has_the_subject_of_the_one_before() -> None:
    row = sentence("actor", "verb", "actor", "coord", "verb")
    first, second = verb(row, 1, "past"), verb(row, 4, "past")
    first.subject = row[0]
    inherit(row, second, [first], 3, CONCEPTS, TOY)
    assert (second.form, second.subject) == ("coord", row[0])


def test_a_finite_verb_goes_on_after_what_was_asked() -> None:
    row = sentence("actor", "verb", "actor", "inf", "verb", "coord", "verb")
    asks, asked, goes_on = verb(row, 1, "past"), verb(row, 4, "infinitive"), verb(row, 6, "past")
    asks.subject, asked.form, asked.matrix, asked.subject = row[0], "inf", asks, row[2]
    inherit(row, goes_on, [asks, asked], 5, CONCEPTS, TOY)
    assert goes_on.subject is row[0]


def test_another_infinitive_is_asked_too() -> None:
    row = sentence("actor", "verb", "actor", "inf", "verb", "coord", "verb")
    asks, asked, too = verb(row, 1, "past"), verb(row, 4, "infinitive"), verb(row, 6, "infinitive")
    asks.subject, asked.form, asked.matrix, asked.subject = row[0], "inf", asks, row[2]
    inherit(row, too, [asks, asked], 5, CONCEPTS, TOY)
    assert (too.form, too.matrix, too.subject) == ("inf", asks, row[2])


def test_a_comma_before_the_coordinator_closes_the_relative_clause() -> None:
    row = sentence("actor", "verb", "actor", "rel", "verb", "comma", "coord", "verb")
    main, inner, goes_on = verb(row, 1, "past"), verb(row, 4, "past"), verb(row, 7, "past")
    main.subject, inner.form, inner.subject = row[0], "rel", row[2]
    inherit(row, goes_on, [main, inner], 6, CONCEPTS, TOY)
    assert goes_on.subject is row[0]
