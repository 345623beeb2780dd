"""What is heard of feeds is kept with what it names, all of it or nothing, on every kind of database."""

from collections.abc import Callable

import pytest
from sqlalchemy import Connection, Engine

from dragoman.store import find_gaps, watch_feeds
from dragoman.store.rows import FailureRow
from dragoman.store.watch_feeds import due_feeds, feed_failed, feed_heard, next_due, sync_feeds
from dragoman.store.watch_pages import due_pages, holders, page_failed, page_later, page_read
from dragoman.store.watch_rows import FeedHeard, Link, PageRead, WatchedFeed
from dragoman.store.watch_status import feed_health

FEED = WatchedFeed("https://courier.example/rss", "Courier", 900.0, "en")
NOW = 1_718_352_000.25


def link(
    name: str, *, stamp: str | None = None, old: bool = False, taken: bool = True, host: str = "c.example"
) -> Link:
    return Link(f"{host}/{name}", f"https://{host}/{name}", host, "{}", stamp, old, taken)


def heard(*links: Link, now: float = NOW, etag: str | None = '"1"') -> FeedHeard:
    return FeedHeard(links, now, now + 900.0, etag)


@pytest.fixture
def watched(engine: Engine) -> Engine:
    sync_feeds(engine, [FEED], NOW)
    return engine


def test_a_feed_is_due_at_once_and_then_when_its_time_has_come(watched: Engine) -> None:
    (due,) = due_feeds(watched, NOW)
    assert (due.url, due.language, due.last_success) == (FEED.url, "en", None)
    feed_heard(watched, FEED.url, heard(link("1")))
    assert due_feeds(watched, NOW + 899.0) == []
    assert [feed.etag for feed in due_feeds(watched, NOW + 900.0)] == ['"1"']
    assert [feed.url for feed in due_feeds(watched, NOW, early=True)] == [FEED.url]
    assert next_due(watched, NOW) == NOW + 900.0


def test_pages_are_due_once_however_often_they_are_named(watched: Engine) -> None:
    assert feed_heard(watched, FEED.url, heard(link("1"), link("2"), link("1"))) == (2, 0)
    assert feed_heard(watched, FEED.url, heard(link("2"), link("3"), now=NOW + 900)) == (1, 0)
    assert sorted(page.url[-1] for page in due_pages(watched, NOW + 900)) == ["1", "2", "3"]


def test_a_page_with_another_stamp_is_due_again(watched: Engine) -> None:
    feed_heard(watched, FEED.url, heard(link("1", stamp="a")))
    (page,) = due_pages(watched, NOW)
    page_read(watched, page.id, PageRead("done", NOW, None, 0, digest="d", doc="c.example/1"))
    assert due_pages(watched, NOW + 9000) == []
    assert feed_heard(watched, FEED.url, heard(link("1", stamp="a"), now=NOW + 900)) == (0, 0)
    assert feed_heard(watched, FEED.url, heard(link("1", stamp="b"), now=NOW + 1800)) == (0, 1)
    (again,) = due_pages(watched, NOW + 1800)
    assert (again.state, again.digest, again.language) == ("done", "d", "en")
    assert [one.digest for one in holders(watched, "c.example/1")] == ["d"]


def test_validators_and_pages_are_kept_together_or_not_at_all(watched: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    """A kill between the two would let the feed say "not changed" of pages that nobody wrote down."""

    def stopped(connection: Connection, *_: object, **__: object) -> None:
        raise KeyboardInterrupt

    for step in ("_take_links", "_close_gap"):
        with monkeypatch.context() as patch:
            patch.setattr(watch_feeds, step, stopped)
            with pytest.raises(KeyboardInterrupt):
                feed_heard(watched, FEED.url, heard(link("1")))
        assert due_pages(watched, NOW) == []
        assert [feed.etag for feed in due_feeds(watched, NOW)] == [None]


def test_a_host_with_many_pages_leaves_room_for_others(watched: Engine) -> None:
    many = [link(str(number), host="big.example") for number in range(30)]
    feed_heard(watched, FEED.url, heard(*many, link("1", host="small.example")))
    assert len(due_pages(watched, NOW, limit=10)) == 10
    assert [page.host for page in due_pages(watched, NOW, without=["big.example"])] == ["small.example"]


def test_a_page_that_fails_is_due_later_and_at_last_a_failure(watched: Engine) -> None:
    feed_heard(watched, FEED.url, heard(link("1")))
    (page,) = due_pages(watched, NOW)
    page_later(watched, page.id, "answers 500", NOW + 60)
    page_later(watched, page.id, "its host is left alone", NOW + 90, counts=False)
    assert due_pages(watched, NOW + 89) == []
    assert [one.tries for one in due_pages(watched, NOW + 90)] == [1]
    page_failed(watched, page.id, FailureRow("http-404", page.url, None, None, None, "answers 404", ""))
    assert due_pages(watched, NOW + 1e9) == []
    (health,) = feed_health(watched, NOW)
    assert health.pages == {"failed": 1}


@pytest.mark.parametrize(
    ("answer", "bridged"),
    [
        (lambda: heard(link("1"), link("2"), now=NOW + 9000), True),
        (lambda: heard(link("2"), link("0", old=True, taken=False), now=NOW + 9000), True),
        (lambda: FeedHeard(None, NOW + 9000, NOW + 9900), True),
        (lambda: heard(link("2"), link("3"), now=NOW + 9000), False),
    ],
)
def test_a_gap_ends_with_the_next_answer_and_is_bridged_where_that_reaches_back(
    watched: Engine, answer: Callable[[], FeedHeard], bridged: bool
) -> None:
    feed_heard(watched, FEED.url, heard(link("1")))
    feed_failed(watched, FEED.url, "answers 500", NOW + 900, NOW + 1800)
    feed_failed(watched, FEED.url, "took too long", NOW + 1800, NOW + 3600)
    (gap,) = find_gaps(watched)
    assert (gap.began, gap.ended, gap.reason, gap.bridged) == (NOW, None, "answers 500", None)
    feed_heard(watched, FEED.url, answer())
    (gap,) = find_gaps(watched)
    assert (gap.ended, gap.bridged) == (NOW + 9000, bridged)
    assert find_gaps(watched, first=NOW + 9001) == []
    assert find_gaps(watched, last=NOW - 1) == []


def test_a_feed_that_was_never_heard_has_a_gap_since_it_was_listed(watched: Engine) -> None:
    feed_failed(watched, FEED.url, "answers 500", NOW + 900, NOW + 1800)
    (health,) = feed_health(watched, NOW + 900)
    assert (health.failures, health.last_success, [gap.began for gap in health.gaps]) == (1, None, [NOW])
