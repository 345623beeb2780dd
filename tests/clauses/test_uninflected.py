"""Clauses where verbs do not inflect, read in toy languages.

tuv: subject verb object, qualifiers behind (nuoc = which country, va = and, noi = said, danh = attacked, to = accused, doi =
demanded, rut = retreat, hung = suffered, che = criticise, tu = from, di = go, gap = meet, dung dao = use a knife, voi =
with, ma = who, hop = talks, nen = should, sau = after, vua = just, nam nguoi linh = five soldiers, dieu giet = inquiry into
a killing, lam = carry out, cong = police, de = in order to, cung = and, with,
tova = attack, ku- = to, kuto- = not to).
tuw: tuv with relative clauses that nothing marks (gui thu = send a letter, vu makes a noun of a verb, nay = this).
tuz: coverbs and relative clauses before the noun (对 = on, 因 = because of, 的 = which, 数名 = several, 后 = after).
"""

import pytest

from dragoman.pipeline import Knowledge, analyse, read_clauses
from dragoman.records import Document, Span

CASES: dict[str, tuple[str, str, list[str]]] = {
    "a noun behind a comma and before a verb opens a relative clause": (
        "tuv",
        "Rusva, nuoc da danh Ukrva, to Korva.",
        ["ASSAULT RUS > UKR", "ACCUSE RUS > KOR"],
    ),
    "what is said of two together has both for subject": (
        "tuv",
        "Korva noi Rusva va Ukrva gap.",
        ["CONSULT RUS UKR > "],
    ),
    "who demands accuses, not who is asked": (
        "tuv",
        "Rusva doi Korva rut va to Ukrva.",
        ["REQUEST RUS > KOR", "ACCUSE RUS > UKR"],
    ),
    "from whom criticism is suffered is who criticises": ("tuv", "Rusva hung che tu Korva.", ["ACCUSE KOR > RUS"]),
    "who goes meets": ("tuv", "Tong Rusva di gap Korva.", ["CONSULT RUS KOR > "]),
    "what is said may follow a comma": ("tuv", "Korva noi, Rusva danh Ukrva.", ["ASSAULT RUS > UKR"]),
    "an instrument is no victim": ("tuv", "Rusva dung dao danh Ukrva.", ["ASSAULT RUS > UKR"]),
    "what a helping verb marks is the clause's own verb, the bare verb before it describes": (
        "tuw",
        "Linh Rusva rut tu Korva da danh Ukrva.",
        ["ASSAULT RUS > UKR", "RETREAT RUS > KOR"],
    ),
    "who acts may stand between the helping verb and its verb": (
        "tuw",
        "Linh Rusva rut tu Korva da bi Ukrva danh.",
        ["ASSAULT UKR > RUS", "RETREAT RUS > KOR"],
    ),
    "a relative clause of undergoing opens with who acts": (
        "tuw",
        "Rusva, nuoc bi Korva to, danh Ukrva.",
        ["ACCUSE KOR > RUS", "ASSAULT RUS > UKR"],
    ),
    "a determiner makes a noun of a verb": ("tuw", "Korva noi vu danh cua Rusva len Ukrva.", ["ASSAULT RUS > UKR"]),
    "a determiner behind its noun takes no verb away": ("tuw", "Linh Rusva nay danh Ukrva.", ["ASSAULT RUS > UKR"]),
    "who sends a letter asks what it says": ("tuw", "Rusva gui thu doi Korva rut.", ["REQUEST RUS > KOR"]),
    "what is announced not to be done by force is promised": (
        "tuw",
        "Rusva noi se khong danh Ukrva.",
        ["AGREE RUS > UKR"],
    ),
    "quoted helping words belong to the verb": ("tuw", "Rusva “khong” danh Ukrva.", []),
    "the mark of a coverb is that of the head of its phrase": (
        "tuz",
        "甲邦对乙邦的兵攻了。",
        ["ASSAULT RUS > UKR"],
    ),
    "a clause of time closes before its main verb": (
        "tuz",
        "甲邦访乙邦后责丙邦。",
        ["ACCUSE RUS > KOR", "CONSULT RUS > UKR"],
    ),
    "so many people are somebody": ("tuz", "甲邦警捕了8人。", ["COERCE RUS > RUS"]),
    "what one does it by is done too": (
        "tuv",
        "Rusva danh Ukrva voi to Korva.",
        ["ASSAULT RUS > UKR", "ACCUSE RUS > KOR"],
    ),
    "a comma closes a relative clause": (
        "tuv",
        "Rusva danh Ukrva ma to Korva, che Korva.",
        ["ASSAULT RUS > UKR", "ACCUSE UKR > KOR", "ACCUSE RUS > KOR"],
    ),
    "a finite verb behind a relative clause is the main one": (
        "tuv",
        "Rusva ma rut vua danh Korva.",
        ["RETREAT RUS > ", "ASSAULT RUS > KOR"],
    ),
    "who goes to talks takes part in them": ("tuv", "Rusva di tai hop voi Ukrva.", ["CONSULT RUS UKR > "]),
    "who should go to talks has not": ("tuv", "Rusva nen di tai hop voi Ukrva.", []),
    "whoever was attacked is the subject before": ("tuv", "Tong Rusva di sau bi Ukrva danh.", ["ASSAULT UKR > RUS"]),
    "what is done for a purpose has not happened": ("tuv", "Rusva gap Korva de danh Ukrva.", ["CONSULT RUS KOR > "]),
    "an and behind a verb is a with": ("tuv", "Rusva gap cung Korva.", ["CONSULT RUS KOR > "]),
    "an and between two names joins them": (
        "tuv",
        "Rusva cung Korva danh Ukrva.",
        ["ASSAULT RUS KOR > UKR"],
    ),
    "a glued tense marks verbs only": ("tuv", "Rusva kutova Ukrva.", ["ASSAULT RUS > UKR"]),
    "a reason given inside a clause has its own subject": (
        "tuz",
        "丙邦因甲邦攻乙邦而责甲邦。",
        ["ASSAULT RUS > UKR", "ACCUSE KOR > RUS"],
    ),
    "a coverb reaches its noun across a relative clause": (
        "tuz",
        "甲邦对访丙邦的乙邦攻了。",
        ["ASSAULT RUS > UKR"],
    ),
    "who is told of before he is named opens the sentence": (
        "tuz",
        "责丙邦的甲邦攻乙邦。",
        ["ACCUSE RUS > KOR", "ASSAULT RUS > UKR"],
    ),
    "what may only happen has not": ("tuz", "甲邦看攻乙邦的虑。", []),
    "who stands between undergoing and what is undergone does it": ("tuz", "甲邦受丙邦撑。", ["SUPPORT KOR > RUS"]),
    "what is promised may be a clause": ("tuz", "甲邦诺丙邦将攻乙邦。", ["THREATEN RUS > UKR"]),
}


