"""Which time expression of a sentence belongs to which predicate."""

from collections.abc import Sequence

from dragoman.actors.items import Item
from dragoman.clauses.predicate import WALLS, Pred
from dragoman.records import TimeExpression


def times_of(items: Sequence[Item], pred: Pred, preds: Sequence[Pred]) -> list[TimeExpression]:
    """List the times of a predicate, the nearest first; what it hangs from lends its own where it is no report."""
    own = _own(items, pred, preds)
    if own:
        return own
    if pred.nominal and pred.light is not None:
        return _own(items, pred.light, preds)
    if pred.form in {"coord", "inf", "part", "rel", "sub"}:
        before = [p for p in preds if p.index < pred.index and not p.nominal]
        if before and pred.form in {"coord", "inf"}:
            return _own(items, before[-1], preds)
    return []


def _own(items: Sequence[Item], pred: Pred, preds: Sequence[Pred]) -> list[TimeExpression]:
    verbs = {p.index for p in preds if not p.nominal}
    found: list[tuple[int, TimeExpression]] = []
    for step in (-1, 1):
        at = pred.index + step
        while 0 <= at < len(items):
            item = items[at]
            if at in verbs:
                break
            if item.sort in WALLS and item.sort not in {"quote-open", "quote-close"}:
                break
            if item.sort == "time" and item.time is not None:
                found.append((abs(at - pred.index), item.time))
            at += step
    return [time for _, time in sorted(found, key=lambda f: f[0])]
