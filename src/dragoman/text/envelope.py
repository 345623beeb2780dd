"""Recognise what stands around an article's running text, and keep it as what it is."""

import re
from functools import lru_cache
from typing import NamedTuple

from dragoman.packs.envelope_file import EnvelopeFormulas
from dragoman.records import Document, EnvelopePart, Span
from dragoman.records.document import PartKind
from dragoman.text.formula import Formula, Match, compile_formula, looks_like_name
from dragoman.text.lines import line_spans
from dragoman.text.published import is_date_line, read_day

MAX_LINE = 400  # letters: what is longer is a paragraph, never a line of the envelope
MAX_TITLE = 180
OPENING_LINES = 6  # a byline or dateline stands among the first lines
CLOSING_LINES = 4  # or a byline among the last
TAIL = 220

_STOPS = ".。．!！?？…;；:：,،，、।؟۔"
_CLOSERS = "\"'”’»」』)）】"
_HAS_LETTER = re.compile(r"[^\W\d_]")

LINE_KINDS: tuple[tuple[str, PartKind], ...] = (
    ("comment_counter", "comment-counter"),
    ("advertisement", "advertisement"),
    ("read_also", "read-also"),
    ("source_line", "source-line"),
    ("licence", "licence"),
    ("published", "published"),
    ("photo_credit", "credit"),
    ("credit", "credit"),
    ("caption", "caption"),
    ("boilerplate", "boilerplate"),
)
"""Fields of the formulas in the order in which a whole line is compared with them."""


class _Line(NamedTuple):
    span: Span
    words: str
    index: int
    count: int


def find_parts(document: Document, formulas: tuple[EnvelopeFormulas, ...]) -> tuple[EnvelopePart, ...]:
    """Find the parts of a document, in the order of the text. Give the formulas of its own language first.

    Parts may nest (the credit in a caption) but never overlap otherwise. Parts that ingest read from the markup are kept.
    """
    text = document.text
    known = list(document.parts)
    spans = list(line_spans(text))
    found: list[EnvelopePart] = []
    titled = any(part.kind == "title" for part in known)
    for index, span in enumerate(spans):
        line = _Line(span, span.of(text), index, len(spans))
        held = next((part for part in known if part.span.covers(span) or span.covers(part.span)), None)
        if held is not None:
            if held.kind == "caption":
                found.extend(part for part in _credits(line, formulas) if part.kind == "credit")
            continue
        whole = _whole_line(line, formulas) if len(line.words) <= MAX_LINE else None
        if whole is not None:
            found.append(whole)
            continue
        opening = _dateline(line, formulas)
        found.extend(opening)
        found.extend(_markers(line, formulas))
        credits = _credits(line, formulas)
        found.extend(credits)
        if not titled and not opening and not credits and _is_title(line, document, found):
            found.append(EnvelopePart("title", span, line.words))
            titled = True
    return tuple(sorted((*known, *found), key=lambda part: (part.span.start, -part.span.end, part.kind)))


@lru_cache(maxsize=1024)
def compiled(formulas: EnvelopeFormulas, field: str) -> tuple[Formula, ...]:
    """Compile the formulas of one field of one language."""
    return tuple(compile_formula(written) for written in getattr(formulas, field))


def _whole_line(line: _Line, formulas: tuple[EnvelopeFormulas, ...]) -> EnvelopePart | None:
    for language in formulas:
        for field, kind in LINE_KINDS:
            for formula in compiled(language, field):
                match = formula.read(line.words, "line")
                if match is not None and _credible(field, match, line):
                    return EnvelopePart(kind, line.span, _value(kind, match, language))
        if is_date_line(line.words, language):
            return EnvelopePart("published", line.span, read_day(line.words, language) or line.words)
        byline = _byline(line, language)
        if byline is not None:
            return byline
    return None


def _credible(field: str, match: Match, line: _Line) -> bool:
    """Doubt a credit whose source is no name, and a source line that reads like a sentence ("Source: he said so.")."""
    source = match.slots.get("source", (0, ""))[1]
    if field in ("photo_credit", "credit") and source:
        return _is_credit_name(source)
    if field == "source_line" and source:
        return len(line.words) <= 200 and not (line.words.endswith(".") and len(source.split()) > 8)
    return True


def _is_credit_name(source: str) -> bool:
    return looks_like_name(source) or "://" in source or ("." in source and " " not in source)


