"""The formulas of several languages as one index: one pass over a line tells which of them could match it."""

from functools import lru_cache
from typing import NamedTuple

import ahocorasick_rs

from dragoman.packs.envelope_file import FORMULA_FIELDS, EnvelopeFormulas, load_envelope
from dragoman.packs.media_file import load_media
from dragoman.text.formula import Formula, compile_formula
from dragoman.text.lines import without_surrogates
from dragoman.text.media_names import MediaFinder, media_finder


class Candidate(NamedTuple):
    """A formula with the field it stands in."""

    field: str
    formula: Formula


class FormulaIndex:
    """Formulas by their longest literal. Of a formula several languages share, one is kept."""

    def __init__(self, languages: tuple[EnvelopeFormulas, ...], finder: MediaFinder) -> None:
        self.languages, self.finder = languages, finder
        entries: dict[tuple[str, str], Formula] = {}
        for field in FORMULA_FIELDS:
            for language in languages:
                for written in getattr(language, field):
                    entries.setdefault((field, written), compile_formula(written))
        self._entries = [Candidate(field, formula) for (field, _), formula in entries.items()]
        by_key: dict[str, list[int]] = {}
        for number, candidate in enumerate(self._entries):
            by_key.setdefault(candidate.formula.key, []).append(number)
        self._keyless = by_key.pop("", [])
        self._of_key = list(by_key.values())
        self._matcher = ahocorasick_rs.AhoCorasick(list(by_key)) if by_key else None

    def candidates(self, line: str) -> dict[str, list[Formula]]:
        """Name the formulas whose literal stands in the line, by field, in the order they were given."""
        numbers = set(self._keyless)
        if self._matcher is not None:
            lowered = without_surrogates(line.lower())
            for key in {key for key, _, _ in self._matcher.find_matches_as_indexes(lowered, overlapping=True)}:
                numbers.update(self._of_key[key])
        found: dict[str, list[Formula]] = {}
        for number in sorted(numbers):
            candidate = self._entries[number]
            found.setdefault(candidate.field, []).append(candidate.formula)
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
