"""The tables of a store."""

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData()

documents = Table(
    "documents",
    metadata,
    Column("id", String(64), primary_key=True, comment="digest of the document as it arrived"),
    Column("doc", Text, nullable=False, comment="the id its source gives it"),
    Column("version", Integer, nullable=False, comment="1 for the first text under this doc, and so on"),
    Column("replaces", String(64), ForeignKey("documents.id"), comment="the version before"),
    Column("current", Boolean, nullable=False, comment="true for the last version"),
    Column("coder", Text, nullable=False, comment="version of the engine that coded it"),
    Column("path", Text, nullable=False, comment="the input it came from"),
    Column("line", Integer, comment="and its line there"),
    Column("language", String(16)),
    Column("language_basis", Text),
    Column("published", String(10)),
    Column("published_basis", String(16)),
    Column("title", Text),
    Column("url", Text),
    Column("source", Text),
    Column("text", Text, nullable=False),
    Column("arrived", Text, nullable=False, comment="the document as it arrived, as JSON"),
    Column("provenance", Text, nullable=False, comment="the way it came, as a JSON list"),
    Column("error", Text, comment="why it could not be coded"),
    UniqueConstraint("doc", "version"),
)

events = Table(
    "events",
    metadata,
    Column("document", String(64), ForeignKey("documents.id"), primary_key=True),
    Column("id", String(64), primary_key=True, comment="digest of the event"),
    Column("position", Integer, nullable=False, comment="its place in the coding, from 0"),
    Column("type", String(16), nullable=False),
    Column("mode", Text),
    Column("status", String(16), nullable=False),
    Column("historical", Boolean, nullable=False),
    Column("date", String(10)),
    Column("enddate", String(10)),
    Column("quad", Integer, nullable=False),
    Column("scale", Float, nullable=False),
    Column("country", String(3), comment="where it took place"),
    Column("sided", Boolean, nullable=False, comment="true when it has recipients"),
    Column("payload", Text, nullable=False, comment="the PLOVER record as JSON"),
    Index("events_by_date", "date", "enddate"),
    Index("events_by_type", "type", "date"),
)

parties = Table(
    "parties",
    metadata,
    Column("document", String(64), primary_key=True),
    Column("event", String(64), primary_key=True),
    Column("side", String(9), primary_key=True, comment="actor or recipient"),
    Column("position", Integer, primary_key=True),
    Column("code", String(3)),
    Column("sector", String(3)),
    Column("name", Text),
    Index("parties_by_code", "code", "side"),
)

refusals = Table(
    "refusals",
    metadata,
    Column("document", String(64), ForeignKey("documents.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("reason", Text, nullable=False, comment="kebab-case and stable"),
    Column("concept", Text, nullable=False),
    Column("sentence", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("detail", Text, nullable=False),
    Column("told", Text, comment="what it says all the same (a denial, an instrument's breach), as JSON"),
)

failures = Table(
    "failures",
    metadata,
    Column("id", String(64), primary_key=True, comment="digest of place and kind"),
    Column("kind", Text, nullable=False, comment="kebab-case and stable"),
    Column("path", Text, nullable=False),
    Column("line", Integer),
    Column("field", Text),
    Column("doc", Text),
    Column("document", String(64), ForeignKey("documents.id"), comment="the document, where it could be read"),
    Column("what", Text, nullable=False),
    Column("advice", Text, nullable=False),
    Index("failures_by_place", "path", "line"),
)
