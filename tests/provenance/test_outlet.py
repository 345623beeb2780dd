"""Whether a medium named in an article is the outlet of the article itself."""

import pytest

from dragoman.packs.media_file import build_index
from dragoman.packs.world import Medium
from dragoman.provenance.outlet import is_own_outlet, outlets_of
from dragoman.provenance.trace import trace
from dragoman.records import Document, Hop
from dragoman.text.envelope import find_parts

TOY = build_index(
    (
        Medium("harbour-post", "Harbour Post", "newspaper", "NOR", ("harbourpost.example",), {"en": ("The Post",)}),
        Medium("sea-wire", "Sea Wire", "agency", "NOR", ("seawire.example",)),
    )
)


@pytest.mark.parametrize(
    "asked", ["harbour-post", "media:harbour-post", "Harbour Post", "The Post", "harbourpost.example"]
)
def test_every_name_of_the_outlet_is_the_outlet(asked: str) -> None:
    document = Document("doc", "x", url="https://m.harbourpost.example/a")
    assert is_own_outlet(asked, document, (), TOY)
    assert not is_own_outlet("sea-wire", document, (), TOY)


def test_an_outlet_nobody_knows_is_known_by_its_host_or_name() -> None:
    assert is_own_outlet("tiny.example", Document("doc", "x", url="https://www.tiny.example/a"), (), TOY)
    assert is_own_outlet("Tiny Times", Document("doc", "x", source="Tiny Times"), (), TOY)
    assert not is_own_outlet("Harbour Post", Document("doc", "x", source="Tiny Times"), (), TOY)


def test_an_unsure_outlet_is_not_taken_for_the_own() -> None:
    hop = Hop("outlet", "Sea Wire", 0.3)
    assert not is_own_outlet("Sea Wire", Document("doc", "x"), (hop,), TOY)


def test_a_medium_in_the_dateline_is_the_outlet_where_nothing_else_is_known() -> None:
    text = "Talks resume in harbour\nSEOUL (Reuters) - The minister told Reuters so.\nHe left."
    document = Document("doc", text, "en")
    assert is_own_outlet("Reuters", document, trace(document, find_parts(document)))


def test_a_medium_that_republishes_an_agency_is_not_the_agency() -> None:
    text = "Talks resume in harbour\nSEOUL (Reuters) - The minister told Reuters so.\nHe left."
    document = Document("doc", text, "en", url="https://www.theguardian.com/x")
    assert not is_own_outlet("Reuters", document, trace(document, find_parts(document)))


def test_an_archive_number_names_the_outlet_for_want_of_better() -> None:
    (hop,) = outlets_of(Document("harbourpost.example.91337", "x"), TOY)
    assert (hop.name, hop.field) == ("Harbour Post", "doc")
    assert outlets_of(Document("some-article", "x"), TOY) == ()
