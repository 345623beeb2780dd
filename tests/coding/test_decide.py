"""What a clause becomes: the rule that holds, who must be known, and what promise, denial and report make of it."""

from typing import Any

import pytest
from making import CROWD, KOR, POLICE, PRK, PUTIN, RUS, SOLDIERS, STORM, UN, USA, decided, judged, said_by

from dragoman.coding.decide import Declined
from dragoman.records import Entity

Side = Entity | tuple[Entity, ...]
CASES: list[tuple[str, Side, Side, dict[str, Any], str]] = [
    # act, actor, recipient, more of the clause, what it becomes: TYPE/mode actors > recipients, or the refusal
    ("attack", RUS, KOR, {}, "ASSAULT RUS > KOR"),
    ("accuse", KOR, RUS, {}, "ACCUSE/allege KOR > RUS"),
    ("accuse", KOR, (), {}, "!recipient-unknown"),
    ("accuse", (), RUS, {}, "!actor-unknown"),
    ("accuse", STORM, RUS, {}, "!actor-unknown"),
    ("arrest", (), CROWD, {}, "COERCE/arrest  > KOR"),
    ("arrest", POLICE, (), {}, "!recipient-unknown"),
    ("meet", KOR, (), {}, "!other-side-unknown"),
    ("meet", (KOR, RUS), (), {}, "CONSULT KOR RUS > "),
    ("suspend", KOR, PRK, {"themes": ("agreement",)}, "SANCTION/discontinue KOR > PRK"),
    ("suspend", KOR, PRK, {"themes": ("attack",)}, "RETREAT/ceasefire KOR > PRK"),
    ("suspend", KOR, (), {"themes": ("sport",)}, "!no-political-act"),
    ("cross", SOLDIERS, (), {"themes": ("border",)}, "MOBILIZE/troops PRK > "),
    ("cross", CROWD, (), {"themes": ("border",)}, "!no-political-act"),
    ("protest", CROWD, KOR, {}, "PROTEST/demo KOR > KOR"),
    ("protest", KOR, RUS, {}, "ACCUSE/disapprove KOR > RUS"),
    ("withdraw", RUS, UN, {}, "SANCTION/withdraw RUS > UNO"),
    ("vote", KOR, (), {"themes": ("law",)}, "!vote-result"),
    ("die", SOLDIERS, (), {}, "!no-killer"),
    ("die", SOLDIERS, (), {"themes": ("bomb",)}, "ASSAULT  > PRK"),
    ("urge", USA, PRK, {"themes": ("withdraw",)}, "REQUEST/yield USA > PRK"),
    ("deny", RUS, (), {"themes": ("accusation",)}, "REJECT RUS > "),
    ("warn", KOR, PRK, {"themes": ("quit",)}, "!warning-of-danger"),
    ("warn", KOR, PRK, {"themes": ("quit",), "features": frozenset({"own-act"})}, "THREATEN/relations KOR > PRK"),
    ("arrest", POLICE, Entity(None, None, "Smith", "Smith"), {}, "COERCE/arrest KOR > KOR"),
    ("meet", KOR, Entity(None, None, "Smith", "Smith"), {}, "!other-side-unknown"),
    ("accuse", Entity(None, "OPP", "critics"), Entity(None, "GOV", "rulers"), {}, "!country-unknown"),
    ("summon", KOR, RUS, {"themes": ("ambassador",)}, "ACCUSE/disapprove KOR > RUS"),
    ("summon", KOR, RUS, {}, "REQUEST/meet KOR > RUS"),
]


def shown(made: Any) -> str:
    if isinstance(made, Declined):
        return f"!{made.reason}"
    mode = f"/{made.mode}" if made.mode else ""
    sides = [" ".join(e.code or "?" for e in side) for side in (made.actor, made.recipient)]
    return f"{made.type}{mode} {sides[0]} > {sides[1]}"


@pytest.mark.parametrize(("act", "actor", "recipient", "fields", "becomes"), CASES)
def test_the_first_rule_that_holds_decides(
    act: str, actor: Side, recipient: Side, fields: dict[str, Any], becomes: str
) -> None:
    assert shown(judged(act, actor, recipient, **fields)) == becomes


def test_a_decision_names_act_and_number_of_its_rule() -> None:
    assert decided("suspend", KOR, PRK, themes=("agreement",)).rule == "suspend[1]"
    assert decided("urge", USA, PRK, themes=("talks",)).rule == "request[3]"


