"""Search the articles of a store for words."""

import msgspec
from sqlalchemy import ColumnElement, Engine, TextClause, func, select, text

from dragoman.store.index import searchable
from dragoman.store.sought import for_postgres, for_sqlite, read_query
from dragoman.store.tables import documents


class Article(msgspec.Struct, frozen=True):
    """An article that was found: what is shown of it, and its text."""

    id: str
    doc: str
    published: str | None
    language: str | None
    title: str | None
    url: str | None
    text: str


def find_articles(
    engine: Engine,
    query: str,
    *,
    language: str | None = None,
    first: str | None = None,
    last: str | None = None,
    limit: int = 20,
) -> list[Article]:
    """Find current articles that hold all the words of a query, newest first; raise BadQuery where it seeks none.

    `first` and `last` bound the day of publication; with either, articles without one are left out.
    """
    conditions: list[ColumnElement[bool] | TextClause] = [documents.c.current, _matches(engine, query)]
    if language is not None:
        conditions.append(documents.c.language == language)
    if first is not None:
        conditions.append(documents.c.published >= first)
    if last is not None:
        conditions.append(documents.c.published <= last)
    order = (func.coalesce(documents.c.published, "").desc(), documents.c.doc)
    joined = select(documents.c.id).join_from(documents, searchable, searchable.c.document == documents.c.id)
    first_found = joined.where(*conditions).order_by(*order).limit(limit).subquery()  # sorted without their long texts
    columns = (documents.c[name] for name in Article.__struct_fields__)
    asked = select(*columns).join_from(documents, first_found, first_found.c.id == documents.c.id).order_by(*order)
    with engine.connect() as connection:
        if connection.dialect.name == "postgresql":
            # The planner holds reading every tsvector for cheap, since they stand outside the table's own pages.
            connection.exec_driver_sql("SET LOCAL enable_seqscan = off")
        return [Article(*row) for row in connection.execute(asked)]


def _matches(engine: Engine, query: str) -> TextClause:
    sought = read_query(query)
    if engine.dialect.name == "postgresql":
        return text("searchable.words @@ CAST(:sought AS tsquery)").bindparams(sought=for_postgres(sought))
    found = "searchable.number IN (SELECT rowid FROM search_index WHERE search_index MATCH :sought)"
    return text(found).bindparams(sought=for_sqlite(sought))
