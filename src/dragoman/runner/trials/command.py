"""Run `dragoman` in processes of their own that start quickly, since what takes long to load is loaded already."""

import importlib
import os
import runpy
import sys
from multiprocessing import get_context
from multiprocessing.context import ForkServerProcess

_LOADED = [
    "dragoman.cli.ingest", "dragoman.cli.knowledge", "dragoman.cli.watch", "dragoman.fetch.collect",
    "dragoman.ingest.warc_pages", "dragoman.runner.ingesting", "dragoman.runner.watching", "dragoman.runner.feeds_file",
    "dragoman.runner.trials.warm", "sqlalchemy.dialects.sqlite.pysqlite", "trafilatura", "lxml.html", "alembic.command",
]  # fmt: skip


def start(arguments: list[str]) -> ForkServerProcess:
    """Start the command; it is a process like any other, and can be killed like one.

    It is forked from a server that has loaded modules and the engine, and nothing else: no store, no threads.
    """
    context = get_context("forkserver")
    context.set_forkserver_preload(_LOADED)
    process = context.Process(target=_run, args=(arguments,), daemon=True)
    process.start()
    return process


def _run(arguments: list[str]) -> None:
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 1)
    os.dup2(silence, 2)
    from dragoman.runner.trials.warm import hand_over

    importlib.import_module("dragoman.cli.knowledge").__dict__["open_knowledge"] = hand_over
    sys.argv = ["dragoman", *arguments]
    runpy.run_module("dragoman.cli.main", run_name="__main__")
