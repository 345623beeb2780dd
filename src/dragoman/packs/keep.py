"""Keep what is slow to build in a folder, until its sources change."""

import os
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

Built = TypeVar("Built")


def keep(cache: Path | None, name: str, digest: str, type_: type[Built], build: Callable[[], Built]) -> Built:
    """Return what was kept under a name and digest, else build and keep it; without a folder, build.

    A file that cannot be read is built anew; older ones of the name go.
    """
    kept = cache / f"{name}-{digest}.pickle" if cache is not None else None
    if kept is None:
        return build()
    if kept.is_file():
        try:
            with kept.open("rb") as file:
                found = pickle.load(file)
            if isinstance(found, type_):
                return found
        except Exception:
            pass
    built = build()
    kept.parent.mkdir(parents=True, exist_ok=True)
    draft = kept.with_suffix(f".{os.getpid()}.tmp")
    with draft.open("wb") as file:
        pickle.dump(built, file, protocol=5)
    draft.replace(kept)
    for old in kept.parent.glob(f"{name}-*.pickle"):
        if old != kept:
            old.unlink(missing_ok=True)
    return built
