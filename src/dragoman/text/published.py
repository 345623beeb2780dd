"""Lines that hold only a date, and the day they name."""

import re
from datetime import date
from functools import lru_cache

from dragoman.packs.envelope_file import EnvelopeFormulas

_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"\d+")
_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})\s*[-/.年년]\s*(\d{1,2})\s*[-/.月월]\s*(\d{1,2})(?!\d)")
_DAY_FIRST = re.compile(r"(?<!\d)(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)")
_CLOCK = re.compile(r"(?<!\d)\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?(?!\d)")
# ISO 8601 with its T and Z, which are no words of any language
_ISO_TIME = re.compile(r"(?<=\d)T(?=\d)|(?<=\d)Z\b")


def is_date_line(line: str, formulas: EnvelopeFormulas) -> bool:
    """Tell whether a line says nothing but a date with its year: only numbers, months, weekdays and clock words."""
    if len(line) > 80 or not any(1800 <= int(n) <= 2199 for n in _NUMBER.findall(line) if len(n) == 4):
        return False
    known = _date_words(formulas)
    words = _WORD.findall(_ISO_TIME.sub(" ", line))
    dated = any(word.casefold() in _month_numbers(formulas) for word in words)
    return all(word.casefold() in known for word in words) and (dated or len(_NUMBER.findall(line)) >= 3)


def read_day(words: str, formulas: EnvelopeFormulas) -> str | None:
    """Read the ISO day a date names, or None where day, month or year is missing or their order could be either."""
    found = _YEAR_FIRST.search(words)
    if found is not None:
        return _iso(*found.groups())
    found = _DAY_FIRST.search(words)
    if found is not None:
        first, second, year = (int(n) for n in found.groups())
        if first <= 12 and second <= 12 and first != second and formulas.language in ("en", "fil"):
            return None  # en: 04/05/2023 is May in London and April in New York
        return _iso(year, second, first) if second <= 12 else _iso(year, first, second)
    months = _month_numbers(formulas)
    month = next((months[w.casefold()] for w in _WORD.findall(words) if w.casefold() in months), None)
    numbers = [int(n) for n in _NUMBER.findall(_CLOCK.sub(" ", words)) if len(n) <= 4]
    years = [n for n in numbers if 1800 <= n <= 2199]
    days = [n for n in numbers if 1 <= n <= 31]
    return _iso(years[0], month, days[0]) if month and years and days else None


def _iso(year: int | str, month: int | str, day: int | str) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


@lru_cache(maxsize=64)
def _month_numbers(formulas: EnvelopeFormulas) -> dict[str, int]:
    return {name.casefold().rstrip("."): number for number, names in enumerate(formulas.months, 1) for name in names}


@lru_cache(maxsize=64)
def _date_words(formulas: EnvelopeFormulas) -> frozenset[str]:
    words = {part for word in formulas.date_words for part in _WORD.findall(word.casefold())}
    return frozenset(words | _month_numbers(formulas).keys())
