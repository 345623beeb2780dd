"""How a verb that comes last is tied to what follows it: main, joined, under a conjunction, told, or about a noun."""

from collections.abc import Sequence

from dragoman.actors.items import Item
from dragoman.clauses.predicate import Pred
from dragoman.packs.schema import Facts

PASSED_OVER = frozenset({"aux", "neg", "hyphen", "mark"})
VOICE = frozenset({"passive", "causative"})


def tie(items: Sequence[Item], pred: Pred, facts: Facts) -> None:
    """Read from its ending or from the word behind it how the verb is tied to what follows."""
    after = next((i for i in items[pred.index + 1 :] if i.sort not in PASSED_OVER), None)
    feats = pred.feats
    following = items[pred.index + 1] if pred.index + 1 < len(items) else None
    if following is not None and following.sort == "aux" and following.means("progressive"):
        feats = feats - {"connective"}  # ko: -고 있다
    finite = bool(feats & {"past", "present", "future", "finite"})
    helper = following.text if following is not None and following.sort in {"aux", "neg"} else ""
    if helper and facts.affixed("adnominal", helper) and after is not None and after.kind in {"np", "gap"}:
        pred.form = "rel"  # ko "탓하고 있는 러시아": the helping verb ties the clause to the noun
    elif "nominal" in feats and after is not None and after.sort == "sub" and after.means("condition"):
        pred.form, pred.condition, pred.opener = "sub", True, after  # tr "çekilmesi halinde": if it leaves
    elif facts.nonpast == "future" and "quote" in feats and "present" in feats and _when(items, pred):
        pred.form, pred.feats = "sub", feats | {"subordinate"}  # ja "首相が促すと、議員らは賛成した": when he urged
    elif (
        "quote" in feats
        or (helper and facts.affixed("quote", helper))
        or (after is not None and after.sort in {"comp", "quote-close"})
    ):
        pred.form = "comp"
        if after is not None and after.sort == "comp" and after.means("cause"):
            pred.opener = after  # ja ことで: "on halting" under an agreement, else "by halting"
    elif after is not None and after.sort == "sub":
        pred.form, pred.condition, pred.opener = "sub", after.means("condition"), after
        if "adnominal" in feats and after.means("time"):
            pred.colours.discard("future")  # ko "가질 때": when they hold, of any time
    elif "conditional" in feats:
        pred.form, pred.condition = "sub", True
    elif "base" in feats and after is not None and after.kind in {"np", "verb"}:
        pred.form = "coord"  # ko "행진을 벌이다 경찰과 충돌했다": marched and then clashed
    elif "subordinate" in feats:
        pred.form = "sub"  # ko 번지자, tr açıklarken: the clause after it has a subject of its own
    elif following is not None and following.sort == "aux" and _carried(after):
        pred.form = "comp"  # ja 撤退する方針を発表した (a plan to withdraw), ko 철수할 수 있다고 말했다
    elif "adnominal" in feats and after is not None and (after.kind in {"np", "gap"} or _dates_noun(items, after)):
        pred.form = "rel"
    elif "adnominal" in feats and after is not None and after.kind == "verb" and "owned" in feats:
        pred.form = "comp"  # tr "çekeceği uyarısında bulundu": what is warned of, before a verb that holds the noun
    elif "connective" in feats or (after is not None and after.sort in {"coord", "contrast", "comma"}):
        pred.form = "coord"
    elif feats and feats <= VOICE and after is not None and after.kind != "verb":
        pred.form = "coord"  # ja 攻撃され: a bare stem goes on
    elif ("nominal" in feats and not finite) or (after is not None and after.kind == "verb" and not finite):
        pred.form = "inf"
    elif after is not None and after.kind in {"np"} and after.index == pred.index + 1 and not (feats & {"finite"}):
        goes_on = not (feats or facts.spaced)  # ja 協定を受け入れ…: a bare stem qualifies no noun
        pred.form = "coord" if goes_on else "rel"


def _when(items: Sequence[Item], pred: Pred) -> bool:
    """Tell whether a comma and a new subject behind と show that it tells when (ja), not what is said."""
    comma = items[pred.index + 1] if pred.index + 1 < len(items) else None
    if comma is None or comma.sort != "comma" or not any(_stands(i) for i in items[: pred.index]):
        return False
    for item in items[comma.index + 1 :]:
        if item.kind == "verb":
            return False
        if item.kind == "np" and item.sort == "actor" and _stands(item):
            return True
    return False


def _stands(item: Item) -> bool:
    return item.kind == "np" and bool(item.links & {"subject", "topic"}) and not item.owner


def _carried(after: Item | None) -> bool:
    """Tell whether what follows an auxiliary takes the clause up: a particle that makes it a noun, or a verb."""
    return after is not None and ((after.kind, after.sort) == ("gap", "link") or after.kind == "verb")


def _dates_noun(items: Sequence[Item], time: Item) -> bool:
    """Tell whether a time only dates the noun after it ("that was signed last year's agreement")."""
    beyond = items[time.index + 1] if time.sort == "time" and time.index + 1 < len(items) else None
    return beyond is not None and beyond.kind == "np"


def filler_of(items: Sequence[Item], pred: Pred) -> Item | None:
    """Find the noun a clause before it describes."""
    return next((i for i in items[pred.index + 1 : pred.index + 4] if i.kind == "np"), None)
