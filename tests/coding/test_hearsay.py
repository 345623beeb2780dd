"""Denials, and what is said of a named instrument, are kept though they are no events."""

import pytest

from dragoman.coding.hearsay import hearsay, is_denial
from dragoman.records import Clause, Entity, Mention, Span

PYONGYANG = Mention(Span(0, 9), Span(0, 9), (Entity("PRK", "GOV", "Pyongyang", key="PRK"),))


def clause(act: str, themes: tuple[str, ...] = (), **more: object) -> Clause:
    return Clause(0, Span(10, 16), act, act, actor=(PYONGYANG,), themes=themes, **more)  # type: ignore[arg-type]


def test_a_denial_keeps_who_denies_what_and_when() -> None:
    told = hearsay(clause("deny", ("cross",)), "2026-05-13")
    assert told is not None
    assert (told.actor[0].code, told.themes, told.date) == ("PRK", ("cross",), "2026-05-13")


def test_a_named_instrument_is_kept_whatever_is_said_of_it() -> None:
    told = hearsay(clause("break", ("agreement",), instruments=("cma-2018",)), None)
    assert told is not None
    assert (told.act, told.instruments) == ("break", ("cma-2018",))


@pytest.mark.parametrize(
    "silent",
    [
        clause("say", ("cross",)),
        clause("deny", ("cross",), factuality="hypothetical"),
        Clause(0, Span(0, 4), "deny", "deny", themes=("cross",)),
    ],
)
def test_other_speech_unreal_denials_and_denials_of_nobody_known_are_not(silent: Clause) -> None:
    assert hearsay(silent, "2026-05-13") is None


def test_turning_down_a_charge_is_a_denial_and_turning_down_an_offer_is_not() -> None:
    assert is_denial("reject", ("accusation",))
    assert not is_denial("reject", ("offer",))
