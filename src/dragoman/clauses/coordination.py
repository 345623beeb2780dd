"""Take subject and carrier over from the predicate that a coordinated one goes on from."""

from collections.abc import Sequence
from itertools import takewhile

from dragoman.actors.items import Item
from dragoman.clauses.predicate import Pred, may_be_subject, nearest_before
from dragoman.clauses.uninflected import WALLED, level_with
from dragoman.packs.schema import Concepts, Facts

FINITE = frozenset({"past", "present", "future", "finite"})
STILL_TO_COME = frozenset({"future", "conditional", "hypothetical", "obligation"})


def inherit(items: Sequence[Item], pred: Pred, before: list[Pred], at: int, concepts: Concepts, facts: Facts) -> None:
    """Take subject and matrix over from the predicate before ("X met Y and condemned Z")."""
    if (head := _head_without_verb(items, pred, before)) is not None:
        pred.subject = head
        return
    previous = _goes_on_from(items, pred, before, at, concepts, facts)
    if previous is None:
        return
    pred.form = "part" if pred.feats & {"gerund"} and not pred.feats & {"past", "present"} else "coord"
    pred.subject = previous.subject
    pred.matrix = previous.matrix
    told_of = previous.form == "inf" and "gerund" in previous.feats
    if told_of or (previous.form in {"rel", "comp", "quote", "inf"} and pred.form == "coord"):
        pred.form = previous.form
    if previous.passive and not pred.passive and pred.form == "coord" and "participle" in pred.feats:
        pred.passive = True


def _goes_on_from(
    items: Sequence[Item], pred: Pred, before: list[Pred], at: int, concepts: Concepts, facts: Facts
) -> Pred | None:
    """Find the predicate that a coordinated one goes on from: the last one, or one above it."""
    previous = nearest_before(before, at)
    if previous is not None and facts.cases and pred.feats & FINITE:
        # cs: "má provincii zvanou Makedonie a tvrdí": what only describes a noun carries nothing on
        previous = next((p for p in reversed(before) if p.index < at and p.form != "part"), previous)
    if previous is None:
        return None
    previous = level_with(pred, previous, concepts, facts)
    if facts.bare_complements and previous.form == "inf" and concepts.acts[previous.act].kind == "empty":
        # th "เรียกทูตกลับและเลื่อนการเจรจา" = called the envoy back and postponed talks
        previous = previous.matrix or previous
    closed = facts.bare_complements and items[at].sort == "comma"  # id: "pada aksi yang damai, menewaskan 300 orang"
    if previous.form == "rel" and (closed or (at > 0 and items[at - 1].sort == "comma")):
        # a comma before the coordinator closes the relative clause: "the line that parts them, but withdrew"
        previous = next((p for p in reversed(before) if p.index < previous.index and p.form != "rel"), previous)
    if facts.bare_complements and previous.form == "sub" and at > 0 and items[at - 1].sort == "comma":
        # vi: "X cáo buộc Y khi …, song nói rằng …": the comma closes the clause of time
        previous = next((p for p in reversed(before) if p.index < previous.index and p.form == "main"), previous)
    if previous.form == "comp" and previous.colours & STILL_TO_COME and "past" in pred.feats and not pred.colours:
        # "vowed that the Senate would vote and accused the Democrats": who vowed has accused
        previous = previous.matrix or previous
    if not pred.colours and pred.feats & FINITE:
        previous = _above_infinitives(previous)
    if not _has_subject(previous) and not pred.passive:
        alike = [p for p in before if p.index < previous.index and p.form == "main" and p.colours & pred.colours]
        if previous.form != "comp" and alike and _has_subject(alike[-1]):
            previous = alike[-1]  # "has insisted … and has objected"
    if previous.form == "comp" and not _has_subject(previous):
        # "Greece maintains that the name is a claim and has vetoed …": who maintains has vetoed
        above = previous.matrix
        if above is not None and _has_subject(above) and pred.feats - {"gerund"}:
            previous = above
    return previous


def _has_subject(pred: Pred) -> bool:
    """Tell whether a predicate has a subject that names somebody."""
    return pred.subject is not None and bool(pred.subject.entities)


def _above_infinitives(previous: Pred) -> Pred:
    """Climb to the finite verb above what is asked ("urged the president to punish the kingdom and threatened …")."""
    if previous.form != "inf" or previous.feats & FINITE:
        return previous
    carrier = previous.matrix
    while carrier is not None and carrier.form == "inf" and not carrier.feats & FINITE:
        carrier = carrier.matrix
    return carrier or previous


def _head_without_verb(items: Sequence[Item], pred: Pred, before: list[Pred]) -> Item | None:
    """Find the actor that only relative clauses have described so far ("Officers investigating …, which left …, held")"""
    look = pred.index - 1
    while look > 0 and items[look].sort in {"aux", "neg"}:
        look -= 1
    finite = bool(pred.feats & FINITE) or look < pred.index - 1
    if not finite or items[look].sort != "comma":
        return None
    hanging = list(takewhile(lambda p: p.form in {"rel", "part", "inf", "comp"}, reversed(before)))
    if not hanging or hanging[-1].form != "rel" or (len(hanging) < len(before) and not _opened(items, hanging[-1])):
        return None
    head = hanging[-1].subject
    return head if head is not None and head.sort == "actor" and may_be_subject(head) and head.entities else None


def _opened(items: Sequence[Item], pred: Pred) -> bool:
    """Tell whether a conjunction opened the clause whose subject a relative describes ("…, as rebels who fled, said")."""
    head = pred.subject
    return head is not None and head.index > 0 and items[head.index - 1].sort in {"sub", "coord", "contrast", "comp"}


def first_named(items: Sequence[Item], until: int) -> Item | None:
    """Find who opens a clause whose own verb is not listed ("Paris and Berlin regretted the move and pledged …")."""
    first = next((i for i in items[:until] if i.kind == "np" or i.sort in WALLED), None)
    return first if first is not None and first.sort == "actor" and may_be_subject(first) and first.entities else None


def belongs_before(items: Sequence[Item], before: list[Pred], at: int, comma: int) -> bool:
    """Tell whether the noun before a comma is the object of the verb before it ("called senators, urging them …")."""
    previous = nearest_before(before, at)
    if previous is None or any(i.sort in {"comma", *WALLED} for i in items[previous.index + 1 : at]):
        return False
    return previous.object is items[at] or items[at] in previous.obliques or at == previous.index + 1
