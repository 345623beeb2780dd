"""Names that an article has introduced are known again without capitals, with what is glued to them."""

import os
from pathlib import Path

import pytest

from dragoman.pipeline import Knowledge, analyse, load_knowledge
from dragoman.records import Document, Span


@pytest.fixture(scope="module")
def knowledge(compiled_packs: None) -> Knowledge:
    return load_knowledge(("ar", "fa"), cache=Path(os.environ["DRAGOMAN_CACHE"]))


def events(
    sentences: list[str], language: str, knowledge: Knowledge
) -> list[tuple[str, list[str | None], list[str | None]]]:
    """Code an article of a few sentences."""
    text, spans, at = "\n".join(sentences), [], 0
    for sentence in sentences:
        spans.append(Span(at, at + len(sentence)))
        at += len(sentence) + 1
    coding = analyse(Document("x", text, language, "2019-05-27", sentences=tuple(spans)), knowledge)
    return [(e.type, [a.code for a in e.actor], [r.code for r in e.recipient]) for e in coding.events]


INTRODUCED = "قال رئيس وزراء بابوا غينيا الجديدة بيتر دومارو إن بلاده بخير."


def test_a_lone_surname_is_who_was_introduced_by_it(knowledge: Knowledge) -> None:
    told = events([INTRODUCED, "اتهم دومارو أستراليا بالتجسس."], "ar", knowledge)
    assert ("ACCUSE", ["PNG"], ["AUS"]) in told


def test_a_name_is_known_under_what_is_glued_before_it(knowledge: Knowledge) -> None:
    told = events([INTRODUCED, "أشاد رئيس الوزراء الأسترالي سكوت موريسون بدومارو."], "ar", knowledge)
    assert ("SUPPORT", ["AUS"], ["PNG"]) in told


def test_nobody_is_recalled_who_was_not_introduced(knowledge: Knowledge) -> None:
    assert not any(t == "SUPPORT" for t, _, _ in events(["أشاد رئيس الوزراء الأسترالي بدومارو."], "ar", knowledge))


def test_a_name_before_its_office_is_recalled_with_the_mark_behind_it(knowledge: Knowledge) -> None:
    told = events(
        ["پیتر دومارو، نخست‌وزیر پاپوآ گینه نو، سخن گفت.", "استرالیا روز دوشنبه دومارو را به جاسوسی متهم کرد."],
        "fa",
        knowledge,
    )
    assert ("ACCUSE", ["AUS"], ["PNG"]) in told
