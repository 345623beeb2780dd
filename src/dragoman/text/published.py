"""The day of publication: what the caller says, else the line of the article or the part of its address naming it."""

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from babel import Locale, UnknownLocaleError

from dragoman.packs.envelope_file import EnvelopeFormulas
from dragoman.records import Document, EnvelopePart, PublicationDate

MAX_DATE_LINE = 80
FAR = 31  # days: dates further apart than a correction is late belong to different articles

_LETTER = re.compile(r"[^\W\d_]")
_DIGIT = re.compile(r"\d")
_NUMBER = re.compile(r"\d+")
_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})\s*[-/.年년]\s*(\d{1,2})\s*[-/.月월]\s*(\d{1,2})(?!\d)")
_DAY_FIRST = re.compile(r"(?<!\d)(\d{1,2})[-/.]\s?(\d{1,2})[-/.]\s?(\d{4})(?!\d)")
_CLOCK = re.compile(r"(?<!\d)\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?(?!\d)")
# In lower case: ISO 8601 with its t and z, and the signs of Chinese, Japanese, Korean dates: no words of any language
_SIGNS = re.compile(r"(?<=\d)t(?=\d)|(?<=\d)z\b|(?<=\d)\s?[年月日時时分秒년월일시분초]")
_IN_ADDRESS = re.compile(r"[/_-]((?:19|20)\d\d)([/-]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)")


class _Table(NamedTuple):
    """How one language writes dates: month names with their numbers, and everything a line of a date may hold."""

    months: dict[str, int]
    month: re.Pattern[str]
    words: re.Pattern[str]


def is_date_line(line: str, languages: tuple[EnvelopeFormulas, ...]) -> bool:
    """Tell whether a line says nothing but a date with its year: only numbers, months, weekdays and clock words."""
    if len(line) > MAX_DATE_LINE or len(_DIGIT.findall(line)) < 5:
        return False
    return any(_holds_only_a_date(line, language) for language in languages)


def _holds_only_a_date(line: str, language: EnvelopeFormulas) -> bool:
    numbers = _NUMBER.findall(line)
    if not any(_year(int(number), language) for number in numbers if len(number) == 4):
        return False
    table = _table(language)
    lowered = line.casefold()
    if _LETTER.search(_SIGNS.sub(" ", table.words.sub(" ", lowered))):
        return False
    return table.month.search(lowered) is not None or len(numbers) >= 3


def read_day(words: str, languages: tuple[EnvelopeFormulas, ...]) -> str | None:
    """Read the ISO day a date names, or None where day, month or year is missing or their order could be either."""
    if len(_DIGIT.findall(words)) < 5:
        return None
    return next((day for day in (_read_day(words, language) for language in languages) if day is not None), None)


def _read_day(words: str, language: EnvelopeFormulas) -> str | None:
    found = _YEAR_FIRST.search(words)
    if found is not None:
        return _iso(int(found[1]), int(found[2]), int(found[3]), language)
    found = _DAY_FIRST.search(words)
    if found is not None:
        first, second, year = (int(n) for n in found.groups())
        if language.month_first and second > 12:
            return _iso(year, first, second, language)
        if language.month_first and first <= 12 and first != second:
            return None  # en: 04/05/2023 is May in London and April in New York
        return _iso(year, second, first, language)
    table = _table(language)
    lowered = words.casefold()
    month = table.month.search(lowered)
    if month is None:
        return None
    rest = lowered[: month.start()] + " " + lowered[month.end() :]
    numbers = [int(n) for n in _NUMBER.findall(_CLOCK.sub(" ", rest)) if len(n) <= 4]
    years = [n for n in numbers if _year(n, language) is not None]
    days = [n for n in numbers if 1 <= n <= 31]
    return _iso(years[0], table.months[month[0].rstrip(".")], days[0], language) if years and days else None


def _year(number: int, language: EnvelopeFormulas) -> int | None:
    """Return the year of our era a number may name in the language, or None."""
    if 1800 <= number <= 2199:
        return number
    if language.calendar == "jalali" and 1300 <= number <= 1499:
        return number
    if language.calendar == "buddhist" and 2400 <= number <= 2699:
        return number - 543  # th: 2567 = 2024
    return None


