"""Gists and tellings made by hand: North Korean soldiers cross the line on 10 May 2026, unless told otherwise."""

from typing import Any

import msgspec

from dragoman.records.incident import Count, Denial, Gist, Side, Telling, Voice

PRK_MIL, KOR_MIL, KOR_GOV, PRK_GOV = Side("PRK", "MIL"), Side("KOR", "MIL"), Side("KOR", "GOV"), Side("PRK", "GOV")
SEOUL = Voice("KOR", "MIL", "the Joint Chiefs of Staff")


def soldiers(number: int) -> tuple[Count, ...]:
    return (Count("actor", "MIL", number, "cross"),)


def gist(**changes: Any) -> Gist:
    made = Gist(
        "MOBILIZE", "troops", "actual", ("cross",), ("border",), (PRK_MIL,), (), "2026-05-10", "2026-05-10", True
    )
    return msgspec.structs.replace(made, **changes)


def news(last: str, **changes: Any) -> Gist:
    """Make a gist that names no day: news of an article of day `last`."""
    day = int(last[-2:])
    first = f"{last[:-2]}{day - 3:02d}"
    return gist(first=first, last=last, precise=False, **changes)


def telling(doc: str, what: Gist | None = None, **changes: Any) -> Telling:
    made = Telling(f"id-{doc}", f"event-{doc}", doc, f"story-{doc}", what or gist(), "2026-05-11", "en", doc.title())
    return msgspec.structs.replace(made, quad=4, scale=-5.3, **changes)


def denial(doc: str, **changes: Any) -> Denial:
    made = Denial(f"id-{doc}", doc, f"story-{doc}", (PRK_GOV,), ("cross",), "2026-05-13", "Pyongyang denied it.")
    return msgspec.structs.replace(made, **changes)
