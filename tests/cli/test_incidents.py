"""The commands on incidents: what they print, and what they say where there is nothing."""

import csv
import io
import json
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dragoman.cli.main import dragoman
from dragoman.store import open_store

sys.path.insert(0, str(Path(__file__).parents[1] / "runner"))
from incident_store import add, event


def call(*arguments: str) -> Result:
    return CliRunner().invoke(dragoman, list(arguments), prog_name="dragoman")


@pytest.fixture
def db(tmp_path: Path) -> str:
    """Hold a crossing told twice with different figures and denied, a year after another crossing."""
    url = f"sqlite:///{tmp_path / 'store.db'}"
    engine = open_store(url)
    add(engine, "annals", [event(day="2025-05-09", recipient="KOR")], "2025-05-10")
    add(engine, "courier", [event(number=20, speaker="KOR")])
    add(engine, "gazette", [event(number=30, speaker="KOR")], "2026-05-12")
    add(engine, "observer", [], "2026-05-13", denies="PRK")
    engine.dispose()
    return url


def test_incidents_takes_up_what_was_ingested_and_lists_it(db: str) -> None:
    shown = call("incidents", "--db", db, "--from", "2026-01-01")
    assert shown.exit_code == 0
    assert "PRK/MIL → (KOR)" in shown.stdout
    assert "20 MIL (20–30)" in shown.stdout
    assert "reported by KOR only; denied by PRK" in shown.stdout
    assert "2025" not in shown.stdout


def test_csv_has_a_heading_and_json_an_object_a_line(db: str) -> None:
    rows = list(csv.DictReader(io.StringIO(call("incidents", "--db", db, "-f", "csv").stdout)))
    lines = [json.loads(line) for line in call("incidents", "--db", db, "-f", "json").stdout.splitlines()]
    assert [row["id"] for row in rows] == [line["id"] for line in lines]
    assert [row["articles"] for row in rows] == ["1", "2"]
    assert rows[1]["contradictions"].startswith("figure: actor MIL: 20 (KOR), 30 (KOR)")


def test_an_incident_shows_evidence_sources_contradictions_and_reasoning(db: str) -> None:
    id_ = json.loads(call("incidents", "--db", db, "-f", "json", "--disputed").stdout)["id"]
    shown = call("incident", id_[:5], "--db", db).stdout
    assert "2026-05-11 en courier: Sentence." in shown
    assert "speaker KOR: 2 stories on the word of KOR" in shown
    assert "[low 20, best 20, high 30]" in shown
    assert "1 independent origin" in shown
    assert json.loads(call("incident", id_, "--db", db, "-f", "json").stdout)["id"] == id_


def test_an_unknown_incident_is_told_with_what_to_do(db: str) -> None:
    result = call("incident", "zzz", "--db", db)
    assert result.exit_code == 1
    assert "`dragoman incidents --db" in result.stderr


def test_a_timeline_is_of_both_directions_by_day(db: str) -> None:
    rows = list(csv.DictReader(io.StringIO(call("timeline", "--dyad", "kor-prk", "--db", db, "-f", "csv").stdout)))
    assert [row["date"] for row in rows] == ["2025-05-09", "2026-05-10"]
    assert "no incidents between KOR and JPN" in call("timeline", "--dyad", "KOR-JPN", "--db", db).stdout


def test_a_pair_that_is_none_is_refused(db: str) -> None:
    result = call("timeline", "--dyad", "KOREA", "--db", db)
    assert result.exit_code == 2
    assert "KOR-PRK" in result.stderr


def test_dyads_count_by_month_against_the_year_before(db: str) -> None:
    rows = [json.loads(line) for line in call("dyads", "--db", db, "-f", "json").stdout.splitlines()]
    assert [(r["month"], r["actor"], r["recipient"], r["incidents"]) for r in rows] == [
        ("2025-05", "PRK", "KOR", 1),
        ("2026-05", "PRK", "KOR", 1),
    ]
    assert [(r["incidents_change"], r["scale_change"]) for r in rows] == [(None, None), (0, 0.0)]
    shown = call("dyads", "--db", db, "--from", "2026-01-01").stdout
    assert "2026-05" in shown
    assert "2025-05" not in shown


def test_an_instrument_is_found_by_any_of_its_names(db: str) -> None:
    for name in ("2018 CMA", "cma-2018", "9·19 군사합의"):
        shown = call("instrument", name, "--db", db)
        assert shown.exit_code == 0
        assert "signed   2018-09-19" in shown.stdout
        assert "2023-11-22" in shown.stdout


def test_an_unknown_instrument_is_told_with_close_names(db: str) -> None:
    result = call("instrument", "Comprehensive Military Agreemnt", "--db", db)
    assert result.exit_code == 1
    assert "2018 Comprehensive Military Agreement" in result.stderr


def test_an_empty_store_says_so(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'empty.db'}"
    open_store(url).dispose()
    assert call("incidents", "--db", url).stdout == "no incidents\n"
    assert call("dyads", "--db", url).stdout == "no incidents between countries\n"
