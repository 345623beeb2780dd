"""An article of sport, shows or markets owes no events; one that mentions them does."""

import pytest

from dragoman.coding.domain import FEWEST, SHARE, foreign_domain
from dragoman.packs.load import load_concepts

CONCEPTS = load_concepts()


@pytest.mark.parametrize("domain", sorted(SHARE))
def test_an_article_that_speaks_of_nothing_else_belongs_to_its_domain(domain: str) -> None:
    thing = next(name for name, t in CONCEPTS.things.items() if t.domain == domain)
    assert foreign_domain([{thing}] * FEWEST, CONCEPTS) == domain


def test_two_sentences_are_too_few() -> None:
    assert foreign_domain([{"sport"}] * (FEWEST - 1), CONCEPTS) is None


@pytest.mark.parametrize(("others", "domain"), [(9, "sport"), (10, None)])
def test_a_quarter_of_the_sentences_makes_an_article_one_of_sport(others: int, domain: str | None) -> None:
    assert foreign_domain([{"sport"}] * 3 + [set()] * others, CONCEPTS) == domain


def test_disasters_and_political_things_are_our_business() -> None:
    assert foreign_domain([{"disaster", "agreement"}] * 10, CONCEPTS) is None


def test_an_article_that_names_who_governs_as_often_is_no_show() -> None:
    assert foreign_domain([{"entertainment"}] * 4, CONCEPTS, powers=lambda: 5) is None
    assert foreign_domain([{"entertainment"}] * 4, CONCEPTS, powers=lambda: 4) == "entertainment"
