"""Make the signature of an article from what was read in it."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from dragoman.provenance.origins import origins_of, outlet_of, texts_of
from dragoman.records import Coding, Sentence, Signature, Term
from dragoman.stories.align import PLACES
from dragoman.stories.sketch import digest, sketch_of, unspaced, words_of
from dragoman.stories.weights import TermWeights, load_term_weights

MOST_TERMS = 400
"""Terms of an article beyond which only every second, third, … is kept: long texts need no more to be told apart."""
_DAY_OR_MONTH = re.compile(r"d:\d{4}-\d\d(-\d\d)?$")
_YEAR = re.compile(r"n:(19|20)\d\d$")


def signature_of(id_: str, coding: Coding, weights: TermWeights | None = None) -> Signature:
    """Describe an article to linking; `id_` is what edges and stories will call it."""
    weights = weights or load_term_weights()
    text = coding.document.text
    words = [word for sentence in coding.sentences for word in words_of(sentence.span.of(text))]
    number, sketch = sketch_of(words)
    letters = _letters(coding.sentences)
    language = coding.document.language
    return Signature(
        id=id_,
        language=language,
        day=_ordinal(coding.published.day),
        text=digest(words) << 31 | digest(words[::-1]) >> 1,
        shingles=number,
        sketch=sketch,
        size=round(letters / weights.lengths.get(language or "", 1.0)),
        terms=_written(coding.terms, letters),
        marks=_marks(coding.terms),
        names=_names(coding.terms, unspaced(words)),
        outlet=outlet_of(coding.provenance),
        credited=texts_of(coding.provenance),
        origins=origins_of(coding.provenance),
    )


def _ordinal(day: str | None) -> int | None:
    try:
        return None if day is None else date.fromisoformat(day).toordinal()
    except ValueError:
        return None


def _letters(sentences: Iterable[Sentence]) -> int:
    return sum(sentence.span.end - sentence.span.start for sentence in sentences)


def _written(terms: Sequence[Term], letters: int) -> str:
    told = [(key, place) for key, place in terms if not key.startswith("w:")]
    step = 1 + len(told) // MOST_TERMS
    return "\t".join(f"{key}@{place * PLACES // max(letters, 1)}" for key, place in told[::step])


def _names(terms: Sequence[Term], unspaced: bool) -> tuple[str, ...]:
    """Take who is named; where words are not set apart, an unknown word is too seldom a whole name."""
    kinds = ("c:", "p:", "o:") if unspaced else ("c:", "p:", "o:", "x:")
    return tuple(sorted({key for key, _ in terms if key.startswith(kinds)}))


def _marks(terms: Sequence[Term]) -> tuple[str, ...]:
    """Take the numbers that are no years, and words of time that stand where a day or a month was found."""
    days = {place for key, place in terms if _DAY_OR_MONTH.match(key)}
    numbers = {key for key, _ in terms if key.startswith("n:") and not _YEAR.match(key)}
    return tuple(sorted(numbers | {key for key, place in terms if key.startswith("w:") and place in days}))
