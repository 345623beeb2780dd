"""`dragoman instrument`: the life of a treaty, truce, alliance or resolution."""

from typing import TYPE_CHECKING

import click

from dragoman.cli.incident_options import format_option
from dragoman.cli.options import database_option

if TYPE_CHECKING:
    from dragoman.cli.incident_rows import Row
    from dragoman.packs.world import Instrument
    from dragoman.series.instrument_life import LifeEntry

CLOSE = 3
"""Names shown where none fits."""


@click.command("instrument")
@click.argument("name")
@database_option
@format_option
def command(name: str, db: str, format_: str) -> None:
    """Show the life of a treaty, truce, alliance or resolution.

    NAME: any of its names in any language, or its id in the world data. Shows parties and signature, then by date what
    befell it: from the world data, and from the store with who says so and how many independent origins there are.

    Exit code 0; 1 when no instrument has the name or the store cannot be opened; 2 for wrong usage.
    """
    import msgspec

    from dragoman.cli.incident_options import settled_store
    from dragoman.cli.incident_rows import write_rows
    from dragoman.cli.show import console
    from dragoman.records import Hearsay
    from dragoman.series.instrument_life import life_of
    from dragoman.store.incident_query import IncidentFilter, find_incidents, hearsay_about

    instrument = _find(name)
    engine = settled_store(db)
    incidents = find_incidents(engine, IncidentFilter(instrument=instrument.id))
    said = [(msgspec.json.decode(h.payload, type=Hearsay), h.date, h.doc) for h in hearsay_about(engine, instrument.id)]
    life = life_of(instrument, incidents, said)
    if format_ == "table":
        page = console()
        page.print(f"{instrument.name} ({instrument.kind}, {instrument.id})")
        page.print(f"parties  {', '.join(instrument.parties)}")
        page.print(f"signed   {instrument.signed or 'not in the world data'}")
    write_rows(life, format_, _row, _row, "nothing is known of its life")


def _row(entry: "LifeEntry") -> "Row":
    return (
        ("date", entry.date or "–"),
        ("what", entry.what),
        ("by", ", ".join(entry.by)),
        ("according to", ", ".join(entry.according)),
        ("origins", entry.origins),
        ("incident", entry.incident),
    )


def _find(name: str) -> "Instrument":
    """Find an instrument by a name in any language or its id; raise Trouble with close names where none has it."""
    import difflib

    from dragoman.cli.trouble import Trouble
    from dragoman.packs.world import load_world

    named: dict[str, Instrument] = {}
    for one in load_world().instruments.values():
        for known in (one.id, one.name, *(n for names in one.names.values() for n in names)):
            named.setdefault(known.casefold(), one)
    wanted = name.casefold().strip()
    if wanted in named:
        return named[wanted]
    close = difflib.get_close_matches(wanted, named, CLOSE) or [k for k in named if wanted in k][:CLOSE]
    told = f"; close names: {', '.join(named[k].name for k in close)}" if close else ""
    raise Trouble(f"no instrument is named {name!r} in world/instruments.yaml{told}")