def _iso(year: int, month: int, day: int, language: EnvelopeFormulas) -> str | None:
    counted = _year(year, language)
    try:
        if counted is None:
            return None
        if counted < 1500:
            return _of_jalali(counted, month, day).isoformat()
        return date(counted, month, day).isoformat()
    except ValueError:
        return None


def _of_jalali(year: int, month: int, day: int) -> date:
    """Turn a day of the Iranian solar calendar into one of ours (33-year cycle, right from 1178 to 1633)."""
    if not (1 <= month <= 12 and 1 <= day <= (31 if month < 7 else 30)):
        raise ValueError(f"no day of the Iranian calendar: {year}-{month}-{day}")
    cycles, rest = divmod(year - 979, 33)
    days = (year - 979) * 365 + cycles * 8 + (rest + 3) // 4 + day - 1
    days += (month - 1) * 31 if month < 7 else (month - 1) * 30 + 6
    return date(1600, 3, 20) + timedelta(days=days)


@lru_cache(maxsize=64)
def _table(language: EnvelopeFormulas) -> _Table:
    """Take months, weekdays and day periods from CLDR, and the forms the pack adds."""
    months: dict[str, int] = {}
    words: set[str] = set(language.date_words)
    try:
        locale = Locale.parse(language.language)
    except (UnknownLocaleError, ValueError):
        locale = None
    if locale is not None:
        for width in ("wide", "abbreviated"):
            for number, name in locale.months["format"][width].items():
                months[name.casefold().rstrip(".")] = number
            words.update(locale.days["format"][width].values())
            words.update(locale.day_periods["format"].get(width, {}).values())
    for number, names in language.months.items():
        months.update((name.casefold().rstrip("."), number) for name in names)
    return _Table(months, _any_of(months), _any_of({*(word.casefold() for word in words), *months}))


def _any_of(words: set[str] | dict[str, int]) -> re.Pattern[str]:
    ordered = sorted((word for word in words if word), key=len, reverse=True)
    if not ordered:
        return re.compile(r"(?!)")
    # A number that ends a month is whole: vi "tháng 1" = January is no part of "tháng 12" = December
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(re.escape(word) for word in ordered)})(?![^\W_])\.?")


def publication_date(document: Document, parts: tuple[EnvelopePart, ...]) -> PublicationDate:
    """Decide the day of publication: metadata, then the article's own date line, then its address.

    What disagrees with the day chosen is named in the reason.
    """
    given = _valid(document.published)
    stated = _stated(parts)
    addressed = _in_address(document.url)
    read = [("the line that dates the article", stated), ("the address", addressed)]
    if given is not None:
        told = [f"{where} says {day}" for where, day in read if day is not None and day != given]
        return PublicationDate(given, "metadata", f"published; {'; '.join(told)}" if told else "published")
    wrong = "" if document.published is None else f"; published {document.published!r} is no day"
    if stated is not None:
        doubt = f"; the address says {addressed}" if addressed not in (None, stated) else ""
        return PublicationDate(stated, "byline", f"a line dates the article{doubt}{wrong}")
    if addressed is not None:
        return PublicationDate(addressed, "inferred", f"the address holds the date{wrong}")
    return PublicationDate(None, "unknown", wrong.removeprefix("; "))


def _valid(day: str | None) -> str | None:
    try:
        return None if day is None else date.fromisoformat(day[:10]).isoformat()
    except ValueError:
        return None


def _stated(parts: tuple[EnvelopePart, ...]) -> str | None:
    """Take the first date line, or an earlier one close to it: an article is published before it is updated."""
    days = [_valid(part.value) for part in parts if part.kind == "published"]
    dated = [date.fromisoformat(day) for day in days if day is not None]
    if not dated:
        return None
    return min(day for day in dated if abs((day - dated[0]).days) <= FAR).isoformat()


def _in_address(url: str | None) -> str | None:
    found = _IN_ADDRESS.search(url or "")
    return None if found is None else _valid(f"{found[1]}-{found[3]}-{found[4]}")
