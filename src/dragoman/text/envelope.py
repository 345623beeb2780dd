"""Recognise what stands around an article's running text, and keep it as what it is."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from dragoman.records import Document, EnvelopePart, Span
from dragoman.records.document import PartKind
from dragoman.text.formula import Formula, Match, looks_like_name
from dragoman.text.formula_index import FormulaIndex, formula_index, languages_to_try
from dragoman.text.lines import line_spans, trimmed
from dragoman.text.published import is_date_line, read_day

MAX_LINE = 400  # letters: what is longer is a paragraph, never a line of the envelope
MAX_TITLE = 180
OPENING_LINES = 6  # a byline or dateline stands among the first lines
CLOSING_LINES = 4  # or a byline among the last
TAIL = 220
HEAD = 160
LONG_KEY = 10  # letters: a word of a formula that long stands for no preposition
LISTED = 5  # links that may follow a heading such as "Read also"

_STOPS = ".。．!！?？…;；:：,،，、।؟۔"
_FULL_STOPS = ".。．!！?？…।؟۔"
_CLOSERS = "\"'”’»」』)）】"
_BEFORE_CREDIT = f"{_STOPS}{_CLOSERS}|—–"
_BRACKETS = "([（【"
_HAS_LETTER = re.compile(r"[^\W\d_]")
_INITIALS = re.compile(r"[A-Za-z]{2,5}(?:\s?[/,-]\s?[A-Za-z]{2,5})+$")  # id: (mdk/agt), the desk's initials

LINE_KINDS: tuple[tuple[str, PartKind], ...] = (
    ("comment_counter", "comment-counter"),
    ("advertisement", "advertisement"),
    ("read_also", "read-also"),
    ("source_line", "source-line"),
    ("translated_from", "source-line"),
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
    number: int
    total: int
    formulas: dict[str, list[Formula]]
    given: bool  # a sentence the input gives: only what can be nothing else is taken out

    @property
    def stopped(self) -> bool:
        """Tell whether the line ends as a sentence does."""
        return self.words.rstrip(_CLOSERS)[-1:] in _FULL_STOPS  # "" is in every string


def find_parts(document: Document, language: str | None = None) -> tuple[EnvelopePart, ...]:
    """Find the parts of a document, in the order of the text; `language` is that of the text, where identified.

    Parts may nest (the credit in a caption) but never overlap otherwise. Parts that ingest read from the markup are
    kept. Where the input gives its sentences, each counts as a line.
    """
    codes = languages_to_try(language or document.language, document.url)
    return find_parts_with(document, formula_index(codes))


def find_parts_with(document: Document, index: FormulaIndex) -> tuple[EnvelopePart, ...]:
    """Find the parts of a document with given formulas."""
    known = list(document.parts)
    found: list[EnvelopePart] = []
    titled = any(part.kind == "title" for part in known)
    lines = list(_lines(document, index))
    headed = 0  # lines that a heading before them marks as links
    for line in lines:
        held = next((part for part in known if _meet(part.span, line.span)), None)
        if held is not None:
            if held.kind == "caption" and held.span.covers(line.span):
                found.extend(part for part in _credits(line, index) if part.kind == "credit")
            continue
        whole = _whole_line(line, index) if len(line.words) <= MAX_LINE else None
        if whole is None and headed and not line.given and not line.stopped and len(line.words) <= MAX_TITLE:
            whole = EnvelopePart("read-also", line.span, line.words)
        headed = _still_headed(whole, headed)
        if whole is not None:
            found.append(whole)
            continue
        inside = [*_dateline(line, index), *_markers(line), *_credits(line, index)]
        found.extend(inside)
        if not titled and not inside and _is_title(line, document, found):
            found.append(EnvelopePart("title", line.span, line.words))
            titled = True
    return _without_crossing((*known, *found))


def _lines(document: Document, index: FormulaIndex) -> Iterator[_Line]:
    text = document.text
    spans = list(line_spans(text)) if document.sentences is None else [trimmed(text, s) for s in document.sentences]
    spans = [span for span in spans if span.start < span.end]
    for number, span in enumerate(spans):
        words = span.of(text)
        # Of a long paragraph only the ends can hold a part.
        sample = words if len(words) <= HEAD + TAIL else f"{words[:HEAD]}\n{words[-TAIL:]}"
        yield _Line(span, words, number, len(spans), index.candidates(sample), document.sentences is not None)


def _still_headed(whole: EnvelopePart | None, headed: int) -> int:
    if whole is not None and whole.kind == "read-also":
        return LISTED if whole.value is None else max(headed - 1, 0)
    return 0


def _whole_line(line: _Line, index: FormulaIndex) -> EnvelopePart | None:
    for field, kind in LINE_KINDS:
        for formula in line.formulas.get(field, ()):
            match = formula.read(line.words, "line")
            if match is not None and _credible(field, formula, match, line, index):
                return EnvelopePart(kind, line.span, _value(kind, match, index))
    if is_date_line(line.words, index.languages):
        return EnvelopePart("published", line.span, read_day(line.words, index.languages) or line.words)
    return _byline(line, index)


def _credible(field: str, formula: Formula, match: Match, line: _Line, index: FormulaIndex) -> bool:
    """Doubt a credit whose source is no name, a date that is none, and what may be a sentence of the text."""
    if line.given and not _unmistakable(field, formula):
        return False
    if line.number == 0 and field in ("caption", "boilerplate", "read_also", "licence"):
        return False
    source = match.slots.get("source", (0, ""))[1]
    if field in ("photo_credit", "credit"):
        return not source or _is_credit_name(source, formula, line, index)
    if field == "source_line" and source:
        if ":" not in formula.written and len(formula.key) < LONG_KEY:  # vi: "Theo Reuters" = "according to Reuters"
            return bool(index.finder.within(source)) and len(source.split()) <= 6
        return len(line.words) <= 200 and not (line.stopped and len(source.split()) > 8)
    if field == "published" and not formula.key:
        return read_day(match.slots["date"][1], index.languages) is not None
    if field in ("licence", "boilerplate") and "text" in match.slots and ":" not in formula.written:
        # "Copyright law is changing" opens a paragraph, "Copyright 2024 Example" closes an article
        if not line.stopped and len(line.words) <= 120:
            return True
        phrase = " " in formula.written.partition("{")[0].strip()  # "Reproduction prohibited …"
        marked = any(char.isdigit() or char in "©ⓒ" for char in line.words)
        return line.number >= line.total - CLOSING_LINES and (phrase or marked)
    return True


def _unmistakable(field: str, formula: Formula) -> bool:
    if field in ("boilerplate", "caption"):
        return False
    return any(sign in formula.written for sign in ":：([（【©") or bool({"number", "date", "url"} & set(formula.slots))


def _is_credit_name(source: str, formula: Formula, line: _Line, index: FormulaIndex) -> bool:
    """Tell whether a credit can name this source; bare brackets must name a medium we know, or a desk's initials."""
    if index.finder.within(source) and len(source.split()) <= 6:
        return True
    if formula.key:
        return looks_like_name(source) or "://" in source or ("." in source and " " not in source)
    return line.number >= line.total - CLOSING_LINES and _INITIALS.match(source) is not None


