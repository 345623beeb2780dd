"""Take from an article what stays the same in every language: concepts, countries, people, numbers, days, names."""

import re
import unicodedata
from collections.abc import Sequence

from dragoman.records import Sentence, Term, TimeExpression
from dragoman.text.phrases import Readings
from dragoman.text.skeleton import skeleton
from dragoman.text.units import Unit

KINDS = {
    "thing": "t", "verb": "a", "noun": "a", "role": "r", "country": "c", "nationality": "c", "people": "c", "seat": "c",
    "person": "p", "org": "o", "media": "m", "place": "l", "instrument": "i",
}  # fmt: skip
"""Kinds of readings that become terms. An act is one act whether a verb or a noun tells it, a country one country."""
_SAYS_NOTHING = frozenset({"other", "perform"})
_ABOUT_NAMES = frozenset({"opaque", "place"})
"""Readings beside which a word may still be a stranger's name: a word that only is no actor, or a town's."""
_MOST_MEANINGS = 2  # meanings of one kind that are taken: the likeliest come first
_FEWEST_CLASSES = 3  # consonants below which a name tells nothing
_NUMBER = re.compile(r"\d+(?:[.,\u00a0\u202f٬٫]\d+)*")


def terms_of(
    text: str,
    sentences: Sequence[Sentence],
    units: Sequence[Sequence[Unit]],
    times: Sequence[Sequence[TimeExpression]] = (),
) -> tuple[Term, ...]:
    """List the terms of an article in order, each with its place among the letters of the sentences.

    `units` and `times` are those of each sentence. A term is a kind and a key: `t:` thing, `a:` act, `r:` role, `c:`
    country, `p:` person, `o:` organisation, `m:` medium, `l:` the country of a place, `i:` instrument, `n:` number,
    `d:` day (EDTF), `w:` words of time as written, `x:` skeleton of a name the lexicon does not know.
    """
    found: list[Term] = []
    known: dict[int, tuple[tuple[str, ...], bool]] = {}  # by identity: all occurrences of a word share its readings
    before = 0
    for number, sentence in enumerate(sentences):
        shift = before - sentence.span.start
        for unit in units[number]:
            if unit.mark:
                continue
            readings = unit.readings
            told = known.get(id(readings))
            if told is None:
                told = known[id(readings)] = (_concepts(readings), _ABOUT_NAMES.issuperset(readings))
            keys, nameable = told
            if keys:
                found += [(key, unit.start + shift) for key in keys]
            if unit.number:
                found += [(key, unit.start + shift) for key in _numbers(unit.text)]
            elif nameable and (key := _name(unit.text)):
                found.append((key, unit.start + shift))
        for time in times[number] if times else ():
            words = " ".join(time.span.of(text).casefold().split())
            found.append((f"w:{words}", time.span.start + shift))
            if time.edtf:
                found.append((f"d:{time.edtf.rstrip('?~')}", time.span.start + shift))
        before += sentence.span.end - sentence.span.start
    return tuple(found)


def _numbers(written: str) -> list[str]:
    return [f"n:{digits}" for number in _NUMBER.findall(written) if (digits := plain_digits(number)).strip("0")]


def _name(word: str) -> str:
    """Return the term of a word that may be a stranger's name, "" for one that is written small or tells too little."""
    if len(word) < 2 or word[0].islower():
        return ""
    bones = skeleton(word)
    return f"x:{bones}" if len(bones) >= _FEWEST_CLASSES else ""


def _concepts(readings: Readings) -> tuple[str, ...]:
    keys = {
        f"{KINDS[kind]}:{meaning.concept}"
        for kind, meanings in readings.items()
        if kind in KINDS
        for meaning, _ in meanings[:_MOST_MEANINGS]
        if meaning.concept not in _SAYS_NOTHING
    }
    return tuple(sorted(keys))


def plain_digits(written: str) -> str:
    """Return a number in ASCII digits without separators: 1,600 and ١٦٠٠ are 1600."""
    return "".join(str(unicodedata.digit(sign)) for sign in written if sign.isdigit())
