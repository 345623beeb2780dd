"""What holds for any text: real offsets, order, no exception, bounds that contain, no day from a month."""

import re
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.timex import find_times, load_time_words, shift_to_future

CODES = tuple(sorted(path.stem for path in (Path(__file__).parent / "cases").glob("*.txt")))
MARKS = (",", ".", "(", ")", "-", "–", "'s", ":", "/", "’", "14/06/2018", "3.5")
days = st.dates(date(1950, 1, 1), date(2060, 12, 31)).map(lambda day: day.isoformat())


@cache
def vocabulary(code: str) -> tuple[str, ...]:
    return tuple(sorted(load_time_words(code).forms))


@st.composite
def texts(draw: st.DrawFn) -> tuple[str, str]:
    code = draw(st.sampled_from(CODES))
    word = st.one_of(st.sampled_from(vocabulary(code)), st.integers(0, 2200).map(str), st.text(max_size=6),
                     st.sampled_from(MARKS))  # fmt: skip
    words = draw(st.lists(word, max_size=14))
    return code, draw(st.sampled_from([" ", "", "  "])).join(words)


@settings(max_examples=250, deadline=None)
@given(texts(), st.none() | days)
def test_any_text_is_read_with_real_offsets_and_honest_bounds(sample: tuple[str, str], published: str | None) -> None:
    code, text = sample
    padded = f"x\n{text}\nx"
    found = find_times(padded, 2, 2 + len(text), load_time_words(code), published)
    at = 2
    for time in found:
        assert at <= time.span.start < time.span.end <= 2 + len(text)
        assert padded[time.span.start : time.span.end].strip()
        at = time.span.end
        for bound in (time.earliest, time.latest):
            assert bound is None or date.fromisoformat(bound)
        if time.earliest is not None and time.latest is not None:
            assert time.earliest <= time.latest
        assert _contained(time.edtf, time.earliest, time.latest)
        shift_to_future(time, published)


def _ends(part: str) -> tuple[str, str] | None:
    """Return the first and last day of one EDTF value, None for an open or unspecified one."""
    plain = part.rstrip("~?%")
    if plain in ("", "..") or plain.startswith("X"):
        return None
    digits = plain.split("-")
    if len(digits) == 2 and digits[1] in ("21", "22", "23", "24"):
        months = {"21": ("03", "05-31"), "22": ("06", "08-31"), "23": ("09", "11-30"), "24": ("12", "12-31")}[digits[1]]
        return f"{digits[0]}-{months[0]}-01", f"{digits[0]}-{months[1]}"
    if len(digits) == 1:
        return f"{plain.replace('X', '0')}-01-01", f"{plain.replace('X', '9')}-12-31"
    if len(digits) == 2:
        following = date(int(digits[0]) + int(digits[1]) // 12, int(digits[1]) % 12 + 1, 1)
        return f"{plain}-01", (following - timedelta(1)).isoformat()
    return plain, plain


def _contained(edtf: str, earliest: str | None, latest: str | None) -> bool:
    """Tell whether the bounds hold at least what the EDTF value says."""
    first, last = edtf.partition("/")[0], edtf.rpartition("/")[2]
    opening, closing = _ends(first), _ends(last)
    if opening is None or closing is None or opening[0].startswith("0000"):
        return True
    return (earliest is None or earliest <= opening[0]) and (latest is None or latest >= closing[1])


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=80), st.sampled_from(CODES), st.none() | days)
def test_arbitrary_characters_do_no_harm(text: str, code: str, published: str | None) -> None:
    for time in find_times(text, 0, len(text), load_time_words(code), published):
        assert text[time.span.start : time.span.end]


MONTHS = {
    "en": "September", "id": "September", "de": "September", "es": "septiembre", "ru": "сентябре", "pl": "wrześniu",
    "ko": "9월", "zh": "9月", "ja": "9月", "vi": "tháng 9", "ar": "سبتمبر", "tr": "Eylül", "uk": "вересні",
}  # fmt: skip


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(sorted(MONTHS)), st.integers(1901, 2099), days)
def test_a_month_never_becomes_a_day(code: str, year: int, published: str) -> None:
    texts = [MONTHS[code], f"{MONTHS[code]} {year}"]
    if code in ("ko", "zh", "ja"):
        texts[1] = f"{year}{'년 ' if code == 'ko' else '年'}{MONTHS[code]}"
    for text in texts:
        for time in find_times(text, 0, len(text), load_time_words(code), published):
            assert time.grain in ("month", "year")
            assert time.earliest != time.latest


@settings(max_examples=100, deadline=None)
@given(days)
def test_yesterday_is_the_day_before_publication(published: str) -> None:
    time = find_times("yesterday", 0, 9, load_time_words("en"), published)[0]
    assert time.earliest == time.latest == (date.fromisoformat(published) - timedelta(1)).isoformat()
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", time.edtf)
