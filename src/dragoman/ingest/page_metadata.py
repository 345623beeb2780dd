"""Read what a page says of its article: JSON-LD NewsArticle first, then OpenGraph and other meta elements."""

from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from typing import Any

import msgspec

from dragoman.ingest.outcome import Unreadable
from dragoman.ingest.soundness import read_day

_DATES = ("article:published_time", "og:published_time", "datepublished", "pubdate", "publishdate", "parsely-pub-date",
          "dc.date", "dc.date.issued", "dcterms.created", "date")  # fmt: skip


class PageMetadata(msgspec.Struct, frozen=True):
    """What a page says of its article; `days` are all the days of publication it names, each once."""

    title: str | None = None
    days: tuple[str, ...] = ()
    byline: str | None = None
    source: str | None = None
    url: str | None = None


def page_metadata(tree: Any) -> PageMetadata:
    """Read the metadata of a parsed page (lxml); raise Unreadable for a day that does not exist."""
    article = next(_articles(tree), {})
    meta = _meta(tree)
    told = [article.get("datePublished"), *(meta[name] for name in _DATES if name in meta)]
    days = [day for value in told if isinstance(value, str) and (day := _day(value)) is not None]
    return PageMetadata(
        title=_text(article.get("headline")) or meta.get("og:title") or _text(tree.findtext(".//title")),
        days=tuple(dict.fromkeys(days)),
        byline=_names(article.get("author")) or meta.get("author"),
        source=_names(article.get("publisher")) or meta.get("og:site_name"),
        url=_address(article) or meta.get("og:url") or _canonical(tree),
    )


def _articles(tree: Any) -> Iterator[dict[str, Any]]:
    """Yield the objects of JSON-LD whose type is a kind of article; broken scripts are passed over."""
    for script in tree.xpath('//script[@type="application/ld+json"]'):
        try:
            yield from _of_article_type(msgspec.json.decode((script.text or "").strip()))
        except (msgspec.DecodeError, UnicodeError, RecursionError):
            continue


def _of_article_type(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        for item in value:
            yield from _of_article_type(item)
    elif isinstance(value, dict):
        kinds = value.get("@type")
        if any(str(kind).endswith("Article") for kind in (kinds if isinstance(kinds, list) else [kinds])):
            yield value
        yield from _of_article_type(value.get("@graph"))


def _canonical(tree: Any) -> str | None:
    return next((_text(link.get("href")) for link in tree.xpath('//link[@rel="canonical"][@href]')), None)


def _meta(tree: Any) -> dict[str, str]:
    """Collect meta elements by name, property or itemprop; the first of a name counts."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = _text(element.get("content"))
        if name and content:
            found.setdefault(name.lower(), content)
    return found


def _day(value: str) -> str | None:
    """Read an ISO or RFC 2822 date; other forms are left alone, since their order of day and month may be either."""
    try:
        return read_day(value, "published")
    except Unreadable:
        if value.strip()[:5].rstrip("-").isdigit() and value.strip()[4:5] == "-":
            raise
    try:
        return parsedate_to_datetime(value).date().isoformat()
    except (ValueError, TypeError):
        return None


def _text(value: object) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _names(value: object) -> str | None:
    """Name persons or organisations, given as text, as an object or as a list of either."""
    if isinstance(value, list):
        return ", ".join(name for item in value if (name := _names(item))) or None
    return _text(value.get("name")) if isinstance(value, dict) else _text(value)


def _address(article: dict[str, Any]) -> str | None:
    main = article.get("mainEntityOfPage")
    return _text(article.get("url")) or _text(main.get("@id") if isinstance(main, dict) else main)
