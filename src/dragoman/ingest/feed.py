"""Read RSS, RDF and Atom feeds, news sitemaps and indices of sitemaps: the articles they tell of."""

from collections.abc import Iterator
from typing import Any, Literal
from urllib.parse import urljoin

import msgspec

from dragoman.ingest.address import BadAddress, tidy
from dragoman.ingest.feed_entry import Entry, atom_entry, rss_entry, sitemap_entry
from dragoman.ingest.outcome import Failure, Unreadable
from dragoman.ingest.xml_tree import name_of, parse_xml, pieces, xml_text

Kind = Literal["feed", "sitemap", "index"]
MAX_ENTRIES = 50_000
"""Entries that are read of one feed: as many as a sitemap may have."""
_ROOTS: dict[str, Kind] = {"rss": "feed", "rdf": "feed", "feed": "feed", "urlset": "sitemap", "sitemapindex": "index"}
_SNIFFED = 2048


class Feed(msgspec.Struct, frozen=True):
    """A feed as it was read: its entries in order, what was wrong with others. For an index, entries are sitemaps."""

    kind: Kind
    entries: tuple[Entry, ...]
    failures: tuple[Failure, ...] = ()


def is_feed(data: bytes) -> bool:
    """Tell whether bytes open like a feed or sitemap rather than a page."""
    head = data[:_SNIFFED].lower()
    return any(f"<{name}".encode() in head for name in ("rss", "rdf:rdf", "feed", "urlset", "sitemapindex")) and (
        b"<html" not in head
    )


def read_feed(data: bytes, address: str, *, charset: str | None = None) -> Feed:
    """Read a feed that was found at `address` (relative links hang from it); raise Unreadable where it is none.

    A broken document is read entry by entry: what is beyond repair is a failure with its line, the others are there.
    """
    text = xml_text(data, charset)
    try:
        tree = parse_xml(text)
        kind = _ROOTS.get(name_of(tree))
        found = [] if kind is None else [(element.sourceline, element) for element in _elements(tree, kind)]
        broken: tuple[Failure, ...] = ()
    except Unreadable as trouble:
        kind = _sniffed(text)
        if kind is None:
            raise
        names = {"feed": ("item", "entry"), "sitemap": ("url",), "index": ("sitemap",)}[kind]
        found = list(pieces(text, *names))
        broken = (trouble.at(address),)
    if kind is None:
        raise Unreadable("no-feed", f"is no feed: it opens with {_opening(text)}", "give the address of a feed")
    return _feed(kind, found, address, broken)


def _feed(kind: Kind, found: list[tuple[int, Any]], address: str, broken: tuple[Failure, ...]) -> Feed:
    entries: dict[str, Entry] = {}
    failures = list(broken)
    if len(found) > MAX_ENTRIES:
        failures.append(Failure("too-many", address, f"has {len(found):,} entries; {MAX_ENTRIES:,} were read"))
    for line, element in found[:MAX_ENTRIES]:
        try:
            entry = _entry(element, address)
            entries.setdefault(entry.url or entry.id, entry)
        except Unreadable as trouble:
            failures.append(trouble.at(address, line))
    return Feed(kind, tuple(entries.values()), tuple(failures))


def _entry(element: Any | None, address: str) -> Entry:
    """Read one entry; raise Unreadable where it names no article."""
    name = "" if element is None else name_of(element)
    if element is None or name not in _READERS:
        raise Unreadable("broken-entry", "the entry is beyond repair", "tell its publisher")
    entry = _READERS[name](element)
    if not entry.url:
        if entry.content is not None and entry.id:
            return entry
        raise Unreadable("broken-entry", "the entry has no link", "tell its publisher")
    try:
        return msgspec.structs.replace(entry, url=tidy(urljoin(address, entry.url)))
    except (BadAddress, ValueError) as error:
        raise Unreadable("bad-address", str(error), "tell its publisher", field="link") from None


_READERS = {"item": rss_entry, "entry": atom_entry, "url": sitemap_entry, "sitemap": sitemap_entry}


def _elements(tree: Any, kind: Kind) -> Iterator[Any]:
    wanted = {"feed": ("item", "entry"), "sitemap": ("url",), "index": ("sitemap",)}[kind]
    return (element for element in tree.iter() if name_of(element) in wanted)


def _sniffed(text: str) -> Kind | None:
    """Tell by its opening what a broken document was to be."""
    head = text[:_SNIFFED].lower()
    names: list[tuple[str, Kind]] = [*_ROOTS.items(), ("rdf:rdf", "feed")]
    there = sorted((place, kind) for name, kind in names if (place := head.find(f"<{name}")) >= 0)
    return there[0][1] if there else None


def _opening(text: str) -> str:
    return repr(text[:40]) if text else "nothing"
