"""Feeds of every kind tell of their articles, and broken ones of as many as they can."""

import gzip
from pathlib import Path

import pytest

from dragoman.ingest import Arrival, Defaults, Failure, Unreadable, read_inputs
from dragoman.ingest.feed import is_feed, read_feed
from dragoman.ingest.feed_entry import Entry, day_of

HERE = "https://courier.example/rss/all.xml"
ITEM = "<item><title>A &amp;amp; B</title><link>/a</link><guid isPermaLink='false'>17</guid>{}</item>"


def entries(text: str | bytes) -> tuple[Entry, ...]:
    return read_feed(text if isinstance(text, bytes) else text.encode(), HERE).entries


def rss(*items: str) -> str:
    opening = "<?xml version='1.0'?><rss version='2.0' xmlns:content='c' xmlns:dc='d'>"
    return f"{opening}<channel>{''.join(items)}</channel></rss>"


def test_an_rss_item_gives_link_title_day_and_writer() -> None:
    more = "<pubDate>Fri, 14 Jun 2024 01:30:00 +0700</pubDate><dc:creator>Anita Rao</dc:creator>"
    (entry,) = entries(rss(ITEM.format(more)))
    assert (entry.url, entry.title, entry.byline) == ("https://courier.example/a", "A & B", "Anita Rao")
    assert entry.moment == 1718303400.0


def test_the_day_of_publication_is_the_day_where_the_paper_is() -> None:
    """Half past one in Jakarta is the evening before in Greenwich, and no paper would say so."""
    assert day_of("Fri, 14 Jun 2024 01:30:00 +0700") == "2024-06-14"
    assert day_of("2024-06-14T01:30:00+07:00") == "2024-06-14"
    assert day_of("2024-06-14T23:30:00Z") == "2024-06-14"


@pytest.mark.parametrize("value", ["14/06/2024", "06/07/24", "14 Juni 2024", "soon", "", "2024-02-30", "9999999999999"])
def test_a_date_that_is_unsure_is_no_date(value: str) -> None:
    assert day_of(value) is None


def test_a_guid_is_the_link_only_where_it_says_so() -> None:
    permanent = "<item><guid>https://courier.example/p</guid></item>"
    other = "<item><guid isPermaLink='false'>https://courier.example/q</guid></item>"
    read = read_feed(rss(permanent, other).encode(), HERE)
    assert [entry.url for entry in read.entries] == ["https://courier.example/p"]
    assert [failure.kind for failure in read.failures] == ["broken-entry"]


def test_an_atom_entry_gives_the_link_to_the_page() -> None:
    (entry,) = entries(
        "<feed xmlns='http://www.w3.org/2005/Atom'><entry><id>urn:1</id><title type='html'>T</title>"
        "<link rel='self' href='/self'/><link rel='alternate' type='application/json' href='/json'/>"
        "<link rel='alternate' type='text/html' href='/page'/><author><name>X</name></author>"
        "<published>2024-06-13T23:00:00-05:00</published><updated>2024-06-14T10:00:00Z</updated></entry></feed>"
    )
    assert (entry.url, entry.published, entry.stamp) == (
        "https://courier.example/page",
        "2024-06-13",
        "2024-06-14T10:00:00Z",
    )
    assert entry.byline == "X"


def test_rdf_is_read_too() -> None:
    (entry,) = entries(
        "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'>"
        "<channel/><item rdf:about='/a'><title>T</title><link>https://courier.example/a</link></item></rdf:RDF>"
    )
    assert entry.url == "https://courier.example/a"


def test_a_news_sitemap_gives_day_and_title_and_an_index_its_sitemaps() -> None:
    read = read_feed(
        b"<urlset xmlns='s' xmlns:news='n'><url><loc>https://courier.example/a?utm_source=sm</loc><news:news>"
        b"<news:publication><news:name>C</news:name></news:publication>"
        b"<news:publication_date>2024-06-14T01:00:00+07:00</news:publication_date><news:title>T</news:title>"
        b"</news:news></url></urlset>",
        HERE,
    )
    assert (read.kind, read.entries[0].url, read.entries[0].published, read.entries[0].title) == (
        "sitemap",
        "https://courier.example/a",
        "2024-06-14",
        "T",
    )
    index = read_feed(b"<sitemapindex><sitemap><loc>/one.xml</loc></sitemap></sitemapindex>", HERE)
    assert (index.kind, index.entries[0].url) == ("index", "https://courier.example/one.xml")


