"""The index finds what may hold the same text, and little else."""

import random

import msgspec
from story_making import WORDS, signature

from dragoman.stories.candidates import LONGEST_LIST, MOST, CandidateIndex, weeks_around


def _text(seed: int, size: int = 150) -> str:
    chance = random.Random(seed)
    return " ".join(f"{chance.choice(WORDS)}{chance.choice('abcdefghijklmnop')}" for _ in range(size))


def _index(*held: object) -> CandidateIndex:
    index = CandidateIndex()
    for one in held:
        index.add(one)  # type: ignore[arg-type]
    return index


def _found(index: CandidateIndex, text: str, **more: str | None) -> list[str]:
    return [one.id for one in index.candidates(signature("new", text, **more))]  # type: ignore[arg-type]


def test_a_copy_is_found_and_another_text_is_not() -> None:
    index = _index(signature("a", _text(1), terms=""), signature("b", _text(2), terms=""))
    assert _found(index, " ".join(_text(1).split()[:80]), terms="") == ["a"]


def test_an_article_is_not_its_own_candidate() -> None:
    index = _index(signature("new", _text(1)))
    assert _found(index, _text(1)) == []


def test_of_those_that_say_the_same_one_is_found_for_all() -> None:
    index = _index(signature("a", _text(1)), signature("b", _text(1)), signature("c", _text(1) + " more"))
    assert _found(index, _text(1)) == ["a"]


def test_another_language_is_found_by_the_terms_that_tell() -> None:
    names = "\t".join(f"x:{a}{b}KNM@{at}" for at, (a, b) in enumerate((a, b) for a in "PTK" for b in "SLM"))
    index = _index(signature("ko", _text(1), language="ko", terms=names), signature("b", _text(3), terms=""))
    assert _found(index, _text(2), terms=names) == ["ko"]
    assert _found(index, _text(2), terms=names, day="2024-07-10") == []


def test_articles_of_other_months_are_not_looked_at() -> None:
    index = _index(signature("a", _text(1), "2024-01-10"))
    assert _found(index, _text(1), day="2024-06-10") == []


def test_the_dateless_are_found_from_everywhere_and_find_everything() -> None:
    index = _index(signature("a", _text(1), None), signature("b", _text(1) + " more", "2024-01-10"))
    assert "a" in _found(index, _text(1) + " again", day="2024-06-10")
    assert _found(index, _text(1) + " again", day=None) == ["a", "b"]


def test_what_hundreds_share_is_looked_at_a_bounded_number_of_times() -> None:
    disclaimer = _text(9, 90)
    index = _index(
        *(signature(f"{at:03}", f"{_text(at)} {disclaimer}", terms="") for at in range(10, 10 + 3 * LONGEST_LIST))
    )
    assert len(_found(index, f"{_text(500)} {disclaimer}", terms="")) <= MOST


def test_weeks_that_are_dropped_are_forgotten_and_can_come_back() -> None:
    old, new = signature("a", _text(1), "2024-01-10"), signature("b", _text(2), "2024-06-10")
    index = _index(old, new)
    index.drop_weeks(weeks_around(new.day, 30))
    assert set(index.signatures) == {"b"}
    index.add(old)
    assert _found(index, _text(1) + " again", day="2024-01-12", terms="") == ["a"]


def test_adding_twice_is_adding_once() -> None:
    one = signature("a", _text(1))
    index = _index(one, one, msgspec.structs.replace(one, size=5))
    assert index.signatures["a"].size == one.size
