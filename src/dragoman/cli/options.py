"""Options that several commands share."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])


def _language(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    from dragoman.ingest.outcome import Defaults, Unreadable
    from dragoman.ingest.tag import settle_language
    from dragoman.packs.load import known_languages

    try:
        return settle_language(value, Defaults(known=frozenset(known_languages())))
    except Unreadable as trouble:
        raise click.BadParameter(f"{trouble.what}; {trouble.advice}") from None


def _day(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    from dragoman.ingest.outcome import Unreadable
    from dragoman.ingest.soundness import read_day

    try:
        return None if value is None else read_day(value, "published")
    except Unreadable as trouble:
        raise click.BadParameter(f"{trouble.what}; {trouble.advice}") from None


def day_option(*names: str, help: str) -> Callable[[F], F]:
    """Make an option that takes an ISO day."""
    return click.option(*names, callback=_day, metavar="DATE", help=help)


def language_option(command: F) -> F:
    """Add --language."""
    told = "Language of the text (en, id, ko …); else it is recognised."
    return click.option("--language", callback=_language, metavar="xx", help=told)(command)


def published_option(command: F) -> F:
    """Add --published."""
    return day_option("--published", help="Day of publication (2024-06-14) of articles that do not say it.")(command)


def world_option(command: F) -> F:
    """Add --world."""
    return click.option(
        "--world",
        type=click.Path(exists=True, file_okay=False),
        metavar="FOLDER",
        help="People and organisations of your own, as `dragoman world import` writes them.",
    )(command)


def jobs_option(command: F) -> F:
    """Add --jobs."""
    return click.option(
        "--jobs", "-j", type=click.IntRange(min=1), default=1, show_default=True, help="Processes to code with."
    )(command)


def database_option(command: F) -> F:
    """Add --db."""
    return click.option(
        "--db",
        default="sqlite:///dragoman.db",
        show_default=True,
        metavar="URL",
        help="Store: sqlite:///FILE or postgresql://….",
    )(command)
