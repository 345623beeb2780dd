"""Open a store for a command, and tell of trouble in one line."""

from sqlalchemy import Engine

from dragoman.cli.trouble import Trouble
from dragoman.store import StoreTrouble, open_store


def store(url: str, *, create: bool) -> Engine:
    """Open a store by its URL."""
    try:
        return open_store(url, create=create)
    except StoreTrouble as trouble:
        raise Trouble(str(trouble)) from None
