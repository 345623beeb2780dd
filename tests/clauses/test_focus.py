"""Clauses where the verb stands first and its focus tells who is who, read in a toy language.

tuf: ka = the noun in focus, ki = by or of, sa = to, on or in, na = that, who, already; s- verbs have whom in focus, m- verbs
who acts (subak/mubak = attacked, sokup = arrested, sokri = criticised, sohim = urged, mopro = promised, soto = said, sabo =
"says", mobis = visited, motar = retreated, mola = slept, sogawa = made, pagkri = criticism, pakipul = meeting with).
"""

import pytest

from dragoman.pipeline import Knowledge, analyse
from dragoman.records import Document, Span

CASES: dict[str, tuple[str, list[str]]] = {
    "object focus has whom behind its marker": ("Subak ki Rusfa ka Ukrfa.", ["ASSAULT RUS > UKR"]),
    "actor focus has who acts behind the same marker": ("Mubak ka Rusfa sa Ukrfa.", ["ASSAULT RUS > UKR"]),
    "a small word between verb and agent changes nothing": ("Subak na ki Rusfa ka Ukrfa.", ["ASSAULT RUS > UKR"]),
    "a noun before the verb takes the place of the one in focus": ("Ka Ukrfa ay subak ki Rusfa.", ["ASSAULT RUS > UKR"]),
    "a headline has who acts before an object-focus verb": ("Rusfa subak ka Ukrfa", ["ASSAULT RUS > UKR"]),
    "a cleft asks who it was": ("Ka Rusfa ka mubak sa Ukrfa.", ["ASSAULT RUS > UKR"]),
    "a relative clause has its noun in focus": ("Sokri ki Korfa ka Rusfa na mubak sa Ukrfa.",
                                                ["ACCUSE KOR > RUS", "ASSAULT RUS > UKR"]),
    "an argument may wait behind a relative clause": ("Sokri ki Korfa, na mola, ka Rusfa.", ["ACCUSE KOR > RUS"]),
    "whom one urges is to act": ("Sohim ki Korfa ka Rusfa na motari.", ["REQUEST KOR > RUS"]),
    "who promises visits": ("Mopro ka Rusfa na mobisi sa Korfa.", ["AGREE RUS > KOR"]),
    "who speaks stands behind a verb that only reports": ("Subak ki Rusfa ka Ukrfa, sabo ki Korfa.",
                                                          ["ASSAULT RUS > UKR"]),
    "a pronoun stands between negator and verb": ("Soto ki Korfa na di niya subak ka Ukrfa.", []),
    "what one does it for has not happened": ("Mola ka Rusfa para mubaki sa Ukrfa.", []),
    "the joined clause goes on about who acted": ("Mobis ka Korfa sa Rusfa at sokri ka Ukrfa.",
                                                  ["CONSULT KOR > RUS", "ACCUSE KOR > UKR"]),
    "a light verb carries the deed behind it": ("Sokri ki Korfa ka sogawang pagkri.", []),
}  # fmt: skip


def told(toys: Knowledge, text: str) -> list[str]:
    coding = analyse(Document("toy", text, "tuf", "2024-06-14", sentences=(Span(0, len(text)),)), toys)
    assert coding.error is None
    return [
        f"{e.type} {' '.join(a.code or '?' for a in e.actor)} > {' '.join(r.code or '?' for r in e.recipient)}"
        for e in coding.events
    ]


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_a_clause_is_read_by_the_focus_of_its_verb(toys: Knowledge, text: str, expected: list[str]) -> None:
    assert sorted(told(toys, text)) == sorted(expected)


def test_a_name_behind_a_linker_belongs_to_the_office_before_it(toys: Knowledge) -> None:
    text = "Subak ki pang Rusfa na ka Oleg Tarun ka Ukrfa."
    coding = analyse(Document("toy", text, "tuf", "2024-06-14", sentences=(Span(0, len(text)),)), toys)
    (attack,) = coding.events
    assert [(a.code, a.office) for a in attack.actor] == [("RUS", "president")]
    assert [r.code for r in attack.recipient] == ["UKR"]
