"""Relative clauses without any mark, where verbs do not inflect (vi): a bare verb right behind a noun may describe it."""

from collections.abc import Sequence

from dragoman.actors.items import Item
from dragoman.clauses.predicate import WALLS, Pred, may_be_subject
from dragoman.packs.schema import Concepts

PARTS = WALLS | {"comma", "coord", "contrast", "inf"}
HELPING = frozenset({"past", "passive", "inverse", "future", "progressive"})
CARRYING = frozenset({"speech", "mental", "aspect", "effect", "light"})
ADDRESSES = frozenset({"to", "with", "by", "from"})


def pass_over_reduced_relative(items: Sequence[Item], pred: Pred, before: Pred, concepts: Concepts) -> None:
    """Give a verb with a helping verb the noun that the bare verb before it only describes.

    vi: "người đàn ông sống tại Huế đã bị bắt" = a man living in Hue was arrested.
    """
    head = before.subject
    if head is None or head.kind != "np" or before.colours or before.passive or before.form in {"inf", "part"}:
        return
    if not _right_behind(items, head, before) or not _helped(items, pred, before):
        return
    act = concepts.acts[before.act]
    if act.kind in CARRYING or (act.kind == "act" and act.frame in {"addressed", "speech"}):
        return
    pred.form, pred.matrix, pred.subject = before.form, before.matrix, head
    before.form, before.matrix = "part", None


def tells_more_of(pred: Pred, item: Item) -> bool:
    """Tell whether a verb of no listed act right behind a marked noun only describes it (vi "cho người sống tại Huế")."""
    free = pred.act == "other" and not pred.colours and not pred.passive
    return free and item.sort in {"actor", "other"} and item.marker is not None and bool(item.links & ADDRESSES)


def _right_behind(items: Sequence[Item], head: Item, verb: Pred) -> bool:
    """Tell whether nothing but unlisted words stands between a noun and a verb."""
    return head.index < verb.index and all(i.kind == "gap" for i in items[head.index + 1 : verb.index])


def _helped(items: Sequence[Item], pred: Pred, before: Pred) -> bool:
    """Tell whether a helping verb stands before a verb, in one clause with the verb before and behind no subject."""
    opens = pred.index
    while items[opens - 1].sort in {"aux", "neg"}:
        opens -= 1
    helping = items[opens : pred.index]
    if not any(i.means(colour) for i in helping for colour in HELPING) or opens <= before.index:
        return False
    between = items[before.index + 1 : opens]
    last = between[-1] if between else None
    own = last is not None and last.kind == "np" and last.sort in {"actor", "pron"} and may_be_subject(last)
    return not own and not any(i.sort in PARTS or i.kind == "verb" for i in between)
