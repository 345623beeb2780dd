"""Open a store for a command and tell of trouble in one line; `dragoman store`: what a store holds."""

from typing import TYPE_CHECKING

import click

from dragoman.cli.options import database_option
from dragoman.cli.trouble import Trouble

if TYPE_CHECKING:
    from sqlalchemy import Engine


def store(url: str, *, create: bool, upgrade: bool = False) -> "Engine":
    """Open a store by its URL; `create` makes one where there is none, that or `upgrade` brings an older one up."""
    from dragoman.store import StoreTrouble, open_store

    try:
        return open_store(url, create=create, upgrade=upgrade)
    except StoreTrouble as trouble:
        raise Trouble(str(trouble)) from None


def shown(url: str) -> str:
    """Return the URL of a store as it may be shown: without the password in it."""
    from sqlalchemy.engine import make_url

    return make_url(url).render_as_string(hide_password=True) if "://" in url else url


@click.command("store")
@database_option
@click.option(
    "--upgrade", is_flag=True, help="Bring a store made by an older dragoman up to this one; keep a copy first."
)
def command(db: str, upgrade: bool) -> None:
    """Tell what a store holds, and bring an older store up to this program.

    `dragoman ingest` brings a store up by itself; commands that only ask never change one.

    Exit code 0; 1 when the store cannot be opened; 2 for wrong usage.
    """
    from dragoman.store import count_rows, version_of

    engine = store(db, create=False, upgrade=upgrade)
    with engine.connect() as connection:
        click.echo(f"schema     {version_of(connection)}")
    for name, count in count_rows(engine).items():
        click.echo(f"{name:<10} {count}")
