"""Ties between clauses become links between the events they are told of."""

from making import KOR, PRK, PUBLISHED, RUS, SOLDIERS, clause

from dragoman.coding.code import code
from dragoman.coding.codebook import load_codebook
from dragoman.packs.load import load_concepts
from dragoman.records import Clause, Event, Span

SHOTS, RETREAT = Span(50, 55), Span(10, 15)


def events(*clauses: Clause) -> tuple[Event, ...]:
    return code(clauses, "doc", PUBLISHED, load_codebook(), load_concepts())[0]


def test_a_retreat_after_shots_is_linked_to_the_shots() -> None:
    retreat = clause("retreat", SOLDIERS, (), trigger=RETREAT, link="after", linked_to=Span(52, 53))
    told = events(retreat, clause("warning-shot", KOR, PRK, trigger=SHOTS))
    shots = next(e for e in told if e.type == "MOBILIZE")
    assert [(link.relation, link.target, link.span) for e in told for link in e.links] == [("after", shots.id, RETREAT)]


def test_a_tie_to_what_is_no_event_is_dropped() -> None:
    told = events(
        clause("retreat", SOLDIERS, (), trigger=RETREAT, link="after", linked_to=SHOTS),
        clause("other", KOR, PRK, trigger=SHOTS),
    )
    assert [(e.type, e.links) for e in told] == [("RETREAT", ())]


def test_no_event_is_linked_to_itself() -> None:
    one = clause("attack", RUS, KOR, trigger=RETREAT)
    again = clause("bomb", RUS, KOR, trigger=SHOTS, link="then", linked_to=RETREAT)
    told = events(one, again)
    assert [(len(e.evidence), e.links) for e in told] == [(2, ())]


def test_a_link_told_twice_is_one_link() -> None:
    told = events(
        clause("warning-shot", KOR, PRK, trigger=SHOTS),
        clause("retreat", SOLDIERS, (), trigger=RETREAT, link="after", linked_to=SHOTS),
        clause("retreat", SOLDIERS, (), trigger=Span(80, 85), sentence=1, link="after", linked_to=SHOTS),
    )
    assert [len(e.links) for e in told] == [0, 1]
