"""Put articles into a store through the toy engine."""

from sqlalchemy import Engine

from dragoman.ingest import Arrival, Failure
from dragoman.records import Document
from dragoman.runner import CodingTask
from dragoman.runner.ingesting import ingest


def arrival(
    doc: str,
    text: str,
    published: str | None = "2024-06-14",
    line: int | None = None,
    language: str | None = None,
    title: str | None = None,
) -> Arrival:
    """Make an article that arrived."""
    return Arrival(Document(doc, text, language, published, title), "batch.jsonl", line, "metadata")


def put(engine: Engine, *items: Arrival | Failure, coder: str = "1", jobs: int = 1) -> list[str]:
    """Ingest what arrived; return what became of each."""
    task = CodingTask(object(), "coding")  # type: ignore[arg-type]
    return [stored.became for stored in ingest(items, task, engine, coder, jobs)]
