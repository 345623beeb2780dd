"""Lay clauses out for a person."""

from collections.abc import Iterable

from rich.console import Console
from rich.text import Text

from dragoman.export.table import one_line
from dragoman.records import Clause, Mention


def show_clauses(page: Console, text: str, clauses: Iterable[Clause]) -> None:
    """Print each clause with its act, its roles, its time and who vouches for it."""
    for clause in clauses:
        page.print(Text(f"clause: {one_line(clause.trigger.of(text))!r} means {clause.act}", style="bold"))
        for role in ("actor", "recipient", "place"):
            for mention in getattr(clause, role):
                page.print(f"  {role:<9} {_mention(mention, text)}", soft_wrap=True)
        if clause.themes:
            page.print(f"  theme     {', '.join(clause.themes)}")
        if clause.time is not None:
            page.print(f"  time      {one_line(clause.time.span.of(text))!r} {clause.time.edtf}")
        told = [clause.factuality, *sorted(clause.features)]
        page.print(f"  is        {', '.join(told)}")
        for source in clause.attribution:
            page.print(f"  says      {one_line(source.span.of(text))!r} {source.entity.code or ''} {source.how}")
        for note in clause.notes:
            page.print(f"  note      {note}", soft_wrap=True)


def _mention(mention: Mention, text: str) -> str:
    known = ", ".join(f"{one.code or '?'}/{one.sector or '?'}" for one in mention.entities)
    return f"{one_line(mention.span.of(text))!r} {known} {mention.how}".rstrip()
