"""Sentences: where they end in each language, and exact offsets whatever the text."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.packs.envelope_file import known_envelopes
from dragoman.records import Document, EnvelopePart, Span
from dragoman.text.envelope import find_parts
from dragoman.text.sentences import sentences_of, split_sentences

LANGUAGES = st.sampled_from(known_envelopes())
BRACKETS = "()[]【】（）«»“”\"'|:-–—/.。!?،"
TEXTS = st.text(st.one_of(st.characters(), st.sampled_from(f"aZ1 \n{BRACKETS}한中あяعน")), max_size=400)


def _split(text: str, language: str) -> list[str]:
    document = Document("doc", text, language)
    return [sentence.span.of(text) for sentence in sentences_of(document, (), language)]


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("en", ["He lives in the U.S.", "The minister left."]),
        ("en", ["U.S. President Anna Miller met Mr. Reed.", "She left."]),
        ("en", ["She spoke of the flood.", '"Every minute counts," she said.']),
        ("en", ["'Let them go.'", "In a message she thanked them."]),
        ("id", ["Tn. Putra bertemu Ny. Dewi di Jl. Melati No. 5.", "Ia pergi."]),
        ("id", ["Prof. R. Budi hadir.", "Ia pergi."]),
        ("ru", ["Завод им. Ленина закрыт.", "Рабочие ушли."]),
        ("de", ["Am 50. Jahrestag traf Dr. Weber den Minister.", "Er ging."]),
        ("de", ["Das geschah 2018.", "Danach ging er."]),
        ("fr", ["M. Dupont a vu Mme. Petit.", "Il est parti."]),
        ("fr", ["Il a parlé de sa fille.", "« Je reviens », a-t-il dit."]),
        ("es", ["El Sr. Pérez viajó con la Sra. Ruiz.", "El viernes volvió."]),
        ("tr", ["Prof. Can, Av. Deniz ile görüştü.", "Sonra gitti."]),
        ("vi", ["TS. Lan ở TP. Huế.", "Bà đi."]),
        ("hi", ["डॉ. सिंह गए।", "वे लौटे।"]),
        ("bn", ["ড. রহমান গেছেন।", "তিনি ফিরেছেন।"]),
        ("ar", ["قال د. أحمد ذلك.", "ثم غادر."]),
        ("ko", ['그는 "가겠다."고 말했다.', "그는 떠났다."]),
        ("ko", ['"가겠다." 라고 말했다.', "그는 떠났다."]),
    ],
)
def test_sentences_end_where_their_language_ends_them(language: str, sentences: list[str]) -> None:
    assert _split(" ".join(sentences), language) == sentences


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("ja", ["彼は「行きます。」と述べた。", "彼は去った。"]),
        ("zh", ["“我们走。”部长说。", "他离开了。"]),
        ("zh", ["他说：“我们走。”", "部长表示，双方将再次会面。"]),
    ],
)
def test_a_quotation_and_its_verb_of_speech_are_one_sentence(language: str, sentences: list[str]) -> None:
    assert _split("".join(sentences), language) == sentences


def test_lines_bound_sentences() -> None:
    assert _split("A headline\nA sentence\nAnother", "en") == ["A headline", "A sentence", "Another"]


def test_given_sentences_keep_their_numbers_even_where_they_are_no_text() -> None:
    spans = (Span(0, 5), Span(6, 9))
    found = split_sentences("Hello ad.", "en", (EnvelopePart("advertisement", Span(6, 9)),), spans, frozenset())
    assert [(s.index, s.span) for s in found] == [(0, Span(0, 5)), (1, Span(6, 9))]


def test_parts_that_are_no_text_are_left_out_before_numbering() -> None:
    text = "KYIV (Toy) - He left.\nRead more: a link\nShe stayed."
    parts = (EnvelopePart("dateline", Span(0, 12)), EnvelopePart("read-also", Span(22, 39)))
    found = split_sentences(text, "en", parts, None, frozenset())
    assert [(s.index, s.span.of(text)) for s in found] == [(0, "He left."), (1, "She stayed.")]


@settings(max_examples=150, deadline=None)
@given(TEXTS, LANGUAGES)
def test_any_text_is_read_with_spans_of_the_original(text: str, language: str) -> None:
    document = Document("doc", text, language)
    parts = find_parts(document)
    open_parts: list[Span] = []
    for part in parts:
        assert 0 <= part.span.start < part.span.end <= len(text)
        while open_parts and open_parts[-1].end <= part.span.start:
            open_parts.pop()
        assert not open_parts or open_parts[-1].covers(part.span), "parts nest or stand apart"
        open_parts.append(part.span)
    end = 0
    for number, sentence in enumerate(sentences_of(document, parts, language)):
        assert sentence.index == number
        assert sentence.span.start >= end
        assert sentence.span.of(text).strip() == sentence.span.of(text) != ""
        end = sentence.span.end
    assert end <= len(text)


@settings(max_examples=60, deadline=None)
@given(st.lists(TEXTS.filter(str.strip), min_size=1, max_size=5), LANGUAGES)
def test_any_given_sentences_are_read_too(sentences: list[str], language: str) -> None:
    spans, at = [], 0
    for sentence in sentences:
        spans.append(Span(at, at + len(sentence)))
        at += len(sentence) + 1
    document = Document("doc", "\n".join(sentences), language, sentences=tuple(spans))
    parts = find_parts(document)
    assert all(part.span.end <= len(document.text) for part in parts)
    assert len(sentences_of(document, parts, language)) == len(sentences)


@pytest.mark.bench
def test_the_seed_article_has_thirteen_sentences_the_second_a_caption() -> None:
    import os
    from pathlib import Path

    bench = Path(os.environ.get("DRAGOMAN_BENCH", Path(__file__).parents[3] / "shared" / "bench"))
    if not (bench / "seed" / "seed.id.txt").is_file():
        pytest.skip("no bench data here")
    text = (bench / "seed" / "seed.id.txt").read_text(encoding="utf-8")
    document = Document("seed", text, "id")
    parts = find_parts(document)
    assert [part.kind for part in parts] == ["caption", "credit", "advertisement", "source-line", "comment-counter"]
    sentences = sentences_of(document, parts, "id")
    assert len(sentences) == 13
    assert sentences[0].span.of(text).startswith("Pada tanggal 14 Juni")
    assert parts[0].span.covers(sentences[1].span)
    for line in (bench / "seed" / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        for event in json.loads(line)["events"]:
            assert max(event["sentences"]) < len(sentences)
