"""Every defect of a pack is a finding with a stable id."""

from typing import Any

import msgspec
import pytest

from dragoman.packs.coverage import coverage
from dragoman.packs.lint import lint
from dragoman.packs.schema import Act, ActWords, Concepts, Facts, Glue, Morphology, Pack, Role, Thing

CONCEPTS = Concepts(
    acts={k: Act("act", "transitive", f"to {k}", "X.") for k in ("suspend", "attack")},
    things={"agreement": Thing("a deal", "They struck a deal.")},
    roles={"minister": Role("GOV", "person", "a minister", "The minister met her.")},
    frames={},
)
EXAMPLE = "[actor: Seoul] [event: suspended] the [theme: deal]."
FACTS = Facts("xx", "Toy", "Toy", "latin", "svo", "before")


def pack(acts: dict[str, Any] | None = None, things: Any = None, roles: Any = None, glue: Any = None) -> Pack:
    whole = {
        "suspend": {"verbs": ["suspend"], "examples": [EXAMPLE]},
        "attack": {"verbs": ["attack"], "examples": ["[actor: Seoul] [event: attacked]."]},
    }
    return Pack(
        FACTS,
        Morphology(),
        msgspec.convert(whole if acts is None else acts, dict[str, ActWords]),
        {"agreement": ("deal",)} if things is None else things,
        {"minister": ("minister",)} if roles is None else roles,
        msgspec.convert(glue or {}, Glue),
        {},
    )


def ids(given: Pack) -> set[str]:
    return {finding.id for finding in lint(given, CONCEPTS)}


def test_a_sound_pack_has_no_findings() -> None:
    assert lint(pack(), CONCEPTS) == []


@pytest.mark.parametrize(
    ("entry", "found"),
    [
        ({"verbs": ["suspend"]}, "verbs-without-example"),
        ({"verbs": [" "], "examples": [EXAMPLE]}, "empty-entry"),
        ({"verbs": ["suspend  it"], "examples": [EXAMPLE]}, "stray-space"),
        ({"verbs": ["attack"], "examples": [EXAMPLE]}, "duplicate-word"),
        ({"verbs": ["halt", "halt"], "examples": [EXAMPLE]}, "repeated-word"),
        ({"verbs": [{"word": "halt", "paradigm": "odd"}], "examples": [EXAMPLE]}, "unknown-paradigm"),
        ({"verbs": [{"word": "halt", "is": "odd"}], "examples": [EXAMPLE]}, "unknown-feature"),
        ({"verbs": [{"word": "halt", "frame": {"recipient": ["odd"]}}], "examples": [EXAMPLE]}, "unknown-link"),
        ({"verbs": [{"word": "halt", "with": ["odd"]}], "examples": [EXAMPLE]}, "unknown-condition"),
        ({"verbs": ["halt"], "examples": ["[actor: Seoul [event: halted]."]}, "broken-markup"),
        ({"verbs": ["halt"], "examples": ["[actor: Seoul] halted."]}, "no-event-marked"),
        ({"verbs": ["halt"], "examples": ["South [event: halted] Se[actor: oul]."]}, "mark-splits-word"),
        ({"verbs": ["halt"], "examples": [EXAMPLE, EXAMPLE]}, "repeated-example"),
        ({}, "concept-without-words"),
    ],
)
def test_a_defect_of_an_entry_is_found(entry: dict[str, Any], found: str) -> None:
    acts = {"suspend": entry, "attack": {"verbs": ["attack"], "examples": ["[actor: Seoul] [event: attacked]."]}}
    assert ids(pack(acts)) == {found}


def test_unknown_concepts_and_links_are_found() -> None:
    assert ids(pack(things={"agreement": ("deal",), "oddity": ("odd",)})) == {"unknown-concept"}
    assert ids(pack(glue={"links": {"before": {"onto": "odd"}}})) == {"unknown-link"}


def test_coverage_counts_words_and_shows_holes() -> None:
    rows = coverage({"xx": pack(), "yy": pack(things={})}, CONCEPTS)
    assert {(row.kind, row.concept): row.words for row in rows} == {
        ("act", "suspend"): (1, 1),
        ("act", "attack"): (1, 1),
        ("thing", "agreement"): (1, 0),
        ("role", "minister"): (1, 1),
    }
