"""Clauses of Swedish: negation behind the verb or its subject, supines, relatives between commas."""

import pytest

from dragoman.pipeline import Knowledge, load_knowledge, read_clauses
from dragoman.records import Clause


@pytest.fixture(scope="module")
def swedish() -> Knowledge:
    return load_knowledge(("sv",))


def one_clause(swedish: Knowledge, text: str, act: str) -> Clause:
    return next(clause for clause in read_clauses(text, "sv", swedish) if clause.act == act)


@pytest.mark.parametrize("text", ["USA stöder inte Israel.", "På torsdagen stödde USA inte Israel."])
def test_a_negator_stands_behind_the_finite_verb_or_its_subject(swedish: Knowledge, text: str) -> None:
    assert one_clause(swedish, text, "support").factuality == "negated"


def test_a_negator_behind_the_object_and_a_comma_is_of_another_phrase(swedish: Knowledge) -> None:
    assert one_clause(swedish, "USA stöder Israel, inte Iran.", "support").factuality == "actual"


def test_a_supine_without_its_auxiliary_is_no_passive(swedish: Knowledge) -> None:
    text = "Det skedde en dag efter att ryska stridsflygplan bombat ett läger i Syrien."
    assert [m.span.of(text) for m in one_clause(swedish, text, "bomb").actor] == ["ryska stridsflygplan"]


def test_a_verb_behind_a_relative_clause_has_the_subject_before_it(swedish: Knowledge) -> None:
    text = "USA, som i mars utvisade ryska sändebud, fördömde Iran."
    assert [m.span.of(text) for m in one_clause(swedish, text, "condemn").actor] == ["USA"]
