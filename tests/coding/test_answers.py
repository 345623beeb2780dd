"""A retaliation hits whoever has done something to those who vow it."""

from making import KOR, PRK, RUS, USA, clause

from dragoman.coding.answers import complete
from dragoman.coding.codebook import load_codebook
from dragoman.packs.load import load_concepts
from dragoman.records import Clause


def aimed_at(*clauses: Clause) -> list[str | None]:
    found = complete(clauses, load_codebook(), load_concepts())
    return [e.code for m in found[0].recipient for e in m.entities]


def test_a_vow_to_retaliate_is_aimed_at_who_has_acted_against_those_who_vow() -> None:
    vow = clause("promise", RUS, themes=("retaliate",))
    assert aimed_at(vow, clause("expel", KOR, RUS, notes=("sub",))) == ["KOR"]


def test_nothing_done_to_others_is_what_is_retaliated_for() -> None:
    vow = clause("promise", RUS, themes=("retaliate",))
    assert aimed_at(vow, clause("expel", KOR, USA, notes=("sub",))) == []
    assert aimed_at(vow, clause("expel", KOR, RUS, notes=("main",))) == []
    assert aimed_at(clause("promise", PRK), clause("expel", KOR, PRK, notes=("sub",))) == []
