"""Part a text into sentences, numbered from 0, with exact offsets."""

import re

import sentencex

from dragoman.packs.envelope_file import load_envelope
from dragoman.records import NOT_CODED, Document, EnvelopePart, Sentence, Span
from dragoman.text.lines import line_spans, trimmed, without_surrogates

_CLOSING = "\"'”’»›」』）)】］]"
_LAST_WORD = re.compile(r"[^\s(（\[\"'“‘«„「『]+$")
_LETTER = re.compile(r"[^\W_]")
_FULL_STOPS = ".!?…。！？｡؟।۔"


def sentences_of(document: Document, parts: tuple[EnvelopePart, ...], language: str | None) -> tuple[Sentence, ...]:
    """Part a document into sentences with the abbreviations of its language; sentences the input gives are kept."""
    formulas = load_envelope(language or document.language or "en")
    abbreviations, after_quote = frozenset(formulas.abbreviations), frozenset(formulas.after_quote)
    return split_sentences(document.text, formulas.language, parts, document.sentences, abbreviations, after_quote)


def split_sentences(
    text: str,
    language: str,
    parts: tuple[EnvelopePart, ...],
    given: tuple[Span, ...] | None,
    abbreviations: frozenset[str],
    after_quote: frozenset[str] = frozenset(),
) -> tuple[Sentence, ...]:
    """Part a text into sentences. `given` sentences are kept with their numbers, wherever they stand.

    Otherwise lines bound sentences, and parts that are never coded (NOT_CODED) are left out before numbering.
    `after_quote` are words that carry the sentence on after a closing quotation mark.
    """
    if given is not None:
        return tuple(Sentence(index, span) for index, span in enumerate(given))
    left_out = sorted((part.span for part in parts if part.kind in NOT_CODED), key=lambda span: span.start)
    spans: list[Span] = []
    waiting = 0
    for line in line_spans(text):
        while waiting < len(left_out) and left_out[waiting].end <= line.start:
            waiting += 1
        for stretch in _without(line, left_out[waiting:]):
            spans.extend(_sentences_of(text, trimmed(text, stretch), language, abbreviations, after_quote))
    return tuple(Sentence(index, span) for index, span in enumerate(spans))


def _without(line: Span, left_out: list[Span]) -> list[Span]:
    kept: list[Span] = []
    start = line.start
    for hole in left_out:
        if hole.start >= line.end:
            break
        if hole.start > start:
            kept.append(Span(start, hole.start))
        start = max(start, hole.end)
    if start < line.end:
        kept.append(Span(start, line.end))
    return kept


def _sentences_of(
    text: str, stretch: Span, language: str, abbreviations: frozenset[str], after_quote: frozenset[str]
) -> list[Span]:
    words = stretch.of(text)
    if not _LETTER.search(words):
        return []
    spans: list[Span] = []
    for start, end in _cuts(words, language):
        piece = trimmed(words, Span(start, end))
        if piece.start == piece.end:
            continue
        if spans and _belongs(words, spans[-1], piece, abbreviations, after_quote):
            spans[-1] = Span(spans[-1].start, piece.end)
        else:
            spans.append(piece)
    return [Span(stretch.start + s.start, stretch.start + s.end) for s in spans]


def _cuts(words: str, language: str) -> list[tuple[int, int]]:
    """Ask sentencex where sentences end, and make sure the stretches cover the words without gap or overlap."""
    bounds = sentencex.get_sentence_boundaries(language, without_surrogates(words))
    cuts = sorted({bound["end_index"] for bound in bounds if 0 < bound["end_index"] < len(words)})
    return list(zip([0, *cuts], [*cuts, len(words)], strict=True))


def _belongs(words: str, before: Span, piece: Span, abbreviations: frozenset[str], after_quote: frozenset[str]) -> bool:
    """Tell whether a piece carries on the sentence before it."""
    said, more = before.of(words), piece.of(words)
    if not _LETTER.search(more) or not _LETTER.search(said):
        return True
    last = _LAST_WORD.search(said)
    if last is not None and last[0] in abbreviations:
        return True
    if said[-1] in _CLOSING:
        touching = before.end == piece.start
        if touching and any(more.startswith(word) for word in after_quote):
            return True  # ja: 「行きます。」と述べた = said "we will go"; ko: “가자.”고 말했다
        return more[0].islower() and said.rstrip(_CLOSING)[-1:] in _FULL_STOPS
    return said[-1] == "." and more[0].islower()
