"""Events as a Parquet file: the columns of the CSV with types, lists as lists."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from dragoman.export.layout import Layout, MissingPackage, ToldEvent, Write, Written
from dragoman.export.plover import Party, PloverRecord
from dragoman.export.rows import COLUMNS
from dragoman.store import StoredArticle

_GROUP = 20_000
"""Rows in one row group."""


def _day(value: str | None) -> date | None:
    return None if value is None else date.fromisoformat(value)


def _of(parties: tuple[Party, ...], field: str) -> list[str | None]:
    return [getattr(party, field) for party in parties]


_TYPED: dict[str, tuple[str, Callable[[PloverRecord], object]]] = {
    "date": ("date", lambda r: _day(r.date)),
    "enddate": ("date", lambda r: _day(r.enddate)),
    "published": ("date", lambda r: _day(r.cite_info.published)),
    "mode": ("list", lambda r: list(r.mode)),
    "context": ("list", lambda r: list(r.context)),
    **{
        f"{side}_{field}": ("list", lambda r, side=side, field=field: _of(getattr(r, side), field))  # type: ignore[misc]
        for side in ("actor", "recipient")
        for field in ("code", "sector", "name", "text")
    },
    "attribution": ("list", lambda r: [one.text for one in r.attribution]),
    "historical": ("boolean", lambda r: r.historical),
    "quad_code": ("integer", lambda r: r.quad_code),
    "event_scale": ("number", lambda r: r.event_scale),
    "confidence": ("number", lambda r: r.confidence),
    "sentence": ("integer", lambda r: r.text_info.sequence),
    "start": ("integer", lambda r: r.text_info.start),
    "end": ("integer", lambda r: r.text_info.end),
}
"""Columns that are no plain text: their kind, and how they are had from a record."""


@contextmanager
def _parquet_file(path: Path) -> Iterator[Write]:
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ModuleNotFoundError:
        raise MissingPackage("parquet", "pyarrow", "parquet") from None
    kinds: dict[str, Any] = {
        "text": pa.string(),
        "list": pa.list_(pa.string()),
        "date": pa.date32(),
        "boolean": pa.bool_(),
        "integer": pa.int32(),
        "number": pa.float64(),
    }
    schema = pa.schema([(name, kinds[_TYPED[name][0] if name in _TYPED else "text"]) for name in COLUMNS])
    values = {name: _TYPED[name][1] if name in _TYPED else value for name, (_, value) in COLUMNS.items()}
    waiting: list[dict[str, object]] = []
    with pq.ParquetWriter(path, schema, compression="zstd") as writer:

        def write(article: StoredArticle, events: Sequence[ToldEvent]) -> Written:
            waiting.extend({name: value(event.record) for name, value in values.items()} for event in events)
            if len(waiting) >= _GROUP:
                writer.write_table(pa.Table.from_pylist(waiting, schema))
                waiting.clear()
            return [(event.record.id, event) for event in events]

        yield write
        if waiting:
            writer.write_table(pa.Table.from_pylist(waiting, schema))


PARQUET = Layout(
    "events.parquet",
    {name: told for name, (told, _) in COLUMNS.items()},
    ("The columns of the CSV. Days are dates, `historical` is a boolean, what may be several is a list of strings.",),
    _parquet_file,
)
