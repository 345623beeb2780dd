"""The store works on PostgreSQL where there is one: set DRAGOMAN_POSTGRES to its URL."""

import os

import pytest

from dragoman.ingest import Arrival
from dragoman.records import Document
from dragoman.runner import CodingTask
from dragoman.runner.ingesting import ingest
from dragoman.store import Filter, count_rows, find_events, open_store
from dragoman.store.tables import metadata


@pytest.mark.usefixtures("toy_engine")
def test_postgres_keeps_versions_and_answers() -> None:
    url = os.environ.get("DRAGOMAN_POSTGRES")
    if url is None:
        pytest.skip("no PostgreSQL: set DRAGOMAN_POSTGRES to the URL of an empty database")
    pytest.importorskip("psycopg")
    engine = open_store(url)
    metadata.drop_all(engine)
    metadata.create_all(engine)
    texts = ("KOR accuses PRK", "KOR meets PRK", "KOR meets PRK")
    items = [Arrival(Document("a", text, published="2024-06-14"), "x.jsonl") for text in texts]
    became = [s.became for s in ingest(items, CodingTask(object(), "coding"), engine, "1")]  # type: ignore[arg-type]
    assert became == ["new", "changed", "unchanged"]
    assert count_rows(engine)["current"] == 1
    assert len(list(find_events(engine, Filter(actor="KOR", recipient="PRK")))) == 1
    metadata.drop_all(engine)
    engine.dispose()
