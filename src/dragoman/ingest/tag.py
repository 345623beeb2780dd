"""Read language tags."""

import re

from dragoman.ingest.outcome import Defaults, Unreadable

_TAG = re.compile(r"[a-z]{2,3}(?:[-_][a-z0-9]+)*")
_RENAMED = {"tl": "fil", "in": "id", "iw": "he", "ind": "id", "eng": "en"}


def language_code(tag: str) -> str | None:
    """Return the language of a tag ("en-GB" → en), or None where it is no tag."""
    lowered = tag.strip().lower()
    if _TAG.fullmatch(lowered) is None:
        return None
    code = re.split("[-_]", lowered)[0]
    return _RENAMED.get(code, code)


def settle_language(own: str | None, defaults: Defaults) -> str | None:
    """Choose the language of a document: the one given for all, else its own; raise Unreadable for an unknown one."""
    chosen = defaults.language or own
    if chosen is None:
        return None
    code = language_code(chosen)
    if code is None:
        raise Unreadable(
            "unknown-language", f"{chosen!r} is no language code", "write it as en, id, ko", field="language"
        )
    if defaults.known and code not in defaults.known:
        raise Unreadable(
            "unknown-language",
            f"there is no language pack for {code!r}",
            f"there are packs for: {', '.join(sorted(defaults.known))}",
            field="language",
        )
    return code
