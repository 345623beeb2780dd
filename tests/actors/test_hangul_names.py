"""A stranger's name in hangul shows by the office beside it."""

from dragoman.actors.hangul_names import beside_office
from dragoman.packs.lexicon import NONE, Meaning
from dragoman.text.units import Readings, Unit

OFFICE = Readings(role=[(Meaning("role", "senator", "상원의원"), NONE)]).settled()
HEAD = Readings(role=[(Meaning("role", "president", "대통령"), NONE)]).settled()


def units(*words: tuple[str, Readings | None]) -> list[Unit]:
    out, at = [], 0
    for word, readings in words:
        out.append(Unit(at, at + len(word), word, readings or Readings().settled()))
        at += len(word) + 1
    return out


def test_two_unknown_words_behind_an_office_are_a_name() -> None:
    row = units(("상원의원", OFFICE), ("제프", None), ("플레이", None))
    assert beside_office(row, 1, ())
    assert beside_office(row, 2, ())
    assert beside_office(row, 2, ())


def test_one_bare_word_behind_an_office_is_no_name() -> None:
    assert not beside_office(units(("상원의원", OFFICE), ("조사", None)), 1, ())


def test_one_word_with_a_particle_behind_an_office_is_a_name() -> None:
    row = units(("상원의원", OFFICE), ("플레이크는", None))
    row[1].guess = frozenset({"topic"})
    assert beside_office(row, 1, ())


def test_two_unknown_words_before_an_office_are_a_name() -> None:
    assert beside_office(units(("니콜라", None), ("스터전", None), ("대통령", HEAD)), 0, ())


def test_a_bracket_in_latin_letters_makes_one_word_a_name() -> None:
    row = units(("진케", None), ("(", None), ("Zinke", None), (")", None), ("대통령", HEAD))
    assert beside_office(row, 0, ())
    assert not beside_office(units(("진케", None), ("대통령", HEAD)), 0, ())


def test_a_word_of_time_is_no_part_of_a_name() -> None:
    row = units(("니콜라", None), ("화요일", None), ("대통령", HEAD))
    assert not beside_office(row, 0, (1,))
