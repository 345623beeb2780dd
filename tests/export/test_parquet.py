"""Parquet holds the columns of the CSV with types."""

import sys
from datetime import date
from pathlib import Path

import pytest
from exported import PYONGYANG, SEOUL, record, written

from dragoman.export import COLUMNS
from dragoman.export.layout import MissingPackage


def test_parquet_comes_back_with_types(tmp_path: Path) -> None:
    pq = pytest.importorskip("pyarrow.parquet")
    path, _ = written(
        tmp_path, "parquet", record(recipient=(SEOUL, PYONGYANG)), record(date=None, enddate=None, actor=())
    )
    table = pq.read_table(path)
    assert table.column_names == list(COLUMNS)
    first, second = table.to_pylist()
    assert first["date"] == date(2024, 6, 14)
    assert first["recipient_code"] == ["KOR", "PRK"]
    assert (first["historical"], first["quad_code"], first["event_scale"]) == (False, 3, -3.5)
    assert (first["cameo"], first["text"]) == ("112", 'Seoul accused "Pyongyang",\tit said.')
    assert (second["date"], second["actor_code"]) == (None, [])
    kinds = {
        name: str(table.schema.field(name).type) for name in ("date", "context", "historical", "sentence", "cameo")
    }
    assert kinds == {
        "date": "date32[day]",
        "context": "list<element: string>",
        "historical": "bool",
        "sentence": "int32",
        "cameo": "string",
    }


def test_parquet_without_rows_has_the_same_columns(tmp_path: Path) -> None:
    pq = pytest.importorskip("pyarrow.parquet")
    path, _ = written(tmp_path, "parquet")
    assert pq.read_table(path).column_names == list(COLUMNS)


def test_without_pyarrow_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingPackage, match=r"dragoman\[parquet\]"):
        written(tmp_path, "parquet", record())
    assert list(tmp_path.iterdir()) == []
