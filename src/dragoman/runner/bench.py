"""Measure accuracy, speed and memory against the bench data."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from dragoman.export import to_lines
from dragoman.ingest import Arrival, Defaults, Failure, read_inputs
from dragoman.pipeline import Knowledge, analyse
from dragoman.runner.scoring import Record, Score, score


class Measured(msgspec.Struct, frozen=True):
    """The score of one set, how many of its documents failed, and the records that were scored."""

    name: str
    score: Score
    failed: int
    records: tuple[Record, ...] = ()

    def figures(self) -> dict[str, float]:
        """Name the figures, as floors name them: `en.event`, `en.date`, `en.false_per_eventless`."""
        levels = {f"{self.name}.{level}": counts.f1 for level, counts in self.score.levels.items()}
        fields = {f"{self.name}.{field}": self.score.share(field) for field in self.score.fields}
        false = {f"{self.name}.false_per_eventless": self.score.false_per_eventless} if self.score.eventless else {}
        return {**levels, **fields, **false, f"{self.name}.failed": float(self.failed)}


def measure_seed(bench: Path, knowledge: Knowledge) -> Measured:
    """Score the article the project began from, with its day of publication told as it is in the wild: not at all."""
    gold = _gold(bench / "seed" / "gold.jsonl")
    arrivals = read_inputs([str(bench / "seed" / "seed.id.txt")], Defaults())
    return _measure("seed", gold, arrivals, knowledge, doc=str(gold[0]["doc"]))


def measure_news(bench: Path, language: str, knowledge: Knowledge) -> Measured:
    """Score the news articles of one language."""
    gold = _gold(bench / "news" / "gold.jsonl")
    return _measure(language, gold, read_inputs([str(news_file(bench, language))], Defaults()), knowledge)


def news_file(bench: Path, language: str) -> Path:
    """Name the file of news in a language."""
    return bench / "news" / f"{language}.jsonl"


def _gold(path: Path) -> list[dict[str, Any]]:
    return [msgspec.json.decode(line) for line in path.read_bytes().splitlines() if line.strip()]


def _measure(
    name: str,
    gold: list[dict[str, Any]],
    arrivals: Iterable[Arrival | Failure],
    knowledge: Knowledge,
    doc: str | None = None,
) -> Measured:
    records: list[dict[str, Any]] = []
    failed = 0
    for arrival in arrivals:
        found = None if isinstance(arrival, Failure) else list(_records(arrival, knowledge))
        if found is None or None in found:
            failed += 1
            continue
        records += [{**record, "doc": doc or record["doc"]} for record in found if record is not None]
    return Measured(name, score(gold, records), failed, tuple(records))


def parity(ours: Measured, english: Measured) -> float:
    """Return the F1 of one language's events against those found in the same articles in English."""
    told: dict[str, list[Record]] = {}
    for record in (*ours.records, *english.records):
        told.setdefault(record["doc"], [])
    for record in english.records:
        owed = {"type": record["event"][0], "sentences": [record["text_info"]["sequence"]]}
        told[record["doc"]].append({**record, **owed})
    gold = [{"doc": doc, "events": events} for doc, events in told.items()]
    return score(gold, ours.records).levels["event"].f1


def _records(arrival: Arrival, knowledge: Knowledge) -> Iterator[dict[str, Any] | None]:
    """Yield the records of a document as they would be written; None when it could not be coded."""
    coding = analyse(arrival.document, knowledge)
    if coding.error is not None:
        yield None
    for line in to_lines(coding).splitlines():
        yield msgspec.json.decode(line)
