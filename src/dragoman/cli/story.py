"""`dragoman story`: one story, and splitting and merging by hand."""

from typing import TYPE_CHECKING

import click

from dragoman.cli.options import database_option

if TYPE_CHECKING:
    from dragoman.records import Edge
    from dragoman.store.story_query import StoryArticle

SHOWN = 12


class _ByName(click.Group):
    """A group that takes a word which is no command of its own for the name of a story to show."""

    def parse_args(self, context: click.Context, args: list[str]) -> list[str]:
        first = next((word for word in args if not word.startswith("-")), None)
        if first is not None and first not in self.commands:
            args = ["show", *args]
        return super().parse_args(context, args)


@click.group("story", cls=_ByName)
def command() -> None:
    """Show one story and what holds it together, or split and merge stories by hand.

    `dragoman story ID` shows a story. ID is the id of a story or the beginning of it, or the doc of any of its articles.
    """


@command.command("show")
@click.argument("id_", metavar="ID")
@database_option
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
def show(id_: str, db: str, as_json: bool) -> None:
    """Show a story: its articles, the earliest and the origin, and the reason and score of each tie.

    ID is the id of a story or the beginning of it, or the doc of any of its articles.

    Exit code 0; 1 when there is no such story or the store cannot be opened; 2 for wrong usage.
    """
    import msgspec

    from dragoman.cli.store import store
    from dragoman.cli.trouble import Trouble
    from dragoman.store.story_query import find_story, story_articles, told_story

    with store(db, create=False).connect() as connection:
        name = find_story(connection, id_)
        if name is None:
            raise Trouble(f"no story or article is called {id_!r}; `dragoman stories` lists them")
        story = told_story(connection, name)
        articles = story_articles(connection, name)
    if as_json:
        click.echo(msgspec.json.encode({"story": story, "articles": articles}))
        return
    docs = {article.document: article.doc for article in articles}
    click.echo(f"story     {story.id}")
    click.echo(f"origin    {story.origin or 'not told'}")
    click.echo(f"earliest  {docs[story.earliest]}")
    click.echo(f"articles  {len(articles)}")
    for article in articles:
        click.echo(f"  {_article(article)}")
    if story.edges:
        click.echo("ties")
    for edge in story.edges:
        click.echo(f"  {_edge(edge, docs)}")


@command.command("split")
@click.argument("id_", metavar="ID")
@click.argument("docs", nargs=-1, required=True, metavar="DOC...")
@database_option
def split(id_: str, docs: tuple[str, ...], db: str) -> None:
    """Take articles out of a story: they form a story of their own, now and whenever articles are linked again.

    ID is the id of a story or the beginning of it, or the doc of any of its articles; DOC the doc of an article of it.

    Exit code 0; 1 when there is no such story or article, or the store cannot be opened; 2 for wrong usage.
    """
    from dragoman.cli.store import store
    from dragoman.cli.trouble import Trouble
    from dragoman.runner.story_deciding import NoSuchStory, split_story

    try:
        left, formed = split_story(store(db, create=False), id_, docs)
    except NoSuchStory as trouble:
        raise Trouble(str(trouble)) from None
    click.echo(f"{left[:SHOWN]} has lost {len(set(docs))}; they are {formed[:SHOWN]}")


@command.command("merge")
@click.argument("ids", nargs=-1, required=True, metavar="ID ID...")
@database_option
def merge(ids: tuple[str, ...], db: str) -> None:
    """Make stories one, now and whenever articles are linked again.

    Each ID is the id of a story or the beginning of it, or the doc of any of its articles.

    Exit code 0; 1 when there is no such story or the store cannot be opened; 2 for wrong usage.
    """
    from dragoman.cli.store import store
    from dragoman.cli.trouble import Trouble
    from dragoman.runner.story_deciding import NoSuchStory, merge_stories

    if len(ids) < 2:
        raise click.UsageError("name two stories or more to merge")
    try:
        formed = merge_stories(store(db, create=False), ids)
    except NoSuchStory as trouble:
        raise Trouble(str(trouble)) from None
    click.echo(f"they are {formed[:SHOWN]} now")


def _article(article: "StoryArticle") -> str:
    where = article.source or article.url or ""
    told = (article.published or "–", article.language or "–", article.doc, article.title or "", where)
    return "  ".join(word for word in told if word)


def _edge(edge: "Edge", docs: dict[str, str]) -> str:
    return f"{docs.get(edge.one, edge.one)} – {docs.get(edge.other, edge.other)}: {edge.reason} {edge.score:.2f}, {edge.why}"
