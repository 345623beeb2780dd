"""Find the files that inputs stand for."""

import os
from collections.abc import Iterator
from pathlib import Path

from dragoman.ingest.outcome import Failure

KINDS = {
    ".txt": "plain",
    ".text": "plain",
    ".html": "page",
    ".htm": "page",
    ".xhtml": "page",
    ".jsonl": "lines",
    ".ndjson": "lines",
    ".jsonl.gz": "packed-lines",
    ".ndjson.gz": "packed-lines",
    ".warc": "archive",
    ".warc.gz": "archive",
    ".rss": "feed",
    ".atom": "feed",
    ".xml": "feed",
    ".xml.gz": "packed-feed",
}
"""What a file holds, by the ending of its name."""


def kind_of(path: Path) -> str | None:
    """Tell what a file holds by its name; None where the name does not tell."""
    name = path.name.lower()
    return next((kind for ending, kind in KINDS.items() if name.endswith(ending)), None)


def discover(path: Path) -> Iterator[Path | Failure]:
    """Yield a file itself, or in the order of their names the readable files below a folder, hidden ones left out."""
    if not path.exists():
        yield Failure("missing", str(path), "there is no such file or folder", "check the path")
        return
    if not path.is_dir():
        yield path
        return
    found = False
    for folder, folders, names in os.walk(path):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            file = Path(folder) / name
            if not name.startswith(".") and kind_of(file) is not None:
                found = True
                yield file
    if not found:
        yield Failure("no-input", str(path), "holds no file to read", f"files end in {', '.join(KINDS)}")
