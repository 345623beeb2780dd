"""Find on whose word a medium reports: "Yonhap reported, citing the Joint Chiefs of Staff"."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from dragoman.packs.envelope_file import EnvelopeFormulas
from dragoman.records import Span
from dragoman.text.formula import UNSPACED
from dragoman.text.media_names import MediaMention

REACH = 90
"""Letters between the name of a medium and the words that say whom it cites."""
MOST_WORDS, MOST_SIGNS = 9, 18
"""Length of a name that is cited, in words, and in signs of a script without spaces."""
_END = re.compile(
    r"[,.;:!?،؛。，；：、！？»”\"“«()（）—–\n]|\s-\s|\s(?:that|who|which|bahwa|rằng|что|que|dass)\s", re.IGNORECASE
)
_NAMED = re.compile(r"(?:消息|报道|報道|的话|的話|称|說|说|表示|指)")
# ko 연합뉴스는, ja 聯合ニュースは、, tr Yonhap'ın: a particle ties the name of the medium to what follows
_PARTICLE = re.compile(r"^(?:['’]?[^\W\d_]{1,4}\s+|[はがも、,\s]+)")


class Cited(NamedTuple):
    """A medium, and the words that name whom it cites."""

    medium: MediaMention
    name: str
    span: Span


def cited_by(text: str, mentions: list[MediaMention], formulas: EnvelopeFormulas) -> Iterator[Cited]:
    """Yield whom each medium cites in the sentence that names it; `mentions` are the media named, in order."""
    before, after = _phrases(formulas)
    for place, mention in enumerate(mentions):
        start = mention.span.end
        following = mentions[place + 1].span.start if place + 1 < len(mentions) else len(text)
        reach = text[start : min(start + REACH, following)].partition("\n")[0]
        low = reach.casefold()
        if len(low) != len(reach):
            continue
        found = _after(reach, low, before) or _before(reach, low, after)
        if found is not None:
            yield Cited(mention, found.of(reach), Span(start + found.start, start + found.end))


def _after(reach: str, low: str, phrases: tuple[str, ...]) -> Span | None:
    """Take the name that stands after the words of citing, up to where it must end."""
    for phrase in phrases:
        at = low.find(phrase)
        if at < 0 or "." in reach[:at]:
            continue
        begin = at + len(phrase)
        rest = reach[begin:]
        end = _END.search(rest)
        name = rest[: end.start()] if end is not None else rest
        if UNSPACED.match(name.strip()):
            told = _NAMED.search(name)
            name = (name[: told.start()] if told is not None else name).removesuffix("的")
        return _trimmed(reach, begin, begin + len(name))
    return None


def _before(reach: str, low: str, phrases: tuple[str, ...]) -> Span | None:
    """Take the name that stands between the medium and the words of citing."""
    for phrase in phrases:
        at = low.find(phrase)
        if at <= 0:
            continue
        particle = _PARTICLE.match(reach[:at])
        begin = particle.end() if particle is not None else 0
        if _END.search(reach[begin:at]):
            continue
        return _trimmed(reach, begin, at)
    return None


def _trimmed(reach: str, begin: int, end: int) -> Span | None:
    """Leave out spaces at both ends; None where what remains is no name's length."""
    words = reach[begin:end]
    begin += len(words) - len(words.lstrip())
    words = words.strip()
    long = len(words) > MOST_SIGNS if UNSPACED.match(words) else len(words.split()) > MOST_WORDS
    return None if len(words) < 2 or long else Span(begin, begin + len(words))


@cache
def _phrases(formulas: EnvelopeFormulas) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Part the formulas into those whose name follows, and those whose name comes before; the longest first."""
    before: list[str] = []
    after: list[str] = []
    for formula in formulas.citing:
        head, _, tail = formula.partition("{name}")
        if head.strip():
            before.append(head.strip().casefold())
        else:
            after.append(tail.strip().casefold())
    return tuple(sorted(before, key=len, reverse=True)), tuple(sorted(after, key=len, reverse=True))