def _byline(line: _Line, index: FormulaIndex) -> EnvelopePart | None:
    if line.given and line.number == 0:
        return None
    near_edge = line.number < OPENING_LINES or line.number >= line.total - CLOSING_LINES
    if not near_edge or len(line.words) > 120 or line.words[-1] in _STOPS:
        return None
    for formula in line.formulas.get("byline", ()):
        match = formula.read(line.words, "line")
        if match is not None and (formula.key or "source" in match.slots) and _is_source(match, index):
            return EnvelopePart("byline", line.span, _value("byline", match, index))
    return None


def _is_source(match: Match, index: FormulaIndex) -> bool:
    """Ask that a medium in a byline is one we know: "Anna Lund, TT", and no clause after a comma."""
    source = match.slots.get("source")
    return source is None or (len(source[1].split()) <= 6 and bool(index.finder.within(source[1])))


def _dateline(line: _Line, index: FormulaIndex) -> list[EnvelopePart]:
    """Find the dateline that opens a line, among the first lines; its value is the agency or medium it names."""
    if line.number >= OPENING_LINES:
        return []
    head = line.words[:HEAD]
    for formula in line.formulas.get("dateline", ()):
        match = formula.read(head, "start")
        if match is None:
            continue
        rest = line.words[match.end :].lstrip(" \t\u3000\u00a0")
        if rest and _is_dateline(formula, match, rest, line, index):  # something must be told after it
            span = Span(line.span.start, line.span.start + match.end)
            return [EnvelopePart("dateline", span, _value("dateline", match, index))]
    return []


