"""Read inputs one document at a time: what arrives and what fails, in order, never stopping."""

import gzip
import sys
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from dragoman.ingest.content_coding import gunzip
from dragoman.ingest.decode import MAX_FILE, too_large
from dragoman.ingest.discover import discover, kind_of
from dragoman.ingest.feed import is_feed
from dragoman.ingest.jsonl import read_jsonl
from dragoman.ingest.outcome import Arrival, Defaults, Failure, Unreadable
from dragoman.ingest.plain import read_plain

STANDARD_INPUT = "-"
MAX_FEED = 52_428_800
"""Bytes of a feed or sitemap (sitemaps.org)."""
_SNIFFED = 512


def read_inputs(
    inputs: Iterable[str], defaults: Defaults, stdin: BinaryIO | None = None
) -> Iterator[Arrival | Failure]:
    """Read files, folders and "-" (standard input); a bad document is a Failure and the rest goes on."""
    for name in inputs:
        if name == STANDARD_INPUT:
            yield from _standard_input(stdin or sys.stdin.buffer, defaults)
            continue
        for file in discover(Path(name)):
            if isinstance(file, Failure):
                yield file
            else:
                yield from _file(file, defaults)


def _file(path: Path, defaults: Defaults) -> Iterator[Arrival | Failure]:
    kind = kind_of(path)
    try:
        if kind == "packed-lines":
            with gzip.open(path) as packed:
                yield from read_jsonl(packed, str(path), defaults)  # type: ignore[arg-type]
            return
        with path.open("rb") as file:
            if kind == "lines":
                yield from read_jsonl(file, str(path), defaults)
            elif kind == "archive":
                from dragoman.ingest.warc_pages import read_archive

                yield from read_archive(file, str(path), defaults)
            elif kind in ("feed", "packed-feed"):
                yield from _feed(file, path, kind, defaults)
            else:
                yield _whole(file, path.stem, str(path), kind, defaults)
    except OSError as error:
        yield Failure("unreadable", str(path), error.strerror or str(error), "check the file and its permissions")


def _feed(file: BinaryIO, path: Path, kind: str, defaults: Defaults) -> Iterator[Arrival | Failure]:
    """Read a feed or sitemap; a file named .xml may hold a page as well."""
    from dragoman.ingest.feed_documents import read_feed_file

    try:
        data = feed_bytes(file, packed=kind == "packed-feed")
    except Unreadable as trouble:
        yield trouble.at(str(path))
        return
    if _is_page(data) and not is_feed(data):
        yield _whole(BytesIO(data), path.stem, str(path), "page", defaults)
    else:
        yield from read_feed_file(data, str(path), defaults)


def is_feed_file(name: str) -> bool:
    """Tell by its name whether a file holds a feed or sitemap."""
    return kind_of(Path(name)) in ("feed", "packed-feed")


def feed_bytes(file: BinaryIO, *, packed: bool) -> bytes:
    """Return the bytes of a feed or sitemap; raise Unreadable where they are too many."""
    data = file.read(MAX_FEED + 1)
    if len(data) > MAX_FEED:
        raise Unreadable("too-large", f"is larger than {MAX_FEED // 1_048_576} MB", "a sitemap may have 50 MB")
    return gunzip(data, MAX_FEED) if packed else data


def _whole(file: BinaryIO, doc: str, path: str, kind: str | None, defaults: Defaults) -> Arrival | Failure:
    """Read a file that holds one document."""
    data = file.read(MAX_FILE + 1)
    try:
        if len(data) > MAX_FILE:
            raise too_large(max(len(data), _size(file)))
        if kind == "page" or (kind is None and _is_page(data)):
            from dragoman.ingest.page import read_page

            return read_page(data, doc, path, defaults)
        return read_plain(data, doc, path, defaults)
    except Unreadable as trouble:
        return trouble.at(path, doc=doc)


def _size(file: BinaryIO) -> int:
    return file.seek(0, 2) if file.seekable() else 0


def _standard_input(stdin: BinaryIO, defaults: Defaults) -> Iterator[Arrival | Failure]:
    """Read standard input as JSON lines where it opens with "{", else as one page or plain text."""
    head = stdin.read(_SNIFFED)
    source = _Rejoined(head, stdin)
    if head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{"):
        yield from read_jsonl(source, "stdin", defaults)  # type: ignore[arg-type]
    else:
        yield _whole(source, "stdin", "stdin", None, defaults)  # type: ignore[arg-type]


def _is_page(data: bytes) -> bool:
    head = data[:_SNIFFED].lstrip().lower()
    return head.startswith((b"<!doctype html", b"<html", b"<head", b"<?xml")) or b"<html" in head


class _Rejoined:
    """Standard input with the bytes that were read from it to see what it is put back in front."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self.head, self.rest = head, rest

    def read(self, size: int) -> bytes:
        taken, self.head = self.head[:size], self.head[size:]
        return taken + self.rest.read(size - len(taken)) if len(taken) < size else taken

    def readline(self, size: int) -> bytes:
        end = self.head.find(b"\n", 0, size) + 1
        cut = end or min(size, len(self.head))
        taken, self.head = self.head[:cut], self.head[cut:]
        return taken if end or len(taken) >= size else taken + self.rest.readline(size - len(taken))

    def seekable(self) -> bool:
        return False
