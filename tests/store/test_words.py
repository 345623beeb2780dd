"""Terms: what a search compares."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.store.words import composed, terms_of


def terms(text: str) -> list[str]:
    return [term.text for term in terms_of(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kim met Xi.", ["kim", "met", "xi"]),
        ("미국 대선", ["미국", "국", "대선", "선"]),
        ("北京", ["北京", "京"]),
        ("ミサイルを", ["ミサ", "サイ", "イル", "ルを", "を"]),
        ("K팝", ["k", "팝"]),
        ("ไทย", ["ไท", "ทย", "ย"]),
        ("हिन्दी में", ["हिन्दी", "में"]),
        ("co-operation, don't", ["co", "operation", "don", "t"]),
        ("!?… —", []),
        ("", []),
    ],
)
def test_words_are_words_and_bigrams_where_no_spaces_stand(text: str, expected: list[str]) -> None:
    assert terms(text) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ISTANBUL ISPARTA", "İstanbul ısparta"),
        ("SÃO Việt Nam", "sao Viet nam"),
        ("中國", "中国"),
        ("أحمد ٣", "احمد 3"),
        ("كِتَاب كتـاب", "كتاب كتاب"),
        ("می\u200cخواهد", "میخواهد"),
        ("Ёлка", "елка"),
        ("м’я", "мʼя"),
        ("ＮＡＴＯ２０２４", "nato2024"),
        ("ﾐﾗｲ", "ミライ"),
        (unicodedata.normalize("NFD", "Zürich 서울"), "zurich 서울"),
    ],
)
def test_what_a_reader_takes_for_the_same_is_the_same(one: str, other: str) -> None:
    assert terms(one) == terms(other)


def test_letters_that_differ_stay_apart() -> None:
    assert terms("край") != terms("краи")
    assert terms("が") != terms("か")


@given(st.text())
def test_terms_stand_where_they_say_and_hold_nothing_to_escape(text: str) -> None:
    whole = composed(text)
    for term in terms_of(text):
        assert 0 <= term.start < term.end <= len(whole)
        assert not set(term.text) & set(" '\"*():&|!<>\\\0")
        assert 0 < len(term.text) <= 100


@given(st.text(st.sampled_from("미국대선北京大学ไทยかな")), st.integers(0, 30))
def test_any_two_letters_that_follow_each_other_are_a_term(text: str, at: int) -> None:
    pair = text[at : at + 2]
    if len(pair) == 2:
        assert set(terms(pair)) <= {*terms(text), pair[1]}
        assert terms(pair)[0] in terms(text)
