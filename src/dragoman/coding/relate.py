"""What one given actor does to another in a sentence: weights over concepts and roles, never over words.

The weights stand in `codebooks/relate.tsv`, one sign a line, made by `tools/train_relate.py`.
"""

import math
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import msgspec

from dragoman.coding.codebook import Codebook
from dragoman.coding.decide import Decision, decide
from dragoman.coding.signs import signs
from dragoman.packs.load import DATA
from dragoman.packs.schema import Concepts
from dragoman.packs.yaml_file import BadData
from dragoman.records import Clause, Span

SHOWN = 3
"""How many signs an answer names."""


class Weights(msgspec.Struct, frozen=True):
    """For each type its bias, and for each sign what it adds to each type."""

    bias: dict[str, float]
    signs: dict[str, dict[str, float]]


class Relation(msgspec.Struct, frozen=True):
    """The answer for a pair: type, mode where a rule told it, probability from 0 to 1, and the signs that decided."""

    event: str
    mode: str | None
    confidence: float
    rule: str


@cache
def load_weights(path: Path | None = None) -> Weights:
    """Read the weights; raise BadData naming file and line."""
    path = path or DATA / "codebooks" / "relate.tsv"
    bias: dict[str, float] = {}
    table: dict[str, dict[str, float]] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        sign, _, rest = line.partition("\t")
        try:
            row = {kind: float(weight) for kind, _, weight in (cell.partition("=") for cell in rest.split())}
        except ValueError:
            raise BadData(path, str(number), f"{rest!r} is no list of TYPE=weight") from None
        if sign == "(bias)":
            bias = row
        else:
            table[sign] = row
    return Weights(bias, table)


def relate(
    clauses: Sequence[Clause], named: Sequence[tuple[str, Span]], source: Span, target: Span, codebook: Codebook,
    concepts: Concepts, weights: Weights,
) -> Relation:  # fmt: skip
    """Choose the type of what `source` does to `target`; always answers, with low confidence where it guesses."""
    told = signs(clauses, named, source, target, codebook, concepts)
    scores = dict(weights.bias)
    for sign in told:
        for kind, weight in weights.signs.get(sign, {}).items():
            scores[kind] += weight
    best = max(scores, key=lambda kind: scores[kind])
    top = scores[best]
    confidence = 1.0 / sum(math.exp(score - top) for score in scores.values())
    reasons = sorted((s for s in told if s in weights.signs), key=lambda s: -weights.signs[s].get(best, 0.0))[:SHOWN]
    event, mode = _of_codebook(best, clauses, codebook, concepts)
    return Relation(event, mode, round(confidence, 3), "; ".join(reasons) or "nothing told")


def _of_codebook(
    kind: str, clauses: Sequence[Clause], codebook: Codebook, concepts: Concepts
) -> tuple[str, str | None]:  # fmt: skip
    """Name the type as the codebook does (YIELD is RETREAT or CONCEDE), with the mode a rule gave it."""
    decisions = [d for c in clauses if isinstance(d := decide(c, codebook, concepts), Decision)]
    if kind == "YIELD":
        kind = "CONCEDE" if any(d.type == "CONCEDE" for d in decisions) else "RETREAT"
    return kind, next((d.mode for d in decisions if d.type == kind and d.mode is not None), None)
