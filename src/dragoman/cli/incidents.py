"""`dragoman incidents`: list incidents."""

import click

from dragoman.cli.incident_options import check_days, format_option
from dragoman.cli.options import database_option, day_option


@click.command("incidents")
@database_option
@click.option("--actor", metavar="CODE", help="Who did it: KOR, KOR/MIL, /REB.")
@click.option("--recipient", metavar="CODE", help="To whom.")
@click.option("--party", metavar="CODE", help="Who took part on either side.")
@click.option("--type", "type_", metavar="TYPE", help="PLOVER type: CONSULT, ASSAULT …")
@day_option("--from", "first", help="First day; an incident counts when it may have happened on a day of the range.")
@day_option("--to", "last", help="Last day.")
@click.option("--origins", type=click.IntRange(min=1), default=1, show_default=True, help="Fewest independent origins.")
@click.option("--articles", type=click.IntRange(min=1), default=1, show_default=True, help="Fewest articles.")
@click.option("--disputed", is_flag=True, help="Only incidents with contradictions.")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Only the N best attested.")
@format_option
def command(
    db: str,
    actor: str | None,
    recipient: str | None,
    party: str | None,
    type_: str | None,
    first: str | None,
    last: str | None,
    origins: int,
    articles: int,
    disputed: bool,
    limit: int | None,
    format_: str,
) -> None:
    """List incidents: one occurrence over articles, stories and languages.

    Takes up articles ingested since the last time first. Shows for each the best day, who to whom, figures with their
    range where they are disputed, the number of articles, of stories and of independent origins, and who reports,
    confirms and denies it.

    Exit code 0, also when nothing is found; 1 when the store cannot be opened; 2 for wrong usage.
    """
    from dragoman.cli.incident_options import settled_store
    from dragoman.cli.incident_rows import incident_row, short_row, write_rows
    from dragoman.store.incident_query import IncidentFilter, find_incidents

    check_days(first, last)
    wanted = IncidentFilter(actor, recipient, party, None, type_, first, last, None, origins, articles, disputed)
    found = find_incidents(settled_store(db), wanted, limit)
    write_rows(found, format_, incident_row, short_row, "no incidents")
