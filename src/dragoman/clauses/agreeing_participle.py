"""Tie a participle that agrees with a noun to the noun it describes (languages with case)."""

from collections.abc import Sequence

from dragoman.actors.items import Item
from dragoman.clauses.predicate import Pred, is_bare, may_be_object, may_be_subject
from dragoman.packs.schema import Facts

LIGHT = frozenset({"time", "sequence", "neg", "mark"})
REACH = 8
"""How many items may stand between a participle and the noun behind it ("supported by Turkey in the north fighters")."""


def only_describes(pred: Pred, facts: Facts) -> bool:
    """Tell whether a form can be nothing but the attribute of a noun (ru "приговоренный", "требующие")."""
    return bool(facts.cases) and not pred.nominal and "adnominal" in pred.feats and "finite" not in pred.feats


def tie_participle(items: Sequence[Item], pred: Pred, facts: Facts) -> bool:
    """Hang a participle from the noun before its comma or from the noun behind it; False where it is no attribute."""
    if not only_describes(pred, facts):
        return False
    comma = opening_comma(items, pred.index)
    head = _noun_before(items, comma) if comma is not None else None
    if head is not None:
        pred.form, pred.subject = "rel", head  # ru: "Пекин, уже обложивший пошлинами импорт, …"
        return True
    pred.form = "part"
    if pred.passive:
        # ru: "поддерживаемые Турцией боевики"; pl: "samolotu zestrzelonego przez armię"
        behind = _noun_behind(items, pred.index)
        pred.subject = _noun_right_before(items, pred.index, facts.order == "svo" and behind is None) or behind
    return True


def described_behind(items: Sequence[Item], verb: Item, verbs: Sequence[Pred], facts: Facts) -> Item | None:
    """Find the noun behind a passive participle, as object of a verb before both (pl "potępił wspieranych …")."""
    pred = next((p for p in verbs if p.item is verb), None)
    if (
        pred is None
        or not pred.passive
        or not only_describes(pred, facts)
        or opening_comma(items, pred.index) is not None
    ):
        return None
    noun = _noun_behind(items, pred.index)
    return noun if noun is not None and may_be_object(noun) else None


def opening_comma(items: Sequence[Item], at: int) -> int | None:
    """Find the comma right before a participle, with nothing but adverbs between."""
    for look in range(at - 1, -1, -1):
        item = items[look]
        if item.sort == "comma":
            return look
        if item.kind != "gap" and item.sort not in LIGHT:
            return None
    return None


def _noun_before(items: Sequence[Item], comma: int) -> Item | None:
    """Find the noun that a participle behind a comma describes: one that stands in no other's genitive, else the nearest."""
    near: list[Item] = []
    for item in reversed(items[:comma]):
        if item.kind != "np" or item.owner:
            break
        near.append(item)
    return next((i for i in near if may_be_subject(i) or may_be_object(i)), near[0] if near else None)


def _noun_right_before(items: Sequence[Item], at: int, alone: bool) -> Item | None:
    """Find the noun right before a participle, unless another noun that it may describe follows at once."""
    before = items[at - 1] if at else None
    after = items[at + 1] if at + 1 < len(items) else None
    if before is None or before.kind != "np" or before.owner or before.sort not in {"actor", "thing"}:
        return None
    follows = after is not None and after.kind == "np" and after.sort != "time"
    return before if not follows or (alone and after is not None and not is_bare(after)) else None


def _noun_behind(items: Sequence[Item], at: int) -> Item | None:
    """Find the noun that a passive participle before it describes, beyond who did it and where."""
    for item in items[at + 1 : at + 1 + REACH]:
        if item.kind == "verb" or item.sort in {"comma", "break", "stop", "comp", "rel"}:
            return None
        bare = item.kind == "np" and item.marker is None and not item.owner
        if bare and is_bare(item):
            return item
    return None
