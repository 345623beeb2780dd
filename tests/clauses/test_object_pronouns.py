"""Object pronouns, gerunds and possessives of a toy language that leaves subjects out.

tgo: lo = him or the, iliz = them, suo = his, her, its or their, de = of and from, kontra = against, ha = has,
blagid = accused, kondemid = condemned, oposid = opposed, taksing = taxing.
"""

import pytest

from dragoman.pipeline import Knowledge, analyse
from dragoman.records import Document, Entity, Span

MET = "Lo prezo de Korodo runid na Rusodo."


def events(toys: Knowledge, *sentences: str) -> list[str]:
    spans, at = [], 0
    for sentence in sentences:
        spans.append(Span(at, at + len(sentence)))
        at += len(sentence) + 1
    coding = analyse(Document("toy", "\n".join(sentences), "tgo", "2024-06-14", sentences=tuple(spans)), toys)
    assert coding.error is None
    return [f"{event.type} {side(event.actor)} > {side(event.recipient)}" for event in coding.events]


def side(entities: tuple[Entity, ...]) -> str:
    return " ".join(entity.code or "?" for entity in entities)


CASES = {
    "a pronoun right before its verb is its object": ([MET, "Lo prezo de Ukrodo lo blagid."], ["ACCUSE UKR > KOR"]),
    "it may stand before the auxiliary": ([MET, "Lo prezo de Ukrodo lo ha blagit."], ["ACCUSE UKR > KOR"]),
    "the same word before a noun is an article": ([MET, "Ukrodo blagid lo prezo de Rusodo."], ["ACCUSE UKR > RUS"]),
    "an object that is named as well counts": ([MET, "Rusodo lo blagid ze Ukrodo."], ["ACCUSE RUS > UKR"]),
    "a subject left out is the one told before": (["Korodo runid na Rusodo.", "Kovid Ukrodo."], ["ASSAULT KOR > UKR"]),
    "an adverb does not hide it": (["Korodo runid na Rusodo.", "Yamo kovid Ukrodo."], ["ASSAULT KOR > UKR"]),
    "a gerund has the subject of its clause and not the noun before it": (
        ["Korodo zitid lo postulo de Rusodo taksing lo merko Ukrod."],
        ["SANCTION KOR > UKR"],
    ),
    "whom an attack befell is not blamed for it": (
        ["Korodo kondemid lo kovat kontra Ukrodo."],
        ["ACCUSE KOR > ", "ASSAULT  > UKR"],
    ),
    "whose bid is opposed is meant, and not what it would join": (
        ["Rusodo dikid ke lo merko de Ukrodo zitid.", "Korodo oposid ze suo membero ze EU."],
        ["REJECT KOR > UKR"],
    ),
    "whose stance draws criticism does not criticise": (
        ["Lo postulo de Korodo suskid kritiko de Rusodo."],
        ["ACCUSE RUS > KOR"],
    ),
    "a word that is article and 'of' is 'of' behind a noun": (
        ["Lo postulo dei Korodo suskid kritiko de Rusodo."],
        ["ACCUSE RUS > KOR"],
    ),
    "a name in quotation marks does not part a subject from its verb": (
        ['Lo soldoz Korod "Zagor" kovid Rusodo.'],
        ["ASSAULT KOR > RUS"],
    ),
    "a verb in quotation marks keeps its auxiliary": (['Korodo ha "kondemit" lo kovat.'], ["ACCUSE KOR > "]),
    "what is promised may stand in quotation marks": (['Korodo prosid ke "nul kova Rusodo".'], ["AGREE KOR > RUS"]),
}


@pytest.mark.parametrize(("sentences", "told"), CASES.values(), ids=CASES.keys())
def test_who_is_meant(toys: Knowledge, sentences: list[str], told: list[str]) -> None:
    assert events(toys, *sentences) == told
