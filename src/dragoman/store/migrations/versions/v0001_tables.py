"""Make the tables of the first stores."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make documents, events, parties, refusals and failures."""
    op.create_table(
        "documents",
        sa.Column("id", sa.String(64), primary_key=True, comment="digest of the document as it arrived"),
        sa.Column("doc", sa.Text, nullable=False, comment="the id its source gives it"),
        sa.Column("version", sa.Integer, nullable=False, comment="1 for the first text under this doc, and so on"),
        sa.Column("replaces", sa.String(64), sa.ForeignKey("documents.id"), comment="the version before"),
        sa.Column("current", sa.Boolean, nullable=False, comment="true for the last version"),
        sa.Column("coder", sa.Text, nullable=False, comment="version of the engine that coded it"),
        sa.Column("path", sa.Text, nullable=False, comment="the input it came from"),
        sa.Column("line", sa.Integer, comment="and its line there"),
        sa.Column("language", sa.String(16)),
        sa.Column("language_basis", sa.Text),
        sa.Column("published", sa.String(10)),
        sa.Column("published_basis", sa.String(16)),
        sa.Column("title", sa.Text),
        sa.Column("url", sa.Text),
        sa.Column("source", sa.Text),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("arrived", sa.Text, nullable=False, comment="the document as it arrived, as JSON"),
        sa.Column("provenance", sa.Text, nullable=False, comment="the way it came, as a JSON list"),
        sa.Column("error", sa.Text, comment="why it could not be coded"),
        sa.UniqueConstraint("doc", "version"),
    )
    op.create_table(
        "events",
        sa.Column("document", sa.String(64), sa.ForeignKey("documents.id"), primary_key=True),
        sa.Column("id", sa.String(64), primary_key=True, comment="digest of the event"),
        sa.Column("position", sa.Integer, nullable=False, comment="its place in the coding, from 0"),
        sa.Column("type", sa.String(16), nullable=False),
        sa.Column("mode", sa.Text),
        sa.Column("status", sa.String(16), nullable=False),
        sa.Column("historical", sa.Boolean, nullable=False),
        sa.Column("date", sa.String(10)),
        sa.Column("enddate", sa.String(10)),
        sa.Column("quad", sa.Integer, nullable=False),
        sa.Column("scale", sa.Float, nullable=False),
        sa.Column("country", sa.String(3), comment="where it took place"),
        sa.Column("sided", sa.Boolean, nullable=False, comment="true when it has recipients"),
        sa.Column("payload", sa.Text, nullable=False, comment="the PLOVER record as JSON"),
    )
    op.create_index("events_by_date", "events", ["date", "enddate"])
    op.create_index("events_by_type", "events", ["type", "date"])
    _make_what_hangs_from_documents()


def _make_what_hangs_from_documents() -> None:
    op.create_table(
        "parties",
        sa.Column("document", sa.String(64), primary_key=True),
        sa.Column("event", sa.String(64), primary_key=True),
        sa.Column("side", sa.String(9), primary_key=True, comment="actor or recipient"),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("code", sa.String(3)),
        sa.Column("sector", sa.String(3)),
        sa.Column("name", sa.Text),
    )
    op.create_index("parties_by_code", "parties", ["code", "side"])
    op.create_table(
        "refusals",
        sa.Column("document", sa.String(64), sa.ForeignKey("documents.id"), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("reason", sa.Text, nullable=False, comment="kebab-case and stable"),
        sa.Column("concept", sa.Text, nullable=False),
        sa.Column("sentence", sa.Integer, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("detail", sa.Text, nullable=False),
    )
    op.create_table(
        "failures",
        sa.Column("id", sa.String(64), primary_key=True, comment="digest of place and kind"),
        sa.Column("kind", sa.Text, nullable=False, comment="kebab-case and stable"),
        sa.Column("path", sa.Text, nullable=False),
        sa.Column("line", sa.Integer),
        sa.Column("field", sa.Text),
        sa.Column("doc", sa.Text),
        sa.Column(
            "document", sa.String(64), sa.ForeignKey("documents.id"), comment="the document, where it could be read"
        ),
        sa.Column("what", sa.Text, nullable=False),
        sa.Column("advice", sa.Text, nullable=False),
    )
    op.create_index("failures_by_place", "failures", ["path", "line"])
