"""PROV-JSON: what is stated of the way an article came."""

import json
from pathlib import Path
from typing import Any

from exported import article, record, told, written

from dragoman.export.prov import PREFIXES, describe

SIDES = {
    "wasAttributedTo": ("prov:entity", "prov:agent"),
    "wasDerivedFrom": ("prov:generatedEntity", "prov:usedEntity"),
    "wasGeneratedBy": ("prov:entity", "prov:activity"),
    "used": ("prov:activity", "prov:entity"),
    "wasAssociatedWith": ("prov:activity", "prov:agent"),
    "wasInfluencedBy": ("prov:influencee", "prov:influencer"),
}
"""The two things that each relation of PROV-JSON is between."""


def hop(kind: str, name: str, **more: Any) -> dict[str, Any]:
    return {"kind": kind, "name": name, "confidence": 0.9, "code": None, "url": None, "span": None, **more}


def stated(*hops: dict[str, Any], **changes: Any) -> dict[str, dict[str, dict[str, Any]]]:
    return describe(article(provenance=json.dumps(hops), **changes), told(record()))


def relations(said: dict[str, dict[str, dict[str, Any]]], kind: str) -> list[tuple[str, str]]:
    return [(one[SIDES[kind][0]], one[SIDES[kind][1]]) for one in said.get(kind, {}).values()]


def test_every_relation_is_between_things_that_are_stated_and_every_name_has_its_prefix() -> None:
    kinds = ("speaker", "agency", "original", "translation", "republication", "outlet", "photo", "some new kind")
    said = stated(*(hop(kind, f"The {kind} & Co.") for kind in kinds), replaces="d0")
    things = {id_ for kind in ("entity", "agent", "activity") for id_ in said[kind]}
    assert set(said) == {"entity", "agent", "activity", *SIDES}
    for kind in SIDES:
        assert {end for pair in relations(said, kind) for end in pair} <= things
    names = [*things, *(key for kind in said.values() for one in kind.values() for key in one)]
    assert {name.split(":")[0] for name in names} <= set(PREFIXES)
    assert not [name for name in things if " " in name]


def test_an_article_is_its_outlets_and_derived_from_the_agencys_report() -> None:
    said = stated(hop("agency", "Antara", span={"start": 0, "end": 6}), hop("outlet", "courier.example", field="url"))
    report = "doc:d1.source0"
    assert relations(said, "wasAttributedTo") == [(report, "agent:Antara"), ("doc:d1", "agent:courier.example")]
    assert ("doc:d1", report) in relations(said, "wasDerivedFrom")
    first = next(iter(said["wasDerivedFrom"].values()))
    assert first["dragoman:confidence"] == {"$": "0.9", "type": "xsd:double"}
    assert first["dragoman:span"] == "0-6"


def test_a_republished_original_is_one_text_derived_from_in_two_ways() -> None:
    url = "https://other.example/1"
    said = stated(hop("original", "other.example", url=url), hop("republication", "other.example", url=url))
    assert said["entity"]["doc:d1.source0"]["prov:location"] == url
    kinds = [one.get("prov:type", {}).get("$") for one in said["wasDerivedFrom"].values()]
    assert kinds == ["prov:PrimarySource", "prov:Quotation", None]


def test_a_translation_is_an_activity_that_used_the_original() -> None:
    said = stated(hop("original", "other.example"), hop("translation", "fr → en", code="fr"))
    assert ("doc:d1", "doc:d1.translation") in relations(said, "wasGeneratedBy")
    assert ("doc:d1.translation", "doc:d1.source0") in relations(said, "used")
    assert said["entity"]["doc:d1.source0"]["dcterms:language"] == "fr"


def test_an_event_is_derived_from_the_article_by_the_coding_of_the_program() -> None:
    said = stated()
    event = "event:0123456789abcdef0123"
    assert relations(said, "wasDerivedFrom") == [(event, "doc:d1")]
    assert (event, "doc:d1.coding") in relations(said, "wasGeneratedBy")
    assert relations(said, "wasAssociatedWith") == [("doc:d1.coding", "agent:dragoman")]


def test_the_file_is_one_json_object_with_a_bundle_for_each_article(tmp_path: Path) -> None:
    path, report = written(tmp_path, "prov", record())
    whole = json.loads(path.read_text(encoding="utf-8"))
    assert whole["prefix"] == PREFIXES
    assert list(whole["bundle"]) == ["doc:d1.bundle"]
    assert report.rows == 1


def test_a_file_without_articles_is_json_too(tmp_path: Path) -> None:
    from dragoman.export.files import files_at, write_export
    from dragoman.export.layouts import LAYOUTS

    files = files_at(tmp_path, LAYOUTS["prov"])
    write_export([], LAYOUTS["prov"], files, "")
    assert json.loads(files.events.read_text())["bundle"] == {}
