"""What expressions mean: honest bounds, the reason for what was supplied, nothing invented."""

import pickle
from pathlib import Path

import pytest

from dragoman.packs.yaml_file import BadData
from dragoman.records import TimeExpression
from dragoman.timex import (
    TimeData,
    compile_times,
    decode_times,
    find_times,
    load_time_file,
    load_time_words,
    shift_to_future,
)
from dragoman.timex.template import BadTemplate


def one(text: str, published: str | None = "2024-06-14", code: str = "en") -> TimeExpression:
    found = find_times(text, 0, len(text), load_time_words(code), published)
    assert len(found) == 1, found
    return found[0]


def bounds(text: str, published: str | None = "2024-06-14", code: str = "en") -> tuple[str | None, str | None, str]:
    time = one(text, published, code)
    return time.earliest, time.latest, time.edtf


def test_a_weekday_on_the_day_of_publication_is_that_day() -> None:
    time = one("Voters decide Sunday", "2018-09-30")
    assert (time.earliest, time.basis, time.direction) == ("2018-09-30", "relative", "any")


def test_a_weekday_can_be_shifted_to_the_next_one() -> None:
    time = one("Voters decide Monday", "2018-09-30")
    assert time.earliest == "2018-09-24"
    moved = shift_to_future(time, "2018-09-30")
    assert (moved.earliest, moved.latest, moved.direction) == ("2018-10-01", "2018-10-01", "future")


def test_a_fixed_expression_is_not_shifted() -> None:
    for text in ("last Monday", "14 June 2018", "yesterday", "recently", "since Monday"):
        time = one(text)
        assert shift_to_future(time, "2024-06-14") == time
    assert shift_to_future(one("Monday"), None).earliest == "2024-06-10"


def test_a_month_or_day_without_year_is_shifted_by_a_year() -> None:
    assert shift_to_future(one("in May"), "2024-06-14").edtf == "2025-05?"
    assert shift_to_future(one("on 1 May"), "2024-06-14").edtf == "2025-05-01?"
    assert shift_to_future(one("tanggal 2", code="id"), "2024-06-14").earliest == "2024-07-02"


def test_a_day_without_year_says_why_it_got_one() -> None:
    time = one("on 14 June", "2024-06-20")
    assert (time.earliest, time.basis, time.edtf) == ("2024-06-14", "inferred", "2024-06-14?")
    assert "no year" in time.note


@pytest.mark.parametrize(
    ("text", "published", "day"),
    [("28 December", "2024-01-05", "2023-12-28"), ("5 January", "2023-12-28", "2024-01-05"),
     ("1 March", "2024-06-14", "2024-03-01"), ("29 February", "2023-03-01", "2024-02-29")],
)  # fmt: skip
def test_a_day_without_year_is_the_nearest_one(text: str, published: str, day: str) -> None:
    assert one(text, published).earliest == day


def test_the_weekday_beside_a_date_decides_its_year() -> None:
    assert one("Thursday, 14 June", "2018-11-20").earliest == "2018-06-14"


def test_last_month_name_is_the_latest_before_this_month() -> None:
    assert bounds("last September")[:2] == ("2023-09-01", "2023-09-30")
    assert bounds("last June")[:2] == ("2023-06-01", "2023-06-30")
    assert bounds("next June")[:2] == ("2025-06-01", "2025-06-30")


def test_a_month_never_gives_a_day() -> None:
    assert bounds("Juli 2000", code="id") == ("2000-07-01", "2000-07-31", "2000-07")


def test_without_publication_nothing_relative_is_bounded() -> None:
    for text in ("yesterday", "last week", "two weeks ago", "recently", "on Monday", "in the past two years"):
        time = one(text, None)
        assert (time.earliest, time.latest, time.basis) == (None, None, "unknown")


def test_without_publication_a_date_without_year_keeps_what_is_known() -> None:
    assert bounds("on 14 June", None) == (None, None, "XXXX-06-14")
    assert bounds("last September", None) == (None, None, "XXXX-09")
    assert bounds("14 June 2018", None) == ("2018-06-14", "2018-06-14", "2018-06-14")


def test_a_bad_publication_day_counts_as_none() -> None:
    assert one("yesterday", "soon").basis == "unknown"
    assert one("yesterday", "2024-06-14T10:00:00Z").earliest == "2024-06-13"


def test_seasons_decades_and_centuries_have_their_edtf() -> None:
    assert bounds("summer of 2018") == ("2018-06-01", "2018-09-30", "2018-22")
    assert bounds("winter 2018")[2] == "2018-24"
    assert bounds("the 1990s") == ("1990-01-01", "1999-12-31", "199X")
    assert one("the 19th century").grain == "century"
    assert bounds("last summer") == ("2023-06-01", "2023-09-30", "2023-22")


def test_open_ends_are_open() -> None:
    assert bounds("since 2014") == ("2014-01-01", None, "2014/..")
    assert bounds("until 1 July 2018") == (None, "2018-07-01", "../2018-07-01")
    assert bounds("before 2018") == (None, "2018-12-31", "../2018")
    assert bounds("after September 2023") == ("2023-09-01", None, "2023-09/..")


def test_early_and_about_widen_nothing_and_narrow_nothing() -> None:
    assert bounds("early 2018") == ("2018-01-01", "2018-12-31", "2018~")
    assert bounds("around 14 June 2018")[2] == "2018-06-14~"


