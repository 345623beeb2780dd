"""Feeds are polled: none is lost, what goes wrong is declared, and silence is never shown as peace."""

from http.server import BaseHTTPRequestHandler

import pytest
from newsroom import FILLER, HOUR, MINUTE, Newsroom, kinds, story
from sqlalchemy import select

from dragoman.runner.health import judge
from dragoman.runner.trials.site import Site, rss
from dragoman.runner.watch_settings import WatchSettings
from dragoman.store import count_rows, find_gaps
from dragoman.store.watch_feeds import sync_feeds
from dragoman.store.watch_rows import WatchedFeed
from dragoman.store.watch_status import feed_health
from dragoman.store.watch_tables import watch_feeds, watch_pages

pytestmark = pytest.mark.usefixtures("toy_engine")


def test_a_feed_that_asks_to_wait_is_left_alone_for_as_long(room: Newsroom) -> None:
    room.publish(("/one", "KOR accuses PRK"))
    room.site.put("/feed.xml", "", status=429, headers={"Retry-After": "7200"})
    assert kinds(room.poll()) == ["unheard"]
    assert room.later(HOUR) == []
    room.publish(("/one", "KOR accuses PRK"))
    assert kinds(room.later(HOUR + MINUTE)) == ["heard", "new"]


def test_a_feed_that_fails_is_asked_ever_more_rarely_and_its_gap_is_declared(room: Newsroom) -> None:
    room.publish(("/one", "KOR accuses PRK"))
    room.poll()
    heard_at = room.clock.now()
    room.site.put("/feed.xml", "no", status=500)
    before = room.site.count("/feed.xml")
    for _ in range(4 * 24):
        room.later(15 * MINUTE)
    assert room.site.count("/feed.xml") - before < 12
    (health,) = feed_health(room.engine, room.clock.now())
    judged = judge(health, room.clock.now())
    assert (judged.verdict, health.failures > 3) == ("not heard", True)
    assert "answers 500" in judged.reason
    (gap,) = judged.lost
    assert gap.began <= heard_at
    assert gap.ended is None


@pytest.mark.parametrize(("afterwards", "bridged"), [(("/one", "/two"), True), (("/three", "/four"), False)])
def test_a_gap_is_bridged_when_the_feed_still_holds_what_was_known(
    room: Newsroom, afterwards: tuple[str, ...], bridged: bool
) -> None:
    room.publish(("/one", "KOR accuses PRK"))
    room.poll()
    room.site.put("/feed.xml", "no", status=500)
    room.later(HOUR)
    room.publish(*((path, "KOR meets PRK") for path in afterwards), stamp="Sat, 15 Jun 2024 08:00:00 GMT")
    room.later(24 * HOUR)
    (gap,) = find_gaps(room.engine)
    assert gap.ended == pytest.approx(room.clock.now(), abs=60)
    assert gap.bridged is bridged


def test_a_feed_that_tells_of_more_than_it_holds_has_a_gap_though_it_always_answers(room: Newsroom) -> None:
    room.publish(("/one", "KOR accuses PRK"))
    room.poll()
    room.publish(("/two", "KOR meets PRK"), stamp="Fri, 14 Jun 2024 08:20:00 GMT")
    room.later(30 * MINUTE)
    (gap,) = find_gaps(room.engine)
    assert gap.bridged is False
    assert "all its entries were new" in gap.reason


def test_a_time_in_which_nobody_watched_is_a_gap(room: Newsroom) -> None:
    room.publish(("/one", "KOR accuses PRK"))
    room.poll()
    room.publish(("/two", "KOR meets PRK"), stamp="Sat, 15 Jun 2024 08:00:00 GMT")
    room.later(24 * HOUR)
    (gap,) = find_gaps(room.engine)
    assert (gap.reason, gap.bridged) == ("nobody asked", False)


def test_a_broken_feed_gives_what_it_can_and_says_what_it_could_not(room: Newsroom) -> None:
    room.publish(("/one", "KOR accuses PRK"), ("/two", "KOR meets PRK"))
    whole = rss([("/one", "a"), ("/two", "b")]).replace("<title>a</title>", "<title>a <b>bold & brave</title>")
    room.site.put("/feed.xml", whole.removesuffix("</channel></rss>"))
    assert kinds(room.poll()) == ["heard", "new", "new"]
    (health,) = feed_health(room.engine, room.clock.now())
    assert "broken XML" in (health.last_error or "")


def test_silence_is_never_shown_as_peace(room: Newsroom) -> None:
    (feed,) = room.feeds
    sync_feeds(room.engine, room.feeds, room.clock.now())

    def verdict() -> str:
        (health,) = feed_health(room.engine, room.clock.now())
        return judge(health, room.clock.now()).verdict

    assert verdict() == "never heard"
    room.publish(("/one", "KOR accuses PRK"))
    room.poll()
    assert verdict() == "heard"
    room.clock.time += 4 * HOUR
    assert verdict() == "late"
    for _ in range(30):
        room.later(HOUR)
    assert verdict() == "silent"
    room.site.put("/feed.xml", rss([]))
    room.later(HOUR)
    assert verdict() == "empty"
    room.site.put("/feed.xml", "gone", status=410)
    room.later(HOUR)
    assert verdict() == "not heard"
    assert feed.url.endswith("/feed.xml")


