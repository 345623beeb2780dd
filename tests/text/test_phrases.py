from pathlib import Path

import pytest
import yaml

from dragoman.packs.lexicon import NONE, Lexicon, Meaning
from dragoman.packs.schema import Facts
from dragoman.pipeline import load_knowledge
from dragoman.records import Span, TimeExpression
from dragoman.text import units
from dragoman.text.phrases import STRANGER, Phrases, Token, Word
from dragoman.text.units import Reader

TOYS = Path(__file__).parents[1] / "engine" / "toys"
CALL, OFF, STRIKE, ALSO = 1, 2, 3, 4
MEANINGS = [
    Meaning("verb", "call", "call"),
    Meaning("verb", "stop", "call off"),
    Meaning("noun", "strike", "strike"),
    Meaning("opaque", "opaque", "also"),
]


@pytest.fixture
def phrases() -> Phrases:
    """Know "call", "call off", "strike" and the adverb "also"; "off" alone means nothing."""
    facts = Facts("xx", "Toy", "Toy", "latin", "svo", "before")
    trie = [{CALL: 1, STRIKE: 3, ALSO: 4}, {OFF: 2}, {}, {}, {}]
    ends = {1: [(0, 0)], 2: [(1, 0)], 3: [(2, 0)], 4: [(3, 0)]}
    return Phrases(Lexicon(facts, MEANINGS, {}, {}, {}, set(), trie, ends, {}, (), (), ()))


def row(*words: Word) -> list[Token]:
    return [(at, at + 1, word) for at, word in enumerate(words)]


def concepts(found: object) -> tuple[list[str], int] | None:
    if not isinstance(found, tuple):
        return None
    readings, after, _ = found
    return [meaning.concept for meanings in readings.values() for meaning, _ in meanings], after


def test_the_longest_phrase_is_taken(phrases: Phrases) -> None:
    call, off, strike = (phrases.word(((c, NONE),)) for c in (CALL, OFF, STRIKE))
    assert concepts(phrases.longest(row(call, off, strike), 0)) == (["stop"], 2)
    assert concepts(phrases.longest(row(call, strike), 0)) == (["call"], 1)
    assert concepts(phrases.longest(row(call), 0)) == (["call"], 1)


def test_one_adverb_may_stand_inside_the_phrase_of_a_verb(phrases: Phrases) -> None:
    call, off, strike, also = (phrases.word(((c, NONE),)) for c in (CALL, OFF, STRIKE, ALSO))
    assert concepts(phrases.longest(row(call, also, off, strike), 0)) == (["stop"], 3)
    assert concepts(phrases.longest(row(call, also, also, off), 0)) == (["call"], 1)
    assert concepts(phrases.longest(row(call, strike, off), 0)) == (["call"], 1)
    assert concepts(phrases.longest(row(call, also), 0)) == (["call"], 1)


def test_what_goes_on_with_no_entry_begins_no_phrase(phrases: Phrases) -> None:
    off = phrases.word(((OFF, NONE),))
    assert phrases.longest(row(off), 0) is None
    assert phrases.longest(row(STRANGER), 0) is None


def test_words_of_equal_components_are_one(phrases: Phrases) -> None:
    assert phrases.word(((CALL, NONE),)) is phrases.word(((CALL, NONE),))
    assert phrases.word(()) is STRANGER


def test_a_word_stands_alone_where_no_phrase_goes_on_with_it(phrases: Phrases) -> None:
    assert phrases.word(((CALL, NONE),)).alone is None
    strike = phrases.word(((STRIKE, NONE),)).alone
    assert strike is not None
    assert list(strike) == ["noun"]


def test_a_walk_is_worked_out_once(phrases: Phrases) -> None:
    call, off = (phrases.word(((c, NONE),)) for c in (CALL, OFF))
    first = phrases.longest(row(call, off), 0)
    steps = phrases.steps
    second = phrases.longest(row(call, off), 0)
    assert phrases.steps == steps
    assert first is not None
    assert second is not None
    assert first[0] is second[0]


@pytest.mark.parametrize("code", ["tsv", "tso", "tvs", "tus"])
def test_what_a_reader_has_forgotten_changes_nothing(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    knowledge = load_knowledge((), folders={code: TOYS / code})
    texts = [case[0] for case in yaml.safe_load((TOYS / code / "cases.yaml").read_text("utf-8"))]
    remembering = knowledge.language(code).reader
    told = [[repr(u) for u in remembering.units(text, 0, len(text))] for text in [*texts, *texts]]
    monkeypatch.setattr(units, "MEMO", -1)
    forgetting = Reader(remembering.lexicon, remembering.places)
    assert [[repr(u) for u in forgetting.units(text, 0, len(text))] for text in [*texts, *texts]] == told


def test_a_verb_goes_on_behind_a_time(phrases: Phrases) -> None:
    call, off, strike = (phrases.word(((c, NONE),)) for c in (CALL, OFF, STRIKE))
    told = row(call, STRANGER, off, strike)
    assert concepts(phrases.longest(told, 0, {1: 2})) == (["stop"], 3)
    assert concepts(phrases.longest(told, 0)) == (["call"], 1)


def test_a_time_keeps_its_preposition() -> None:
    reader = load_knowledge(("en",)).language("en").reader
    text = "Workers walked out on Thursday."
    thursday = TimeExpression(Span(22, 30), "2024-06-13", "2024-06-13", "day", "relative")
    assert [u.text for u in reader.units(text, 0, len(text), (thursday,))][1:3] == ["walked out", "on"]
