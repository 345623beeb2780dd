"""The `dragoman` command: names its commands without loading them."""

import importlib
import os
import sys

import click

from dragoman import __version__

COMMANDS: dict[str, tuple[str, str]] = {
    "read": ("dragoman.cli.read", "Read one article and show its events to a person."),
    "code": ("dragoman.cli.code", "Code articles into PLOVER records, CSV or a table."),
    "ingest": ("dragoman.cli.ingest", "Code articles into a store; the same input twice changes nothing."),
    "watch": ("dragoman.cli.watch", "Poll feeds and news sitemaps and code the articles they link to."),
    "status": ("dragoman.cli.status", "Show how the watched feeds are doing."),
    "events": ("dragoman.cli.events", "Query the events of a store."),
    "search": ("dragoman.cli.search", "Search the articles of a store for words."),
    "export": ("dragoman.cli.export", "Export the events of a store as files for other programs."),
    "stories": ("dragoman.cli.stories", "List the stories of a store: articles that carry one text."),
    "story": ("dragoman.cli.story", "Show one story and what holds it together, or split and merge stories by hand."),
    "link": ("dragoman.cli.link", "Link the articles of a store that are in no story yet."),
    "store": ("dragoman.cli.store", "Tell what a store holds, and bring an older store up to this program."),
    "incidents": ("dragoman.cli.incidents", "List incidents: one occurrence over articles, stories and languages."),
    "incident": ("dragoman.cli.incident", "Show one incident: evidence, sources as a tree, contradictions."),
    "timeline": ("dragoman.cli.timeline", "Show what happened between two countries, day by day."),
    "dyads": ("dragoman.cli.dyads", "Count incidents by month and directed pair of countries."),
    "instrument": ("dragoman.cli.instrument", "Show the life of a treaty, truce, alliance or resolution."),
    "relate": ("dragoman.cli.relate", "Say what one given actor does to another."),
    "explain": ("dragoman.cli.explain", "Explain how a sentence is read: words, concepts, rules, refusals."),
    "check": ("dragoman.cli.check", "Check language packs: lint, examples, counter-examples, known gaps."),
    "language": ("dragoman.cli.language", "Begin a language pack."),
    "world": ("dragoman.cli.world", "Bring in people and organisations from other collections."),
    "coverage": ("dragoman.cli.coverage", "Show concepts × languages, and the holes."),
    "schema": ("dragoman.cli.schema", "Print the JSON Schema of the record."),
    "bench": ("dragoman.cli.bench", "Measure accuracy, speed and memory against the bench data."),
}
"""Every command: the module that holds it, and what it does in a line."""


class LazyGroup(click.Group):
    """A group that imports a command only when it is called or asked for help."""

    def list_commands(self, context: click.Context) -> list[str]:
        """Name the commands in the order of the table."""
        return list(COMMANDS)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        """Import a command."""
        if name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(COMMANDS[name][0]).command
        return command

    def format_commands(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, short) for name, (_, short) in COMMANDS.items()])


@click.command(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="dragoman")
def dragoman() -> None:
    """Read news in the language it is written in and write down political events.

    Works offline; nothing is sent anywhere. Only `watch` and `ingest` fetch what they are told to. `dragoman COMMAND
    --help` describes a command.
    """


def main() -> None:
    """Run the command line; trouble that is not a bug is told in one line."""
    from dragoman.cli.trouble import Trouble

    try:
        code = dragoman.main(prog_name="dragoman", standalone_mode=False)
        if isinstance(code, int):  # click returns the code of an Exit where it is not the one to end the program
            sys.exit(code)
    except click.exceptions.Exit as stop:
        sys.exit(stop.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except click.Abort:
        click.echo("interrupted", err=True)
        sys.exit(130)
    except BrokenPipeError:  # `dragoman … | head` has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except Trouble as trouble:
        click.echo(f"dragoman: {trouble}", err=True)
        sys.exit(trouble.exit_code)


if __name__ == "__main__":
    main()
