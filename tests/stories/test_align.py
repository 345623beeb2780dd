"""Articles are aligned by the terms that stand at the same places of their texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from story_making import signature

from dragoman.stories.align import Aligned, align

NAMES = [f"x:{a}{b}{c}K" for a in "PTKS" for b in "LMN" for c in "PTKSLMN"]


def _best(one: str, other: str, sizes: tuple[int, int] = (1000, 1000)) -> Aligned | None:
    first, second = signature("a", "x" * sizes[0], terms=one), signature("b", "x" * sizes[1], terms=other)
    return next(align(first, second, 0.05, 0.05), None)


def _terms(places: dict[str, int]) -> str:
    return "\t".join(f"{name}@{place}" for name, place in places.items())


def test_the_same_terms_at_the_same_places_align_wholly() -> None:
    told = _terms({name: at * 11 for at, name in enumerate(NAMES)})
    best = _best(told, told)
    assert best is not None
    assert best.score == pytest.approx(1.0)


def test_the_same_terms_in_another_order_do_not_align() -> None:
    forward = _terms({name: at * 11 for at, name in enumerate(NAMES)})
    backward = _terms({name: at * 11 for at, name in enumerate(reversed(NAMES))})
    best = _best(forward, backward)
    assert best is None or best.score < 0.25


def test_a_number_agrees_with_itself_in_another_unit_of_counting() -> None:
    best = _best("n:16000000@500", "n:1600@500")  # en: 16 million in digits, zh: 1600万
    assert best is not None
    assert best.terms == ("n:16",)


def test_a_short_text_aligns_with_the_beginning_of_a_long_one() -> None:
    long = {name: at * 11 for at, name in enumerate(NAMES)}
    short = {name: place * 2 for name, place in long.items() if place < 490}
    whole, begun = (
        best.score if best is not None else 0.0
        for best in (_best(_terms(short), _terms(long)), _best(_terms(short), _terms(long), (500, 1000)))
    )
    first, second = signature("a", "x" * 500, terms=_terms(short)), signature("b", "x" * 1000, terms=_terms(long))
    found = [one for one in align(first, second, 0.05, 0.05) if one.opening]
    assert found
    assert found[0].score > 0.85 > whole
    assert begun == whole, "the whole texts are compared first"


def test_a_term_told_often_is_no_stronger_sign_than_its_root() -> None:
    often = "\t".join(f"t:sport@{at}" for at in range(0, 1000, 100))
    few = _terms({name: at * 90 for at, name in enumerate(NAMES[:10])})
    best = _best(f"{often}\t{few}", often)
    assert best is not None
    assert best.score < 0.6


def test_articles_without_terms_do_not_align() -> None:
    assert _best("", "x:KPNK@5") is None


places = st.dictionaries(st.sampled_from(NAMES), st.integers(0, 1000), max_size=30)


@given(places, places, st.integers(100, 2000))
def test_alignment_is_symmetrical_and_between_nothing_and_all(
    one: dict[str, int], other: dict[str, int], size: int
) -> None:
    first, second = signature("a", "x" * 1000, terms=_terms(one)), signature("b", "x" * size, terms=_terms(other))
    there, back = list(align(first, second, 0.0, 0.0)), list(align(second, first, 0.0, 0.0))
    assert [pytest.approx(one.score) for one in there] == [one.score for one in back]
    assert all(0.0 <= one.score <= 1.0 + 1e-9 for one in there)
