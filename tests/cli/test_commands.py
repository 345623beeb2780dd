"""The command line: output, exit codes, and errors that say what to do."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dragoman.cli.main import dragoman
from dragoman.export import COLUMNS

LINES = (
    '{"doc": "a", "published": "2024-06-14", "text": "KOR accuses PRK"}\n'
    "{broken\n"
    '{"doc": "b", "published": "2024-06-20", "text": "KOR meets PRK murmur"}\n'
)


def call(*arguments: str, given: str | None = None) -> Result:
    return CliRunner().invoke(dragoman, list(arguments), input=given, prog_name="dragoman")


@pytest.fixture
def batch(tmp_path: Path) -> str:
    file = tmp_path / "batch.jsonl"
    file.write_text(LINES)
    return str(file)


@pytest.mark.usefixtures("toy_engine")
class TestCode:
    @pytest.mark.parametrize("jobs", ["1", "2"])
    def test_codes_what_it_can_and_names_what_it_cannot(self, batch: str, jobs: str) -> None:
        result = call("code", batch, "--jobs", jobs)
        assert result.exit_code == 1
        assert [json.loads(line)["doc"] for line in result.stdout.splitlines()] == ["a", "b"]
        assert f"{batch}:2: is not a JSON object" in result.stderr

    def test_writes_a_file_and_exits_0_when_all_is_well(self, tmp_path: Path) -> None:
        out = tmp_path / "out.csv"
        result = call("code", "-", "-f", "csv", "-o", str(out), given=LINES.splitlines()[0])
        assert (result.exit_code, result.output) == (0, "")
        head, row = out.read_text().splitlines()
        assert head.split(",") == list(COLUMNS)
        assert ",ACCUSE," in row

    def test_the_table_has_a_heading(self, batch: str) -> None:
        assert call("code", batch, "-f", "table").stdout.startswith("DOC ")

    @pytest.mark.parametrize(
        "wrong",
        [
            [],
            ["-", "--jobs", "0"],
            ["-", "--format", "xml"],
            ["-", "--published", "yesterday"],
            ["-", "--published", "2024-02-30"],
            ["-", "--language", "English!"],
            ["-", "--nonsense"],
        ],
    )
    def test_wrong_usage_exits_2(self, wrong: list[str]) -> None:
        assert call("code", *wrong, given=LINES).exit_code == 2

    def test_published_is_recorded_as_given(self) -> None:
        result = call("code", "-", "--published", "2024-06-14", given="KOR accuses PRK")
        cited = json.loads(result.stdout)["cite_info"]
        assert (cited["published"], cited["published_basis"]) == ("2024-06-14", "option")


@pytest.mark.usefixtures("toy_engine")
class TestStore:
    def test_ingest_twice_then_ask(self, batch: str, tmp_path: Path) -> None:
        db = f"sqlite:///{tmp_path / 'x.db'}"
        first, second = call("ingest", batch, "--db", db), call("ingest", batch, "--db", db)
        assert (first.exit_code, second.exit_code) == (1, 1)
        assert "2 new, 0 changed, 0 recoded, 0 unchanged, 1 failed" in first.stdout
        assert "0 new, 0 changed, 0 recoded, 2 unchanged, 1 failed" in second.stdout
        asked = call("events", "--db", db, "--actor", "PRK", "-f", "plover")
        assert [json.loads(line)["event"] for line in asked.stdout.splitlines()] == [["CONSULT"]]
        assert call("events", "--db", db, "--to", "2024-06-15", "-f", "csv").stdout.count("\n") == 2

    def test_asking_a_store_that_is_not_there_says_what_to_do(self, tmp_path: Path) -> None:
        result = call("events", "--db", str(tmp_path / "none.db"))
        assert result.exit_code == 1
        assert "dragoman ingest" in result.stderr

    def test_a_range_that_ends_before_it_begins_is_wrong_usage(self) -> None:
        assert call("events", "--from", "2024-06-15", "--to", "2024-06-14").exit_code == 2


@pytest.mark.usefixtures("toy_engine")
class TestRead:
    def test_shows_language_date_and_events(self) -> None:
        result = call("read", "-", "--published", "2024-06-14", given="KOR accuses PRK murmur")
        assert result.exit_code == 0
        assert "published  2024-06-14 (option: given with --published)" in result.output
        assert "KOR/GOV → PRK/GOV" in result.output

    def test_explains_an_event_with_its_words(self) -> None:
        result = call("read", "-", "--explain", "1", given="KOR accuses PRK murmur")
        assert "act       'accuses' [4:11]" in result.output
        assert "murmur: no-actor" in result.output
        assert call("read", "-", "--explain", "2", given="KOR accuses PRK").exit_code == 1

    def test_lists_refusals(self) -> None:
        assert "not coded: 1" in call("read", "-", "--refused", given="murmur").output

    def test_an_unreadable_article_exits_1(self) -> None:
        result = call("read", "-", given="unreadable")
        assert result.exit_code == 1
        assert "stdin: nobody can read this" in result.stderr


def test_schema_prints_the_schema_of_the_record() -> None:
    assert json.loads(call("schema").output)["title"] == "Dragoman event record"


def test_language_new_writes_a_pack_once(tmp_path: Path) -> None:
    first = call("language", "new", "ko", "--into", str(tmp_path))
    assert first.exit_code == 0, first.output
    facts = (tmp_path / "ko" / "language.yaml").read_text()
    assert "native: 한국어" in facts
    assert "script: hangul" in facts
    (tmp_path / "ko" / "acts.yaml").write_text("mine: {}\n")
    assert "has all files already" in call("language", "new", "ko", "--into", str(tmp_path)).output
    assert (tmp_path / "ko" / "acts.yaml").read_text() == "mine: {}\n"
    assert call("language", "new", "Korean!", "--into", str(tmp_path)).exit_code == 2


def test_a_new_pack_loads(tmp_path: Path) -> None:
    from dragoman.packs.load import load_pack

    call("language", "new", "tr", "--into", str(tmp_path))
    assert load_pack("tr", tmp_path / "tr").facts.name == "Turkish"


def test_help_is_quick_and_loads_no_command() -> None:
    script = """
import sys
from dragoman.cli.main import dragoman
try:
    dragoman(["--help"])
finally:
    print(sorted(sys.modules))
"""
    out = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    for heavy in ("sqlalchemy", "trafilatura", "rich", "msgspec", "dragoman.cli.code"):
        assert f"'{heavy}'" not in out


def cpu_seconds(*arguments: str) -> float:
    """Return the least processor time of three runs: a busy machine changes it little."""
    spent = []
    for _ in range(3):
        before = os.times()
        subprocess.run([sys.executable, *arguments], stdout=subprocess.DEVNULL, check=True)
        after = os.times()
        spent.append(after.children_user + after.children_system - before.children_user - before.children_system)
    return min(spent)


def test_help_costs_hardly_more_than_click_itself() -> None:
    assert cpu_seconds("-m", "dragoman.cli.main", "--help") < 1.5 * cpu_seconds("-c", "import click, inspect") + 0.1


def test_progress_is_silent_where_it_is_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    from dragoman.cli.progress import watched

    assert list(watched(range(5), "counting")) == [0, 1, 2, 3, 4]
    assert capsys.readouterr().err == ""


def test_a_password_in_the_url_of_a_store_is_not_shown() -> None:
    from dragoman.cli.store import shown

    assert shown("postgresql://dragoman:secret@host/news") == "postgresql://dragoman:***@host/news"
    assert shown("sqlite:///dragoman.db") == "sqlite:///dragoman.db"
    assert shown("dragoman.db") == "dragoman.db"
