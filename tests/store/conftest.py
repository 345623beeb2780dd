"""Empty stores to test on: an SQLite file, and a schema of its own in the PostgreSQL that DRAGOMAN_TEST_POSTGRES names."""

import os
import sys
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine, text
from sqlalchemy.engine import make_url

from dragoman.store import open_store

sys.path.insert(0, str(Path(__file__).parent))  # arriving.py and old_rows.py stand beside the tests
VARIABLE = "DRAGOMAN_TEST_POSTGRES"


@pytest.fixture(params=["sqlite", "postgresql"])
def store_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Give the URL of a place where no store is yet, on each kind of database."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'store.db'}"
        return
    yield from _postgres_schema()


@pytest.fixture
def engine(store_url: str) -> Iterator[Engine]:
    """Open a new store on each kind of database."""
    opened = open_store(store_url)
    yield opened
    opened.dispose()


def _postgres_schema() -> Iterator[str]:
    given = os.environ.get(VARIABLE)
    if given is None:
        missing = f"no PostgreSQL to test on: set {VARIABLE} to the URL of a database where schemas may be made"
        if os.environ.get("CI") == "true":
            pytest.fail(missing)
        pytest.skip(missing)
    name = f"test_{uuid.uuid4().hex}"
    server = create_engine(make_url(given).set(drivername="postgresql+psycopg"))
    with server.begin() as connection:
        connection.execute(text(f"CREATE SCHEMA {name}"))
    url = make_url(given).update_query_dict({"options": f"-csearch_path={name}"})
    yield url.render_as_string(hide_password=False)
    with server.begin() as connection:
        connection.execute(text(f"DROP SCHEMA {name} CASCADE"))
    server.dispose()
