"""Read the article of an HTML page: title, paragraphs and captions, without what stands around them."""

from datetime import date
from typing import Any

import msgspec

from dragoman.ingest.address import BadAddress, identity, own_address
from dragoman.ingest.decode import decode
from dragoman.ingest.outcome import Arrival, Defaults, Unreadable
from dragoman.ingest.page_fast import extract_fast
from dragoman.ingest.page_metadata import PageMetadata, page_metadata
from dragoman.ingest.page_tree import clean
from dragoman.ingest.soundness import check_text, published_day
from dragoman.ingest.tag import settle_language
from dragoman.records import Document, EnvelopePart, Span

LEAST_TEXT = 60
"""Letters below which what was fetched is no article but a wall, a notice or an error with the status of success."""


class Hint(msgspec.Struct, frozen=True):
    """What a feed says of an article, taken where the page itself does not tell; `published` is an ISO day."""

    title: str | None = None
    published: str | None = None
    byline: str | None = None


def read_page(
    data: bytes,
    doc: str,
    path: str,
    defaults: Defaults,
    *,
    line: int | None = None,
    address: str | None = None,
    charset: str | None = None,
    hint: Hint | None = None,
) -> Arrival:
    """Read one article from a page; raise Unreadable where none is found or its dates contradict each other.

    With the `address` it was fetched by, the article's own address is its doc and its url. `charset` is the encoding
    that the server names.
    """
    text = decode(data, page=True, header=charset)
    tree = _parse(text)
    told = page_metadata(tree)
    if hint is not None:
        told = _hinted(told, hint)
    lines, captions = _main_lines(tree, defaults.fast)
    if address is not None and sum(map(len, lines)) < LEAST_TEXT:
        lines = []
    text, parts = _assemble(told.title, lines, captions)
    if not text.strip():
        raise Unreadable("no-article", "no article was found in the page", "give its text as .txt or .jsonl")
    check_text(text, "text")
    url = told.url if address is None else _own(told.url, address)
    document = Document(
        doc=doc if address is None or url is None else identity(url),
        text=text,
        language=settle_language(None, defaults),
        published=_published(told, defaults),
        title=told.title,
        url=url,
        source=told.source,
        byline=told.byline,
        parts=parts,
    )
    dated_by = None if document.published is None else "option" if defaults.published is not None else "metadata"
    return Arrival(document, path, line, dated_by)  # type: ignore[arg-type]


def _own(declared: str | None, address: str) -> str:
    try:
        return own_address(declared, address)
    except BadAddress as error:
        raise Unreadable("bad-address", str(error), "correct the address") from None


def _hinted(told: PageMetadata, hint: Hint) -> PageMetadata:
    return msgspec.structs.replace(
        told,
        title=told.title or hint.title,
        days=told.days if hint.published is None else _nearest(told.days, hint.published),
        byline=told.byline or hint.byline,
    )


def _nearest(days: tuple[str, ...], day: str) -> tuple[str, ...]:
    """Choose among the days a page names the one nearest to the day its feed gives, which settles a contradiction."""
    meant = date.fromisoformat(day)
    return (min(days, key=lambda one: abs((date.fromisoformat(one) - meant).days), default=day),)


def _parse(text: str) -> Any:
    from lxml import etree, html

    if not text.strip():
        raise Unreadable("empty", "is empty", "give the page")
    try:
        tree = html.document_fromstring(text.encode(), parser=html.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise Unreadable("no-article", f"is no HTML page: {error}", "give its text as .txt") from None
    return tree


def _main_lines(tree: Any, fast: bool) -> tuple[list[str], frozenset[str]]:
    """Return the lines of the main text in order, and those that are captions; captions left out come last."""
    captions = list(dict.fromkeys(clean(tree)))
    found = extract_fast(tree) if fast else _extract(tree)
    lines = [" ".join(line.split()) for line in found.splitlines() if line.strip()]
    if lines:
        lines += [caption for caption in captions if caption not in lines]
    return lines, frozenset(captions)


def _extract(tree: Any) -> str:
    from trafilatura import extract

    try:
        options: dict[str, Any] = {"include_comments": False, "include_tables": False, "deduplicate": False}
        return extract(tree, output_format="txt", **options) or ""
    except Exception as error:  # a page the extractor stumbles over is one page, whatever it stumbles with
        what = f"the extractor stopped with {type(error).__name__}: {error}"
        raise Unreadable("extractor", what, "give its text as .txt or .jsonl") from None


def _assemble(title: str | None, lines: list[str], captions: frozenset[str]) -> tuple[str, tuple[EnvelopePart, ...]]:
    """Join title and lines to a text, with the places of title and captions."""
    titled = title is not None and bool(lines)
    if title is not None and titled and not (lines and _same(lines[0], title)):
        lines = [title, *lines]
    parts, start = [], 0
    for index, line in enumerate(lines):
        span = Span(start, start + len(line))
        if titled and index == 0:
            parts.append(EnvelopePart("title", span, line))
        elif line in captions:
            parts.append(EnvelopePart("caption", span, line))
        start += len(line) + 1
    return "\n".join(lines), tuple(parts)


def _same(one: str, other: str) -> bool:
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()


def _published(told: PageMetadata, defaults: Defaults) -> str | None:
    """Settle the day of publication; zones of time explain a difference of one day between what a page says twice."""
    days = sorted(told.days)
    if defaults.published is not None and days:
        (nearest,) = _nearest(told.days, defaults.published)
        return published_day(nearest, defaults.published, slack=1)
    if days and (date.fromisoformat(days[-1]) - date.fromisoformat(days[0])).days > 1:
        raise Unreadable(
            "contradictory-dates",
            f"the page gives {' and '.join(told.days)} as its day of publication",
            "give the right one with --published",
            field="published",
        )
    return told.days[0] if told.days else defaults.published