@pytest.mark.parametrize(("language", "text", "told"), CASES.values(), ids=CASES.keys())
def test_an_uninflected_clause_is_read(toys: Knowledge, language: str, text: str, told: list[str]) -> None:
    coding = analyse(Document("toy", text, language, "2024-06-14", sentences=(Span(0, len(text)),)), toys)
    assert coding.error is None
    found = [
        f"{e.type} {' '.join(a.code or '?' for a in e.actor)} > {' '.join(r.code or '?' for r in e.recipient)}"
        for e in coding.events
    ]
    assert sorted(found) == sorted(told)


def test_a_counted_noun_behind_a_relative_clause_is_the_object(toys: Knowledge) -> None:
    text = "甲邦警捕了数名看的活。"
    arrest = next(c for c in read_clauses(text, "tuz", toys) if c.act == "arrest")
    assert [m.span.of(text) for m in arrest.recipient] == ["活"]


def test_a_word_that_only_counts_people_names_nobody(toys: Knowledge) -> None:
    text = "Rusva danh nam nguoi linh Ukrva."
    coding = analyse(Document("toy", text, "tuv", "2024-06-14", sentences=(Span(0, len(text)),)), toys)
    (attack,) = coding.events
    assert [(r.code, r.sector) for r in attack.recipient] == [("UKR", "MIL")]


def test_the_first_of_two_act_nouns_is_the_subject(toys: Knowledge) -> None:
    text = "Dieu giet da bi cong Ukrva lam."
    inquiry = next(c for c in read_clauses(text, "tuv", toys) if c.act == "investigate")
    assert [m.span.of(text) for m in inquiry.actor] == ["cong Ukrva"]
