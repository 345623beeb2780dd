"""Sketches estimate the share of a text that another holds."""

import random

from hypothesis import given
from hypothesis import strategies as st
from story_making import WORDS

from dragoman.stories.sketch import SIZE, contained, hashes_of, sketch_of, words_of


def _words(number: int, seed: int) -> list[str]:
    chance = random.Random(seed)
    return [f"{chance.choice(WORDS)}{chance.randrange(1000)}" for _ in range(number)]


def _share(one: list[str], other: list[str]) -> float:
    shared, possible = contained(sketch_of(one)[1], sketch_of(other)[1])
    return shared / possible


def test_a_text_holds_all_of_itself_and_of_its_beginning() -> None:
    words = _words(900, 1)
    assert _share(words, words) == 1.0
    assert _share(words, words[:200]) > 0.97, "but for the words at the cut"


def test_half_of_a_long_text_is_told_to_be_about_half() -> None:
    words, other = _words(1200, 1), _words(1200, 2)
    assert abs(_share(words, words[:600] + other[:600]) - 0.5) < 0.1


def test_texts_with_nothing_in_common_share_nothing() -> None:
    assert _share(_words(300, 1), _words(300, 2)) == 0.0


def test_a_fifth_of_the_words_changed_leaves_about_half_of_the_shingles() -> None:
    words, chance = _words(800, 1), random.Random(3)
    noisy = [word if chance.random() > 0.2 else "other" for word in words]
    assert 0.4 < _share(words, noisy) < 0.6


def test_capitals_marks_and_spaces_do_not_count() -> None:
    assert words_of("The Envoy, left;  AGAIN.") == words_of("the envoy left again")


def test_scripts_without_spaces_are_cut_into_signs() -> None:
    assert words_of("发言人说 KBS 2024年") == ["发", "言", "人", "说", "kbs", "2024", "年"]


def test_a_text_shorter_than_a_shingle_is_one_shingle_and_an_empty_one_none() -> None:
    assert sketch_of(["one"])[0] == 1
    assert sketch_of([]) == (0, b"")
    assert contained(b"", sketch_of(["one"])[1]) == (0, 0)


@given(st.lists(st.text(max_size=5), max_size=600))
def test_a_sketch_is_ascending_bounded_and_the_same_for_the_same_words(words: list[str]) -> None:
    number, sketch = sketch_of(words)
    hashes = list(hashes_of(sketch))
    assert hashes == sorted(set(hashes))
    assert len(hashes) == min(number, SIZE)
    assert sketch_of(words) == (number, sketch)
