"""`dragoman status`: how the watched feeds are doing."""

from typing import TYPE_CHECKING

import click

from dragoman.cli.options import database_option

if TYPE_CHECKING:
    from dragoman.runner.health import Judged


_RECENT = 86_400.0


@click.command("status")
@database_option
@click.option("--all", "everything", is_flag=True, help="Feeds that are watched no longer too.")
@click.option(
    "--format",
    "-f",
    "format_",
    type=click.Choice(["table", "json"]),
    default="table",
    show_default=True,
    help="A table to look at, or one JSON object for each feed.",
)
def command(db: str, everything: bool, format_: str) -> None:
    """Show how the watched feeds are doing.

    For each feed: the verdict (heard, not heard, never heard, late, empty, silent), when it was last heard, when it
    last brought something new, its articles (read; due; given up), and gaps: times in which it was not heard, or told
    of more than it held. A gap counts until what came after it reaches back to what was known before. Last comes why a
    feed is not heard. A feed that brings nothing is shown as silent, never as quiet.

    Exit code 0 when all feeds are heard; 1 when one is not, or the store cannot be opened; 2 for wrong usage.
    """
    import json
    import time

    from dragoman.cli.store import store
    from dragoman.runner.health import as_record, judge
    from dragoman.store.watch_status import feed_health

    now = time.time()
    judged = [judge(feed, now) for feed in feed_health(store(db, create=False), now, everything=everything)]
    if format_ == "json":
        for one in judged:
            click.echo(json.dumps(as_record(one), ensure_ascii=False))
    else:
        _table(judged, now)
    if any(one.verdict != "heard" for one in judged):
        raise click.exceptions.Exit(1)


def _table(judged: "list[Judged]", now: float) -> None:
    import sys

    from rich.console import Console
    from rich.table import Table

    from dragoman.runner.health import ago

    if not judged:
        click.echo("no feed is watched; begin with `dragoman watch samples/feeds.toml`")
        return

    def since(when: float | None) -> str:
        return "never" if when is None else f"{ago(now - when)} ago"

    table = Table(box=None, pad_edge=False)
    for name in ("feed", "verdict", "heard", "new", "read", "due", "given up", "gaps"):
        table.add_column(name, justify="right" if name in ("read", "due", "given up", "gaps") else "left")
    for one in judged:
        feed = one.feed
        read = feed.pages.get("done", 0) + feed.pages.get("double", 0)
        cells = (feed.name, one.verdict, since(feed.last_success), since(feed.last_new))
        table.add_row(*cells, str(read), str(feed.due), str(feed.pages.get("failed", 0)), str(len(one.lost) or "–"))
    Console(width=None if sys.stdout.isatty() else 120).print(table)
    for one in judged:
        for line in _reasons(one, now):
            click.echo(line)


def _reasons(one: "Judged", now: float) -> list[str]:
    """Say why a feed is not heard, and when something of it may have been missed."""
    from dragoman.runner.health import moment

    name = one.feed.name if one.feed.name in one.feed.url else f"{one.feed.name} ({one.feed.url})"
    lines = [f"{name}: {one.verdict}: {one.reason}"] if one.reason else []
    if one.verdict == "heard" and now - (one.feed.last_error_at or 0.0) < _RECENT:
        lines.append(f"{name}: last trouble at {moment(one.feed.last_error_at)}: {one.feed.last_error}")
    for gap in one.lost[-3:]:
        lines.append(f"{name}: gap from {moment(gap.began)} to {moment(gap.ended) or 'now'}: {gap.reason}")
    return lines
