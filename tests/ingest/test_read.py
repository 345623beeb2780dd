"""Files, folders and standard input become documents."""

import gzip
import io
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from dragoman.ingest import Arrival, Defaults, read_inputs
from dragoman.ingest.jsonl import Line, _text
from dragoman.records import Span

LINE = b'{"doc": "a", "sentences": ["One two.", "", "Three."], "language": "en-GB", "published": "2024-06-14T08:00Z"}\n'


def arrivals(*inputs: str | Path, stdin: bytes = b"") -> list[Arrival]:
    found = list(read_inputs(map(str, inputs), Defaults(), io.BytesIO(stdin)))
    assert all(isinstance(item, Arrival) for item in found), found
    return [item for item in found if isinstance(item, Arrival)]


def test_sentences_are_joined_and_keep_their_numbers(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_bytes(LINE)
    (arrival,) = arrivals(file)
    document = arrival.document
    assert document.text == "One two.\n\nThree."
    assert document.sentences is not None
    assert [span.of(document.text) for span in document.sentences] == ["One two.", "", "Three."]
    assert (document.language, document.published, arrival.dated_by) == ("en", "2024-06-14", "metadata")


@given(st.lists(st.text()))
def test_the_place_of_every_sentence_shows_that_sentence(sentences: list[str]) -> None:
    text, spans = _text(Line("x", sentences=sentences))
    assert spans is not None
    assert [span.of(text) for span in spans] == sentences


def test_sentences_beside_their_text_are_found_in_it() -> None:
    text, spans = _text(Line("x", text="A b.  C d.", sentences=["A b.", "C d."]))
    assert (text, spans) == ("A b.  C d.", (Span(0, 4), Span(6, 10)))


def test_a_plain_file_is_named_by_its_stem_and_left_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "seed.id.txt"
    file.write_bytes("\ufeffSatu.\r\nDua.".encode())
    (arrival,) = arrivals(file)
    assert (arrival.document.doc, arrival.document.text) == ("seed.id", "Satu.\r\nDua.")


def test_folders_are_read_in_the_order_of_names(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / ".hidden").mkdir()
    for name in ("b/z.txt", "c.txt", "a.txt", ".hidden/no.txt", "notes.md", ".x.txt"):
        (tmp_path / name).write_text("Words.")
    (tmp_path / "b" / "lines.jsonl.gz").write_bytes(gzip.compress(LINE))
    assert [a.document.doc for a in arrivals(tmp_path)] == ["a", "c", "a", "z"]


def test_standard_input_is_lines_a_page_or_text() -> None:
    assert [a.document.doc for a in arrivals("-", stdin=LINE * 3 + b'{"doc":"b","text":"Last."}')] == ["a"] * 3 + ["b"]
    (text,) = arrivals("-", stdin=b"Just a sentence. " * 100)
    assert (text.document.doc, text.document.text) == ("stdin", "Just a sentence. " * 100)
    body = "Indian and Chinese troops clashed in the valley on Monday, the army said on Tuesday. " * 6
    (page,) = arrivals("-", stdin=f"<html><body><article><p>{body}</p></article></body></html>".encode())
    assert "<p>" not in page.document.text
