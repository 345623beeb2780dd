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
        sa.Column("began", sa.Float, primary_key=True),
        sa.Column("ended", sa.Float),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("bridged", sa.Boolean),
    )
    op.create_index("watch_gaps_by_time", "watch_gaps", ["began", "ended"])


def _feeds() -> None:
    op.create_table(
        "watch_feeds",
        sa.Column("url", sa.Text, primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("parent", sa.Text),
        sa.Column("watched", sa.Boolean, nullable=False),
        sa.Column("language", sa.String(16)),
        sa.Column("every", sa.Float, nullable=False),
        sa.Column("etag", sa.Text),
        sa.Column("last_modified", sa.Text),
        sa.Column("added", sa.Float, nullable=False),
        sa.Column("last_attempt", sa.Float),
        sa.Column("last_success", sa.Float),
        sa.Column("last_new", sa.Float),
        sa.Column("entries", sa.Integer),
        sa.Column("last_error", sa.Text),
        sa.Column("last_error_at", sa.Float),
        sa.Column("failures", sa.Integer, nullable=False),
        sa.Column("next_due", sa.Float, nullable=False),
    )


def _pages() -> None:
    op.create_table(
        "watch_pages",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("address", sa.Text, nullable=False),
        sa.Column("url", sa.Text, nullable=False),
        sa.Column("host", sa.Text, nullable=False),
        sa.Column("feed", sa.Text, nullable=False),
        sa.Column("found", sa.Float, nullable=False),
        sa.Column("entry", sa.Text, nullable=False),
        sa.Column("stamp", sa.Text),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("next_due", sa.Float),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("checks", sa.Integer, nullable=False),
        sa.Column("etag", sa.Text),
        sa.Column("last_modified", sa.Text),
        sa.Column("digest", sa.String(64)),
        sa.Column("title", sa.Text),
        sa.Column("doc", sa.Text),
        sa.Column("done_at", sa.Float),
        sa.Column("last_error", sa.Text),
    )
    op.create_index("watch_pages_due", "watch_pages", ["next_due"])
    op.create_index("watch_pages_by_doc", "watch_pages", ["doc"])
    op.create_index("watch_pages_by_feed", "watch_pages", ["feed", "state"])
