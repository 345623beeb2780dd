"""`dragoman link`: stories of what stands in a store unlinked."""

import click

from dragoman.cli.options import database_option


@click.command("link")
@database_option
def command(db: str) -> None:
    """Link the articles of a store that are in no story yet.

    `dragoman ingest` links what it codes. Articles of a store made before it did, and those a kill cut off, are read
    once more here and linked; the others are left as they are.

    Exit code 0; 1 when the store cannot be opened; 2 for wrong usage.
    """
    from dragoman.cli.knowledge import knowledge
    from dragoman.cli.progress import watched
    from dragoman.cli.store import shown, store
    from dragoman.runner.story_linking import link_rest

    engine = store(db, create=False, upgrade=True)
    count = sum(1 for _ in watched(link_rest(engine, knowledge()), "linking"))
    click.echo(f"{shown(db)}: {count} linked")
