"""Who acts and who is acted upon where the verb stands first and much is glued to words (Arabic, Hebrew)."""

import os
from pathlib import Path

import pytest

from dragoman.pipeline import Knowledge, load_knowledge, read_clauses


@pytest.fixture(scope="module")
def knowledge(compiled_packs: None) -> Knowledge:
    return load_knowledge(("ar", "he"), cache=Path(os.environ["DRAGOMAN_CACHE"]))


def roles(text: str, language: str, act: str, knowledge: Knowledge) -> tuple[list[str], list[str]]:
    """Name who does an act in a sentence and whom it befalls."""
    clause = next(c for c in read_clauses(text, language, knowledge) if c.act == act)
    return [m.span.of(text) for m in clause.actor], [m.span.of(text) for m in clause.recipient]


@pytest.mark.parametrize(
    ("text", "act", "actor", "recipient"),
    [
        ("دهمت الشرطة مقر الحزب في خطوة أدانها الاتحاد الأوروبي.", "condemn", ["الاتحاد الأوروبي"], []),
        ("ألقت شرطة البرلمان القبض على عشرات النساء.", "arrest", ["شرطة البرلمان"], ["عشرات النساء"]),
        ("حثت فرنسا، التي استضافت القمة، روسيا على الانسحاب.", "urge", ["فرنسا"], ["روسيا"]),
        ("قال مدير إن 20 شخصا اعتقلوا منذ بدأت الأزمة.", "arrest", [], ["20 شخصا"]),
        ("اعتقلت الشرطة المتظاهرين بعد أن أغلقوا الطريق.", "close", ["المتظاهرين"], []),
        ("التقى الوزير الألماني المسؤولين الأتراك.", "meet", ["الوزير الألماني"], ["المسؤولين الأتراك"]),
        ("قاطعت المعارضة التصويت.", "boycott", ["المعارضة"], []),
        ("رأى الوزير أن الرئيس منع المساعدات.", "prevent", ["الرئيس"], []),
    ],
)
def test_agreement_and_pronouns_tell_subject_from_object(
    text: str, act: str, actor: list[str], recipient: list[str], knowledge: Knowledge
) -> None:
    assert roles(text, "ar", act, knowledge) == (actor, recipient)


def test_what_is_delivered_and_to_whom_hang_from_the_act_noun(knowledge: Knowledge) -> None:
    assert roles("بدأت موسكو تسليم صواريخ إلى دمشق.", "ar", "give", knowledge) == (["موسكو"], ["دمشق"])


def test_the_noun_of_a_compound_verb_tells_of_no_second_act(knowledge: Knowledge) -> None:
    found = [c.act for c in read_clauses("ألقت الشرطة القبض على عشرات النساء.", "ar", knowledge)]
    assert found.count("arrest") == 1


def test_a_marked_definite_object_leaves_the_other_noun_to_what_is_told(knowledge: Knowledge) -> None:
    text = "המשטרה הודיעה כי עצרה 13 אנשים בעיר החשודים ברצח."
    assert roles(text, "he", "arrest", knowledge) == (["המשטרה"], ["13 אנשים"])


def test_whose_a_circumstance_is_suffers_nothing(knowledge: Knowledge) -> None:
    assert roles("השר נעצר לאחר חקירה של המשטרה.", "he", "arrest", knowledge) == ([], ["השר"])


def test_one_preposition_for_in_and_with_places_what_names_a_place(knowledge: Knowledge) -> None:
    assert roles("אלפי עיראקים הפגינו בבגדד.", "he", "protest", knowledge) == (["אלפי עיראקים"], [])
    assert roles("רוסיה התערבה בבחירות בצרפת.", "he", "disinform", knowledge) == (["רוסיה"], ["בצרפת"])


def test_a_place_within_a_place_owns_no_act(knowledge: Knowledge) -> None:
    actor, _ = roles("בתקיפה במחוז חומס נהרגו 21 בני אדם.", "he", "attack", knowledge)
    assert actor == []


@pytest.mark.parametrize(
    ("text", "act", "actor", "recipient"),
    [
        ("طردت اليونان دبلوماسيين اتهمتهما بالتجسس.", "accuse", ["اليونان"], ["دبلوماسيين"]),
        ("أعلنت واشنطن، التي طردت 60 مبعوثا روسيا، أنها تدعم أثينا.", "support", ["واشنطن"], ["أثينا"]),
        ("قتلت القوات الإسرائيلية فلسطينيا.", "kill", ["القوات الإسرائيلية"], ["فلسطينيا"]),
        ("شنت القوات السورية والروسية غارات على إدلب.", "bomb", ["القوات السورية", "الروسية"], []),
        ("أسفرت غارة إسرائيلية عن مقتل ثلاثة فلسطينيين.", "kill", ["إسرائيلية"], ["ثلاثة فلسطينيين"]),
        ("حث الأمين العام للأمم المتحدة أنطونيو غوتيريش سوريا على الهدنة.", "urge",
         ["الأمين العام للأمم المتحدة أنطونيو غوتيريش"], ["سوريا"]),
        ("وبعد ساعات وعد أردوغان قطر بالمساعدة.", "promise", ["أردوغان"], ["قطر"]),
    ],
)  # fmt: skip
def test_who_acts_is_told_by_agreement_and_by_what_stands_around(
    text: str, act: str, actor: list[str], recipient: list[str], knowledge: Knowledge
) -> None:
    assert roles(text, "ar", act, knowledge) == (actor, recipient)


def test_who_plans_a_visit_of_a_place_goes_there(knowledge: Knowledge) -> None:
    assert roles("يعتزم الرئيس التركي زيارة باريس.", "ar", "plan", knowledge)[1] == ["باريس"]


def test_a_past_behind_a_relative_clause_is_the_verb_of_the_noun_it_describes(knowledge: Knowledge) -> None:
    assert roles("חייל שהיה לשר נעצר בידי המשטרה.", "he", "arrest", knowledge) == (["המשטרה"], ["חייל"])


def test_to_call_somebody_by_a_judging_word_asks_nothing_of_him(knowledge: Knowledge) -> None:
    acts = [c.act for c in read_clauses("ננסי פלוסי קראה לברט קוואנו „היסטרי“.", "he", knowledge)]
    assert "urge" not in acts
    assert "criticise" in acts
