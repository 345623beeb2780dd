"""The formulas of several languages as one index: one pass over a line tells which of them could match it."""

import re
from functools import lru_cache
from typing import NamedTuple

import ahocorasick_rs

from dragoman.packs.envelope_file import FORMULA_FIELDS, EnvelopeFormulas, load_envelope
from dragoman.packs.media_file import load_media
from dragoman.text.formula import WORD, Formula, compile_formula
from dragoman.text.lines import without_surrogates
from dragoman.text.media_names import MediaFinder, media_finder

_DIGIT = re.compile(r"\d")


class Candidate(NamedTuple):
    """A formula with the field it stands in."""

    field: str
    formula: Formula


class FormulaIndex:
    """Formulas by what a text must hold for them. Of a formula several languages share, one is kept."""

    def __init__(self, languages: tuple[EnvelopeFormulas, ...], finder: MediaFinder) -> None:
        self.languages, self.finder = languages, finder
        entries: dict[tuple[str, str], Formula] = {}
        for field in FORMULA_FIELDS:
            for language in languages:
                for written in getattr(language, field):
                    entries.setdefault((field, written), compile_formula(written))
        self._entries = [Candidate(field, formula) for (field, _), formula in entries.items()]
        self._by_word: dict[str, list[int]] = {}
        self._by_sign: dict[str, list[int]] = {}
        self._always: list[int] = []
        by_string: dict[str, list[int]] = {}
        for number, (_, formula) in enumerate(self._entries):
            need = formula.need
            if need.word:
                self._by_word.setdefault(need.word, []).append(number)
            elif need.string:
                by_string.setdefault(need.string, []).append(number)
            elif need.signs:
                for sign in need.signs:
                    self._by_sign.setdefault(sign, []).append(number)
            else:
                self._always.append(number)
        self._of_string = list(by_string.values())
        self._strings = ahocorasick_rs.AhoCorasick(list(by_string)) if by_string else None

    def candidates(self, line: str) -> dict[str, list[Formula]]:
        """Name the formulas that could match somewhere in the line, by field, in the order they were given."""
        lowered = line.lower()
        numbers = set(self._always)
        for word in self._by_word.keys() & set(WORD.findall(lowered)):
            numbers.update(self._by_word[word])
        for sign in self._by_sign.keys() & set(line):
            numbers.update(self._by_sign[sign])
        if self._strings is not None:
            matches = self._strings.find_matches_as_indexes(without_surrogates(lowered), overlapping=True)
            for string in {string for string, _, _ in matches}:
                numbers.update(self._of_string[string])
        found: dict[str, list[Formula]] = {}
        dated = _DIGIT.search(line) is not None
        for number in sorted(numbers):
            field, formula = self._entries[number]
            if dated or not formula.need.digit:
                found.setdefault(field, []).append(formula)
        return found


@lru_cache(maxsize=256)
def formula_index(codes: tuple[str, ...]) -> FormulaIndex:
    """Build the index of some languages, once in a process."""
    return FormulaIndex(tuple(load_envelope(code) for code in codes), media_finder())


def languages_to_try(language: str | None, url: str | None = None) -> tuple[str, ...]:
    """Name the languages whose formulas may stand in an article: its own, its outlet's, and English."""
    codes = [] if language is None else [language]
    codes += load_media().languages_of(url) if url is not None else ()
    return tuple(dict.fromkeys((*codes, "en")))
