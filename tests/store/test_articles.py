"""Current articles are read with their events, and with what they belong to where the store keeps that."""

import json

import pytest
from arriving import arrival, put
from sqlalchemy import Engine, text

from dragoman.store import Filter, read_articles

pytestmark = pytest.mark.usefixtures("toy_engine")


def test_current_articles_come_with_their_events_in_the_order_of_their_text(engine: Engine) -> None:
    put(engine, arrival("b", "KOR meets CHN"), arrival("a", "murmur"), arrival("b", "KOR accuses PRK, KOR meets PRK"))
    first, second = read_articles(engine)
    assert (first.doc, first.events, first.replaces) == ("a", (), None)
    assert [json.loads(event.payload)["event"] for event in second.events] == [["ACCUSE"], ["CONSULT"]]
    assert second.replaces is not None
    assert json.loads(second.arrived)["text"] == "KOR accuses PRK, KOR meets PRK"
    assert (second.story, second.events[0].incident) == (second.id, None), "an article like no other is its own story"


@pytest.fixture
def two_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dragoman.store.articles._AT_ONCE", 2)


@pytest.mark.usefixtures("two_at_once")
@pytest.mark.parametrize("count", [3, 4])
def test_more_articles_than_are_read_at_once_all_come_once(engine: Engine, count: int) -> None:
    put(engine, *(arrival(str(n), "KOR accuses PRK") for n in range(count)))
    found = list(read_articles(engine))
    assert [article.doc for article in found] == [str(n) for n in range(count)]
    assert {len(article.events) for article in found} == {1}


def test_days_bound_events_or_articles(engine: Engine) -> None:
    put(engine, *(arrival(day, "KOR accuses PRK", day) for day in ("2024-06-14", "2024-06-16")), arrival("x", "murmur"))
    found = read_articles(engine, Filter(first="2024-06-15"))
    assert {article.doc: len(article.events) for article in found} == {"2024-06-14": 0, "2024-06-16": 1, "x": 0}
    assert [article.doc for article in read_articles(engine, first="2024-06-15")] == ["2024-06-16"]
    assert [article.doc for article in read_articles(engine, last="2024-06-15")] == ["2024-06-14", "x"]


@pytest.mark.usefixtures("two_at_once")
def test_an_article_written_meanwhile_is_not_seen(engine: Engine) -> None:
    put(engine, *(arrival(str(n), "murmur") for n in range(3)))
    reading = read_articles(engine)
    next(reading)
    put(engine, arrival("9", "murmur"))
    assert [article.doc for article in reading] == ["1", "2"]


def test_stories_and_incidents_are_told_where_the_store_keeps_them(engine: Engine) -> None:
    put(engine, arrival("a", "KOR accuses PRK"), arrival("b", "murmur"))
    with engine.begin() as connection:
        for table, columns in (("story_members", "story"), ("incident_events", "event TEXT, incident")):
            connection.execute(text(f"DROP TABLE IF EXISTS {table}"))
            connection.execute(text(f"CREATE TABLE {table} (document TEXT, {columns} TEXT)"))
        of_event = "SELECT document, id, 'i1' FROM events"
        connection.execute(text(f"INSERT INTO incident_events (document, event, incident) {of_event}"))
        connection.execute(text("INSERT INTO story_members (document, story) SELECT id, 's1' FROM documents"))
        connection.execute(text("DELETE FROM story_members WHERE document NOT IN (SELECT document FROM events)"))
    first, second = read_articles(engine)
    assert (first.story, first.events[0].incident) == ("s1", "i1")
    assert second.story is None
