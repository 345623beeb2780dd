"""A newsroom for tests: a site, a store, and a watch over the feed of the site."""

from sqlalchemy import Engine, select

from dragoman.fetch import Client, Dispatcher, Limits, Manners
from dragoman.runner import CodingTask
from dragoman.runner.trials.hand_clock import HandClock
from dragoman.runner.trials.site import Site, article, rss
from dragoman.runner.watch_settings import Told, WatchSettings
from dragoman.runner.watching import Watch
from dragoman.store.tables import documents, failures
from dragoman.store.watch_feeds import sync_feeds
from dragoman.store.watch_rows import WatchedFeed

FILLER = "\n".join(
    f"The talks between the two delegations went on for a {nth} day in the capital, officials said on Friday."
    for nth in ("first", "second", "third")
)
MINUTE, HOUR = 60.0, 3600.0


class Newsroom:
    """A store, a site and a watch over its feed; `poll` asks once as `--once` does."""

    def __init__(self, engine: Engine, site: Site, clock: HandClock) -> None:
        self.engine, self.site, self.clock = engine, site, clock
        limits = Limits(total=1.0, silence=0.5, connect=1.0, size=200_000)
        self.client = Client(limits, allow_private=True, now=clock.now)
        self.settings, self.pause = WatchSettings(recheck=(), chance=lambda: 0.0), 1.0
        self.feeds = [WatchedFeed(f"{site.address}/feed.xml", "Courier", 15 * MINUTE)]

    def watch(self) -> Watch:
        dispatcher = Dispatcher(self.client.ask, self.clock, Manners(delay=self.pause), threads=4)
        return Watch(self.engine, dispatcher, CodingTask(object(), "coding"), "1", self.settings)  # type: ignore[arg-type]

    def poll(self) -> list[Told]:
        sync_feeds(self.engine, self.feeds, self.clock.now())
        return list(self.watch().run(once=True))

    def later(self, seconds: float) -> list[Told]:
        self.clock.time += seconds
        return self.poll()

    def publish(self, *stories: tuple[str, str], stamp: str = "Fri, 14 Jun 2024 08:00:00 GMT") -> None:
        """Put articles on the site, by path, and a feed of them."""
        for path, text in stories:
            self.site.put(path, story(path, text))
        self.site.put("/feed.xml", rss([(path, path) for path, _ in stories], dated=stamp), "application/rss+xml")

    def docs(self) -> dict[str, str]:
        """Return the current documents: id without the host, and the line that tells the event."""
        with self.engine.connect() as connection:
            rows = connection.execute(select(documents.c.doc, documents.c.text).where(documents.c.current))
            return {row.doc.partition("/")[2]: row.text.splitlines()[1] for row in rows}

    def errors(self) -> dict[str, str]:
        with self.engine.connect() as connection:
            rows = connection.execute(select(failures.c.path, failures.c.kind))
            return {row.path.removeprefix(self.site.address): row.kind for row in rows}


def story(title: str, text: str, canonical: str | None = None) -> str:
    return article(title, f"{text} at the start of the talks in the capital on Friday.\n{FILLER}", canonical=canonical)


def kinds(told: list[Told]) -> list[str]:
    return sorted(one.kind for one in told)
