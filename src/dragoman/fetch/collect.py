"""Fetch the articles that addresses lead to: pages themselves, and what feeds and sitemaps link to."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from dragoman.fetch.dispatch import Dispatcher
from dragoman.fetch.message import Answer, Request, Trouble
from dragoman.ingest.address import BadAddress, identity, is_address
from dragoman.ingest.content_coding import gunzip
from dragoman.ingest.feed import Feed, is_feed, read_feed
from dragoman.ingest.feed_documents import is_whole, read_entry
from dragoman.ingest.feed_entry import Entry
from dragoman.ingest.outcome import Arrival, Defaults, Failure, Unreadable
from dragoman.ingest.page import Hint, read_page
from dragoman.ingest.read import MAX_FEED, feed_bytes

_DEPTH = 2  # an index of sitemaps, its sitemaps, their pages
_AHEAD = 64


class _Way(msgspec.Struct, frozen=True):
    """An address with what is known of it, and how many feeds lead to it."""

    url: str
    entry: Entry | None = None
    depth: int = 0


class Collection:
    """Addresses still to be asked and articles already seen."""

    def __init__(self, dispatcher: Dispatcher, defaults: Defaults) -> None:
        self.dispatcher, self.defaults = dispatcher, defaults
        self._ways: list[_Way] = []
        self._at_work: dict[str, _Way] = {}
        self._seen: set[str] = set()

    def fetch(self, inputs: Iterable[str]) -> Iterator[Arrival | Failure]:
        """Yield the article of each address, and of each that a feed links to; inputs that are paths are feeds on disk.

        An article that is linked to by several addresses is fetched once.
        """
        for name in inputs:
            if is_address(name):
                self._take_on(_Way(name))
            else:
                yield from self._file(name)
        while self._ways or self._at_work:
            while self._ways and len(self._at_work) < _AHEAD:
                way = self._ways.pop(0)
                self._at_work[way.url] = way
                self.dispatcher.add(way.url, Request(way.url))
            for finished in self.dispatcher.gather():
                yield from self._came(self._at_work.pop(str(finished.key)), finished.result)

    def _take_on(self, way: _Way) -> None:
        try:
            known = identity(way.url)
        except BadAddress:
            known = way.url
        if known not in self._seen:
            self._seen.add(known)
            self._ways.append(way)

    def _file(self, name: str) -> Iterator[Arrival | Failure]:
        try:
            with Path(name).open("rb") as file:
                data = feed_bytes(file, packed=name.lower().endswith(".gz"))
            yield from self._links(read_feed(data, name), _Way(name))
        except Unreadable as trouble:
            yield trouble.at(name)
        except OSError as error:
            yield Failure("unreadable", name, error.strerror or str(error), "check the file and its permissions")

    def _came(self, way: _Way, result: Answer | Trouble) -> Iterator[Arrival | Failure]:
        if isinstance(result, Trouble):
            yield Failure(result.kind, way.url, result.what, result.advice)
            return
        try:
            body = gunzip(result.body, MAX_FEED) if result.body.startswith(b"\x1f\x8b") else result.body
            if is_feed(body):
                yield from self._links(read_feed(body, result.url, charset=result.charset), way)
            else:
                yield read_answer(msgspec.structs.replace(result, body=body), way.url, way.entry, self.defaults)
        except Unreadable as trouble:
            yield trouble.at(way.url)

    def _links(self, feed: Feed, way: _Way) -> Iterator[Arrival | Failure]:
        yield from feed.failures
        if way.depth >= _DEPTH:
            yield Failure("too-deep", way.url, "feeds that lead to feeds are followed twice at most")
            return
        if not feed.entries:
            yield Failure("no-input", way.url, "holds no entries", "look whether the address is right")
        for entry in feed.entries:
            if is_whole(entry) and not entry.url:
                yield read_entry(entry, way.url, None, self.defaults)
            elif entry.url:
                self._take_on(_Way(entry.url, entry, way.depth + 1))


def read_answer(answer: Answer, path: str, entry: Entry | None, defaults: Defaults) -> Arrival:
    """Read the article of a page that was fetched; raise Unreadable where it is no page or holds none."""
    if answer.media_type not in ("", "text/html", "application/xhtml+xml", "text/plain", "application/xml", "text/xml"):
        what = f"is {answer.media_type[:60]}, no page"
        raise Unreadable("no-page", what, "only pages are read")
    hint = None if entry is None else Hint(entry.title, entry.published, entry.byline)
    return read_page(answer.body, answer.url, path, defaults, address=answer.url, charset=answer.charset, hint=hint)