def _is_dateline(formula: Formula, match: Match, rest: str, line: _Line, index: FormulaIndex) -> bool:
    """Doubt a dateline whose source is no medium, and one of a place alone ("NATO - the alliance - said")."""
    source = match.slots.get("source", (0, ""))[1]
    if source:
        if index.finder.within(line.words[: match.end]) or index.finder.media.named(source) is not None:
            return True
        # An agency we do not know is believed in brackets with a dash after them: "KYIV (Example) - …"
        bracketed = any(sign in formula.written for sign in _BRACKETS) and formula.written.rstrip()[-1] in "-–—="
        return bracketed and _is_cased(source) and looks_like_name(source) and len(source.split()) <= 4
    if "name" in match.slots and not formula.key:
        return line.stopped and not _is_cased(line.words)
    if formula.key or "date" in match.slots:
        return True
    return line.stopped and not rest[0].islower()


def _is_cased(words: str) -> bool:
    return words.lower() != words.upper()


def _markers(line: _Line) -> list[EnvelopePart]:
    """Find advertisement markers in brackets, which some page builders leave inside a paragraph ("[iklan_2]")."""
    found: list[EnvelopePart] = []
    for formula in line.formulas.get("advertisement", ()):
        if not formula.written.startswith("["):
            continue
        for opening in re.finditer(r"\[", line.words):
            match = formula.read(line.words[opening.start() : opening.start() + 60], "start")
            if match is not None:
                start = line.span.start + opening.start()
                found.append(EnvelopePart("advertisement", Span(start, start + match.end)))
    return found


def _credits(line: _Line, index: FormulaIndex) -> list[EnvelopePart]:
    """Find a credit at the end of a line; where it names a picture, the line it ends is the caption."""
    offset = max(0, len(line.words) - TAIL)
    tail = line.words[offset:]
    for field in ("photo_credit", "credit"):
        best: tuple[int, Match, Formula] | None = None
        for formula in line.formulas.get(field, ()):
            match = formula.read(tail, "end")
            if match is None or (best is not None and best[0] <= match.start):
                continue
            if _credible(field, formula, match, line, index) and _ends_here(tail, match, formula):
                best = (match.start, match, formula)
        if best is None:
            continue
        start, match, formula = best
        place = Span(line.span.start + offset + start, line.span.end)
        credit = EnvelopePart("credit", place, _value("credit", match, index))
        before = line.words[: offset + start].rstrip()
        if _is_caption(line, before, field, formula):
            return [EnvelopePart("caption", line.span, before or None), credit]
        return [credit]
    return []


def _ends_here(tail: str, match: Match, formula: Formula) -> bool:
    """Ask that a credit without brackets opens after a stop or a bar ("… on Monday. Photo: AFP")."""
    if formula.written[0] in "([（【/":
        return True
    return tail[: match.start].rstrip()[-1:] in _BEFORE_CREDIT


def _is_caption(line: _Line, before: str, field: str, formula: Formula) -> bool:
    if not _HAS_LETTER.search(before) or len(line.words) > MAX_LINE:
        return False
    if field == "photo_credit" or line.words.endswith("|"):
        return True
    # A source in brackets ends a caption, but at the end of the article it says where the article is from.
    return "{source}" in formula.written and len(line.words) <= 300 and line.number < line.total - CLOSING_LINES


def _is_title(line: _Line, document: Document, found: list[EnvelopePart]) -> bool:
    if document.title is not None and line.number < OPENING_LINES and _same(line.words, document.title):
        return True
    first = all(part.kind != "dateline" for part in found) and len({part.span.start for part in found}) == line.number
    return (
        first
        and line.number < 3
        and line.number < line.total - 1
        and len(line.words) <= MAX_TITLE
        and line.words.rstrip(_CLOSERS)[-1:] not in _STOPS
        and _HAS_LETTER.search(line.words) is not None
    )


def _same(one: str, other: str) -> bool:
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _value(kind: str, match: Match, index: FormulaIndex) -> str | None:
    """Take what the formula left open: an address, a source, a name, a date read as a day, a number."""
    slots = {name: value for name, (_, value) in match.slots.items()}
    if kind == "published":
        return read_day(slots.get("date", ""), index.languages) or slots.get("date")
    for name in ("url", "source", "name", "number", "text", "language"):
        if name in slots:
            return slots[name]
    return None


def _without_crossing(parts: tuple[EnvelopePart, ...]) -> tuple[EnvelopePart, ...]:
    """Put parts in the order of the text, and drop any that crosses or repeats one before it."""
    kept: list[EnvelopePart] = []
    open_parts: list[Span] = []
    for part in sorted(parts, key=lambda part: (part.span.start, -part.span.end)):
        while open_parts and open_parts[-1].end <= part.span.start:
            open_parts.pop()
        if open_parts and (not open_parts[-1].covers(part.span) or open_parts[-1] == part.span):
            continue
        kept.append(part)
        open_parts.append(part.span)
    return tuple(kept)
