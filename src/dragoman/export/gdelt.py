"""Events in the columns of GDELT 2.0, as far as they can be filled honestly."""

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import combinations
from pathlib import Path

from dragoman.export.countries import countries, country_name
from dragoman.export.gdelt_fields import FIELDS, NOTES
from dragoman.export.layout import Layout, ToldEvent, Write, Written
from dragoman.export.plover import EventLocation, Party, PloverRecord
from dragoman.packs.world import load_places
from dragoman.store import StoredArticle

_ROLES = {
    **{code: code for code in "GOV MIL LEG JUD COP SPY OPP PTY REB UAF CVL REF BUS EDU ELI LAB AGR CRM".split()},
    "JRN": "MED",
    "MED": "HLH",
}
"""PLOVER sectors → CAMEO roles. PRM, REL, SOC and UNK have no role that means the same."""
_COUNTRIES = {"ROU": "ROM", "TLS": "TMP"}
"""ISO 3166-1 codes that CAMEO writes in an older way."""
_BODIES = {
    "UNO": ("IGOUNO", "", "UNO", "IGO"),
    "EUR": ("IGOEUREEC", "EUR", "EEC", "IGO"),
    "IGO": ("IGO", "", "", "IGO"),
    "NGO": ("NGO", "", "", "NGO"),
    "MNC": ("MNC", "", "", "MNC"),
    "IMG": ("IMG", "", "", "IMG"),
    "ISM": ("NGM", "", "", "NGM"),
}
"""Codes of bodies that are no state → CAMEO code, country or region, known group, type."""
_KINDS = {"city": ("4", "3"), "region": ("5", "2")}
"""Kinds of place → type of place in GDELT: anywhere, and in the United States."""
_Actor = tuple[str, str, str, str, str, str]
"""Code, name, country, known group, first and second type."""


@contextmanager
def _gdelt_file(path: Path) -> Iterator[Write]:
    with path.open("w", encoding="utf-8", newline="") as file:

        def write(article: StoredArticle, events: Sequence[ToldEvent]) -> Written:
            done: Written = []
            for event in events:
                if event.record.status != "actual":
                    continue
                for number, (one, other) in enumerate(_pairs(event.record)):
                    row = _row(event.record, number, one, other, article.url)
                    file.write("\t".join(row[name] for name in FIELDS) + "\n")
                    done.append((row["GLOBALEVENTID"], event))
            return done

        yield write


def event_number(id_: str, pair: int) -> str:
    """Make the number of an event and a pair of its sides: a digest of 60 bits, the same in every run."""
    return str(int(hashlib.sha256(f"{id_}/{pair}".encode()).hexdigest()[:15], 16))


def _pairs(record: PloverRecord) -> list[tuple[Party | None, Party | None]]:
    """Pair each actor with each recipient; the sides of a two-sided act with each other, once."""
    if record.actor and record.recipient:
        return [(one, other) for one in record.actor for other in record.recipient]
    if len(record.actor) > 1:
        return list(combinations(record.actor, 2))
    return [(record.actor[0] if record.actor else None, other) for other in record.recipient or (None,)]


def _row(record: PloverRecord, pair: int, one: Party | None, other: Party | None, url: str | None) -> dict[str, str]:
    cameo = record.cameo or ""
    row = dict.fromkeys(FIELDS, "")
    row |= {
        "GLOBALEVENTID": event_number(record.id, pair),
        "EventCode": cameo,
        "EventBaseCode": cameo[:3],
        "EventRootCode": cameo[:2],
        "QuadClass": str(record.quad_code),
        "NumMentions": str(len(record.text_info.sequences)),
        "NumSources": "1",
        "NumArticles": "1",
        "SOURCEURL": _cell(url or ""),
    }
    row |= _when(record)
    for side, party in (("Actor1", one), ("Actor2", other)):
        if party is not None:
            names = ("Code", "Name", "CountryCode", "KnownGroupCode", "Type1Code", "Type2Code")
            row |= {side + name: _cell(value) for name, value in zip(names, _actor(party), strict=True)}
    if record.event_loc is not None:
        row |= {f"ActionGeo_{name}": _cell(value) for name, value in _where(record.event_loc).items()}
    return row


def _cell(value: str) -> str:
    """Keep a value on its line and in its column."""
    return " ".join(value.split())


def _when(record: PloverRecord) -> dict[str, str]:
    """Give as much of the date as all its days share."""
    first, last = record.date or "", record.enddate or record.date or ""
    when = {}
    if first and first[:4] == last[:4]:
        when["Year"] = first[:4]
    if first and first[:7] == last[:7]:
        when["MonthYear"] = first[:4] + first[5:7]
    if first and first == last:
        when["SQLDATE"] = first.replace("-", "")
        when["FractionDate"] = f"{int(first[:4]) + (int(first[5:7]) * 30 + int(first[8:10])) / 365:.4f}"
    return when


def _actor(party: Party) -> _Actor:
    name, role = (party.name or party.text).upper(), _ROLES.get(party.sector or "", "")
    if party.code in _BODIES:
        code, region, group, kind = _BODIES[party.code]
        return code + role, name, region, group, kind, role
    country = _COUNTRIES.get(party.code or "", party.code or "")
    return country + role, name, country, "", role, ""


def _where(place: EventLocation) -> dict[str, str]:
    country = countries().get(place.country or "")
    where = {"CountryCode": "" if country is None else country.fips or ""}
    if place.name is None:
        return {**where, "Type": "" if country is None else "1", "FullName": country_name(place.country) or ""}
    where["FullName"] = ", ".join(part for part in (place.name, country_name(place.country)) if part)
    known = load_places().get(place.name)
    if known is not None and known.country == place.country:
        anywhere, american = _KINDS.get(known.kind, ("", ""))
        where["Type"] = american if place.country == "USA" else anywhere
    return where


GDELT = Layout(
    "events.tsv",
    FIELDS,
    NOTES,
    _gdelt_file,
    "GLOBALEVENTID of the row; an event between several sides has several rows",
)
