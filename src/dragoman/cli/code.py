"""`dragoman code`: articles in, records out, nothing kept."""

from collections.abc import Iterator
from typing import IO

import click

from dragoman.cli.options import jobs_option, language_option, published_option, world_option


@click.command("code")
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@language_option
@published_option
@world_option
@click.option(
    "--format",
    "-f",
    "format_",
    type=click.Choice(["plover", "csv", "table"]),
    default="plover",
    show_default=True,
    help="One PLOVER record a line (JSON), CSV, or a table to look at.",
)
@click.option(
    "--output", "-o", type=click.Path(dir_okay=False, writable=True), metavar="FILE", help="File to write; else stdout."
)
@jobs_option
def command(
    inputs: tuple[str, ...],
    language: str | None,
    published: str | None,
    world: str | None,
    format_: str,
    output: str | None,
    jobs: int,
) -> None:
    """Code articles into PLOVER records, CSV or a table.

    INPUT: files and folders of .txt, .html, .jsonl, .jsonl.gz, .warc, .warc.gz, or - for standard input. A line of JSON
    has the fields doc, text or sentences, and if known language, published, title, url, source. A plain file's name
    without its ending is its doc.

    Exit code 0; 1 when some documents failed (each named on standard error, the others coded); 2 for wrong usage.
    """
    failed = 0
    with click.open_file(output or "-", "wb") as file:
        for report in _written(file, inputs, language, published, world, format_, jobs, quiet=output is None):
            failed += 1
            click.echo(f"dragoman: {report}", err=True)
    if failed:
        raise click.exceptions.Exit(1)


def _written(
    file: IO[bytes],
    inputs: tuple[str, ...],
    language: str | None,
    published: str | None,
    world: str | None,
    format_: str,
    jobs: int,
    quiet: bool,
) -> Iterator[str]:
    """Write what is coded and yield a line for everything that failed."""
    import sys

    from dragoman.cli.knowledge import defaults, knowledge
    from dragoman.cli.progress import watched
    from dragoman.export import table, to_csv
    from dragoman.ingest import Failure, read_inputs
    from dragoman.runner import CodingTask, run

    header = {"csv": to_csv([], header=True), "table": table.heading()}.get(format_, "")
    file.write(header.encode())
    items = read_inputs(inputs, defaults(language, published))
    task = CodingTask(knowledge(world=world), format_)  # type: ignore[arg-type]
    for outcome in watched(run(items, task, jobs), "coding", quiet=quiet and sys.stdout.isatty()):
        if isinstance(outcome, Failure):
            yield str(outcome)
            continue
        file.write(outcome.written)
        if outcome.failure is not None:
            yield str(outcome.failure)
