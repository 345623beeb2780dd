"""`dragoman stories`: the stories of a store."""

from datetime import date

import click

from dragoman.cli.options import database_option, day_option

SHOWN = 12
"""Letters of an id that are shown; they are enough to name it."""


@click.command("stories")
@database_option
@day_option("--from", "first", help="First day; a story counts when it was published on a day of the range.")
@day_option("--to", "last", help="Last day.")
@click.option("--fewest", type=click.IntRange(min=1), default=2, show_default=True, help="Articles it must have.")
@click.option("--limit", type=click.IntRange(min=1), help="Stories to show at most.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line, with the docs of the articles.")
def command(db: str, first: str | None, last: str | None, fewest: int, limit: int | None, as_json: bool) -> None:
    """List the stories of a store: articles that carry one text, be it in several languages.

    The largest first, with the number of articles, their languages, whose text it is as far as the articles say, and
    the earliest of them. `dragoman ingest` finds stories; `dragoman link` finds those of a store made before it did.

    Exit code 0, also when there are none; 1 when the store cannot be opened; 2 for wrong usage.
    """
    import msgspec

    from dragoman.cli.store import store
    from dragoman.store.story_query import docs_of, list_stories

    if first is not None and last is not None and first > last:
        raise click.UsageError(f"--from {first} is after --to {last}")
    days = [None if day is None else date.fromisoformat(day).toordinal() for day in (first, last)]
    engine = store(db, create=False)
    found = list(list_stories(engine, fewest, days[0], days[1], limit))
    docs = docs_of(engine, [story.id for story in found]) if as_json else {}
    for story in found:
        first, last = shown_day(story.first), shown_day(story.last)
        if as_json:
            told = {**msgspec.structs.asdict(story), "first": first, "last": last, "docs": docs[story.id]}
            click.echo(msgspec.json.encode(told))
            continue
        click.echo(f"{story.id[:SHOWN]}  {first or '–':<10}  {story.size:>4}  {story.origin or '–'}  {story.languages}")
        click.echo(f"    {story.doc}  {story.title or ''}".rstrip())


def shown_day(day: int | None) -> str | None:
    """Write an ordinal as an ISO day."""
    return None if day is None else date.fromordinal(day).isoformat()
