"""Make world/term_weights.yaml: how much a shared term tells, and how long a text is in each language.

    uv run tools/weigh_terms.py ../shared/bench

A term's weight is the negative logarithm of its share among the sentences of the bench's English pairs, less a
constant. The lengths compare the bench's translations of the same articles.
"""

import argparse
import json
import math
from collections import Counter
from pathlib import Path

from dragoman.packs.load import DATA, known_languages
from dragoman.pipeline import analyse, load_knowledge
from dragoman.records import Document

LESS, LEAST, MOST = 1.5, 0.2, 3.0
KINDS = {"a": 2.5, "c": 2.5, "d": 1.0, "i": 2.5, "l": 1.0, "m": 2.0, "o": 2.5, "p": 3.0, "r": 2.5, "t": 2.5, "w": 0.0}
HEAD = """# How much it tells that two articles share a term at the same place, and how long texts are.
# Made by tools/weigh_terms.py from {sentences} English sentences of the bench's pairs (concepts) and the bench's news in
# {languages} languages (lengths). `kinds`: the weight of a term that has none of its own. `names` and `numbers`: by how
# many classes of consonants or digits they have, the last for more. `lengths`: letters for one letter of English.
"""


def main() -> None:
    """Read, count, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bench", type=Path)
    parser.add_argument("--cache", type=Path, default=Path(".cache/packs"), help="where compiled packs are kept")
    arguments = parser.parse_args()
    knowledge = load_knowledge(cache=arguments.cache)
    rows = (arguments.bench / "pairs" / "plv_train.tsv").read_text(encoding="utf-8").splitlines()[1:]
    sentences = [row.split("\t")[1] for row in rows]
    counts: Counter[str] = Counter()
    for number, sentence in enumerate(sentences):
        terms = analyse(Document(str(number), sentence, "en"), knowledge).terms
        counts.update({key for key, _ in terms if key[0] in "acioprtm"})
    lengths = {
        code: _letters(arguments.bench / "news" / f"{code}.jsonl")
        for code in known_languages()
        if (arguments.bench / "news" / f"{code}.jsonl").is_file()
    }
    lines = [HEAD.format(sentences=len(sentences), languages=len(lengths)), "kinds:\n"]
    lines += [f"  {kind}: {weight}\n" for kind, weight in KINDS.items()]
    lines.append("names: [0, 0, 0, 1.2, 2.0, 2.8, 3.2]\nnumbers: [0, 0.4, 1.2, 2.2, 3.0]\nlengths:\n")
    lines += [f"  '{code}': {letters / lengths['en']:.2f}\n" for code, letters in sorted(lengths.items())]
    lines.append("terms:\n")
    for key, count in sorted(counts.items()):
        weight = max(LEAST, min(MOST, math.log(len(sentences) / count) - LESS))
        if count > 1:
            lines.append(f"  '{key}': {weight:.1f}\n")
    (DATA / "world" / "term_weights.yaml").write_text("".join(lines), encoding="utf-8")


def _letters(path: Path) -> int:
    articles = map(json.loads, path.open(encoding="utf-8"))
    return sum(len(sentence) for article in articles for sentence in article["sentences"])


if __name__ == "__main__":
    main()
