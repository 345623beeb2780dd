"""Clauses of languages whose verb comes last, read with the packs of Korean, Japanese and Turkish."""

import os
from pathlib import Path

import pytest

from dragoman.pipeline import Knowledge, analyse, load_knowledge
from dragoman.records import Document, Entity, Span

CASES: dict[str, tuple[str, str, list[str]]] = {
    "a new topic ends what the verb before it has": (
        "ko",
        "러시아는 이란을 비난했고, 우크라이나는 러시아에 철수를 요구했다.",
        ["ACCUSE RUS > IRN actual", "REQUEST UKR > RUS actual"],
    ),
    "what is told before the speaker is named is the act of its topic": (
        "ko",
        "중국은 일본과의 회담을 연기했다고 국방부가 밝혔다.",
        ["REJECT CHN > JPN actual"],
    ),
    "a helping verb after an intent leaves the clause its subject": (
        "ko",
        "러시아는 우크라이나가 국경을 침범하려 한다고 비난했다.",
        ["ACCUSE RUS > UKR actual"],
    ),
    "a helping verb may tie a clause to the noun after it": (
        "ko",
        "이란은 이스라엘을 탓하고 있는 미국을 비난했다.",
        ["ACCUSE USA > ISR actual", "ACCUSE IRN > USA actual"],
    ),
    "the second of two verbs in a row only colours the first": (
        "ko",
        "프랑스는 이란을 계속 비난해 왔다.",
        ["ACCUSE FRA > IRN actual"],
    ),
    "what may happen has not happened": ("ko", "미국은 이란을 공격할 가능성이 있다.", []),
    "what is prepared for a purpose has not happened": (
        "ko",
        "경찰은 시위대를 해산시키기 위해 최루탄을 준비했다.",
        [],
    ),
    "a question tells no fact": ("ko", "미국이 이란을 공격했는가?", []),
    "a question with a question mark tells no fact": ("tr", "Rusya, Ukrayna'ya saldırdı mı?", []),
    "a particle at the end of a list is for all of it": (
        "ko",
        "칠레, 페루, 브라질은 쿠바를 비난했다.",
        ["ACCUSE BRA CHL PER > CUB actual"],
    ),
    "a verb after an object is no noun": (
        "ko",
        "미국은 북한에 긴장을 높이는 행동을 중단할 것을 촉구했다.",
        ["REQUEST USA > PRK actual"],
    ),
    "what aid is for is nobody's addressee": (
        "ja",
        "米国は25日、シリアへの支援を停止することで日本と合意した。",
        ["AGREE USA > JPN actual"],
    ),
    "a verb without a past that is told is still to come": (
        "ja",
        "米国はイランに制裁を科すと発表した。",
        ["THREATEN USA > IRN actual"],
    ),
    "who is blamed for a deed stands before the deed": (
        "tr",
        "Çin, ABD'yi zorbalık yapmakla suçladı.",
        ["ACCUSE CHN > USA actual"],
    ),
    "a genitive is the subject of what is demanded": (
        "tr",
        "Fransa, Rusya'nın Ukrayna'dan çekilmesini istedi.",
        ["REQUEST FRA > RUS actual"],
    ),
    "what is threatened is one's own intent": (
        "tr",
        "Almanya, İran'a yaptırım uygulayacağı uyarısında bulundu.",
        ["THREATEN DEU > IRN actual"],
    ),
    "a describing clause leaves the addressee to the verb above": (
        "tr",
        "ABD, Rusya'ya gerilimi artıran eylemlere son verme çağrısında bulundu.",
        ["REQUEST USA > RUS actual"],
    ),
}


@pytest.fixture(scope="module")
def packs(compiled_packs: None) -> Knowledge:
    return load_knowledge(("ja", "ko", "tr"), cache=Path(os.environ["DRAGOMAN_CACHE"]))


def side(entities: tuple[Entity, ...]) -> str:
    return " ".join(sorted(entity.code or "?" for entity in entities))


@pytest.mark.parametrize("name", CASES)
def test_verb_final(name: str, packs: Knowledge) -> None:
    language, text, expected = CASES[name]
    coding = analyse(Document("case", text, language, "2018-10-17", sentences=(Span(0, len(text)),)), packs)
    assert coding.error is None
    told = [f"{e.type} {side(e.actor)} > {side(e.recipient)} {e.status}" for e in coding.events]
    assert sorted(told) == sorted(expected), name
