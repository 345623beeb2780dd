"""What is put into the tables of watching, and what comes out of them."""

from typing import Literal

import msgspec

from dragoman.store.rows import digest

PageState = Literal["new", "done", "double", "failed"]


class WatchedFeed(msgspec.Struct, frozen=True):
    """A feed to be watched, as its list gives it; `every` in seconds."""

    url: str
    name: str
    every: float
    language: str | None = None
    parent: str | None = None


class DueFeed(msgspec.Struct, frozen=True):
    """A feed that is to be polled now, with the validators of its last answer."""

    url: str
    name: str
    every: float
    language: str | None
    parent: str | None
    etag: str | None
    last_modified: str | None
    added: float
    last_success: float | None
    failures: int


class Link(msgspec.Struct, frozen=True):
    """An article that a feed links to: folded address, address to fetch, host, what the feed says of it (JSON).

    `old` tells that it is dated before the feed was last heard, or listed; `taken` that it is to be fetched.
    """

    address: str
    url: str
    host: str
    entry: str
    stamp: str | None = None
    old: bool = False
    taken: bool = True

    @property
    def id(self) -> str:
        """Digest the folded address."""
        return digest(self.address.encode())


class FeedHeard(msgspec.Struct, frozen=True):
    """An answer of a feed that could be read; `links` is None where it said that nothing has changed."""

    links: tuple[Link, ...] | None
    now: float
    next_due: float
    etag: str | None = None
    last_modified: str | None = None
    complaint: str | None = None


class DuePage(msgspec.Struct, frozen=True):
    """A page that is to be fetched now; `language` is that of its feed, where one was given."""

    id: str
    url: str
    host: str
    feed: str
    entry: str
    state: PageState
    tries: int
    checks: int
    etag: str | None
    last_modified: str | None
    digest: str | None
    doc: str | None
    address: str
    language: str | None = None


class Holder(msgspec.Struct, frozen=True):
    """A page that holds an article already: its text's digest and its title."""

    id: str
    digest: str | None
    title: str | None


class PageRead(msgspec.Struct, frozen=True):
    """What is recorded of a page whose article was read."""

    state: PageState
    now: float
    next_due: float | None
    checks: int
    etag: str | None = None
    last_modified: str | None = None
    digest: str | None = None
    title: str | None = None
    doc: str | None = None


class FeedHealth(msgspec.Struct, frozen=True):
    """How a feed is doing; times in seconds since 1970."""

    url: str
    name: str
    parent: str | None
    watched: bool
    every: float
    added: float
    last_attempt: float | None
    last_success: float | None
    last_new: float | None
    last_error: str | None
    last_error_at: float | None
    entries: int | None
    failures: int
    next_due: float
    pages: dict[str, int] = {}
    due: int = 0
    gaps: tuple["Gap", ...] = ()


class Gap(msgspec.Struct, frozen=True):
    """A time in which a feed was not heard; `bridged` tells whether something may have been missed in it."""

    feed: str
    began: float
    ended: float | None
    reason: str
    bridged: bool | None
