"""One core or many: the same function over a stream of documents, in order, losing none."""

from dragoman.runner.cores import run
from dragoman.runner.knowledge import Settings, cache_folder, open_knowledge
from dragoman.runner.task import CodingTask, Outcome

__all__ = ["CodingTask", "Outcome", "Settings", "cache_folder", "open_knowledge", "run"]
