"""Show how far a long run is, on a terminal only and not before two seconds have passed."""

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")
PATIENCE = 2.0


def watched(items: Iterable[T], label: str, *, total: int | None = None, quiet: bool = False) -> Iterator[T]:
    """Pass items through and show a bar on standard error where that is a terminal and the run takes long."""
    if quiet or not sys.stderr.isatty():
        yield from items
        return
    begun, stream = time.monotonic(), iter(items)
    for count, item in enumerate(stream, 1):
        yield item
        if time.monotonic() - begun > PATIENCE:
            yield from _with_bar(stream, label, count, total)
            return


def _with_bar(stream: Iterator[T], label: str, done: int, total: int | None) -> Iterator[T]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(label, total=total, completed=done)
        for item in stream:
            progress.advance(task)
            yield item
