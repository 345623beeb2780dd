"""Chinese: find clauses that stand before the noun they describe, where no mark but the one behind them shows it."""

from collections.abc import Sequence

from dragoman.actors.items import Item
from dragoman.clauses.predicate import Pred
from dragoman.packs.schema import Facts

ENDS = frozenset({"comma", "stop", "break", "comp", "coord", "contrast", "sub", "quote-open", "quote-close"})
REACH = 6
OPENERS = frozenset({"contrast", "sequence", "aux", "neg", "time", "coord", "comma"})


def describe_nouns_behind(items: Sequence[Item], verbs: Sequence[Pred], facts: Facts) -> None:
    """Hang the clauses that describe a noun behind them from it: counted people, and who opens the sentence."""
    for pred in verbs:
        if _may_only_happen(items, pred.index, facts):
            pred.colours.add("hypothetical")
        if pred.form == "rel":
            continue
        if pred.index and _counts(items[pred.index - 1]):
            _describe_counted(items, pred, verbs)
        elif _opens_sentence(items, pred.index):
            _describe_subject(items, pred, verbs)


def _may_only_happen(items: Sequence[Item], at: int, facts: Facts) -> bool:
    """Tell whether a verb and its object only say what may happen (排除实施紧急状态的可能性)."""
    for item in items[at + 1 : at + REACH]:
        if item.kind == "verb" or item.sort in ENDS:
            return False
        before = items[item.index - 1]
        marked = before.sort == "possmark" or (before.kind == "np" and "poss" in before.links)
        if facts.affixed("doubt", item.text):
            return marked
    return False


def _counts(item: Item) -> bool:
    """Tell whether an item only counts or points at what stands further on (一名, 一系列)."""
    return item.sort in {"quant", "det"} or (item.kind == "np" and item.sort == "other" and not item.readings)


def _describe_counted(items: Sequence[Item], pred: Pred, verbs: Sequence[Pred]) -> None:
    """Describe what is counted before a verb: the object of a verb before the count (逮捕数名拒绝离开的妇女)."""
    head = _head(items, pred.index, frozenset({"actor", "act", "thing"}))
    if head is None:
        return
    _hang(pred, head, verbs)
    above = next((p for p in verbs if p.index == pred.index - 2), None)
    if above is not None and above.object is None:
        above.object = head


def _opens_sentence(items: Sequence[Item], at: int) -> bool:
    """Tell whether a verb has nothing before it but marked phrases and small words, back to where a sentence begins."""
    for item in reversed(items[:at]):
        told = item.sort == "comma" and item.index and items[item.index - 1].kind == "verb"  # 他说，…
        if item.sort in {"stop", "break", "comp"} or told:
            return True
        if item.kind == "verb" or (item.kind == "fn" and item.sort not in OPENERS | {"link", "possmark"}):
            return False
        if item.kind == "np" and (item.marker is None or item.marker.start > item.start):
            return False
    return True


def _describe_subject(items: Sequence[Item], pred: Pred, verbs: Sequence[Pred]) -> None:
    """Describe the subject of a verb further on (拒绝派观察员的欧盟谴责此举 = the EU, which refused …, condemned)."""
    head = _head(items, pred.index, frozenset({"actor"}))
    if head is None or not any(p.index > head.index and _reaches(items, head.index, p.index) for p in verbs):
        return
    _hang(pred, head, verbs)
    before = next((p.index for p in reversed(verbs) if p.index < pred.index), -1)
    pred.obliques += [
        i for i in items[before + 1 : pred.index] if i.kind == "np" and i.marker is not None and not i.owner
    ]


def _head(items: Sequence[Item], at: int, sorts: frozenset[str]) -> Item | None:
    """Find what stands behind the mark that closes a clause of the verb at `at`."""
    for item in items[at + 1 :]:
        if item.sort in ENDS:
            return None
        before = items[item.index - 1]
        marked = before.sort == "possmark" or (before.kind == "np" and "poss" in before.links)
        if item.kind == "np" and not item.owner and _free(item) and marked:
            return item if item.sort in sorts else _beside(items, item)
    return None


def _beside(items: Sequence[Item], item: Item) -> Item | None:
    """Find somebody right behind a noun that only tells more of him (前华尔街银行家库琴斯基)."""
    while item.index + 1 < len(items) and items[item.index + 1].start == item.end:
        item = items[item.index + 1]
        if item.kind == "np" and item.sort == "actor" and not item.owner and _free(item):
            return item
        if item.kind == "fn" or item.kind == "verb":
            return None
    return None


def _free(item: Item) -> bool:
    """Tell whether nothing marks a noun but a postposition that closes a clause of time (嘲笑一名…的女子后)."""
    return not item.links - {"poss"} or (item.marker is not None and item.marker.start >= item.end)


def _reaches(items: Sequence[Item], head: int, verb: int) -> bool:
    """Tell whether nothing between a noun and a verb forbids the noun to be its subject."""
    return not any(
        i.sort in ENDS or i.kind == "verb" or (i.kind == "np" and not i.links) for i in items[head + 1 : verb]
    )


def _hang(pred: Pred, head: Item, verbs: Sequence[Pred]) -> None:
    for inner in verbs:
        if pred.index <= inner.index < head.index and inner.form != "rel":
            inner.form, inner.subject = "rel", head if head.sort == "actor" else None
