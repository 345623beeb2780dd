"""Score relations of given pairs by the rules of the bench's own scorer: macro F1 over types, quad classes and signs."""

import csv
from collections.abc import Sequence
from pathlib import Path

from dragoman.pipeline import Knowledge
from dragoman.runner.pairs import read_pairs, relate_pairs

QUADS = {
    "verbal cooperation": ("AGREE", "CONSULT", "SUPPORT"),
    "material cooperation": ("AID", "COOPERATE", "YIELD"),
    "verbal conflict": ("ACCUSE", "REJECT", "REQUEST", "THREATEN"),
    "material conflict": ("ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "SANCTION"),
}
QUAD_OF = {label: quad for quad, labels in QUADS.items() for label in labels}
OLDER = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
"""The PLV set has the older ontology, where these two were one."""


def pairs_file(bench: Path) -> Path:
    """Name the file of marked pairs."""
    return bench / "pairs" / "plv_train.tsv"


def measure_pairs(bench: Path, knowledge: Knowledge) -> dict[str, float]:
    """Score the bench's pairs: `pairs.type`, `pairs.quad`, `pairs.sign`.

    The weights of `dragoman relate` were trained on these rows: the figures are of fit. `tools/train_relate.py` prints
    the cross-validated ones.
    """
    path = pairs_file(bench)
    with path.open(encoding="utf-8", newline="") as rows:
        owed = {row["id"]: row["gold"] for row in csv.DictReader(rows, delimiter="\t")}
    said = {pair.id: answer.event for pair, answer in relate_pairs(read_pairs(path, "en"), knowledge)}
    gold = list(owed.values())
    told = [OLDER.get(said.get(number, ""), said.get(number, "")) for number in owed]
    quads = [[QUAD_OF.get(label, "") for label in labels] for labels in (gold, told)]
    signs = [[label.rsplit(" ", 1)[-1] for label in labels] for labels in quads]
    return {
        "pairs.type": macro_f1(gold, told),
        "pairs.quad": macro_f1(quads[0], quads[1]),
        "pairs.sign": macro_f1(signs[0], signs[1]),
    }


def macro_f1(gold: Sequence[str], told: Sequence[str]) -> float:
    """Return the mean F1 over the labels that occur; an empty answer is wrong and no label of its own."""
    labels = sorted(set(gold) | {label for label in told if label})
    scores = []
    for label in labels:
        hits = sum(g == t == label for g, t in zip(gold, told, strict=True))
        scores.append(2 * hits / (list(gold).count(label) + list(told).count(label)))
    return sum(scores) / len(scores) if scores else 0.0
