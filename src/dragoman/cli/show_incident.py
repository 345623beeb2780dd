"""Lay one incident out for a person."""

from collections.abc import Sequence

import msgspec
from rich.console import Console
from rich.text import Text
from rich.tree import Tree

from dragoman.cli.incident_rows import figure_label, one_line_of, who_to_whom
from dragoman.cli.show import console
from dragoman.export.table import one_line
from dragoman.records.incident import Incident
from dragoman.store.incident_query import Evidence
from dragoman.stories.incident_origins import counted


class _Record(msgspec.Struct):
    text: str


def show_incident(one: Incident, evidence: Sequence[Evidence]) -> None:
    """Print an incident: heading, facts, evidence, sources as a tree, contradictions, how the origins were counted."""
    page = console()
    kind = "/".join(part for part in (one.type, one.mode) if part)
    page.print(Text(f"{one.id}  {one.date or 'undated'}  {kind}  {who_to_whom(one)}", style="bold"))
    for name, value in _facts(one):
        if value:
            page.print(f"{name:<12} {value}", soft_wrap=True)
    page.print(Text("evidence", style="bold"))
    for item in evidence:
        told = item.telling
        record = msgspec.json.decode(item.payload, type=_Record)
        page.print(
            f"  {told.published or '–'} {told.language or '?'} {told.doc}: {one_line(record.text)}", soft_wrap=True
        )
    page.print(_sources(one, evidence))
    if one.contradictions:
        page.print(Text("contradictions", style="bold"))
    for dispute in one.contradictions:
        bounds = f" [low {dispute.low}, best {dispute.best}, high {dispute.high}]" if dispute.best is not None else ""
        page.print(f"  {one_line_of(dispute)}{bounds}", soft_wrap=True)
    _show_reasoning(page, one)


def _facts(one: Incident) -> tuple[tuple[str, str], ...]:
    bounds = "" if one.earliest == one.latest else f"{one.earliest} to {one.latest}"
    return (
        ("between", bounds),
        ("place", ", ".join(part for part in (one.place, one.country) if part)),
        ("act", one.act),
        ("figures", "; ".join(figure_label(c, one.contradictions) for c in one.counts)),
        ("instruments", ", ".join(one.instruments)),
        ("standing", one.standing),
        ("first seen", one.first_seen or ""),
        (
            "behind it",
            ", ".join(
                counted(number, noun)
                for number, noun in (
                    (one.articles, "article"),
                    (one.stories, "story"),
                    (len(one.origins), "independent origin"),
                )
            ),
        ),
        ("languages", ", ".join(one.languages)),
    )


def _sources(one: Incident, evidence: Sequence[Evidence]) -> Tree:
    """Build the tree: origins, the stories on each, their articles."""
    tree = Tree(Text(counted(len(one.origins), "independent origin"), style="bold"))
    for origin in one.origins:
        branch = tree.add(Text(f"{origin.kind} {origin.name}: {origin.reason}"))
        for story in origin.stories:
            members = {e.telling.document: e for e in evidence if e.telling.story == story}
            told = sorted(members.values(), key=lambda e: (e.telling.published or "9999", e.telling.doc))
            first = told[0].telling.doc if told else story
            twig = branch if len(told) == 1 else branch.add(Text(f"story of {first}, {len(told)} articles"))
            for item in told:
                where = item.telling.outlet or "unknown outlet"
                by = f" by {item.telling.agency}" if item.telling.agency and item.telling.agency != where else ""
                twig.add(Text(f"{item.telling.doc} [{where}{by}] {item.url or ''}".rstrip()))
    return tree


def _show_reasoning(page: Console, one: Incident) -> None:
    page.print(Text("how the origins were counted", style="bold"))
    for step in one.reasoning:
        page.print(f"  {step}", soft_wrap=True)
