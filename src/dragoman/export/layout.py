"""What a format for other programs is: its file, its columns, and how articles with their events are written to it."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path

import msgspec

from dragoman.export.plover import PloverRecord
from dragoman.store import StoredArticle


class ToldEvent(msgspec.Struct, frozen=True):
    """An event to be written: its record, the same as JSON, and the incident it tells of."""

    record: PloverRecord
    payload: bytes
    incident: str | None = None


Written = list[tuple[str, ToldEvent]]
"""What was written of an article: the id of each row and the event it stands for; what was left out is not in it."""
Write = Callable[[StoredArticle, Sequence[ToldEvent]], Written]


class Layout(msgspec.Struct, frozen=True):
    """A format: the name of its file of events, its fields with what they hold, and what a reader should know.

    `open` opens the file at a path; what it gives writes one article after the other. `crosswalk_id` says what the ids
    of the crosswalk's first column are.
    """

    file: str
    fields: dict[str, str]
    notes: tuple[str, ...]
    open: Callable[[Path], AbstractContextManager[Write]]
    crosswalk_id: str = "id of the event, the same as `event`"


class MissingPackage(Exception):
    """A format needs a package that is not installed: which, and how to have it."""

    def __init__(self, what: str, package: str, extra: str) -> None:
        super().__init__(f"{what} needs {package}; install it with `pip install 'dragoman[{extra}]'`")
