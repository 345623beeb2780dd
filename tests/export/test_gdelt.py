"""The GDELT columns: 61 of them, filled only with what is known."""

from pathlib import Path
from typing import Any

import pytest
from exported import PYONGYANG, SEOUL, record, written

from dragoman.export.gdelt import event_number
from dragoman.export.gdelt_fields import FIELDS
from dragoman.export.plover import EventLocation, Party, PloverRecord

UN = Party("UNO", "GOV", "the United Nations", "United Nations")


def rows(folder: Path, *records: PloverRecord, **changes: Any) -> list[dict[str, str]]:
    path, _ = written(folder, "gdelt", *records, **changes)
    cells = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
    assert all(len(row) == 61 for row in cells)
    return [dict(zip(FIELDS, row, strict=True)) for row in cells]


def test_the_columns_are_those_of_gdelt_in_its_order() -> None:
    names = list(FIELDS)
    assert len(names) == 61
    assert names[:7] == ["GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate", "Actor1Code", "Actor1Name"]
    assert (names[25], names[26], names[29], names[34], names[35]) == (
        "IsRootEvent", "EventCode", "QuadClass", "AvgTone", "Actor1Geo_Type",
    )  # fmt: skip
    assert names[51:] == [
        *(f"ActionGeo_{part}" for part in ("Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long")),
        "ActionGeo_FeatureID", "DATEADDED", "SOURCEURL",
    ]  # fmt: skip


def test_an_event_is_written_with_what_is_known_of_it(tmp_path: Path) -> None:
    (row,) = rows(tmp_path, record())
    known = {name: value for name, value in row.items() if value}
    assert known == {
        "GLOBALEVENTID": event_number("0123456789abcdef0123", 0),
        "SQLDATE": "20240614",
        "MonthYear": "202406",
        "Year": "2024",
        "FractionDate": "2024.5315",
        "Actor1Code": "KORGOV",
        "Actor1Name": "SOUTH KOREA",
        "Actor1CountryCode": "KOR",
        "Actor1Type1Code": "GOV",
        "Actor2Code": "PRKGOV",
        "Actor2Name": "NORTH KOREA",
        "Actor2CountryCode": "PRK",
        "Actor2Type1Code": "GOV",
        "EventCode": "112",
        "EventBaseCode": "112",
        "EventRootCode": "11",
        "QuadClass": "3",
        "NumMentions": "2",
        "NumSources": "1",
        "NumArticles": "1",
        "ActionGeo_Type": "4",
        "ActionGeo_FullName": "Busan, South Korea",
        "ActionGeo_CountryCode": "KS",
        "SOURCEURL": "https://courier.example/1",
    }


@pytest.mark.parametrize(
    ("first", "last", "known"),
    [
        ("2024-06-01", "2024-06-30", {"MonthYear": "202406", "Year": "2024"}),
        ("2024-01-01", "2024-12-31", {"Year": "2024"}),
        ("2023-12-30", "2024-01-02", {}),
        (None, None, {}),
    ],
)
def test_no_more_of_a_date_is_written_than_is_known(
    tmp_path: Path, first: str | None, last: str | None, known: dict[str, str]
) -> None:
    (row,) = rows(tmp_path, record(date=first, enddate=last))
    assert {name: row[name] for name in ("SQLDATE", "MonthYear", "Year", "FractionDate") if row[name]} == known


@pytest.mark.parametrize(
    ("actor", "codes"),
    [
        (UN, ("IGOUNOGOV", "", "UNO", "IGO", "GOV")),
        (Party("EUR", None, "Brussels", "European Union"), ("IGOEUREEC", "EUR", "EEC", "IGO", "")),
        (Party("ROU", "JRN", "a Romanian paper"), ("ROMMED", "ROM", "", "MED", "")),
        (Party("SYR", "MED", "doctors"), ("SYRHLH", "SYR", "", "HLH", "")),
        (Party("SYR", "SOC", "activists"), ("SYR", "SYR", "", "", "")),
        (Party(None, "REB", "rebels"), ("REB", "", "", "REB", "")),
        (Party(None, None, "they"), ("", "", "", "", "")),
    ],
)
def test_actors_have_cameo_codes_where_there_are_such(tmp_path: Path, actor: Party, codes: tuple[str, ...]) -> None:
    (row,) = rows(tmp_path, record(actor=(actor,)))
    names = ("Code", "CountryCode", "KnownGroupCode", "Type1Code", "Type2Code")
    assert tuple(row[f"Actor1{name}"] for name in names) == codes


def test_several_sides_are_a_row_for_each_pair_with_a_number_of_its_own(tmp_path: Path) -> None:
    found = rows(tmp_path, record(actor=(SEOUL, UN), recipient=(PYONGYANG,)))
    assert [(row["Actor1CountryCode"], row["Actor2CountryCode"]) for row in found] == [("KOR", "PRK"), ("", "PRK")]
    assert len({row["GLOBALEVENTID"] for row in found}) == 2
    both = rows(tmp_path, record(actor=(SEOUL, PYONGYANG, UN), recipient=()))
    assert [row["Actor1Code"] + row["Actor2Code"] for row in both] == [
        "KORGOVPRKGOV", "KORGOVIGOUNOGOV", "PRKGOVIGOUNOGOV",
    ]  # fmt: skip
    (alone,) = rows(tmp_path, record(actor=(), recipient=(PYONGYANG,)))
    assert (alone["Actor1Code"], alone["Actor2Code"]) == ("", "PRKGOV")
    (nobody,) = rows(tmp_path, record(actor=(SEOUL,), recipient=()))
    assert (nobody["Actor1Code"], nobody["Actor2Code"]) == ("KORGOV", "")


def test_what_did_not_happen_is_left_out_and_counted(tmp_path: Path) -> None:
    records = [record(id=status, status=status) for status in ("actual", "future", "negated", "hypothetical")]
    path, report = written(tmp_path, "gdelt", *records)
    assert len(path.read_text().splitlines()) == report.rows == 1
    assert report.left_out == 3


def test_no_word_of_an_article_breaks_a_row(tmp_path: Path) -> None:
    (row,) = rows(tmp_path, record(actor=(Party("KOR", None, "a\tb\nc\u2028d"),)), url="https://x.example/a\tb")
    assert row["Actor1Name"] == "A B C D"
    assert row["SOURCEURL"] == "https://x.example/a b"


@pytest.mark.parametrize(
    ("place", "told"),
    [
        (EventLocation("USA", "Chicago"), ("3", "Chicago, United States", "US")),
        (EventLocation("KOR", None), ("1", "South Korea", "KS")),
        (EventLocation("KOR", "a hill nobody knows"), ("", "a hill nobody knows, South Korea", "KS")),
        (EventLocation(None, "Nowhere"), ("", "Nowhere", "")),
        (None, ("", "", "")),
    ],
)
def test_a_place_has_a_type_where_it_is_known(
    tmp_path: Path, place: EventLocation | None, told: tuple[str, str, str]
) -> None:
    (row,) = rows(tmp_path, record(event_loc=place))
    assert tuple(row[f"ActionGeo_{name}"] for name in ("Type", "FullName", "CountryCode")) == told


def test_numbers_are_the_same_in_every_run_and_fit_64_bits() -> None:
    assert event_number("e02c18ebd37f92fd3e91", 0) == "145193974985264196"
    assert 0 < int(event_number("x", 1)) < 2**60
