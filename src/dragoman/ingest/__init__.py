"""Files, pages and lines become Documents, or failures that say what to do."""

from dragoman.ingest.outcome import Arrival, Defaults, Failure, Unreadable
from dragoman.ingest.read import read_inputs

__all__ = ["Arrival", "Defaults", "Failure", "Unreadable", "read_inputs"]
