"""Make articles searchable by their words."""

import sqlalchemy as sa
from alembic import op

from dragoman.store.index import index_documents

revision = "0002"
down_revision = "0001"
_AT_ONCE = 200


def upgrade() -> None:
    """Make the index for words, and put every document into it."""
    connection = op.get_bind()
    postgres = connection.dialect.name == "postgresql"
    words = [sa.Column("words", sa.dialects.postgresql.TSVECTOR, nullable=False)] if postgres else []
    op.create_table(
        "searchable",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("document", sa.String(64), sa.ForeignKey("documents.id"), nullable=False, unique=True),
        *words,
    )
    if postgres:
        op.create_index("searchable_words", "searchable", ["words"], postgresql_using="gin")
    else:
        # The terms are cut already, so FTS5 need only split at spaces: `ascii` takes every other letter for one of a word.
        op.execute(
            "CREATE VIRTUAL TABLE search_index USING fts5(title, body, content='', columnsize=0, tokenize='ascii')"
        )
    _index_all(connection)


def _index_all(connection: sa.Connection) -> None:
    documents = sa.table("documents", sa.column("id"), sa.column("title"), sa.column("text"))
    columns = (documents.c.id, documents.c.title, documents.c.text)
    last = ""
    while True:
        query = sa.select(*columns).where(documents.c.id > last).order_by(documents.c.id).limit(_AT_ONCE)
        rows = [(row.id, row.title, row.text) for row in connection.execute(query)]
        if not rows:
            return
        index_documents(connection, rows)
        last = rows[-1][0]
