"""The engine reads languages nobody speaks: what it does rests on declared facts, not on any one lexicon."""

from pathlib import Path

import pytest
import yaml

from dragoman.pipeline import Knowledge, analyse, load_knowledge
from dragoman.records import Document, Entity, Span

TOYS = Path(__file__).parent / "toys"
CODES = ("tsv", "tso", "tvs", "tus", "tuf", "tuk")


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge((), folders={code: TOYS / code for code in CODES})


def cases() -> list[tuple[str, list[str]]]:
    return [(code, case) for code in CODES for case in yaml.safe_load((TOYS / code / "cases.yaml").read_text("utf-8"))]


def codes(side: tuple[Entity, ...]) -> str:
    return " ".join(sorted({entity.code or "?" for entity in side}))


@pytest.mark.parametrize(("code", "case"), cases(), ids=lambda value: value[0] if isinstance(value, list) else value)
def test_a_toy_sentence_is_read_as_declared(code: str, case: list[str], knowledge: Knowledge) -> None:
    text, kind, actor, recipient, status, vouched = case
    document = Document("toy", text, code, "2024-06-14", sentences=(Span(0, len(text)),))
    coding = analyse(document, knowledge)
    assert coding.error is None
    told = {
        (e.type, codes(e.actor), codes(e.recipient), e.status, codes(tuple(a.entity for a in e.attribution)))
        for e in coding.events
    }
    if not kind:
        assert told == set(), f"{text!r} tells of nothing"
    else:
        assert (kind, actor, recipient, status, vouched) in told, coding.refusals


def test_links_tell_what_answered_what(knowledge: Knowledge) -> None:
    text = "Rusod soldoz retrid posto Korodo bangwarnid."
    coding = analyse(Document("toy", text, "tsv", "2024-06-14", sentences=(Span(0, len(text)),)), knowledge)
    retreat = next(e for e in coding.events if e.type == "RETREAT")
    shots = next(e for e in coding.events if e.type == "MOBILIZE")
    assert [(link.relation, link.target) for link in retreat.links] == [("after", shots.id)]


def test_the_same_occurrence_told_twice_is_one_event_with_both_sentences(knowledge: Knowledge) -> None:
    first, second = "Rusod soldoz kovid Ukrodo.", "Ukrodo ba kovit po Rusodo."
    text = f"{first}\n{second}"
    spans = (Span(0, len(first)), Span(len(first) + 1, len(text)))
    coding = analyse(Document("toy", text, "tsv", "2024-06-14", sentences=spans), knowledge)
    assert [sorted(e.sentence for e in event.evidence) for event in coding.events] == [[0, 1]]


def test_an_article_about_sport_owes_no_events(knowledge: Knowledge) -> None:
    lines = ["Lo golo zitid.", "Un ballo runid.", "Rusodo kovid Ukrodo kun un ballo.", "Lo ballo zitid."]
    text = "\n".join(lines)
    coding = analyse(Document("toy", text, "tsv", "2024-06-14"), knowledge)
    assert coding.events == ()
    assert [r.reason for r in coding.refusals] == ["article-of-sport"]


def test_only_a_headline_without_a_verb_dates_the_acts_it_names(knowledge: Knowledge) -> None:
    def dates(*sentences: str) -> list[str | None]:
        spans, at = [], 0
        for sentence in sentences:
            spans.append(Span(at, at + len(sentence)))
            at += len(sentence) + 1
        coding = analyse(Document("toy", "\n".join(sentences), "tvs", "2024-06-14", sentences=tuple(spans)), knowledge)
        return [e.date for e in coding.events if e.type == "ASSAULT"]

    assert dates("hujum rusodo ala ukrodo.") == ["2024-06-14"]
    assert dates("zar alrais korodi ukrodo.", "hujum rusodo ala ukrodo.") == [None]
