"""Words by which a writer leaves a name to others are passed over."""

from dragoman.actors.hedges import pass_over_hedges
from dragoman.actors.items import Item
from dragoman.packs.lexicon import Meaning
from dragoman.packs.schema import Facts

TOY = Facts("toy", "Toy", "Toy", "latin", "svo", "before", affixes={"hedge": ("ko",), "hedge-of": ("deko",)})
SILENT = Facts("toy", "Toy", "Toy", "latin", "svo", "before")
KINDS = {"actor": "np", "thing": "np", "verb": "verb", "unknown": "gap"}


def sentence(*words: str) -> list[Item]:
    """Make items of "word/sort" or "word/verb/act"."""
    made = []
    for at, word in enumerate(words):
        text, sort, *act = word.split("/")
        item = Item(KINDS.get(sort, "fn"), sort, at, at + 1, text)
        item.index = at
        item.readings = [(Meaning(sort, act[0], text), frozenset())] if act else []
        item.links = frozenset({"to"}) if sort == "link" else frozenset()
        made.append(item)
    return made


def test_what_is_only_named_is_told_itself() -> None:
    told = pass_over_hedges(
        sentence("bomb/verb/bomb", "ko/unknown", "Delhi/actor", "call/verb/call", "camp/thing"), TOY
    )
    assert [i.text for i in told] == ["bomb", "camp"]
    assert [i.index for i in told] == [0, 1]


def test_it_hangs_as_the_clause_did() -> None:
    row = sentence("answer/verb/answer", "to/link", "ko/unknown", "Delhi/actor", "call/verb/call", "camp/thing")
    assert pass_over_hedges(row, TOY)[-1].links == {"to"}
    row = sentence("bomb/actor", "deko/comp", "Delhi/actor", "call/verb/call", "as/link", "camp/thing")
    assert pass_over_hedges(row, TOY)[-1].links == {"of"}


def test_a_clause_that_tells_something_itself_stays() -> None:
    row = sentence("see/verb/other", "ko/unknown", "Delhi/actor", "bomb/verb/bomb", "camp/thing")
    assert len(pass_over_hedges(row, TOY)) == len(row)


def test_nothing_is_passed_over_where_no_word_is_declared() -> None:
    row = sentence("bomb/verb/bomb", "ko/unknown", "Delhi/actor", "call/verb/call", "camp/thing")
    assert pass_over_hedges(row, SILENT) == row
