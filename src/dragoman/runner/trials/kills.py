"""Kill `dragoman watch` and `dragoman ingest` at random moments, and look whether anything is lost, doubled or broken."""

import random
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import msgspec
from sqlalchemy import Engine, select, text

from dragoman.runner.trials.command import start
from dragoman.runner.trials.site import Site, article, rss
from dragoman.store import open_store
from dragoman.store.tables import documents, events
from dragoman.store.watch_tables import watch_pages

_A_ROUND = 20  # articles that are new for each kill
_CHANGED = 2
_IN_FEED = 600
_PATIENCE = 120.0
_COUNTRIES = ("China", "India", "Russia", "France", "Japan", "Turkey", "Iran", "Israel", "Egypt", "Brazil")
_DOES = ("accused {} of breaking the border agreement", "condemned {} for the attack on the border post",
         "signed an agreement with {} on the border", "imposed sanctions on {} over the border")  # fmt: skip


class KillFigures(msgspec.Struct, frozen=True):
    """What was found after so many kills; `in_work` are those that came after the first article was asked for or kept.

    `lost`: articles missing, or not in their last version. `doubles`: articles or versions kept twice. `wrong`: articles
    whose events differ from those of a run that nobody disturbed. `corrupt`: what the database says of itself.
    """

    name: str
    kills: int
    in_work: int
    articles: int
    versions: int
    lost: int
    doubles: int
    wrong: int
    corrupt: int

    @property
    def sound(self) -> bool:
        """Tell whether nothing went wrong."""
        return not (self.lost or self.doubles or self.wrong or self.corrupt)


