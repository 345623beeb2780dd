"""docs/commands.md says what `--help` says. Run with UPDATE_DOCS=1 to rewrite it."""

import os
import re
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from dragoman.cli.main import COMMANDS, dragoman

PAGE = Path(__file__).parents[2] / "docs" / "commands.md"
SECTION = re.compile(r"^## (dragoman[^\n]*)\n\n```text\n(.*?)```\n", re.MULTILINE | re.DOTALL)


def help_of(name: str) -> str:
    """Return what a command says of itself at a width of 80."""
    arguments = [*name.split()[1:], "--help"]
    return CliRunner().invoke(dragoman, arguments, prog_name="dragoman", terminal_width=80).output


def sections() -> dict[str, str]:
    return dict(SECTION.findall(PAGE.read_text(encoding="utf-8")))


if os.environ.get("UPDATE_DOCS"):
    text = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(SECTION.sub(lambda m: f"## {m[1]}\n\n```text\n{help_of(m[1])}```\n", text), encoding="utf-8")


@pytest.mark.parametrize("name", sections())
def test_the_page_says_what_help_says(name: str) -> None:
    assert sections()[name] == help_of(name)


def test_every_command_has_a_section() -> None:
    assert {f"dragoman {name}" for name in COMMANDS} <= set(sections())


def test_the_list_of_commands_says_what_each_command_says() -> None:
    context = click.Context(dragoman)
    for name, (_, short) in COMMANDS.items():
        command = dragoman.get_command(context, name)
        assert command is not None
        assert (command.help or "").split("\n\n")[0].replace("\n", " ").startswith(short.rstrip("."))
