"""`dragoman world import`: more people and organisations, from collections of others."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    pass


@click.group("world")
def command() -> None:
    """Bring in people and organisations from other collections."""


@command.command("import")
@click.argument("inputs", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False), metavar="INPUT...")
@click.option("-o", "--output", required=True, type=click.Path(file_okay=False), metavar="FOLDER", help="Where to.")
@click.option(
    "--format", "format_", type=click.Choice(["wikidata", "ftm"]), required=True,
    help="A Wikidata JSON dump, or FollowTheMoney entities as JSON lines.",
)  # fmt: skip
@click.option(
    "--since", default="1990", show_default=True, metavar="YEAR", help="Leave out posts that ended before this year."
)
def import_(inputs: tuple[str, ...], output: str, format_: str, since: str) -> None:
    """Write people in office and organisations as a folder for --world.

    INPUT is a file as published, plain or .gz or .bz2. Kept are people with a post that Dragoman knows (by the titles of
    the English pack), parties, organisations and armed groups, with their names in the languages of the packs. Who is in
    the world data already keeps the id held there and gains names and posts. A line that is no entity is left out and
    named on stderr.

    Exit code 0; 1 when nothing was found or a line could not be read (the others are written); 2 for wrong usage.
    """
    from dragoman.cli.trouble import Trouble
    from dragoman.packs.load import known_languages
    from dragoman.packs.world import load_world
    from dragoman.packs.world_import import (
        from_follow_the_money,
        from_wikidata,
        load_offices,
        settle_ids,
        write_overlay,
    )

    if not (len(since) == 4 and since.isdigit()):
        raise click.BadParameter(f"{since!r} is no year; write it as 1990", param_hint="--since")
    read = from_wikidata if format_ == "wikidata" else from_follow_the_money
    try:
        found = read(_lines(inputs), load_offices(), known_languages(), since)
        for skipped in found.skipped:
            click.echo(f"dragoman: {_place(inputs, skipped.line)}: {skipped.why}; left out", err=True)
        if not (found.people or found.organizations):
            raise Trouble(f"nothing was found in {', '.join(inputs)}; is it {format_} data? (--format)")
        settled = settle_ids(found, load_world())
        source = f"Source: {'Wikidata (CC0)' if format_ == 'wikidata' else 'FollowTheMoney entities'}: " + ", ".join(
            Path(name).name for name in inputs
        )
        for path in write_overlay(settled, Path(output), source):
            click.echo(f"{path} written")
    except (OSError, EOFError) as error:
        raise Trouble(f"{', '.join(inputs)} cannot be read or {output} not written: {error}") from None
    click.echo(
        f"{len(settled.people)} people, {len(settled.organizations)} organisations; use them with --world {output}"
    )
    if found.skipped:
        raise click.exceptions.Exit(1)


def _lines(inputs: tuple[str, ...]) -> Iterator[bytes]:
    for name in inputs:
        with _opened(name) as file:
            yield from file


def _opened(name: str):  # type: ignore[no-untyped-def]
    import bz2
    import gzip

    if name.endswith(".gz"):
        return gzip.open(name, "rb")
    return bz2.open(name, "rb") if name.endswith(".bz2") else open(name, "rb")


def _place(inputs: tuple[str, ...], line: int) -> str:
    """Name the file and line of a line counted over all inputs."""
    for name in inputs:
        with _opened(name) as file:
            count = sum(1 for _ in file)
        if line <= count:
            return f"{name}:{line}"
        line -= count
    return f"line {line}"
