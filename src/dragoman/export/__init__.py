"""Codings written down for others: PLOVER records, CSV rows, plain tables."""

from dragoman.export.plover import PloverRecord, to_lines, to_plover, to_records
from dragoman.export.rows import COLUMNS, to_csv
from dragoman.export.schema import record_schema
from dragoman.export.table import to_table

__all__ = ["COLUMNS", "PloverRecord", "record_schema", "to_csv", "to_lines", "to_plover", "to_records", "to_table"]
