"""Read the articles that a feed carries whole."""

from collections.abc import Iterator
from html import escape

from dragoman.ingest.feed import Feed, read_feed
from dragoman.ingest.feed_entry import Entry
from dragoman.ingest.outcome import Arrival, Defaults, Failure, Unreadable
from dragoman.ingest.page import Hint, read_page

LEAST_WHOLE = 600
"""Letters of HTML below which what a feed carries is taken for a teaser."""


def read_feed_file(data: bytes, path: str, defaults: Defaults) -> Iterator[Arrival | Failure]:
    """Read the entries of a feed on disk that hold their article; those that only link to one are failures."""
    try:
        feed = read_feed(data, path)
    except Unreadable as trouble:
        yield trouble.at(path)
        return
    yield from feed.failures
    if not feed.entries:
        yield Failure("no-input", path, "holds no entries", "give the address of the feed")
    for number, entry in enumerate(feed.entries, 1):
        if feed.kind != "index" and is_whole(entry):
            yield read_entry(entry, path, number, defaults)
        else:
            what = f"the entry only links to its article, {entry.url}"
            yield Failure("link-only", path, what, "--fetch gets what a feed links to", number, doc=entry.url)


def is_whole(entry: Entry) -> bool:
    """Tell whether a feed carries an article whole, as far as its length tells."""
    return entry.content is not None and len(entry.content) >= LEAST_WHOLE


def read_entry(entry: Entry, path: str, line: int | None, defaults: Defaults) -> Arrival | Failure:
    """Read the article that an entry carries as a page made of it."""
    title = escape(entry.title or "")
    page = f"<html><head><title>{title}</title></head><body><article>{entry.content}</article></body></html>"
    hint = Hint(entry.title, entry.published, entry.byline)
    try:
        return read_page(
            page.encode(), entry.url or entry.id, path, defaults, line=line, address=entry.url or None, hint=hint
        )
    except Unreadable as trouble:
        return trouble.at(path, line, entry.url or entry.id)


def links(feed: Feed) -> tuple[str, ...]:
    """Return the addresses a feed links to."""
    return tuple(entry.url for entry in feed.entries if entry.url)
