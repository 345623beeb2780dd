"""The samples are what a newcomer sees first: all of them are coded, and what tells of nothing yields nothing."""

import json
from collections import Counter
from pathlib import Path

from click.testing import CliRunner

from dragoman.cli.main import dragoman

SAMPLES = Path(__file__).parents[2] / "samples"


def test_every_sample_is_coded_and_eventless_ones_stay_empty() -> None:
    result = CliRunner().invoke(dragoman, ["code", str(SAMPLES)])
    assert (result.exit_code, result.stderr) == (0, "")
    records = [json.loads(line) for line in result.stdout.splitlines()]
    found = Counter(record["doc"] for record in records)
    assert len(found) >= 8
    assert found["en-no-events"] == found["id-tanpa-peristiwa"] == 0
    assert {record["cite_info"]["language"] for record in records} == {"en", "id"}
