"""Make codebooks/confidence.yaml from the bench news of all languages, and print the reliability table for docs/quality.md.

    uv run --with scikit-learn tools/calibrate.py ../shared/bench/news

An event is right when the bench's scorer matches it with any gold event. The table is of events scored by weights that
have not seen their article (leave one article out, all its languages together).
"""

import argparse
import json
from collections import Counter
from pathlib import Path

import msgspec
import numpy
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from dragoman.export import to_records
from dragoman.packs.load import DATA, known_languages
from dragoman.pipeline import analyse, load_knowledge
from dragoman.records import Document, Span
from dragoman.runner.scoring import match

FEWEST, STRENGTH, BINS = 12, 0.3, 5
HEAD = """# What the traits of a reading add to the log-odds that a careful reader would list the event.
# Made by tools/calibrate.py: {events} events of the bench news in {languages} languages, L2-regularised logistic
# regression (C={strength}); traits seen fewer than {fewest} times are left out. Reliability: docs/quality.md.
"""


def main() -> None:
    """Read, fit, print, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("news", type=Path)
    parser.add_argument("--cache", type=Path, default=Path(".cache/packs"), help="where compiled packs are kept")
    arguments = parser.parse_args()
    news = arguments.news
    gold = {row["doc"]: row["events"] for row in map(json.loads, (news / "gold.jsonl").open(encoding="utf-8"))}
    told, right, articles = _read(news, gold, arguments.cache)
    counts = Counter(trait for found in told for trait in found)
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform([{t: 1 for t in found if counts[t] >= FEWEST} for found in told])
    guessed = numpy.zeros(len(right))
    for article in sorted(set(articles)):
        test = articles == article
        if right[~test].min() != right[~test].max():
            guessed[test] = _fit(matrix[~test], right[~test]).predict_proba(matrix[test])[:, 1]
    _table(guessed, right)
    model = _fit(matrix, right)
    languages = [c for c in known_languages() if (news / f"{c}.jsonl").is_file()]
    lines = [HEAD.format(events=len(right), languages=len(languages), strength=STRENGTH, fewest=FEWEST)]
    lines.append(f"bias: {model.intercept_[0]:.2f}\ntraits:\n")
    lines += [f"  {t}: {w:.2f}\n" for t, w in sorted(zip(vectorizer.feature_names_, model.coef_[0], strict=True))]
    (DATA / "codebooks" / "confidence.yaml").write_text("".join(lines), encoding="utf-8")


def _fit(matrix, right) -> LogisticRegression:  # type: ignore[no-untyped-def]
    return LogisticRegression(C=STRENGTH, max_iter=2000).fit(matrix, right)


def _read(news: Path, gold: dict, cache: Path) -> tuple[list[list[str]], numpy.ndarray, numpy.ndarray]:  # type: ignore[type-arg]
    told, right, articles = [], [], []
    for code in known_languages():
        path = news / f"{code}.jsonl"
        if not path.is_file():
            continue
        knowledge = load_knowledge((code,), cache=cache)
        for row in map(json.loads, path.open(encoding="utf-8")):
            spans, at = [], 0
            for sentence in row["sentences"]:
                spans.append(Span(at, at + len(sentence)))
                at += len(sentence) + 1
            document = Document(row["doc"], "\n".join(row["sentences"]), code, row["published"], sentences=tuple(spans))
            coding = analyse(document, knowledge)
            records = [msgspec.to_builtins(record) for record in to_records(coding)]
            matched = {mine for _, mine in match(gold[row["doc"]], records, "event")}
            for number, event in enumerate(coding.events):
                step = next(s for s in event.explain if s.stage == "confidence")
                told.append(step.says.split(", "))
                right.append(number in matched)
                articles.append(row["doc"])
    return told, numpy.array(right), numpy.array(articles)


def _table(guessed: numpy.ndarray, right: numpy.ndarray) -> None:
    print("| confidence | events | said (mean) | right |\n|---|---|---|---|")
    edges = numpy.linspace(0, 1, BINS + 1)
    for low, high in zip(edges, edges[1:], strict=False):
        inside = (guessed >= low) & (guessed < high if high < 1 else guessed <= high)
        if inside.any():
            print(
                f"| {low:.1f}–{high:.1f} | {inside.sum()} | {guessed[inside].mean():.2f} | {right[inside].mean():.2f} |"
            )
    brier = ((guessed - right) ** 2).mean()
    print(
        f"\nBrier score {brier:.3f}; a constant {right.mean():.2f} would have {(right.mean() * (1 - right.mean())):.3f}."
    )


if __name__ == "__main__":
    main()
