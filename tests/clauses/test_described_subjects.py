"""A verb behind a relative clause is that of what the clause describes, not of the last noun in it."""

import os
from pathlib import Path

import pytest

from dragoman.pipeline import Knowledge, load_knowledge, read_clauses


@pytest.fixture(scope="module")
def knowledge(compiled_packs: None) -> Knowledge:
    return load_knowledge(("en", "es", "id"), cache=Path(os.environ["DRAGOMAN_CACHE"]))


@pytest.mark.parametrize(
    ("language", "text", "arrested"),
    [
        ("en", "The soldiers who attacked Turkey were arrested by Greek police.", "The soldiers"),
        ("es", "Los soldados que atacaron Turquía fueron detenidos por la policía griega.", "Los soldados"),
        ("es", "Los soldados que entraron con tanques a la ciudad fueron detenidos.", "Los soldados"),
    ],
)
def test_who_is_described_is_who_is_told_of(language: str, text: str, arrested: str, knowledge: Knowledge) -> None:
    clause = next(c for c in read_clauses(text, language, knowledge) if c.act == "arrest")
    assert [m.span.of(text) for m in clause.recipient] == [arrested]


def test_what_another_verb_has_taken_has_no_verb_of_its_own(knowledge: Knowledge) -> None:
    text = "France praised the soldiers who attacked Turkey and Greece condemned the raid."
    clause = next(c for c in read_clauses(text, "en", knowledge) if c.act == "condemn")
    assert [m.span.of(text) for m in clause.actor] == ["Greece"]
