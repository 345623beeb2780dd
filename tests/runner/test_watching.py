"""Feeds are polled and their articles kept: each once, changed ones anew, none lost, and nothing hushed up."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from sqlalchemy import Engine, select

from dragoman.fetch import Answer, Client, Dispatcher, Limits, Manners, Request, Trouble
from dragoman.runner import CodingTask
from dragoman.runner.health import judge
from dragoman.runner.trials.hand_clock import HandClock
from dragoman.runner.trials.site import Site, article, rss
from dragoman.runner.watch_settings import Told, WatchSettings
from dragoman.runner.watching import Watch
from dragoman.store import count_rows, find_gaps, open_store
from dragoman.store.tables import documents, failures
from dragoman.store.watch_feeds import sync_feeds
from dragoman.store.watch_rows import WatchedFeed
from dragoman.store.watch_status import feed_health
from dragoman.store.watch_tables import watch_feeds, watch_pages

pytestmark = pytest.mark.usefixtures("toy_engine")

FILLER = "\n".join(
    f"The talks between the two delegations went on for a {nth} day in the capital, officials said on Friday."
    for nth in ("first", "second", "third")
)
MINUTE, HOUR = 60.0, 3600.0


class Newsroom:
    """A store, a site and a watch over its feed; `poll` asks once as `--once` does."""

    def __init__(self, engine: Engine, site: Site, clock: HandClock) -> None:
        self.engine, self.site, self.clock = engine, site, clock
        limits = Limits(total=1.0, silence=0.5, connect=1.0, size=200_000)
        self.client = Client(limits, allow_private=True, now=clock.now)
        self.settings, self.pause = WatchSettings(recheck=(), chance=lambda: 0.0), 1.0
        self.feeds = [WatchedFeed(f"{site.address}/feed.xml", "Courier", 15 * MINUTE)]

    def watch(self) -> Watch:
        dispatcher = Dispatcher(self.client.ask, self.clock, Manners(delay=self.pause), threads=4)
        return Watch(self.engine, dispatcher, CodingTask(object(), "coding"), "1", self.settings)  # type: ignore[arg-type]

    def poll(self) -> list[Told]:
        sync_feeds(self.engine, self.feeds, self.clock.now())
        return list(self.watch().run(once=True))

    def later(self, seconds: float) -> list[Told]:
        self.clock.time += seconds
        return self.poll()

    def publish(self, *stories: tuple[str, str], stamp: str = "Fri, 14 Jun 2024 08:00:00 GMT") -> None:
        """Put articles on the site, by path, and a feed of them."""
        for path, text in stories:
            self.site.put(path, story(path, text))
        self.site.put("/feed.xml", rss([(path, path) for path, _ in stories], dated=stamp), "application/rss+xml")

    def docs(self) -> dict[str, str]:
        """Return the current documents: id without the host, and the line that tells the event."""
        with self.engine.connect() as connection:
            rows = connection.execute(select(documents.c.doc, documents.c.text).where(documents.c.current))
            return {row.doc.partition("/")[2]: row.text.splitlines()[1] for row in rows}

    def errors(self) -> dict[str, str]:
        with self.engine.connect() as connection:
            rows = connection.execute(select(failures.c.path, failures.c.kind))
            return {row.path.removeprefix(self.site.address): row.kind for row in rows}


def story(title: str, text: str, canonical: str | None = None) -> str:
    return article(title, f"{text} at the start of the talks in the capital on Friday.\n{FILLER}", canonical=canonical)


def kinds(told: list[Told]) -> list[str]:
    return sorted(one.kind for one in told)


@pytest.fixture
def room(tmp_path: Path, site: Site, clock: HandClock) -> Iterator[Newsroom]:
    engine = open_store(f"sqlite:///{tmp_path / 'news.db'}")
    yield Newsroom(engine, site, clock)
    engine.dispose()


def test_what_a_feed_links_to_is_coded_and_the_same_again_changes_nothing(room: Newsroom) -> None:
    room.publish(("/one", "KOR accuses PRK"), ("/two", "KOR meets PRK"))
    assert kinds(room.poll()) == ["heard", "new", "new"]
    assert set(room.docs()) == {"one", "two"}
    before = count_rows(room.engine)
    assert kinds(room.later(HOUR)) == ["unchanged"]
    assert count_rows(room.engine) == before
    assert (before["documents"], before["events"]) == (2, 2)
    assert room.site.count("/one") == 1


def test_links_are_resolved_and_variants_of_an_address_are_one_article(room: Newsroom) -> None:
    host = room.site.address
    links = [
        "world/one?utm_source=rss&utm_medium=x",
        "/world/one?fbclid=17#top",
        f"{host}/world/one/amp",
        f"{host}//world/one/",
    ]
    room.site.put("/feed.xml", rss([(link.replace("&", "&amp;"), "t") for link in links]))
    for path in ("/world/one", "/world/one/amp", "//world/one/"):
        room.site.put(path, story("t", "KOR accuses PRK"))
    assert kinds(room.poll()) == ["heard", "new"]
    assert room.docs().keys() == {"world/one"}


def test_an_article_under_two_addresses_that_names_one_of_them_is_kept_once(room: Newsroom) -> None:
    room.site.put("/feed.xml", rss([("/a-17", "t"), ("/s/17", "t")]))
    for path in ("/a-17", "/s/17"):
        room.site.put(path, story("t", "KOR accuses PRK", canonical="/a-17"))
    assert kinds(room.poll()) == ["double", "heard", "new"]
    assert count_rows(room.engine)["documents"] == 1


def test_pages_that_all_declare_one_address_are_kept_apart(room: Newsroom) -> None:
    room.site.put("/feed.xml", rss([("/1", "a"), ("/2", "b"), ("/latest", "c")]))
    for path, title, text in (
        ("/1", "a", "KOR accuses PRK"),
        ("/2", "b", "KOR meets PRK"),
        ("/latest", "c", "USA meets PRK"),
    ):
        room.site.put(path, story(title, text, canonical="/latest"))
    assert kinds(room.poll()) == ["heard", "new", "new", "new"]
    assert len(room.docs()) == 3


def test_a_page_may_not_speak_for_another_site_nor_for_the_front_page(room: Newsroom) -> None:
    room.site.put("/feed.xml", rss([("/1", "a"), ("/2", "b")]))
    room.site.put("/1", story("a", "KOR accuses PRK", canonical="https://elsewhere.example/1"))
    room.site.put("/2", story("b", "KOR meets PRK", canonical="/"))
    room.poll()
    assert room.docs().keys() == {"1", "2"}


def test_a_changed_article_is_a_new_version_when_the_feed_says_so(room: Newsroom) -> None:
    room.publish(("/one", "KOR accuses PRK"))
    room.poll()
    room.publish(("/one", "KOR meets PRK"), stamp="Fri, 14 Jun 2024 10:00:00 GMT")
    assert kinds(room.later(2 * HOUR)) == ["changed", "heard"]
    held = count_rows(room.engine)
    assert (held["documents"], held["current"]) == (2, 1)
    assert room.docs()["one"].startswith("KOR meets PRK")


def test_a_changed_article_is_found_by_looking_again(room: Newsroom) -> None:
    room.settings = WatchSettings(recheck=(HOUR, 5 * HOUR), chance=lambda: 0.0)
    room.publish(("/one", "KOR accuses PRK"), ("/two", "USA meets PRK"))
    room.poll()
    room.site.put("/one", story("/one", "KOR meets PRK"))
    assert kinds(room.later(2 * HOUR)) == ["changed", "same", "unchanged"]
    assert kinds(room.later(2 * HOUR)) == ["unchanged"]
    assert kinds(room.later(5 * HOUR)) == ["same", "same", "unchanged"]
    assert kinds(room.later(50 * HOUR)) == ["unchanged"]


def test_what_changes_around_an_article_makes_no_version_of_it(room: Newsroom) -> None:
    room.publish(("/one", "KOR accuses PRK"))
    room.poll()
    page = story("/one", "KOR accuses PRK").replace("Another story", "Quite another story")
    room.publish(("/one", ""), stamp="Fri, 14 Jun 2024 10:00:00 GMT")
    room.site.put("/one", page.replace('content="2024-06-14T08', 'content="2024-06-14T09'))
    assert kinds(room.later(2 * HOUR)) == ["heard", "same"]
    assert count_rows(room.engine)["documents"] == 1


def test_a_page_that_fails_is_tried_again_with_growing_pauses_and_then_given_up(room: Newsroom) -> None:
    room.publish(("/one", "KOR accuses PRK"))
    room.site.put("/one", "broken", status=500)
    asked, told = [], room.poll()
    for _ in range(40):
        if "failed" in kinds(told):
            break
        before = room.site.count("/one")
        told = room.later(10 * MINUTE)
        if room.site.count("/one") > before:
            asked.append(room.clock.now())
    assert room.errors() == {"/one": "http-500"}
    pauses = [b - a for a, b in zip(asked, asked[1:], strict=False)]
    assert pauses == sorted(pauses)
    assert room.site.count("/one") == room.settings.tries
    assert room.later(100 * HOUR) is not None
    assert room.site.count("/one") == room.settings.tries


def test_a_page_that_recovers_leaves_no_failure(room: Newsroom) -> None:
    room.publish(("/one", "KOR accuses PRK"))
    room.site.put("/one", "broken", status=503)
    assert kinds(room.poll()) == ["heard", "later"]
    room.publish(("/one", "KOR accuses PRK"))
    assert "new" in kinds(room.later(HOUR))
    assert room.errors() == {}


@pytest.mark.parametrize(
    ("body", "status", "headers", "kind"),
    [
        ("gone", 410, {}, "http-410"),
        ("<html><body><p>No.</p></body></html>", 200, {}, None),
        ("x" * 300_000, 200, {}, "too-large"),
        ("", 302, {"Location": "file:///etc/passwd"}, "bad-redirect"),
        ("%PDF-1.4", 200, {"Content-Type": "application/pdf"}, "no-page"),
    ],
)
def test_a_page_that_is_no_use_is_a_failure_that_is_kept_and_the_others_arrive(
    room: Newsroom, body: str, status: int, headers: dict[str, str], kind: str | None
) -> None:
    room.publish(("/bad", "x"), ("/good", "KOR accuses PRK"))
    content_type = headers.pop("Content-Type", "text/html")
    room.site.put("/bad", body, content_type, status=status, headers=headers)
    assert kinds(room.poll()) == ["failed", "heard", "new"]
    assert room.errors().keys() == {"/bad"}
    assert kind is None or room.errors()["/bad"] == kind


def test_a_redirect_to_a_private_address_is_not_followed(room: Newsroom) -> None:
    room.publish(("/one", "KOR accuses PRK"))
    watch = room.watch()
    sync_feeds(room.engine, room.feeds, room.clock.now())
    careful = Client(Limits(total=1.0), now=room.clock.now)
    feed = room.feeds[0].url

    def ask(request: Request) -> Answer | Trouble:
        return (room.client if request.url == feed else careful).ask(request)

    watch.dispatcher = Dispatcher(ask, room.clock, Manners(delay=0.0, robots=False))
    assert kinds(list(watch.run(once=True))) == ["failed", "heard"]
    assert room.errors() == {"/one": "private-address"}
    assert room.site.count("/one") == 0


def test_robots_txt_that_forbids_an_article_is_a_failure_with_its_reason(room: Newsroom) -> None:
    room.publish(("/private/one", "KOR accuses PRK"), ("/two", "KOR meets PRK"))
    room.site.put("/robots.txt", "User-agent: *\nDisallow: /private\n", "text/plain")
    assert kinds(room.poll()) == ["failed", "heard", "new"]
    assert room.errors() == {"/private/one": "robots"}
    assert room.site.count("/private/one") == 0


def test_while_robots_txt_fails_nothing_is_lost(room: Newsroom) -> None:
    room.publish(("/one", "KOR accuses PRK"))
    room.site.put("/robots.txt", "x", "text/plain", status=500)
    assert kinds(room.poll()) == ["unheard"]
    assert room.site.count("/feed.xml") == 0
    del room.site.pages["/robots.txt"]
    assert kinds(room.later(HOUR)) == ["heard", "new"]


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
