"""`dragoman coverage`: concepts × languages."""

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from dragoman.packs.coverage import Row


@click.command("coverage")
@click.option(
    "--format",
    "-f",
    "format_",
    type=click.Choice(["table", "csv"]),
    default="table",
    show_default=True,
    help="A table to look at, or CSV with every concept.",
)
@click.option("--holes", is_flag=True, help="Only the concepts that some language has no word for.")
def command(format_: str, holes: bool) -> None:
    """Show concepts × languages, and the holes.

    Each cell counts the words a language has for a concept; a dot is a hole.

    Exit code 0; 1 when a pack does not load; 2 for wrong usage.
    """
    from dragoman.cli.trouble import Trouble
    from dragoman.packs.coverage import coverage
    from dragoman.packs.load import known_languages, load_concepts, load_pack
    from dragoman.packs.yaml_file import BadData

    try:
        packs = {code: load_pack(code) for code in known_languages()}
        rows = coverage(packs, load_concepts())
    except BadData as error:
        raise Trouble(f"{error}; correct the file, then try `dragoman check`") from None
    shown = [row for row in rows if not holes or 0 in row.words]
    if format_ == "csv":
        _csv(shown, list(packs))
    else:
        _table(shown, list(packs))
        _summary(rows, list(packs))


def _csv(rows: list["Row"], languages: list[str]) -> None:
    import csv
    import sys

    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(["kind", "concept", "gloss", *languages])
    writer.writerows([row.kind, row.concept, row.gloss, *row.words] for row in rows)


def _table(rows: list["Row"], languages: list[str]) -> None:
    """Print a line for each concept; a dot is a hole."""
    width = max((len(row.concept) for row in rows), default=8)
    click.echo(f"{'kind':<5} {'concept':<{width}} " + " ".join(f"{code:>3}" for code in languages))
    for row in rows:
        cells = " ".join(f"{count or '·':>3}" for count in row.words)
        click.echo(f"{row.kind:<5} {row.concept:<{width}} {cells}")


def _summary(rows: list["Row"], languages: list[str]) -> None:
    for place, code in enumerate(languages):
        have = sum(row.words[place] > 0 for row in rows)
        words = sum(row.words[place] for row in rows)
        click.echo(f"{code}: {have} of {len(rows)} concepts have words ({words} words), {len(rows) - have} holes")
