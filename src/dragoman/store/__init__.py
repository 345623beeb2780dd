"""Documents, events, refusals and failures, kept so that a rerun changes nothing and a kill loses nothing."""

from dragoman.store import incident_tables
from dragoman.store.keep import Kept, is_known, keep, keep_failure
from dragoman.store.open import StoreTrouble, open_store
from dragoman.store.query import Filter, count_rows, find_events
from dragoman.store.rows import DocumentRow, EventRow, FailureRow, PartyRow, RefusalRow, document_id
from dragoman.store.version import version_of

__all__ = [
    "DocumentRow", "EventRow", "FailureRow", "Filter", "Kept", "PartyRow", "RefusalRow", "StoreTrouble", "count_rows",
    "document_id", "find_events", "incident_tables", "is_known", "keep", "keep_failure", "open_store", "version_of",
]  # fmt: skip
