"""Who held which post on a day, and which party was in government: roles belong to dates."""

from datetime import date, timedelta

from dragoman.packs.world import Occupancy, Organization, Person

HIGHEST = frozenset({"president", "prime-minister", "head-of-state", "head-of-government"})
ELECT = timedelta(days=150)
"""How long before taking up the highest office its holder already speaks for it: Mexico's waits five months."""


def post_on(person: Person, day: str | None) -> tuple[Occupancy | None, bool]:
    """Return the post a person held on a day and whether it is still held; the last one before it otherwise."""
    day = day or "9999"
    held = [o for o in person.offices if (o.from_ or "") <= day and (o.to is None or o.to >= day[: len(o.to)])]
    if held:
        return held[-1], True
    past = [o for o in person.offices if (o.from_ or "") <= day]
    return (past[-1], False) if past else (None, False)


def elected_on(person: Person, day: str | None) -> Occupancy | None:
    """Return the highest office a person is soon to take up: "the president-elect" speaks for a government already."""
    if day is None:
        return None
    until = (date.fromisoformat(day) + ELECT).isoformat()
    return next(
        (o for o in person.offices if o.office in HIGHEST and o.from_ is not None and day < o.from_ <= until), None
    )


def sector_on(organ: Organization, day: str | None) -> str | None:
    """Return the sector of an organisation on a day: a party out of government is in opposition."""
    if organ.governs is None or day is None:
        return organ.sector
    in_office = any((t.from_ or "") <= day and (t.to is None or day[: len(t.to)] <= t.to) for t in organ.governs)
    return organ.sector if in_office else "OPP"
