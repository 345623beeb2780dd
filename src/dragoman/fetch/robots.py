"""What robots.txt of a host allows, read as RFC 9309 says."""

import contextlib
from typing import Any

import msgspec

from dragoman.fetch.message import Answer, Trouble

AGENT = "dragoman"
MAX_RULES = 512_000
"""Bytes of robots.txt that are read (RFC 9309 asks for 500 KiB at least)."""
MOST_DELAY = 60.0
KEPT = 86_400.0
KEPT_UNREACHABLE = 600.0
"""Seconds that are waited between two requests at most, whatever Crawl-delay says; seconds for which rules hold; and for
which a host without an answer is left alone."""


class Rules(msgspec.Struct):
    """What a host allows until when: by its rules; everything where it has none; nothing while it does not answer."""

    until: float
    trouble: Trouble | None = None
    parsed: Any = None
    delay: float = 0.0

    def allow(self, url: str) -> bool:
        """Tell whether a page may be fetched."""
        if self.trouble is not None:
            return False
        return True if self.parsed is None else bool(self.parsed.can_fetch(url, AGENT))


def rules_of(result: Answer | Trouble, now: float) -> Rules:
    """Read what a host answered when asked for robots.txt.

    Without such a file (4xx) all is allowed. Where the host fails (5xx, 429, no connection) nothing is, for a while.
    """
    if isinstance(result, Trouble):
        if result.lasting and result.kind.startswith("http-4"):
            return Rules(now + KEPT)
        return Rules(now + max(KEPT_UNREACHABLE, result.wait or 0.0), trouble=result)
    parsed = _parse(result.body[:MAX_RULES].decode("utf-8", errors="replace"))
    if parsed is None:
        return Rules(now + KEPT)
    delay = 0.0
    with contextlib.suppress(Exception):
        delay = float(parsed.crawl_delay(AGENT) or 0.0)
    return Rules(now + KEPT, parsed=parsed, delay=min(max(delay, 0.0), MOST_DELAY))


def _parse(text: str) -> Any | None:
    """Parse rules; None where the parser stumbles over them, which then bind nobody."""
    from protego import Protego

    try:
        return Protego.parse(text)
    except Exception:  # rules that cannot be read are rules that do not exist (RFC 9309, 2.3.1.4)
        return None
