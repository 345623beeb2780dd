"""Whose word a clause is: the quotation's speaker vouches for what is quoted, not for when he spoke."""

import os
from pathlib import Path

import pytest

from dragoman.pipeline import Knowledge, load_knowledge, read_clauses


@pytest.fixture(scope="module")
def knowledge(compiled_packs: None) -> Knowledge:
    return load_knowledge(("en", "es", "id", "pt"), cache=Path(os.environ["DRAGOMAN_CACHE"]))


def vouchers(text: str, language: str, act: str, knowledge: Knowledge) -> list[str]:
    """Name who vouches for the clause of an act."""
    clause = next(c for c in read_clauses(text, language, knowledge) if c.act == act)
    return [a.entity.text for a in clause.attribution]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", '"No cederemos", afirmó el ministro turco tras celebrar una reunión con el embajador de Japón.'),
        ("id", '"Kami tidak mundur," kata menteri Turki setelah pertemuan dengan duta besar Jepang.'),
        ("en", '"We will not yield," said the Turkish minister after holding a meeting with the ambassador of Japan.'),
    ],
)
def test_when_somebody_spoke_is_not_what_he_said(language: str, text: str, knowledge: Knowledge) -> None:
    assert vouchers(text, language, "meet", knowledge) == []


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("es", "El ministro turco afirmó que el ejército había atacado la ciudad.", "El ministro turco"),
        ("id", "Tentara menyerang kota itu, kata menteri Turki.", "menteri Turki"),
    ],
)
def test_what_is_said_is_the_speakers_word(language: str, text: str, who: str, knowledge: Knowledge) -> None:
    assert vouchers(text, language, "attack", knowledge) == [who]


@pytest.mark.parametrize(("text", "act"), [("O ministro japonês afirmou que Putin deve visitar a Coreia.", "visit")])
def test_a_visit_that_must_be_is_one_to_come_and_no_demand(text: str, act: str, knowledge: Knowledge) -> None:
    told = {c.act: c.factuality for c in read_clauses(text, "pt", knowledge)}
    assert told[act] == "future"
    assert "demand" not in told


def test_what_another_must_stop_is_a_demand(knowledge: Knowledge) -> None:
    text = "O ministro japonês afirmou que a Rússia deve interromper os ataques."
    assert "demand" in {c.act for c in read_clauses(text, "pt", knowledge)}


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("es", "Rusia atacó Ucrania, dijo el lunes a la prensa el ministro turco.", "ministro turco"),
        ("pt", "A Rússia atacou a Ucrânia, disse na segunda-feira à imprensa o ministro turco.", "o ministro turco"),
    ],
)
def test_who_speaks_may_stand_behind_the_time_and_whom_it_is_told(
    language: str, text: str, who: str, knowledge: Knowledge
) -> None:
    assert vouchers(text, language, "attack", knowledge) == [who]


def test_whom_it_is_told_is_not_who_speaks(knowledge: Knowledge) -> None:
    assert "la prensa" not in vouchers("Rusia atacó Ucrania, dijo a la prensa.", "es", "attack", knowledge)
