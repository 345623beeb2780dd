"""Every store that was ever made can be read by this program, and says what to do where it cannot."""

import re
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from old_rows import ROWS
from sqlalchemy import Connection, Engine, MetaData, insert, select, text

from dragoman.store import Filter, StoreTrouble, count_rows, find_events, open_store
from dragoman.store.open import empty_engine
from dragoman.store.tables import metadata
from dragoman.store.version import MIGRATIONS, bring_up, newest_version, version_of

VERSIONS = [file.name[1:5] for file in sorted((MIGRATIONS / "versions").glob("v????_*.py"))]
OURS = {*metadata.tables, "alembic_version"}


def tables_of(connection: Connection) -> MetaData:
    found = MetaData()
    found.reflect(connection, only=lambda name, _: name in OURS)
    return found


def rows_of(connection: Connection) -> dict[str, list[dict[str, Any]]]:
    held = tables_of(connection).tables
    return {name: [dict(row._mapping) for row in connection.execute(select(held[name]))] for name in held}


def put(connection: Connection, version: str) -> None:
    """Put the rows of a version into a store that has just reached it."""
    held = tables_of(connection)
    for table in held.sorted_tables:
        for row in ROWS.get(version, {}).get(table.name, []):
            connection.execute(insert(table).values(**row))


def differences(connection: Connection) -> list[Any]:
    """List what tells the tables of a store from those the program works with."""

    def ours(name: str | None, kind: str, parents: Any) -> bool:
        return kind != "table" or name in OURS

    settings = {"include_name": ours, "compare_type": True}
    return list(compare_metadata(MigrationContext.configure(connection, opts=settings), metadata))


def test_a_store_of_any_version_comes_up_with_its_rows(store_url: str) -> None:
    engine = empty_engine(store_url)
    for number, version in enumerate(VERSIONS):
        bring_up(engine, version)
        with engine.begin() as connection:
            assert version_of(connection) == version
            put(connection, version)
            before = rows_of(connection)
        for later in VERSIONS[number + 1 : number + 2]:
            bring_up(engine, later)
            with engine.connect() as connection:
                after = rows_of(connection)
            assert_kept(before, after)
    with engine.connect() as connection:
        assert not [name for name in metadata.tables if not rows_of(connection)[name]], "say in old_rows.py what is new"
        assert differences(connection) == []
    engine.dispose()
    again = open_store(store_url, create=False)
    assert list(find_events(again, Filter(actor="KOR", type="ACCUSE"))) == ['{"id":"e1"}']
    again.dispose()


def assert_kept(before: dict[str, list[dict[str, Any]]], after: dict[str, list[dict[str, Any]]]) -> None:
    for name, rows in before.items():
        for row in rows if name != "alembic_version" else ():
            assert any(row.items() <= later.items() for later in after[name]), f"{name} lost {row}"


def test_a_new_store_has_the_tables_the_program_works_with(engine: Engine) -> None:
    with engine.connect() as connection:
        assert version_of(connection) == newest_version()
        assert differences(connection) == []


def test_a_store_made_before_versions_is_the_first_version(store_url: str) -> None:
    engine = empty_engine(store_url)
    bring_up(engine, "0001")
    with engine.begin() as connection:
        put(connection, "0001")
        connection.execute(text("DROP TABLE alembic_version"))
    with engine.connect() as connection:
        assert version_of(connection) == "0001"
    engine.dispose()
    opened = open_store(store_url)
    with opened.connect() as connection:
        assert version_of(connection) == newest_version()
    assert count_rows(opened)["documents"] == 2
    opened.dispose()


def test_a_newer_store_says_to_use_a_newer_program(store_url: str) -> None:
    opened = open_store(store_url)
    with opened.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    opened.dispose()
    for create in (True, False):
        with pytest.raises(StoreTrouble, match=r"newer dragoman .*9999"):
            open_store(store_url, create=create)


def test_an_older_store_is_not_changed_by_a_question(store_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = open_store(store_url)
    opened.dispose()
    monkeypatch.setattr("dragoman.store.open.newest_version", lambda: "9999")
    with pytest.raises(StoreTrouble, match=r"older schema .*dragoman store --upgrade --db"):
        open_store(store_url, create=False)


def test_a_migration_that_fails_changes_nothing(store_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    engine = empty_engine(store_url)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE refusals (mine INTEGER)"))
    with pytest.raises(Exception, match="refusals"):
        bring_up(engine)
    with engine.connect() as connection:
        assert set(tables_of(connection).tables) == {"refusals"}
    engine.dispose()


def test_two_programs_that_make_one_store_wait_for_each_other(store_url: str) -> None:
    script = "import sys\nfrom dragoman.store import open_store\nopen_store(sys.argv[1])"
    makers = [subprocess.Popen([sys.executable, "-c", script, store_url]) for _ in range(2)]
    assert [maker.wait() for maker in makers] == [0, 0]


def test_a_program_waits_while_another_writes_a_database_that_does_not_write_ahead_yet(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    other.execute("CREATE TABLE elsewhere (x)")
    other.execute("BEGIN IMMEDIATE")
    writer = threading.Timer(0.3, lambda: other.execute("COMMIT"))
    writer.start()
    open_store(f"sqlite:///{path}").dispose()
    writer.join()
    assert not other.in_transaction


def test_an_up_to_date_store_is_opened_without_alembic(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'store.db'}"
    open_store(url).dispose()
    script = (
        "import sys\nfrom dragoman.store import open_store\nopen_store(sys.argv[1])\nprint('alembic' in sys.modules)"
    )
    out = subprocess.run([sys.executable, "-c", script, url], capture_output=True, text=True, check=True).stdout
    assert out == "False\n"


def test_versions_follow_each_other_and_their_files_say_so() -> None:
    script = ScriptDirectory(str(MIGRATIONS))
    found = [(one.revision, one.down_revision, Path(one.path).name) for one in script.walk_revisions()][::-1]
    assert [revision for revision, _, _ in found] == VERSIONS == [f"{n:04}" for n in range(1, len(VERSIONS) + 1)]
    assert [before for _, before, _ in found] == [None, *VERSIONS[:-1]]
    assert all(re.fullmatch(rf"v{revision}_\w+\.py", name) for revision, _, name in found)
    assert newest_version() == VERSIONS[-1]
