"""What the rules of English and French clauses owe to whole sentences: times, voices, joined things, heads described."""

import os
from pathlib import Path

import pytest

from dragoman.pipeline import Knowledge, load_knowledge, read_clauses
from dragoman.records import Clause


@pytest.fixture(scope="module")
def knowledge(compiled_packs: None) -> Knowledge:
    return load_knowledge(("en", "fr"), cache=Path(os.environ["DRAGOMAN_CACHE"]))


def clause(text: str, act: str, knowledge: Knowledge, language: str = "en") -> Clause:
    return next(c for c in read_clauses(text, language, knowledge) if c.act == act)


def codes(text: str, act: str, knowledge: Knowledge, language: str = "en") -> tuple[list[str | None], list[str | None]]:
    """Name the countries on both sides of an act."""
    told = clause(text, act, knowledge, language)
    return [e.code for m in told.actor for e in m.entities], [e.code for m in told.recipient for e in m.entities]


def month(told: Clause) -> str:
    return told.time.edtf if told.time is not None else ""


def vouchers(text: str, act: str, knowledge: Knowledge, language: str = "en") -> list[str]:
    return [a.entity.text for a in clause(text, act, knowledge, language).attribution]


def test_a_relative_clause_keeps_the_time_at_its_end(knowledge: Knowledge) -> None:
    text = "Norway, which expelled the envoy of Sudan, an old general, in May, will protest in July."
    assert month(clause(text, "expel", knowledge)) == "XXXX-05"


def test_a_time_behind_and_belongs_to_the_verb_behind_it(knowledge: Knowledge) -> None:
    text = "Norway accused Sudan in May and in July expelled the envoy of Chad."
    assert [month(clause(text, act, knowledge)) for act in ("accuse", "expel")] == ["XXXX-05", "XXXX-07"]


def test_a_day_after_opens_a_clause(knowledge: Knowledge) -> None:
    text = "The blast came a day after Sudan bombed Chad."
    assert codes(text, "bomb", knowledge) == (["SDN"], ["TCD"])


def test_a_second_thing_does_not_hide_whom_the_first_reaches(knowledge: Knowledge) -> None:
    assert codes("Norway sent rescue teams and tents to Chad.", "send", knowledge) == (["NOR"], ["TCD"])


def test_an_unknown_word_in_ed_is_a_verb_but_no_name_is(knowledge: Knowledge) -> None:
    assert codes("Norway, whose envoy snaffled the prize, accused Sudan.", "accuse", knowledge) == (["NOR"], ["SDN"])
    assert all(c.entry != "ed" for c in read_clauses("Norway met Zorbed.", "en", knowledge))


def test_a_verb_behind_a_description_goes_back_to_its_head(knowledge: Knowledge) -> None:
    text = "A journalist of Chad that snaffled the prize, was arrested."
    assert [e.sector for m in clause(text, "arrest", knowledge).recipient for e in m.entities] == ["JRN"]


def test_who_speaks_behind_a_sentence_vouches_for_all_of_it(knowledge: Knowledge) -> None:
    text = "Sudan bombed Chad when Chad attacked Sudan, officials said."
    assert vouchers(text, "bomb", knowledge) == vouchers(text, "attack", knowledge) == ["officials"]
    text = "Sudan bombed Chad and Chad attacked Sudan, officials said."
    assert vouchers(text, "bomb", knowledge) == vouchers(text, "attack", knowledge) == ["officials"]


def test_a_medium_that_is_told_vouches_too(knowledge: Knowledge) -> None:
    assert vouchers("The minister told Reuters that Sudan had bombed Chad.", "bomb", knowledge)[-1] == "Reuters"


def test_it_behind_said_is_not_who_speaks(knowledge: Knowledge) -> None:
    text = "Norway, which met Chad in May, said it strongly supported Sudan."
    assert codes(text, "support", knowledge) == (["NOR"], ["SDN"])


def test_french_speakers_stand_behind_time_and_place(knowledge: Knowledge) -> None:
    text = "Le Soudan a bombardé le Tchad, a annoncé jeudi à Paris le ministre norvégien."
    assert vouchers(text, "bomb", knowledge, "fr") == ["le ministre norvégien"]


@pytest.mark.parametrize(
    ("text", "sector"), [("Des Russes ont manifesté.", "CVL"), ("A Paris, des Russes ont manifesté.", "CVL")]
)
def test_a_french_capital_tells_the_people(text: str, sector: str, knowledge: Knowledge) -> None:
    told = next(c for c in read_clauses(text, "fr", knowledge) if c.actor)
    assert [(e.code, e.sector) for m in told.actor for e in m.entities] == [("RUS", sector)]


def test_french_capitals_may_lack_their_accent(knowledge: Knowledge) -> None:
    assert codes("L'Egypte a accusé l'Ethiopie.", "accuse", knowledge, "fr") == (["EGY"], ["ETH"])


def test_a_name_with_an_apostrophe_is_one(knowledge: Knowledge) -> None:
    text = "Norway's minister Brian O'Neill accused Sudan."
    assert clause(text, "accuse", knowledge).actor[0].entities[0].text.endswith("Brian O'Neill")


def test_it_that_says_what_it_did_is_the_body_that_speaks_in_french_too(knowledge: Knowledge) -> None:
    assert codes("Le Soudan a annoncé qu'il soutenait le Tchad.", "support", knowledge, "fr") == (["SDN"], ["TCD"])
