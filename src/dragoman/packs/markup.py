"""Read examples with inline markup: `[actor: DPR] [event: menolak] [recipient: usulan pemerintah]`."""

import re

import msgspec

from dragoman.records import Span

LABELS = ("actor", "recipient", "event", "theme", "place", "time")
_OPENING = re.compile(r"\[([A-Za-z_-]+):\s*")


class BrokenMarkup(ValueError):
    """An example's markup cannot be read: what is wrong with it."""


class Marked(msgspec.Struct, frozen=True):
    """A label and the words it is put on, as a place in the plain sentence."""

    label: str
    span: Span


class Example(msgspec.Struct, frozen=True):
    """A plain sentence and what is marked in it, in order."""

    text: str
    marks: tuple[Marked, ...] = ()

    def spans(self, label: str) -> tuple[Span, ...]:
        """Return the places that bear a label."""
        return tuple(mark.span for mark in self.marks if mark.label == label)


def parse_example(written: str) -> Example:
    """Take the markup out of an example; raise BrokenMarkup.

    Brackets without a known form ("[sic]") are left as text; a mark inside another is refused.
    """
    plain, marks, length, at = [], [], 0, 0
    for opening in _OPENING.finditer(written):
        if opening.start() < at:
            raise BrokenMarkup(f"a mark stands inside another: {written[opening.start() : opening.end() + 20]!r}")
        label = opening.group(1)
        if label not in LABELS:
            raise BrokenMarkup(f"{label!r} is no label; labels are {', '.join(LABELS)}")
        end = written.find("]", opening.end())
        if end < 0:
            raise BrokenMarkup(f"the mark {written[opening.start() : opening.end() + 20]!r} is not closed")
        before, words = written[at : opening.start()], written[opening.end() : end]
        if not words.strip():
            raise BrokenMarkup(f"the mark [{label}: ] holds no words")
        nested = _OPENING.search(words)
        if nested is not None:
            raise BrokenMarkup(f"a mark stands inside another: {words[nested.start() :]!r}")
        if words != words.strip():
            raise BrokenMarkup(f"the mark [{label}: {words}] begins or ends with a space")
        plain += [before, words]
        start = length + len(before)
        length = start + len(words)
        marks.append(Marked(label, Span(start, length)))
        at = end + 1
    plain.append(written[at:])
    return Example("".join(plain), tuple(marks))


def write_example(example: Example) -> str:
    """Put the markup back in: the opposite of `parse_example`."""
    written, at = [], 0
    for mark in example.marks:
        written += [example.text[at : mark.span.start], f"[{mark.label}: {mark.span.of(example.text)}]"]
        at = mark.span.end
    return "".join((*written, example.text[at:]))
