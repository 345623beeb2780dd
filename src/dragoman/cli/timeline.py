"""`dragoman timeline`: what happened between two countries."""

import click

from dragoman.cli.incident_options import check_days, dyad_option, format_option
from dragoman.cli.options import database_option, day_option


@click.command("timeline")
@dyad_option(required=True)
@database_option
@day_option("--from", "first", help="First day.")
@day_option("--to", "last", help="Last day.")
@click.option("--origins", type=click.IntRange(min=1), default=1, show_default=True, help="Fewest independent origins.")
@format_option
def command(
    dyad: tuple[str, str], db: str, first: str | None, last: str | None, origins: int, format_: str
) -> None:  # fmt: skip
    """Show what happened between two countries, day by day.

    Incidents in which both took part, by day. Where the articles name only who acted and one other country, that one is
    implied, and stands in brackets.

    Exit code 0, also when nothing is found; 1 when the store cannot be opened; 2 for wrong usage.
    """
    from dragoman.cli.incident_options import settled_store
    from dragoman.cli.incident_rows import incident_row, short_row, write_rows
    from dragoman.store.incident_query import IncidentFilter, find_incidents

    check_days(first, last)
    wanted = IncidentFilter(dyad=dyad, first=first, last=last, origins=origins)
    found = find_incidents(settled_store(db), wanted)
    write_rows(found, format_, incident_row, short_row, f"no incidents between {dyad[0]} and {dyad[1]}")