def test_an_index_of_sitemaps_is_watched_with_the_sitemaps_it_names(room: Newsroom) -> None:
    room.publish(("/one", "KOR accuses PRK"), ("/old", "KOR meets PRK"))
    room.site.put(
        "/feed.xml",
        "<sitemapindex><sitemap><loc>/news.xml</loc></sitemap>"
        "<sitemap><loc>/2019.xml</loc><lastmod>2019-12-31</lastmod></sitemap></sitemapindex>",
    )
    room.site.put(
        "/news.xml",
        "<urlset><url><loc>/one</loc><lastmod>2024-06-14T07:00:00Z</lastmod></url>"
        "<url><loc>/old</loc><lastmod>2020-01-01</lastmod></url></urlset>",
    )
    assert kinds(room.poll()) == ["heard", "heard", "new"]
    assert room.docs().keys() == {"one"}
    assert room.site.count("/2019.xml") == 0
    assert kinds(room.later(HOUR)) == ["unchanged", "unchanged"]


def test_an_article_that_only_the_feed_holds_is_read_from_it(room: Newsroom) -> None:
    text = "".join(
        f"<p>{line}</p>" for line in ("KOR accuses PRK of walking out of the talks.", *FILLER.splitlines() * 3)
    )
    body = text.replace("<", "&lt;")
    room.site.put(
        "/feed.xml",
        '<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>urn:17</id><title>Seventeen</title>'
        f'<updated>2024-06-14T07:00:00Z</updated><content type="html">{body}</content></entry></feed>',
    )
    assert kinds(room.poll()) == ["heard", "new"]
    (line,) = room.docs().values()
    assert line.startswith("KOR accuses PRK")


@pytest.mark.parametrize(
    ("header", "meta", "encoding"),
    [
        ("text/html; charset=iso-8859-1", "utf-8", "utf-8"),
        ("text/html; charset=utf-8", "windows-1251", "windows-1251"),
        ("text/html; charset=iso-8859-1", "windows-1251", "windows-1251"),
        ("text/html; charset=windows-1251", None, "windows-1251"),
        ("text/html", "windows-1251", "windows-1251"),
        ("text/html; charset=nonsense", None, "utf-8"),
    ],
)
def test_a_wrong_word_about_the_encoding_does_not_garble_an_article(
    room: Newsroom, header: str, meta: str | None, encoding: str
) -> None:
    page = story("Переговоры", "KOR accuses PRK. Стороны обсудили соглашение")
    page = page.replace('<meta charset="utf-8">', "" if meta is None else f'<meta charset="{meta}">')
    room.publish(("/one", "x"))
    room.site.put("/one", page.encode(encoding), header)
    assert "new" in kinds(room.poll())
    assert "Стороны обсудили соглашение" in room.docs()["one"]


def test_what_is_fetched_is_taken_up_where_it_was_left(room: Newsroom) -> None:
    """Whoever comes after a watch that ended in the middle finds the pages due that it did not keep."""
    room.publish(*((f"/{n}", f"KOR accuses PRK {n}") for n in range(6)))
    sync_feeds(room.engine, room.feeds, room.clock.now())
    running = room.watch().run(once=True)
    seen = [next(running) for _ in range(3)]
    running.close()
    assert kinds(seen) == ["heard", "new", "new"]
    assert kinds(room.later(HOUR)) == ["new"] * 4 + ["unchanged"]
    assert count_rows(room.engine)["documents"] == 6


def test_a_feed_that_is_taken_out_of_the_list_is_not_asked_again(room: Newsroom) -> None:
    room.publish(("/one", "KOR accuses PRK"))
    room.poll()
    other = room.site.put("/other.xml", rss([("/one", "t")]))
    room.feeds = [WatchedFeed(other, "Other", 15 * MINUTE)]
    assert kinds(room.later(HOUR)) == ["heard"]
    with room.engine.connect() as connection:
        watched = {row.url: row.watched for row in connection.execute(select(watch_feeds))}
    assert list(watched.values()) == [False, True]
    assert room.site.count("/feed.xml") == 1


def test_an_article_that_two_feeds_name_is_fetched_once(room: Newsroom) -> None:
    room.publish(("/one", "KOR accuses PRK"))
    room.feeds.append(WatchedFeed(room.site.put("/second.xml", rss([("/one", "t")])), "Second", 15 * MINUTE))
    assert kinds(room.poll()) == ["heard", "heard", "new"]
    assert room.site.count("/one") == 1


def test_for_ever_means_that_feeds_are_polled_when_they_are_due(room: Newsroom) -> None:
    room.publish(("/one", "KOR accuses PRK"))
    sync_feeds(room.engine, room.feeds, room.clock.now())
    begun = room.clock.now()
    running = room.watch().run()
    told = [next(running) for _ in range(6)]
    running.close()
    assert [one.kind for one in told] == ["heard", "new", *["unchanged"] * 4]
    assert room.clock.now() - begun == pytest.approx(4 * 15 * MINUTE, abs=MINUTE)


def test_a_slow_feed_keeps_no_other_waiting(room: Newsroom) -> None:
    def dawdle(handler: BaseHTTPRequestHandler) -> None:
        import time

        time.sleep(2)

    room.pause = 0.0
    room.publish(("/one", "KOR accuses PRK"))
    with Site() as other:
        room.feeds.append(WatchedFeed(other.behave("/slow.xml", dawdle), "Slow", 15 * MINUTE))
        told = room.poll()
    assert kinds(told) == ["heard", "new", "unheard"]
    assert told[-1].kind == "unheard"


def test_a_page_is_asked_for_again_with_its_validators(room: Newsroom) -> None:
    room.settings = WatchSettings(recheck=(HOUR,), chance=lambda: 0.0)
    room.publish(("/one", "KOR accuses PRK"))
    room.poll()
    with room.engine.connect() as connection:
        etag = connection.execute(select(watch_pages.c.etag)).scalar_one()
    room.later(2 * HOUR)
    asked = [one.headers.get("if-none-match") for one in room.site.asked if one.path == "/one"]
    assert asked == [None, etag]