class _Press:
    """Articles as they are written and changed: the text of each by its number."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.texts: dict[int, str] = {}
        self.edition = 0

    def publish(self) -> list[int]:
        """Write some articles and change some old ones; return their numbers."""
        self.edition += 1
        new = range(len(self.texts), len(self.texts) + _A_ROUND)
        known = sorted(self.texts)[-_IN_FEED // 2 :]
        touched = [*new, *self.chance.sample(known, min(_CHANGED, len(known)))]
        for number in touched:
            self.texts[number] = self._write(number)
        return touched

    def _write(self, number: int) -> str:
        lines = []
        for place in range(3):
            who, whom = self.chance.sample(_COUNTRIES, 2)
            what = self.chance.choice(_DOES).format(whom)
            lines.append(f"{who} {what}, said the report of edition {self.edition}, page {number}, column {place}.")
        return "\n".join(lines)


def kill_watch(count: int, folder: Path, seed: int = 0) -> KillFigures:
    """Kill `dragoman watch --once` so many times while a site goes on publishing, then let it finish."""
    chance = random.Random(seed)
    press, store = _Press(chance), folder / "watch.db"
    with Site() as site:
        feeds = folder / "feeds.toml"
        feeds.write_text(f'delay = "0s"\nrecheck = []\n[[feed]]\nurl = "{site.address}/feed.xml"\n', encoding="utf-8")

        def publish() -> None:
            _put_up(site, press, press.publish())

        def command(place: Path) -> list[str]:
            return ["watch", str(feeds), "--db", f"sqlite:///{place}", "--once", "--allow-private", "--quiet"]

        publish()
        in_work = _kill(command(store), count, chance, lambda: _asked(site), publish)
        _finish(command(store))
        _put_up(site, press, list(press.texts), in_feed=len(press.texts))
        _finish(command(folder / "reference.db"))
        host = site.address.removeprefix("http://")
        wanted = {f"{host}/{number}": text for number, text in press.texts.items()}
        return _figures("watch", count, in_work, store, folder / "reference.db", wanted)


def kill_ingest(count: int, folder: Path, seed: int = 0) -> KillFigures:
    """Kill `dragoman ingest` so many times while files come in, then let it finish."""
    chance = random.Random(seed)
    press, store, inputs = _Press(chance), folder / "ingest.db", folder / "inputs"
    inputs.mkdir()

    def publish() -> None:
        for number in press.publish():
            line = {"doc": str(number), "published": "2024-06-14", "language": "en", "text": press.texts[number]}
            (inputs / f"{number:06}.jsonl").write_bytes(msgspec.json.encode(line))

    def command(place: Path) -> list[str]:
        return ["ingest", str(inputs), "--db", f"sqlite:///{place}"]

    publish()
    in_work = _kill(command(store), count, chance, lambda: _kept(store), publish)
    _finish(command(store))
    _finish(command(folder / "reference.db"))
    wanted = {str(number): text for number, text in press.texts.items()}
    return _figures("ingest", count, in_work, store, folder / "reference.db", wanted)


def _put_up(site: Site, press: _Press, numbers: list[int], in_feed: int = _IN_FEED) -> None:
    """Put articles on the site, under two addresses each, and so many of the last ones into its feed."""
    for number in numbers:
        page = article(f"Story {number}", press.texts[number])
        site.put(f"/{number}", page)
        site.put(f"/{number}/amp", page)
    items = []
    for number in sorted(press.texts)[-in_feed:]:
        edition = press.texts[number].partition("edition ")[2].partition(",")[0]
        stamp = time.strftime("%a, %d %b %Y %H:%M:%S GMT", time.gmtime(1_718_352_000 + 60 * int(edition)))
        items += (
            [(f"/{number}?utm_source=rss", stamp)] if number % 3 else [(f"/{number}/amp", stamp), (f"/{number}", stamp)]
        )
    told = "".join(
        f"<item><link>{link}</link><title>{link}</title><pubDate>{stamp}</pubDate></item>" for link, stamp in items
    )
    whole = rss([]).replace("</channel>", f"{told}</channel>")
    for number in numbers:
        site.pages[f"/{number}?utm_source=rss"] = site.pages[f"/{number}"]
    site.put("/feed.xml", whole, "application/rss+xml")


def _asked(site: Site) -> int:
    """Count the articles that were asked for."""
    return sum(not asked.path.endswith((".xml", ".txt")) for asked in site.asked)


def _kept(store: Path) -> int:
    """Tell when a store was last written to: the log is, with every article that is kept."""
    log = store.with_name(store.name + "-wal")
    try:
        return log.stat().st_mtime_ns
    except OSError:
        return 0


def _kill(
    command: list[str], count: int, chance: random.Random, work: Callable[[], int], publish: Callable[[], None]
) -> int:
    """Start a command and kill it, again and again; return how many kills came in the middle of its work.

    A quarter are killed at any moment of their first second; the others at any moment of their work, whose length is
    learnt from those that end before their kill. These have more published for them and are started again.
    """
    killed = in_work = 0
    span = 1.0
    while killed < count:
        before = work()
        process = start(command)
        if chance.random() < 0.25:
            time.sleep(chance.uniform(0.0, 1.0))
        else:
            deadline = time.monotonic() + _PATIENCE
            while work() == before and process.is_alive() and time.monotonic() < deadline:
                time.sleep(0.002)
            time.sleep(chance.uniform(0.0, span))
        alive = process.is_alive()
        span = span * 1.1 if alive else max(0.05, span * 0.7)
        if alive:
            process.kill()
            killed += 1
            in_work += work() != before
        process.join()
        publish()
    return in_work


def _finish(command: list[str]) -> None:
    """Let a command run to its end."""
    start(command).join(3600)


def _figures(name: str, kills: int, in_work: int, store: Path, reference: Path, wanted: dict[str, str]) -> KillFigures:
    held, undisturbed = (open_store(f"sqlite:///{path}") for path in (store, reference))
    current, expected = _current(held), _current(undisturbed)
    lost = sum(text.splitlines()[0] not in current.get(doc, ("", ()))[0] for doc, text in wanted.items())
    wrong = sum(current.get(doc) != expected.get(doc) for doc in wanted)
    versions, doubles = _versions(held)
    corrupt = _corrupt(held)
    for engine in (held, undisturbed):
        engine.dispose()
    return KillFigures(name, kills, in_work, len(wanted), versions, lost, doubles, wrong, corrupt)


def _current(engine: Engine) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Return text and events of the last version of each article."""
    found: dict[str, tuple[str, list[str]]] = {}
    with engine.connect() as connection:
        query = select(documents.c.doc, documents.c.id, documents.c.text).where(documents.c.current)
        ids = {}
        for row in connection.execute(query):
            found[row.doc] = (row.text, [])
            ids[row.id] = row.doc
        told = select(events.c.document, events.c.payload).order_by(events.c.position)
        for document, payload in connection.execute(told):
            if document in ids:
                found[ids[document]][1].append(payload)
    return {doc: (held, tuple(payloads)) for doc, (held, payloads) in found.items()}


def _versions(engine: Engine) -> tuple[int, int]:
    """Count all versions, and those that are there twice: as text of one article, or as its last version."""
    with engine.connect() as connection:
        rows = connection.execute(select(documents.c.doc, documents.c.text, documents.c.current)).all()
    texts = Counter((row.doc, row.text) for row in rows)
    last = Counter(row.doc for row in rows if row.current)
    doubled = sum(count - 1 for count in texts.values()) + sum(count - 1 for count in last.values())
    return len(rows), doubled


def _corrupt(engine: Engine) -> int:
    """Count what the database finds wrong with itself, events without article, and pages still to be fetched."""
    with engine.connect() as connection:
        whole = [row[0] for row in connection.execute(text("PRAGMA integrity_check"))]
        keys = connection.execute(text("PRAGMA foreign_key_check")).all()
        known = select(documents.c.id)
        orphans = connection.execute(select(events.c.id).where(events.c.document.not_in(known))).all()
        due = connection.execute(select(watch_pages.c.id).where(watch_pages.c.next_due.is_not(None))).all()
    broken = len([line for line in whole if line != "ok"])
    return broken + len(keys) + len(orphans) + len(due)
