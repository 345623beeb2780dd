"""What was packed for its journey is unpacked, and never into more than is allowed."""

import gzip
import zlib

import pytest

from dragoman.ingest import Unreadable
from dragoman.ingest.content_coding import gunzip, unpack


def packed(data: bytes) -> bytes:
    """Pack bytes in the same way at any time, since they name the case of a test."""
    return gzip.compress(data, mtime=0)


WORDS = b"Seoul suspended the agreement. " * 200


def test_every_coding_is_undone_in_the_order_it_was_done() -> None:
    assert unpack(packed(WORDS), "gzip", 10_000) == WORDS
    assert unpack(packed(WORDS), "X-GZIP", 10_000) == WORDS
    assert unpack(zlib.compress(WORDS), "deflate", 10_000) == WORDS
    assert unpack(zlib.compress(packed(WORDS)), "gzip, deflate", 10_000) == WORDS
    assert unpack(WORDS, None, 10_000) == WORDS
    assert unpack(b"", "gzip", 10_000) == b""


def test_brotli_is_undone_where_it_is_installed() -> None:
    brotli = pytest.importorskip("brotli")
    assert unpack(brotli.compress(WORDS), "br", 10_000) == WORDS
    with pytest.raises(Unreadable, match="unpacks to more"):
        unpack(brotli.compress(bytes(5_000_000)), "br", 100_000)
    with pytest.raises(Unreadable, match="cut off"):
        unpack(brotli.compress(WORDS)[:-5], "br", 10_000)


def test_members_after_each_other_are_one_whole() -> None:
    assert gunzip(packed(b"one ") + packed(b"two") + bytes(7), 100) == b"one two"


@pytest.mark.parametrize(
    ("data", "coding", "kind"),
    [
        (packed(bytes(3_000_000)), "gzip", "too-large"),
        (packed(bytes(60_000)) * 2, "gzip", "too-large"),
        (packed(packed(bytes(30_000_000))), "gzip, gzip", "too-large"),
        (zlib.compress(bytes(3_000_000)), "deflate", "too-large"),
        (packed(WORDS)[:-10], "gzip", "damaged"),
        (b"no gzip at all", "gzip", "damaged"),
        (WORDS, "gzip, gzip, gzip, gzip", "damaged"),
        (WORDS, "zstd", "content-coding"),
    ],
)
def test_what_cannot_be_unpacked_says_why(data: bytes, coding: str, kind: str) -> None:
    with pytest.raises(Unreadable) as trouble:
        unpack(data, coding, 100_000)
    assert trouble.value.kind == kind
