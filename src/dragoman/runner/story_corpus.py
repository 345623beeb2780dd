"""Make copies of articles as newspapers make them, and look-alikes that are none, to measure stories on."""

import random
import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta

import msgspec

from dragoman.pipeline import Knowledge
from dragoman.records import Document, Span
from dragoman.text.terms import plain_digits
from dragoman.timex import TimeWords, find_times

_DIGITS = re.compile(r"\d+")
NOISE = 0.2
"""Share of the words that are lost, put elsewhere or replaced in a noisy copy."""
KEPT = (0.4, 0.7)
"""Share of the sentences a shortened copy keeps, from the beginning."""
LATER = 7
"""Days after which a formula is used again."""
FEWEST_MARKS = 3
"""Numbers and days of an article that must become others for its look-alike to be about another occasion."""


class Article(msgspec.Struct, frozen=True):
    """An article of the bench: its sentences, and the story it belongs to."""

    story: str
    language: str
    published: str
    sentences: tuple[str, ...]

    def document(self, doc: str) -> Document:
        """Return it as a document whose sentences are given."""
        spans, at = [], 0
        for sentence in self.sentences:
            spans.append(Span(at, at + len(sentence)))
            at += len(sentence) + 1
        return Document(doc, "\n".join(self.sentences), self.language, self.published, sentences=tuple(spans))


def copies_of(article: Article, lead: Sequence[str], headline: str, chance: random.Random) -> dict[str, Article]:
    """Make copies of an article by name; `lead` is its beginning in another language, `headline` a headline of another."""
    told = list(article.sentences)
    kept = max(2, round(len(told) * chance.uniform(*KEPT)))
    order = told[1:]
    chance.shuffle(order)
    noisy = _with_noise(told, chance)
    changed = {
        "whole": (0, told),
        "republished": (2, told),
        "shortened": (1, told[:kept]),
        "reordered": (1, [told[0], *order]),
        "headline": (0, [headline, *told[1:]]),
        "translated-lead": (1, [*lead, *told[len(lead) :]]),
        "noise": (0, noisy),
        "shortened-noise": (1, _with_noise(told[: max(kept, 3)], chance)),
    }
    return {name: _changed(article, days, sentences) for name, (days, sentences) in changed.items()}


def look_alike_of(article: Article, knowledge: Knowledge, chance: random.Random) -> Article | None:
    """Make the same formula of another day: other numbers, other days; None where the article names too few."""
    words = knowledge.language(article.language).times
    sentences, changed = [], 0

    def count(before: str, after: str) -> str:
        nonlocal changed
        changed += before != after
        return after

    for sentence in article.sentences:
        told, at = [], 0
        for time in find_times(sentence, 0, len(sentence), words, None):
            written = time.span.of(sentence)
            told += [sentence[at : time.span.start], count(written, _another_time(written, words, chance))]
            at = time.span.end
        plain = "".join([*told, sentence[at:]])
        sentences.append(_DIGITS.sub(lambda found: count(found[0], _another_number(found[0], chance)), plain))
    if changed < FEWEST_MARKS:
        return None
    return msgspec.structs.replace(_changed(article, LATER, sentences), story=f"{article.story} again")


def _changed(article: Article, days: int, sentences: Sequence[str]) -> Article:
    day = date.fromisoformat(article.published) + timedelta(days)
    return msgspec.structs.replace(article, published=day.isoformat(), sentences=tuple(s for s in sentences if s))


def _with_noise(sentences: Sequence[str], chance: random.Random) -> list[str]:
    """Lose, move or replace words; in scripts without spaces, signs."""
    pool = [word for sentence in sentences for word in _cut(sentence)[0]]
    return [_noisy(sentence, pool, chance) for sentence in sentences]


def _noisy(sentence: str, pool: Sequence[str], chance: random.Random) -> str:
    words, glue = _cut(sentence)
    changes: tuple[Callable[[int], None], ...] = (
        lambda at: words.__setitem__(at, ""),
        lambda at: words.__setitem__(at, chance.choice(pool)),
        lambda at: words.insert(chance.randrange(len(words)), words.pop(at)),
    )
    for at in range(len(words)):
        if chance.random() < NOISE:
            chance.choice(changes)(at)
    return glue.join(word for word in words if word)


def _cut(sentence: str) -> tuple[list[str], str]:
    words = sentence.split()
    if len(sentence) > 12 * len(words):
        return list(sentence), ""
    return words, " "


def _another_time(written: str, words: TimeWords, chance: random.Random) -> str:
    """Write the name of another weekday or month in the place of the one that a time holds, where it holds one."""
    folded = words.folded(written)
    for names in _names(words):
        held = next((name for name in names if name in folded), None)
        if held is not None:
            at = folded.index(held)
            other = chance.choice([name for name in names if name not in held and held not in name])
            other = other.capitalize() if written[at].isupper() else other
            return f"{written[:at]}{other}{written[at + len(held) :]}"
    return written


def _names(words: TimeWords) -> tuple[list[str], list[str]]:
    """List the names of weekdays and of months, the longest first."""
    glue = " " if words.spaced else ""
    found: dict[str, set[str]] = {"weekday": set(), "month": set()}
    for form, entries in words.forms.items():
        for following, kind, *_ in entries:
            if kind in found and len(form) > 1:
                found[kind].add(glue.join((form, *following)))
    weekdays, months = (sorted(found[kind], key=lambda name: (-len(name), name)) for kind in ("weekday", "month"))
    return weekdays, months


def _another_number(written: str, chance: random.Random) -> str:
    """Write another number of as many digits; a year stays, since a formula is used again soon."""
    plain = plain_digits(written)
    if len(plain) == len("2018") and plain[:2] in ("19", "20"):
        return written
    other = plain
    while other == plain:
        other = str(chance.randint(10 ** (len(plain) - 1), 10 ** len(plain) - 1))
    return other
