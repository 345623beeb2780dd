"""A reporter's address tells the agency or outlet."""

from dragoman.provenance.trace import trace
from dragoman.records import Document, Hop
from dragoman.text.envelope import find_parts


def _hops(text: str, **fields: str) -> list[Hop]:
    document = Document("d", text, "en", **fields)  # type: ignore[arg-type]
    return list(trace(document, find_parts(document, "en"), language="en"))


def test_the_domain_of_an_agency_makes_the_text_its_own() -> None:
    text = "Title of it\nThe ministers met.\nThey left.\nhkim@yna.co.kr"
    (hop,) = _hops(text)
    assert (hop.kind, hop.name, hop.confidence) == ("agency", "Yonhap", 0.9)
    assert hop.span is not None
    assert hop.span.of(text) == "hkim@yna.co.kr"


def test_the_domain_of_a_newspaper_names_the_outlet_where_nothing_better_does() -> None:
    text = "Title of it\nThe ministers met.\nThey left.\nnews.desk@theguardian.com"
    assert [hop.kind for hop in _hops(text)] == ["outlet"]
    assert [hop.name for hop in _hops(text, url="https://www.kompas.com/a") if hop.kind == "outlet"] == ["Kompas"]


def test_an_address_of_nobody_known_tells_nothing() -> None:
    assert _hops("Title of it\nThe ministers met.\nThey left.\nann@harbour.example, a@b, x@@yna.co.kr") == []
