"""Grouping depends on the set of tellings alone, and never draws recurrences together by a chain."""

import random
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.records.incident import Gist, Telling
from dragoman.stories.incident_groups import find_ties, group_tellings

sys.path.insert(0, str(Path(__file__).parent))
from incident_making import KOR_GOV, KOR_MIL, PRK_MIL, gist, news, soldiers, telling


def parted(tellings: list[Telling]) -> set[frozenset[str]]:
    return {frozenset(t.doc for t in group.tellings) for group in group_tellings(tellings)}


def test_tellings_of_one_day_in_several_words_are_one_incident() -> None:
    told = [telling("a"), telling("b", gist(acts=("intrude",), themes=())), telling("c", news("2026-05-11"))]
    assert parted(told) == {frozenset("abc")}


def test_recurrences_stay_apart_though_news_without_a_day_lies_between() -> None:
    told = [
        telling("a", gist(counts=soldiers(20))),
        telling("b", gist(first="2026-05-12", last="2026-05-12", counts=soldiers(30))),
        telling("c", news("2026-05-13", counts=soldiers(30))),
        telling("d", news("2026-05-12", counts=soldiers(20))),
    ]
    assert parted(told) == {frozenset("ad"), frozenset("bc")}


def test_a_chain_of_daily_news_is_cut_where_the_ends_are_not_alike() -> None:
    told = [telling(f"d{day}", news(f"2026-05-{day}")) for day in range(11, 19)]
    assert max(len(group) for group in parted(told)) <= 3


def test_a_chain_ends_with_the_week() -> None:
    told = [telling(f"d{day}", news(f"2026-05-{day}")) for day in range(10, 31)]
    components: dict[str, set[str]] = {}
    for group in group_tellings(told):
        components.setdefault(group.component, set()).update(t.doc for t in group.tellings)
    assert max(len(docs) for docs in components.values()) == 7


def test_the_id_stays_as_later_articles_join() -> None:
    first = [telling("a", published="2026-05-11")]
    later = [*first, telling("b", gist(acts=("intrude",), themes=()), published="2026-05-12")]
    assert [g.id for g in group_tellings(first)] == [g.id for g in group_tellings(later)]


def test_every_telling_is_in_one_group() -> None:
    told = [telling("a"), telling("b", gist(actor=(KOR_MIL,))), telling("c", gist(key="x"))]
    assert sorted(t.doc for group in group_tellings(told) for t in group.tellings) == ["a", "b", "c"]


days = st.integers(8, 20).map(lambda day: f"2026-05-{day:02d}")
numbers = st.sampled_from([(), soldiers(20), soldiers(30)])
sides = st.sampled_from([(PRK_MIL,), (KOR_MIL,)])
acts = st.sampled_from([("cross",), ("intrude",), ("deploy",)])
targets = st.sampled_from([(), (KOR_GOV,)])
named = st.builds(
    lambda day, counts, actor, act, to: gist(first=day, last=day, counts=counts, actor=actor, acts=act, recipient=to),
    days, numbers, sides, acts, targets,
)  # fmt: skip
unnamed = st.builds(
    lambda day, counts, actor, act: news(day, counts=counts, actor=actor, acts=act), days, numbers, sides, acts
)
gists = st.lists(st.one_of(named, unnamed), max_size=12)


@settings(max_examples=60, deadline=None)
@given(gists, st.integers(0, 9))
def test_the_order_of_arrival_makes_no_difference(told: list[Gist], seed: int) -> None:
    tellings = [telling(f"doc{number}", one) for number, one in enumerate(told)]
    shuffled = random.Random(seed).sample(tellings, len(tellings))
    assert group_tellings(tellings) == group_tellings(shuffled)


@settings(max_examples=60, deadline=None)
@given(gists)
def test_candidates_miss_no_pair_that_is_alike(told: list[Gist]) -> None:
    from dragoman.stories.incident_compare import compare

    told = list(dict.fromkeys(told))
    ties = find_ties(told, told)
    for a, one in enumerate(told):
        for b, other in enumerate(told):
            if a != b:
                assert (b in ties.get(a, {})) == (compare(one, other) is not None)


@pytest.mark.parametrize("size", [3])
def test_copies_of_one_statement_are_compared_once(size: int) -> None:
    told = [telling(f"copy{n}") for n in range(size)]
    assert len(group_tellings(told)) == 1
