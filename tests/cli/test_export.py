"""`dragoman export`, `dragoman search` and `dragoman store`, as one calls them."""

import csv
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dragoman.cli.export import FORMATS
from dragoman.cli.main import dragoman
from dragoman.export.layouts import LAYOUTS

SAMPLE = Path(__file__).parents[2] / "samples" / "en-galwan-clash.html"
LINES = (
    '{"doc": "a", "published": "2024-06-14", "text": "KOR accuses PRK", "language": "en", "title": "Talks, perhaps"}\n'
    '{"doc": "b", "published": "2024-06-20", "text": "KOR meets PRK murmur", "language": "id"}\n'
)


def call(*arguments: str, given: str | None = None) -> Result:
    return CliRunner().invoke(dragoman, list(arguments), input=given, prog_name="dragoman")


@pytest.fixture
def db(tmp_path: Path, toy_engine: object) -> str:
    url = f"sqlite:///{tmp_path / 'news.db'}"
    assert call("ingest", "-", "--db", url, given=LINES).exit_code == 0
    return url


def test_the_formats_of_the_command_are_those_there_are() -> None:
    assert tuple(LAYOUTS) == FORMATS


@pytest.mark.parametrize("format_", [name for name in FORMATS if name != "acled-like"])
def test_an_export_has_its_events_a_crosswalk_and_a_codebook(db: str, tmp_path: Path, format_: str) -> None:
    if format_ == "parquet":
        pytest.importorskip("pyarrow")
    result = call("export", "--db", db, "--format", format_, "-o", str(tmp_path / "out"))
    assert result.exit_code == 0, result.output
    assert "2 rows from 2 articles" in result.output
    assert {path.name for path in (tmp_path / "out").iterdir()} == {
        LAYOUTS[format_].file, "crosswalk.csv", "codebook.md",
    }  # fmt: skip
    with (tmp_path / "out" / "crosswalk.csv").open(newline="") as file:
        assert [row["doc"] for row in csv.DictReader(file)] == ["a", "b"]


def test_days_bound_the_events(db: str, tmp_path: Path) -> None:
    out = tmp_path / "late.jsonl"
    assert call("export", "--db", db, "-f", "plover", "-o", str(out), "--from", "2024-06-15").exit_code == 0
    assert [json.loads(line)["doc"] for line in out.read_text().splitlines()] == ["b"]
    out = tmp_path / "early.json"
    assert call("export", "--db", db, "-f", "prov", "-o", str(out), "--to", "2024-06-15").exit_code == 0
    assert len(json.loads(out.read_text())["bundle"]) == 1


def test_a_place_that_cannot_be_written_says_so(db: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    result = call("export", "--db", db, "-f", "csv", "-o", str(tmp_path / "file"))
    assert result.exit_code == 1
    assert "name another place with --output" in result.output


def test_acled_like_reads_the_articles_anew(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'news.db'}"
    assert call("ingest", str(SAMPLE), "--db", url).exit_code == 0
    result = call("export", "--db", url, "-f", "acled-like", "-o", str(tmp_path / "out"), "--to", "2020-06-16")
    assert result.exit_code == 0, result.output
    with (tmp_path / "out" / "events.csv").open(newline="", encoding="utf-8") as file:
        rows = [(row["event_date"], row["event_type"], row["location"]) for row in csv.DictReader(file)]
    assert rows == [("2020-06-15", "Battles", "Ladakh")]
    assert (tmp_path / "out" / "codebook.md").read_text().startswith("# Codebook of this export: acled-like")


def test_a_search_shows_date_doc_language_title_and_the_words(db: str) -> None:
    result = call("search", "talks", "accuses", "--db", db)
    assert result.output == "2024-06-14  a  en  [Talks], perhaps\n    KOR [accuses] PRK\n"
    assert (
        call("search", "KOR", "--db", db, "--language", "id").output
        == "2024-06-20  b  id\n    [KOR] meets PRK murmur\n"
    )
    assert call("search", "kor", "--db", db, "--limit", "1").output.count("\n") == 2
    nothing = call("search", "nothing", "--db", db)
    assert (nothing.exit_code, nothing.output) == (0, "")


@pytest.mark.parametrize(
    "wrong", [["!!!"], [], ["x", "--limit", "0"], ["x", "--from", "2024-06-15", "--to", "2024-06-14"]]
)
def test_a_search_for_nothing_is_wrong_usage(db: str, wrong: list[str]) -> None:
    assert call("search", "--db", db, *wrong).exit_code == 2


def test_store_tells_what_is_held_and_makes_none(db: str, tmp_path: Path) -> None:
    told = dict(line.split() for line in call("store", "--db", db).output.splitlines())
    assert (told["documents"], told["events"], told["refusals"]) == ("2", "2", "1")
    result = call("store", "--db", str(tmp_path / "none.db"), "--upgrade")
    assert result.exit_code == 1
    assert not (tmp_path / "none.db").exists()


def test_an_older_store_is_brought_up_when_asked(db: str) -> None:
    from sqlalchemy import text

    from dragoman.store.open import empty_engine
    from dragoman.store.version import FIRST, bring_up, newest_version

    older = db.replace("news.db", "older.db")
    engine = empty_engine(older)
    bring_up(engine, FIRST)
    with engine.begin() as connection:
        connection.execute(text("DROP TABLE alembic_version"))
    engine.dispose()
    assert "dragoman store --upgrade" in call("events", "--db", older).stderr
    assert call("store", "--db", older, "--upgrade").output.split()[:2] == ["schema", newest_version()]
    assert call("events", "--db", older).exit_code == 0
