"""The type of a language's time.yaml; `docs/add-a-language.md` describes every field in words."""

from typing import Literal

import msgspec

Templates = tuple[str, ...]

UNITS: tuple[str, ...] = ("minute", "hour", "day", "week", "weekend", "month", "quarter", "year", "decade", "century")
SEASONS: tuple[str, ...] = ("spring", "summer", "autumn", "winter")
RELATIONS: tuple[str, ...] = ("on", "since", "until", "before", "after", "for")
GROUPS: tuple[str, ...] = (
    "dates", "clock", "days", "this_week", "last_week", "next_week", "this_month", "last_month", "next_month",
    "this", "last", "next", "ago", "over_ago", "ahead", "past", "coming", "lasting", "earlier", "later", "recent",
    "soon", "now", "every", "ignore",
)  # fmt: skip


class TimeData(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """time.yaml: words and templates, no regular expressions."""

    spaced: bool = True
    fold: tuple[str, ...] = ()
    apostrophe: Literal["suffix", "prefix", "letter"] = "suffix"
    glued_before: dict[str, str] = {}
    glued_after: dict[str, str] = {}
    months: tuple[tuple[str, ...], ...] = ()
    weekdays: tuple[tuple[str, ...], ...] = ()
    babel_names: bool = True
    abbreviations: Literal["none", "months", "all"] = "months"
    solar_months: tuple[tuple[str, ...], ...] = ()
    capital: tuple[str, ...] = ()
    careful: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    units: dict[str, tuple[str, ...]] = {}
    plurals: tuple[str, ...] = ()
    seasons: dict[str, tuple[str, ...]] = {}
    numerals: dict[str, tuple[str, ...]] = {}
    numbers: dict[str, tuple[str, ...]] = {}
    few: tuple[str, ...] = ()
    decades: dict[str, tuple[str, ...]] = {}
    word_dates: bool = False
    digit_letters: str = ""
    ordinals: tuple[str, ...] = ()
    numeric: Literal["dmy", "mdy", "ymd", "unclear"] = "dmy"
    buddhist_years: bool = False
    solar_years: bool = False
    eras: dict[str, int] = {}
    day_parts: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    parts_not: tuple[str, ...] = ()
    parts_after: tuple[str, ...] = ()
    counted: tuple[str, ...] = ()
    words: dict[str, tuple[str, ...]] = {}
    relations: dict[str, tuple[str, ...]] = {}
    relations_after: dict[str, tuple[str, ...]] = {}
    fillers: tuple[str, ...] = ()
    joins: tuple[str, ...] = ()
    range_joins: tuple[str, ...] = ()
    range_ands: tuple[str, ...] = ()
    range_opens: tuple[str, ...] = ()
    range_closes: tuple[str, ...] = ()
    dates: Templates = ()
    clock: Templates = ()
    days: dict[str, Templates] = {}
    this: Templates = ()
    last: Templates = ()
    next: Templates = ()
    this_week: Templates = ()
    last_week: Templates = ()
    next_week: Templates = ()
    this_month: Templates = ()
    last_month: Templates = ()
    next_month: Templates = ()
    ago: Templates = ()
    over_ago: Templates = ()
    ahead: Templates = ()
    past: Templates = ()
    coming: Templates = ()
    lasting: Templates = ()
    earlier: Templates = ()
    later: Templates = ()
    recent: Templates = ()
    soon: Templates = ()
    now: Templates = ()
    every: Templates = ()
    ignore: Templates = ()
