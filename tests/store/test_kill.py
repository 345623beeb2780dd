"""A run that is killed in the middle loses nothing that was kept, and the next run does the rest."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from dragoman.store import Filter, count_rows, find_articles, find_events, open_store

RUN = """
import sys, time
sys.path.insert(0, sys.argv[3])
import conftest
from dragoman.ingest import Defaults, read_inputs
from dragoman.runner import task
from dragoman.runner.ingesting import ingest
from dragoman.store import open_store

def slow(document, knowledge, terms):
    time.sleep(float(sys.argv[4]))
    return conftest.read_toy(document)

task.analyse = slow
items = read_inputs([sys.argv[1]], Defaults())
for stored in ingest(items, task.CodingTask(object(), "coding"), open_store(sys.argv[2]), "1", int(sys.argv[5])):
    print(stored.became, flush=True)
"""
COUNT = 60


def start(articles: Path, url: str, pause: float, jobs: int) -> "subprocess.Popen[str]":
    arguments = [str(articles), url, str(Path(__file__).parents[1]), str(pause), str(jobs)]
    return subprocess.Popen([sys.executable, "-c", RUN, *arguments], stdout=subprocess.PIPE, text=True)


def counted(url: str) -> dict[str, int]:
    engine = open_store(url)
    try:
        return count_rows(engine)
    finally:
        engine.dispose()


def test_a_kill_in_the_middle_loses_nothing_and_doubles_nothing(store_url: str, tmp_path: Path) -> None:
    articles = tmp_path / "articles.jsonl"
    lines = [f'{{"doc": "{n}", "published": "2024-06-14", "text": "KOR accuses PRK {n}"}}' for n in range(COUNT)]
    articles.write_text("\n".join(lines))
    for jobs in (1, 2):
        process = start(articles, store_url, 0.03, jobs)
        assert process.stdout is not None
        said = [process.stdout.readline() for _ in range(20)]
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert all(said)
        held = counted(store_url)
        assert said.count("new\n") <= held["documents"] <= COUNT
        assert held["events"] == held["documents"]
    process = start(articles, store_url, 0.0, 1)
    process.communicate()
    assert process.returncode == 0
    engine = open_store(store_url)
    assert count_rows(engine) == {"documents": COUNT, "current": COUNT, "events": COUNT, "refusals": 0, "failures": 0}
    assert len(list(find_events(engine, Filter()))) == COUNT
    assert len(find_articles(engine, "accuses", limit=1000)) == COUNT
    engine.dispose()


def test_workers_end_when_their_parent_is_killed(tmp_path: Path) -> None:
    articles = tmp_path / "articles.jsonl"
    articles.write_text("\n".join(f'{{"doc": "{n}", "text": "KOR accuses PRK"}}' for n in range(400)))
    process = start(articles, f"sqlite:///{tmp_path / 'store.db'}", 0.02, 2)
    assert process.stdout is not None
    process.stdout.readline()
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    pids = [int(pid) for pid in children.read_text().split()] if children.exists() else []
    process.kill()
    process.wait()
    deadline = time.monotonic() + 10
    while any(_lives(pid) for pid in pids) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not any(_lives(pid) for pid in pids)


def _lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
        return "\nState:\tZ" not in Path(f"/proc/{pid}/status").read_text()
    except (ProcessLookupError, FileNotFoundError):
        return False
