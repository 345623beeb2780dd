"""Stories on the command line: listed, shown, split, merged, and linked where they were not."""

import json
import random
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dragoman.cli.main import dragoman

pytestmark = pytest.mark.usefixtures("toy_engine")

CHANCE = random.Random(5)
TEXT = " ".join(f"{CHANCE.choice('abcdefgh')}{CHANCE.randrange(900)}" for _ in range(60)).replace("0", "o")


def call(*arguments: str) -> Result:
    return CliRunner().invoke(dragoman, list(arguments), prog_name="dragoman")


@pytest.fixture
def db(tmp_path: Path) -> str:
    file, store = tmp_path / "batch.jsonl", str(tmp_path / "store.db")
    rows = [
        {"doc": "courier-1", "published": "2024-06-10", "title": "Talks", "text": TEXT},
        {"doc": "gazette-1", "published": "2024-06-11", "text": f"{TEXT} more"},
        {"doc": "herald-1", "published": "2024-06-11", "text": "KOR meets PRK"},
    ]
    file.write_text("".join(json.dumps({**row, "language": "en"}) + "\n" for row in rows))
    assert call("ingest", str(file), "--db", store).exit_code == 0
    return store


def test_stories_of_two_articles_and_more_are_listed(db: str) -> None:
    result = call("stories", "--db", db)
    assert result.exit_code == 0
    first, second = result.output.splitlines()
    assert first.split()[1:3] == ["2024-06-10", "2"]
    assert second.split() == ["courier-1", "Talks"]
    assert len(call("stories", "--db", db, "--fewest", "1").output.splitlines()) == 4
    assert call("stories", "--db", db, "--from", "2024-06-20").output == ""


def test_stories_as_json_say_all_that_is_known(db: str) -> None:
    (line,) = call("stories", "--db", db, "--json").output.splitlines()
    told = json.loads(line)
    assert (told["size"], told["first"], told["last"], told["doc"]) == (2, "2024-06-10", "2024-06-11", "courier-1")
    assert told["docs"] == ["courier-1", "gazette-1"]


def test_days_in_the_wrong_order_are_refused(db: str) -> None:
    assert call("stories", "--db", db, "--from", "2024-06-20", "--to", "2024-06-10").exit_code == 2


def test_a_story_is_shown_by_any_of_its_articles_with_its_ties(db: str) -> None:
    shown = call("story", "gazette-1", "--db", db)
    assert shown.exit_code == 0
    assert "earliest  courier-1" in shown.output
    assert "copy" in shown.output
    assert shown.output == call("story", "show", "courier-1", "--db", db).output
    told = json.loads(call("story", "gazette-1", "--db", db, "--json").output)
    assert [article["doc"] for article in told["articles"]] == ["courier-1", "gazette-1"]
    assert told["story"]["edges"][0]["reason"] in ("copy", "same-text")


def test_splitting_and_merging_are_told_and_hold(db: str) -> None:
    split = call("story", "split", "courier-1", "gazette-1", "--db", db)
    assert (split.exit_code, "has lost 1" in split.output) == (0, True)
    assert call("stories", "--db", db).output == ""
    merged = call("story", "merge", "courier-1", "gazette-1", "herald-1", "--db", db)
    assert merged.exit_code == 0
    assert json.loads(call("stories", "--db", db, "--json").output)["size"] == 3


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["story", "nobody"], 1, "no story or article is called 'nobody'"),
        (["story", "split", "courier-1", "herald-1"], 1, "'herald-1' is no article of the story courier-1"),
        (["story", "merge", "courier-1"], 2, "name two stories"),
        (["story", "merge", "courier-1", "nobody"], 1, "`dragoman stories` lists them"),
    ],
)
def test_what_cannot_be_done_says_why(db: str, arguments: list[str], code: int, told: str) -> None:
    result = call(*arguments, "--db", db)
    assert result.exit_code == code
    assert told in result.stderr


def test_linking_leaves_what_is_linked(db: str) -> None:
    assert call("link", "--db", db).output == f"{db}: 0 linked\n"