def test_a_refusal_by_a_rule_names_it_too() -> None:
    made = judged("suspend", KOR, (), themes=("sport",))
    assert made == Declined("no-political-act", "suspend[6]")


@pytest.mark.parametrize(
    ("note", "reason"),
    [("absorbed", "part-of-another-act"), ("purpose", "purpose-only"), ("cause: tension", "caused-by-tension")],
)
def test_a_clause_that_is_only_part_purpose_or_cause_is_refused(note: str, reason: str) -> None:
    assert judged("attack", RUS, KOR, notes=(note,)) == Declined(reason)


def test_the_bare_noun_of_a_state_is_no_occurrence_but_carried_by_a_verb_it_is_one() -> None:
    assert judged("cooperate", (KOR, USA), (), nominal=True) == Declined("standing-state")
    assert decided("cooperate", (KOR, USA), (), nominal=True, matrix="perform").type == "COOPERATE"


@pytest.mark.parametrize("standing", ["hypothetical", "negated"])
def test_what_did_not_happen_is_refused(standing: str) -> None:
    assert shown(judged("attack", RUS, KOR, factuality=standing)) == f"!{standing}"


def test_a_planned_meeting_is_agreed_but_a_planned_attack_only_expected() -> None:
    planned = decided("visit", PUTIN, PRK, factuality="future")
    assert (planned.type, planned.mode, planned.status, planned.promised) == ("AGREE", None, "future", True)
    assert shown(judged("attack", RUS, KOR, factuality="future")) == "!only-expected"


def test_a_plan_is_actual_in_the_planners_own_word_and_future_in_anothers() -> None:
    own = decided("visit", PUTIN, PRK, factuality="future", attribution=said_by(PUTIN))
    other = decided("visit", PUTIN, PRK, factuality="future", attribution=said_by(KOR))
    assert (own.status, other.status) == ("actual", "future")


def test_a_withdrawal_to_come_is_conceded_in_ones_own_word_and_only_expected_in_anothers() -> None:
    own = decided("retreat", RUS, (), factuality="future", attribution=said_by(RUS))
    assert own.type == "CONCEDE"
    other = judged("retreat", RUS, (), factuality="future", attribution=said_by(USA))
    assert shown(other) == "!only-expected"


def test_what_a_promise_is_of_makes_it_a_threat_a_concession_or_an_agreement() -> None:
    types = [decided("promise", RUS, KOR, themes=t).type for t in (("attack",), ("withdraw",), ("talks",))]
    assert types == ["THREATEN", "CONCEDE", "AGREE"]


def test_a_promise_not_to_attack_is_no_threat() -> None:
    assert decided("promise", RUS, KOR, themes=("attack", "not")).type == "AGREE"


def test_those_who_meet_are_all_actors() -> None:
    met = decided("meet", KOR, PUTIN)
    assert ([e.code for e in met.actor], met.recipient, met.mutual) == (["KOR", "RUS"], (), True)


def test_a_meeting_still_to_come_keeps_its_two_sides() -> None:
    planned = decided("meet", KOR, PUTIN, factuality="future")
    assert ([e.code for e in planned.actor], [e.code for e in planned.recipient]) == (["KOR"], ["RUS"])


def test_the_host_of_a_visit_is_its_recipient() -> None:
    hosted = decided("host", PRK, PUTIN)
    assert ([e.code for e in hosted.actor], [e.code for e in hosted.recipient]) == (["RUS"], ["PRK"])


def test_nobody_is_recipient_of_an_own_act() -> None:
    assert shown(judged("suspend", KOR, (KOR, PRK), themes=("agreement",))) == "SANCTION/discontinue KOR > PRK"


def test_contexts_come_from_the_things_named() -> None:
    assert decided("suspend", KOR, PRK, themes=("agreement", "exercise-thing")).contexts == ("military",)


def test_who_announces_what_his_own_side_does_has_announced_it() -> None:
    assert decided("visit", PUTIN, PRK, factuality="future", attribution=said_by(PUTIN)).announced
    assert not decided("visit", PUTIN, PRK, factuality="future", attribution=said_by(KOR)).announced
    assert not decided("visit", PUTIN, PRK, attribution=said_by(PUTIN)).announced


def test_ordering_diplomats_out_expels_them_and_a_court_that_orders_a_release_gives_way() -> None:
    assert decided("order", KOR, RUS, themes=("expel",)).type == "SANCTION"
    court = Entity("KOR", "JUD", "the court")
    assert decided("order", court, themes=("release",)).type == "CONCEDE"
    assert decided("order", KOR, RUS, themes=("stop",)).type == "REQUEST"
