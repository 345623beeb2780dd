"""`ingest` with addresses gets the articles they lead to, each once."""

from pathlib import Path

import pytest

from dragoman.fetch import Client, Dispatcher, Manners
from dragoman.fetch.collect import Collection
from dragoman.ingest import Arrival, Defaults, Failure
from dragoman.runner.trials.hand_clock import HandClock
from dragoman.runner.trials.site import Site, article, rss

TEXT = "\n".join(
    f"The talks between the two delegations went on for a {nth} day in the capital, officials said on Friday."
    for nth in ("first", "second", "third")
)


@pytest.fixture
def collection(client: Client, clock: HandClock) -> Collection:
    return Collection(Dispatcher(client.ask, clock, Manners(delay=1.0), threads=4), Defaults())


def titles(found: list[Arrival | Failure]) -> list[str | None]:
    return sorted(item.document.title or "" for item in found if isinstance(item, Arrival))  # type: ignore[return-value]


def failures(found: list[Arrival | Failure]) -> list[str]:
    return sorted(item.kind for item in found if isinstance(item, Failure))


def test_an_address_of_an_article_gives_it(site: Site, collection: Collection) -> None:
    url = site.put("/one", article("One", TEXT))
    (arrival,) = collection.fetch([url])
    assert isinstance(arrival, Arrival)
    assert (arrival.document.title, arrival.path, arrival.document.published) == ("One", url, "2024-06-14")


def test_a_feed_gives_the_articles_it_links_to_each_once(site: Site, collection: Collection) -> None:
    for name in ("one", "two"):
        site.put(f"/{name}", article(name, TEXT))
    feed = site.put(
        "/feed.xml", rss([("/one", "x"), ("/two?utm_source=rss", "y"), ("/gone", "z")]), "application/rss+xml"
    )
    site.put("/two?utm_source=rss", article("two", TEXT))
    found = list(collection.fetch([feed, f"{site.address}/one"]))
    assert titles(found) == ["one", "two"]
    assert failures(found) == ["http-404"]
    assert site.count("/one") == 1


def test_an_index_of_sitemaps_is_followed(site: Site, collection: Collection) -> None:
    site.put("/one", article("one", TEXT))
    site.put("/map.xml", "<urlset><url><loc>/one</loc></url></urlset>", "application/xml")
    index = site.put(
        "/index.xml", "<sitemapindex><sitemap><loc>/map.xml</loc></sitemap></sitemapindex>", "application/xml"
    )
    assert titles(list(collection.fetch([index]))) == ["one"]


def test_indices_that_lead_to_each_other_end(site: Site, collection: Collection) -> None:
    for name, other in (("a", "b"), ("b", "c"), ("c", "d"), ("d", "a")):
        site.put(f"/{name}.xml", f"<sitemapindex><sitemap><loc>/{other}.xml</loc></sitemap></sitemapindex>")
    assert failures(list(collection.fetch([f"{site.address}/a.xml"]))) == ["too-deep"]


def test_a_feed_on_disk_is_followed(tmp_path: Path, site: Site, collection: Collection) -> None:
    file = tmp_path / "feed.rss"
    file.write_text(rss([(site.put("/one", article("one", TEXT)), "x"), ("/relative", "y")]))
    found = list(collection.fetch([str(file), str(tmp_path / "none.rss")]))
    assert titles(found) == ["one"]
    assert failures(found) == ["bad-address", "unreadable"]


def test_what_the_feed_says_fills_in_what_the_page_does_not(site: Site, collection: Collection) -> None:
    page = article("One", TEXT).replace('property="article:published_time"', 'name="x"')
    site.put("/one", page)
    feed = site.put("/feed.xml", rss([("/one", "x")], dated="Thu, 13 Jun 2024 23:00:00 -0500"))
    (arrival,) = collection.fetch([feed])
    assert isinstance(arrival, Arrival)
    assert (arrival.document.published, arrival.dated_by) == ("2024-06-13", "metadata")


@pytest.mark.parametrize("through_feed", [True, False])
def test_a_feed_settles_between_the_days_a_page_gives(site: Site, collection: Collection, through_feed: bool) -> None:
    """Many pages give the day of the last change as a second day of publication."""
    url = site.put("/one", article("One", TEXT).replace("</head>", '<meta name="date" content="2024-07-20"></head>'))
    (found,) = collection.fetch([site.put("/feed.xml", rss([("/one", "x")])) if through_feed else url])
    if through_feed:
        assert isinstance(found, Arrival)
        assert found.document.published == "2024-06-14"
    else:
        assert isinstance(found, Failure)
        assert found.kind == "contradictory-dates"


def test_a_picture_is_no_page(site: Site, collection: Collection) -> None:
    assert failures(list(collection.fetch([site.put("/i", b"\x89PNG", "image/png")]))) == ["no-page"]
