"""Rows as each schema version had them: the version that makes a table or a column says what stood in it."""

from typing import Any

ROWS: dict[str, dict[str, list[dict[str, Any]]]] = {
    "0001": {
        "documents": [
            {
                "id": "d1", "doc": "courier-1", "version": 1, "replaces": None, "current": False, "coder": "1",
                "path": "news.jsonl", "line": 1, "language": "en", "language_basis": "given",
                "published": "2024-06-14", "published_basis": "metadata", "title": "Talks", "url": None,
                "source": "courier.example", "text": "Seoul accused Pyongyang.", "arrived": "{}", "provenance": "[]",
                "error": None,
            },
            {
                "id": "d2", "doc": "courier-1", "version": 2, "replaces": "d1", "current": True, "coder": "1",
                "path": "news.jsonl", "line": 1, "language": "ko", "language_basis": "given",
                "published": "2024-06-14", "published_basis": "metadata", "title": "회담", "url": None,
                "source": "courier.example", "text": "서울은 평양을 비난했다.", "arrived": "{}", "provenance": "[]",
                "error": None,
            },
        ],
        "events": [
            {
                "document": "d2", "id": "e1", "position": 0, "type": "ACCUSE", "mode": "disapprove",
                "status": "actual", "historical": False, "date": "2024-06-14", "enddate": "2024-06-14", "quad": 3,
                "scale": -2.0, "country": None, "sided": True, "payload": '{"id":"e1"}',
            }
        ],
        "parties": [
            {
                "document": "d2", "event": "e1", "side": "actor", "position": 0, "code": "KOR", "sector": "GOV",
                "name": None,
            }
        ],
        "refusals": [
            {
                "document": "d2", "position": 0, "reason": "no-actor", "concept": "accuse", "sentence": 0, "start": 0,
                "end": 5, "detail": "",
            }
        ],
        "failures": [
            {
                "id": "f1", "kind": "broken-json", "path": "news.jsonl", "line": 2, "field": None, "doc": None,
                "document": None, "what": "is not JSON", "advice": "mend it",
            }
        ],
    },
    "0003": {
        "watch_feeds": [
            {
                "url": "https://courier.example/rss", "name": "Courier", "parent": None, "watched": True,
                "language": "en", "every": 900.0, "etag": '"7"', "last_modified": None, "added": 1718352000.0,
                "last_attempt": 1718352900.5, "last_success": 1718352900.5, "last_new": 1718352000.0, "entries": 2,
                "last_error": None, "last_error_at": None, "failures": 0, "next_due": 1718353800.0,
            }
        ],
        "watch_pages": [
            {
                "id": "p1", "address": "courier.example/1", "url": "https://courier.example/1",
                "host": "courier.example", "feed": "https://courier.example/rss", "found": 1718352000.0,
                "entry": "{}", "stamp": None, "state": "done", "next_due": None, "tries": 0, "checks": 1,
                "etag": None, "last_modified": None, "digest": "0", "title": "Talks", "doc": "courier-1",
                "done_at": 1718352001.0, "last_error": None,
            }
        ],
        "watch_gaps": [
            {
                "feed": "https://courier.example/rss", "began": 1718300000.25, "ended": None, "reason": "answers 500",
                "bridged": None,
            }
        ],
    },
    "0004": {
        "story_signatures": [
            {"number": 1, "document": "d1", "week": 105567, "signature": b"\x80"},
            {"number": 2, "document": "d2", "week": -1, "signature": b"\x80"},
        ],
        "story_edges": [{"one": "d1", "other": "d2", "score": 0.8, "reason": "translation", "why": "8 terms at the same"}],
        "story_decisions": [{"number": 1, "kind": "merge", "one": "d1", "other": "d2"}],
        "story_members": [{"document": "d1", "story": "d1"}, {"document": "d2", "story": "d1"}],
        "stories": [{"id": "d1", "origin": "Yonhap", "size": 2, "languages": "en ko", "first": 738976, "last": None}],
    },
    "0005": {
        "incident_documents": [{"document": "d2", "coder": "1", "story": "d2"}],
        "incidents": [
            {
                "id": "i1", "component": "i1", "type": "ACCUSE", "act": "accuse", "status": "actual", "quad": 3,
                "scale": -2.0, "date": "2024-06-14", "earliest": "2024-06-11", "latest": "2024-06-14", "country": None,
                "articles": 1, "stories": 1, "origins": 1, "first_seen": "2024-06-14",
                "standing": "told by media in their own voice", "summary": "{}",
            }
        ],
        "incident_parties": [
            {"incident": "i1", "side": "actor", "position": 0, "code": "KOR", "sector": "GOV", "name": None}
        ],
        "incident_instruments": [{"incident": "i1", "instrument": "cma-2018"}],
        "contradictions": [
            {
                "incident": "i1", "position": 0, "kind": "denial", "about": "that it happened", "low": None,
                "best": None, "high": None, "claims": "[]",
            }
        ],
        "incident_events": [
            {
                "document": "d2", "event": "e1", "incident": "i1", "component": "i1", "type": "ACCUSE",
                "parties": " KOR ", "first": "2024-06-11", "last": "2024-06-14", "key": "", "telling": "{}",
            }
        ],
        "hearsay": [
            {
                "document": "d2", "id": "r0-0", "code": "PRK", "denial": True, "instrument": None,
                "date": "2024-06-14", "payload": "{}",
            }
        ],
    },
}  # fmt: skip
"""By version, then by table. A migration that adds a table adds rows here; a test asks for them."""
