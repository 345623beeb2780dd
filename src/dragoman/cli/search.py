"""`dragoman search`: articles of a store by their words."""

from typing import TYPE_CHECKING

import click

from dragoman.cli.options import database_option, day_option

if TYPE_CHECKING:
    from dragoman.store import Article

WIDTH = 160
"""Letters of text shown of an article."""


@click.command("search")
@click.argument("words", nargs=-1, required=True, metavar="QUERY...")
@database_option
@click.option("--language", metavar="xx", help="Only articles in this language (en, id, ko …).")
@day_option("--from", "first", help="First day of publication.")
@day_option("--to", "last", help="Last day of publication.")
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, help="Articles to show at most.")
def command(
    words: tuple[str, ...], db: str, language: str | None, first: str | None, last: str | None, limit: int
) -> None:
    """Search the articles of a store for words.

    QUERY is words that must all be there, in any order; '"words in quotes"' must follow each other, beginning* finds
    every word that begins so, "word -other" leaves out articles with the other. Capitals and accents do not count. Where
    words are not set apart (Chinese, Japanese, Korean, Thai) any stretch of letters is found. Newest first; only the last
    version of each article. What was sought stands in [brackets].

    Exit code 0, also when nothing is found; 1 when the store cannot be opened; 2 for wrong usage.
    """
    from dragoman.cli.store import store
    from dragoman.store import BadQuery, find_articles

    if first is not None and last is not None and first > last:
        raise click.UsageError(f"--from {first} is after --to {last}")
    engine, query = store(db, create=False), " ".join(words)
    try:
        found = find_articles(engine, query, language=language, first=first, last=last, limit=limit)
    except BadQuery as trouble:
        raise click.BadParameter(str(trouble), param_hint="QUERY") from None
    for article in found:
        click.echo(_shown(article, query))


def _shown(article: "Article", query: str) -> str:
    from dragoman.store import snippet

    def marked(text: str, width: int | None) -> str:
        return "".join(
            click.style(f"[{piece}]", bold=True) if sought else piece for piece, sought in snippet(text, query, width)
        )

    head = (
        f"{article.published or '–':<10}  {article.doc}  {article.language or '–'}  {marked(article.title or '', None)}"
    )
    return f"{head.rstrip()}\n    {marked(article.text, WIDTH).strip()}"
