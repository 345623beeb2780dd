"""Archives give the articles of their pages; what is damaged costs as little as possible and is named."""

import gzip
import io
from pathlib import Path
from typing import Any

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from dragoman.ingest import Arrival, Defaults, Failure, read_inputs
from dragoman.ingest.warc import Record, read_warc


def packed(data: bytes) -> bytes:
    """Pack bytes in the same way at any time, since they name the case of a test."""
    return gzip.compress(data, mtime=0)


PARAGRAPHS = "".join(
    f"<p>The two governments signed an agreement on their {what} after talks of eighteen years, they said.</p>"
    for what in ("border", "fisheries", "prisoners")
)


def page(title: str) -> bytes:
    return f"<html><head><title>{title}</title></head><body><article>{PARAGRAPHS}</article></body></html>".encode()


def record(
    writer: WARCWriter, url: str, body: bytes, status: str = "200 OK", kind: str = "response", **headers: str
) -> Any:
    told = [
        (name.replace("_", "-"), value)
        for name, value in {"Content_Type": "text/html; charset=utf-8", **headers}.items()
    ]
    http = StatusAndHeaders(status, told, protocol="HTTP/1.1")
    return writer.create_warc_record(url, kind, payload=io.BytesIO(body), http_headers=http)


def archive(path: Path, *, packed: bool = True, count: int = 3) -> Path:
    """Write an archive as CC-NEWS does: warcinfo, then requests and responses, each record packed by itself."""
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=packed)
        writer.write_record(writer.create_warcinfo_record("CC-NEWS-20240614.warc.gz", {"software": "crawler"}))
        for number in range(count):
            url = f"https://www.courier.example/{number}?utm_source=x"
            request = StatusAndHeaders("GET / HTTP/1.1", [("Host", "courier.example")], is_http_request=True)
            writer.write_record(writer.create_warc_record(url, "request", http_headers=request))
            writer.write_record(record(writer, url, page(f"Story {number}")))
    return path


def read(path: Path, defaults: Defaults | None = None) -> list[Arrival | Failure]:
    return list(read_inputs([str(path)], defaults or Defaults()))


@pytest.mark.parametrize("packed", [True, False])
def test_every_page_of_an_archive_arrives_under_its_address(tmp_path: Path, packed: bool) -> None:
    found = read(archive(tmp_path / ("a.warc.gz" if packed else "a.warc"), packed=packed))
    assert [item.document.doc for item in found if isinstance(item, Arrival)] == [
        f"courier.example/{n}" for n in range(3)
    ]
    assert [item.line for item in found] == [3, 5, 7]
    assert isinstance(found[0], Arrival)
    assert found[0].document.url == "https://www.courier.example/0"
    assert found[0].document.title == "Story 0"


def test_what_is_no_page_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        for path_, status, kind in (
            ("404", "404 Not Found", "text/html"),
            ("i", "200 OK", "image/png"),
            ("m", "301 Moved", ""),
        ):
            url = f"https://a.example/{path_}"
            writer.write_record(record(writer, url, page("x"), status, Content_Type=kind))
        writer.write_record(record(writer, "dns:a.example", b"1.2.3.4"))
        writer.write_record(record(writer, "https://a.example/good", page("Good")))
    (arrival,) = read(path)
    assert isinstance(arrival, Arrival)
    assert arrival.document.title == "Good"


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (packed(page("T")), {"Content_Encoding": "gzip"}),
        (page("T"), {"Content_Encoding": "gzip"}),
        (b"%x\r\n%s\r\n0\r\n\r\n" % (len(page("T")), page("T")), {"Transfer_Encoding": "chunked"}),
        (page("T"), {"Transfer_Encoding": "chunked"}),
        (page("Т").replace(b"Story", b"x"), {"Content_Type": "text/html; charset=iso-8859-1"}),
        (page("T"), {"Content_Type": ""}),
    ],
)
def test_a_body_is_read_however_it_was_kept(tmp_path: Path, body: bytes, headers: dict[str, str]) -> None:
    path = tmp_path / "a.warc.gz"
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        writer.write_record(record(writer, "https://a.example/1", body, **headers))
    (arrival,) = read(path)
    assert isinstance(arrival, Arrival)
    assert arrival.document.title in ("T", "Т")


