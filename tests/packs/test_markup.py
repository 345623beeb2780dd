"""Markup becomes a plain sentence with places, and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.packs.markup import LABELS, BrokenMarkup, Example, Marked, parse_example, write_example
from dragoman.records import Span


def test_marks_become_places_in_the_plain_sentence() -> None:
    example = parse_example("[actor: DPR] [event: menolak] [recipient: usulan pemerintah].")
    assert example.text == "DPR menolak usulan pemerintah."
    assert [(m.label, m.span.of(example.text)) for m in example.marks] == [
        ("actor", "DPR"),
        ("event", "menolak"),
        ("recipient", "usulan pemerintah"),
    ]


def test_a_particle_may_be_glued_to_a_mark() -> None:
    example = parse_example("[actor: 서울]은 합의를 [event: 중단했다].")
    assert example.text == "서울은 합의를 중단했다."


def test_brackets_without_a_label_are_text() -> None:
    assert parse_example("He [sic] said [1] so.").text == "He [sic] said [1] so."


@pytest.mark.parametrize(
    "written",
    [
        "[actor: DPR menolak",
        "[who: DPR] menolak",
        "[actor: ] menolak",
        "[actor: DPR ] menolak",
        "[actor: DPR [event: menolak]] usulan",
    ],
)
def test_broken_markup_is_refused(written: str) -> None:
    with pytest.raises(BrokenMarkup):
        parse_example(written)


words = st.text(st.characters(exclude_characters="[]", exclude_categories=["Cs", "Zs", "Cc", "Zl", "Zp"]), min_size=1)
pieces = st.lists(st.tuples(words, st.none() | st.sampled_from(LABELS)))


@given(pieces)
def test_markup_round_trips(made: list[tuple[str, str | None]]) -> None:
    text, marks = "", []
    for word, label in made:
        if label is not None:
            marks.append(Marked(label, Span(len(text), len(text) + len(word))))
        text += word + " "
    example = Example(text, tuple(marks))
    assert parse_example(write_example(example)) == example


@given(st.text())
def test_arbitrary_text_is_parsed_or_refused(text: str) -> None:
    try:
        example = parse_example(text)
    except BrokenMarkup:
        return
    assert all(mark.span.of(example.text) for mark in example.marks)
