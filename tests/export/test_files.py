"""Three files side by side: all of them or none."""

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from exported import article, record, told, written

from dragoman.export.files import files_at, write_export
from dragoman.export.layout import ToldEvent
from dragoman.export.layouts import LAYOUTS
from dragoman.export.plover import TextInfo
from dragoman.store import StoredArticle


def crosswalk(folder: Path) -> list[dict[str, str]]:
    with (folder / "crosswalk.csv").open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_the_crosswalk_has_a_row_for_each_sentence_that_tells_of_an_event(tmp_path: Path) -> None:
    written(tmp_path, "csv", record())
    first, second = crosswalk(tmp_path)
    assert first == {
        "id": "0123456789abcdef0123",
        "event": "0123456789abcdef0123",
        "document": "d1",
        "doc": "courier-1",
        "url": "https://courier.example/1",
        "language": "en",
        "published": "2024-06-14",
        "sentence": "0",
        "start": "0",
        "end": "34",
        "story": "s1",
        "incident": "i0",
    }
    assert (second["sentence"], second["start"], second["end"]) == ("2", "60", "90")


def test_a_record_of_an_older_version_tells_the_place_of_its_first_sentence_only(tmp_path: Path) -> None:
    written(tmp_path, "csv", record(text_info=TextInfo(0, (0, 2), 0, 34)))
    assert [(row["sentence"], row["start"]) for row in crosswalk(tmp_path)] == [("0", "0"), ("2", "")]


def test_the_crosswalk_of_gdelt_leads_from_its_numbers_to_the_events(tmp_path: Path) -> None:
    path, _ = written(tmp_path, "gdelt", record(), record(id="planned", status="future"))
    numbers = [line.split("\t")[0] for line in path.read_text().splitlines()]
    assert {row["id"] for row in crosswalk(tmp_path)} == set(numbers)
    assert {row["event"] for row in crosswalk(tmp_path)} == {"0123456789abcdef0123"}


@pytest.mark.parametrize("format_", LAYOUTS)
def test_the_same_events_make_the_same_files(tmp_path: Path, format_: str) -> None:
    if format_ == "parquet":
        pytest.importorskip("pyarrow")
    one, _ = written(tmp_path / "a", format_, record())
    other, _ = written(tmp_path / "b", format_, record())
    assert one.read_bytes() == other.read_bytes()
    assert sorted(path.name for path in (tmp_path / "a").iterdir()) == sorted(
        ["codebook.md", "crosswalk.csv", LAYOUTS[format_].file]
    )


def test_a_file_named_as_one_has_the_others_beside_it(tmp_path: Path) -> None:
    files = files_at(tmp_path / "news.csv", LAYOUTS["csv"])
    assert [path.name for path in (files.events, files.crosswalk, files.codebook)] == [
        "news.csv", "news.crosswalk.csv", "news.codebook.md",
    ]  # fmt: skip
    assert files_at(tmp_path / "news.csv", LAYOUTS["gdelt"]).events == tmp_path / "news.csv" / "events.tsv"
    (tmp_path / "old.csv").mkdir()
    assert files_at(tmp_path / "old.csv", LAYOUTS["csv"]).events == tmp_path / "old.csv" / "events.csv"


@pytest.mark.parametrize("format_", LAYOUTS)
def test_what_fails_in_the_middle_leaves_what_stood_there(tmp_path: Path, format_: str) -> None:
    if format_ == "parquet":
        pytest.importorskip("pyarrow")
    written(tmp_path, format_, record())
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}

    def articles() -> Iterator[tuple[StoredArticle, Sequence[ToldEvent]]]:
        yield article(), told(record(id="another"))
        raise RuntimeError("the store is gone")

    with pytest.raises(RuntimeError):
        write_export(articles(), LAYOUTS[format_], files_at(tmp_path, LAYOUTS[format_]), "")
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before
