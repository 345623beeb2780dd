"""Who stands in a role: people who are sent are not those they are sent to."""

import os
from pathlib import Path

import pytest

from dragoman.pipeline import Knowledge, load_knowledge, read_clauses


@pytest.fixture(scope="module")
def knowledge(compiled_packs: None) -> Knowledge:
    return load_knowledge(("en", "pt"), cache=Path(os.environ["DRAGOMAN_CACHE"]))


def recipients(text: str, language: str, act: str, knowledge: Knowledge) -> list[str]:
    """Name whom an act befalls."""
    clause = next(c for c in read_clauses(text, language, knowledge) if c.act == act)
    return [m.span.of(text) for m in clause.recipient]


def test_people_sent_are_not_whom_they_are_sent_to(knowledge: Knowledge) -> None:
    assert recipients("Greece sent rescue teams to Turkey.", "en", "send", knowledge) == ["Turkey"]


def test_whose_commitment_it_is_is_not_to_whom_it_is_reaffirmed(knowledge: Knowledge) -> None:
    text = "O ministro reafirmou o compromisso dos Estados Unidos com a segurança do Japão."
    assert recipients(text, "pt", "reaffirm", knowledge) == ["Japão"]
