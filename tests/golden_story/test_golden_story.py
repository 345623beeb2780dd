"""Eight outlets tell one affair in six languages: the right stories, incidents, independent origins and contradictions.

`articles.jsonl` are the articles, written for this test; `expected.yaml` says what they tell.
"""

import os
import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml
from sqlalchemy import Engine, delete, select

from dragoman.ingest import Arrival, Defaults, read_inputs
from dragoman.packs.world import load_world
from dragoman.pipeline import load_knowledge
from dragoman.records.incident import Incident
from dragoman.runner import CodingTask
from dragoman.runner.incident_update import update_incidents
from dragoman.runner.ingesting import ingest
from dragoman.series.instrument_life import life_of
from dragoman.store import open_store
from dragoman.store.incident_query import IncidentFilter, find_incidents, hearsay_about
from dragoman.store.incident_tables import (
    contradictions,
    hearsay,
    incident_documents,
    incident_events,
    incident_instruments,
    incident_parties,
    incidents,
)
from dragoman.store.story_tables import story_members
from dragoman.store.tables import documents

HERE = Path(__file__).parent
EXPECTED: dict[str, Any] = yaml.safe_load((HERE / "expected.yaml").read_text("utf-8"))
WANTED: dict[str, dict[str, Any]] = EXPECTED["incidents"]


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory, compiled_packs: None) -> Engine:
    """Open a store that holds the articles."""
    opened = open_store(f"sqlite:///{tmp_path_factory.mktemp('golden') / 'store.db'}")
    known = load_knowledge(("en", "es", "id", "ko", "ru", "zh"), cache=Path(os.environ["DRAGOMAN_CACHE"]))
    arrivals = [a for a in read_inputs([str(HERE / "articles.jsonl")], Defaults()) if isinstance(a, Arrival)]
    assert [stored.became for stored in ingest(arrivals, CodingTask(known, "coding"), opened, "1")] == ["new"] * 8
    return opened


@pytest.fixture(scope="module")
def docs(engine: Engine) -> dict[str, str]:
    with engine.connect() as connection:
        return {row.doc: row.id for row in connection.execute(select(documents.c.doc, documents.c.id))}


@pytest.fixture(scope="module")
def told(engine: Engine, docs: dict[str, str]) -> dict[str, Incident]:
    """Return the incidents by the names they have in expected.yaml, those that have none by their ids."""
    clear(engine)
    update_incidents(engine)
    found = list(find_incidents(engine, IncidentFilter()))
    names = {key(wanted["type"], wanted["mode"], str(wanted["date"])): name for name, wanted in WANTED.items()}
    return {names.get(key(one.type, one.mode, one.date or ""), one.id): one for one in found}


def key(*parts: str) -> str:
    return " ".join(parts)


def clear(engine: Engine) -> None:
    tables = (
        incident_parties,
        incident_instruments,
        contradictions,
        incidents,
        incident_events,
        hearsay,
        incident_documents,
    )
    with engine.begin() as connection:
        for table in tables:
            connection.execute(delete(table))


def docs_of(ids: Sequence[str], docs: dict[str, str]) -> set[str]:
    return {doc for doc, id_ in docs.items() if id_ in ids}


def test_copies_and_translations_are_one_story_and_the_others_their_own(engine: Engine, docs: dict[str, str]) -> None:
    held: dict[str, set[str]] = {}
    with engine.connect() as connection:
        for row in connection.execute(select(documents.c.doc, story_members.c.story).join(story_members)):
            held.setdefault(row.story, set()).add(row.doc)
    copies = [set(group) for group in EXPECTED["stories"]]
    alone = [{doc} for doc in docs if not any(doc in group for group in copies)]
    assert sorted(map(sorted, held.values())) == sorted(map(sorted, [*copies, *alone]))


def test_there_are_these_incidents_and_no_others(told: dict[str, Incident]) -> None:
    assert set(told) == set(WANTED)


@pytest.mark.parametrize("name", WANTED)
class TestIncident:
    def test_has_its_sides_and_tellers(self, name: str, told: dict[str, Incident], docs: dict[str, str]) -> None:
        one, wanted = told[name], WANTED[name]
        assert [side.code for side in one.actor] == [wanted["actor"]]
        assert [side.code for side in one.recipient] == [wanted[k] for k in ("recipient",) if k in wanted]
        assert one.counterpart == wanted.get("counterpart")
        assert docs_of([document for document, _ in one.tellings], docs) == set(wanted["told"])
        assert list(one.instruments) == wanted.get("instruments", [])

    def test_has_its_stories_and_independent_origins(
        self, name: str, told: dict[str, Incident], docs: dict[str, str]
    ) -> None:
        one, wanted = told[name], WANTED[name]
        assert one.stories == wanted["stories"]
        found = {f"{origin.kind} {origin.name}": docs_of(origin.documents, docs) for origin in one.origins}
        assert found == {origin: set(by) for origin, by in wanted["origins"].items()}
        assert one.reasoning[-1].startswith(str(len(wanted["origins"])))

    def test_has_its_contradictions(self, name: str, told: dict[str, Incident]) -> None:
        one, wanted = told[name], WANTED[name]
        found = {c.kind: {claim.value: list(claim.who) for claim in c.claims} for c in one.contradictions}
        assert found == wanted.get("contradictions", {})
        figures = {c.about: [c.low, c.best, c.high] for c in one.contradictions if c.kind == "figure"}
        assert figures == wanted.get("figures", {})
        assert one.standing == wanted["standing"]


def test_the_recurrence_is_nobody_elses_component(told: dict[str, Incident]) -> None:
    assert told["crossing"].component != told["crossing again"].component


@pytest.mark.parametrize("seed", range(4))
def test_the_order_of_arrival_makes_no_difference(
    seed: int, engine: Engine, docs: dict[str, str], told: dict[str, Incident]
) -> None:
    """Take the articles up in one order after another, a few at a time; each time the same incidents come out."""
    order = random.Random(seed).sample(sorted(docs.values()), len(docs))
    clear(engine)
    for count in range(1, len(order) + 1):
        with engine.begin() as connection:
            connection.execute(documents.update().values(current=documents.c.id.in_(order[:count])))
        update_incidents(engine)
    assert {one.id: one for one in find_incidents(engine, IncidentFilter())} == {one.id: one for one in told.values()}


def test_the_agreement_is_suspended_and_said_to_be_violated(engine: Engine, told: dict[str, Incident]) -> None:
    import msgspec

    from dragoman.records import Hearsay

    instrument = load_world().instruments["cma-2018"]
    said = [(msgspec.json.decode(h.payload, type=Hearsay), h.date, h.doc) for h in hearsay_about(engine, "cma-2018")]
    life = life_of(instrument, [one for one in told.values() if "cma-2018" in one.instruments], said)
    assert [(e.date, e.what, e.by) for e in life if e.date > "2026"] == [
        ("2026-05-12", "suspended", ("KOR",)),
        ("2026-05-13", "violated", ("PRK",)),
    ]
    assert life[-1].according == ("KOR",)
    assert (life[0].date, life[0].what) == ("2018-09-19", "signed")
