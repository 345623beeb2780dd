"""`dragoman explain`: how a sentence is read."""

import click

from dragoman.cli.options import language_option, published_option, world_option


@click.command("explain")
@click.argument("text")
@language_option
@published_option
@world_option
def command(text: str, language: str | None, published: str | None, world: str | None) -> None:
    """Explain how a sentence is read: words, concepts, rules, refusals.

    TEXT is one sentence or a few, in quotes. First come the clauses as they are understood, then each event with the
    rule that made it, then what was seen and not coded.

    Exit code 0; 1 when the text could not be read; 2 for wrong usage.
    """
    from dragoman.cli.knowledge import knowledge
    from dragoman.cli.show import console, show_explanation, show_refusals
    from dragoman.cli.show_clauses import show_clauses
    from dragoman.cli.trouble import Trouble
    from dragoman.ingest import Arrival
    from dragoman.pipeline import read_clauses
    from dragoman.records import Document
    from dragoman.runner.task import code

    known, page = knowledge(world=world), console()
    coding = code(Arrival(Document("text", text, language=language, published=published), "text"), known)
    if coding.error is not None:
        raise Trouble(f"the text could not be read: {coding.error}; try --language")
    page.print(f"language  {coding.document.language} ({coding.language_basis or 'given'})")
    show_clauses(page, text, read_clauses(text, coding.document.language or "", known))
    for number in range(1, len(coding.events) + 1):
        show_explanation(page, coding, number)
    if not coding.events:
        page.print("no events")
        show_refusals(page, coding)
