"""Articles become stories with an earliest member, an origin and their ties."""

import random
from pathlib import Path
from typing import Any

import pytest
import yaml
from story_making import WORDS, signature

from dragoman.pipeline import Knowledge, analyse
from dragoman.records import Document, Signature
from dragoman.stories.link import link
from dragoman.stories.signature import signature_of


def _text(seed: int, size: int = 120) -> str:
    chance = random.Random(seed)
    return " ".join(f"{chance.choice(WORDS)}{chance.choice('abcdefghijklmnop')}" for _ in range(size))


def test_the_earliest_known_member_names_the_story() -> None:
    text = _text(1)
    (story,) = link(
        [
            signature("a", text, None),
            signature("b", f"{text} late", "2024-06-12"),
            signature("c", f"{text} soon", "2024-06-11"),
        ]
    )
    assert (story.id, story.earliest, story.members) == ("c", "c", ("c", "b", "a"))
    assert all(edge.score > 0.9 for edge in story.edges)


def test_the_origin_is_what_most_chains_credit() -> None:
    text = _text(1)
    (story,) = link(
        [
            signature("a", text, "2024-06-10", outlet="Courier", credited=("Reuters",)),
            signature("b", f"{text} b", "2024-06-11", outlet="Gazette", credited=("Yonhap",)),
            signature("c", f"{text} c", "2024-06-11", outlet="Herald", credited=("Yonhap",)),
        ]
    )
    assert story.origin == "Yonhap"


def test_where_no_chain_credits_anyone_the_origin_is_the_outlet_of_the_first() -> None:
    text = _text(1)
    (story,) = link(
        [signature("a", text, "2024-06-10", outlet="Courier"), signature("b", text, "2024-06-11", outlet="Gazette")]
    )
    assert story.origin == "Courier"


def test_an_article_like_no_other_is_a_story_by_itself() -> None:
    stories = link([signature("a", _text(1)), signature("b", _text(2))])
    assert [story.members for story in stories] == [("a",), ("b",)]
    assert all(story.edges == () for story in stories)


@pytest.mark.parametrize("seed", range(5))
def test_arrival_in_any_order_gives_the_same_stories(seed: int) -> None:
    articles = [
        signature(f"{n}{copy}", f"{_text(n)} {'more ' * copy}", f"2024-06-{10 + copy}")
        for n in range(6)
        for copy in range(4)
    ]
    mixed = list(articles)
    random.Random(seed).shuffle(mixed)
    assert link(mixed) == link(articles)


FORMULAS: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "formulas.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    from dragoman.cli.knowledge import knowledge as known

    return known(tuple(formula["language"] for formula in FORMULAS))


def _written(formula: dict[str, Any], day: dict[str, str]) -> str:
    return str(formula["text"]).format(**day)


def _read(name: str, text: str, language: str, published: str, knowledge: Knowledge) -> Signature:
    return signature_of(name, analyse(Document(name, text, language, published), knowledge))


@pytest.mark.parametrize("formula", FORMULAS, ids=lambda formula: formula["language"])
def test_the_same_formula_on_another_day_is_another_story_and_its_copies_are_not(
    formula: dict[str, Any], knowledge: Knowledge
) -> None:
    articles = []
    for number, day in enumerate(formula["days"]):
        text = _written(formula, day)
        shorter = "\n".join(text.splitlines()[:2])
        for kind, words in (("whole", text), ("short", shorter), ("headed", f"News of the harbour\n{text}")):
            articles.append(_read(f"{number}-{kind}", words, formula["language"], day["published"], knowledge))
    stories = {frozenset(member.partition("-")[0] for member in story.members) for story in link(articles)}
    assert stories == {frozenset(str(number)) for number in range(len(formula["days"]))}
    assert len(link(articles)) == len(formula["days"])


def test_translations_of_a_formula_find_the_article_of_their_own_day(knowledge: Knowledge) -> None:
    articles = [
        _read(
            f"{day['published']}-{formula['language']}",
            _written(formula, day),
            formula["language"],
            day["published"],
            knowledge,
        )
        for formula in FORMULAS
        for day in formula["days"]
    ]
    for story in link(articles):
        assert len({member[:10] for member in story.members}) == 1
