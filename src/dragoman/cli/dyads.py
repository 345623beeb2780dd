"""`dragoman dyads`: monthly series of directed pairs."""

from typing import TYPE_CHECKING

import click

from dragoman.cli.incident_options import check_days, dyad_option, format_option
from dragoman.cli.options import database_option, day_option

if TYPE_CHECKING:
    from dragoman.cli.incident_rows import Row
    from dragoman.series.dyads import DyadMonth


@click.command("dyads")
@database_option
@dyad_option(required=False)
@day_option("--from", "first", help="First day.")
@day_option("--to", "last", help="Last day.")
@click.option("--within", is_flag=True, help="Also what happens inside one country (KOR → KOR).")
@format_option
def command(
    db: str, dyad: tuple[str, str] | None, first: str | None, last: str | None, within: bool, format_: str
) -> None:  # fmt: skip
    """Count incidents by month and directed pair of countries.

    For each month and pair: the incidents, their weight (each counted by its independent origins), the mean intensity
    weighted so (-10 to 10), how many are cooperation and how many conflict, of how many the recipient is implied only (a
    hostile deed whose articles name one other country), and the change against the same month of the preceding year
    where the store reaches back to it.

    Exit code 0, also when nothing is found; 1 when the store cannot be opened; 2 for wrong usage.
    """
    from dragoman.cli.incident_options import settled_store
    from dragoman.cli.incident_rows import write_rows
    from dragoman.series.dyads import Interaction, by_month
    from dragoman.store.incident_query import IncidentFilter, find_pairs

    check_days(first, last)
    pairs = find_pairs(settled_store(db), IncidentFilter(dyad=dyad))
    wanted = set(dyad or ())
    months = by_month(
        Interaction(p.incident, p.date, p.actor, p.recipient, p.quad, p.scale, p.origins, p.implied)
        for p in pairs
        if (within or p.actor != p.recipient) and (not wanted or {p.actor, p.recipient} == wanted)
    )
    shown = [
        m for m in months if (first is None or m.month >= first[:7]) and (last is None or m.month <= last[:7])
    ]  # fmt: skip
    write_rows(shown, format_, _row, _row, "no incidents between countries")


def _row(month: "DyadMonth") -> "Row":
    def change(value: float | None) -> str:
        return "" if value is None else f"{value:+g}"

    return (
        ("month", month.month),
        ("actor", month.actor),
        ("recipient", month.recipient),
        ("incidents", month.incidents),
        ("weight", month.weight),
        ("scale", month.scale),
        ("cooperation", month.cooperation),
        ("conflict", month.conflict),
        ("implied", month.implied),
        ("incidents against last year", change(month.incidents_change)),
        ("scale against last year", change(month.scale_change)),
    )
