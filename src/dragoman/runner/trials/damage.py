"""Break bytes in all the ways that bytes get broken."""

import gzip
import random
from collections.abc import Callable

_TOKENS = (
    b"<", b">", b"</", b"<!--", b"-->", b"<![CDATA[", b"]]>", b"<?xml", b"&", b"&#0;", b"&#xD800;", b"&#999999999;",
    b"&lol;", b"\x00", b"\x00" * 40, b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\xc3", b"\x1f\x8b\x08", b"\r", b"\n\n",
    b"<script>", b"<div>" * 3000, b"<b>" * 300, b"<item>", b"<entry>", b"<url>", b"<!DOCTYPE x [<!ENTITY a 'b'>]>",
    b'<meta charset="utf-16">', b'<meta charset="nonsense">', b"Content-Length: -1\r\n", b"Content-Length: 99999999999\r\n",
    b"WARC/1.0\r\n", b"HTTP/1.1 200 OK\r\n", b"Transfer-Encoding: chunked\r\n", b"Content-Encoding: gzip\r\n",
    b"Content-Encoding: br\r\n", b"http://[", b"https://user:pw@x/", b'"datePublished":"9999-99-99"', b"{" * 2000,
    "ا\u202e\u0301".encode(), "\U0001f4a5".encode(), b"9" * 400, b" " * 5000, b"A" * 30_000,
)  # fmt: skip


def damage(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """Break bytes once to four times; `other` are bytes that may be mixed in."""
    for _ in range(chance.choice((1, 1, 2, 4))):
        data = chance.choice(_WAYS)(data, other, chance)
    return data


def _flip(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """Change some bytes to any others."""
    changed = bytearray(data)
    for _ in range(chance.choice((1, 3, 20, 200))):
        if changed:
            changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _cut(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """End in the middle."""
    return data[: chance.randrange(len(data) + 1)]


def _remove(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """Leave out a stretch."""
    start, end = sorted(chance.randrange(len(data) + 1) for _ in range(2))
    return data[:start] + data[min(end, start + chance.choice((1, 10, 1000))) :]


def _repeat(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """Say a stretch again and again."""
    start = chance.randrange(len(data) + 1)
    piece = data[start : start + chance.choice((1, 20, 400))]
    return data[:start] + piece * chance.choice((2, 10, 100)) + data[start:]


def _insert(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """Put in what means something to a reader of pages, feeds or archives."""
    for _ in range(chance.choice((1, 2, 8))):
        place = chance.randrange(len(data) + 1)
        data = data[:place] + chance.choice(_TOKENS) + data[place:]
    return data


def _mix(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """Go on with something else."""
    return data[: chance.randrange(len(data) + 1)] + other[chance.randrange(len(other) + 1) :]


def _noise(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """Be no document at all, from a place on."""
    return data[: chance.choice((0, 0, len(data) // 2))] + chance.randbytes(chance.choice((0, 1, 100, 5000)))


def _recode(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """Be in another encoding than one says."""
    encoding = chance.choice(("utf-16", "utf-32-be", "cp1252", "shift_jis", "utf-7", "gb18030"))
    return data.decode("utf-8", errors="replace").encode(encoding, errors="replace")


def _pack(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """Be packed, and perhaps hurt since."""
    packed = gzip.compress(data, mtime=0)
    return packed if chance.random() < 0.5 else _flip(packed, other, chance)


_WAYS: tuple[Callable[[bytes, bytes, random.Random], bytes], ...] = (
    _flip, _cut, _remove, _repeat, _insert, _insert, _mix, _noise, _recode, _pack,
)  # fmt: skip
