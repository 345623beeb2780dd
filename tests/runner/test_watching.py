"""Pages are fetched and kept: each article once, changed ones anew, failures with their reason."""

import pytest
from newsroom import HOUR, MINUTE, Newsroom, kinds, story

from dragoman.fetch import Answer, Client, Dispatcher, Limits, Manners, Request, Trouble
from dragoman.runner.trials.site import rss
from dragoman.runner.watch_settings import WatchSettings
from dragoman.store import count_rows
from dragoman.store.watch_feeds import sync_feeds

pytestmark = pytest.mark.usefixtures("toy_engine")


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
