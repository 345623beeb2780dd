"""Read pairs of actors from a table and say what one does to the other."""

import csv
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from dragoman.coding.relate import Relation, load_weights, relate
from dragoman.pipeline import Knowledge, read_clauses
from dragoman.records import Span

NEEDED = ("id", "sentence", "source", "target")
COLUMNS = ("id", "event", "mode", "confidence", "rule")
_TAG = re.compile(r"</?[st]>")


class BadTable(Exception):
    """A table of pairs cannot be read: which file, which line, what is wrong."""


class Pair(msgspec.Struct, frozen=True):
    """One pair: the sentence and where source and target stand in it, in code points."""

    id: str
    text: str
    source: Span
    target: Span
    language: str


def read_pairs(path: Path, language: str) -> Iterator[Pair]:
    """Yield the pairs of a tab-separated table; raise BadTable naming file, line and column."""
    with path.open(encoding="utf-8", newline="") as rows:
        reader = csv.DictReader(rows, delimiter="\t")
        missing = [name for name in NEEDED if name not in (reader.fieldnames or ())]
        if missing:
            raise BadTable(f"{path}:1: there is no column {missing[0]!r}; the table needs {', '.join(NEEDED)}")
        for row in reader:
            if row["sentence"] is None or row["target"] is None:
                raise BadTable(f"{path}:{reader.line_num}: the row has fewer columns than the heading")
            yield _pair(row, language)


def _pair(row: dict[str, str], language: str) -> Pair:
    spoken = row.get("language") or language
    marked = row.get("marked") or ""
    placed = _marked(marked)
    if placed is not None:
        return Pair(row["id"], *placed, spoken)
    text = row["sentence"]
    return Pair(row["id"], text, _found(text, row["source"]), _found(text, row["target"]), spoken)


def _marked(marked: str) -> tuple[str, Span, Span] | None:
    """Take the marks out of a sentence and say where they stood; None where a mark is missing."""
    clean: list[str] = []
    at, last = 0, 0
    places: dict[str, int] = {}
    for tag in _TAG.finditer(marked):
        clean.append(marked[last : tag.start()])
        at += tag.start() - last
        places.setdefault(tag[0], at)
        last = tag.end()
    clean.append(marked[last:])
    if any(tag not in places for tag in ("<s>", "</s>", "<t>", "</t>")):
        return None
    return "".join(clean), Span(places["<s>"], places["</s>"]), Span(places["<t>"], places["</t>"])


def _found(text: str, words: str) -> Span:
    start = max(text.find(words.strip()), 0)
    return Span(start, min(len(text), start + len(words.strip())))


def named_in(text: str, language: str, knowledge: Knowledge) -> list[tuple[str, Span]]:
    """List the things and judging words a text names, with their places."""
    units = knowledge.language(language).reader.units(text, 0, len(text))
    kinds = ("thing", "adj")
    return [(m.concept, Span(u.start, u.end)) for u in units for kind in kinds for m, _ in u.readings.get(kind, ())]


def relate_pairs(pairs: Iterable[Pair], knowledge: Knowledge) -> Iterator[tuple[Pair, Relation]]:
    """Answer each pair in order."""
    weights = load_weights()
    for pair in pairs:
        clauses = read_clauses(pair.text, pair.language, knowledge)
        named = named_in(pair.text, pair.language, knowledge)
        answer = relate(clauses, named, pair.source, pair.target, knowledge.codebook, knowledge.concepts, weights)
        yield pair, answer


def to_row(pair: Pair, answer: Relation) -> list[str]:
    """Lay an answer out under COLUMNS."""
    return [pair.id, answer.event, answer.mode or "", f"{answer.confidence:.3f}", answer.rule]
