"""Make the tables of stories."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def _document(name: str, *, key: bool = False, unique: bool | None = None) -> "sa.Column[str]":
    return sa.Column(name, sa.String(64), sa.ForeignKey("documents.id"), nullable=False, primary_key=key, unique=unique)


def upgrade() -> None:
    """Make signatures, edges, decisions, members and stories."""
    op.create_table(
        "story_signatures",
        sa.Column("number", sa.Integer, primary_key=True, comment="in the order of linking"),
        _document("document", unique=True),
        sa.Column("week", sa.Integer, nullable=False, comment="week of publication, -1 where the day is unknown"),
        sa.Column(
            "signature", sa.LargeBinary, nullable=False, comment="what linking knows of the article, as MessagePack"
        ),
    )
    op.create_index("story_signatures_by_week", "story_signatures", ["week"])
    op.create_table(
        "story_edges",
        _document("one", key=True),
        _document("other", key=True),
        sa.Column("score", sa.Float, nullable=False, comment="0 to 1"),
        sa.Column("reason", sa.String(16), nullable=False, comment="same-text, copy, rewrite, translation"),
        sa.Column("why", sa.Text, nullable=False, comment="the same in a sentence"),
    )
    op.create_index("story_edges_by_other", "story_edges", ["other"])
    op.create_table(
        "story_decisions",
        sa.Column("number", sa.Integer, primary_key=True, comment="the later decision holds"),
        sa.Column("kind", sa.String(8), nullable=False, comment="merge or split"),
        _document("one"),
        _document("other"),
    )
    for side in ("one", "other"):
        op.create_index(f"story_decisions_by_{side}", "story_decisions", [side])
    _make_what_is_told()


def _make_what_is_told() -> None:
    op.create_table(
        "story_members",
        _document("document", key=True),
        sa.Column("story", sa.String(64), nullable=False, comment="id of the story: that of its earliest member"),
    )
    op.create_index("story_members_by_story", "story_members", ["story"])
    op.create_table(
        "stories",
        sa.Column(
            "id",
            sa.String(64),
            sa.ForeignKey("documents.id"),
            primary_key=True,
            comment="the earliest known article",
        ),
        sa.Column("origin", sa.Text, nullable=False, comment="whose text it is, as the chains tell"),
        sa.Column("size", sa.Integer, nullable=False, comment="articles in it"),
        sa.Column("languages", sa.Text, nullable=False, comment="codes, sorted, with spaces between"),
        sa.Column("first", sa.Integer, comment="day of the first article, as a proleptic ordinal"),
        sa.Column("last", sa.Integer, comment="day of the last"),
    )
    op.create_index("stories_by_size", "stories", ["size"])
