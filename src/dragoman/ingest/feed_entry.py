"""Read what one entry of a feed or sitemap says of its article."""

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from html import unescape
from typing import Any

import msgspec

from dragoman.ingest.outcome import Unreadable
from dragoman.ingest.soundness import read_day
from dragoman.ingest.xml_tree import name_of

MAX_CONTENT = 1_000_000
"""Letters of an article that a feed carries itself."""

_TELLING = frozenset({"link", "guid", "pubdate", "loc", "lastmod"})


class Entry(msgspec.Struct, frozen=True):
    """An article as a feed tells of it: link, day of publication as its paper counts days, and what changes with it.

    `stamp` is whatever the feed gives as the time of the last change, as it is written; `moment` is the latest time it
    gives, in seconds since 1970; `content` is the text of the article as HTML, where the feed carries it whole.
    """

    url: str
    id: str = ""
    title: str | None = None
    published: str | None = None
    moment: float | None = None
    stamp: str | None = None
    byline: str | None = None
    content: str | None = None


def rss_entry(item: Any) -> Entry:
    """Read an item of RSS 0.9 to 2.0."""
    told = _fields(item)
    published = told.get("pubdate") or told.get("date") or told.get("published")
    permanent = next(
        (e for e in item if name_of(e) == "guid" and e.get("isPermaLink", "true").lower() != "false"), None
    )
    guid = told.get("guid", "")
    link = told.get("link") or (guid if permanent is not None and guid.startswith("http") else "")
    stamp = told.get("updated") or told.get("modified") or published
    content = _limited(told.get("encoded"))
    byline = told.get("creator") or told.get("author")
    return Entry(
        link, guid, _plain(told.get("title")), day_of(published), _moment(stamp), stamp, _plain(byline), content
    )


def atom_entry(entry: Any) -> Entry:
    """Read an entry of Atom 0.3 and 1.0."""
    told = _fields(entry)
    published = told.get("published") or told.get("issued") or told.get("created")
    stamp = told.get("updated") or told.get("modified") or published
    author = next((e for e in entry if name_of(e) == "author"), None)
    byline = None if author is None else _fields(author).get("name")
    content = next((_limited(_held(e)) for e in entry if name_of(e) == "content" and not e.get("src")), None)
    return Entry(
        _atom_link(entry),
        told.get("id", ""),
        _plain(told.get("title")),
        day_of(published or stamp),
        _moment(stamp),
        stamp,
        _plain(byline),
        content,
    )


def sitemap_entry(url: Any) -> Entry:
    """Read a url of a sitemap, with what its news element says, or a sitemap of an index."""
    told = _fields(url)
    news = next((_fields(e) for e in url if name_of(e) == "news"), None)
    # Pieces of a broken document have lost their namespaces, not their nesting.
    news = news if news is not None else {}
    published = news.get("publication_date")
    stamp = told.get("lastmod") or published
    return Entry(told.get("loc", ""), "", _plain(news.get("title")), day_of(published), _moment(stamp), stamp)


def day_of(value: str | None) -> str | None:
    """Return the day of a date as it is written, in the zone it is written in: a paper's day is that of its place."""
    moment = _read(value)
    return None if moment is None else moment.date().isoformat()


def _moment(value: str | None) -> float | None:
    moment = _read(value)
    if moment is None:
        return None
    try:
        return (moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)).timestamp()
    except (OverflowError, ValueError):
        return None


def _read(value: str | None) -> datetime | None:
    """Read an ISO or RFC 2822 date and time; anything else is no date, since its order of day and month is unsure."""
    if value is None:
        return None
    try:
        return datetime.fromisoformat(value.strip().upper())
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError, OverflowError):
        pass
    try:
        return datetime.fromisoformat(read_day(value, "published"))
    except (Unreadable, ValueError):
        return None


def _fields(element: Any) -> dict[str, str]:
    """Collect the texts of child elements by name; the first that is not empty counts.

    In a broken entry an element that was not closed holds those after it: they are found in it, and left out of its
    own text.
    """
    found: dict[str, str] = {}
    swallowed = [(child, deeper) for child in element for deeper in child if name_of(deeper) in _TELLING]
    holders = {id(child) for child, _ in swallowed}
    for child in element:
        text = (child.text or "") if id(child) in holders else "".join(child.itertext())
        _note(found, child, text)
    for _, deeper in swallowed:
        _note(found, deeper, "".join(deeper.itertext()))
    return found


def _note(found: dict[str, str], element: Any, text: str) -> None:
    name = name_of(element)
    if name and name != "content" and text.strip():
        found.setdefault(name, text.strip())


def _atom_link(entry: Any) -> str:
    """Return the link to the article: the alternate one, an HTML one first."""
    links = [e for e in entry if name_of(e) == "link" and e.get("href")]
    alternates = [e for e in links if e.get("rel", "alternate") == "alternate"]
    pages = [e for e in alternates if "html" in (e.get("type") or "html")]
    chosen = next(iter(pages or alternates), None)
    return "" if chosen is None else str(chosen.get("href")).strip()


def _held(content: Any) -> str | None:
    """Return what an Atom content holds: XHTML as it stands, escaped HTML, or text."""
    from lxml import etree

    if len(content):
        return "".join(etree.tostring(child, encoding="unicode") for child in content)
    return (content.text or "").strip() or None


def _limited(content: str | None) -> str | None:
    return content if content is not None and len(content) <= MAX_CONTENT else None


def _plain(text: str | None) -> str | None:
    """Return a title or name without the escapes that stand in it twice."""
    return None if text is None else " ".join(unescape(text).split())[:500] or None
