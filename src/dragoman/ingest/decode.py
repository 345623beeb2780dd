"""Turn the bytes of a file into text, or say why they are none."""

import codecs
import re

from dragoman.ingest.outcome import Unreadable

MAX_FILE = 8 * 1024 * 1024
"""Bytes of one article; what is larger is a collection or no article at all."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_FORMATS = (
    (b"%PDF", "a PDF", "extract its text first, for instance with pdftotext"),
    (b"PK\x03\x04", "a zip archive or an office document", "save it as plain text"),
    (b"\x1f\x8b", "a gzip file", "name it .jsonl.gz if it holds JSON lines, else unpack it"),
    (b"\x89PNG", "a PNG picture", "give the text"),
    (b"\xff\xd8\xff", "a JPEG picture", "give the text"),
    (b"GIF8", "a GIF picture", "give the text"),
    (b"SQLite format 3\x00", "an SQLite database", "query it with `dragoman events --db`"),
)
_CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE)

_C1 = re.compile(r"[\x80-\x84\x86-\x9f]")
_WIDER = {
    "iso-8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252",
    "iso-8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "big5": "big5hkscs",
    "shift_jis": "cp932", "shift-jis": "cp932", "x-sjis": "cp932", "sjis": "cp932", "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949", "ksc5601": "cp949", "tis-620": "cp874", "iso-8859-11": "cp874", "windows-874": "cp874",
    "unicode": "utf-8", "utf8": "utf-8", "utf-8;": "utf-8",
}  # fmt: skip
"""Names of the web's encodings whose bearers use more letters than the name allows (encoding.spec.whatwg.org)."""


def decode(data: bytes, *, page: bool = False, header: str | None = None) -> str:
    """Decode UTF-8, what opens with a byte order mark, and for a `page` the encoding it declares; raise Unreadable.

    `header` is the encoding that the server names, if it names one.
    """
    for signature, name, advice in _FORMATS:
        if data.startswith(signature):
            raise Unreadable("binary", f"is {name}, not text", advice)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], encoding)
    if b"\x00" in data[:65536]:
        if _looks_wide(data):
            what = "looks like UTF-16 without a byte order mark"
            raise Unreadable("encoding", what, "convert it with `iconv -f UTF-16LE -t UTF-8`")
        raise Unreadable("binary", f"is no text: byte {data.index(0)} is zero", "give the text of the article")
    declared = _CHARSET.search(data[:4096]) if page else None
    inside = None if declared is None else declared.group(1).decode("ascii")
    if header is not None:
        return _served(data, header, inside)
    return _strictly(data, "utf-8" if inside is None else _meant(inside))


def _served(data: bytes, header: str, inside: str | None) -> str:
    """Decode what a server sent, which may name a wrong encoding.

    UTF-8 proves itself. Else the page is asked before the server where the server only names its Latin default, and the
    first encoding is taken in which every byte stands for a letter.
    """
    names = [inside, header] if _meant(header) == "cp1252" else [header, inside]
    for name in ("utf-8", *filter(None, names)):
        try:
            text = data.decode(_meant(name))
        except (UnicodeDecodeError, LookupError):
            continue
        if _C1.search(text) is None:
            return text
    return _strictly(data, _meant(inside or header))


def _meant(name: str) -> str:
    """Return the encoding that browsers take for a name, a wider one than the name says."""
    lowered = name.strip().strip("\"'").lower()
    return _WIDER.get(lowered, lowered)


def too_large(size: int) -> Unreadable:
    """Describe a file that is larger than any article."""
    return Unreadable(
        "too-large",
        f"has {size / 1_048_576:.1f} MB; an article has at most {MAX_FILE // 1_048_576} MB",
        "split it into articles, one JSON object a line (.jsonl)",
    )


def _looks_wide(data: bytes) -> bool:
    """Tell whether every other byte of the beginning is mostly zero, as in UTF-16 of a Latin script."""
    head = data[:2000]
    even, odd = head[::2].count(0), head[1::2].count(0)
    return max(even, odd) * 4 > len(head) and min(even, odd) * 20 < len(head)


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        guess = "" if encoding != "utf-8" else _guess(data)
        raise Unreadable(
            "encoding",
            f"byte 0x{data[error.start]:02x} at position {error.start} is not {encoding.upper()}",
            f"convert it with `iconv -f {guess or 'ITS-ENCODING'} -t UTF-8`",
            line=line,
        ) from None
    except LookupError:
        raise Unreadable("encoding", f"declares an unknown encoding {encoding!r}", "convert it to UTF-8") from None


def _guess(data: bytes) -> str:
    """Name an encoding the bytes may be in; only ever advice, since a wrong guess would read wrong words."""
    try:
        data.decode("cp1252")
    except UnicodeDecodeError:
        return ""
    letters = sum(byte >= 0x80 for byte in data)
    return "WINDOWS-1252" if letters * 5 < len(data) else ""
