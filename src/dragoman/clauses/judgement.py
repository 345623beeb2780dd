"""Words that judge: "called the judge hysterical" blames, "hailed as a friend" praises, by the adjective that is used."""

from collections.abc import Sequence

from dragoman.actors.items import Item
from dragoman.clauses.predicate import WALLS, Pred
from dragoman.packs.schema import Concepts

REACH = 9


def judge(items: Sequence[Item], pred: Pred, concepts: Concepts) -> bool:
    """Turn a verb of naming into the act that its judging adjective or noun stands for; tell whether it did."""
    if pred.nominal or concepts.acts[pred.act].kind != "naming":
        return False
    for item in items[pred.index + 1 : pred.index + 1 + REACH]:
        if item.kind == "verb" or (item.sort in WALLS and item.sort not in {"quote-open", "quote-close"}):
            return False
        for meaning, feats in item.readings:
            if meaning.kind == "adj" and meaning.concept in concepts.acts and concepts.acts[meaning.concept].kind == "act":
                pred.meaning, pred.feats, pred.judged = meaning, pred.feats | feats, True
                return True
    return False
