"""Read broken pages, feeds and archives by the thousand: none may stop the run, and each must be accounted for."""

import random
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import msgspec
from sqlalchemy import Engine, delete, select

from dragoman.ingest import Defaults, read_inputs
from dragoman.ingest.page import read_page
from dragoman.runner.ingesting import ingest
from dragoman.runner.task import CodingTask
from dragoman.runner.trials.damage import damage
from dragoman.runner.trials.sound import archives, feeds, pages
from dragoman.store import open_store
from dragoman.store.tables import documents, failures

_AT_ONCE = 200
_KINDS = (("html", pages), ("xml", feeds), ("warc", archives))


class MalformedFigures(msgspec.Struct, frozen=True):
    """What came of so many broken files: read all the same, failures in the store by kind, crashes (the run stopped), files
    of which the store says nothing, and the seconds that the slowest took to be read and coded, and its name.
    """

    files: int
    arrived: int
    failed: int
    kinds: dict[str, int]
    crashes: list[str]
    unaccounted: list[str]
    slowest: float
    slow: str

    @property
    def sound(self) -> bool:
        """Tell whether nothing went wrong."""
        return not (self.crashes or self.unaccounted)


def read_malformed(count: int, folder: Path, task: CodingTask, seed: int = 0) -> MalformedFigures:
    """Break so many files, bring each into a store as `dragoman ingest` does, and ask the store what became of it."""
    chance, engine = random.Random(seed), open_store(f"sqlite:///{folder / 'malformed.db'}")
    for page in pages():  # languages are loaded when they are first met, which is not what is timed here
        task(read_page(page, "sound", "sound", Defaults()))
    arrived = 0
    kinds: Counter[str] = Counter()
    crashes: list[str] = []
    lost: list[str] = []
    slowest, slow = 0.0, ""
    for first in range(0, count, _AT_ONCE):
        same: set[str] = set()
        files = list(_broken(folder, range(first, min(first + _AT_ONCE, count)), chance))
        for file in files:
            began = time.monotonic()
            try:
                for stored in ingest(read_inputs([str(file)], Defaults()), task, engine, "trial"):
                    if stored.became == "unchanged":
                        same.add(str(file))  # it broke nothing of an article that another file held before
                    arrived += stored.failure is None
                    if stored.failure is not None:
                        kinds[stored.failure.kind] += 1
            except Exception as error:  # this is what is looked for, whatever it is
                crashes.append(f"{file.name}: {type(error).__name__}: {error}")
            if time.monotonic() - began > slowest:
                slowest, slow = time.monotonic() - began, file.name
        known = _accounted(engine) | same
        lost += [file.name for file in files if str(file) not in known]
        for file in files:
            file.unlink()
    engine.dispose()
    return MalformedFigures(count, arrived, kinds.total(), dict(kinds.most_common()), crashes, lost, slowest, slow)


def _broken(folder: Path, numbers: range, chance: random.Random) -> Iterator[Path]:
    """Write broken files, each under a name of its own that tells its kind and number."""
    whole = {ending: make() for ending, make in _KINDS}
    everything = [data for some in whole.values() for data in some]
    for number in numbers:
        ending = _KINDS[number % len(_KINDS)][0]
        data = damage(chance.choice(whole[ending]), chance.choice(everything), chance)
        packed = ending == "warc" and data.startswith(b"\x1f\x8b")
        file = folder / f"{number:06}.{ending}{'.gz' if packed else ''}"
        file.write_bytes(data)
        yield file


def _accounted(engine: Engine) -> set[str]:
    """Return the paths of which the store holds a document or a failure, and forget the failures."""
    with engine.begin() as connection:
        known = set(connection.execute(select(documents.c.path)).scalars())
        known |= set(connection.execute(select(failures.c.path)).scalars())
        connection.execute(delete(failures).where(failures.c.document.is_(None)))
    return known
