"""Read documents from JSON lines."""

from collections.abc import Iterator
from typing import BinaryIO

import msgspec

from dragoman.ingest.decode import MAX_FILE
from dragoman.ingest.outcome import Arrival, Defaults, Failure, Unreadable
from dragoman.ingest.soundness import check_text, published_day, read_day
from dragoman.ingest.tag import settle_language
from dragoman.records import Document, Span


class Line(msgspec.Struct):
    """The fields of a line; others are passed over. Either `text` or `sentences` is needed."""

    doc: str | int
    text: str | None = None
    sentences: list[str] | None = None
    language: str | None = None
    published: str | None = None
    title: str | None = None
    url: str | None = None
    source: str | None = None
    byline: str | None = None


_decoder = msgspec.json.Decoder(Line)


def read_jsonl(file: BinaryIO, path: str, defaults: Defaults) -> Iterator[Arrival | Failure]:
    """Read one document or failure from each line that is not blank, holding one line in memory at a time."""
    number = 0
    try:
        for number, line in enumerate(_lines(file), 1):
            if line is None:
                limit = f"is longer than {MAX_FILE // 1_048_576} MB"
                yield Failure("too-large", path, limit, "one line holds one article", number)
            elif line.strip():
                yield _read_line(line, path, number, defaults)
    except (OSError, EOFError) as error:  # a damaged gzip file
        yield Failure("damaged", path, f"cannot be read further: {error}", "fetch it again", number + 1)
    if number == 0:
        yield Failure("empty", path, "is empty", "give one JSON object a line")


def _lines(file: BinaryIO) -> Iterator[bytes | None]:
    """Yield lines; None stands for one that is too long to hold."""
    while line := file.readline(MAX_FILE + 1):
        if len(line) <= MAX_FILE:
            yield line
            continue
        yield None
        while line and not line.endswith(b"\n"):
            line = file.readline(MAX_FILE)


def _read_line(data: bytes, path: str, number: int, defaults: Defaults) -> Arrival | Failure:
    doc: str | None = None
    try:
        line = _decode(data.removeprefix(b"\xef\xbb\xbf") if number == 1 else data)
        doc = str(line.doc)
        document = _document(line, defaults)
    except Unreadable as trouble:
        return trouble.at(path, number, doc)
    by_option = defaults.published is not None
    dated_by = None if document.published is None else "option" if by_option and line.published is None else "metadata"
    return Arrival(document, path, number, dated_by)  # type: ignore[arg-type]


def _decode(data: bytes) -> Line:
    try:
        return _decoder.decode(data)
    except msgspec.ValidationError as error:
        what, _, where = str(error).partition(" - at ")
        field = where.strip("`").removeprefix("$.") or None
        raise Unreadable("bad-field", what, "see `dragoman code --help` for the fields", field=field) from None
    except msgspec.DecodeError as error:
        raise Unreadable("broken-json", f"is not a JSON object: {error}", "one JSON object a line") from None
    except UnicodeDecodeError as error:
        raise Unreadable("encoding", f"byte {error.start} is not UTF-8", "convert the file to UTF-8") from None


def _document(line: Line, defaults: Defaults) -> Document:
    doc = str(line.doc).strip()
    if not doc:
        raise Unreadable("bad-field", "is empty", "give every document its own id", field="doc")
    text, spans = _text(line)
    check_text(text, "text" if line.sentences is None else "sentences")
    if line.title is not None and line.title.strip():
        check_text(line.title, "title")
    own = None if line.published is None else read_day(line.published, "published")
    return Document(
        doc=doc,
        text=text,
        language=settle_language(line.language, defaults),
        published=published_day(own, defaults.published),
        title=line.title or None,
        url=line.url,
        source=line.source,
        byline=line.byline,
        sentences=spans,
    )


def _text(line: Line) -> tuple[str, tuple[Span, ...] | None]:
    """Return the text with the places of its sentences where these are given."""
    if line.sentences is None:
        if line.text is None:
            raise Unreadable("bad-field", "has neither text nor sentences", "give one of them", field="text")
        return line.text, None
    spans, start = [], 0
    if line.text is None:
        for sentence in line.sentences:
            spans.append(Span(start, start + len(sentence)))
            start += len(sentence) + 1
        return "\n".join(line.sentences), tuple(spans)
    for index, sentence in enumerate(line.sentences):
        start = line.text.find(sentence, start)
        if start < 0:
            raise Unreadable(
                "contradictory-text",
                f"sentence {index} does not stand in the text",
                "give either text or sentences",
                field="sentences",
            )
        spans.append(Span(start, start + len(sentence)))
        start += len(sentence)
    return line.text, tuple(spans)
