"""A clause bears the instruments that it names, or that its sentence names and it is about the like of."""

from dragoman.clauses.instruments import name_instruments
from dragoman.packs.lexicon import NONE, Meaning
from dragoman.records import Clause, Span
from dragoman.text.units import Readings, Unit

PACT = Unit(10, 18, "the Pact", Readings(
    instrument=[(Meaning("instrument", "pact-2018", "Pact"), NONE)], thing=[(Meaning("thing", "agreement", "Pact"), NONE)]
).settled())  # fmt: skip


def named(**about: object) -> list[tuple[str, ...]]:
    clause = Clause(0, Span(0, 9), "suspend", "suspend", **about)  # type: ignore[arg-type]
    return [c.instruments for c in name_instruments([clause], [PACT])]


def test_an_instrument_in_the_theme_belongs_to_the_clause() -> None:
    assert named(theme_spans=(Span(10, 18),)) == [("pact-2018",)]


def test_one_elsewhere_belongs_to_a_clause_about_its_like() -> None:
    assert named(themes=("agreement",)) == [("pact-2018",)]


def test_one_elsewhere_does_not_belong_to_a_clause_about_something_else() -> None:
    assert named(themes=("border",)) == [()]


def test_a_sentence_without_instruments_leaves_its_clauses_alone() -> None:
    clause = Clause(0, Span(0, 9), "suspend", "suspend", themes=("agreement",))
    assert name_instruments([clause], []) == [clause]
