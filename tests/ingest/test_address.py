"""Addresses that lead to one article are folded into one, and those of two articles are not."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dragoman.ingest.address import BadAddress, identity, is_address, own_address, same_site, tidy

ONE = "courier.example/world/galwan-clash"


@pytest.mark.parametrize(
    "url",
    [
        "https://courier.example/world/galwan-clash",
        "http://www.courier.example:80/world/galwan-clash/",
        "https://m.courier.example/world/galwan-clash?utm_source=rss&utm_campaign=x&fbclid=1",
        "https://mobile.courier.example/world/galwan-clash#comments",
        "https://courier.example/world/galwan-clash/amp",
        "https://courier.example/world/galwan-clash/amp/",
        "https://courier.example/amp/world/galwan-clash",
        "https://amp.courier.example/world/galwan-clash",
        "https://courier.example/world/galwan-clash?amp=1",
        "https://courier.example/world/galwan-clash?outputType=amp",
        "https://courier.example/world/galwan-clash.amp",
        "https://courier.example//world//galwan-clash?page=all",
        "HTTPS://COURIER.EXAMPLE/world/galwan-clash?at_medium=RSS&ref=feed",
        "https://www.google.com/amp/s/courier.example/world/galwan-clash/amp/",
        "https://courier-example.cdn.ampproject.org/c/s/courier.example/world/galwan-clash",
        "https://courier.example/world/galwan%2Dclash",
        "https://courier.example./world/galwan-clash",
    ],
)
def test_all_addresses_of_an_article_are_one(url: str) -> None:
    assert identity(url) == ONE


@pytest.mark.parametrize(
    "url",
    [
        "https://courier.example/world/galwan-clash-2",
        "https://courier.example/World/galwan-clash",
        "https://sport.courier.example/world/galwan-clash",
        "https://courier.example/world/galwan-clash?id=2",
        "https://courier.example/world/galwan-clash?page=2",
        "https://courier.example:8080/world/galwan-clash",
        "https://courier.example/world/amp/galwan-clash",
    ],
)
def test_addresses_of_other_articles_are_others(url: str) -> None:
    assert identity(url) != ONE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://a.example/read?cid=1", "https://a.example/read?cid=2"),
        ("https://a.example/?p=1", "https://a.example/?p=2"),
        ("https://a.example/news.php?uid=1", "https://a.example/news.php?uid=2"),
        ("https://a.example/x?id=1&s=2", "https://a.example/x?id=2&s=2"),
    ],
)
def test_parameters_that_name_the_article_are_kept(one: str, other: str) -> None:
    assert identity(one) != identity(other)
    assert tidy(one) != tidy(other)


def test_the_order_of_parameters_does_not_count() -> None:
    assert identity("https://a.example/x?b=2&a=1") == identity("https://a.example/x?a=1&b=2")


@pytest.mark.parametrize("host", ["m.co", "www.de", "amp.example"])
def test_a_host_of_two_labels_is_left_as_it_is(host: str) -> None:
    assert identity(f"https://{host}/x") == f"{host}/x"


def test_a_tidy_address_still_leads_to_the_page() -> None:
    url = "https://www.courier.example/m/a-b?id=7&utm_source=x&flag#top"
    assert tidy(url) == "https://www.courier.example/m/a-b?id=7&flag"
    assert tidy("https://bücher.example/ä ö") == "https://xn--bcher-kva.example/%C3%A4%20%C3%B6"
    assert tidy("https://[2606:4700::1]:8443/x") == "https://[2606:4700::1]:8443/x"


@pytest.mark.parametrize(
    ("declared", "fetched", "own"),
    [
        ("/a", "https://x.example/s/7", "https://x.example/a"),
        ("https://x.example/a?utm_source=q", "https://m.x.example/a", "https://x.example/a"),
        ("https://y.example/a", "https://x.example/b", "https://x.example/b"),
        ("https://x.example/", "https://x.example/b", "https://x.example/b"),
        ("https://x.example/?p=5", "https://x.example/b", "https://x.example/?p=5"),
        ("javascript:void(0)", "https://x.example/b", "https://x.example/b"),
        ("http://[broken", "https://x.example/b?ref=1", "https://x.example/b"),
        (None, "https://x.example/b#c", "https://x.example/b"),
    ],
)
def test_a_page_is_believed_about_its_own_address_within_its_site(declared: str | None, fetched: str, own: str) -> None:
    assert own_address(declared, fetched) == own


def test_hosts_below_each_other_are_one_site() -> None:
    assert same_site("https://amp.x.example/1", "https://x.example/1")
    assert same_site("https://news.x.example/1", "https://x.example/1")
    assert not same_site("https://ax.example/1", "https://x.example/1")


@pytest.mark.parametrize(
    "url", ["", "x", "ftp://a.example/", "http://", "https://u:p@a.example/", "http://a.example:x/"]
)
def test_what_is_no_address_is_said_to_be_none(url: str) -> None:
    with pytest.raises(BadAddress):
        tidy(url)


def test_an_address_is_told_from_a_file() -> None:
    assert is_address("HTTPS://a.example/")
    assert not is_address("news/https.txt")


@example(path="", query="\x0c#")  # a form feed at the end of the query
@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_is_an_address_or_said_to_be_none(path: str, query: str) -> None:
    for url in (path, f"https://a.example/{path}?{query}", f"https://{path}/{query}"):
        try:
            folded = identity(url)
            assert identity(tidy(url)) == folded
        except BadAddress:
            pass
