"""Read what is sought: words, "phrases", beginnings* and -exclusions, as terms for either kind of database."""

import re
from collections.abc import Sequence

import msgspec

from dragoman.store.words import Term, terms_of

_PART = re.compile(r'(?P<minus>-?)(?:"(?P<quoted>[^"]*)"?|(?P<word>[^\s"]+))')


class BadQuery(ValueError):
    """A query seeks nothing: what is wrong and what to do."""


class Phrase(msgspec.Struct, frozen=True):
    """Terms that stand one after the other; with `begins`, the last of them may be only the beginning of a word."""

    terms: tuple[str, ...]
    begins: bool = False


class Sought(msgspec.Struct, frozen=True):
    """Phrases that must all be there, and phrases none of which may."""

    wanted: tuple[Phrase, ...]
    unwanted: tuple[Phrase, ...] = ()


def read_query(query: str) -> Sought:
    """Read a query; raise BadQuery where no word is sought."""
    wanted: list[Phrase] = []
    unwanted: list[Phrase] = []
    for part in _PART.finditer(query):
        words = part["word"] if part["quoted"] is None else part["quoted"]
        phrase = _phrase(words)
        if phrase.terms:
            (unwanted if part["minus"] else wanted).append(phrase)
    if not wanted:
        what = "only says what must not be there" if unwanted else "holds no word"
        raise BadQuery(f"the query {query!r} {what}; give a word, or a phrase in quotes")
    return Sought(tuple(wanted), tuple(unwanted))


def _phrase(words: str) -> Phrase:
    terms = list(terms_of(words))
    begins = words.endswith("*")
    if terms and terms[-1].kind == "letter":
        begins = _begins_a_piece(terms)
        if not begins:
            terms.pop()  # whatever follows in the text, the bigram before says it all
    return Phrase(tuple(term.text for term in terms), begins)


def _begins_a_piece(terms: Sequence[Term]) -> bool:
    """Tell whether the last letter stands alone: then it is the beginning of a bigram, or itself the last letter."""
    return len(terms) == 1 or terms[-2].kind != "pair"


def for_sqlite(sought: Sought) -> str:
    """Write a query for FTS5. Terms hold letters, digits and marks only, so that nothing in them needs an escape."""

    def written(phrase: Phrase) -> str:
        return f'"{" ".join(phrase.terms)}"{" *" if phrase.begins else ""}'

    wanted = " AND ".join(map(written, sought.wanted))
    return f"({wanted}) NOT ({' OR '.join(map(written, sought.unwanted))})" if sought.unwanted else wanted


def for_postgres(sought: Sought) -> str:
    """Write a query as a tsquery."""

    def written(phrase: Phrase) -> str:
        return "(" + " <-> ".join(f"'{term}'" for term in phrase.terms) + (":*)" if phrase.begins else ")")

    return " & ".join([*map(written, sought.wanted), *(f"!{written(phrase)}" for phrase in sought.unwanted)])
