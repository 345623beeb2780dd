"""PLOVER records and CSV rows as files."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from dragoman.export.layout import Layout, ToldEvent, Write, Written
from dragoman.export.plover import PloverRecord
from dragoman.export.rows import COLUMNS, SEPARATOR, to_csv
from dragoman.export.schema import record_schema
from dragoman.store import StoredArticle


@contextmanager
def _plover_file(path: Path) -> Iterator[Write]:
    with path.open("wb") as file:

        def write(article: StoredArticle, events: Sequence[ToldEvent]) -> Written:
            file.writelines(event.payload + b"\n" for event in events)
            return [(event.record.id, event) for event in events]

        yield write


@contextmanager
def _csv_file(path: Path) -> Iterator[Write]:
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(to_csv([], header=True))

        def write(article: StoredArticle, events: Sequence[ToldEvent]) -> Written:
            file.write(to_csv(event.record for event in events))
            return [(event.record.id, event) for event in events]

        yield write


def _described() -> dict[str, str]:
    """Describe the fields of a PLOVER record as its schema does."""
    schema = record_schema()
    properties = schema["$defs"][PloverRecord.__name__]["properties"]
    said = {
        "text_info": "numbers and places of the sentences that tell of it; `start` and `end` are those of `text`",
        "cite_info": "the article: source, url, title, published, language, and the chain by which it came",
        "coder": "name and version of the program that wrote the record",
        "links": "ties to other events of the article: in-response-to, then, before, after, because-of",
        "spans": "places of the words in the article, [start, end] in code points",
        "explain": "why the record came out as it did",
    }
    return {name: told.get("description") or said.get(name, "") for name, told in properties.items()}


PLOVER = Layout(
    "events.jsonl",
    _described(),
    ("One JSON object a line; `dragoman schema` prints the JSON Schema.",),
    _plover_file,
)
CSV = Layout(
    "events.csv",
    {name: told for name, (told, _) in COLUMNS.items()},
    (f"UTF-8, comma-separated, RFC 4180 quoting, first line the column names; lists are joined by `{SEPARATOR}`.",),
    _csv_file,
)
