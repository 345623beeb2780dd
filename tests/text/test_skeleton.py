"""Names of one person written in many scripts have one skeleton."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.text.skeleton import CLASSES, skeleton


@pytest.mark.parametrize(
    "names",
    [
        ("Kavanaugh", "Кавано", "캐버노", "カバノー"),
        ("Ivanov", "Иванов", "Ивановым"[:6]),
        ("Berlin", "Берлин", "베를린", "ベルリン"),
        ("Tokyo", "Токио", "도쿄"),
        ("Madrid", "Мадрид", "마드리드", "マドリード"),
    ],
)  # fmt: skip
def test_a_name_in_several_scripts_has_one_skeleton(names: tuple[str, ...]) -> None:
    assert len({skeleton(name) for name in names}) == 1


def test_names_that_sound_otherwise_have_other_skeletons() -> None:
    assert len({skeleton(name) for name in ("Merkel", "Macron", "Abe", "Xi", "Trump", "Kavanaugh")}) == 6


def test_letters_that_are_not_heard_do_not_count() -> None:
    assert skeleton("Wright") == skeleton("Vrite")
    assert skeleton("Lopez") == skeleton("López")


@given(st.text(max_size=30))
def test_a_skeleton_holds_classes_only_and_none_twice_in_a_row(name: str) -> None:
    bones = skeleton(name)
    assert set(bones) <= set(CLASSES.values())
    assert all(one != other for one, other in zip(bones, bones[1:], strict=False))
