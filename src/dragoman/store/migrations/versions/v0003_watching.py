"""Remember which feeds are watched, which pages they link to, and when they were not heard."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the tables of watching."""
    _feeds()
    _pages()
    op.create_table(
        "watch_gaps",
        sa.Column("feed", sa.Text, primary_key=True),
        sa.Column("began", sa.Float, primary_key=True, comment="the last success before"),
        sa.Column("ended", sa.Float, comment="the first success after; null: it goes on"),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column(
            "bridged", sa.Boolean, comment="true: what followed still held what was known, so nothing was missed"
        ),
    )
    op.create_index("watch_gaps_by_time", "watch_gaps", ["began", "ended"])


def _feeds() -> None:
    op.create_table(
        "watch_feeds",
        sa.Column("url", sa.Text, primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("parent", sa.Text, comment="the index of sitemaps that names it"),
        sa.Column("watched", sa.Boolean, nullable=False, comment="false once it was taken out of the list"),
        sa.Column("language", sa.String(16), comment="the language of all its articles, where that was given"),
        sa.Column("every", sa.Float, nullable=False, comment="seconds between two polls"),
        sa.Column("etag", sa.Text),
        sa.Column("last_modified", sa.Text),
        sa.Column("added", sa.Float, nullable=False, comment="times are seconds since 1970"),
        sa.Column("last_attempt", sa.Float),
        sa.Column("last_success", sa.Float, comment="the last answer that could be read, unchanged ones too"),
        sa.Column("last_new", sa.Float, comment="the last answer with an article not seen before"),
        sa.Column("entries", sa.Integer, comment="in the last answer that had a body"),
        sa.Column("last_error", sa.Text),
        sa.Column("last_error_at", sa.Float),
        sa.Column("failures", sa.Integer, nullable=False, comment="polls in a row without success"),
        sa.Column("next_due", sa.Float, nullable=False),
    )


def _pages() -> None:
    op.create_table(
        "watch_pages",
        sa.Column("id", sa.String(64), primary_key=True, comment="digest of its folded address"),
        sa.Column("address", sa.Text, nullable=False, comment="its address with variants folded away"),
        sa.Column("url", sa.Text, nullable=False, comment="the address it is fetched by"),
        sa.Column("host", sa.Text, nullable=False),
        sa.Column("feed", sa.Text, nullable=False, comment="the feed that named it first"),
        sa.Column("found", sa.Float, nullable=False),
        sa.Column("entry", sa.Text, nullable=False, comment="what the feed says of it, as JSON"),
        sa.Column("stamp", sa.Text, comment="when it was changed last, as the feed writes it"),
        sa.Column("state", sa.String(16), nullable=False, comment="new, done, double or failed"),
        sa.Column("next_due", sa.Float, comment="when it is to be fetched; null: not again"),
        sa.Column("tries", sa.Integer, nullable=False, comment="failures in a row"),
        sa.Column("checks", sa.Integer, nullable=False, comment="looks for a change that were taken"),
        sa.Column("etag", sa.Text),
        sa.Column("last_modified", sa.Text),
        sa.Column("digest", sa.String(64), comment="of the text that was kept"),
        sa.Column("title", sa.Text),
        sa.Column("doc", sa.Text, comment="the article it holds"),
        sa.Column("done_at", sa.Float, comment="when it was last fetched with success"),
        sa.Column("last_error", sa.Text),
    )
    op.create_index("watch_pages_due", "watch_pages", ["next_due"])
    op.create_index("watch_pages_by_doc", "watch_pages", ["doc"])
    op.create_index("watch_pages_by_feed", "watch_pages", ["feed", "state"])
