"""Clauses of a toy language with cases, participles that agree with nouns and a reflexive word.

tuk: subject verb object in any order (-n = whom, -s = whose, -d = to whom, -m = by whom; kovi = attack, blagi = accuse,
diki = say, vizi = visit, pushi = expel, rendi si = meet; soldo = soldier, prezo = president, polso = police, stato =
state; ihes = they, their; na = in, kyu = which, ke = that, -eni = participle of who suffers, -eshi = of who acts).
"""

import pytest

from dragoman.pipeline import Knowledge, analyse
from dragoman.records import Document, Span

CASES: dict[str, tuple[str, list[str]]] = {
    "a participle behind a comma describes the noun before it": (
        "Korko blagil ruskan soldokn, koveshi Ukrkon.",
        ["ACCUSE KOR > RUS", "ASSAULT RUS > UKR"],
    ),
    "a noun behind a participle is what it describes and the object of the verb before both": (
        "Korko blagil pusheni Ukrkom ruskan soldokn.",
        ["ACCUSE KOR > RUS", "SANCTION UKR > RUS"],
    ),
    "a participle right behind its noun describes it": (
        "Korko blagil ruskan soldokn pusheni Ukrkom.",
        ["ACCUSE KOR > RUS", "SANCTION UKR > RUS"],
    ),
    "the noun of a country qualifies no noun behind it": (
        "Pusheni Ukrkom soldok vizil Korkon.",
        ["SANCTION UKR > ?", "CONSULT ? > KOR"],
    ),
    "a reflexive word may stand before its verb": ("Korko si rendil ruskam prezom.", ["CONSULT KOR RUS > "]),
    "a reflexive word may stand behind its verb": ("Korko rendil si ruskam prezom.", ["CONSULT KOR RUS > "]),
    "a verb without its reflexive word is another verb": ("Korko rendil ruskam prezom.", []),
    "a reflexive word of another clause belongs to no verb here": ("Korko si, rendil ruskam prezom.", []),
    "a nominative opens the next phrase": ("Na Korkod polso kovil ruskan soldokn.", ["ASSAULT KOR > RUS"]),
    "a relative clause between a subject and its verb is stepped over": (
        "Rusko, kyu kovil Ukrkon, blagil Korkon.",
        ["ASSAULT RUS > UKR", "ACCUSE RUS > KOR"],
    ),
    "a noun has no part in a relative clause that an adposition opens": (
        "Ukrka prezo, na kyu kovil Rusko, vizil Korkon.",
        ["CONSULT UKR > KOR"],
    ),
    "a pronoun before a noun owns it": ("Korko blagil ihes soldokn.", ["ACCUSE KOR > KOR"]),
    "a pronoun before a noun in another case stands alone": ("Korko blagil ihes soldokm.", []),
    "what is reported without a subject goes on with who reports it": (
        "Rusko dikil ke kovil Ukrkon.",
        ["ASSAULT RUS > UKR"],
    ),
    "what is reported with an unknown subject is another's": (
        "Rusko dikil ke blimo kovil Ukrkon.",
        ["ASSAULT  > UKR"],
    ),
    "where it happened may stand between an auxiliary and its participle": (
        "Korka prezo estil na Torontod pushent Ukrkom.",
        ["SANCTION UKR > KOR"],
    ),
    "several states are not the state an article is about": ("Statok pushil ruskan soldokn.", ["SANCTION ? > RUS"]),
}


@pytest.mark.parametrize(("text", "told"), CASES.values(), ids=CASES.keys())
def test_a_clause_of_cases_is_read(toys: Knowledge, text: str, told: list[str]) -> None:
    coding = analyse(Document("toy", text, "tuk", "2024-06-14", sentences=(Span(0, len(text)),)), toys)
    assert coding.error is None
    found = [
        f"{e.type} {' '.join(a.code or '?' for a in e.actor)} > {' '.join(r.code or '?' for r in e.recipient)}"
        for e in coding.events
    ]
    assert sorted(found) == sorted(told)


@pytest.mark.parametrize("name", ["Toronto", "Toronton", "Torontod"])
def test_the_inflected_name_of_a_city_is_known(toys: Knowledge, name: str) -> None:
    text = f"Rusko kovil Ukrkon na {name}."
    unit = toys.language("tuk").reader.units(text, 0, len(text))[4]
    assert [meaning.concept for meaning, _ in unit.readings["place"]] == ["CAN"]


def test_the_inflected_name_of_a_small_town_is_not_guessed(toys: Knowledge) -> None:
    text = "Rusko kovil Ukrkon na Monsantod."
    assert "place" not in toys.language("tuk").reader.units(text, 0, len(text))[4].readings


def test_who_speaks_stands_behind_whom_a_report_addresses(toys: Knowledge) -> None:
    text = "Rusko kovil Ukrkon, dikil Ukrkad soldod Korko."
    coding = analyse(Document("toy", text, "tuk", "2024-06-14", sentences=(Span(0, len(text)),)), toys)
    assert [[a.entity.code for a in e.attribution] for e in coding.events] == [["KOR"]]


def test_the_first_of_two_roles_is_the_head(toys: Knowledge) -> None:
    text = "Ruska polso prezos kovil Ukrkon."
    coding = analyse(Document("toy", text, "tuk", "2024-06-14", sentences=(Span(0, len(text)),)), toys)
    assert [[a.sector for a in e.actor] for e in coding.events] == [["COP"]]
