"""Read the articles of a WARC archive, such as the files of CC-NEWS."""

from collections.abc import Iterator
from typing import BinaryIO

from dragoman.ingest.http_message import HttpAnswer, media_type, read_http, unpacked_body
from dragoman.ingest.outcome import Arrival, Defaults, Failure, Unreadable
from dragoman.ingest.page import read_page
from dragoman.ingest.warc import Record, read_warc

_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_FOUND = 200


def read_archive(file: BinaryIO, path: str, defaults: Defaults) -> Iterator[Arrival | Failure]:
    """Read the article of every page in an archive; `line` is the number of its record.

    Requests, redirects, pages that were not found, pictures and what else a crawl keeps are passed over.
    """
    pages, seen = 0, 0
    for record in read_warc(file, path):
        if isinstance(record, Failure):
            seen += 1
            yield record
            continue
        try:
            page = _page(record)
            if page is None:
                continue
            pages += 1
            yield _read(record, page, path, defaults)
        except Unreadable as trouble:
            seen += 1
            yield trouble.at(path, record.number, record.headers.get("warc-target-uri"))
    if pages + seen == 0:
        yield Failure("no-input", path, "holds no page", "an archive of pages has records of the type response")


def _page(record: Record) -> HttpAnswer | None:
    """Return the answer that a record holds where that is a page, else None; raise Unreadable."""
    kind = record.headers.get("warc-type", "").lower()
    if kind == "resource":
        held = media_type(record.headers.get("content-type"))
        return HttpAnswer(_FOUND, {"content-type": held}, record.block) if held in _PAGES else None
    if kind != "response" or not record.headers.get("warc-target-uri", "").strip("<>").lower().startswith("http"):
        return None
    answer = read_http(record.block)
    if answer.status != _FOUND or not (answer.media_type in _PAGES or answer.media_type == ""):
        return None
    return answer


def _read(record: Record, page: HttpAnswer, path: str, defaults: Defaults) -> Arrival:
    address = record.headers.get("warc-target-uri", "").strip("<>")
    return read_page(
        unpacked_body(page), address, path, defaults, line=record.number, address=address or None, charset=page.charset
    )