@pytest.mark.parametrize(
    "broken",
    [
        rss(ITEM.format(""), "<item><title>x <b>y</title><link>/b</link></item>"),
        rss(
            ITEM.format("<description>cut & dried &nbsp; &eacute; &unknown;</description>"),
            "<item><link>/b</link></item>",
        ),
        rss(ITEM.format(""), "<item><link>/b</link></item>")[: -len("</channel></rss>")],
        rss(ITEM.format(""), "<item><link>/b</link><media:x>unbound</media:x></item>"),
        "\ufeff  \n" + rss(ITEM.format(""), "<item><link>/b</link></item>"),
        rss(ITEM.format("\x0b"), "<item><link>/b</link></item>"),
        rss(ITEM.format(""), "<item><title>&#xD800; &#0; &#x110000; &#99999999999;</title><link>/b</link></item>"),
        rss(ITEM.format(""), "<item><title>&#xD800; <b></title><link>/b</link></item>"),
        rss(ITEM.format(""), "<item><link>/b</link><description><![CDATA[never closed</description></item>"),
    ],
)
def test_what_is_broken_costs_as_little_as_possible(broken: str) -> None:
    urls = [entry.url for entry in entries(broken)]
    assert urls == ["https://courier.example/a", "https://courier.example/b"]


def test_what_is_beyond_repair_is_named_with_its_line() -> None:
    read = read_feed(
        f"<rss><channel>\n{ITEM.format('')}\n<item><title>no link</title></item>\n<item><b></item>".encode(), HERE
    )
    assert [entry.url for entry in read.entries] == ["https://courier.example/a"]
    assert [(failure.kind, failure.line) for failure in read.failures] == [
        ("broken-xml", None),
        ("broken-entry", 3),
        ("broken-entry", 4),
    ]


def test_entities_are_not_expanded_and_files_not_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret words")
    bomb = "".join(f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, 10))
    for inside in (f"<!ENTITY l0 'lol'>{bomb}", f"<!ENTITY l9 SYSTEM 'file://{secret}'>"):
        text = (
            f"<?xml version='1.0'?><!DOCTYPE rss [{inside}]>"
            + rss("<item><link>/a</link><title>&l9;</title></item>")[21:]
        )
        (entry,) = entries(text)
        assert len(entry.title or "") < 20
        assert "secret" not in (entry.title or "")


@pytest.mark.parametrize(
    ("declaration", "encoding"),
    [("<?xml version='1.0' encoding='windows-1251'?>", "windows-1251"), ("<?xml version='1.0'?>", "utf-8"),
     ("<?xml version='1.0' encoding='iso-8859-1'?>", "utf-8"), ("", "utf-16")],
)  # fmt: skip
def test_a_feed_is_read_in_the_encoding_it_is_in(declaration: str, encoding: str) -> None:
    body = "<rss><channel><item><title>Переговоры</title><link>/a</link></item></channel></rss>"
    assert entries((declaration + body).encode(encoding))[0].title == "Переговоры"


@pytest.mark.parametrize(
    "data", [b"", b"<html><body>Not found</body></html>", b"{}", b"\x00\x01", b"<opml></opml>", b"<rss", b"plain words"]
)
def test_what_is_no_feed_is_said_to_be_none(data: bytes) -> None:
    found, told = None, ""
    try:
        found = read_feed(data, HERE)
    except Unreadable as trouble:
        told = trouble.what
    assert told or (found is not None and found.failures and not found.entries)


def test_a_feed_is_told_from_a_page() -> None:
    assert is_feed(rss().encode())
    assert is_feed(b"<?xml version='1.0'?><feed xmlns='x'/>")
    assert not is_feed(b"<!doctype html><html><body><rss></body></html>")


def test_a_feed_on_disk_gives_what_it_holds_and_names_what_it_only_links_to(tmp_path: Path) -> None:
    text = "".join(
        f"<p>The talks went on for a {nth} day, officials said on Friday.</p>" * 4
        for nth in ("first", "second", "third")
    )
    whole = f"<pubDate>Fri, 14 Jun 2024 08:00:00 GMT</pubDate><content:encoded><![CDATA[{text}]]></content:encoded>"
    file = tmp_path / "feed.xml"
    file.write_text(
        rss(
            ITEM.format(whole).replace("/a<", "https://courier.example/a<"),
            "<item><link>https://courier.example/b</link></item>",
        )
    )
    arrival, failure = read_inputs([str(file)], Defaults())
    assert isinstance(arrival, Arrival)
    document = arrival.document
    assert (document.doc, document.title, document.published) == ("courier.example/a", "A & B", "2024-06-14")
    assert "<p>" not in document.text
    assert isinstance(failure, Failure)
    assert (failure.kind, failure.line, failure.doc) == ("link-only", 2, "https://courier.example/b")


def test_a_packed_sitemap_on_disk_is_unpacked(tmp_path: Path) -> None:
    file = tmp_path / "map.xml.gz"
    file.write_bytes(gzip.compress(b"<urlset><url><loc>https://courier.example/a</loc></url></urlset>"))
    (failure,) = read_inputs([str(file)], Defaults())
    assert isinstance(failure, Failure)
    assert failure.doc == "https://courier.example/a"


def test_a_page_named_xml_is_read_as_a_page(tmp_path: Path) -> None:
    file = tmp_path / "page.xml"
    body = "<p>The two governments signed an agreement on their border after talks that went on for years.</p>" * 3
    file.write_text(f"<?xml version='1.0'?><html><body><article>{body}</article></body></html>")
    (arrival,) = read_inputs([str(file)], Defaults())
    assert isinstance(arrival, Arrival)
