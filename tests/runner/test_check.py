"""Examples hold when one clause bears out everything that is marked."""

from dragoman.packs.markup import parse_example
from dragoman.records import Clause, Mention, Span
from dragoman.runner.check import judge

EXAMPLE = parse_example("[actor: Seoul] [event: suspended] the deal with [recipient: Pyongyang].")


def mention(label: str) -> Mention:
    (span,) = EXAMPLE.spans(label)
    return Mention(span, span, ())


def clause(act: str = "suspend", **roles: tuple[Mention, ...]) -> Clause:
    (trigger,) = EXAMPLE.spans("event")
    return Clause(0, trigger, act, "suspend", **roles)  # type: ignore[arg-type]


FULL = clause(actor=(mention("actor"),), recipient=(mention("recipient"),))


def test_a_clause_with_the_act_and_the_roles_bears_an_example_out() -> None:
    assert judge("suspend", "examples", EXAMPLE, [FULL]) is None


def test_what_is_missing_is_said() -> None:
    assert judge("suspend", "examples", EXAMPLE, []) == "nothing was read at the event"
    assert judge("suspend", "examples", EXAMPLE, [clause("say")]) == "the event was read as say"
    missing = judge("suspend", "examples", EXAMPLE, [clause(actor=(mention("actor"),))])
    assert missing == "recipient 'Pyongyang' was read as nobody"


def test_a_clause_elsewhere_bears_nothing_out() -> None:
    other = Clause(0, Span(0, 3), "suspend", "suspend", actor=FULL.actor, recipient=FULL.recipient)
    assert judge("suspend", "examples", EXAMPLE, [other]) is not None


def test_a_counter_example_must_not_be_read_as_the_act() -> None:
    plain = parse_example("The match was suspended.")
    assert judge("suspend", "not", plain, []) is None
    assert judge("suspend", "not", plain, [Clause(0, Span(14, 23), "say", "suspend")]) is None
    assert judge("suspend", "not", plain, [Clause(0, Span(14, 23), "suspend", "suspend")]) is not None


def test_a_gap_must_fail() -> None:
    assert judge("suspend", "gaps", EXAMPLE, []) is None
    assert judge("suspend", "gaps", EXAMPLE, [FULL]) == "is no gap any more: move it up to examples"
