"""Check that a text can be an article before the engine reads it."""

import re
from datetime import date

from dragoman.ingest.outcome import Unreadable

MAX_TEXT = 1_000_000
"""Letters of one article: a book is no article."""
MAX_RUN = 20_000
"""Letters without a space, a stop or any other mark: no script writes so."""

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_RUN = re.compile(rf"\b\w{{{MAX_RUN},}}")
_LETTER = re.compile(r"[^\W\d_]")
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}:?\d{2}.*)?")


def check_text(text: str, field: str) -> None:
    """Raise Unreadable where a text is empty, too long, unbroken, or holds control characters."""
    if not text.strip():
        raise Unreadable("empty", "is empty", "give the text of the article", field=field)
    if len(text) > MAX_TEXT:
        raise Unreadable(
            "too-long", f"has {len(text):,} characters; an article has at most {MAX_TEXT:,}", "split it", field=field
        )
    found = _CONTROL.search(text)
    if found is not None:
        raise Unreadable(
            "control-characters",
            f"holds the control character U+{ord(found[0]):04X} at character {found.start()}",
            "remove it, or convert the text from its real encoding",
            line=text.count("\n", 0, found.start()) + 1,
            field=field,
        )
    if _SURROGATE.search(text) is not None:
        raise Unreadable("encoding", "holds half a surrogate pair", "write the text as UTF-8", field=field)
    run = _RUN.search(text)
    if run is not None:
        raise Unreadable(
            "unbroken",
            f"holds {run.end() - run.start():,} letters without a space or a stop at character {run.start()}",
            "give running text",
            line=text.count("\n", 0, run.start()) + 1,
            field=field,
        )
    if _LETTER.search(text) is None:
        raise Unreadable("no-words", "holds no letters", "give the text of the article", field=field)


def read_day(value: str, field: str) -> str:
    """Read an ISO day, alone or with a time after it; raise Unreadable for anything else."""
    found = _DAY.fullmatch(value.strip())
    if found is None:
        raise Unreadable("bad-date", f"{_short(value)} is no day", "write it as 2024-06-14", field=field)
    year, month, day = (int(part) for part in found.groups())
    try:
        return date(year, month, day).isoformat()
    except ValueError as error:
        raise Unreadable("bad-date", f"{_short(value)}: {error}", "write it as 2024-06-14", field=field) from None


def published_day(own: str | None, given: str | None, *, slack: int = 0) -> str | None:
    """Settle the day of publication between the document's own and the one given for all.

    Days further apart than `slack` contradict each other: raise Unreadable. The given day wins within it.
    """
    if own is None or given is None:
        return own if given is None else given
    if abs((date.fromisoformat(own) - date.fromisoformat(given)).days) > slack:
        raise Unreadable(
            "contradictory-dates",
            f"says {own}, but the day given for it is {given}",
            "leave out --published, or correct the document",
            field="published",
        )
    return given


def _short(value: str) -> str:
    return repr(value if len(value) <= 40 else value[:39] + "…")
