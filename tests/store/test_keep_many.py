"""Many documents kept at once are kept as if one after the other."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, select, text

from dragoman.store import (
    Coded,
    DocumentRow,
    EventRow,
    FailureRow,
    PartyRow,
    RefusalRow,
    find_articles,
    keep,
    keep_failure,
    keep_many,
    open_store,
)
from dragoman.store.rows import digest
from dragoman.store.tables import metadata


def coded(doc: str, body: str, coder: str = "1", *, fails: bool = False, line: int = 1) -> Coded:
    """Make a document with two events (told twice), a refusal, and if it fails a failure."""
    id_ = digest(f"{doc}/{body}".encode())
    document = DocumentRow(
        id=id_, doc=doc, coder=coder, path="news.jsonl", line=line, language="en", language_basis="given",
        published=None, published_basis="unknown", title="Talks\0", url=None, source=None, text=body, arrived="{}",
        provenance="[]", error="boom" if fails else None,
    )  # fmt: skip
    sides = (PartyRow("actor", 0, "KOR", "GOV", None), PartyRow("recipient", 0, "PRK", None, "North Korea"))
    told = [
        EventRow(f"{id_[:8]}{n}", n, "ACCUSE", None, "actual", False, None, None, 3, -2.5, None, True, "{}", sides)
        for n in (0, 1, 1)
    ]
    refused = (RefusalRow(0, "no-actor", "accuse", 0, 0, 5, f"said {coder}"),)
    failure = FailureRow("not-coded", "news.jsonl", line, None, doc, "boom", "") if fails else None
    return Coded(document, () if fails else tuple(told), () if fails else refused, failure)


def snapshot(engine: Engine) -> list[list[str]]:
    with engine.connect() as connection:
        held = [sorted(map(repr, connection.execute(select(table)))) for table in metadata.sorted_tables]
        return [*held, sorted(connection.execute(text("SELECT document FROM searchable")).scalars())]


ITEMS = st.builds(
    coded,
    st.sampled_from("abc"),
    st.sampled_from(["Seoul accused", "Pyongyang met"]),
    st.sampled_from("12"),
    fails=st.booleans(),
    line=st.integers(1, 2),
)


@pytest.fixture(scope="module")
def emptied(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Engine, Engine]]:
    folder: Path = tmp_path_factory.mktemp("stores")
    pair = open_store(str(folder / "one.db")), open_store(str(folder / "other.db"))
    yield pair
    for engine in pair:
        engine.dispose()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.lists(ITEMS, max_size=5), max_size=4), st.integers(1, 2))
def test_it_is_as_if_one_after_the_other(
    emptied: tuple[Engine, Engine], batches: list[list[Coded]], broken: int
) -> None:
    one, other = emptied
    for engine in emptied:
        with engine.connect().execution_options(writes=True) as connection, connection.begin():
            for table in reversed(metadata.sorted_tables):
                connection.execute(text(f"DELETE FROM {'searchable' if table.name == 'documents' else table.name}"))
            connection.execute(text("UPDATE documents SET replaces = NULL"))
            connection.execute(text("DELETE FROM documents"))
        keep_failure(engine, FailureRow("broken-json", "news.jsonl", broken, None, None, "is not JSON", ""))
    for batch in batches:
        expected = [keep(one, item.document, item.found, item.refused, item.failure) for item in batch]
        assert keep_many(other, batch) == expected
    assert snapshot(one) == snapshot(other)


def test_a_batch_of_all_sorts_is_kept(engine: Engine) -> None:
    assert keep_many(engine, []) == []
    assert keep_many(engine, [coded("a", "Seoul accused"), coded("b", "Seoul met", fails=True)]) == ["new", "new"]
    again = [
        coded("a", "Seoul accused"), coded("a", "Seoul praised"), coded("b", "Seoul met"), coded("c", "미국 대선"),
        coded("c", "미국 대선"), coded("d", "murmur", fails=True),
    ]  # fmt: skip
    assert keep_many(engine, again) == ["unchanged", "changed", "recoded", "new", "unchanged", "new"]
    assert [article.doc for article in find_articles(engine, "seoul")] == ["a", "b"]
    assert [article.doc for article in find_articles(engine, "대선")] == ["c"]
    counts = [len(rows) for rows in snapshot(engine)]
    names = [table.name for table in metadata.sorted_tables]
    held = dict(zip(names, counts, strict=False))
    assert (held["documents"], held["events"], held["parties"]) == (5, 8, 16)
    assert (held["refusals"], held["failures"]) == (4, 1)


def test_a_batch_that_fails_keeps_nothing(engine: Engine) -> None:
    bad = coded("b", "x")
    broken = Coded(bad.document, bad.found, (*bad.refused, *bad.refused))
    with pytest.raises(Exception, match="refusals"):
        keep_many(engine, [coded("a", "x"), broken])
    assert not any(snapshot(engine))


def test_two_that_keep_the_same_at_once_keep_it_once(engine: Engine, store_url: str) -> None:
    batch = [coded(str(n), "Seoul accused Pyongyang") for n in range(40)]
    became: list[list[str]] = []

    def write(items: list[Coded]) -> None:
        own = open_store(store_url)
        became.append(list(keep_many(own, items)))
        own.dispose()

    writers = [threading.Thread(target=write, args=(items,)) for items in (batch, batch[::-1], batch)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert sorted(kinds[0] for kinds in became) == ["new", "unchanged", "unchanged"]
    assert len(find_articles(engine, "Seoul", limit=100)) == 40
