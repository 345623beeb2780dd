"""Linked articles are parted into stories, the same whatever came first."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st
from story_making import WORDS, signature

from dragoman.records import Decision, Edge, Signature
from dragoman.stories.cluster import components, partition, roundups_among
from dragoman.stories.compare import compare


def _text(seed: int, size: int = 120) -> str:
    chance = random.Random(seed)
    return " ".join(f"{chance.choice(WORDS)}{chance.choice('abcdefghijklmnop')}" for _ in range(size))


def _edges(signatures: list[Signature]) -> list[Edge]:
    found = (compare(one, other) for place, one in enumerate(signatures) for other in signatures[:place])
    return [edge for edge in found if edge is not None]


def _parted(signatures: list[Signature], decisions: tuple[Decision, ...] = ()) -> list[tuple[str, ...]]:
    return partition({s.id: s for s in signatures}, _edges(signatures), decisions)


def test_components_are_what_edges_and_merges_connect() -> None:
    edges = [Edge("a", "b", 1.0, "copy"), Edge("c", "d", 1.0, "copy")]
    assert components(edges) == [["a", "b"], ["c", "d"]]
    assert components(edges, [Decision("merge", "b", "c")]) == [["a", "b", "c", "d"]]
    assert components(edges, [Decision("split", "b", "c")]) == [["a", "b"], ["c", "d"]]


def test_a_chain_of_likenesses_is_no_story() -> None:
    words = _text(1, 700).split()
    links = [signature(f"{at:02}", " ".join(words[at * 60 : at * 60 + 120])) for at in range(9)]
    assert len(_edges(links)) == 8, "each is half of the next"
    assert max(map(len, _parted(links))) < 6


def test_copies_of_one_text_are_one_story_though_some_are_alike_only_through_it() -> None:
    text = _text(2, 240)
    words = text.split()
    halves = [" ".join(words[:120]), " ".join(words[90:210])]
    copies = [
        signature("a", text, "2024-06-01"),
        *(signature(f"b{n}", half, "2024-06-02") for n, half in enumerate(halves)),
    ]
    assert _parted(copies) == [("a", "b0", "b1")]


def test_a_roundup_of_older_texts_makes_no_story_of_them() -> None:
    one, other = _text(3), _text(4)
    held = [signature("a", one, "2024-06-01"), signature("b", other, "2024-06-01")]
    roundup = signature("r", f"{one} {other}", "2024-06-02")
    found = [*held, roundup]
    assert roundups_among({s.id: s for s in found}, _edges(found)) == {"r"}
    assert _parted(found) == [("a",), ("b",), ("r",)]


def test_excerpts_of_an_older_text_stay_with_it() -> None:
    one, other = _text(3), _text(4)
    whole = signature("w", f"{one} {other}", "2024-06-01")
    parts = [signature("a", one, "2024-06-02"), signature("b", other, "2024-06-02")]
    assert _parted([whole, *parts]) == [("a", "b", "w")]


def test_a_copy_between_a_text_and_its_formula_of_another_day_goes_with_the_nearer() -> None:
    body, told = _text(5, 60), "on {day} {a} of {b} and {c} more"
    first = signature("a", f"{body} {told.format(day='Monday', a=14, b=39, c=55)}", "2024-06-10")
    again = signature("b", f"{body} {told.format(day='Friday', a=22, b=47, c=61)}", "2024-06-14")
    brief = signature("c", body, "2024-06-11")
    assert _parted([first, again, brief]) == [("a", "c"), ("b",)]


def test_what_a_person_split_stays_apart_and_what_they_merged_together() -> None:
    text = _text(6)
    copies = [signature(name, f"{text} {name}") for name in "abc"]
    other = signature("d", _text(7))
    split = (Decision("split", "a", "b"), Decision("split", "a", "c"), Decision("merge", "a", "d"))
    assert _parted([*copies, other]) == [("a", "b", "c"), ("d",)]
    assert _parted([*copies, other], split) == [("a", "d"), ("b", "c")]


def test_of_two_decisions_the_later_holds() -> None:
    copies = [signature(name, f"{_text(6)} {name}") for name in "ab"]
    split, merge = Decision("split", "a", "b"), Decision("merge", "b", "a")
    assert _parted(copies, (merge, split)) == [("a",), ("b",)]
    assert _parted(copies, (split, merge)) == [("a", "b")]


POOL = [
    signature(f"{seed}-{name}", text, day)
    for seed in range(4)
    for name, text, day in [
        ("whole", _text(seed), "2024-06-01"),
        ("half", " ".join(_text(seed).split()[:60]), "2024-06-02"),
        ("mixed", " ".join(_text(seed).split()[:70] + _text(seed + 1).split()[:50]), "2024-06-02"),
    ]
]
EDGES = _edges(POOL)


@given(st.randoms(use_true_random=False))
@settings(max_examples=30, deadline=None)
def test_stories_do_not_depend_on_the_order_of_arrival(chance: random.Random) -> None:
    articles, edges = list(POOL), list(EDGES)
    chance.shuffle(articles)
    chance.shuffle(edges)
    mixed = partition({s.id: s for s in articles}, edges)
    assert mixed == partition({s.id: s for s in POOL}, EDGES)
