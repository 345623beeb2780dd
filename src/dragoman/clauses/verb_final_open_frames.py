"""The clauses being read where verbs come last but what is said follows its verb: what opens, joins and closes them."""

from collections.abc import Sequence

from dragoman.actors.items import Item
from dragoman.clauses.predicate import Pred
from dragoman.packs.schema import Concepts

SKIPPED = frozenset({"aux", "neg", "hyphen", "mark"})
ENDS = frozenset({"stop", "break", "source"})


class Frame:
    """A clause being read: its noun phrases so far, the noun it describes, the verb whose complement it is."""

    def __init__(self, head: Item | None = None, matrix: Pred | None = None, opener: Item | None = None) -> None:
        self.pool: list[Item] = []
        self.head, self.matrix, self.opener = head, matrix, opener
        self.last: Pred | None = None
        self.vouched = self.told = False


def unquoted(inner: list[Frame], outer: list[Frame]) -> list[Frame]:
    """Go back to the clause around a quotation; one without a verb of its own leaves its phrases there."""
    if inner[-1].last is None and len(inner) == 1:
        outer[-1].pool += inner[-1].pool
    return outer


def open_clause(items: Sequence[Item], item: Item, stack: list[Frame], prenominal: bool) -> None:
    frame = stack[-1]
    if prenominal and item.sort == "rel":
        nouns = [i for i in frame.pool if i.kind == "np" and not i.owner and not i.links & {"of", "poss"}]
        stack.append(Frame(head=nouns[-1] if nouns else _antecedent(items, item)))
        return
    before = next((i for i in reversed(items[: item.index]) if i.sort not in SKIPPED), None)
    named = frame.pool[-1] if frame.pool and frame.last is None and not prenominal else None
    if before is not None and before.sort == "comma" and named is not None and named.end == before.start:
        stack.append(Frame(head=named))  # fa "اتحادیه اروپا، که …،": the union, which …
        return
    if before is None or before.kind == "verb" or before.sort in {"comma", "quote-open"} or not frame.pool:
        stack.append(Frame(matrix=frame.last))
    else:
        head = next((i for i in reversed(frame.pool) if not i.owner and "of" not in i.links), frame.pool[-1])
        stack.append(Frame(head=head))


def back_to_waiting(stack: list[Frame]) -> None:
    """Go back behind a comma to the clause whose subject still waits for its verb (ur "پولیس نے، جس کا …، اپیل کی")."""
    waits = [
        at
        for at, frame in enumerate(stack[:-1])
        if frame.last is None and any("subject" in i.links and "object" not in i.links for i in frame.pool)
    ]
    if stack[-1].last is not None and waits:
        del stack[waits[-1] + 1 :]


def _antecedent(items: Sequence[Item], item: Item) -> Item | None:
    """Find the noun a relative clause behind the verb is about: the last that owns nothing, people before things."""
    start = next((i.index for i in reversed(items[: item.index]) if i.sort in ENDS | {"comp"}), 0)
    nouns = [i for i in items[start : item.index] if i.kind == "np" and not i.owner and i.sort != "pron"]
    whole = [i for i in nouns if not i.links & {"of", "poss"}] or nouns  # hi "रुख़ का विरोध किया"
    return next((i for i in reversed(whole) if "subject" not in i.links), whole[-1] if whole else None)


def join(items: Sequence[Item], pred: Pred, frame: Frame, concepts: Concepts, prenominal: bool) -> None:
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
        if frame.told or (prenominal and not joined and tells(pred, concepts) and "comma" not in between):
            _take_up(frame, previous, pred)  # bn "যোগ দেবে বলে জানিয়েছে", ur "… ہے، … کہتے ہیں"
            return
        if prenominal and not joined and kind not in {"speech", "mental"}:
            pred.form, pred.matrix = "coord" if previous.form == "main" else previous.form, previous.matrix
            return
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


def _take_up(frame: Frame, previous: Pred, pred: Pred) -> None:
    """Hang what was told from the verb of saying right behind it."""
    frame.told = False
    pred.form, pred.matrix = ("comp", frame.matrix) if frame.matrix is not None else ("main", None)
    if previous.form in {"main", "coord", "comp"} and previous.matrix is pred.matrix:
        previous.form, previous.matrix = "comp", pred


def close(items: Sequence[Item], pred: Pred, stack: list[Frame]) -> None:
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


def tells(pred: Pred, concepts: Concepts) -> bool:
    return concepts.acts[pred.act].kind in {"speech", "mental"}


def _next(items: Sequence[Item], at: int) -> Item | None:
    return next((i for i in items[at + 1 :] if i.sort not in SKIPPED), None)
