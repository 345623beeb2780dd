"""Documents, events, refusals and failures, kept so that a rerun changes nothing and a kill loses nothing."""

from dragoman.store import incident_tables
from dragoman.store.articles import StoredArticle, StoredEvent, read_articles
from dragoman.store.keep import Kept, is_known, keep, keep_failure
from dragoman.store.keep_many import Coded, keep_many
from dragoman.store.open import StoreTrouble, open_store
from dragoman.store.query import Filter, count_rows, find_events
from dragoman.store.rows import DocumentRow, EventRow, FailureRow, PartyRow, RefusalRow, document_id
from dragoman.store.search import Article, find_articles
from dragoman.store.snippet import snippet
from dragoman.store.sought import BadQuery
from dragoman.store.story_query import story_of
from dragoman.store.version import version_of
from dragoman.store.watch_status import find_gaps

__all__ = [
    "Article", "BadQuery", "Coded", "DocumentRow", "EventRow", "FailureRow", "Filter", "Kept", "PartyRow", "RefusalRow",
    "StoreTrouble", "StoredArticle", "StoredEvent", "count_rows", "document_id", "find_articles", "find_events",
    "find_gaps", "incident_tables", "is_known", "keep", "keep_failure", "keep_many", "open_store", "read_articles",
    "snippet", "story_of",
    "version_of",
]  # fmt: skip
