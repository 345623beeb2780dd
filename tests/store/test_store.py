"""A store keeps documents once, names versions, answers questions."""

from pathlib import Path

import pytest
from arriving import arrival, put
from sqlalchemy import Engine, select

from dragoman.ingest import Arrival, Failure
from dragoman.records import Document
from dragoman.store import Filter, StoreTrouble, count_rows, find_events, open_store
from dragoman.store.tables import documents, failures

pytestmark = pytest.mark.usefixtures("toy_engine")


def snapshot(engine: Engine) -> list[object]:
    with engine.connect() as connection:
        return [sorted(map(repr, connection.execute(select(table)))) for table in documents.metadata.sorted_tables]


BATCH = (
    arrival("a", "KOR accuses PRK"),
    arrival("b", "KOR meets PRK", "2024-06-20"),
    arrival("c", "unreadable murmur"),
    arrival("d", "murmur"),
    Failure("broken-json", "batch.jsonl", "is not JSON", "mend it", 5),
)


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_same_input_twice_changes_nothing(engine: Engine, jobs: int) -> None:
    assert sorted(put(engine, *BATCH, jobs=jobs)) == ["failed", "failed", "new", "new", "new"]
    before = snapshot(engine)
    assert sorted(put(engine, *BATCH, jobs=jobs)) == ["failed", "failed", "unchanged", "unchanged", "unchanged"]
    assert snapshot(engine) == before
    assert count_rows(engine) == {"documents": 4, "current": 4, "events": 2, "refusals": 1, "failures": 2}


def test_a_changed_article_is_a_version_that_names_the_old(engine: Engine) -> None:
    put(engine, arrival("a", "KOR accuses PRK"))
    assert put(engine, arrival("a", "KOR accuses CHN")) == ["changed"]
    assert put(engine, arrival("a", "KOR accuses PRK")) == ["unchanged"]
    with engine.connect() as connection:
        first, second = connection.execute(select(documents).order_by(documents.c.version)).all()
    assert (first.version, first.current, first.replaces) == (1, False, None)
    assert (second.version, second.current, second.replaces) == (2, True, first.id)
    (only,) = find_events(engine, Filter())
    assert '"CHN"' in only


def test_another_version_of_the_engine_codes_anew(engine: Engine) -> None:
    put(engine, *BATCH[:2])
    before = count_rows(engine)
    assert put(engine, *BATCH[:2], coder="2") == ["recoded", "recoded"]
    assert count_rows(engine) == before


def test_a_failure_goes_when_its_place_can_be_read(engine: Engine) -> None:
    put(engine, Failure("broken-json", "batch.jsonl", "is not JSON", "mend it", 5))
    put(engine, arrival("e", "murmur", line=5))
    assert count_rows(engine)["failures"] == 0


def test_a_document_that_failed_is_kept_with_its_error(engine: Engine) -> None:
    put(engine, arrival("c", "unreadable"), arrival("x", "boom"))
    with engine.connect() as connection:
        kept = {row.doc: row.error for row in connection.execute(select(documents))}
        kinds = {row.doc: row.kind for row in connection.execute(select(failures))}
    assert kept["c"] == "nobody can read this"
    assert "RuntimeError" in kept["x"]
    assert kinds == {"c": "not-coded", "x": "engine"}


def test_a_nul_in_what_is_said_of_a_document_stops_nobody(engine: Engine) -> None:
    odd = Arrival(Document("a\0b", "KOR accuses PRK", url="https://x.example/\0", title="\0"), "batch.jsonl")
    assert put(engine, odd, arrival("c", "boom", line=3), odd) == ["new", "failed", "unchanged"]
    with engine.connect() as connection:
        kept = connection.execute(select(documents).where(documents.c.doc == "a\ufffdb")).one()
    assert (kept.url, kept.title) == ("https://x.example/\ufffd", "\ufffd")
    assert put(engine, Arrival(Document("a\0b", "KOR meets PRK"), "batch.jsonl")) == ["changed"]


@pytest.mark.parametrize(
    ("wanted", "docs"),
    [
        (Filter(), "ab"),
        (Filter(actor="KOR"), "ab"),
        (Filter(actor="kor/gov", recipient="PRK"), "ab"),
        (Filter(actor="PRK"), "b"),
        (Filter(actor="PRK", recipient="KOR"), "b"),
        (Filter(actor="/MIL"), ""),
        (Filter(type="accuse"), "a"),
        (Filter(first="2024-06-15"), "b"),
        (Filter(last="2024-06-15"), "a"),
        (Filter(first="2024-06-14", last="2024-06-20"), "ab"),
        (Filter(status="negated"), ""),
        (Filter(doc="b"), "b"),
    ],
)
def test_a_question_finds_what_it_asks_for(engine: Engine, wanted: Filter, docs: str) -> None:
    put(engine, *BATCH)
    found = "".join(payload.split('"doc":"')[1][0] for payload in find_events(engine, wanted))
    assert found == docs


@pytest.mark.parametrize(
    "url", ["sqlite:////nowhere/at/all.db", "nonsense://x", "sqlite:///{}/text.txt", "://", "sqlite:///{}"]
)
def test_a_store_that_cannot_be_opened_says_why(tmp_path: Path, url: str) -> None:
    (tmp_path / "text.txt").write_text("This is no database, only words." * 100)
    with pytest.raises(StoreTrouble):
        open_store(url.format(tmp_path))


def test_a_store_that_is_not_there_is_not_made_by_a_question(tmp_path: Path) -> None:
    with pytest.raises(StoreTrouble, match="dragoman ingest"):
        open_store(f"sqlite:///{tmp_path / 'none.db'}", create=False)
    assert not (tmp_path / "none.db").exists()


def test_a_password_is_not_shown(tmp_path: Path) -> None:
    pytest.importorskip("psycopg")
    with pytest.raises(StoreTrouble, match=r"postgresql://me:\*\*\*@127.0.0.1:1/x cannot be opened"):
        open_store("postgresql://me:secret@127.0.0.1:1/x")
