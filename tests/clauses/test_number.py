"""Verbs and the number of who may be their subject."""

import msgspec
import pytest

from dragoman.actors.items import Draft, Item
from dragoman.clauses.number import same_number
from dragoman.clauses.predicate import Pred
from dragoman.packs.lexicon import Meaning
from dragoman.pipeline import Knowledge


def somebody(text: str, **told: object) -> Item:
    item = Item("np", "actor", 0, len(text), text)
    item.draft = Draft()
    for name, value in told.items():
        setattr(item.draft, name, value)
    return item


CASES = {
    "several do not do what one does": ("kovila", somebody("soldiers", roles=[("soldier", 0)], plural=True), False),
    "one does not do what several do": ("kovili", somebody("president", roles=[("president", 0)]), False),
    "one does what one does": ("kovila", somebody("president", roles=[("president", 0)]), True),
    "a country may be several": ("kovili", somebody("USA", countries=["USA"]), True),
}


@pytest.mark.parametrize(("verb", "subject", "agree"), CASES.values(), ids=CASES.keys())
def test_number_parts_verbs_from_subjects(toys: Knowledge, verb: str, subject: Item, agree: bool) -> None:
    facts = toys.language("tuk").reader.lexicon.facts
    facts = msgspec.structs.replace(facts, affixes={"plural-verb": ("-li",), "singular-verb": ("-la",)})
    item = Item("verb", "verb", 0, len(verb), verb)
    item.index = 0
    pred = Pred(item, Meaning("verb", "attack", verb), frozenset({"past"}), nominal=False)
    assert same_number(pred, subject, facts) is agree
