"""Write an export: the events, the crosswalk and the codebook, side by side, all of them or none."""

import csv
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

import msgspec

from dragoman.export import crosswalk
from dragoman.export.layout import Layout, ToldEvent
from dragoman.store import StoredArticle


class Files(msgspec.Struct, frozen=True):
    """Where the parts of an export stand."""

    events: Path
    crosswalk: Path
    codebook: Path


class Report(msgspec.Struct):
    """What was written: articles seen, rows of the file of events, and events left out because they do not fit."""

    articles: int = 0
    rows: int = 0
    left_out: int = 0


def files_at(output: Path, layout: Layout) -> Files:
    """Name the files of an export: in a folder, or beside a file of events if `output` ends as one does."""
    ending = Path(layout.file).suffix
    if output.suffix.lower() == ending and not output.is_dir():
        stem = output.with_suffix("")
        return Files(output, Path(f"{stem}.crosswalk.csv"), Path(f"{stem}.codebook.md"))
    return Files(output / layout.file, output / "crosswalk.csv", output / "codebook.md")


def write_export(
    told: Iterable[tuple[StoredArticle, Sequence[ToldEvent]]], layout: Layout, files: Files, codebook: str
) -> Report:
    """Write all parts; when that fails or is interrupted, what stood there before still does.

    The folder is made if need be. Raises OSError where it cannot be written, MissingPackage where the format needs one.
    """
    files.events.parent.mkdir(parents=True, exist_ok=True)
    report = Report()
    with _replacing(files.events, files.crosswalk, files.codebook) as (events_path, crosswalk_path, codebook_path):
        codebook_path.write_text(codebook, encoding="utf-8")
        with layout.open(events_path) as write, crosswalk_path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(crosswalk.FIELDS)
            for article, events in told:
                written = write(article, events)
                writer.writerows(crosswalk.crosswalk_rows(article, written))
                report.articles += 1
                report.rows += len(written)
                report.left_out += len(events) - len({event.record.id for _, event in written})
    return report


@contextmanager
def _replacing(*paths: Path) -> Iterator[list[Path]]:
    """Give a place beside each path, and put what was written there in its stead when all went well."""
    beside = [path.with_name(f".{path.name}.{os.getpid()}.part") for path in paths]
    try:
        yield beside
        for new, path in zip(beside, paths, strict=True):
            new.replace(path)
    finally:
        for new in beside:
            with suppress(FileNotFoundError):
                new.unlink()
