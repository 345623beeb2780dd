"""`dragoman incident`: one incident with all it rests on."""

import click

from dragoman.cli.options import database_option


@click.command("incident")
@click.argument("id_", metavar="ID")
@database_option
@click.option(
    "--format",
    "-f",
    "format_",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="For a person, or one JSON object.",
)
def command(id_: str, db: str, format_: str) -> None:
    """Show one incident: evidence, sources as a tree, contradictions.

    ID as `dragoman incidents` prints it; its beginning is enough. The evidence is in the language of each article. The
    tree has the independent origins, the stories that rest on each, and their articles.

    Exit code 0; 1 when there is no such incident or the store cannot be opened; 2 for wrong usage.
    """
    import msgspec

    from dragoman.cli.incident_options import settled_store
    from dragoman.cli.show_incident import show_incident
    from dragoman.cli.trouble import Trouble
    from dragoman.store.incident_query import evidence_of, get_incidents

    engine = settled_store(db)
    found = get_incidents(engine, id_)
    if not found:
        from dragoman.cli.store import shown

        raise Trouble(f"there is no incident {id_} in {shown(db)}; `dragoman incidents --db {shown(db)}` lists them")
    if len(found) > 1:
        raise Trouble(f"{id_} is the beginning of several ids ({', '.join(one.id for one in found)}); write more of it")
    if format_ == "json":
        click.echo(msgspec.json.encode(found[0]).decode())
        return
    show_incident(found[0], evidence_of(engine, found[0].id))
