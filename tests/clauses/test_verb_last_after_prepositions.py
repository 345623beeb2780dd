"""Who acts and who is acted upon in Persian: the verb last, what is said behind it, one mark for a whole chain."""

import os
from pathlib import Path

import pytest

from dragoman.pipeline import Knowledge, load_knowledge, read_clauses


@pytest.fixture(scope="module")
def knowledge(compiled_packs: None) -> Knowledge:
    return load_knowledge(("fa",), cache=Path(os.environ["DRAGOMAN_CACHE"]))


def roles(text: str, act: str, knowledge: Knowledge) -> tuple[list[str], list[str]]:
    """Name who does an act in a sentence and whom it befalls."""
    clause = next(c for c in read_clauses(text, "fa", knowledge) if c.act == act)
    return [m.span.of(text) for m in clause.actor], [m.span.of(text) for m in clause.recipient]


@pytest.mark.parametrize(
    ("text", "act", "actor", "recipient"),
    [
        ("پلیس یک مرد ۳۲ ساله را دستگیر کرد.", "arrest", ["پلیس"], ["یک مرد"]),
        ("وزارت خارجه چین سفیر آمریکا، را احضار کرد.", "summon", ["وزارت خارجه چین"], ["سفیر آمریکا"]),
        ("یونان ورود مقدونیه به ناتو و اتحادیه اروپا را وتو کرد.", "veto", ["یونان"], ["مقدونیه"]),
    ],
)
def test_the_mark_of_an_object_belongs_to_the_head_of_its_chain(
    text: str, act: str, actor: list[str], recipient: list[str], knowledge: Knowledge
) -> None:
    assert roles(text, act, knowledge) == (actor, recipient)


def test_a_pronoun_with_its_own_mark_is_no_part_of_the_noun_before(knowledge: Knowledge) -> None:
    actor, _ = roles("این توافق است که پکن آن را رد می‌کند.", "reject", knowledge)
    assert actor == ["پکن"]


def test_two_governed_by_one_preposition_stay_together_before_the_verb(knowledge: Knowledge) -> None:
    assert roles("پوتین با آلمان و فرانسه دیدار کرد.", "meet", knowledge) == (["پوتین"], ["آلمان", "فرانسه"])


def test_a_clause_set_off_by_a_comma_is_about_the_noun_before_the_comma(knowledge: Knowledge) -> None:
    text = "اتحادیه اروپا، که از اعزام سرباز خودداری کرده بود، ایران را محکوم کرد."
    assert roles(text, "refuse", knowledge)[0] == ["اتحادیه اروپا"]
    assert roles(text, "condemn", knowledge) == (["اتحادیه اروپا"], ["ایران"])


def test_this_state_is_no_part_of_the_office_behind_it(knowledge: Knowledge) -> None:
    actor, recipient = roles("چین اعلام کرد که این کشور سفیر خود را فراخوانده است.", "recall", knowledge)
    assert actor == ["این کشور"]
    assert recipient == []


def test_the_noun_of_a_compound_verb_is_nobody(knowledge: Knowledge) -> None:
    text = "مسکو که اسرائیل را مسئول حمله می‌داند، تهران را محکوم کرد."
    assert roles(text, "blame", knowledge) == (["مسکو"], ["اسرائیل"])


def test_whose_the_craft_is_does_what_the_craft_does(knowledge: Knowledge) -> None:
    text = "جنگنده‌های اسرائیلی مواضع سوریه را بمباران کردند."
    assert roles(text, "bomb", knowledge) == (["اسرائیلی"], ["سوریه"])


def test_an_infinitive_after_for_tells_what_was_wanted(knowledge: Knowledge) -> None:
    clauses = read_clauses("پلیس برای متفرق کردن جمعیت شلیک کرد.", "fa", knowledge)
    assert ["purpose" in c.notes for c in clauses if c.act == "disperse"] == [True]
    clauses = read_clauses("متفرق کردن جمعیت آغاز شد.", "fa", knowledge)
    assert ["purpose" in c.notes for c in clauses if c.act == "disperse"] == [False]


def test_what_somebody_tries_hangs_from_trying_though_its_clause_is_closed(knowledge: Knowledge) -> None:
    text = "سربازان دو مرد را که کوشیدند کاروان را متوقف کنند کشتند."
    assert roles(text, "kill", knowledge)[0] == ["سربازان"]
    assert next(c for c in read_clauses(text, "fa", knowledge) if c.act == "kill").notes[0] == "main"


def test_a_helping_word_that_opens_the_clause_colours_its_subjunctive(knowledge: Knowledge) -> None:
    text = "ممکن است رئیس‌جمهور ترکیه این هفته با پوتین دیدار کند."
    assert next(c for c in read_clauses(text, "fa", knowledge) if c.act == "meet").factuality == "hypothetical"
