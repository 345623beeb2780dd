"""`dragoman watch` and `dragoman status`, and `dragoman ingest` of addresses, from the command line."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dragoman.cli.main import dragoman
from dragoman.runner.trials.site import Site, article, rss

FILLER = "\n".join(
    f"The talks between the two delegations went on for a {nth} day in the capital, officials said on Friday."
    for nth in ("first", "second", "third")
)


def call(*arguments: str) -> Result:
    return CliRunner().invoke(dragoman, list(arguments), prog_name="dragoman")


@pytest.fixture
def site() -> Iterator[Site]:
    with Site() as opened:
        opened.put("/one", article("One", f"KOR accuses PRK of walking out.\n{FILLER}"))
        opened.put("/feed.xml", rss([("/one", "One")]), "application/rss+xml")
        yield opened


@pytest.fixture
def feeds(tmp_path: Path, site: Site) -> str:
    file = tmp_path / "feeds.toml"
    file.write_text(f'delay = "0s"\n[[feed]]\nname = "Courier"\nurl = "{site.address}/feed.xml"\n')
    return str(file)


@pytest.fixture
def db(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'news.db'}"


@pytest.mark.usefixtures("toy_engine")
def test_watching_once_codes_what_is_new_and_status_says_who_was_heard(site: Site, feeds: str, db: str) -> None:
    first = call("watch", feeds, "--db", db, "--once", "--allow-private")
    assert first.exit_code == 0, first.output
    assert "1 feeds heard, 0 not; pages: 1 new, 0 changed" in first.stdout
    again = call("watch", feeds, "--db", db, "--once", "--allow-private", "--quiet")
    assert "pages: 0 new" in again.stdout
    status = call("status", "--db", db)
    assert status.exit_code == 0
    assert "Courier" in status.stdout
    assert "heard" in status.stdout
    asked = call("events", "--db", db, "-f", "plover")
    assert [json.loads(line)["event"] for line in asked.stdout.splitlines()] == [["ACCUSE"]]


@pytest.mark.usefixtures("toy_engine")
def test_a_feed_that_is_not_heard_ends_with_1_and_status_says_why(site: Site, feeds: str, db: str) -> None:
    site.put("/feed.xml", "down", status=500)
    result = call("watch", feeds, "--db", db, "--once", "--allow-private")
    assert result.exit_code == 1
    assert f"{site.address}/feed.xml: answers 500" in result.stderr
    status = call("status", "--db", db, "--format", "json")
    assert status.exit_code == 1
    (told,) = [json.loads(line) for line in status.stdout.splitlines()]
    assert (told["verdict"], told["last_error"], told["last_success"]) == (
        "never heard",
        "answers 500; it is asked again later",
        None,
    )
    assert told["gaps"][0]["ended"] is None
    assert "answers 500" in call("status", "--db", db).stdout


@pytest.mark.usefixtures("toy_engine")
def test_a_private_address_is_not_fetched_without_leave(site: Site, feeds: str, db: str) -> None:
    result = call("watch", feeds, "--db", db, "--once")
    assert result.exit_code == 1
    assert "no public address; --allow-private" in result.stderr
    assert site.asked == []


@pytest.mark.usefixtures("toy_engine")
def test_ingest_takes_addresses_beside_files(tmp_path: Path, site: Site, db: str) -> None:
    file = tmp_path / "two.txt"
    file.write_text("KOR meets PRK")
    result = call("ingest", str(file), f"{site.address}/feed.xml", "--db", db, "--allow-private")
    assert result.exit_code == 0, result.output
    assert "2 new" in result.stdout


@pytest.mark.usefixtures("toy_engine")
def test_ingest_fetches_what_a_feed_on_disk_links_to_only_when_told(tmp_path: Path, site: Site, db: str) -> None:
    file = tmp_path / "feed.rss"
    file.write_text(rss([(f"{site.address}/one", "One")]))
    offline = call("ingest", str(file), "--db", db)
    assert offline.exit_code == 1
    assert "--fetch gets what a feed links to" in offline.stderr
    assert site.asked == []
    assert "1 new" in call("ingest", str(file), "--db", db, "--fetch", "--allow-private").stdout


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "Object missing required field `feed`"),
        ("feed = []", "names no feed"),
        ("[[feed]]\nurl = 'file:///etc/passwd'", "feed 1: url:"),
        ("[[feed]]\nurl = 'https://a.example/'\nlanguage = 'xx'", "no language pack for 'xx'"),
        ("[[feed]]\nurl = 'https://a.example/'\nevery = 'often'", "'often' is no length of time"),
        ("[[feed]]\nurl = 'https://a.example/'\nevery = '0s'", "without a pause"),
        ("[[feed]]\nurl = 'https://a.example/'\n[[feed]]\nurl = 'https://a.example/'", "is there twice"),
        ("[[feed]]\nurl = 'https://a.example/'\nevrey = '15m'", "unknown field `evrey`"),
        ("[[feed", "feeds.toml"),
    ],
)
@pytest.mark.usefixtures("toy_engine")
def test_a_list_of_feeds_that_is_wrong_says_what_is_wrong(tmp_path: Path, db: str, text: str, told: str) -> None:
    file = tmp_path / "feeds.toml"
    file.write_text(text)
    result = call("watch", str(file), "--db", db, "--once")
    assert result.exit_code == 1
    assert told in result.stderr
    assert str(file) in result.stderr
    assert not (tmp_path / "news.db").exists()


def test_a_list_of_feeds_that_is_not_there_says_so(tmp_path: Path) -> None:
    result = call("watch", str(tmp_path / "none.toml"), "--once")
    assert result.exit_code == 1
    assert "No such file" in result.stderr


def test_status_of_a_store_that_watches_nothing_says_how_to_begin(tmp_path: Path, db: str) -> None:
    from dragoman.store import open_store

    open_store(db).dispose()
    assert "dragoman watch samples/feeds.toml" in call("status", "--db", db).stdout
