"""What auxiliaries, negators and endings add to a predicate: negation, futurity, doubt, voice."""

from collections.abc import Sequence

from dragoman.actors.items import Item
from dragoman.clauses.predicate import BARRIERS, Pred, is_bare
from dragoman.packs.schema import Facts

FROM_FEATURES = {
    "negative": "negated", "future": "future", "conditional": "conditional", "desiderative": "desire",
    "attempt": "attempt", "potential": "hypothetical", "obligation": "obligation", "imperative": "imperative",
}  # fmt: skip
DOUBTFUL = frozenset({"future", "hypothetical", "obligation", "desire"})
CLAUSE_REACH = 25
REACH_LEFT, REACH_RIGHT, NEAR = 12, 5, 2


def colour(items: Sequence[Item], pred: Pred, facts: Facts) -> None:
    """Set `colours` and `passive` of a predicate from its ending and from the closed-class words around it."""
    pred.colours |= {said for feature, said in FROM_FEATURES.items() if feature in pred.feats}
    pred.passive = "passive" in pred.feats
    if pred.nominal:
        _before_noun(items, pred)
        if facts.open_final and items[pred.index + 1 : pred.index + 2] and items[pred.index + 1].sort == "neg":
            pred.colours.add("negated")  # hi "प्रवेश की अनुमति नहीं है" = there is no leave to enter
        return
    if facts.order == "sov":
        _take(pred, _right(items, pred.index))
        before = [i for i in _left(items, pred.index)[:3] if i.sort == "neg" or i.index >= pred.index - NEAR]
        behind = [i for i in before if i.sort != "neg" or facts.affixed("quote", i.text)]  # ko 사용하지 말라고 경고했다
        _take(pred, [i for i in before if i not in behind or not _behind_verb(items, i)])
        if subjunctive(pred, facts):
            pred.colours |= _opens_doubtful(items, pred.index)
    else:
        _take(pred, _left(items, pred.index))
        if facts.order == "v2":
            _take(pred, _right(items, pred.index))
        elif facts.inversion:
            _take(pred, [i for i in _behind_subject(items, pred.index) if i.sort == "neg"])
        elif facts.coverbs:  # zh 警告将采取措施: what is warned of is to come, the warning is not
            _take(pred, [i for i in _right(items, pred.index) if i.means("perfect") or i.means("past")])
        elif not facts.spaced:
            _take(pred, _before_next(items, _right(items, pred.index)))
    pred.colours.discard("object")
    if "inverse" in pred.colours:
        pred.colours.discard("inverse")
        pred.passive = True
    if "passive" in pred.colours:
        pred.colours.discard("passive")
        pred.passive = True


def subjunctive(pred: Pred, facts: Facts) -> bool:
    """Tell whether a present bears no mark of the indicative (fa "کند" beside "می‌کند")."""
    if "indicative" not in facts.affixes or "present" not in pred.feats or "past" in pred.feats:
        return False
    return not facts.affixed("indicative", pred.item.text.split()[-1]) and not pred.colours & {"future"}


def _opens_doubtful(items: Sequence[Item], at: int) -> set[str]:
    """List what a helping word that opens the clause of a subjunctive makes of it (fa "ممکن است این هفته … دیدار کند")."""
    for item in reversed(items[max(0, at - CLAUSE_REACH) : at]):
        if item.kind == "verb" or (item.kind == "fn" and item.sort in BARRIERS):
            return set()
        if item.sort == "aux":
            return {m.concept for m, _ in item.readings} & DOUBTFUL
    return set()


def _take(pred: Pred, items: Sequence[Item]) -> None:
    for item in items:
        if item.sort == "neg":
            pred.colours.add("negated")
            continue
        for meaning, _ in item.readings:
            if meaning.features and not meaning.features & pred.feats:
                continue
            pred.colours.add(meaning.concept)


def _behind_verb(items: Sequence[Item], helping: Item) -> bool:
    """Tell whether a helping word stands behind a verb of its own (hi "रोके जाने की मांग की": the demand is no passive)."""
    before = next((i for i in reversed(items[: helping.index]) if i.sort not in {"aux", "neg"}), None)
    return before is not None and before.kind == "verb"


def _left(items: Sequence[Item], at: int) -> list[Item]:
    """List auxiliaries and negators before a verb, back to its subject, another verb or a boundary."""
    found: list[Item] = []
    for item in reversed(items[max(0, at - REACH_LEFT) : at]):
        if item.sort == "quote-open" and item.index == at - 1:
            continue  # fr: "Paris a « condamné » …"
        if item.kind == "verb" or (item.kind == "fn" and item.sort in BARRIERS - {"inf"}):
            if not _quotes_helper(items, item, at):
                break
        if item.kind == "np" and is_bare(item) and not item.owner and "clitic" not in item.feats:
            if not found and _question_order(items, item):
                continue
            break
        if item.sort in {"neg", "aux"}:
            found.append(item)
    return found


def _quotes_helper(items: Sequence[Item], mark: Item, at: int) -> bool:
    """Tell whether a quotation mark parts a helping word from its verb (would "prefer not" to)."""
    before = items[mark.index - 1].sort if mark.index else ""
    return mark.sort == "quote-close" and before in {"aux", "neg"} and mark.index == at - 1


def _question_order(items: Sequence[Item], subject: Item) -> bool:
    """Tell whether an auxiliary stands right before the subject ("did the army attack?")."""
    return subject.index == 1 and items[0].sort == "aux"


def _before_next(items: Sequence[Item], right: list[Item]) -> list[Item]:
    """Leave out what stands before another verb: it colours that one (th "สาบานว่าจะไม่ใช้" = vowed not to use)."""
    after = items[right[-1].index + 1] if right and right[-1].index + 1 < len(items) else None
    return right if after is None or after.kind != "verb" else [i for i in right if i.sort != "neg"]


def _right(items: Sequence[Item], at: int) -> list[Item]:
    """List auxiliaries and negators that follow a verb directly."""
    found: list[Item] = []
    for item in items[at + 1 : at + 1 + REACH_RIGHT]:
        if item.sort not in {"neg", "aux", "hyphen"}:
            break
        found.append(item)
    return found


def _behind_subject(items: Sequence[Item], at: int) -> list[Item]:
    """List what follows a finite verb directly or behind its subject (sv "på torsdagen sköt polisen inte")."""
    behind = items[at + 1] if at + 1 < len(items) else None
    subject = behind is not None and behind.kind == "np" and is_bare(behind)
    return _right(items, at + 1 if subject else at)


def _before_noun(items: Sequence[Item], pred: Pred) -> None:
    """Colour an act noun by a word of doubt or negation right before or after it ("possible visit")."""
    around = [*items[max(0, pred.index - 2) : pred.index], *items[pred.index + 1 : pred.index + 2]]
    for item in around:
        if item.sort == "neg" and item.index == pred.index - 1:
            pred.colours.add("negated")
        if item.sort == "aux":
            pred.colours |= {m.concept for m, _ in item.readings if m.concept in {"hypothetical", "future"}}