def _byline(line: _Line, formulas: EnvelopeFormulas) -> EnvelopePart | None:
    near_edge = line.index < OPENING_LINES or line.index >= line.count - CLOSING_LINES
    if not near_edge or len(line.words) > 120 or line.words[-1] in _STOPS:
        return None
    for formula in compiled(formulas, "byline"):
        match = formula.read(line.words, "line")
        if match is not None:
            return EnvelopePart("byline", line.span, _value("byline", match, formulas))
    return None


def _dateline(line: _Line, formulas: tuple[EnvelopeFormulas, ...]) -> list[EnvelopePart]:
    """Find the dateline that opens a line, among the first lines; its value is the agency or medium it names."""
    if line.index >= OPENING_LINES:
        return []
    head = line.words[:160]
    for language in formulas:
        for formula in compiled(language, "dateline"):
            match = formula.read(head, "start")
            if match is None:
                continue
            end = match.end
            while end < len(line.words) and line.words[end] in " \t\u3000\u00a0":
                end += 1
            if end < len(line.words):  # something must be told after it
                span = Span(line.span.start, line.span.start + match.end)
                return [EnvelopePart("dateline", span, _value("dateline", match, language))]
    return []


def _markers(line: _Line, formulas: tuple[EnvelopeFormulas, ...]) -> list[EnvelopePart]:
    """Find advertisement markers in brackets, which some page builders leave inside a paragraph ("[iklan_2]")."""
    found: list[EnvelopePart] = []
    if "[" not in line.words:
        return found
    for language in formulas:
        for formula in compiled(language, "advertisement"):
            if not formula.written.startswith("["):
                continue
            for opening in re.finditer(r"\[", line.words):
                match = formula.read(line.words[opening.start() : opening.start() + 60], "start")
                span = Span(line.span.start + opening.start(), line.span.start + opening.start() + (match.end if match else 0))
                if match is not None and all(part.span != span for part in found):
                    found.append(EnvelopePart("advertisement", span, span.of(line.words) or None))
    return [EnvelopePart(p.kind, p.span, None) for p in found]


def _credits(line: _Line, formulas: tuple[EnvelopeFormulas, ...]) -> list[EnvelopePart]:
    """Find a credit at the end of a line; where it names a picture, the line it ends is the caption."""
    offset = max(0, len(line.words) - TAIL)
    tail = line.words[offset:]
    for language in formulas:
        for field in ("photo_credit", "credit"):
            for formula in compiled(language, field):
                match = formula.read(tail, "end")
                if match is None or not _credible(field, match, line) or not _ends_here(tail, match, formula):
                    continue
                start = line.span.start + offset + match.start
                credit = EnvelopePart("credit", Span(start, line.span.end), _value("credit", match, language))
                before = tail[: match.start].rstrip() if offset == 0 else tail
                if _is_caption(line, before, field, formula):
                    return [EnvelopePart("caption", line.span, before or None), credit]
                return [credit]
    return []


def _ends_here(tail: str, match: Match, formula: Formula) -> bool:
    """Ask that a credit without brackets opens after a stop or a bar ("… on Monday. Photo: AFP")."""
    if formula.written[0] in "([（【/":
        return True
    return tail[: match.start].rstrip()[-1:] in (*_STOPS, *_CLOSERS, "|", "—", "–", "")


def _is_caption(line: _Line, before: str, field: str, formula: Formula) -> bool:
    if not _HAS_LETTER.search(before) or len(line.words) > MAX_LINE:
        return False
    if field == "photo_credit" or line.words.endswith("|"):
        return True
    # A source in brackets ends a caption, but at the end of the article it says where the article is from.
    return "{source}" in formula.written and len(line.words) <= 300 and line.index < line.count - CLOSING_LINES


def _is_title(line: _Line, document: Document, found: list[EnvelopePart]) -> bool:
    if document.title is not None and line.index < OPENING_LINES:
        if " ".join(line.words.split()).casefold() == " ".join(document.title.split()).casefold():
            return True
    first = all(part.kind != "dateline" for part in found) and len({p.span.start for p in found}) == line.index
    return (
        first
        and line.index < 3
        and line.index < line.count - 1
        and len(line.words) <= MAX_TITLE
        and line.words.rstrip(_CLOSERS)[-1:] not in (*_STOPS, "")
        and _HAS_LETTER.search(line.words) is not None
    )


def _value(kind: str, match: Match, formulas: EnvelopeFormulas) -> str | None:
    """Take what the formula left open: an address, a source, a name, a date read as a day, a number."""
    slots = {name: value for name, (_, value) in match.slots.items()}
    if kind == "published":
        return read_day(slots.get("date", ""), formulas) or slots.get("date")
    for name in ("url", "source", "name", "number", "text", "language"):
        if name in slots:
            return slots[name]
    return None
