"""`dragoman read`: one article, for a person."""

import click

from dragoman.cli.options import language_option, published_option, world_option


@click.command("read")
@click.argument("file", metavar="FILE|-")
@language_option
@published_option
@world_option
@click.option("--explain", type=click.IntRange(min=1), metavar="N", help="Explain event number N of the table.")
@click.option("--refused", is_flag=True, help="List what was seen and not coded, with the reasons.")
def command(
    file: str, language: str | None, published: str | None, world: str | None, explain: int | None, refused: bool
) -> None:
    """Read one article and show its events to a person.

    Shows the language, the day of publication and the way the article came, each with its basis, and a numbered table
    of events: date, type and mode, actor → recipient, status, according to whom, sentence. A file of JSON lines is read
    article by article.

    Exit code 0; 1 when the article could not be read; 2 for wrong usage.
    """
    from dragoman.cli.knowledge import defaults, knowledge
    from dragoman.cli.show import console, show_events, show_explanation, show_heading, show_refusals
    from dragoman.ingest import Failure, read_inputs
    from dragoman.runner import CodingTask

    task, page, failed, read = CodingTask(knowledge(world=world), "coding"), console(), False, 0
    for item in read_inputs([file], defaults(language, published)):
        outcome = item if isinstance(item, Failure) else task(item)
        failure = outcome if isinstance(outcome, Failure) else outcome.failure
        if failure is not None:
            failed = True
            click.echo(f"dragoman: {failure}", err=True)
        if isinstance(outcome, Failure) or outcome.coding is None or outcome.failure is not None:
            continue
        coding = outcome.coding
        if read:
            page.print()
        read += 1
        show_heading(page, coding)
        if explain is None:
            show_events(page, coding)
        elif explain <= len(coding.events):
            show_explanation(page, coding, explain)
        else:
            click.echo(
                f"dragoman: {coding.document.doc} has {len(coding.events)} events, no number {explain}", err=True
            )
            failed = True
        if refused:
            show_refusals(page, coding)
    if failed:
        raise click.exceptions.Exit(1)
