"""Lay a coding out for a person, on a terminal or in a file."""

import sys

from rich.console import Console
from rich.table import Table
from rich.text import Text

from dragoman.export import PloverRecord, to_records
from dragoman.export.table import one_line, party_label, when
from dragoman.records import Coding, Event, Hop, Refusal, Span

PLAIN_WIDTH = 160
"""Cells of a line where the output is no terminal."""


def console() -> Console:
    """Make a console on standard output that never colours what is no terminal."""
    return Console(width=None if sys.stdout.isatty() else PLAIN_WIDTH, highlight=False, markup=False, emoji=False)


def show_heading(page: Console, coding: Coding) -> None:
    """Print what is known of the article: language, day of publication, the way it came."""
    document, published = coding.document, coding.published
    page.print(Text(document.doc, style="bold"), Text(one_line(document.title or ""), style="italic"))
    page.print(f"language   {document.language or 'unknown'} ({coding.language_basis or 'given'})")
    reason = f": {published.reason}" if published.reason else ""
    page.print(f"published  {published.day or 'unknown'} ({published.basis}{reason})")
    page.print(f"came by    {' ← '.join(_hop(hop) for hop in coding.provenance) or 'unknown'}")


def _hop(hop: Hop) -> str:
    address = f" <{hop.url}>" if hop.url else ""
    return f"{hop.kind} {hop.name}{address} ({hop.confidence:.0%})"


def show_events(page: Console, coding: Coding) -> None:
    """Print a numbered table of events."""
    records = list(to_records(coding))
    if not records:
        page.print("no events")
        return
    table = Table(box=None, pad_edge=False, header_style="bold", show_lines=False)
    for name in ("#", "date", "event", "actor → recipient", "status", "according to", "sentence"):
        table.add_column(name, overflow="fold", vertical="top")
    for number, record in enumerate(records, 1):
        table.add_row(*(Text(cell) for cell in (str(number), *_cells(record))))
    page.print(table)


def _cells(record: PloverRecord) -> tuple[str, ...]:
    actors = " + ".join(map(party_label, record.actor)) or "–"
    recipients = " + ".join(map(party_label, record.recipient))
    told = "background" if record.historical else record.status
    return (
        when(record),
        "/".join((*record.event, *record.mode)),
        f"{actors} → {recipients}" if recipients else actors,
        told if told == record.status or record.status == "actual" else f"{record.status}, {told}",
        ", ".join(source.text for source in record.attribution),
        f"[{record.text_info.sequence}] {one_line(record.text)}",
    )


def show_refusals(page: Console, coding: Coding, within: frozenset[int] | None = None) -> None:
    """Print what was seen and not coded, in all sentences or in those given, with the reasons."""
    refused = [one for one in coding.refusals if within is None or one.sentence in within]
    page.print(Text(f"not coded: {len(refused)}", style="bold"))
    for one in refused:
        page.print(f"  {_refusal(one, coding.document.text)}", soft_wrap=True)


def _refusal(refusal: Refusal, text: str) -> str:
    words = one_line(refusal.span.of(text))
    detail = f" ({refusal.detail})" if refusal.detail else ""
    return f"[{refusal.sentence}] {words!r} {refusal.concept}: {refusal.reason}{detail}"


def show_explanation(page: Console, coding: Coding, number: int) -> None:
    """Print why event `number` (from 1) came out as it did: words, concepts, rule, date, refused readings."""
    event, text = coding.events[number - 1], coding.document.text
    record = list(to_records(coding))[number - 1]
    page.print(Text(f"event {number}: {' · '.join(_cells(record)[:4])}", style="bold"))
    page.print(f"  id        {event.id}")
    page.print(f"  sentence  {one_line(record.text)}", soft_wrap=True)
    for name, spans in _words(event):
        if spans:
            page.print(f"  {name:<9} {', '.join(f'{one_line(s.of(text))!r} [{s.start}:{s.end}]' for s in spans)}")
    for side, group in (("actor", event.actor), ("recipient", event.recipient)):
        for one in group:
            known = ", ".join(part for part in (one.name, one.office) if part)
            page.print(f"  {side:<9} {one.code or '?'}/{one.sector or '?'} {known}")
    page.print(f"  concept   {event.act}")
    page.print(f"  rule      {event.rule}")
    page.print(f"  date      {event.edtf or 'none'} ({event.date_basis})")
    for step in event.explain:
        words = "" if step.span is None else f" ← {one_line(step.span.of(text))!r}"
        page.print(f"    {step.stage}: {step.says}{words}", soft_wrap=True)
    numbers = {other.id: n for n, other in enumerate(coding.events, 1)}
    for link in event.links:
        page.print(f"  {link.relation} event {numbers.get(link.target, link.target)}")
    show_refusals(page, coding, frozenset(one.sentence for one in event.evidence))


def _words(event: Event) -> tuple[tuple[str, list[Span]], ...]:
    evidence = event.evidence
    return (
        ("act", [one.trigger for one in evidence]),
        ("who", [span for one in evidence for span in one.actor]),
        ("to whom", [span for one in evidence for span in one.recipient]),
        ("when", [one.time for one in evidence if one.time is not None]),
        ("where", [one.place for one in evidence if one.place is not None]),
    )
