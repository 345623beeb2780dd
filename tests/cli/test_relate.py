"""`dragoman relate`: a table of pairs in, an answer for each out."""

import csv
import io
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dragoman.cli.main import dragoman
from dragoman.coding.codebook import load_codebook
from dragoman.runner.pairs import BadTable, read_pairs

HEAD = "id\tsentence\tsource\ttarget"
CONDEMNS = "a\tTurkey condemned Israel over the raid.\tTurkey\tIsrael"
NOTHING = "b\tThe weather in Paris and Rome was fine.\tParis\tRome"


def related(table: Path, *more: str) -> Result:
    return CliRunner().invoke(dragoman, ["relate", str(table), *more], prog_name="dragoman")


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text), delimiter="\t"))


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "pairs.tsv"
    path.write_text(f"{HEAD}\n{CONDEMNS}\n{NOTHING}\n", "utf-8")
    return path


def test_every_pair_is_answered_in_order_with_types_of_the_codebook(table: Path) -> None:
    result = related(table)
    answers = rows(result.stdout)
    assert result.exit_code == 0, result.output
    assert [row["id"] for row in answers] == ["a", "b"]
    assert {row["event"] for row in answers} <= set(load_codebook().types)
    assert all(0 < float(row["confidence"]) <= 1 for row in answers)


def test_what_the_sentence_tells_is_answered_and_a_guess_is_less_sure(table: Path) -> None:
    condemns, nothing = rows(related(table).stdout)
    assert (condemns["event"], condemns["mode"]) == ("ACCUSE", "disapprove")
    assert float(condemns["confidence"]) > float(nothing["confidence"])
    assert "condemn" in condemns["rule"] or "ACCUSE" in condemns["rule"] or "accuse" in condemns["rule"]


def test_the_answer_goes_into_the_file_that_is_named(table: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.tsv"
    result = related(table, "-o", str(out))
    assert (result.exit_code, result.stdout) == (0, "")
    assert out.read_text("utf-8").splitlines()[0] == "id\tevent\tmode\tconfidence\trule"
    assert len(rows(out.read_text("utf-8"))) == 2


def test_marks_say_where_the_pair_stands(tmp_path: Path) -> None:
    path = tmp_path / "marked.tsv"
    marked = "Iran said <s>Iraq</s> attacked <t>Iran</t>."
    path.write_text(f"{HEAD}\tmarked\nm\tx\tIraq\tIran\t{marked}\n", "utf-8")
    (pair,) = read_pairs(path, "en")
    assert pair.text == "Iran said Iraq attacked Iran."
    assert (pair.source.of(pair.text), pair.source.start) == ("Iraq", 10)
    assert (pair.target.of(pair.text), pair.target.start) == ("Iran", 24)


def test_a_row_may_be_in_another_language(tmp_path: Path) -> None:
    path = tmp_path / "id.tsv"
    path.write_text(f"{HEAD}\tlanguage\n1\tTurki mengecam Israel.\tTurki\tIsrael\tid\n", "utf-8")
    (answer,) = rows(related(path).stdout)
    assert answer["event"] == "ACCUSE"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("id\tsentence\tsource\n", ":1: there is no column 'target'"),
        (f"{HEAD}\n{CONDEMNS}\nshort\n", ":3: the row has fewer columns than the heading"),
    ],
)
def test_a_broken_table_is_named_with_file_and_line(tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "broken.tsv"
    path.write_text(text, "utf-8")
    with pytest.raises(BadTable, match=says):
        list(read_pairs(path, "en"))
    result = related(path)
    assert result.exit_code == 1
    assert f"{path}{says}" in result.stderr


def test_an_unknown_language_is_said_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "pairs.tsv"
    path.write_text(f"{HEAD}\tlanguage\n{CONDEMNS}\ttlh\n", "utf-8")
    result = related(path)
    assert result.exit_code == 1
    assert "tlh" in result.stderr
    assert "Traceback" not in result.output


def test_a_table_that_is_not_there_is_named(tmp_path: Path) -> None:
    result = related(tmp_path / "none.tsv")
    assert result.exit_code == 1
    assert "none.tsv" in result.stderr
