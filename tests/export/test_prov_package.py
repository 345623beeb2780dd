"""What is exported as PROV-JSON is read by the PROV library as the statements that were meant."""

import io
import json

from exported import article, record, told
from prov.model import ProvAttribution, ProvDerivation, ProvDocument, ProvInfluence

from dragoman.export.prov import PREFIXES, describe

CHAIN = [
    {
        "kind": "speaker",
        "name": "Ministry of Defence",
        "confidence": 0.8,
        "code": "KOR",
        "span": {"start": 3, "end": 9},
    },
    {"kind": "agency", "name": "Yonhap", "confidence": 0.95, "code": "KOR", "span": {"start": 0, "end": 6}},
    {"kind": "original", "name": "Bao Quoc te", "confidence": 0.9, "url": "https://baoquocte.example/a"},
    {"kind": "translation", "name": "vi → id", "confidence": 0.95, "code": "vi"},
    {"kind": "republication", "name": "Yonhap", "confidence": 0.75},
    {"kind": "outlet", "name": "Kompas", "confidence": 0.98, "field": "url"},
    {"kind": "photo", "name": "Sputnik", "confidence": 0.9},
]


def test_the_whole_chain_is_read_by_the_prov_library() -> None:
    said = describe(article(provenance=json.dumps(CHAIN)), told(record()))
    written = json.dumps({"prefix": PREFIXES, "bundle": {"doc:d1.bundle": said}})
    read = ProvDocument.deserialize(io.StringIO(written), format="json")
    (bundle,) = read.bundles
    assert {str(r.identifier) for r in bundle.get_records() if r.identifier} >= {
        "doc:d1",
        "agent:Yonhap",
        "agent:Kompas",
    }
    kinds = [type(statement) for statement in bundle.get_records()]
    assert kinds.count(ProvDerivation) >= 3, "agency, original, republication"
    assert kinds.count(ProvAttribution) >= 3, "outlet, and whose each source is"
    assert kinds.count(ProvInfluence) == 2, "speaker and picture"
    again = ProvDocument.deserialize(io.StringIO(read.serialize(format="json")), format="json")
    assert again == read
