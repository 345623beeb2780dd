"""What must hold of every reading: words are where the record says, nothing is more precise than told, nothing raises."""

import os
import pickle
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.export import to_lines
from dragoman.pipeline import Knowledge, analyse, load_knowledge
from dragoman.records import Coding, Document, Span

WORDS = (
    "Moscow Kyiv Reuters the president Seoul soldiers attacked agreed to visit sanctions on Monday in "
    "July 2000 not will if said that police arrested 12 protesters “ ” ( ) , . : - 's North Korea U.S. "
    "Trump May's talks with and minister condemned"
).split()
SETTINGS = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.fixture(scope="module")
def knowledge(compiled_packs: None) -> Knowledge:
    return load_knowledge(("en", "id"), cache=Path(os.environ["DRAGOMAN_CACHE"]))


def read(text: str, knowledge: Knowledge, language: str = "en", published: str | None = "2024-06-14") -> Coding:
    return analyse(Document("doc", text, language, published), knowledge)


def spans_of(coding: Coding) -> list[Span]:
    found: list[Span] = [s.span for s in coding.sentences]
    for event in coding.events:
        for one in event.evidence:
            found += [one.trigger, *one.actor, *one.recipient, *(s for s in (one.time, one.place) if s is not None)]
        found += [a.span for a in event.attribution]
        found += [step.span for step in event.explain if step.span is not None]
    return [*found, *(r.span for r in coding.refusals)]


@SETTINGS
@given(st.text(max_size=400))
def test_arbitrary_text_is_read_without_an_exception(knowledge: Knowledge, text: str) -> None:
    coding = read(text, knowledge)
    assert coding.error is None or ":" not in coding.error.split(" ")[0]
    assert all(0 <= s.start <= s.end <= len(text) for s in spans_of(coding))


@SETTINGS
@given(st.lists(st.sampled_from(WORDS), min_size=3, max_size=40))
def test_every_span_points_at_words_of_the_text(knowledge: Knowledge, words: list[str]) -> None:
    text = " ".join(words)
    coding = read(text, knowledge)
    assert coding.error is None
    for span in spans_of(coding):
        assert span.of(text) == text[span.start : span.end]
        assert span.start < span.end <= len(text)
    for event in coding.events:
        for mention in (*event.actor, *event.recipient):
            assert mention.text in text


@SETTINGS
@given(st.sampled_from(("July", "March", "September")), st.integers(1990, 2023))
def test_a_month_never_becomes_a_day(knowledge: Knowledge, month: str, year: int) -> None:
    coding = read(f"Russian forces attacked Kyiv in {month} {year}.", knowledge)
    assert [e.granularity for e in coding.events] == ["month"]
    assert all(e.date != e.enddate for e in coding.events)


def test_without_a_publication_day_nothing_is_dated_by_it(knowledge: Knowledge) -> None:
    coding = read("Russian forces attacked Kyiv on Monday. Seoul condemned Moscow.", knowledge, published=None)
    assert [e.date for e in coding.events] == [None] * len(coding.events)
    assert coding.events


def test_knowledge_and_coding_survive_pickling(knowledge: Knowledge) -> None:
    text = "Seoul condemned Moscow on Monday."
    again = pickle.loads(pickle.dumps(knowledge))
    coding = read(text, knowledge)
    assert read(text, again) == coding
    assert pickle.loads(pickle.dumps(coding)) == coding


def test_the_order_of_documents_changes_nothing(knowledge: Knowledge) -> None:
    texts = [
        ("en", "President Putin met Kim Jong Un. He thanked him."),
        ("id", "Korea Selatan menangguhkan perjanjian dengan Korea Utara."),
        ("en", "He condemned the attack. Police arrested two men in Seoul."),
    ]
    forward = [to_lines(read(text, knowledge, language)) for language, text in texts]
    backward = [to_lines(read(text, knowledge, language)) for language, text in reversed(texts)]
    assert forward == backward[::-1]


def test_ids_depend_on_content_alone(knowledge: Knowledge) -> None:
    one, two = (read("Seoul condemned Moscow on Monday.", knowledge) for _ in range(2))
    other = read("Seoul condemned Moscow on Tuesday.", knowledge, published="2024-06-15")
    assert [e.id for e in one.events] == [e.id for e in two.events]
    assert one.events
    assert other.events
