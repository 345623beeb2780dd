"""Put articles with events made by hand into a store, and read the incidents they form."""

import random
from datetime import date, timedelta
from typing import Any

import msgspec
from sqlalchemy import Engine

from dragoman.records import Entity, Hearsay
from dragoman.records.incident import Incident
from dragoman.store import DocumentRow, EventRow, PartyRow, RefusalRow, keep
from dragoman.store.incident_query import IncidentFilter, find_incidents

Told = dict[str, Any]


def event(actor: str = "PRK", day: str | None = "2026-05-10", **changes: Any) -> Told:
    """Make the record of a border crossing, with some fields changed; `day` None makes it news of the article."""
    made: Told = {
        "type": "MOBILIZE", "mode": "troops", "act": "cross", "themes": ["border"], "actor": actor, "recipient": "",
        "day": day, "number": 0, "speaker": "",
    }  # fmt: skip
    return {**made, **changes}


def add(
    engine: Engine, doc: str, told: list[Told], published: str = "2026-05-11", coder: str = "1", text: str = "Text.",
    denies: str = "",
) -> str:  # fmt: skip
    """Keep an article; return its id. Another text under one doc is a new version."""
    id_ = f"id-{doc}-{text}"
    rows = [_event_row(number, f"{doc}-{number}", one, published) for number, one in enumerate(told)]
    refused = [_denial(denies, published)] if denies else []
    document = DocumentRow(
        id_, doc, coder, "made", None, "en", "given", published, "metadata", None, None, doc.title(), text, "{}", "[]"
    )
    keep(engine, document, rows, refused)
    return id_


def _event_row(number: int, id_: str, told: Told, published: str) -> EventRow:
    day, basis = (told["day"], "stated") if told["day"] else (published, "publication")

    def party(code: str) -> dict[str, Any]:
        return {"code": code, "sector": "MIL", "name": None, "office": None, "text": code}

    record = {
        "id": id_, "event": [told["type"]], "mode": [told["mode"]], "date": day, "enddate": day,
        "date_granularity": "day", "status": "actual", "historical": False, "actor": [party(told["actor"])],
        "recipient": [party(told["recipient"])] if told["recipient"] else [],
        "attribution": [party(told["speaker"])] if told["speaker"] else [], "quad_code": 4, "event_scale": -5.3,
        "cite_info": {"source": id_.split("-")[0].title(), "language": "en"}, "text": "Sentence.",
        "explain": {"concept": told["act"], "date_basis": basis, "themes": told["themes"]},
        "figures": [{"role": "actor", "what": "MIL", "number": told["number"], "act": "cross"}] if told["number"] else [],
    }  # fmt: skip
    sides = (PartyRow("actor", 0, told["actor"], "MIL", None),)
    payload = msgspec.json.encode(record).decode()
    return EventRow(
        id_, number, told["type"], told["mode"], "actual", False, day, day, 4, -5.3, None, False, payload, sides
    )  # fmt: skip


def _denial(code: str, published: str) -> RefusalRow:
    told = Hearsay("deny", (Entity(code, "GOV", code),), ("cross",), (), (), published)
    return RefusalRow(0, "denial-of-nobody", "deny", 0, 0, 4, "", msgspec.json.encode(told).decode())


def found(engine: Engine, **wanted: Any) -> list[Incident]:
    """Return the incidents of a store."""
    return list(find_incidents(engine, IncidentFilter(**wanted)))


def some_article(chance: random.Random) -> tuple[list[Told], str, str]:
    """Make events, a day of publication and perhaps who denies, at random but close to each other."""
    published = date(2026, 5, 8) + timedelta(chance.randrange(14))
    told = []
    for _ in range(chance.randrange(1, 4)):
        day = None if chance.random() < 0.4 else (published - timedelta(chance.randrange(3))).isoformat()
        act = chance.choice(["cross", "intrude", "deploy"])
        number = chance.choice([0, 20, 30])
        told.append(
            event(chance.choice(["PRK", "KOR"]), day, act=act, number=number, speaker=chance.choice(["", "KOR"]))
        )
    return told, published.isoformat(), chance.choice(["", "", "", "PRK"])
