"""Arguments where the verb comes last but what is said follows it, opened by a conjunction (Persian, Urdu, Hindi)."""

from collections.abc import Sequence

from dragoman.actors.items import Item
from dragoman.clauses.predicate import Pred
from dragoman.packs.schema import Concepts, Facts

SKIPPED = frozenset({"aux", "neg", "hyphen", "mark"})
ENDS = frozenset({"stop", "break", "source"})
ASKED = frozenset({"inf", "comp"})
ADDRESSING = frozenset({"addressed", "giving"})
ADDRESSEE = frozenset({"to", "dative", "from", "on", "against"})


class _Frame:
    """A clause being read: its noun phrases so far, the noun it describes, the verb whose complement it is."""

    def __init__(self, head: Item | None = None, matrix: Pred | None = None, opener: Item | None = None) -> None:
        self.pool: list[Item] = []
        self.head, self.matrix, self.opener = head, matrix, opener
        self.last: Pred | None = None
        self.vouched = False


def attach_verb_final_open(items: Sequence[Item], verbs: list[Pred], facts: Facts, concepts: Concepts) -> None:
    """Read the clauses from the left: noun phrases wait for their verb, a conjunction opens a clause below it."""
    by_index = {p.index: p for p in verbs}
    stack = [_Frame()]
    waiting: list[Pred] = []
    for item in items:
        frame = stack[-1]
        if item.kind == "np" and frame.vouched:
            frame.vouched = False  # who is named as the source takes no part in the clause
        elif item.sort == "time" and _of_noun(items, item):
            continue
        elif item.kind == "np" or item.sort == "time":
            frame.pool.append(item)
        elif item.sort == "source" and any(m.concept == "after" for m, _ in item.readings):
            if frame.pool:
                frame.pool.pop()
        elif item.sort in ENDS:
            last = frame.last
            speaks = item.sort == "break" and last is not None and concepts.acts[last.act].kind in {"speech", "mental"}
            stack = [_Frame(matrix=last if speaks else None)]
            stack[-1].vouched = item.sort == "source"
        elif item.sort in {"comp", "rel"}:
            _open(items, item, stack)
        elif item.sort == "sub":
            if frame.pool and frame.last is None and frame.head is None and frame.matrix is None:
                stack.append(_Frame(opener=item))
            else:
                stack.append(_Frame(matrix=frame.matrix, opener=item))
        elif item.kind == "verb" and item.index in by_index:
            pred = by_index[item.index]
            if _describes(items, pred, facts) and any(i.kind == "np" for i in frame.pool):
                pred.form = "rel"  # fa: "پیشنهاد شده": a participle after its noun
                pred.subject = next(i for i in reversed(frame.pool) if i.kind == "np")
                continue
            if _nominal(items, pred, facts):
                pred.form = "inf"
                _take_near(pred, frame.pool)
                waiting.append(pred)
                continue
            _join(items, pred, frame, concepts)
            _take(pred, frame.pool)
            for other in waiting:
                other.matrix = pred
                other.subject = other.subject or (None if other.passive else pred.subject)
                if concepts.acts[pred.act].frame in ADDRESSING:
                    _address(pred, other)
            waiting.clear()
            _close(items, pred, stack)


def _next(items: Sequence[Item], at: int) -> Item | None:
    return next((i for i in items[at + 1 :] if i.sort not in SKIPPED), None)


def _of_noun(items: Sequence[Item], time: Item) -> bool:
    """Tell whether a day is that of the noun after it (ur "14 فروری کے حملے" = the attack of 14 February)."""
    after = items[time.index + 1 : time.index + 3]
    return len(after) == 2 and after[0].sort == "possmark" and after[1].sort in {"act", "thing"}


def _nominal(items: Sequence[Item], pred: Pred, facts: Facts) -> bool:
    after = items[pred.index + 1] if pred.index + 1 < len(items) else None
    if facts.affixed("genitive", pred.item.text) and after is not None and after.kind in {"np", "gap", "verb"}:
        return True  # ur: "مدد کی درخواست": the genitive looks like the past of کرنا
    return "nominal" in pred.feats and not pred.feats & {"past", "present", "future", "finite"}


def _describes(items: Sequence[Item], pred: Pred, facts: Facts) -> bool:
    """Tell whether a past participle stands bare inside a clause that goes on: it then describes the noun before it."""
    after = items[pred.index + 1] if pred.index + 1 < len(items) else None
    bare = facts.affixed("participle", pred.item.text) and "past" in pred.feats
    return bare and after is not None and (after.kind in {"np", "gap"} or after.sort in {"link", "time"})


def _open(items: Sequence[Item], item: Item, stack: list[_Frame]) -> None:
    frame = stack[-1]
    before = next((i for i in reversed(items[: item.index]) if i.sort not in SKIPPED), None)
    if before is None or before.kind == "verb" or before.sort in {"comma", "quote-open"} or not frame.pool:
        stack.append(_Frame(matrix=frame.last))
    else:
        head = next((i for i in reversed(frame.pool) if not i.owner and "of" not in i.links), frame.pool[-1])
        stack.append(_Frame(head=head))


