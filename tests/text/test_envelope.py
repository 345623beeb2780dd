"""The envelope of an article: what each line is, in every language, and what must stay text."""

from pathlib import Path
from typing import Any

import pytest

from dragoman.packs.envelope_file import EnvelopeFormulas, known_envelopes
from dragoman.packs.media_file import build_index
from dragoman.packs.world import Medium
from dragoman.packs.yaml_file import load_plain
from dragoman.records import Document, EnvelopePart, Span
from dragoman.text.envelope import find_parts, find_parts_with
from dragoman.text.formula_index import FormulaIndex
from dragoman.text.media_names import MediaFinder
from dragoman.text.published import publication_date

PAGES: list[dict[str, Any]] = load_plain(Path(__file__).with_name("pages.yaml"))
INSIDE = ("dateline", "credit")


def _page(page: dict[str, Any]) -> tuple[Document, set[tuple[str, str]]]:
    lines: list[str] = []
    expected: set[tuple[str, str]] = set()
    for row in page["lines"]:
        ((kind, marked),) = row.items()
        line = marked.replace("‹", "").replace("›", "")
        if "‹" in marked:
            inside = marked.partition("‹")[2].partition("›")[0]
            expected.add(("credit" if kind == "caption" else "dateline", inside))
        if kind != "text":
            expected.add((kind, line))
        lines.append(line)
    return Document("page", "\n\n".join(lines), page["language"]), expected


def _toy(lines: list[str], given: bool = False, title: str | None = None, **fields: Any) -> list[tuple[str, str]]:
    """Read lines with toy formulas; engine tests do not depend on a real pack."""
    text = "\n".join(lines)
    spans, at = [], 0
    for line in lines:
        spans.append(Span(at, at + len(line)))
        at += len(line) + 1
    document = Document("toy", text, title=title, sentences=tuple(spans) if given else None)
    media = build_index((Medium("toy-agency", "Toy Agency", "agency"),))
    index = FormulaIndex((EnvelopeFormulas("en", **fields),), MediaFinder(media))
    return [(part.kind, part.span.of(text)) for part in find_parts_with(document, index)]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page["language"]))
def test_a_page_of_each_language_is_read_line_by_line(page: dict[str, Any]) -> None:
    document, expected = _page(page)
    found = {(part.kind, part.span.of(document.text)) for part in find_parts(document)}
    assert found == expected


@pytest.mark.parametrize("page", [p for p in PAGES if any("published" in row for row in p["lines"])],
                         ids=lambda page: str(page["language"]))  # fmt: skip
def test_the_date_line_of_each_language_names_the_day(page: dict[str, Any]) -> None:
    document, _ = _page(page)
    published = publication_date(document, find_parts(document))
    assert (published.day, published.basis) == ("2024-06-14", "byline")


def test_every_language_has_a_page() -> None:
    assert {page["language"] for page in PAGES} == set(known_envelopes())


@pytest.mark.parametrize(
    "line",
    [
        "NATO - the alliance of thirty states - rejected the demand.",
        "Source: he said the minister would never again agree to anything of the kind, whatever was offered.",
        "The inspectors came from the International Atomic Energy Agency (IAEA).",
        "Copyright law is changing in several states.",
        "By Friday the talks had failed.",
        "Photo opportunities were few, the minister said.",
        "Comments made by the minister angered the neighbours.",
        "Share prices fell after the attack.",
    ],
)
def test_a_sentence_that_only_looks_like_a_formula_stays_text(line: str) -> None:
    text = f"Talks collapse in harbour town\nThe talks failed.\n{line}\nThe minister left.\nNobody knew why."
    assert [part.kind for part in find_parts(Document("doc", text, "en"))] == ["title"]


def test_a_picture_credit_makes_its_line_a_caption_and_nests_in_it() -> None:
    lines = ["Title here", "Text.", "A boat at sea. Picture: Ann Lee", "Text."]
    found = _toy(lines, photo_credit=("Picture: {source}",))
    assert found[1:] == [("caption", "A boat at sea. Picture: Ann Lee"), ("credit", "Picture: Ann Lee")]


def test_a_bare_bracket_is_a_credit_only_with_a_known_medium() -> None:
    lines = ["Title here", "One.", "He left. (Toy Agency)", "She left. (Nobody Knows)", "Two.", "Three.", "4.", "5."]
    assert _toy(lines, credit=("({source})",))[1:] == [
        ("caption", "He left. (Toy Agency)"), ("credit", "(Toy Agency)"),
    ]  # fmt: skip


def test_a_dateline_wants_a_medium_or_brackets_with_a_dash() -> None:
    field = ("{PLACE} ({source}) -", "{place}, {source} -")
    assert ("dateline", "KYIV (Toy Agency) -") in _toy(["A title", "KYIV (Toy Agency) - He left."], dateline=field)
    assert ("dateline", "Kyiv, Toy Agency -") in _toy(["A title", "Kyiv, Toy Agency - He left."], dateline=field)
    assert "dateline" not in [kind for kind, _ in _toy(["A title", "Ivanov, Putin - He left."], dateline=field)]


def test_links_that_follow_a_heading_are_links() -> None:
    lines = ["A title", "Text.", "See also", "A link without a stop", "Another link", "Text again.", "Loose end"]
    found = _toy(lines, read_also=("See also",))
    links = [words for kind, words in found if kind == "read-also"]
    assert links == ["See also", "A link without a stop", "Another link"]


def test_given_sentences_lose_only_what_is_unmistakable() -> None:
    fields: dict[str, Any] = {
        "boilerplate": ("Share",),
        "read_also": ("Read more", "Read more: {text}"),
        "caption": ("On the photo {text}",),
    }
    lines = ["A title", "Share", "Read more", "On the photo a boat", "Read more: a link", "Text."]
    assert [kind for kind, _ in _toy(lines, **fields)] == [
        "title", "boilerplate", "read-also", "caption", "read-also",
    ]  # fmt: skip
    assert [kind for kind, _ in _toy(lines, given=True, **fields)] == ["title", "read-also"]


def test_a_title_given_with_the_document_is_found_even_with_a_stop() -> None:
    assert ("title", "Will they talk?") in _toy(["Will they talk?", "Text."], title="Will they talk?")


def test_parts_that_ingest_read_from_markup_are_kept() -> None:
    text = "Headline one\nText here.\nA caption line\nMore text."
    known = (EnvelopePart("caption", Span(24, 38)),)
    found = find_parts(Document("doc", text, "en", parts=known))
    assert [(part.kind, part.span) for part in found] == [("title", Span(0, 12)), ("caption", Span(24, 38))]


def test_formulas_of_the_language_of_the_outlet_are_tried_too() -> None:
    text = "Talks resume in harbour\nThe minister left.\nBaca juga: Kunjungan ditunda\nHe returned."
    kinds = [part.kind for part in find_parts(Document("doc", text, "en", url="https://www.kompas.com/x"))]
    assert kinds == ["title", "read-also"]
