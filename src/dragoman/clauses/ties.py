"""Ties between what is told: in response to, then, before, after."""

from collections.abc import Sequence

from dragoman.actors.items import Item
from dragoman.clauses.predicate import WALLS, Pred
from dragoman.records import Span

Tie = tuple[str, Span]
"""A relation, and the trigger of the clause it leads to."""


def ties(items: Sequence[Item], preds: Sequence[Pred], last: Span | None) -> dict[int, Tie]:
    """Return the tie of each predicate that has one, by `id`; `last` is the trigger last told before this sentence."""
    found: dict[int, Tie] = {}
    for marker in items:
        if marker.sort == "response":
            _answer(items, preds, marker, found)
        elif marker.sort == "sequence" and marker.means("then"):
            _then(preds, marker, last, found)
    for pred in preds:
        if pred.form == "sub" and pred.opener is not None:
            main = _main(preds, pred)
            relation = next((r for r in ("after", "before") if pred.opener.means(r)), None)
            if main is not None and relation is not None:
                found.setdefault(id(main), (relation, _trigger(pred)))
    return found


def _trigger(pred: Pred) -> Span:
    return Span(pred.item.head.start, pred.item.head.end)


def _main(preds: Sequence[Pred], pred: Pred) -> Pred | None:
    before = [p for p in preds if p.index < pred.index and p.form in {"main", "coord", "comp", "quote"}]
    after = [p for p in preds if p.index > pred.index and p.form == "main"]
    return before[-1] if before else next(iter(after), None)


def _answer(items: Sequence[Item], preds: Sequence[Pred], marker: Item, found: dict[int, Tie]) -> None:
    wall = next((i.index for i in items[marker.index + 1 :] if i.sort in WALLS | {"comma"}), len(items))
    answered = next((p for p in preds if marker.index < p.index < wall), None)
    before = [p for p in preds if p.index < marker.index and not p.nominal]
    main = before[-1] if before else next((p for p in preds if p.index > wall and not p.nominal), None)
    if answered is not None and main is not None and main is not answered:
        found[id(main)] = ("in-response-to", _trigger(answered))


def _then(preds: Sequence[Pred], marker: Item, last: Span | None, found: dict[int, Tie]) -> None:
    pred = next((p for p in preds if p.index > marker.index and not p.nominal), None)
    if pred is None:
        return
    before = [p for p in preds if p.index < marker.index and not p.nominal]
    target = _trigger(before[-1]) if before else last
    if target is not None:
        found.setdefault(id(pred), ("then", target))
