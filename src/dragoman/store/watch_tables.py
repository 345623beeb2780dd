"""The tables of watching: feeds, the pages they link to, and the gaps in what was heard of them."""

from sqlalchemy import Boolean, Column, Float, Index, Integer, String, Table, Text

from dragoman.store.tables import metadata

watch_feeds = Table(
    "watch_feeds",
    metadata,
    Column("url", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("parent", Text, comment="the index of sitemaps that names it"),
    Column("watched", Boolean, nullable=False, comment="false once it was taken out of the list"),
    Column("language", String(16), comment="the language of all its articles, where that was given"),
    Column("every", Float, nullable=False, comment="seconds between two polls"),
    Column("etag", Text),
    Column("last_modified", Text),
    Column("added", Float, nullable=False, comment="times are seconds since 1970"),
    Column("last_attempt", Float),
    Column("last_success", Float, comment="the last answer that could be read, unchanged ones too"),
    Column("last_new", Float, comment="the last answer with an article not seen before"),
    Column("entries", Integer, comment="in the last answer that had a body"),
    Column("last_error", Text),
    Column("last_error_at", Float),
    Column("failures", Integer, nullable=False, comment="polls in a row without success"),
    Column("next_due", Float, nullable=False),
)

watch_pages = Table(
    "watch_pages",
    metadata,
    Column("id", String(64), primary_key=True, comment="digest of its folded address"),
    Column("address", Text, nullable=False, comment="its address with variants folded away"),
    Column("url", Text, nullable=False, comment="the address it is fetched by"),
    Column("host", Text, nullable=False),
    Column("feed", Text, nullable=False, comment="the feed that named it first"),
    Column("found", Float, nullable=False),
    Column("entry", Text, nullable=False, comment="what the feed says of it, as JSON"),
    Column("stamp", Text, comment="when it was changed last, as the feed writes it"),
    Column("state", String(16), nullable=False, comment="new, done, double or failed"),
    Column("next_due", Float, comment="when it is to be fetched; null: not again"),
    Column("tries", Integer, nullable=False, comment="failures in a row"),
    Column("checks", Integer, nullable=False, comment="looks for a change that were taken"),
    Column("etag", Text),
    Column("last_modified", Text),
    Column("digest", String(64), comment="of the text that was kept"),
    Column("title", Text),
    Column("doc", Text, comment="the article it holds"),
    Column("done_at", Float, comment="when it was last fetched with success"),
    Column("last_error", Text),
    Index("watch_pages_due", "next_due"),
    Index("watch_pages_by_doc", "doc"),
    Index("watch_pages_by_feed", "feed", "state"),
)

watch_gaps = Table(
    "watch_gaps",
    metadata,
    Column("feed", Text, primary_key=True),
    Column("began", Float, primary_key=True, comment="the last success before"),
    Column("ended", Float, comment="the first success after; null: it goes on"),
    Column("reason", Text, nullable=False),
    Column("bridged", Boolean, comment="true: what followed still held what was known, so nothing was missed"),
    Index("watch_gaps_by_time", "began", "ended"),
)
