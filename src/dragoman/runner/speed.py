"""Time commands on many articles, and watch their memory and that of the packs."""

import multiprocessing
import os
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path

import msgspec

from dragoman.runner.knowledge import Settings, cache_folder, open_knowledge

_PAUSE = 0.5  # seconds between looks at the memory: a look holds a large process up


class Run(msgspec.Struct, frozen=True):
    """One timed run: articles a second, and the most memory its processes held together, in MB (None: not known)."""

    jobs: int
    articles: int
    seconds: float
    rate: float
    memory_mb: float | None


def write_articles(source: Path, target: Path, count: int) -> None:
    """Repeat the articles of a JSONL file under new ids until there are `count`."""
    lines = [msgspec.json.decode(line) for line in source.read_bytes().splitlines() if line.strip()]
    with target.open("wb") as file:
        for number in range(count):
            article = lines[number % len(lines)]
            file.write(msgspec.json.encode({**article, "doc": f"{article['doc']}-{number}"}) + b"\n")


def time_code(articles: Path, count: int, jobs: int) -> Run:
    """Run `dragoman code` on a file in processes of its own, as a user would."""
    return time_command(["code", str(articles), "--jobs", str(jobs), "-o", os.devnull], count, jobs)


def time_command(arguments: Sequence[str], count: int, jobs: int) -> Run:
    """Run `dragoman` with some arguments that make it read `count` articles in so many processes.

    Raise RuntimeError where it fails.
    """
    begun = time.perf_counter()
    process = subprocess.Popen([sys.executable, "-m", "dragoman.cli.main", *arguments], stderr=subprocess.DEVNULL)
    watch = _Watch(process.pid)
    watch.start()
    process.wait()
    seconds = time.perf_counter() - begun
    watch.over.set()
    watch.join()
    if process.returncode:
        raise RuntimeError(f"dragoman {' '.join(arguments)} ended with {process.returncode}")
    return Run(jobs, count, seconds, count / seconds, watch.most or None)


def memory_of_packs(codes: tuple[str, ...]) -> float | None:
    """Load some packs in a process of its own; return the MB it holds then, or None where the system does not tell."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(_loaded_mb, (codes,)) or None


def _loaded_mb(codes: tuple[str, ...]) -> float:
    knowledge = open_knowledge(Settings(cache=cache_folder()))
    for code in codes:
        knowledge.language(code)
    return _held_mb(os.getpid())


class _Watch(threading.Thread):
    """Looks at the memory of a process and its children while they run (Linux only; shared pages count once)."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.pid, self.over, self.most = pid, threading.Event(), 0.0

    def run(self) -> None:
        while not self.over.wait(_PAUSE):
            pids = [self.pid, *_children(self.pid)]
            self.most = max(self.most, sum(map(_held_mb, pids)))


def _children(pid: int) -> list[int]:
    try:
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


def _held_mb(pid: int) -> float:
    try:
        rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in rollup.splitlines() if line.startswith("Pss:")), 0.0)
