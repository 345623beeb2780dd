"""Clauses read with the Thai pack: spaces part lists, subjects are left out, qualifiers stand behind their noun."""

import os
from pathlib import Path

import pytest

from dragoman.pipeline import Knowledge, analyse, load_knowledge
from dragoman.records import Document, Entity, Span

CASES: dict[str, tuple[str, list[str]]] = {
    "what is announced without a subject is the speaker's own": (
        "ประธานาธิบดีทรัมป์ประกาศว่าจะเก็บภาษีสินค้าจีนเพิ่ม",
        ["THREATEN USA > CHN"],
    ),
    "a list parted by spaces goes on to its conjunction": (
        "แคนาดา สหรัฐ และเม็กซิโกบรรลุข้อตกลงการค้าฉบับใหม่",
        ["AGREE CAN MEX USA > "],
    ),
    "whose deed is called by a judging word is blamed": (
        "ฝรั่งเศสเรียกการโจมตีของรัสเซียว่าป่าเถื่อน",
        ["ACCUSE FRA > RUS"],
    ),
    "a deed denied is no deed": ("ฝรั่งเศสไม่โจมตีรัสเซีย", []),
    "a negator before another verb denies only that verb": (
        "ฝรั่งเศสประณามรัสเซียที่ไม่ถอนทหาร",
        ["ACCUSE FRA > RUS"],
    ),
    "an office stands before its country": (
        "รัฐมนตรีต่างประเทศของเยอรมนีวิจารณ์รัสเซีย",
        ["ACCUSE DEU > RUS"],
    ),
}


@pytest.fixture(scope="module")
def thai(compiled_packs: None) -> Knowledge:
    return load_knowledge(("th",), cache=Path(os.environ["DRAGOMAN_CACHE"]))


def side(entities: tuple[Entity, ...]) -> str:
    return " ".join(sorted(entity.code or "?" for entity in entities))


@pytest.mark.parametrize("name", CASES)
def test_thai(name: str, thai: Knowledge) -> None:
    text, expected = CASES[name]
    coding = analyse(Document("case", text, "th", "2018-10-17", sentences=(Span(0, len(text)),)), thai)
    assert coding.error is None
    assert sorted(f"{e.type} {side(e.actor)} > {side(e.recipient)}" for e in coding.events) == sorted(expected), name
