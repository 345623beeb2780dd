"""Show the place of an article where a search found its words."""

import re
from collections.abc import Iterator

from dragoman.store.sought import Phrase, read_query
from dragoman.store.words import Term, composed, terms_of

_BEFORE = 40
"""Letters shown before the first word that was found."""
_LOOKED_AT = 200
"""Places compared to choose the best; a long text may hold a common word thousands of times."""
Snippet = tuple[tuple[str, bool], ...]
"""Stretches of a text one after the other, each with whether it was sought."""


def snippet(text: str, query: str, width: int | None = None) -> Snippet:
    """Cut about `width` letters (all, when None) from where a text holds most of what a query seeks, on one line.

    A text without any of it, because its title has it, is shown from its beginning.
    """
    text = composed(text)
    found = sorted(_found(list(terms_of(text)), read_query(query).wanted))
    start, end = (0, len(text)) if width is None else _window(text, found, width)
    pieces: list[tuple[str, bool]] = [("…", False)] if start > 0 else []
    at = start
    for first, last, _ in found:
        if at <= first and last <= end:
            pieces += [(text[at:first], False), (text[first:last], True)]
            at = last
    pieces += [(text[at:end], False), ("…" if end < len(text) else "", False)]
    return tuple((re.sub(r"\s+", " ", piece), sought) for piece, sought in pieces if piece)


def _found(terms: list[Term], phrases: tuple[Phrase, ...]) -> Iterator[tuple[int, int, int]]:
    """Yield start, end and number of the phrase for each place where one stands."""
    for number, phrase in enumerate(phrases):
        size = len(phrase.terms)
        for at in range(len(terms) - size + 1):
            here = terms[at : at + size]
            if _stands(phrase, here):
                single = phrase.begins and here[-1].kind == "pair"
                yield here[0].start, here[-1].start + 1 if single else here[-1].end, number


def _stands(phrase: Phrase, here: list[Term]) -> bool:
    *most, last = (term.text for term in here)
    if tuple(most) != phrase.terms[:-1]:
        return False
    return last.startswith(phrase.terms[-1]) if phrase.begins else last == phrase.terms[-1]


def _window(text: str, found: list[tuple[int, int, int]], width: int) -> tuple[int, int]:
    """Choose the stretch that holds most different phrases, begun a little before and cut between words."""
    room, looked_at = width - _BEFORE, found[:_LOOKED_AT]

    def held(one: tuple[int, int, int]) -> int:
        return len({number for at, to, number in looked_at if one[0] <= at and to <= one[0] + room})

    best = max(looked_at, key=held, default=None)
    start = 0 if best is None else max(0, best[0] - _BEFORE)
    end = min(len(text), start + width)
    if best is not None and start > 0:
        space = re.compile(r"\s").search(text, start, best[0])
        start = start if space is None else space.end()
    if end < len(text):
        space_at = max(text.rfind(" ", start, end), text.rfind("\n", start, end))
        if space_at > (start if best is None else best[1]):
            end = space_at
    return start, end
