"""Find media by their names in a stretch of text."""

import re
from functools import cache
from typing import NamedTuple

import ahocorasick_rs

from dragoman.packs.envelope_file import EnvelopeFormulas
from dragoman.packs.media_file import MediaIndex, load_media
from dragoman.packs.world import Medium
from dragoman.records import Span
from dragoman.text.lines import without_surrogates

_UNSPACED = re.compile("[\u0e01-\u0e5b\u3040-\u30ff\u3400-\u9fff]")
_HANGUL = re.compile("[\uac00-\ud7a3]")
_GAP = ' \t\u00a0\u3000"“”«»„「」『』()（）,،，'


class MediaMention(NamedTuple):
    """A medium with the place of its name."""

    span: Span
    medium: Medium


class MediaFinder:
    """Finds every name of every medium in one pass. Names are compared as written: "Tempo" is no "tempo"."""

    def __init__(self, media: MediaIndex) -> None:
        self.media = media
        named = [(name, medium) for name, medium in media.by_name.items() if _tells(name, medium)]
        self._media = [medium for _, medium in named]
        kind = ahocorasick_rs.MatchKind.LeftmostLongest
        self._matcher = ahocorasick_rs.AhoCorasick([name for name, _ in named], matchkind=kind) if named else None

    def within(self, text: str, stretch: Span | None = None) -> list[MediaMention]:
        """List the media named in the text, or in one stretch of it, in order."""
        place = stretch or Span(0, len(text))
        if self._matcher is None:
            return []
        words = without_surrogates(place.of(text))
        return [
            MediaMention(Span(place.start + start, place.start + end), self._media[number])
            for number, start, end in self._matcher.find_matches_as_indexes(words)
            if _is_whole(words, start, end)
        ]

    def vouching(self, text: str, formulas: EnvelopeFormulas) -> list[MediaMention]:
        """List the media that a formula of attribution marks as the source ("according to Yonhap")."""
        before, after = _surroundings(formulas)
        found: list[MediaMention] = []
        for mention in self.within(text):
            head = text[max(0, mention.span.start - 40) : mention.span.start].rstrip(_GAP).casefold()
            tail = text[mention.span.end : mention.span.end + 40].lstrip(_GAP).replace("’", "'").casefold()
            if any(_ends_in(head, words) for words in before) or tail.startswith(after):
                found.append(mention)
        return found


@cache
def media_finder() -> MediaFinder:
    """Build the finder of the world's media, once in a process."""
    return MediaFinder(load_media())


@cache
def _surroundings(formulas: EnvelopeFormulas) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Part the formulas of attribution into what stands before a medium and what stands after it."""
    before: list[str] = []
    after: list[str] = []
    for formula in formulas.attribution_of_source:
        head, _, tail = formula.partition("{source}")
        if head.strip() and not tail.strip():
            before.append(head.strip().casefold())
        elif tail.strip() and not head.strip():
            after.append(tail.strip().casefold())
    return tuple(before), tuple(after)


def _tells(name: str, medium: Medium) -> bool:
    """Tell whether a name is a medium's wherever it stands: no folded form, and no Korean word of two syllables."""
    if name.islower() and name != medium.name:
        return False
    return len(name) > 2 or _HANGUL.match(name) is None  # ko: 연합 = Yonhap, or any union


def _ends_in(head: str, words: str) -> bool:
    """Tell whether a text ends in words that begin where a word begins."""
    if not head.endswith(words):
        return False
    rest = head[: -len(words)]
    return not rest[-1:].isalnum() or _UNSPACED.match(words) is not None


def _is_whole(words: str, start: int, end: int) -> bool:
    """Tell whether a name stands as a word of its own; Korean glues particles to its end, Chinese has no spaces."""
    # zh: 据KBS报道: a Latin name touches signs of a script without spaces
    left = (
        start == 0
        or not words[start - 1].isalnum()
        or _UNSPACED.match(words[start]) is not None
        or _UNSPACED.match(words[start - 1]) is not None
    )
    glued = _UNSPACED.match(words[end - 1]) or _HANGUL.match(words[end - 1]) or _HANGUL.match(words[end : end + 1])
    touching = _UNSPACED.match(words[end : end + 1]) is not None
    right = end == len(words) or not words[end].isalnum() or glued is not None or touching
    return left and right
