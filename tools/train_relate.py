"""Make codebooks/relate.tsv from a table of pairs with their types, and print cross-validated figures.

    uv run --with scikit-learn tools/train_relate.py ../shared/bench/pairs/plv_train.tsv

The signs are concepts, roles and places (`coding/signs.py`); rare ones are left out. The figures are of ten folds: each
pair is answered by weights that have not seen it.
"""

import argparse
import collections
import csv
from pathlib import Path

import numpy
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import StratifiedKFold

from dragoman.coding.signs import signs
from dragoman.packs.load import DATA
from dragoman.pipeline import load_knowledge, read_clauses
from dragoman.runner.pairs import named_in, read_pairs

FEWEST, STRENGTH, FOLDS = 3, 0.2, 10
QUAD = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT"), 1),
    **dict.fromkeys(("AID", "COOPERATE", "YIELD"), 2),
    **dict.fromkeys(("ACCUSE", "REJECT", "REQUEST", "THREATEN"), 3),
    **dict.fromkeys(("ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "SANCTION"), 4),
}
HEAD = """# What signs of a sentence say of a pair of actors: for each sign, what it adds to the score of each type.
# Made by tools/train_relate.py from the training half of the PLV set (Hu et al., ACL 2024): {rows} pairs, signs seen in at
# least {fewest} of them, L2-regularised logistic regression (C={strength}). {folds}-fold cross-validation: macro
# F1 {type:.3f} over the types, {quad:.3f} over the quad classes, {sign:.3f} over cooperation and conflict.
# No sign is a word.
"""


def main() -> None:
    """Train, validate and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("table", type=Path)
    table = parser.parse_args().table
    with table.open(encoding="utf-8", newline="") as rows:
        gold = numpy.array([row["gold"] for row in csv.DictReader(rows, delimiter="\t")])
    told = [list(found) for found in _signs(table)]
    counts = collections.Counter(sign for found in told for sign in found)
    kept = [{sign: 1 for sign in found if counts[sign] >= FEWEST} for found in told]
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform(kept)
    numbers = collections.Counter(gold)
    balance = {kind: (len(gold) / len(numbers) / count) ** 0.5 for kind, count in numbers.items()}
    figures = _validate(matrix, gold, balance)
    model = LogisticRegression(C=STRENGTH, max_iter=3000, class_weight=balance).fit(matrix, gold)
    lines = [HEAD.format(rows=len(gold), fewest=FEWEST, strength=STRENGTH, folds=FOLDS, **figures)]
    lines.append("(bias)\t" + " ".join(f"{k}={w:.2f}" for k, w in zip(model.classes_, model.intercept_, strict=True)))
    for sign, weights in sorted(zip(vectorizer.feature_names_, model.coef_.T, strict=True)):
        cells = [f"{k}={w:.2f}" for k, w in zip(model.classes_, weights, strict=True) if abs(w) >= 0.015]
        if cells:
            lines.append(f"{sign}\t{' '.join(cells)}")
    (DATA / "codebooks" / "relate.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print({name: round(value, 3) for name, value in figures.items()}, len(lines) - 2, "signs")


def _signs(table: Path) -> list[dict[str, str]]:
    knowledge = load_knowledge(("en",))
    found = []
    for pair in read_pairs(table, "en"):
        clauses = read_clauses(pair.text, pair.language, knowledge)
        named = named_in(pair.text, pair.language, knowledge)
        found.append(signs(clauses, named, pair.source, pair.target, knowledge.codebook, knowledge.concepts))
    return found


def _validate(matrix, gold, balance) -> dict[str, float]:  # type: ignore[no-untyped-def]
    guessed = numpy.empty(len(gold), dtype=object)
    for train, test in StratifiedKFold(FOLDS, shuffle=True, random_state=0).split(matrix, gold):
        model = LogisticRegression(C=STRENGTH, max_iter=3000, class_weight=balance).fit(matrix[train], gold[train])
        guessed[test] = model.predict(matrix[test])
    quad, sign = QUAD.__getitem__, lambda kind: QUAD[kind] < 3
    levels = {"type": str, "quad": quad, "sign": sign}
    return {
        name: f1_score([level(g) for g in gold], [level(g) for g in guessed], average="macro")
        for name, level in levels.items()
    }


if __name__ == "__main__":
    main()
