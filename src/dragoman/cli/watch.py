"""`dragoman watch`: feeds into a store, once or for ever."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.cli.options import database_option, jobs_option

if TYPE_CHECKING:
    from dragoman.runner.watch_settings import Told


@click.command("watch")
@click.argument("feeds", type=click.Path(dir_okay=False), metavar="FEEDS.toml")
@database_option
@click.option("--once", is_flag=True, help="Ask every feed once, fetch what is due, and end.")
@click.option("--allow-private", is_flag=True, help="Fetch from private and local addresses too.")
@click.option("--fast", is_flag=True, help="Take the text of pages the quicker, coarser way.")
@click.option("--quiet", is_flag=True, help="Tell only of trouble.")
@jobs_option
def command(feeds: str, db: str, once: bool, allow_private: bool, fast: bool, quiet: bool, jobs: int) -> None:
    """Poll feeds and news sitemaps and code the articles they link to.

    FEEDS.toml lists the feeds; `samples/feeds.toml` is one to begin with. robots.txt is obeyed, a host is asked one
    request at a time with a pause between two, and only for what has changed. An article is kept once, whatever
    addresses lead to it, and again when its text has changed. All state is in the store: the command can be killed at
    any moment and started again. `dragoman status` shows how the feeds are doing.

    Exit code 0; 1 when, with --once, a feed was not heard or a page could not be read; 2 for wrong usage.
    """
    from collections import Counter

    from dragoman.cli.knowledge import coder, defaults, knowledge
    from dragoman.cli.store import shown, store
    from dragoman.cli.trouble import Trouble
    from dragoman.fetch import Client, Dispatcher, Manners, SystemClock
    from dragoman.runner import CodingTask
    from dragoman.runner.feeds_file import BadFeeds, load_feeds
    from dragoman.runner.incident_update import update_steps
    from dragoman.runner.watch_settings import WatchSettings
    from dragoman.runner.watching import Watch
    from dragoman.store.watch_feeds import sync_feeds

    given = defaults(None, None, fast=fast)
    try:
        listed = load_feeds(Path(feeds), given.known)
    except BadFeeds as error:
        raise Trouble(str(error)) from None
    engine, known, clock = store(db, create=True), knowledge(), SystemClock()
    sync_feeds(engine, listed.feeds, clock.now())
    client = Client(contact=listed.contact, allow_private=allow_private)
    dispatcher = Dispatcher(client.ask, clock, Manners(delay=listed.delay))
    settings = WatchSettings(listed.recheck, listed.max_age, defaults=given)
    watch = Watch(engine, dispatcher, CodingTask(known, "coding"), coder(known), settings, jobs)
    counted: Counter[str] = Counter()
    events = 0
    for told in watch.run(once=once):
        counted[told.kind] += 1
        events += told.events
        _tell(told, quiet)
    dispatcher.stop()
    for _ in update_steps(engine):
        pass
    names = ("new", "changed", "same", "double", "later", "failed")
    pages = ", ".join(f"{counted[name]} {name}" for name in names)
    heard = f"{counted['heard'] + counted['unchanged']} feeds heard, {counted['unheard']} not"
    held_back = sum(feed.url not in watch.polled for feed in listed.feeds)
    heard += f", {held_back} not asked, since they failed lately" if held_back else ""
    click.echo(f"{shown(db)}: {heard}; pages: {pages}; {events} events coded")
    if counted["unheard"] or counted["failed"]:
        raise click.exceptions.Exit(1)


def _tell(told: "Told", quiet: bool) -> None:
    """Write a line for what happened; trouble goes to standard error."""
    if told.kind in ("unheard", "later", "failed"):
        click.echo(
            f"dragoman: {told.url}: {told.what}" if told.kind != "failed" else f"dragoman: {told.what}", err=True
        )
    elif not quiet and told.kind == "heard":
        complaint = f" ({told.what})" if told.what else ""
        click.echo(f"{told.url}: {told.pages} new, {told.changed} changed{complaint}")
    elif not quiet and told.kind in ("new", "changed"):
        click.echo(f"{told.kind} {told.url}: {told.events} events")
