"""The tables of incidents; `dragoman.runner.incident_update` fills them from documents, events and refusals."""

from sqlalchemy import Boolean, Column, Float, ForeignKey, Index, Integer, String, Table, Text

from dragoman.store.tables import metadata

incident_documents = Table(
    "incident_documents",
    metadata,
    Column("document", String(64), ForeignKey("documents.id"), primary_key=True),
    Column("coder", Text, nullable=False, comment="version of the engine whose events were taken up"),
    Column("story", String(64), nullable=False, comment="the story it was taken up with"),
)

incidents = Table(
    "incidents",
    metadata,
    Column("id", String(12), primary_key=True, comment="digest of the telling first published"),
    Column("component", String(12), nullable=False, comment="incidents that are grouped together bear one"),
    Column("type", String(16), nullable=False),
    Column("act", Text, nullable=False, comment="the concept of the act"),
    Column("status", String(16), nullable=False),
    Column("quad", Integer, nullable=False),
    Column("scale", Float, nullable=False, comment="mean intensity of its tellings"),
    Column("date", String(10), comment="the best day"),
    Column("earliest", String(10)),
    Column("latest", String(10)),
    Column("country", String(3), comment="where it took place"),
    Column("articles", Integer, nullable=False),
    Column("stories", Integer, nullable=False),
    Column("origins", Integer, nullable=False, comment="independent origins"),
    Column("first_seen", String(10), comment="day of the first article"),
    Column("standing", Text, nullable=False, comment="who reports, confirms, denies it"),
    Column("summary", Text, nullable=False, comment="the whole incident as JSON"),
    Index("incidents_by_date", "date"),
    Index("incidents_by_component", "component"),
)

incident_parties = Table(
    "incident_parties",
    metadata,
    Column("incident", String(12), ForeignKey("incidents.id"), primary_key=True),
    Column("side", String(9), primary_key=True, comment="actor, recipient or implied"),
    Column("position", Integer, primary_key=True),
    Column("code", String(3)),
    Column("sector", String(3)),
    Column("name", Text),
    Index("incident_parties_by_code", "code", "side"),
)

incident_instruments = Table(
    "incident_instruments",
    metadata,
    Column("incident", String(12), ForeignKey("incidents.id"), primary_key=True),
    Column("instrument", Text, primary_key=True, comment="id in the world data"),
    Index("incidents_by_instrument", "instrument"),
)

contradictions = Table(
    "contradictions",
    metadata,
    Column("incident", String(12), ForeignKey("incidents.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("kind", String(16), nullable=False, comment="figure, date, actor, place, denial"),
    Column("about", Text, nullable=False),
    Column("low", Integer),
    Column("best", Integer),
    Column("high", Integer),
    Column("claims", Text, nullable=False, comment="what is claimed and by whom, as a JSON list"),
)

incident_events = Table(
    "incident_events",
    metadata,
    Column("document", String(64), ForeignKey("documents.id"), primary_key=True),
    Column("event", String(64), primary_key=True),
    Column("incident", String(12), nullable=False),
    Column("component", String(12), nullable=False),
    Column("type", String(16), nullable=False),
    Column("parties", Text, nullable=False, comment="codes of all parties, each between spaces"),
    Column("first", String(10), nullable=False, comment="empty where nothing bounds it"),
    Column("last", String(10), nullable=False),
    Column("key", Text, nullable=False, comment="what keeps apart tellings that no day bounds; else empty"),
    Column("telling", Text, nullable=False, comment="what is compared, as JSON"),
    Index("incident_events_by_incident", "incident"),
    Index("incident_events_by_component", "component"),
    Index("incident_events_by_day", "last", "first"),
    Index("incident_events_by_key", "key"),
)

hearsay = Table(
    "hearsay",
    metadata,
    Column("document", String(64), ForeignKey("documents.id"), primary_key=True),
    Column("id", String(64), primary_key=True, comment="the event or refusal it was read from"),
    Column("code", String(3), comment="who denies or is said to have acted"),
    Column("denial", Boolean, nullable=False),
    Column("instrument", Text, comment="id in the world data"),
    Column("date", String(10), nullable=False, comment="empty where unknown"),
    Column("payload", Text, nullable=False),
    Index("hearsay_by_code", "code", "date"),
    Index("hearsay_by_instrument", "instrument"),
)
