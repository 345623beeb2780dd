"""`dragoman ingest`: articles into a store."""

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from dragoman.cli.options import database_option, jobs_option, language_option, published_option, world_option

if TYPE_CHECKING:
    from dragoman.ingest import Arrival, Defaults, Failure


@click.command("ingest")
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@database_option
@language_option
@published_option
@world_option
@click.option("--fetch", "follow", is_flag=True, help="Fetch the articles that feeds and sitemaps on disk link to.")
@click.option("--fast", is_flag=True, help="Take the text of pages the quicker, coarser way: for large archives.")
@click.option("--allow-private", is_flag=True, help="Fetch from private and local addresses too.")
@jobs_option
def command(
    inputs: tuple[str, ...],
    db: str,
    language: str | None,
    published: str | None,
    world: str | None,
    follow: bool,
    fast: bool,
    allow_private: bool,
    jobs: int,
) -> None:
    """Code articles into a store; the same input twice changes nothing.

    INPUT as in `dragoman code`, and addresses: of an article, of a feed (RSS, Atom) or news sitemap, whose articles are
    fetched too, as robots.txt allows and with pauses. Files may also be archives (.warc, .warc.gz) or feeds (.rss,
    .atom, .xml), of which only what they hold themselves is read without --fetch.

    A changed article becomes a new version that names the old one. Each document is kept in one transaction, so that a
    run can be killed and started again. Failures are kept in the store too. At the end the incidents are
    brought up to date with the articles.

    Exit code 0; 1 when some documents failed; 2 for wrong usage.
    """
    from dragoman.cli.knowledge import coder, defaults, knowledge
    from dragoman.cli.progress import watched
    from dragoman.cli.store import shown, store
    from dragoman.runner import CodingTask
    from dragoman.runner.incident_update import update_steps
    from dragoman.runner.ingesting import ingest

    engine = store(db, create=True)
    known = knowledge(world=world)
    items = _items(inputs, defaults(language, published, fast=fast), follow, allow_private)
    became: Counter[str] = Counter()
    events = 0
    for stored in watched(ingest(items, CodingTask(known, "coding"), engine, coder(known), jobs), "ingesting"):
        became[stored.became] += 1
        events += stored.events
        if stored.failure is not None:
            click.echo(f"dragoman: {stored.failure}", err=True)
    for _ in watched(update_steps(engine), "gathering incidents, in steps"):
        pass
    told = ", ".join(f"{became[name]} {name}" for name in ("new", "changed", "recoded", "unchanged", "failed"))
    click.echo(f"{shown(db)}: {told}; {events} events coded")
    if became["failed"]:
        raise click.exceptions.Exit(1)


def _items(
    inputs: tuple[str, ...], given: "Defaults", follow: bool, allow_private: bool
) -> "Iterator[Arrival | Failure]":
    """Read files and folders, then fetch addresses, in one go for all that they have in common."""
    from dragoman.ingest import read_inputs
    from dragoman.ingest.address import is_address
    from dragoman.ingest.read import is_feed_file

    fetched = [name for name in inputs if is_address(name) or (follow and is_feed_file(name))]
    yield from read_inputs([name for name in inputs if name not in fetched], given)
    if fetched:
        from dragoman.fetch import Client, Dispatcher, SystemClock
        from dragoman.fetch.collect import Collection

        dispatcher = Dispatcher(Client(allow_private=allow_private).ask, SystemClock())
        yield from Collection(dispatcher, given).fetch(fetched)
        dispatcher.stop()
