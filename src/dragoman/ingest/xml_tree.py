"""Parse XML that comes from anywhere: no entities, no network, and broken documents piece by piece."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from dragoman.ingest.decode import decode
from dragoman.ingest.outcome import Unreadable

_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,300}\?>")
_DECLARED = re.compile(rb"""^\s*<\?xml[^>]{0,200}encoding\s*=\s*["']([A-Za-z0-9_.:-]{2,40})["']""")
_DOCTYPE = re.compile(r"<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>", re.DOTALL)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NAMED = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);|#\d{1,7};|#x[0-9A-Fa-f]{1,6};)([A-Za-z][A-Za-z0-9]{1,30};)?")
_NUMBERED = re.compile(r"&#(?:x([0-9A-Fa-f]+)|([0-9]+));")
_PREFIX = re.compile(r"<(/?)[A-Za-z][\w.-]*:([A-Za-z])")


def xml_text(data: bytes, charset: str | None) -> str:
    """Decode a document by its mark, its declaration or the server's word; raise Unreadable."""
    declared = _DECLARED.match(data[:500])
    named = charset if declared is None else declared[1].decode("ascii")
    text = decode(data, header=named or "utf-8")
    return _CONTROL.sub("", _DOCTYPE.sub("", _DECLARATION.sub("", text, count=1), count=1)).strip()


def parse_xml(text: str) -> Any:
    """Parse a document strictly, but for HTML's named entities and bare ampersands; raise Unreadable."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(_mended(text), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Unreadable("broken-xml", f"is broken XML: {error}", "tell its publisher") from None


def pieces(text: str, *names: str) -> Iterator[tuple[int, Any | None]]:
    """Parse each element of these names by itself, with its line; None stands for one that is beyond repair.

    Prefixes of names are dropped: where a document is broken, what declares them may be lost too.
    """
    from lxml import etree

    opening = re.compile(rf"<(?:[A-Za-z][\w.-]*:)?({'|'.join(names)})(?=[\s>])", re.IGNORECASE)
    places = [found.start() for found in opening.finditer(text)]
    for start, end in pairwise([*places, len(text)]):
        line = text.count("\n", 0, start) + 1
        closed = _closed(text[start:end], names)
        parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, huge_tree=False)
        try:
            piece = etree.fromstring(_mended(_PREFIX.sub(r"<\1\2", closed)), parser)
        except (etree.XMLSyntaxError, ValueError):
            piece = None
        yield line, piece


def name_of(element: Any) -> str:
    """Return the name of an element without its namespace, in lower case; empty for comments and the like."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def _closed(piece: str, names: tuple[str, ...]) -> str:
    """Cut off what follows the end of an element."""
    found = re.search(rf"</(?:[A-Za-z][\w.-]*:)?(?:{'|'.join(names)})\s*>", piece, re.IGNORECASE)
    return piece if found is None else piece[: found.end()]


def _mended(text: str) -> bytes:
    """Write a document so that its entities are those XML knows.

    Numbers that stand for no character are left out: libxml2 would take them, and what it then holds is no text.
    """
    return _NAMED.sub(_character, _NUMBERED.sub(_legal, text)).encode()


def _legal(found: "re.Match[str]") -> str:
    digits = (found[1] or found[2]).lstrip("0")
    number = int(digits or "0", 16 if found[1] else 10) if len(digits) < 9 else 0
    legal = (
        number in (9, 10, 13) or 0x20 <= number < 0xD800 or 0xE000 <= number < 0xFFFE or 0x10000 <= number < 0x110000
    )
    return found[0] if legal else ""


def _character(found: "re.Match[str]") -> str:
    """Write a named entity of HTML as its character, and a bare ampersand as one."""
    from html import unescape

    name = found[1]
    if name is None:
        return "&amp;"
    character = unescape(f"&{name}")
    return f"&amp;{name}" if character == f"&{name}" or character in "<>&\"'" else character
