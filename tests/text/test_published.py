"""The day of publication and the reading of dates."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.packs.envelope_file import load_envelope
from dragoman.records import Document, EnvelopePart, PublicationDate, Span
from dragoman.text.published import is_date_line, publication_date, read_day


@pytest.mark.parametrize(
    ("language", "words", "day"),
    [
        ("en", "June 14, 2024 10:30 GMT", "2024-06-14"),
        ("en", "14 Jun 2024", "2024-06-14"),
        ("en", "04/05/2023", None),  # May in London, April in New York
        ("en", "06/14/2024", "2024-06-14"),
        ("en", "June 2024", None),
        ("fr", "1er juillet 2024", "2024-07-01"),
        ("vi", "14 tháng 12 năm 2024", "2024-12-14"),
        ("vi", "14 tháng 1, 2024", "2024-01-14"),
        ("ko", "2024년 6월 14일", "2024-06-14"),
        ("zh", "2024年6月14日", "2024-06-14"),
        ("ar", "14 حزيران 2024", "2024-06-14"),
        ("ar", "١٤ يونيو ٢٠٢٤", "2024-06-14"),
        ("he", "14 ביוני 2024", "2024-06-14"),
        ("th", "14 มิถุนายน 2567", "2024-06-14"),
        ("fa", "۲۵ خرداد ۱۴۰۳", "2024-06-14"),
        ("fa", "۱۴۰۳/۰۱/۰۱", "2024-03-20"),
        ("fa", "۳۰ اسفند ۱۳۹۹", "2021-03-20"),
        ("ru", "32 июня 2024", None),
    ],
)
def test_a_date_is_read_as_its_language_writes_it(language: str, words: str, day: str | None) -> None:
    assert read_day(words, (load_envelope(language),)) == day


@pytest.mark.parametrize(
    ("language", "line", "answer"),
    [
        ("id", "Jumat, 14 Jun 2024 10:30 WIB", True),
        ("id", "Jumat, 14 Jun 2024 menteri tiba", False),
        ("en", "2024-06-14T10:30:00Z", True),
        ("en", "In 2024", False),
    ],
)
def test_a_date_line_holds_nothing_but_a_date(language: str, line: str, answer: bool) -> None:
    assert is_date_line(line, (load_envelope(language),)) is answer


def _line(day: str) -> EnvelopePart:
    return EnvelopePart("published", Span(0, 1), day)


def test_metadata_wins_and_names_what_disagrees() -> None:
    document = Document("doc", "x", published="2024-06-14", url="https://example.com/2024/06/12/x")
    found = publication_date(document, (_line("2024-06-13"),))
    assert (found.day, found.basis) == ("2024-06-14", "metadata")
    assert "2024-06-13" in found.reason
    assert "2024-06-12" in found.reason


def test_the_line_of_the_article_comes_before_its_address() -> None:
    document = Document("doc", "x", url="https://example.com/2024/06/12/x")
    found = publication_date(document, (_line("2024-06-13"),))
    assert (found.day, found.basis) == ("2024-06-13", "byline")
    assert "2024-06-12" in found.reason


def test_of_published_and_updated_the_earlier_counts_and_a_far_date_does_not() -> None:
    found = publication_date(Document("doc", "x"), (_line("2024-06-14"), _line("2024-06-13"), _line("2019-01-01")))
    assert found.day == "2024-06-13"


def test_the_address_alone_is_an_inference() -> None:
    found = publication_date(Document("doc", "x", url="https://example.com/20240612/x"), ())
    assert (found.day, found.basis) == ("2024-06-12", "inferred")


def test_nothing_tells_nothing() -> None:
    assert publication_date(Document("doc", "x"), ()) == PublicationDate(None, "unknown", "")


def test_a_published_that_is_no_day_is_named() -> None:
    found = publication_date(Document("doc", "x", published="soon"), ())
    assert found.day is None
    assert "soon" in found.reason


@given(st.text(max_size=120), st.sampled_from(["en", "fa", "th", "ko", "vi"]))
def test_any_text_is_read_without_an_exception(text: str, language: str) -> None:
    languages = (load_envelope(language),)
    is_date_line(text, languages)
    read_day(text, languages)
