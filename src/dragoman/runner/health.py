"""Judge how feeds are doing: what is not heard is never called quiet."""

from datetime import UTC, datetime
from typing import Literal

import msgspec

from dragoman.store.watch_rows import FeedHealth, Gap

Verdict = Literal["heard", "never heard", "not heard", "late", "empty", "silent"]
_LATE = 3.0  # intervals without an answer
_SILENT = 86_400.0
_SILENT_LEAST = 12.0  # intervals


class Judged(msgspec.Struct, frozen=True):
    """A feed with the verdict, the reason for it, and the gaps in which something may have been missed."""

    feed: FeedHealth
    verdict: Verdict
    reason: str
    lost: tuple[Gap, ...]


def judge(feed: FeedHealth, now: float) -> Judged:
    """Say whether a feed is heard, and if not, since when and why.

    A feed that answers and has brought nothing for a day (or twelve intervals, if that is longer) is silent: that may
    be a quiet day or a feed that is no longer written, which nobody can tell from here.
    """
    verdict, reason = _verdict(feed, now)
    return Judged(feed, verdict, reason, tuple(gap for gap in feed.gaps if not gap.bridged))


def _verdict(feed: FeedHealth, now: float) -> tuple[Verdict, str]:
    if feed.last_success is None:
        return "never heard", feed.last_error or "was never asked: is `dragoman watch` running?"
    since = f"since {ago(now - feed.last_success)}"
    if feed.failures or _goes_on(feed):
        return "not heard", f"{since}: {feed.last_error}"
    if now - feed.last_success > max(_LATE * feed.every, 300.0):
        return "late", f"nobody asked {since}: is `dragoman watch` running?"
    if feed.entries == 0:
        return "empty", "answers, but holds no entries"
    quiet = now - (feed.last_new if feed.last_new is not None else feed.added)
    if feed.pages and quiet > max(_SILENT, _SILENT_LEAST * feed.every):
        return "silent", f"answers, but brought nothing new for {ago(quiet)}"
    return "heard", ""


def _goes_on(feed: FeedHealth) -> bool:
    return any(gap.ended is None for gap in feed.gaps)


def ago(seconds: float) -> str:
    """Write a length of time: 40 s, 12 min, 3 h, 5 d."""
    for size, unit in ((86_400.0, "d"), (3600.0, "h"), (60.0, "min")):
        if seconds >= 2 * size:
            return f"{seconds / size:.0f} {unit}"
    return f"{max(0.0, seconds):.0f} s"


def moment(seconds: float | None) -> str | None:
    """Write a moment as ISO in UTC."""
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def as_record(judged: Judged) -> dict[str, object]:
    """Write a verdict for JSON, with moments in ISO."""
    feed = judged.feed
    return {
        "url": feed.url,
        "name": feed.name,
        "verdict": judged.verdict,
        "reason": judged.reason,
        "last_success": moment(feed.last_success),
        "last_new": moment(feed.last_new),
        "last_attempt": moment(feed.last_attempt),
        "last_error": feed.last_error,
        "last_error_at": moment(feed.last_error_at),
        "failures": feed.failures,
        "next_due": moment(feed.next_due),
        "pages": feed.pages,
        "due": feed.due,
        "gaps": [
            {"began": moment(gap.began), "ended": moment(gap.ended), "reason": gap.reason, "bridged": gap.bridged}
            for gap in feed.gaps
        ],
    }
