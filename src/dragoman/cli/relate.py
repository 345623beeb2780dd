"""`dragoman relate`: what one given actor does to another."""

from pathlib import Path

import click


@click.command("relate")
@click.argument("table", metavar="INPUT.tsv", type=click.Path(dir_okay=False, path_type=Path))
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Where to write; else standard output."
)
@click.option(
    "--language", default="en", show_default=True, metavar="xx", help="Language of rows that do not say theirs."
)
def command(table: Path, output: Path | None, language: str) -> None:
    """Say what one given actor does to another, for people who bring their own pairs.

    INPUT.tsv is tab-separated with a heading: id, sentence, source, target; `marked` (the sentence with <s>…</s> and
    <t>…</t> around the two) and `language` if present. Writes id, event, mode, confidence and rule; always answers, with
    low confidence where it guesses. The rule names the signs that decided, most telling first.

    Exit code 0; 1 when the table cannot be read; 2 for wrong usage.
    """
    import csv

    from dragoman.cli.knowledge import knowledge
    from dragoman.cli.trouble import Trouble
    from dragoman.packs.load import UnknownLanguage
    from dragoman.runner.pairs import COLUMNS, BadTable, read_pairs, relate_pairs, to_row

    known = knowledge()
    try:
        rows = [to_row(pair, answer) for pair, answer in relate_pairs(read_pairs(table, language), known)]
    except OSError as error:
        raise Trouble(f"{table}: {error.strerror}; name a file that can be read") from None
    except (BadTable, UnicodeDecodeError) as error:
        raise Trouble(f"{error}; correct the table") from None
    except UnknownLanguage as error:
        raise Trouble(f"{table}: {error}") from None
    with click.open_file(str(output) if output is not None else "-", "w", encoding="utf-8") as target:
        writer = csv.writer(target, delimiter="\t", lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(rows)
