"""`dragoman events`: ask a store."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from dragoman.cli.options import database_option, day_option

if TYPE_CHECKING:
    from dragoman.export import PloverRecord


@click.command("events")
@database_option
@click.option("--actor", metavar="CODE", help="Who did it: KOR, KOR/GOV, /REB.")
@click.option("--recipient", metavar="CODE", help="To whom; in two-sided acts, the other side.")
@click.option("--type", "type_", metavar="TYPE", help="PLOVER type: CONSULT, ASSAULT …")
@day_option("--from", "first", help="First day; an event counts when it may have happened on a day of the range.")
@day_option("--to", "last", help="Last day.")
@click.option("--status", type=click.Choice(["actual", "future", "hypothetical", "negated"]), help="Only this status.")
@click.option("--doc", metavar="ID", help="Only events of this article.")
@click.option(
    "--format",
    "-f",
    "format_",
    type=click.Choice(["table", "plover", "csv"]),
    default="table",
    show_default=True,
    help="A table to look at, one PLOVER record a line (JSON), or CSV.",
)
def command(
    db: str,
    actor: str | None,
    recipient: str | None,
    type_: str | None,
    first: str | None,
    last: str | None,
    status: str | None,
    doc: str | None,
    format_: str,
) -> None:
    """Query the events of a store; only the last version of each article counts.

    Exit code 0, also when nothing is found; 1 when the store cannot be opened; 2 for wrong usage.
    """
    from dragoman.cli.store import store
    from dragoman.store import Filter, find_events

    if first is not None and last is not None and first > last:
        raise click.UsageError(f"--from {first} is after --to {last}")
    wanted = Filter(actor, recipient, type_, status, first, last, doc)
    payloads = find_events(store(db, create=False), wanted)
    if format_ == "plover":
        for payload in payloads:
            click.echo(payload)
        return
    _lay_out(payloads, format_)


def _lay_out(payloads: Iterator[str], format_: str) -> None:
    import msgspec

    from dragoman.export import PloverRecord, to_csv, to_table

    write = to_csv if format_ == "csv" else to_table

    def lines() -> Iterator[str]:
        yield write([], header=True)
        for payload in payloads:
            yield write([_record(payload)])

    def _record(payload: str) -> "PloverRecord":
        return msgspec.json.decode(payload, type=PloverRecord)

    for line in lines():
        click.echo(line, nl=False)