def test_a_damaged_member_costs_itself_and_no_other(tmp_path: Path) -> None:
    whole = archive(tmp_path / "a.warc.gz", count=6).read_bytes()
    places = [place for place in range(len(whole)) if whole.startswith(b"\x1f\x8b\x08", place)]
    hurt = bytearray(whole)
    hurt[places[4] + 60 : places[4] + 90] = b"\0" * 30  # the second response
    path = tmp_path / "hurt.warc.gz"
    path.write_bytes(hurt)
    found = read(path)
    assert [item.document.title for item in found if isinstance(item, Arrival)] == [
        f"Story {n}" for n in (0, 2, 3, 4, 5)
    ]
    (failure,) = [item for item in found if isinstance(item, Failure)]
    assert (failure.kind, failure.path, failure.line) == ("damaged", str(path), 5)


def test_an_archive_that_is_cut_off_gives_what_it_holds(tmp_path: Path) -> None:
    whole = archive(tmp_path / "a.warc.gz").read_bytes()
    path = tmp_path / "cut.warc.gz"
    path.write_bytes(whole[: len(whole) - 40])
    found = read(path)
    assert [isinstance(item, Arrival) for item in found] == [True, True, False]
    assert isinstance(found[-1], Failure)
    assert found[-1].kind == "damaged"


def test_a_record_of_the_wrong_length_costs_itself_and_at_most_the_next(tmp_path: Path) -> None:
    whole = archive(tmp_path / "a.warc", packed=False).read_bytes()
    place = whole.index(b"Content-Length", whole.index(b"WARC-Type: response"))
    end = whole.index(b"\r\n", place)
    path = tmp_path / "wrong.warc"
    path.write_bytes(whole[:place] + b"Content-Length: 400" + whole[end:])
    found = read(path)
    titles = [item.document.title for item in found if isinstance(item, Arrival)]
    assert titles[-2:] == ["Story 1", "Story 2"]
    assert any(isinstance(item, Failure) for item in found)


@pytest.mark.parametrize("length", ["", "-5", "x", "99999999999999999999", "１２"])
def test_a_record_without_a_length_is_a_failure_and_the_next_is_read(length: str) -> None:
    good = b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 2\r\n\r\nok\r\n\r\n"
    bad = f"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: {length}\r\n\r\nrest\r\n\r\n".encode()
    found = list(read_warc(io.BytesIO(bad + good), "x.warc"))
    assert isinstance(found[0], Failure)
    assert isinstance(found[-1], Record)
    assert found[-1].block == b"ok"


def test_a_record_that_is_too_large_is_passed_over_and_named() -> None:
    large = b"WARC/1.0\r\nContent-Length: 5000\r\n\r\n" + b"x" * 5000 + b"\r\n\r\n"
    small = b"WARC/1.0\r\nContent-Length: 2\r\n\r\nok\r\n\r\n"
    failure, found = read_warc(io.BytesIO(large + small), "x.warc", limit=1000)
    assert isinstance(failure, Failure)
    assert failure.kind == "too-large"
    assert isinstance(found, Record)


def test_an_archive_without_pages_says_so(tmp_path: Path) -> None:
    (failure,) = read(archive(tmp_path / "a.warc.gz", count=0))
    assert isinstance(failure, Failure)
    assert failure.kind == "no-input"


def test_the_fast_way_finds_the_same_article(tmp_path: Path) -> None:
    pytest.importorskip("resiliparse")
    path = archive(tmp_path / "a.warc.gz")
    careful = [item.document.text for item in read(path) if isinstance(item, Arrival)]
    assert [item.document.text for item in read(path, Defaults(fast=True)) if isinstance(item, Arrival)] == careful


def test_what_is_read_while_damaged_gzip_goes_on_and_on_ends() -> None:
    """Every start of a member is tried once: rubbish cannot keep the reader busy for ever."""
    rubbish = b"\x1f\x8b\x08\x00 rubbish " * 200
    found = list(read_warc(io.BytesIO(rubbish), "x.warc.gz"))
    assert 1 <= len(found) <= 201
    assert all(isinstance(item, Failure) for item in found)
