"""The tables of stories: signatures, edges between articles, what a person decided, and who belongs together."""

from sqlalchemy import Column, Float, ForeignKey, Index, Integer, LargeBinary, String, Table, Text

from dragoman.store.tables import metadata

story_signatures = Table(
    "story_signatures",
    metadata,
    Column("number", Integer, primary_key=True, comment="in the order of linking"),
    Column("document", String(64), ForeignKey("documents.id"), nullable=False, unique=True),
    Column("week", Integer, nullable=False, comment="week of publication, -1 where the day is unknown"),
    Column("signature", LargeBinary, nullable=False, comment="what linking knows of the article, as MessagePack"),
    Index("story_signatures_by_week", "week"),
)

story_edges = Table(
    "story_edges",
    metadata,
    Column("one", String(64), ForeignKey("documents.id"), primary_key=True),
    Column("other", String(64), ForeignKey("documents.id"), primary_key=True),
    Column("score", Float, nullable=False, comment="0 to 1"),
    Column("reason", String(16), nullable=False, comment="same-text, copy, rewrite, translation"),
    Column("why", Text, nullable=False, comment="the same in a sentence"),
    Index("story_edges_by_other", "other"),
)

story_decisions = Table(
    "story_decisions",
    metadata,
    Column("number", Integer, primary_key=True, comment="the later decision holds"),
    Column("kind", String(8), nullable=False, comment="merge or split"),
    Column("one", String(64), ForeignKey("documents.id"), nullable=False),
    Column("other", String(64), ForeignKey("documents.id"), nullable=False),
    Index("story_decisions_by_one", "one"),
    Index("story_decisions_by_other", "other"),
)

story_members = Table(
    "story_members",
    metadata,
    Column("document", String(64), ForeignKey("documents.id"), primary_key=True),
    Column("story", String(64), nullable=False, comment="id of the story: that of its earliest member"),
    Index("story_members_by_story", "story"),
)

stories = Table(
    "stories",
    metadata,
    Column("id", String(64), ForeignKey("documents.id"), primary_key=True, comment="the earliest known article"),
    Column("origin", Text, nullable=False, comment="whose text it is, as the chains tell"),
    Column("size", Integer, nullable=False, comment="articles in it"),
    Column("languages", Text, nullable=False, comment="codes, sorted, with spaces between"),
    Column("first", Integer, comment="day of the first article, as a proleptic ordinal"),
    Column("last", Integer, comment="day of the last"),
    Index("stories_by_size", "size"),
)
