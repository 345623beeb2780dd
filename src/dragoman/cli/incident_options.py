"""Options that the commands on incidents share, and what they have in common."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from sqlalchemy import Engine

F = TypeVar("F", bound=Callable[..., Any])


def format_option(command: F) -> F:
    """Add --format."""
    told = "A table to look at, CSV, or one JSON object a line."
    kinds = click.Choice(["table", "csv", "json"])
    return click.option("--format", "-f", "format_", type=kinds, default="table", show_default=True, help=told)(command)


def _dyad(context: click.Context, parameter: click.Parameter, value: str | None) -> tuple[str, str] | None:
    if value is None:
        return None
    one, _, other = value.upper().partition("-")
    if len(one) != 3 or len(other) != 3 or not (one + other).isalpha():
        raise click.BadParameter(f"{value!r} is no pair; write two country codes of three letters, as KOR-PRK")
    return one, other


def dyad_option(*, required: bool) -> Callable[[F], F]:
    """Make --dyad, a pair of country codes."""
    told = "Two country codes: KOR-PRK; either may be who acts."
    return click.option("--dyad", callback=_dyad, required=required, metavar="AAA-BBB", help=told)


def settled_store(db: str) -> "Engine":
    """Open a store and bring its incidents up to date with its articles."""
    from dragoman.cli.progress import watched
    from dragoman.cli.store import store
    from dragoman.runner.incident_update import update_steps

    engine = store(db, create=False)
    for _ in watched(update_steps(engine), "gathering incidents, in steps"):
        pass
    return engine


def check_days(first: str | None, last: str | None) -> None:
    """Refuse a range that ends before it begins."""
    if first is not None and last is not None and first > last:
        raise click.UsageError(f"--from {first} is after --to {last}")