def test_counted_hours_before_are_no_date() -> None:
    time = one("A few hours before the launch")
    assert (time.kind, time.relation, time.grain, time.earliest) == ("duration", "before", "hour", None)


def test_a_clock_keeps_the_day() -> None:
    time = one("on Sunday at 3 p.m.")
    assert (time.earliest, time.grain, time.edtf) == ("2024-06-09", "hour", "2024-06-09")
    assert find_times("at 3 p.m.", 0, 9, load_time_words("en"), "2024-06-14") == ()


@pytest.mark.parametrize(
    "text",
    ["31 June 2018", "$2018 was paid", "2018 people", "1,2018", "2000 left", "He may go", "They march on", "2018%",
     "section 2018.5", "a sun set", "the sat navigation", "second place", "The year", "in August company"],
)  # fmt: skip
def test_what_is_no_time_is_left_alone(text: str) -> None:
    found = find_times(text, 0, len(text), load_time_words("en"), "2024-06-14")
    assert [t for t in found if t.earliest == "2018-06-30"] == []
    if text not in ("31 June 2018", "in August company"):
        assert found == ()


def test_a_numeric_date_whose_order_is_open_stays_open() -> None:
    time = one("on 04/05/2023")
    assert (time.earliest, time.latest, time.grain) == ("2023-04-05", "2023-05-04", "month")
    assert bounds("am 04.05.2023", code="de")[:2] == ("2023-05-04", "2023-05-04")
    assert bounds("2018-09-30")[:2] == ("2018-09-30", "2018-09-30")


def test_a_range_takes_its_year_from_its_end() -> None:
    assert bounds("from 14 June to 2 July 2018")[:2] == ("2018-06-14", "2018-07-02")
    assert bounds("from 20 December to 5 January 2018")[:2] == ("2017-12-20", "2018-01-05")
    assert bounds("from Monday to Friday")[:2] == ("2024-06-10", "2024-06-14")


def test_days_ago_count_and_few_days_stay_wide() -> None:
    assert bounds("three days ago")[:2] == ("2024-06-11", "2024-06-11")
    few = one("a few days ago")
    assert (few.earliest, few.latest, few.kind) == ("2024-05-31", "2024-06-13", "vague")
    assert one("a few years ago").earliest is None
    assert bounds("more than two years ago") == (None, "2022-12-31", "../2022-12-31")
    assert bounds("999 years ago")[0] == "1025-01-01"


def test_plural_units_after_last_are_a_stretch() -> None:
    time = one("in den letzten Wochen", code="de")
    assert (time.earliest, time.latest, time.kind) == ("2024-04-12", "2024-06-14", "vague")


def test_weekday_of_a_named_week_is_exact() -> None:
    assert one("Monday last week").earliest == "2024-06-03"
    assert one("上周五", code="zh").earliest == "2024-06-07"
    assert one("下周一", code="zh").earliest == "2024-06-17"


def test_the_capital_tells_sunday_from_week_in_indonesian() -> None:
    assert one("pada Minggu lalu", code="id").grain == "day"
    assert one("pada minggu lalu", code="id").grain == "week"


def test_offsets_are_those_of_the_whole_text() -> None:
    text = "🙂 Rain. He left on 14 June 2018."
    found = find_times(text, 8, len(text), load_time_words("en"), None)
    assert [t.span.of(text) for t in found] == ["14 June 2018"]


def test_glued_particles_tell_the_relation() -> None:
    assert one("9월부터 시작했다", code="ko").relation == "since"
    assert one("9월까지 끝난다", code="ko").relation == "until"


def test_compiled_words_survive_pickling() -> None:
    for code in ("en", "ko", "th"):
        words = pickle.loads(pickle.dumps(load_time_words(code)))
        text = {"en": "on Sunday", "ko": "일요일에", "th": "วันอาทิตย์"}[code]
        assert find_times(text, 0, len(text), words, "2024-06-14")[0].earliest == "2024-06-09"


def test_a_language_without_file_has_babels_names() -> None:
    words = load_time_words("da")
    assert find_times("14 juni 2018", 0, 12, words, None)[0].edtf == "2018-06-14"
    assert find_times("hello", 0, 5, load_time_words("xx"), None) == ()


def test_a_toy_language_reads_its_own_templates() -> None:
    words = decode_times({"units": {"day": ["zon"]}, "numerals": {"3": ["tri"]}, "ago": ["ret {n} {unit}"],
                          "words": {"big": ["gro"]}, "last": ["gro zul => week"]})  # fmt: skip
    assert find_times("ret tri zon", 0, 11, words, "2024-06-14")[0].earliest == "2024-06-11"
    assert find_times("Gro zul", 0, 7, words, "2024-06-14")[0].earliest == "2024-06-03"


def test_a_wrong_template_is_named() -> None:
    for template in ("{dya} {month}", "[the {day}", "x => fortnight", ""):
        with pytest.raises(BadTemplate):
            compile_times(TimeData(dates=(template,)))


def test_a_wrong_file_names_field_and_cure(tmp_path: Path) -> None:
    wrong = {
        "units: {fortnight: [x]}": "fortnight",
        "months: [[a]]": "give 12",
        "days: {soon: [x]}": "whole numbers",
        "relations: {near: [x]}": "near",
        "numerals: {two: [x]}": "whole numbers",
        "wrods: {}": "wrods",
    }
    for written, said in wrong.items():
        path = tmp_path / "time.yaml"
        path.write_text(written, "utf-8")
        with pytest.raises(BadData, match=said):
            load_time_file(path)
