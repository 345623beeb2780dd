"""Records and articles made by hand, and a way to write them in a format."""

from pathlib import Path
from typing import Any

import msgspec

from dragoman.export.files import Report, files_at, write_export
from dragoman.export.layout import ToldEvent
from dragoman.export.layouts import LAYOUTS
from dragoman.export.plover import (
    CiteInfo,
    Coder,
    EventLocation,
    Explain,
    Party,
    PloverRecord,
    Spans,
    TextInfo,
)
from dragoman.store import StoredArticle

SEOUL = Party("KOR", "GOV", "Seoul", "South Korea")
PYONGYANG = Party("PRK", "GOV", "Pyongyang", "North Korea")


def record(**changes: Any) -> PloverRecord:
    """Make a record of South Korea accusing North Korea, with some fields changed."""
    made = PloverRecord(
        id="0123456789abcdef0123",
        date="2024-06-14",
        enddate="2024-06-14",
        date_granularity="day",
        event=("ACCUSE",),
        mode=("allege",),
        context=("military", "territory"),
        actor=(SEOUL,),
        recipient=(PYONGYANG,),
        event_loc=EventLocation("KOR", "Busan"),
        quad_code=3,
        event_scale=-3.5,
        cameo="112",
        status="actual",
        historical=False,
        attribution=(),
        planned=None,
        text='Seoul accused "Pyongyang",\tit said.',
        text_info=TextInfo(0, (0, 2), 0, 34, ((0, 34), (60, 90))),
        cite_info=CiteInfo("courier.example", "https://courier.example/1", "Talks", "2024-06-14", "metadata", "en"),
        coder=Coder("dragoman", "1"),
        doc="courier-1",
        links=(),
        spans=Spans(),
        confidence=0.9,
        explain=Explain("accuse", "plover:accuse[1]", "publication", "2024-06-14"),
    )
    return msgspec.structs.replace(made, **changes)


def article(**changes: Any) -> StoredArticle:
    """Make the article it was read in."""
    made = StoredArticle(
        id="d1", doc="courier-1", replaces=None, coder="1", path="news.jsonl", line=1, language="en",
        published="2024-06-14", published_basis="metadata", title="Talks", url="https://courier.example/1",
        source="courier.example", provenance="[]", arrived="{}", story="s1",
    )  # fmt: skip
    return msgspec.structs.replace(made, **changes)


def told(*records: PloverRecord) -> list[ToldEvent]:
    """Make events of records, each of an incident of its own."""
    return [ToldEvent(one, msgspec.json.encode(one), f"i{n}") for n, one in enumerate(records)]


def written(folder: Path, format_: str, *records: PloverRecord, **changes: Any) -> tuple[Path, Report]:
    """Write records of one article in a format; return the file of events and the report."""
    layout = LAYOUTS[format_]
    files = files_at(folder, layout)
    report = write_export([(article(**changes), told(*records))], layout, files, "# Codebook\n")
    return files.events, report
