"""Run the trials and print what they found: `python -m dragoman.runner.trials --kills 200 --malformed 10000`."""

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

from dragoman.runner import CodingTask, Settings, cache_folder, open_knowledge
from dragoman.runner.trials.kills import KillFigures, kill_ingest, kill_watch
from dragoman.runner.trials.malformed import MalformedFigures, read_malformed
from dragoman.runner.trials.scale import LANGUAGES, ScaleFigures, measure_scale


def main() -> int:
    """Run the trials; return 1 where one found something wrong."""
    options = argparse.ArgumentParser(prog="python -m dragoman.runner.trials", description=__doc__)
    options.add_argument("--kills", type=int, default=200, help="SIGKILLs, half during watch and half during ingest")
    options.add_argument("--malformed", type=int, default=10_000, help="broken pages, feeds and archives")
    options.add_argument("--scale", type=int, default=0, help="articles to take from ingest through to incidents")
    options.add_argument("--bench", type=Path, help="bench data for --scale; else $DRAGOMAN_BENCH or ../shared/bench")
    options.add_argument("--seed", type=int, default=0, help="another seed, other trials")
    given = options.parse_args()
    sound = True
    with tempfile.TemporaryDirectory() as folder:
        for trial in (kill_watch, kill_ingest) if given.kills else ():
            began = time.monotonic()
            killed = trial(given.kills // 2, Path(folder), given.seed)
            print(_of_kills(killed, time.monotonic() - began), flush=True)
            sound &= killed.sound
        if given.malformed:
            began = time.monotonic()
            task = CodingTask(open_knowledge(Settings(cache=cache_folder())), "coding")
            read = read_malformed(given.malformed, Path(folder), task, given.seed)
            print(_of_malformed(read, time.monotonic() - began), flush=True)
            sound &= read.sound
        if given.scale:
            bench = given.bench or Path(os.environ.get("DRAGOMAN_BENCH") or "../shared/bench")
            scaled = measure_scale(bench, given.scale, Path(folder), given.seed)
            print(_of_scale(scaled), flush=True)
            sound &= scaled.sound
    return 0 if sound else 1


def _of_kills(found: KillFigures, seconds: float) -> str:
    return (
        f"{found.kills} SIGKILLs during {found.name}, {found.in_work} in the middle of its work: {found.lost} lost, "
        f"{found.doubles} doubled, {found.wrong} with other events than undisturbed, {found.corrupt} faults of the store "
        f"({found.articles} articles, {found.versions} versions, {seconds:.0f} s)"
    )


def _of_scale(found: ScaleFigures) -> str:
    few, many = found.few, found.many
    memory = "" if many.memory_mb is None else f", at most {many.memory_mb:.0f} MB"
    return (
        f"ingest to incidents, {len(LANGUAGES)} languages, one process: {many.articles} articles in {many.seconds:.0f} s, "
        f"{many.rate:.0f} a second{memory}; one costs {found.growth:.2f} times what it costs among {few.articles}"
    )


def _of_malformed(found: MalformedFigures, seconds: float) -> str:
    lines = [
        f"{found.files} malformed pages, feeds and archives: {len(found.crashes)} crashes, {len(found.unaccounted)} "
        f"unaccounted for; {found.arrived} articles read all the same, {found.failed} failures recorded; the slowest took "
        f"{found.slowest:.1f} s ({found.slow}; {seconds:.0f} s in all)",
        "failures: " + ", ".join(f"{kind} {count}" for kind, count in found.kinds.items()),
        *(f"crash: {line}" for line in found.crashes[:20]),
        *(f"unaccounted for: {line}" for line in found.unaccounted[:20]),
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
