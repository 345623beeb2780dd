"""`dragoman export`: the events of a store as files for other programs."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.cli.options import database_option, day_option, jobs_option

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from dragoman.coding.codebook import Codebook
    from dragoman.export.layout import ToldEvent
    from dragoman.store import StoredArticle

    Articles = Iterator[tuple[StoredArticle, list[ToldEvent]]]

FORMATS = ("plover", "csv", "gdelt", "parquet", "prov", "acled-like")


@click.command("export")
@database_option
@click.option("--format", "-f", "format_", type=click.Choice(FORMATS), required=True, help="See above.")
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path),
    default=Path("export"),
    show_default=True,
    metavar="PATH",
    help="A folder, made if need be; or the file of events, if it ends as such a file does (events.csv).",
)
@day_option("--from", "first", help="First day: of events that may have happened then; of publication for prov.")
@day_option("--to", "last", help="Last day.")
@jobs_option
def command(db: str, format_: str, output: Path, first: str | None, last: str | None, jobs: int) -> None:
    """Export the events of a store as files for other programs.

    Only the last version of each article counts. Beside the file of events come crosswalk.csv, which says which article
    and which sentence tells of which event, and codebook.md, which describes the fields and codes of this export.

    \b
    plover      records, one JSON object a line
    csv         a table, one event a line
    parquet     the same with types (needs `pip install 'dragoman[parquet]'`)
    gdelt       the columns of GDELT 2.0, tab-separated; CAMEO codes where the codebook gives one
    acled-like  the columns of ACLED; articles are read anew by the codebook acled-like
    prov        W3C PROV-JSON: the way each article came, and what was read in it

    Ids are digests: the same store gives the same files. Files of an earlier export to the same place are replaced.

    Exit code 0; 1 when the store cannot be opened, the files not written, or some documents not read anew; 2 for wrong
    usage.
    """
    from dragoman.cli.store import store
    from dragoman.cli.trouble import Trouble
    from dragoman.export.codebook_page import codebook_page
    from dragoman.export.files import files_at, write_export
    from dragoman.export.layout import MissingPackage
    from dragoman.export.layouts import LAYOUTS
    from dragoman.packs.load import load_concepts

    if first is not None and last is not None and first > last:
        raise click.UsageError(f"--from {first} is after --to {last}")
    engine, layout = store(db, create=False), LAYOUTS[format_]
    files = files_at(output, layout)
    failed: list[str] = []
    if format_ == "acled-like":
        codebook, told = _coded_anew(engine, first, last, jobs, failed)
    else:
        codebook, told = _as_stored(engine, format_, first, last)
    try:
        report = write_export(told, layout, files, codebook_page(codebook, load_concepts(), layout))
    except OSError as error:
        raise Trouble(f"{output} cannot be written: {error.strerror}; name another place with --output") from None
    except MissingPackage as trouble:
        raise Trouble(str(trouble)) from None
    left = f"; {report.left_out} events left out, see {files.codebook.name}" if report.left_out else ""
    click.echo(f"{files.events}: {report.rows} rows from {report.articles} articles{left}")
    click.echo(f"{files.crosswalk}\n{files.codebook}")
    for line in failed:
        click.echo(f"dragoman: {line}", err=True)
    if failed:
        raise click.exceptions.Exit(1)


def _as_stored(engine: "Engine", format_: str, first: str | None, last: str | None) -> "tuple[Codebook, Articles]":
    """Take the events as the store has them, coded by PLOVER."""
    import msgspec

    from dragoman.coding.codebook import load_codebook
    from dragoman.export import PloverRecord
    from dragoman.export.layout import ToldEvent
    from dragoman.store import Filter, read_articles

    decode = msgspec.json.Decoder(PloverRecord).decode

    def articles() -> "Articles":
        found = (
            read_articles(engine, first=first, last=last)
            if format_ == "prov"
            else read_articles(engine, Filter(first=first, last=last))
        )
        for article in found:
            yield article, [ToldEvent(decode(e.payload), e.payload.encode(), e.incident) for e in article.events]

    return load_codebook(), articles()


def _coded_anew(
    engine: "Engine", first: str | None, last: str | None, jobs: int, failed: list[str]
) -> "tuple[Codebook, Articles]":
    """Read the articles of the store by the ACLED-like codebook; name in `failed` those that could not be read."""
    import msgspec

    from dragoman.cli.knowledge import knowledge
    from dragoman.cli.progress import watched
    from dragoman.export import to_records
    from dragoman.export.layout import ToldEvent
    from dragoman.ingest import Arrival, Failure
    from dragoman.packs.load import DATA
    from dragoman.records import Document
    from dragoman.runner import CodingTask, run
    from dragoman.store import read_articles

    known = knowledge(codebook=DATA / "codebooks" / "acled-like.yaml")
    waiting: list[StoredArticle] = []

    def arrivals() -> Iterator[Arrival | Failure]:
        for article in read_articles(engine):
            waiting.append(article)
            yield Arrival(msgspec.json.decode(article.arrived, type=Document), article.path, article.line)

    def articles() -> "Articles":
        for outcome in watched(run(arrivals(), CodingTask(known, "coding"), jobs), "coding"):
            article = waiting.pop(0)  # outcomes come in the order of the arrivals
            failure = outcome if isinstance(outcome, Failure) else outcome.failure
            if failure is not None:
                failed.append(str(failure))
            if isinstance(outcome, Failure) or outcome.coding is None:
                continue
            records = [r for r in to_records(outcome.coding) if _within(r.date, r.enddate, first, last)]
            yield article, [ToldEvent(r, msgspec.json.encode(r)) for r in records]

    return known.codebook, articles()


def _within(date: str | None, enddate: str | None, first: str | None, last: str | None) -> bool:
    """Tell whether an event may have happened on a day of a range, as a query of the store does."""
    after = first is None or (enddate or date or "") >= first
    return after and (last is None or (date is not None and date <= last))
