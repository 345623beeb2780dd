"""Relative clauses without any mark, where verbs do not inflect (vi): a bare verb right behind a noun may describe it."""

from collections.abc import Sequence

from dragoman.actors.items import Item
from dragoman.clauses.predicate import WALLS, Pred, may_be_subject
from dragoman.packs.schema import Concepts

PARTS = WALLS | {"comma", "coord", "contrast", "inf"}
HELPING = frozenset({"past", "passive", "inverse", "future", "progressive"})
CARRYING = frozenset({"speech", "mental", "aspect", "effect"})
DEADLY = frozenset({"kill", "wound"})
MISHAPS = frozenset({"disaster", "accident", "bomb-thing", "shots", "attack-thing", "war"})
ADDRESSES = frozenset({"to", "with", "by", "from"})


def pass_over_reduced_relative(items: Sequence[Item], pred: Pred, before: Sequence[Pred], concepts: Concepts) -> None:
    """Give a verb with a helping verb the noun that the bare verbs before it only describe.

    vi: "người đàn ông sống tại Huế đã bị bắt" = a man living in Hue was arrested.
    """
    opens = _helped_from(items, pred)
    if opens is None:
        return
    described: list[Pred] = []
    for verb in reversed(before):
        if verb.colours or verb.passive or any(i.sort in PARTS for i in items[verb.index + 1 : opens]):
            break
        described.append(verb)
    first = next((v for v in reversed(described) if _describes_its_subject(items, v, concepts)), None)
    if first is None or first.subject is None:
        return
    pred.form, pred.matrix, pred.subject = first.form, first.matrix, first.subject
    first.form, first.matrix = "part", None


def tells_more_of(pred: Pred, item: Item) -> bool:
    """Tell whether a verb of no listed act right behind a marked noun only describes it (vi "cho người sống tại Huế")."""
    free = pred.act == "other" and not pred.colours and not pred.passive
    return free and item.sort in {"actor", "other"} and item.marker is not None and bool(item.links & ADDRESSES)


def told_of_before(items: Sequence[Item], pred: Pred, before: Sequence[Pred]) -> Item | None:
    """Find the marked act or mishap that a bare verb of harm tells more of (vi "bắt giữ sau vụ nổ khiến 5 người chết").

    None where the clause has no verb before, or anything but phrases stands between.
    """
    if pred.act not in DEADLY or pred.colours or pred.passive or not before:
        return None
    for item in reversed(items[before[-1].index + 1 : pred.index]):
        if item.sort in PARTS or item.sort == "aux":
            return None
        if item.kind == "np" and item.sort == "act" and item.links:
            return item
        if item.kind == "np" and item.sort == "thing" and item.links and _is_mishap(item):
            return item
    return None


def _is_mishap(item: Item) -> bool:
    """Tell whether a phrase names what can harm people by itself."""
    return any(m.concept in MISHAPS for m, _ in item.readings)


def _describes_its_subject(items: Sequence[Item], verb: Pred, concepts: Concepts) -> bool:
    """Tell whether a bare verb stands right behind its noun and carries no other verb."""
    head, act = verb.subject, concepts.acts[verb.act]
    if head is None or head.kind != "np" or head.index > verb.index or verb.form in {"inf", "part"}:
        return False
    if any(i.kind != "gap" for i in items[head.index + 1 : verb.index]) or act.kind in CARRYING:
        return False
    return act.kind != "act" or act.frame not in {"addressed", "speech"}


def _helped_from(items: Sequence[Item], pred: Pred) -> int | None:
    """Find where the helping verbs of a verb begin that has no subject right before them."""
    opens = pred.index
    while opens and (items[opens - 1].sort in {"aux", "neg"} or "by" in items[opens - 1].links):
        opens -= 1  # vi: "đã bị cảnh sát bắt": who acts stands between
    if not opens or not any(i.means(colour) for i in items[opens : pred.index] for colour in HELPING):
        return None
    last = items[opens - 1]
    own = last.kind == "np" and last.sort in {"actor", "pron"} and may_be_subject(last)
    return None if own else opens
