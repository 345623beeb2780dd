"""`dragoman language new`: begin a pack."""

import click


@click.group("language")
def command() -> None:
    """Begin a language pack."""


@command.command("new")
@click.argument("code")
@click.option(
    "--into",
    type=click.Path(file_okay=False),
    metavar="FOLDER",
    help="Folder for packs; else the package's own `languages/`.",
)
def new(code: str, into: str | None) -> None:
    """Begin a language pack: files with every concept and its gloss, to be filled with words.

    CODE is ISO 639-1, or 639-3 where there is none. Files that exist already are left as they are.
    `docs/add-a-language.md` describes the files, `dragoman check CODE` tells what is missing.

    Exit code 0; 1 when the folder cannot be written; 2 for wrong usage.
    """
    from pathlib import Path

    from dragoman.cli.trouble import Trouble
    from dragoman.ingest.tag import language_code
    from dragoman.packs.load import DATA
    from dragoman.packs.skeleton import write_skeleton

    if language_code(code) != code:
        raise click.BadParameter(f"{code!r} is no language code; write it as en, id, ko", param_hint="CODE")
    folder = (Path(into) if into else DATA / "languages") / code
    try:
        written = write_skeleton(code, folder)
    except OSError as error:
        raise Trouble(f"{folder} cannot be written: {error.strerror}") from None
    for path in written:
        click.echo(f"wrote {path}")
    if not written:
        click.echo(f"{folder} has all files already")
    click.echo(f"next: fill in words, then `dragoman check {code}`")
