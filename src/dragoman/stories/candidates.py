"""Find the articles that may hold the same text as a new one, by an index: never by looking at all of them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import TypeVar

from dragoman.records import Signature
from dragoman.stories.align import read_terms
from dragoman.stories.compare import COPY_DAYS, TRANSLATION_DAYS
from dragoman.stories.sketch import hashes_of
from dragoman.stories.weights import load_term_weights

WEEK = 7
LONGEST_LIST = 48
"""Articles kept under one hash or term in one week: what more articles share tells nothing (a disclaimer, a country)."""
MOST = 8
"""Articles a new one is compared with, of those found by shingles and of those found by terms."""
MOST_OF_LANGUAGE = 3
"""Articles of one language among those found by terms."""
RAREST = 24
"""Terms of an article that it is found by, those that tell most."""
INDEXED = 64
"""Hashes of a sketch that an article is found by, the smallest."""
FEWEST_SHARED = 3
"""Hashes in common from which two sketches are compared; fewer for texts of fewer."""
ENOUGH = 7.0
"""What the terms in common must weigh for two articles to be compared."""
DATELESS = -1

K = TypeVar("K")


class CandidateIndex:
    """Articles by week of publication, by the hashes of their sketches and by their most telling terms.

    Articles without a day stand in a week of their own and are looked for in every week that is held. What is found
    depends on the order of arrival only where more than LONGEST_LIST articles of a week share a hash or a term.
    """

    def __init__(self) -> None:
        self._weeks: dict[int, _Week] = {}
        self.signatures: dict[str, Signature] = {}

    def __contains__(self, id_: str) -> bool:
        return id_ in self.signatures

    def add(self, signature: Signature) -> None:
        """Take an article in; one that is there already is left alone."""
        if signature.id in self.signatures:
            return
        self.signatures[signature.id] = signature
        week = week_of(signature.day)
        if week not in self._weeks:
            self._weeks[week] = _Week()
        self._weeks[week].add(signature, telling_terms(signature.terms))

    def drop_weeks(self, kept: Iterable[int]) -> None:
        """Forget all weeks but some; the dateless are always kept."""
        kept = {*kept, DATELESS}
        for week in self._weeks.keys() - kept:
            for id_ in self._weeks.pop(week).ids:
                del self.signatures[id_]

    @property
    def weeks(self) -> frozenset[int]:
        """The weeks that are held."""
        return frozenset(self._weeks)

    def candidates(self, signature: Signature) -> list[Signature]:
        """List articles worth comparing with this one, itself left out, in order of their ids."""
        shared: Counter[str] = Counter()
        weighed: defaultdict[str, float] = defaultdict(float)
        telling = telling_terms(signature.terms)
        indexed = hashes_of(signature.sketch)[:INDEXED]
        near = set(weeks_around(signature.day, TRANSLATION_DAYS))
        for week in self._reached(signature.day):
            held = self._weeks[week]
            twin = held.twins.get(signature.text)
            if twin is not None and twin[0] != signature.id:
                return [self.signatures[twin[0]]]  # what it was linked to this one is linked to as well
            held.count(indexed, shared)
            if week == DATELESS or signature.day is None or week in near:
                held.weigh(telling, weighed)
        fewest = min(FEWEST_SHARED, len(indexed))
        copies = _best(shared, fewest)[:MOST]
        found = {*copies, *self._alike(weighed, set(copies))} - {signature.id}
        return [self.signatures[id_] for id_ in sorted(found)]

    def _alike(self, weighed: Mapping[str, float], copies: set[str]) -> Iterator[str]:
        """Choose the best by terms, few of each language: a story told ten times in English is told in Korean too."""
        chosen: Counter[str | None] = Counter()
        for id_ in _best(weighed, ENOUGH):
            language = self.signatures[id_].language
            if chosen.total() == MOST:
                return
            if id_ not in copies and chosen[language] < MOST_OF_LANGUAGE:
                chosen[language] += 1
                yield id_

    def _reached(self, day: int | None) -> list[int]:
        if day is None:
            return list(self._weeks)
        return [week for week in (*weeks_around(day, COPY_DAYS), DATELESS) if week in self._weeks]


@lru_cache(maxsize=8)
def telling_terms(written: str) -> list[tuple[str, float]]:
    """Choose the terms an article is found by, with their weights; a number is found without its zeros."""
    weigh = load_term_weights().of
    terms = {term.rstrip("0") if term.startswith("n:") else term for term, _ in read_terms(written)}
    weighed = [(term, weigh(term)) for term in terms]
    weighed.sort(key=lambda two: (-two[1], two[0]))
    return weighed[:RAREST]


class _Week:
    """The articles of one week. A list of one is kept as its only id, since most hashes are one article's."""

    __slots__ = ("_by_hash", "_by_term", "ids", "twins")

    def __init__(self) -> None:
        self.ids: list[str] = []
        self.twins: dict[int, list[str]] = {}
        self._by_hash: dict[int, str | list[str]] = {}
        self._by_term: dict[str, str | list[str]] = {}

    def add(self, signature: Signature, telling: list[tuple[str, float]]) -> None:
        self.ids.append(signature.id)
        same = self.twins.setdefault(signature.text, [])
        same.append(signature.id)
        if len(same) > 1:
            return  # the first of those that say the same stands for all
        for value in hashes_of(signature.sketch)[:INDEXED]:
            _put(self._by_hash, value, signature.id)
        for term, _ in telling:
            _put(self._by_term, term, signature.id)

    def count(self, hashes: Iterable[int], shared: Counter[str]) -> None:
        for value in hashes:
            shared.update(_listed(self._by_hash.get(value)))

    def weigh(self, telling: list[tuple[str, float]], weighed: defaultdict[str, float]) -> None:
        for term, weight in telling:
            for id_ in _listed(self._by_term.get(term)):
                weighed[id_] += weight


def _put(lists: dict[K, str | list[str]], key: K, id_: str) -> None:
    held = lists.get(key)
    if held is None:
        lists[key] = id_
    elif isinstance(held, str):
        lists[key] = [held, id_]
    elif len(held) < LONGEST_LIST:
        held.append(id_)


def _listed(held: str | list[str] | None) -> tuple[str, ...] | list[str]:
    return () if held is None else (held,) if isinstance(held, str) else held


def _best(counted: Mapping[str, float], least: float) -> list[str]:
    """List those that count at least so much, the best first; ties in order of id, so that arrival does not matter."""
    enough = [(-count, id_) for id_, count in counted.items() if count >= least]
    return [id_ for _, id_ in sorted(enough)]


def week_of(day: int | None) -> int:
    """Number the week of a day."""
    return DATELESS if day is None else day // WEEK


def weeks_around(day: int | None, days: int) -> Iterator[int]:
    """Number the weeks within so many days of a day; none for the dateless."""
    if day is not None:
        yield from range(week_of(day - days), week_of(day + days) + 1)
