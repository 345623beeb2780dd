"""Poll feeds and read what they link to, once or for ever, so that a kill at any moment costs nothing."""

from collections.abc import Iterator
from typing import cast

from sqlalchemy import Engine

from dragoman.fetch import Dispatcher, Finished, Request, Trouble
from dragoman.ingest import Arrival, Failure
from dragoman.runner.cores import Task, run
from dragoman.runner.story_linking import Linker
from dragoman.runner.task import Outcome
from dragoman.runner.watch_feed import hear
from dragoman.runner.watch_page import (
    Came,
    entry_of,
    keep_page,
    read_fetched,
    read_held,
    record_failure,
    record_trouble,
    record_unchanged,
    settle,
)
from dragoman.runner.watch_settings import Told, WatchSettings
from dragoman.store import document_id
from dragoman.store.watch_feeds import due_feeds, next_due
from dragoman.store.watch_pages import due_pages
from dragoman.store.watch_rows import DueFeed, DuePage, Holder

_IN_HAND = 200
_A_HOST = 8  # requests that may wait for a host before others are looked for
_LOOK = 600.0  # seconds after which the store is asked again whatever happens


class Watch:
    """The feeds and pages in hand; all else is in the store.

    What is due is found in the store and written there only when it is done, so that whoever comes after a kill finds
    it due.
    """

    def __init__(
        self,
        engine: Engine,
        dispatcher: Dispatcher,
        task: Task,
        coder: str,
        settings: WatchSettings | None = None,
        jobs: int = 1,
    ) -> None:
        self.engine, self.dispatcher, self.task, self.coder = engine, dispatcher, task, coder
        self.settings, self.jobs, self.clock = settings or WatchSettings(), jobs, dispatcher.clock
        self._feeds: dict[str, DueFeed] = {}
        self._pages: dict[str, DuePage] = {}
        self._linker = Linker(engine)
        self.polled: set[str] = set()

    def run(self, *, once: bool = False) -> Iterator[Told]:
        """Yield what happens; with `once` until every feed was asked once and every page that is due was fetched."""
        while True:
            now = self.clock.now()
            self._poll(now, once)
            held = self._fetch(now)
            if once and not held and not self.dispatcher.keys:
                return
            came: list[Came | Told] = [self._held(page) for page in held]
            if not held:
                for finished in self.dispatcher.gather(None if once else self._until(now)):
                    came.append(self._finished(finished))
            yield from self._code(came)

    def _until(self, now: float) -> float:
        following = next_due(self.engine, now)
        return min(now + _LOOK, following if following is not None else now + _LOOK)

    def _poll(self, now: float, once: bool) -> None:
        """Ask the feeds that are due."""
        for feed in due_feeds(self.engine, now, early=once):
            key = ("feed", feed.url)
            if key in self.dispatcher.keys or (once and feed.url in self.polled):
                continue
            self.polled.add(feed.url)
            self._feeds[feed.url] = feed
            self.dispatcher.add(key, Request(feed.url, feed.etag, feed.last_modified))

    def _fetch(self, now: float) -> list[DuePage]:
        """Ask for pages that are due; return those that need no asking, since their feed carries them whole."""
        if len(self.dispatcher.keys) >= _IN_HAND:
            return []
        crowded = [host for host, count in self.dispatcher.waiting().items() if count >= _A_HOST]
        held = []
        for page in due_pages(self.engine, now, without=crowded, limit=_IN_HAND):
            key = ("page", page.id)
            if key in self.dispatcher.keys:
                continue
            if entry_of(page).content is not None:
                held.append(page)
                continue
            self._pages[page.id] = page
            self.dispatcher.add(key, Request(page.url, page.etag, page.last_modified))
        return held

    def _held(self, page: DuePage) -> Came | Told:
        return self._read(page, read_held(page, self.settings))

    def _finished(self, finished: Finished) -> Came | Told:
        """Record what came of a request; a page's article is handed on."""
        now, result = self.clock.now(), finished.result
        kind, name = cast(tuple[str, str], finished.key)
        if kind == "feed":
            return hear(self.engine, self._feeds.pop(name), result, self.settings, now)
        page = self._pages.pop(name)
        if isinstance(result, Trouble):
            return record_trouble(self.engine, page, result, self.settings, now)
        if result.unchanged:
            return record_unchanged(self.engine, page, self.settings, now)
        return self._read(page, read_fetched(page, result, self.settings), result.etag, result.last_modified)

    def _read(
        self, page: DuePage, item: Arrival | Failure, etag: str | None = None, last_modified: str | None = None
    ) -> Came | Told:
        if isinstance(item, Failure):
            return record_failure(self.engine, page, item)
        return Came(page, item, etag, last_modified)

    def _code(self, items: list[Came | Told]) -> Iterator[Told]:
        """Code the articles among these and keep them; tell of everything."""
        pending: dict[str, list[Holder]] = {}
        ready: list[Came] = []
        for item in items:
            settled = (
                settle(self.engine, item, pending, self.settings, self.clock.now()) if isinstance(item, Came) else item
            )
            if isinstance(settled, Came):
                ready.append(settled)
            else:
                yield settled
        jobs = self.jobs if len(ready) > 1 else 1
        for came, outcome in zip(ready, run((came.arrival for came in ready), self.task, jobs), strict=True):
            assert isinstance(outcome, Outcome)
            told = keep_page(self.engine, came, outcome, self.coder, self.settings, self.clock.now())
            if told.kind in ("new", "changed") and outcome.coding is not None:
                self._linker.take(document_id(outcome.arrival.document), outcome.coding)
            yield told
        self._linker.flush()  # what a kill leaves unlinked `dragoman link` links
