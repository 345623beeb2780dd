"""PLOVER records and CSV come back as they were."""

import csv
from pathlib import Path

import msgspec
from exported import record, written

from dragoman.export import COLUMNS, PloverRecord
from dragoman.export.layouts import LAYOUTS


def test_plover_records_come_back_as_they_were(tmp_path: Path) -> None:
    records = [record(), record(id="other", actor=(), event_loc=None, date=None)]
    path, report = written(tmp_path, "plover", *records)
    lines = path.read_bytes().splitlines()
    assert [msgspec.json.decode(line, type=PloverRecord) for line in lines] == records
    assert (report.articles, report.rows, report.left_out) == (1, 2, 0)


def test_csv_has_a_row_for_each_event_whatever_its_words_hold(tmp_path: Path) -> None:
    path, _ = written(tmp_path, "csv", record(), record(text='a "quoted", text\nof two lines'))
    with path.open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0]) == list(COLUMNS)
    assert [row["text"] for row in rows] == ['Seoul accused "Pyongyang",\tit said.', 'a "quoted", text\nof two lines']
    assert (rows[0]["cameo"], rows[0]["context"], rows[0]["event_scale"]) == ("112", "military; territory", "-3.5")


def test_every_field_of_the_record_is_described() -> None:
    fields = LAYOUTS["plover"].fields
    assert set(fields) == set(PloverRecord.__struct_fields__)
    assert [name for name, told in fields.items() if not told] == []