def _join(items: Sequence[Item], pred: Pred, frame: _Frame, concepts: Concepts) -> None:
    """Say how the verb is tied: to the noun it describes, the verb it completes, or the one before it."""
    if frame.head is not None and frame.last is None:
        pred.form = "rel"
        return
    if frame.opener is not None and frame.last is None:
        pred.form, pred.opener, pred.condition = "sub", frame.opener, frame.opener.means("condition")
        return
    previous = frame.last
    if previous is not None:
        between = {i.sort for i in items[previous.index + 1 : pred.index]}
        kind = concepts.acts[previous.act].kind
        joined = between & {"coord", "contrast"}
        if not joined and (not between & {"comma"} or kind in {"speech", "mental"}):
            pred.form, pred.matrix = ("comp" if kind in {"speech", "mental"} else "inf"), previous
            return
        above = previous.matrix
        back = previous.form == "inf" and "past" in pred.feats and "past" not in previous.feats
        if back and above is not None and "past" in above.feats:
            # fa: "از او خواست برود و تهدید کرد": the past goes on with the past, not with what was asked
            pred.form, pred.matrix, pred.subject = "coord", above.matrix, above.subject
            return
        pred.form, pred.matrix = "coord", previous.matrix
        if previous.form in {"comp", "rel", "inf"}:
            pred.form = previous.form
        return
    if frame.matrix is not None:
        pred.form, pred.matrix = "comp", frame.matrix


def _take_near(pred: Pred, pool: list[Item]) -> None:
    """An infinitive takes what stands right before it, back to a subject."""
    while pool:
        item = pool[-1]
        if item.links & {"subject", "topic"} or (not item.links and pred.object is not None):
            return
        if (
            item.sort == "actor"
            and pred.object is not None
            and item.links & {"on", "against", "to", "dative", "from", "object"}
        ):
            return  # ur: "روس پر ٹینک بھیجنے کا الزام": the addressee is the upper verb's
        if item.sort == "time":
            pred.times.append(item)
        elif item.owner or item.links & {"of", "poss"}:
            pred.owners.append(item)
        elif not item.links or "object" in item.links:
            if pred.object is not None or item.index < pred.index - 4:
                return
            pred.object = item
        else:
            pred.obliques.append(item)
        pool.pop()


def _address(pred: Pred, inner: Pred) -> None:
    """Give the upper verb whom it addresses from before its infinitive (ur "بھارت کو مذاکرات کی پیشکش کی")."""
    if any(i.sort in {"actor", "pron"} and i.links & ADDRESSEE for i in (pred.object, *pred.obliques) if i is not None):
        return
    taken = [i for i in (inner.object, *inner.obliques) if i is not None]
    pred.obliques += [i for i in taken if i.sort in {"actor", "pron"} and i.links & ADDRESSEE]


def _take(pred: Pred, pool: list[Item]) -> None:
    bare: list[Item] = []
    for item in pool:
        links = item.links
        if item.sort == "time":
            pred.times.append(item)
        elif item.owner or links & {"of", "poss"}:
            pred.owners.append(item)
            if item.sort in {"thing", "act"}:
                pred.things.append(
                    item
                )  # ur: "میزائل کا تجربہ کیا": what the compound verb is about stands in the genitive
        elif "subject" in links or "topic" in links:
            pred.subject = pred.subject or item
        elif "object" in links:
            pred.object = item
        elif not links:
            bare.append(item)
        else:
            pred.obliques.append(item)
    close = bool(bare) and (pred.index - bare[-1].index <= 3 or (len(bare) > 1 and bare[0].sort in {"actor", "pron"}))
    near = bare[-1] if close and bare[-1].sort in {"act", "thing"} else None
    if near is not None and not (len(bare) == 1 and pred.passive):
        bare.pop()
        if pred.object is None:
            pred.object = near
        else:
            pred.object2 = near
    for item in bare:
        if pred.subject is None:
            pred.subject = item
        elif pred.object is None:
            pred.object = item
        else:
            pred.things.append(item)
    pool.clear()


def _close(items: Sequence[Item], pred: Pred, stack: list[_Frame]) -> None:
    """After its verb a described noun goes back to the clause it came from; subjects are lent."""
    frame = stack[-1]
    previous, frame.last = frame.last, pred
    if pred.form == "rel" and frame.head is not None:
        if pred.subject is None:
            pred.subject = frame.head
        elif pred.object is None and not pred.passive:
            pred.object = frame.head
        after = _next(items, pred.index)
        if len(stack) > 1 and not (after is not None and after.sort == "coord"):
            stack.pop()
        return
    if pred.form == "sub" and len(stack) > 1:
        stack.pop()
        return
    if pred.subject is None and not pred.passive:
        if previous is not None and pred.form in {"coord", "comp", "inf", "rel"}:
            asked = (
                pred.form == "inf"
                and pred.matrix is previous
                and previous.object is not None
                and previous.object.sort == "actor"
            )
            pred.subject = previous.object if asked else previous.subject
        elif pred.form == "comp" and pred.matrix is not None:
            pred.subject = pred.matrix.subject
