"""Carry the ties between clauses over to the events they became."""

from collections.abc import Sequence

import msgspec

from dragoman.coding.merge import Told
from dragoman.records import Event, EventLink, Span


def tie_events(events: Sequence[Event], groups: Sequence[Sequence[Told]]) -> tuple[Event, ...]:
    """Return the events with their links; a tie to a clause that is no event is dropped."""
    tied: list[Event] = []
    for event, group in zip(events, groups, strict=True):
        links: dict[tuple[str, str], EventLink] = {}
        for told in group:
            clause = told.decision.clause
            if clause.link is None or clause.linked_to is None:
                continue
            target = _event_at(events, clause.linked_to)
            if target is not None and target.id != event.id:
                links.setdefault((clause.link, target.id), EventLink(clause.link, target.id, clause.trigger))
        tied.append(msgspec.structs.replace(event, links=tuple(links.values())) if links else event)
    return tuple(tied)


def _event_at(events: Sequence[Event], trigger: Span) -> Event | None:
    for event in events:
        if any(
            e.trigger.start <= trigger.start < e.trigger.end or trigger.start <= e.trigger.start < trigger.end
            for e in event.evidence
        ):
            return event
    return None
