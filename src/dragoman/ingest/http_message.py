"""Take an HTTP answer that was kept as bytes apart: status, headers, body."""

import re

import msgspec

from dragoman.ingest.content_coding import unpack
from dragoman.ingest.decode import MAX_FILE
from dragoman.ingest.outcome import Unreadable

_STATUS = re.compile(rb"HTTP/\d(?:\.\d)? +(\d{3})")
_CHARSET = re.compile(r"""charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE)
_MAX_HEADERS = 100


class HttpAnswer(msgspec.Struct, frozen=True):
    """An answer: its status, its headers (names in lower case, the first of a name counts), its body as sent."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def media_type(self) -> str:
        """Return the type of content without its parameters, in lower case; empty where it is not told."""
        return media_type(self.headers.get("content-type"))

    @property
    def charset(self) -> str | None:
        """Return the encoding that the server names."""
        return charset(self.headers.get("content-type"))


def media_type(content_type: str | None) -> str:
    """Return the type of content that a header names, without its parameters, in lower case."""
    return (content_type or "").partition(";")[0].strip().lower()


def charset(content_type: str | None) -> str | None:
    """Return the encoding that a header names."""
    found = _CHARSET.search(content_type or "")
    return None if found is None else found[1]


def read_http(data: bytes) -> HttpAnswer:
    """Read status line, headers and body; raise Unreadable where it is no HTTP answer."""
    head, separator, body = data.partition(b"\r\n\r\n")
    if not separator:
        head, separator, body = data.partition(b"\n\n")
    lines = head.splitlines()
    found = _STATUS.match(lines[0]) if lines else None
    if found is None:
        raise Unreadable("broken-http", "does not open with an HTTP status line", "leave it out, or fetch it again")
    return HttpAnswer(int(found[1]), read_headers(lines[1 : 1 + _MAX_HEADERS]), body)


def read_headers(lines: list[bytes]) -> dict[str, str]:
    """Read header lines; what has no colon is passed over, and a folded line goes on with the one before."""
    headers: dict[str, str] = {}
    last = ""
    for line in lines:
        text = line.decode("utf-8", errors="replace")
        if text[:1] in (" ", "\t") and last:
            headers[last] += f" {text.strip()}"
            continue
        name, colon, value = text.partition(":")
        last = name.strip().lower()
        if colon and last:
            headers.setdefault(last, value.strip())
    return headers


def unpacked_body(answer: HttpAnswer, limit: int = MAX_FILE) -> bytes:
    """Return the body without chunks and packing; raise Unreadable.

    Crawlers often keep a body unpacked with the headers of the packed one: such a body is taken as it is.
    """
    body = answer.body
    if "chunked" in answer.headers.get("transfer-encoding", "").lower():
        body = _unchunked(body)
    try:
        return unpack(body, answer.headers.get("content-encoding"), limit)
    except Unreadable as trouble:
        if trouble.kind != "too-large" and body.lstrip()[:1] == b"<":
            return body
        raise


def _unchunked(body: bytes) -> bytes:
    """Join chunks; a body that is not in chunks, though its headers say so, is returned as it is."""
    pieces: list[bytes] = []
    start = 0
    while start < len(body):
        end = body.find(b"\n", start, start + 100)
        size = body[start : end if end >= 0 else start].partition(b";")[0].strip()
        if end < 0 or not re.fullmatch(rb"[0-9A-Fa-f]{1,8}", size):
            return b"".join(pieces) if pieces else body
        length = int(size, 16)
        if length == 0:
            break
        pieces.append(body[end + 1 : end + 1 + length])
        start = end + 1 + length
        start += 2 if body[start : start + 2] == b"\r\n" else 1
    return b"".join(pieces)
