"""A pair of actors always gets an answer, from weights over concepts."""

from pathlib import Path

import pytest
from making import KOR, PRK, RUS, clause

from dragoman.coding.codebook import load_codebook
from dragoman.coding.relate import Relation, Weights, load_weights, relate
from dragoman.packs.load import load_concepts
from dragoman.packs.yaml_file import BadData
from dragoman.records import Clause, Span

SOURCE, TARGET = Span(0, 3), Span(30, 33)
TOY = Weights({"ASSAULT": 0.0, "SUPPORT": 0.1}, {"act=attack": {"ASSAULT": 2.0}, "thing=weapon": {"ASSAULT": 0.5}})


def related(clauses: tuple[Clause, ...], weights: Weights, named: tuple[tuple[str, Span], ...] = ()) -> Relation:
    return relate(clauses, named, SOURCE, TARGET, load_codebook(), load_concepts(), weights)


def test_the_weights_of_the_package_are_about_types_of_plover_and_known_signs() -> None:
    weights, codebook = load_weights(), load_codebook()
    types = {*codebook.types, "YIELD"}
    assert set(weights.bias) <= types
    assert {kind for row in weights.signs.values() for kind in row} <= set(weights.bias)
    acts = {sign[4:].partition("|")[0] for sign in weights.signs if sign.startswith("act=")}
    assert acts <= set(load_concepts().acts)


def test_a_broken_line_is_named_with_file_and_number(tmp_path: Path) -> None:
    path = tmp_path / "relate.tsv"
    path.write_text("# weights\n(bias)\tASSAULT=0.5\nact=attack\tASSAULT=much\n", "utf-8")
    with pytest.raises(BadData) as caught:
        load_weights(path)
    assert (caught.value.path, caught.value.where) == (str(path), "3")


def test_a_pair_of_which_nothing_is_told_is_answered_with_the_likeliest_type() -> None:
    answer = related((), TOY)
    assert (answer.event, answer.mode, answer.rule) == ("SUPPORT", None, "nothing told")
    assert answer.confidence == pytest.approx(0.525, abs=0.001)


def test_a_sign_decides_and_is_named() -> None:
    answer = related((clause("attack", KOR, PRK),), TOY)
    assert (answer.event, answer.rule) == ("ASSAULT", "act=attack")
    assert answer.confidence == pytest.approx(0.870, abs=0.001)


def test_more_signs_make_an_answer_surer_and_stand_behind_the_stronger() -> None:
    sure = related((clause("attack", KOR, PRK),), TOY, (("weapon", Span(40, 45)),))
    assert sure.rule == "act=attack; thing=weapon"
    assert sure.confidence > related((clause("attack", KOR, PRK),), TOY).confidence


def test_a_narrower_act_counts_as_its_wider_ones() -> None:
    assert related((clause("bomb", KOR, PRK),), TOY).event == "ASSAULT"


def test_the_mode_comes_from_the_rule_of_the_chosen_type() -> None:
    assert related((clause("bomb", KOR, PRK),), TOY).mode == "explosives"


def test_yielding_is_a_retreat_and_a_concession_only_where_a_rule_says_so() -> None:
    yielding = Weights({"YIELD": 1.0}, {})
    assert related((clause("retreat", RUS, KOR),), yielding).event == "RETREAT"
    assert related((clause("apologise", RUS, KOR),), yielding).event == "CONCEDE"
