"""`dragoman schema`: what a record looks like."""

import click


@click.command("schema")
def command() -> None:
    """Print the JSON Schema of the record.

    It describes one line of `dragoman code --format plover`, in the dialect 2020-12.
    """
    import json

    from dragoman.export import record_schema

    click.echo(json.dumps(record_schema(), indent=2, ensure_ascii=False))
