"""Read the records of a WARC archive, packed or not; a damaged record costs itself and no other."""

import re
import zlib
from collections.abc import Iterator
from typing import BinaryIO

import msgspec

from dragoman.ingest.decode import MAX_FILE
from dragoman.ingest.http_message import read_headers
from dragoman.ingest.outcome import Failure, Unreadable

_STEP = 65_536
_GZIP = b"\x1f\x8b\x08"
_VERSION = re.compile(rb"WARC/\d+\.\d+\s*")
_MAX_LINE = 16_384
_MAX_HEADERS = 200


class Record(msgspec.Struct, frozen=True):
    """A record: its number in the archive from 1, its headers (names in lower case), its block."""

    number: int
    headers: dict[str, str]
    block: bytes


def read_warc(file: BinaryIO, path: str, limit: int = MAX_FILE) -> Iterator[Record | Failure]:
    """Read records one after another, holding one in memory at a time.

    After a damaged member of a packed archive reading goes on with the next member, after a broken record with the next
    line that opens a record. A block over `limit` bytes is passed over.
    """
    source = _Source(file)
    number = 0
    while True:
        number += 1
        try:
            line = _opening(source)
            if line is None:
                return
            if _VERSION.fullmatch(line) is None:
                what, advice = "no record opens here", "the bytes up to the next record were passed over"
                yield Failure("broken-warc", path, what, advice, number)
                if not _next_record(source):
                    return
                number += 1
            yield _record(source, path, number, limit)
        except Unreadable as trouble:
            yield trouble.at(path, number)
            if not source.recover():
                return


def _opening(source: "_Source") -> bytes | None:
    """Return the next line that is not blank, or None at the end."""
    while True:
        line = source.readline(_MAX_LINE)
        if not line:
            return None
        if line.strip():
            return line


def _next_record(source: "_Source") -> bool:
    """Go on to behind the next line that opens a record; return False at the end."""
    while line := source.readline(_MAX_LINE):
        if _VERSION.fullmatch(line) is not None:
            return True
    return False


def _record(source: "_Source", path: str, number: int, limit: int) -> Record | Failure:
    headers = read_headers(list(_header_lines(source)))
    told = headers.get("content-length", "")
    if not (told.isascii() and told.isdigit() and len(told) < 15):
        raise Unreadable("broken-warc", f"the record names no length: {told[:40]!r}", "fetch the archive again")
    length = int(told)
    if length > limit:
        if source.skip(length) < length:
            raise Unreadable("damaged", "the archive ends inside a record", "fetch the archive again")
        what = f"the record has {length / 1_048_576:.1f} MB; {limit // 1_048_576} are read"
        return Failure("too-large", path, what, "no article is as long", number)
    block = source.read(length)
    if len(block) < length:
        raise Unreadable("damaged", "the archive ends inside a record", "fetch the archive again")
    return Record(number, headers, block)


def _header_lines(source: "_Source") -> Iterator[bytes]:
    for _ in range(_MAX_HEADERS):
        line = source.readline(_MAX_LINE)
        if not line.strip():
            return
        yield line.rstrip(b"\r\n")
    raise Unreadable("broken-warc", f"the record has over {_MAX_HEADERS} headers", "fetch the archive again")


class _Source:
    """The bytes of an archive, unpacked where they are packed; raises Unreadable at damage, from which it recovers."""

    def __init__(self, file: BinaryIO) -> None:
        self.file = file
        self.raw = file.read(_STEP)
        self.packed = self.raw.startswith(b"\x1f\x8b")
        self.member = zlib.decompressobj(31) if self.packed else None
        self.plain = bytearray()
        self.ended = False

    def readline(self, size: int) -> bytes:
        """Return bytes up to and with the next line feed, or `size` of them."""
        start = 0
        while True:
            end = self.plain.find(b"\n", start, size)
            if end >= 0 or len(self.plain) >= size:
                return self._take(end + 1 if end >= 0 else size)
            start = len(self.plain)
            if not self._fill():
                return self._take(len(self.plain))

    def read(self, size: int) -> bytes:
        """Return `size` bytes, or fewer at the end."""
        while len(self.plain) < size and self._fill():
            pass
        return self._take(min(size, len(self.plain)))

    def skip(self, size: int) -> int:
        """Pass over `size` bytes and return how many there were."""
        left = size
        while left and (self.plain or self._fill()):
            left -= len(self._take(min(left, len(self.plain))))
        return size - left

    def recover(self) -> bool:
        """Go on after damage: at the next member of a packed archive, else where reading stopped."""
        if not self.packed:
            return bool(self.plain) or self._fill()
        self.plain.clear()
        while True:
            place = self.raw.find(_GZIP)
            if place >= 0:
                self.raw, self.member = self.raw[place:], zlib.decompressobj(31)
                return True
            more = self.file.read(_STEP)
            if not more:
                return False
            self.raw = self.raw[-2:] + more

    def _take(self, size: int) -> bytes:
        taken = bytes(self.plain[:size])
        del self.plain[:size]
        return taken

    def _fill(self) -> bool:
        """Read on; return False at the end."""
        if self.member is None:
            taken, self.raw = self.raw or self.file.read(_STEP), b""
            self.plain += taken
            return bool(taken)
        before = len(self.plain)
        while len(self.plain) == before:
            if not self.raw:
                self.raw = self.file.read(_STEP)
                if not self.raw:
                    return self._end()
            self._inflate()
        return True

    def _inflate(self) -> None:
        """Unpack some of the bytes at hand; a member that ends is followed by another."""
        assert self.member is not None
        try:
            self.plain += self.member.decompress(self.raw, 4 * _STEP)
        except zlib.error as error:
            self.raw = self.raw[1:]
            what = f"a packed member is damaged: {error}"
            raise Unreadable("damaged", what, "its records are lost; fetch the archive again") from None
        if self.member.eof:
            self.raw, self.member = self.member.unused_data.lstrip(b"\0"), zlib.decompressobj(31)
            self.ended = True
        else:
            self.raw, self.ended = self.member.unconsumed_tail, False

    def _end(self) -> bool:
        if self.ended or self.plain:
            return False
        self.ended = True
        raise Unreadable("damaged", "the archive ends inside a packed member", "fetch the archive again")
