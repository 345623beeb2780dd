"""Events coded by the ACLED-like codebook, in the columns of ACLED, as far as they can be filled honestly."""

import csv
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from dragoman.export.countries import country_name
from dragoman.export.layout import Layout, ToldEvent, Write, Written
from dragoman.export.plover import Party, PloverRecord
from dragoman.store import StoredArticle

_NOT_KNOWN = "always empty: not coded"
FIELDS = {
    "event_id_cnty": "id of the event, a digest of its content; not one of ACLED's numbers",
    "event_date": "first day on which it may have happened, ISO 8601; empty where less than a month is known",
    "year": "year, where one is known",
    "time_precision": "1 the day, 2 the week, 3 the month is known",
    "disorder_type": "Political violence, Demonstrations or Strategic developments, after the type",
    "event_type": "ACLED's event type",
    "sub_event_type": "ACLED's sub-event type; empty where the codebook's mode is none of them",
    "actor1": "name of who did it, or the words of the article",
    "assoc_actor_1": "further actors, joined by `; `",
    "inter1": "kind of actor1, where its sector tells",
    "actor2": "name of whom it was done to, or of the other side",
    "assoc_actor_2": "further ones",
    "inter2": "kind of actor2",
    "interaction": _NOT_KNOWN,
    "civilian_targeting": "`Civilian targeting` for violence against civilians, else empty",
    "iso": _NOT_KNOWN,
    "region": _NOT_KNOWN,
    "country": "country where it took place, in English, where the article tells",
    "admin1": _NOT_KNOWN,
    "admin2": _NOT_KNOWN,
    "admin3": _NOT_KNOWN,
    "location": "name of the place, where the article tells",
    "latitude": _NOT_KNOWN,
    "longitude": _NOT_KNOWN,
    "geo_precision": _NOT_KNOWN,
    "source": "outlet of the article",
    "source_scale": _NOT_KNOWN,
    "notes": "the sentence that tells of it, as the article has it",
    "fatalities": _NOT_KNOWN,
    "tags": _NOT_KNOWN,
    "timestamp": "always empty: not kept",
}
"""The columns in ACLED's order."""
_SUB_EVENTS = {
    "armed-clash": "Armed clash",
    "air-drone-strike": "Air/drone strike",
    "shelling-missile": "Shelling/artillery/missile attack",
    "suicide-bomb": "Suicide bomb",
    "remote-explosive": "Remote explosive/landmine/IED",
    "attack": "Attack",
    "abduction": "Abduction/forced disappearance",
    "sexual-violence": "Sexual violence",
    "peaceful": "Peaceful protest",
    "intervention": "Protest with intervention",
    "violent-demonstration": "Violent demonstration",
    "mob-violence": "Mob violence",
    "agreement": "Agreement",
    "arrests": "Arrests",
    "property-destruction": "Looting/property destruction",
    "weapons-disrupted": "Disrupted weapons use",
    "territory-handed-over": "Non-violent transfer of territory",
    "other": "Other",
}
"""Modes of the codebook → sub-events. `territory-taken` is none: ACLED names it after who took it from whom."""
_DEMONSTRATIONS = frozenset({"peaceful", "intervention", "violent-demonstration"})
_KINDS = {
    **dict.fromkeys(("GOV", "MIL", "COP", "SPY", "JUD", "LEG"), "State forces"),
    "REB": "Rebel group",
    **dict.fromkeys(("CVL", "REF", "JRN", "SOC", "MED", "EDU", "REL", "AGR", "LAB", "BUS", "OPP"), "Civilians"),
}
"""Sectors → kinds of actor. An unaligned armed group may be one of several kinds."""


@contextmanager
def _acled_file(path: Path) -> Iterator[Write]:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(FIELDS)

        def write(article: StoredArticle, events: Sequence[ToldEvent]) -> Written:
            actual = [event for event in events if event.record.status == "actual"]
            for event in actual:
                row = _row(event.record)
                writer.writerow([row.get(name, "") for name in FIELDS])
            return [(event.record.id, event) for event in actual]

        yield write


def _row(record: PloverRecord) -> dict[str, str]:
    type_, mode = record.event[0], record.mode[0] if record.mode else ""
    place = record.event_loc
    sides = (record.actor, record.recipient) if record.recipient else (record.actor[:1], record.actor[1:])
    row = {
        "event_id_cnty": record.id,
        "disorder_type": _disorder(type_, mode),
        "event_type": type_,
        "sub_event_type": _SUB_EVENTS.get(mode, ""),
        "civilian_targeting": "Civilian targeting" if type_ == "Violence against civilians" else "",
        "country": "" if place is None else country_name(place.country) or "",
        "location": "" if place is None else place.name or "",
        "source": record.cite_info.source or "",
        "notes": record.text,
        **_when(record),
    }
    for number, side in enumerate(sides, 1):
        if side:
            row[f"actor{number}"] = _name(side[0])
            row[f"assoc_actor_{number}"] = "; ".join(_name(party) for party in side[1:])
            row[f"inter{number}"] = _kind(side[0], type_, None if place is None else place.country)
    return row


def _when(record: PloverRecord) -> dict[str, str]:
    if record.date is None:
        return {}
    last = record.enddate or record.date
    days = (date.fromisoformat(last) - date.fromisoformat(record.date)).days
    year = record.date[:4] if last[:4] == record.date[:4] else ""
    precision = "1" if days == 0 else "2" if days < 7 else "3" if days < 31 else ""
    return {"event_date": record.date if precision else "", "time_precision": precision, "year": year}


def _disorder(type_: str, mode: str) -> str:
    if type_ == "Strategic developments":
        return type_
    return "Demonstrations" if mode in _DEMONSTRATIONS else "Political violence"


def _name(party: Party) -> str:
    return party.name or party.text


def _kind(party: Party, type_: str, country: str | None) -> str:
    kind = _KINDS.get(party.sector or "", "")
    if kind == "State forces" and None not in (country, party.code) and party.code != country:
        return "External/Other forces"
    if kind == "Civilians" and type_ in ("Protests", "Riots"):
        return "Protesters" if type_ == "Protests" else "Rioters"
    return kind


ACLED_LIKE = Layout(
    "events.csv",
    FIELDS,
    (
        "UTF-8, comma-separated, first line the column names; the columns are those of ACLED's files.",
        "The articles were read anew by the codebook `acled-like`, which follows ACLED's public codebook but is not ACLED's "
        "own coding, done by people.",
        "Only events with the status `actual` are here. Their ids are those of this coding; incidents are made of PLOVER "
        "events and do not know them.",
    ),
    _acled_file,
)
