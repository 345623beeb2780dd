"""Unpack what was packed for its journey (gzip, deflate, br), never into more than is allowed."""

import zlib

from dragoman.ingest.outcome import Unreadable

MAX_LAYERS = 3
_STEP = 65_536


def unpack(data: bytes, codings: str | None, limit: int) -> bytes:
    """Undo the content codings of a header, the last one first; raise Unreadable where that is impossible."""
    layers = [name.strip().lower() for name in (codings or "").split(",") if name.strip()]
    layers = [name for name in layers if name != "identity"]
    if len(layers) > MAX_LAYERS:
        raise Unreadable("damaged", f"is packed {len(layers)} times over", "leave it out")
    for name in reversed(layers):
        data = _undo(data, name, limit)
    return data


def gunzip(data: bytes, limit: int) -> bytes:
    """Unpack gzip, any number of members after each other; raise Unreadable."""
    whole = bytearray()
    while data:
        packed = zlib.decompressobj(31)
        whole += _inflate(packed, data, limit - len(whole))
        data = packed.unused_data.lstrip(b"\0")
    return bytes(whole)


def _undo(data: bytes, name: str, limit: int) -> bytes:
    if not data:
        return data
    if name in ("gzip", "x-gzip"):
        return gunzip(data, limit)
    if name == "deflate":
        # The header means zlib by its standard, and some servers send what zlib wraps without the wrapping.
        wrapped = data[0] & 0x0F == 8 and int.from_bytes(data[:2], "big") % 31 == 0
        return _inflate(zlib.decompressobj(15 if wrapped else -15), data, limit)
    if name == "br":
        return _unbrotli(data, limit)
    raise Unreadable("content-coding", f"is packed as {name[:20]!r}", "it cannot be unpacked")


def _inflate(packed: "zlib._Decompress", data: bytes, limit: int) -> bytes:
    try:
        whole = packed.decompress(data, max(1, limit + 1))
    except zlib.error as error:
        raise Unreadable("damaged", f"cannot be unpacked: {error}", "fetch it again") from None
    if len(whole) > limit:
        raise _bomb(limit)
    if not packed.eof:
        raise Unreadable("damaged", "is cut off while packed", "fetch it again")
    return whole


def _unbrotli(data: bytes, limit: int) -> bytes:
    try:
        import brotli
    except ImportError:
        what = "is packed with brotli, which is not installed"
        raise Unreadable("content-coding", what, "install it with `pip install brotli`") from None
    packed, whole = brotli.Decompressor(), bytearray()
    try:
        for start in range(0, len(data), _STEP):
            piece = data[start : start + _STEP]
            while True:
                whole += packed.process(piece, output_buffer_limit=limit + 1)
                if len(whole) > limit:
                    raise _bomb(limit)
                if packed.can_accept_more_data():
                    break
                piece = b""
    except brotli.error as error:
        raise Unreadable("damaged", f"cannot be unpacked: {error}", "fetch it again") from None
    if not packed.is_finished():
        raise Unreadable("damaged", "is cut off while packed", "fetch it again")
    return bytes(whole)


def _bomb(limit: int) -> Unreadable:
    return Unreadable("too-large", f"unpacks to more than {limit / 1_048_576:.0f} MB", "no article is as long")
