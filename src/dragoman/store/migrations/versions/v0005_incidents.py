"""Make the tables of incidents, and let refusals keep what they say all the same."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make incidents with their parties, instruments, events and contradictions; hearsay; add a column to refusals."""
    op.add_column(
        "refusals",
        sa.Column("told", sa.Text, comment="what it says all the same (a denial, an instrument's breach), as JSON"),
    )
    _make_incidents()
    _make_what_they_rest_on()


def _make_incidents() -> None:
    """Make the incidents and what is asked of them."""
    op.create_table(
        "incident_documents",
        sa.Column("document", sa.String(64), sa.ForeignKey("documents.id"), primary_key=True),
        sa.Column("coder", sa.Text, nullable=False, comment="version of the engine whose events were taken up"),
        sa.Column("story", sa.String(64), nullable=False, comment="the story it was taken up with"),
    )
    op.create_table(
        "incidents",
        sa.Column("id", sa.String(12), primary_key=True, comment="digest of the telling first published"),
        sa.Column("component", sa.String(12), nullable=False, comment="incidents that are grouped together bear one"),
        sa.Column("type", sa.String(16), nullable=False),
        sa.Column("act", sa.Text, nullable=False, comment="the concept of the act"),
        sa.Column("status", sa.String(16), nullable=False),
        sa.Column("quad", sa.Integer, nullable=False),
        sa.Column("scale", sa.Float, nullable=False, comment="mean intensity of its tellings"),
        sa.Column("date", sa.String(10), comment="the best day"),
        sa.Column("earliest", sa.String(10)),
        sa.Column("latest", sa.String(10)),
        sa.Column("country", sa.String(3), comment="where it took place"),
        sa.Column("articles", sa.Integer, nullable=False),
        sa.Column("stories", sa.Integer, nullable=False),
        sa.Column("origins", sa.Integer, nullable=False, comment="independent origins"),
        sa.Column("first_seen", sa.String(10), comment="day of the first article"),
        sa.Column("standing", sa.Text, nullable=False, comment="who reports, confirms, denies it"),
        sa.Column("summary", sa.Text, nullable=False, comment="the whole incident as JSON"),
    )
    op.create_index("incidents_by_date", "incidents", ["date"])
    op.create_index("incidents_by_component", "incidents", ["component"])
    op.create_table(
        "incident_parties",
        sa.Column("incident", sa.String(12), sa.ForeignKey("incidents.id"), primary_key=True),
        sa.Column("side", sa.String(9), primary_key=True, comment="actor, recipient or implied"),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("code", sa.String(3)),
        sa.Column("sector", sa.String(3)),
        sa.Column("name", sa.Text),
    )
    op.create_index("incident_parties_by_code", "incident_parties", ["code", "side"])
    op.create_table(
        "incident_instruments",
        sa.Column("incident", sa.String(12), sa.ForeignKey("incidents.id"), primary_key=True),
        sa.Column("instrument", sa.Text, primary_key=True, comment="id in the world data"),
    )
    op.create_index("incidents_by_instrument", "incident_instruments", ["instrument"])
    op.create_table(
        "contradictions",
        sa.Column("incident", sa.String(12), sa.ForeignKey("incidents.id"), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("kind", sa.String(16), nullable=False, comment="figure, date, actor, place, denial"),
        sa.Column("about", sa.Text, nullable=False),
        sa.Column("low", sa.Integer),
        sa.Column("best", sa.Integer),
        sa.Column("high", sa.Integer),
        sa.Column("claims", sa.Text, nullable=False, comment="what is claimed and by whom, as a JSON list"),
    )


def _make_what_they_rest_on() -> None:
    """Make the tellings and the hearsay."""
    op.create_table(
        "incident_events",
        sa.Column("document", sa.String(64), sa.ForeignKey("documents.id"), primary_key=True),
        sa.Column("event", sa.String(64), primary_key=True),
        sa.Column("incident", sa.String(12), nullable=False),
        sa.Column("component", sa.String(12), nullable=False),
        sa.Column("type", sa.String(16), nullable=False),
        sa.Column("parties", sa.Text, nullable=False, comment="codes of all parties, each between spaces"),
        sa.Column("first", sa.String(10), nullable=False, comment="empty where nothing bounds it"),
        sa.Column("last", sa.String(10), nullable=False),
        sa.Column("key", sa.Text, nullable=False, comment="what keeps apart tellings that no day bounds; else empty"),
        sa.Column("telling", sa.Text, nullable=False, comment="what is compared, as JSON"),
    )
    op.create_index("incident_events_by_incident", "incident_events", ["incident"])
    op.create_index("incident_events_by_component", "incident_events", ["component"])
    op.create_index("incident_events_by_day", "incident_events", ["last", "first"])
    op.create_index("incident_events_by_key", "incident_events", ["key"])
    op.create_table(
        "hearsay",
        sa.Column("document", sa.String(64), sa.ForeignKey("documents.id"), primary_key=True),
        sa.Column("id", sa.String(64), primary_key=True, comment="the event or refusal it was read from"),
        sa.Column("code", sa.String(3), comment="who denies or is said to have acted"),
        sa.Column("denial", sa.Boolean, nullable=False),
        sa.Column("instrument", sa.Text, comment="id in the world data"),
        sa.Column("date", sa.String(10), nullable=False, comment="empty where unknown"),
        sa.Column("payload", sa.Text, nullable=False),
    )
    op.create_index("hearsay_by_code", "hearsay", ["code", "date"])
    op.create_index("hearsay_by_instrument", "hearsay", ["instrument"])
