"""Part a text into sentences, numbered from 0, with exact offsets."""

import re
from typing import NamedTuple

import sentencex

from dragoman.packs.envelope_file import load_envelope
from dragoman.records import NOT_CODED, Document, EnvelopePart, Sentence, Span
from dragoman.text.lines import line_spans, trimmed, without_surrogates

_QUOTES = "\"'”’“‘„‚»›«‹」』"
_CLOSING = "\"'”’»›」』）)】］]"
_LAST_WORD = re.compile(r"[^\s(（\[\"'“‘«„「『]+$")
_ORDINAL = re.compile(r"(?<![\w.,])\d{1,3}\.$")
_LETTER = re.compile(r"[^\W_]")
_FULL_STOPS = ".!?…。！？｡؟।۔"
SOON = 24  # letters after a quotation within which a verb of speech carries its sentence on


class _Rules(NamedTuple):
    """What carries a sentence on in one language; the words after a quotation by how they stand to it."""

    language: str
    abbreviations: frozenset[str]
    glued: tuple[str, ...]
    apart: tuple[str, ...]
    soon: tuple[str, ...]
    ordinal_stop: bool


def sentences_of(document: Document, parts: tuple[EnvelopePart, ...], language: str | None) -> tuple[Sentence, ...]:
    """Part a document into sentences as its language asks; sentences the input gives are kept with their numbers."""
    formulas = load_envelope(language or document.language or "en")
    return split_sentences(
        document.text,
        formulas.language,
        parts,
        document.sentences,
        frozenset(formulas.abbreviations),
        frozenset(formulas.after_quote),
        formulas.ordinal_stop,
    )


def split_sentences(
    text: str,
    language: str,
    parts: tuple[EnvelopePart, ...],
    given: tuple[Span, ...] | None,
    abbreviations: frozenset[str],
    after_quote: frozenset[str] = frozenset(),
    ordinal_stop: bool = False,
) -> tuple[Sentence, ...]:
    """Part a text into sentences. `given` sentences are kept with their numbers, wherever they stand.

    Otherwise lines bound sentences, and parts that are never coded (NOT_CODED) are left out before numbering.
    `after_quote` and `ordinal_stop` are as in `EnvelopeFormulas`.
    """
    if given is not None:
        return tuple(Sentence(index, span) for index, span in enumerate(given))
    rules = _Rules(
        language,
        abbreviations,
        tuple(word for word in after_quote if word[0] not in " …"),
        tuple(word[1:] for word in after_quote if word[0] == " "),
        tuple(word[1:] for word in after_quote if word[0] == "…"),
        ordinal_stop,
    )
    left_out = sorted((part.span for part in parts if part.kind in NOT_CODED), key=lambda span: span.start)
    spans: list[Span] = []
    waiting = 0
    for line in line_spans(text):
        while waiting < len(left_out) and left_out[waiting].end <= line.start:
            waiting += 1
        for stretch in _without(line, left_out[waiting:]):
            spans.extend(_sentences_of(text, trimmed(text, stretch), rules))
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


def _sentences_of(text: str, stretch: Span, rules: _Rules) -> list[Span]:
    words = stretch.of(text)
    if not _LETTER.search(words):
        return []
    spans: list[Span] = []
    for start, end in _cuts(words, rules.language):
        piece = trimmed(words, Span(start, end))
        if piece.start == piece.end:
            continue
        if spans and _belongs(words, spans[-1], piece, rules):
            spans[-1] = Span(spans[-1].start, piece.end)
        else:
            spans.append(piece)
    return [Span(stretch.start + s.start, stretch.start + s.end) for s in spans]


def _cuts(words: str, language: str) -> list[tuple[int, int]]:
    """Ask sentencex where sentences end, and make sure the stretches cover the words without gap or overlap."""
    bounds = sentencex.get_sentence_boundaries(language, without_surrogates(words))
    ends = {
        _beside_quote(words, bound["end_index"], language) for bound in bounds if 0 < bound["end_index"] < len(words)
    }
    cuts = sorted(end for end in ends if 0 < end < len(words))
    return list(zip([0, *cuts], [*cuts, len(words)], strict=True))


def _beside_quote(words: str, cut: int, language: str) -> int:
    """Move a cut to the right side of a quotation mark: it belongs to the words it touches, or as it points."""
    if words[cut - 1] in _QUOTES and cut > 1 and words[cut - 2].isspace() and not words[cut].isspace():
        return cut - 1  # … the wedding. "I heard …
    left = words[max(0, cut - 4) : cut].rstrip()  # a quotation mark and the spaces after it
    if left[-1:] == "«" and language != "de":
        return max(0, cut - 4) + len(left) - 1  # fr: … sa fille. « Je …
    if words[cut] == "»" and language != "de":
        return cut + 1
    if words[cut] in _QUOTES and not words[cut - 1].isspace() and words[cut + 1 : cut + 2].isspace():
        return cut + 1  # … feel the heat.' In a message …
    return cut


def _belongs(words: str, before: Span, piece: Span, rules: _Rules) -> bool:
    """Tell whether a piece carries on the sentence before it."""
    said, more = before.of(words), piece.of(words)
    if not _LETTER.search(more) or not _LETTER.search(said):
        return True
    if said[-1] == ".":
        return more[0].islower() or _ends_in_abbreviation(said, rules)
    if said[-1] not in _CLOSING:
        return False
    if before.end == piece.start:
        if more.startswith(rules.glued):
            return True  # ja: 「行きます。」と述べた = said "we will go"; ko: “가자.”고 말했다
        if any(_closes_soon(more, word) for word in rules.soon):
            return True  # zh: “我们走。”他说。 = "We go," he said.
    if more.startswith(rules.apart):
        return True  # ko: "가자." 라고 말했다
    return more[0].islower() and said.rstrip(_CLOSING)[-1:] in _FULL_STOPS


def _closes_soon(more: str, word: str) -> bool:
    at = more.find(word, 0, SOON)
    return at >= 0 and more[at + len(word) : at + len(word) + 1] in _FULL_STOPS  # or at the end


def _ends_in_abbreviation(said: str, rules: _Rules) -> bool:
    last = _LAST_WORD.search(said)
    if last is None:
        return False
    if last[0] in rules.abbreviations or (len(last[0]) == 2 and last[0][0].isupper()):
        return True  # an initial: "R. Budi"
    return rules.ordinal_stop and _ORDINAL.search(said) is not None
