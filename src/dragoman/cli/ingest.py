"""`dragoman ingest`: articles into a store."""

from collections import Counter

import click

from dragoman.cli.options import database_option, jobs_option, language_option, published_option


@click.command("ingest")
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@database_option
@language_option
@published_option
@jobs_option
def command(inputs: tuple[str, ...], db: str, language: str | None, published: str | None, jobs: int) -> None:
    """Code articles into a store; the same input twice changes nothing.

    INPUT as in `dragoman code`. A changed article becomes a new version that names the old one. Each document is kept
    in one transaction, so that a run can be killed and started again. Failures are kept in the store too. At the end the
    incidents are brought up to date with the articles.

    Exit code 0; 1 when some documents failed; 2 for wrong usage.
    """
    from dragoman.cli.knowledge import coder, defaults, knowledge
    from dragoman.cli.progress import watched
    from dragoman.cli.store import store
    from dragoman.ingest import read_inputs
    from dragoman.runner import CodingTask
    from dragoman.runner.incident_update import update_steps
    from dragoman.runner.ingesting import ingest

    engine = store(db, create=True)
    known = knowledge()
    items = read_inputs(inputs, defaults(language, published))
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
    click.echo(f"{db}: {told}; {events} events coded")
    if became["failed"]:
        raise click.exceptions.Exit(1)
