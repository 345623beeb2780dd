"""Describe the record as a JSON Schema."""

from typing import Any

import msgspec

from dragoman.export.plover import PloverRecord

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def record_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of one line of `--format plover`."""
    return {"$schema": DIALECT, "title": "Dragoman event record", **msgspec.json.schema(PloverRecord)}
