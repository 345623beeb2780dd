"""Lines of a text, by their place."""

import re
from collections.abc import Iterator

from dragoman.records import Span

_LINE = re.compile(r"[^\n\r\u2028\u2029\x0b\x0c]+")
_SURROGATE = re.compile(r"[\ud800-\udfff]")


def line_spans(text: str, within: Span | None = None) -> Iterator[Span]:
    """Yield the place of each line that holds more than white space, trimmed."""
    stretch = within or Span(0, len(text))
    for found in _LINE.finditer(text, stretch.start, stretch.end):
        span = trimmed(text, Span(found.start(), found.end()))
        if span.start < span.end:
            yield span


def trimmed(text: str, span: Span) -> Span:
    """Return the span without white space at its ends; empty where it holds nothing else."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.start + len(words.rstrip())))


def without_surrogates(text: str) -> str:
    """Replace lone surrogates, which no encoding can carry, one for one: every offset stays what it was."""
    return _SURROGATE.sub("\ufffd", text)
