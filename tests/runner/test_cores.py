"""One core and many cores give the same, in order; a process that dies or hangs costs one document."""

import os
import time
from collections.abc import Iterator

import pytest

from dragoman.ingest import Arrival, Failure
from dragoman.records import Document
from dragoman.runner import CodingTask, Outcome, run
from dragoman.runner.pool import Pool


def items(count: int) -> list[Arrival | Failure]:
    made: list[Arrival | Failure] = []
    for n in range(count):
        if n % 10 == 7:
            made.append(Failure("broken-json", "batch.jsonl", "is not JSON", line=n))
        else:
            made.append(Arrival(Document(f"d{n}", f"KOR accuses PRK {n}", published="2024-06-14"), "batch.jsonl", n))
    return made


def task() -> CodingTask:
    return CodingTask(object())  # type: ignore[arg-type]


@pytest.mark.usefixtures("toy_engine")
def test_two_jobs_give_what_one_gives_in_the_same_order() -> None:
    one = list(run(items(150), task(), 1))
    assert len(one) == 150
    assert list(run(items(150), task(), 2)) == one
    assert list(run(items(3), task(), 4)) == one[:3]
    assert list(run([], task(), 2)) == []


@pytest.mark.usefixtures("toy_engine")
@pytest.mark.parametrize("jobs", [1, 2])
def test_an_exception_of_the_engine_is_the_failure_of_its_document(jobs: int) -> None:
    made: list[Arrival | Failure] = [Arrival(Document(d, t), "x.jsonl", n) for n, (d, t) in enumerate(TEXTS.items(), 1)]
    found = list(run(made, task(), jobs))
    failures = {o.arrival.document.doc: o.failure for o in found if isinstance(o, Outcome) and o.failure is not None}
    assert failures.keys() == {"bad", "worse"}
    assert str(failures["bad"]).startswith("x.jsonl:2: the engine stopped with RuntimeError: boom")
    assert failures["worse"].kind == "not-coded"


TEXTS = {"good": "KOR accuses PRK", "bad": "boom", "worse": "unreadable", "fine": "murmur"}


def die_at_13(arrival: Arrival) -> Outcome:
    if arrival.document.doc.endswith("13"):
        os._exit(9)
    return Outcome(arrival, 1)


def test_a_process_that_dies_costs_one_document() -> None:
    found = list(run(items(40), die_at_13, 2))
    lost = [o.failure for o in found if isinstance(o, Outcome) and o.failure is not None]
    assert [(failure.kind, failure.doc) for failure in lost] == [("lost-worker", "d13")]
    assert "exit code 9" in lost[0].what
    order = [o.arrival.line if isinstance(o, Outcome) else o.line for o in found]
    assert order == list(range(40))


def hang_at_3(arrival: Arrival) -> Outcome:
    if arrival.document.doc == "d3":
        time.sleep(60)
    return Outcome(arrival, 1)


def test_a_process_that_hangs_is_given_up() -> None:
    with Pool(hang_at_3, 2, patience=0.5) as pool:
        found = list(pool.run(items(10)))
    lost = [o.failure for o in found if isinstance(o, Outcome) and o.failure is not None]
    assert [failure.doc for failure in lost] == ["d3"]
    assert len(found) == 10


def quick(arrival: Arrival) -> Outcome:
    return Outcome(arrival, 1)


def test_the_stream_is_read_only_as_far_as_is_needed() -> None:
    taken = 0

    def endless() -> Iterator[Arrival | Failure]:
        nonlocal taken
        while True:
            taken += 1
            yield Arrival(Document(f"d{taken}", "text"), "x")

    with Pool(quick, 2) as pool:
        stream = pool.run(endless())
        for _ in range(50):
            next(stream)
    assert taken < 50 + 20 * 16
