"""Arguments where the verb comes last (Korean, Japanese, Turkish, Hindi …): everything a verb takes stands before it."""

from collections.abc import Sequence

from dragoman.actors.items import Item
from dragoman.clauses.predicate import Pred

WALLS = frozenset({"stop", "break", "quote-open", "quote-close", "source"})


def attach_verb_final(items: Sequence[Item], verbs: list[Pred]) -> None:
    """Hand the noun phrases before each verb to it: embedded verbs take what stands nearest, the last takes the rest."""
    pool: list[Item] = []
    waiting: list[Pred] = []
    by_index = {p.index: p for p in verbs}
    for item in items:
        if item.kind == "np" or item.sort == "time":
            pool.append(item)
        elif item.kind == "fn" and item.sort in WALLS and item.sort in {"stop"}:
            pool.clear()
        elif item.kind == "verb" and item.index in by_index:
            pred = by_index[item.index]
            _form(items, pred)
            _take(items, pred, pool)
            _settle(pred, waiting, verbs)


def _form(items: Sequence[Item], pred: Pred) -> None:
    """Read from its ending or from the word behind it how the verb is tied to what follows."""
    after = next((i for i in items[pred.index + 1 :] if i.sort not in {"aux", "neg", "hyphen", "mark"}), None)
    feats = pred.feats
    finite = bool(feats & {"past", "present", "future", "finite"})
    if "quote" in feats or (after is not None and after.sort in {"comp", "quote-close"}):
        pred.form = "comp"
    elif after is not None and after.sort == "sub":
        pred.form, pred.condition = "sub", after.means("condition")
    elif "conditional" in feats:
        pred.form, pred.condition = "sub", True
    elif "adnominal" in feats and after is not None and (after.kind in {"np", "gap"}):
        pred.form = "rel"
    elif "connective" in feats or (after is not None and after.sort in {"coord", "contrast", "comma"}):
        pred.form = "coord"
    elif ("nominal" in feats and not finite) or (after is not None and after.kind == "verb" and not finite):
        pred.form = "inf"
    elif after is not None and after.kind in {"np"} and after.index == pred.index + 1 and not (feats & {"finite"}):
        pred.form = "rel" if not any(i.kind == "fn" for i in items[pred.index + 1 : after.index]) else "main"


def _take(items: Sequence[Item], pred: Pred, pool: list[Item]) -> None:
    embedded = pred.form in {"rel", "inf"}
    taken: list[Item] = []
    for item in reversed(pool):
        if item.sort == "time":
            pred.times.append(item)
            taken.append(item)
            continue
        links = item.links
        if item.owner or "of" in links or "poss" in links:
            pred.owners.append(item)
            taken.append(item)
            continue
        if "topic" in links:
            if pred.form in {"rel", "comp"} and (pred.subject is not None or pred.form == "rel"):
                break
            if pred.subject is None:
                pred.subject = item
            if pred.form == "main":
                taken.append(item)
            break
        if "subject" in links and "object" not in links:
            if pred.subject is not None:
                break
            pred.subject = item
            taken.append(item)
            if embedded:
                break
            continue
        if "object" in links or (not links and pred.object is None and item.index >= pred.index - 2):
            if pred.object is None:
                pred.object = item
                taken.append(item)
                continue
            if embedded:
                break
        if not links:
            if pred.subject is None and not embedded:
                pred.subject = item
            taken.append(item) if not embedded else None
            continue
        pred.obliques.append(item)
        taken.append(item)
    if pred.form in {"coord"}:
        taken = [i for i in taken if i is not pred.subject]
    for item in taken:
        if item in pool:
            pool.remove(item)
    if pred.form == "rel":
        filler = next((i for i in items[pred.index + 1 : pred.index + 4] if i.kind == "np"), None)
        if filler is not None and pred.subject is None:
            pred.subject = filler
        elif filler is not None and pred.object is None:
            pred.object = filler


def _settle(pred: Pred, waiting: list[Pred], verbs: list[Pred]) -> None:
    """Tie clauses that waited for their matrix; share subjects along a chain of connected verbs."""
    if pred.form in {"comp", "inf"}:
        waiting.append(pred)
        return
    if pred.form == "rel":
        return
    for other in waiting:
        other.matrix = pred
        if other.subject is None:
            other.subject = pred.subject
    waiting.clear()
    if pred.subject is None:
        earlier = next((p for p in reversed(verbs) if p.index < pred.index and p.form == "coord"), None)
        if earlier is not None:
            pred.subject = earlier.subject
    for other in verbs:
        if other.index < pred.index and other.form == "coord" and other.subject is None:
            other.subject = pred.subject
