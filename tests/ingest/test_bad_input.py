"""Bad input is named with file, line and field, and the rest of the batch arrives."""

import gzip
from pathlib import Path

import pytest

from dragoman.ingest import Arrival, Defaults, Failure, read_inputs

GOOD = b'{"doc": "good", "text": "All is well."}\n'
KNOWN = Defaults(known=frozenset({"en", "id"}))


def read(path: Path, defaults: Defaults = KNOWN) -> list[Arrival | Failure]:
    return list(read_inputs([str(path)], defaults))


def only_failure(path: Path, defaults: Defaults = KNOWN) -> Failure:
    (found,) = read(path, defaults)
    assert isinstance(found, Failure)
    assert found.path == str(path)
    assert str(path) in str(found)
    return found


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        (b"%PDF-1.4 ...", "binary"),
        (b"PK\x03\x04rest", "binary"),
        (b"\x00\x01\x02\x03" * 40, "binary"),
        ("Täglich grüßt".encode("cp1252"), "encoding"),
        ("Seoul spoke.".encode("utf-16-le"), "encoding"),
        (b"a" * 2_000_000, "too-long"),
        (b"x" * 30_000 + b" end.", "unbroken"),
        (b"Seoul spoke.\nThen \x07 it rang.", "control-characters"),
        ("Seoul \x93spoke\x94.".encode(), "control-characters"),
        (b"12345 67890 !!!", "no-words"),
    ],
)
def test_a_bad_text_file_is_one_failure(tmp_path: Path, content: bytes, kind: str) -> None:
    file = tmp_path / "bad.txt"
    file.write_bytes(content)
    assert only_failure(file).kind == kind


def test_a_file_of_50_mb_is_refused_without_being_held(tmp_path: Path) -> None:
    file = tmp_path / "large.txt"
    with file.open("wb") as out:
        out.truncate(50 * 1024 * 1024)
    failure = only_failure(file)
    assert failure.kind == "too-large"
    assert "50.0 MB" in failure.what


def test_a_control_character_is_named_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "bell.txt"
    file.write_bytes(b"One.\nTwo.\nThree \x07.")
    failure = only_failure(file)
    assert failure.line == 3
    assert "U+0007" in failure.what


def test_a_wrong_encoding_says_where_and_how_to_convert_it(tmp_path: Path) -> None:
    file = tmp_path / "latin.txt"
    file.write_bytes("One.\nM\u00fcnchen.".encode("cp1252"))
    failure = only_failure(file)
    assert failure.line == 2
    assert "0xfc" in failure.what
    assert "iconv -f WINDOWS-1252" in failure.advice


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_tells_the_encoding(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "marked.txt"
    file.write_bytes("Müller spoke.".encode(encoding))
    (arrival,) = read(file)
    assert isinstance(arrival, Arrival)
    assert arrival.document.text == "Müller spoke."


@pytest.mark.parametrize(
    ("line", "kind", "field"),
    [
        (b"{broken", "broken-json", None),
        (b"[1, 2]", "bad-field", None),
        (b'{"text": "No id."}', "bad-field", None),
        (b'{"doc": "", "text": "Empty id."}', "bad-field", "doc"),
        (b'{"doc": "x"}', "bad-field", "text"),
        (b'{"doc": "x", "text": ""}', "empty", "text"),
        (b'{"doc": "x", "text": 5}', "bad-field", "text"),
        (b'{"doc": "x", "sentences": ["a", 5]}', "bad-field", "sentences[1]"),
        (b'{"doc": "x", "text": "A b.", "sentences": ["A b.", "C d."]}', "contradictory-text", "sentences"),
        (b'{"doc": "x", "text": "Words.", "published": "soon"}', "bad-date", "published"),
        (b'{"doc": "x", "text": "Words.", "published": "2023-02-30"}', "bad-date", "published"),
        (b'{"doc": "x", "text": "Words.", "published": "14.06.2024"}', "bad-date", "published"),
        (b'{"doc": "x", "text": "Words.", "language": "xx"}', "unknown-language", "language"),
        (b'{"doc": "x", "text": "Words.", "language": "English!"}', "unknown-language", "language"),
        (b'{"doc": "x", "text": "Bell \\u0007."}', "control-characters", "text"),
        (b'{"doc": "x", "text": "\xff\xfe"}', None, None),
    ],
)
def test_a_bad_line_is_named_and_the_others_arrive(
    tmp_path: Path, line: bytes, kind: str | None, field: str | None
) -> None:
    file = tmp_path / "lines.jsonl"
    file.write_bytes(GOOD + line + b"\n\n" + GOOD)
    first, failure, last = read(file)
    assert isinstance(first, Arrival)
    assert isinstance(last, Arrival)
    assert last.line == 4
    assert isinstance(failure, Failure)
    assert failure.line == 2
    if kind is not None:
        assert (failure.kind, failure.field) == (kind, field)


def test_a_line_of_2_mb_without_spaces_is_refused_and_the_next_arrives(tmp_path: Path) -> None:
    file = tmp_path / "long.jsonl"
    file.write_bytes(b'{"doc": "long", "text": "' + b"a" * 2_000_000 + b'"}\n' + GOOD)
    failure, arrival = read(file)
    assert isinstance(failure, Failure)
    assert (failure.kind, failure.line, failure.doc) == ("too-long", 1, "long")
    assert isinstance(arrival, Arrival)


def test_a_line_of_20_mb_is_passed_over(tmp_path: Path) -> None:
    file = tmp_path / "huge.jsonl"
    file.write_bytes(b'{"doc": "' + b"a" * 20_000_000 + b'"}\n' + GOOD)
    failure, arrival = read(file)
    assert isinstance(failure, Failure)
    assert (failure.kind, failure.line) == ("too-large", 1)
    assert isinstance(arrival, Arrival)
    assert arrival.line == 2


def test_a_damaged_gzip_file_keeps_what_was_read(tmp_path: Path) -> None:
    file = tmp_path / "cut.jsonl.gz"
    whole = gzip.compress(b"".join(b'{"doc": "%d", "text": "Word %d."}\n' % (n, n * n) for n in range(20_000)))
    file.write_bytes(whole[: len(whole) // 2])
    found = read(file)
    assert isinstance(found[0], Arrival)
    assert isinstance(found[-1], Failure)
    assert found[-1].kind == "damaged"
    assert found[-1].line == len(found)


def test_dates_that_contradict_each_other_are_refused(tmp_path: Path) -> None:
    file = tmp_path / "dated.jsonl"
    file.write_bytes(b'{"doc": "x", "text": "Words.", "published": "2018-09-30"}\n' + GOOD)
    failure, arrival = read(file, Defaults(published="2020-01-01"))
    assert isinstance(failure, Failure)
    assert (failure.kind, failure.field) == ("contradictory-dates", "published")
    assert isinstance(arrival, Arrival)
    assert (arrival.document.published, arrival.dated_by) == ("2020-01-01", "option")


def test_what_is_missing_is_a_failure_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "good.txt").write_text("All is well.")
    inputs = [str(tmp_path / name) for name in ("nowhere.txt", "empty", "good.txt")]
    missing, hollow, good = read_inputs(inputs, KNOWN)
    assert isinstance(missing, Failure)
    assert missing.kind == "missing"
    assert isinstance(hollow, Failure)
    assert hollow.kind == "no-input"
    assert isinstance(good, Arrival)
