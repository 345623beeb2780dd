"""Our figures are the figures of the bench's own scorer."""

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.runner.floors import Floors, breaches
from dragoman.runner.scoring import Score, score


def scorer(folder: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("bench_score", folder / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def rounded(ours: Score) -> dict[str, Any]:
    """Lay our figures out as the scorer does."""
    levels = {
        level: {
            "p": round(n.precision, 3), "r": round(n.recall, 3), "f1": round(n.f1, 3),
            "right": n.right, "wrong": n.wrong, "owed": n.owed,
        }
        for level, n in ours.levels.items()
    }  # fmt: skip
    fields = {k: {"share": round(a / b, 3), "of": b} for k, (a, b) in sorted(ours.fields.items()) if b}
    return {**levels, "on_matched": fields}


party = st.fixed_dictionaries(
    {
        "code": st.sampled_from(["KOR", "PRK", None]),
        "sector": st.sampled_from(["GOV", "MIL", None]),
        "text": st.just("x"),
    }
)
day = st.sampled_from([None, "2018-09-01", "2018-09-10", "2018-09-30"])
common = {
    "actor": st.lists(party, max_size=2),
    "recipient": st.lists(party, max_size=2),
    "date": day,
    "enddate": day,
    "status": st.sampled_from(["actual", "future"]),
    "attribution": st.lists(
        st.fixed_dictionaries({"code": st.none(), "text": st.sampled_from(["Yonhap", "yon", "AFP"])})
    ),
}
types = st.sampled_from(["AGREE", "CONSULT", "ACCUSE"])
gold_event = st.fixed_dictionaries(
    {
        **common,
        "type": types,
        "alt": st.lists(types, max_size=1),
        "core": st.booleans(),
        "loose": st.lists(st.sampled_from(["actor", "recipient"]), max_size=1),
        "sentences": st.lists(st.integers(0, 2)),
    }
)
said_event = st.fixed_dictionaries(
    {
        **common,
        "doc": st.sampled_from(["a", "b"]),
        "event": types.map(lambda t: [t]),
        "text_info": st.fixed_dictionaries({"sequence": st.integers(0, 2)}),
    }
)


@settings(max_examples=150, deadline=None)
@given(st.lists(gold_event, max_size=5), st.lists(said_event, max_size=7))
def test_any_records_score_the_same(bench_folder: Path, gold: list[Any], said: list[Any]) -> None:
    documents = [{"doc": "a", "events": gold}, {"doc": "b", "events": []}]
    assert rounded(score(documents, said)) == scorer(bench_folder).score(documents, said)


def test_gold_against_itself_is_perfect(bench_folder: Path) -> None:
    gold = [json.loads(line) for line in (bench_folder / "news" / "gold.jsonl").read_text().splitlines()]
    said = [
        {**event, "doc": d["doc"], "event": [event["type"]], "text_info": {"sequence": event["sentences"][0]}}
        for d in gold
        for event in d["events"]
    ]
    ours = score(gold, said)
    assert ours.levels["event"].f1 == 1.0
    assert ours.false_per_eventless == 0.0
    assert rounded(ours) == scorer(bench_folder).score(gold, said)


def test_false_events_are_counted_where_none_are_owed() -> None:
    ours = score([{"doc": "a", "events": []}], [{"doc": "a", "event": ["AGREE"]}, {"doc": "a", "event": ["ASSAULT"]}])
    assert (ours.eventless, ours.false_per_eventless) == (1, 2.0)
    assert ours.levels["event"].wrong == 2


def test_figures_below_a_floor_or_above_a_ceiling_are_named() -> None:
    floors = Floors({"en.event": 0.5, "xx.event": 0.9}, {"en.false_per_eventless": 0.5})
    assert breaches({"en.event": 0.6, "en.false_per_eventless": 0.2}, floors) == []
    low, high = breaches({"en.event": 0.4, "en.false_per_eventless": 0.7}, floors)
    assert low == "en.event is 0.400, below its floor 0.5"
    assert high == "en.false_per_eventless is 0.700, above its ceiling 0.5"


def test_the_floors_of_the_project_load() -> None:
    from dragoman.runner.floors import load_floors

    assert load_floors(Path(__file__).parents[2] / "bench-floors.yaml").floors["en.event"] > 0


@pytest.mark.parametrize("said", [[], [{"doc": "z", "event": ["AGREE"]}]])
def test_nothing_said_scores_nothing(said: list[Any]) -> None:
    assert score([{"doc": "a", "events": []}], said).levels["event"].f1 == 0.0
