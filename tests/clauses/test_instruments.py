"""A clause bears the instruments that it names, or that its sentence names and it is about the like of."""

from dragoman.clauses.instruments import name_instruments
from dragoman.packs.lexicon import NONE, Meaning
from dragoman.packs.world import Country, Instrument, World
from dragoman.records import Clause, Entity, Mention, Span
from dragoman.text.units import Readings, Unit

PACT = Unit(10, 18, "the Pact", Readings(
    instrument=[(Meaning("instrument", "pact-2018", "Pact"), NONE)], thing=[(Meaning("thing", "agreement", "Pact"), NONE)]
).settled())  # fmt: skip

COUNTRIES = {code: Country(code, name) for code, name in (("KOR", "South Korea"), ("PRK", "North Korea"))}
WORLD = World(COUNTRIES, {}, {}, {}, {"pact-2018": Instrument("pact-2018", "Pact", "agreement", ("KOR", "PRK"))})
SEOUL = Mention(Span(0, 5), Span(0, 5), (Entity("KOR", "GOV", "Seoul"),))


def named(**about: object) -> list[tuple[str, ...]]:
    clause = Clause(0, Span(0, 9), "suspend", "suspend", **about)  # type: ignore[arg-type]
    return [c.instruments for c in name_instruments([clause], [PACT], WORLD)]


def test_an_instrument_in_the_theme_belongs_to_the_clause() -> None:
    assert named(theme_spans=(Span(10, 18),)) == [("pact-2018",)]


def test_one_elsewhere_belongs_to_a_clause_about_its_like() -> None:
    assert named(themes=("agreement",)) == [("pact-2018",)]


def test_one_elsewhere_does_not_belong_to_a_clause_about_something_else() -> None:
    assert named(themes=("border",)) == [()]


def test_a_sentence_without_instruments_leaves_its_clauses_alone() -> None:
    clause = Clause(0, Span(0, 9), "suspend", "suspend", themes=("agreement",))
    assert name_instruments([clause], [], WORLD) == [clause]


def recipients(act: str, actor: Mention = SEOUL, **about: object) -> list[str | None]:
    clause = Clause(0, Span(6, 9), act, act, actor=(actor,), theme_spans=(Span(10, 18),), **about)  # type: ignore[arg-type]
    (found,) = name_instruments([clause], [PACT], WORLD)
    return [entity.code for mention in found.recipient for entity in mention.entities]


def test_what_is_done_to_an_agreement_of_two_is_done_to_the_other_party() -> None:
    assert recipients("suspend") == ["PRK"]


def test_what_is_only_said_of_it_is_done_to_nobody() -> None:
    assert recipients("praise") == []


def test_a_recipient_that_is_told_stays() -> None:
    tokyo = Mention(Span(20, 25), Span(20, 25), (Entity("JPN", "GOV", "Tokyo"),))
    assert recipients("suspend", recipient=(tokyo,)) == ["JPN"]


def test_one_who_is_no_party_has_no_other_party() -> None:
    assert recipients("suspend", Mention(Span(0, 5), Span(0, 5), (Entity("USA", "GOV", "Washington"),))) == []
