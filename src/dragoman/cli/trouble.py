"""Trouble that is told to a person in one line."""

import click


class Trouble(click.ClickException):
    """Something a person can put right: what is wrong and what to do. Exit code 1."""

    def show(self, file: object = None) -> None:
        """Print the line on standard error."""
        click.echo(f"dragoman: {self.format_message()}", err=True)
