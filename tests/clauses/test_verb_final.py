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
    "who vouches is no part of what is told": (
        "tr",
        "Fransa'ya göre Rusya, Ukrayna'ya saldırdı.",
        ["ASSAULT RUS > UKR actual"],
    ),
    "who vouches and owns what is cited is no victim": ("tr", "Fransa'nın verilerine göre Rusya saldırdı.", []),
    "a clause of time inside another has its own subject": (
        "tr",
        "Almanya, Rusya Ukrayna'ya saldırırken İran'ı kınadı.",
        ["ASSAULT RUS > UKR actual", "ACCUSE DEU > IRN actual"],
    ),
    "a bare subject need not come first": (
        "tr",
        "Salı günü Ankara'da Fransa, İran'ı kınadı.",
        ["ACCUSE FRA > IRN actual"],
    ),
    "a country and its people are one nominative": (
        "tr",
        "İsrail askerleri göstericilere ateş açtı.",
        ["ASSAULT ISR > ISR actual"],
    ),
    "several people are one phrase, what stands behind them another": (
        "tr",
        "Türk yetkililer Amerikalı rahibi serbest bıraktı.",
        ["RETREAT TUR > USA actual"],
    ),
    "a bare noun between an owner and what is owned is nobody": (
        "tr",
        "Fransa, İtalya'nın göçmen politikasını eleştirdi.",
        ["ACCUSE FRA > ITA actual"],
    ),
    "an object of no certain one has no case": (
        "tr",
        "Japonya, Endonezya'ya kurtarma ekibi gönderdi.",
        ["AID JPN > IDN actual"],
    ),
    "that a treaty was signed is only presupposed": (
        "tr",
        "ABD, Rusya ile imzaladığı anlaşmadan çekildi.",
        ["SANCTION USA > RUS actual"],
    ),
    "what somebody is called behind for": (
        "tr",
        "Alman bakan, Rusya'nın saldırısını skandal olarak nitelendirdi.",
        ["ACCUSE DEU > RUS actual"],
    ),
    "a topic may be the object though the subject is one too": (
        "ja",
        "中国との会談も日本は延期した。",
        ["REJECT JPN > CHN actual"],
    ),
    "that a pact was signed is only presupposed": (
        "ja",
        "米国はロシアと結んだ条約を破棄した。",
        ["SANCTION USA > RUS actual"],
    ),
    "with whom somebody meets is not joined to where": (
        "ja",
        "英国の首相はドイツの首相とベルリンで会談した。",
        ["CONSULT DEU GBR >  actual"],
    ),
    "a count closes a list": (
        "ja",
        "カナダ、米国、メキシコの3カ国は新たな貿易協定で合意した。",
        ["AGREE CAN MEX USA >  actual"],
    ),
    "both sides close a list of two": ("ja", "フランス、ドイツ両国は合意した。", ["AGREE DEU FRA >  actual"]),
    "talks reach over their topic to those between whom they are": (
        "ja",
        "米国とイランの間の核問題に関する協議が始まった。",
        ["CONSULT IRN USA >  actual"],
    ),
    "whose craft it is answers for what it did": (
        "ja",
        "米軍の艦艇が台湾海峡を通過したことに中国が反発した。",
        ["ACCUSE CHN > USA actual"],
    ),
    "what is only tried has not happened": ("ja", "ロシアはウクライナを攻撃しようとしている。", []),
    "a judging word before a verb of saying blames": (
        "ja",
        "ドイツの外相はロシアの攻撃を卑劣だと述べた。",
        ["ACCUSE DEU > RUS actual"],
    ),
    "who says it stands before what is judged": (
        "ko",
        "독일 외무장관은 러시아의 공격이 비열하다고 말했다.",
        ["ACCUSE DEU > RUS actual"],
    ),
    "a word of praise blames nobody": ("ko", "독일 외무장관은 러시아의 제안이 유용하다고 말했다.", []),
    "a country behind a name opens the office": (
        "ko",
        "메르켈 독일 총리는 러시아를 비난했다.",
        ["ACCUSE DEU > RUS actual"],
    ),
    "a count with a particle of its own closes a list": (
        "ko",
        "캐나다, 미국, 멕시코 3개국은 새 무역협정에 합의했다.",
        ["AGREE CAN MEX USA >  actual"],
    ),
    "an abbreviation before a craft is its country": (
        "ko",
        "미 군함이 대만해협을 통과한 데 대해 중국이 반발했다.",
        ["ACCUSE CHN > USA actual"],
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
