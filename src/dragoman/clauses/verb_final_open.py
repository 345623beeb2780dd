"""Arguments where the verb comes last but what is said follows it, opened by a conjunction (Persian, Urdu, Hindi)."""

from collections.abc import Sequence

from dragoman.actors.items import Item
from dragoman.clauses.colours import subjunctive
from dragoman.clauses.predicate import Pred
from dragoman.clauses.verb_final_open_frames import (
    ENDS,
    SKIPPED,
    Frame,
    back_to_waiting,
    close,
    join,
    open_clause,
    tells,
    unquoted,
)
from dragoman.clauses.verb_final_open_phrases import ready_open_phrases
from dragoman.clauses.verb_final_open_taking import (
    CLOSING,
    address,
    hand_up,
    hold,
    own_doer,
    subject_behind,
    take,
    take_back,
    told_to,
)
from dragoman.clauses.verb_final_participles import (
    chained,
    described,
    describes_held,
    fill_gap,
    resolve_chain,
    take_near,
)
from dragoman.clauses.verb_final_phrases import lone_quotes
from dragoman.packs.schema import Concepts, Facts

ADDRESSING = frozenset({"addressed", "giving"})
ANNOUNCES = frozenset({"announce", "declare"})
COMPELS = frozenset({"force", "allow", "say"})
CIRCUMSTANCES = frozenset({"after", "since", "during", "because", "despite"})


def attach_verb_final_open(items: Sequence[Item], verbs: list[Pred], facts: Facts, concepts: Concepts) -> None:
    """Read the clauses from the left: noun phrases wait for their verb, a conjunction opens a clause below it."""
    if facts.open_final:
        ready_open_phrases(items, facts)
    reading = _Reading(items, verbs, facts, concepts)
    for item in items:
        if item.kind == "verb" and item.index in reading.verbs:
            reading.verb(reading.verbs.pop(item.index))
        elif item.kind == "np" or item.sort == "time":
            reading.phrase(item)
        elif not (facts.open_final and reading.mark(item)):
            reading.function(item)
    resolve_chain(reading.chain, concepts)
    if facts.open_final:
        told_to(items, verbs, facts)


class _Reading:
    """A sentence being read: its open clauses, and the verbs that wait for the one they hang from or lead up to."""

    def __init__(self, items: Sequence[Item], verbs: list[Pred], facts: Facts, concepts: Concepts) -> None:
        self.items, self.facts, self.concepts = items, facts, concepts
        self.verbs = {p.index: p for p in verbs}
        self.stack = [Frame()]
        self.outside: list[list[Frame]] = []
        self.waiting: list[Pred] = []
        self.leading: list[Pred] = []
        self.chain: list[tuple[Pred, Pred]] = []
        self.described: dict[int, Pred] = {}
        self.lone = lone_quotes(items)
        self.closed: Pred | None = None

    def phrase(self, item: Item) -> None:
        """Let a noun phrase or a time wait for its verb."""
        frame = self.stack[-1]
        if item.kind == "np" and frame.vouched:
            frame.vouched = False  # who is named as the source takes no part in the clause
        elif not (item.sort == "time" and _of_noun(self.items, item)):
            frame.pool.append(item)

    def mark(self, item: Item) -> bool:
        """Read quotation marks, commas and the ends of what is told or dated; False where the item is none of them."""
        frame = self.stack[-1]
        if item.sort == "quote-open" and item.index not in self.lone:
            self.outside.append(self.stack)
            said = frame.last if frame.last is not None and tells(frame.last, self.concepts) else None
            self.stack = [Frame(matrix=said)]
        elif item.sort == "quote-close" and self.outside:
            self.stack = unquoted(self.stack, self.outside.pop())
        elif item.sort == "comma":
            back_to_waiting(self.stack)
        elif _ends_told(self.items, item, self.facts):
            frame.told = True
            self.verbs.pop(item.index, None)
        elif item.sort == "aux" and _dated(self.items, item, self.facts):
            frame.pool = [i for i in frame.pool if i.links or i.sort == "time"]
        else:
            return False
        return True

    def function(self, item: Item) -> None:
        """Open or end a clause where a conjunction or a mark says so."""
        frame = self.stack[-1]
        if item.sort == "source" and any(m.concept == "after" for m, _ in item.readings):
            if frame.pool:
                frame.pool.pop()
        elif item.sort in ENDS:
            last = frame.last
            speaks = item.sort == "break" and last is not None and tells(last, self.concepts)
            self.stack = [Frame(matrix=last if speaks else None)]
            self.stack[-1].vouched = item.sort == "source"
        elif item.sort in {"comp", "rel"}:
            open_clause(self.items, item, self.stack, self.facts.open_final)
        elif item.sort == "sub":
            starts = frame.pool and frame.last is None and frame.head is None and frame.matrix is None
            self.stack.append(Frame(matrix=None if starts else frame.matrix, opener=item))

    def verb(self, pred: Pred) -> None:
        """Give a verb its phrases: at once where it ends its clause, and the nearest where another will."""
        frame = self.stack[-1]
        if self.facts.open_final:
            if self._leads_up(pred, frame):
                return
        elif _describes(self.items, pred, self.facts) and any(i.kind == "np" for i in frame.pool):
            pred.form = "rel"  # fa: "پیشنهاد شده": a participle after its noun
            pred.subject = next(i for i in reversed(frame.pool) if i.kind == "np")
            return
        if _nominal(self.items, pred, self.facts):
            self._made_noun(pred, frame)
        else:
            self._finite(pred, frame)

    def _leads_up(self, pred: Pred, frame: Frame) -> bool:
        """Read a verb that describes the noun behind it or leads up to the next verb."""
        _merge_serial(pred, self.verbs, self.facts)
        if describes_held(self.items, pred, self.facts):
            pred.form = "part"
            return True
        noun = described(self.items, pred, self.facts, self.concepts)
        if noun is not None:
            pred.form = "rel"
            take_near(pred, frame.pool)
            fill_gap(pred, noun, self.concepts)
            self.described[noun.index] = pred
            return True
        self.chain += [(other, pred) for other in self.leading]
        self.leading = []
        if chained(self.items, pred, self.facts):
            take_near(pred, frame.pool)
            self.leading = [pred]
        return bool(self.leading)

    def _made_noun(self, pred: Pred, frame: Frame) -> None:
        pred.form = "inf"
        (take_near if self.facts.open_final else take_back)(pred, frame.pool)
        if self.facts.open_final and _circumstance(self.items, pred):
            pred.form = "sub"
            own_doer(pred)
        else:
            self.waiting.append(pred)

    def _finite(self, pred: Pred, frame: Frame) -> None:
        open_final = self.facts.open_final
        if self._completes_closed(pred, frame):
            return
        previous = frame.last
        join(self.items, pred, frame, self.concepts, open_final)
        behind = subject_behind(self.items, pred) if open_final else None
        if behind is not None and not any("subject" in i.links and "object" not in i.links for i in frame.pool):
            pred.subject = behind
        take(pred, frame.pool, open_final)
        if not open_final:
            hold(pred)
        hand_up(pred, self.described)
        if previous is not None and previous.matrix is pred and previous.subject is None and not previous.passive:
            previous.subject = pred.subject  # bn "যোগ দেবে বলে জানিয়েছে চীন": who says it will
        for other in self.waiting:
            other.matrix = pred
            other.subject = other.subject or (None if other.passive else pred.subject)
            if open_final and pred.act in ANNOUNCES and not other.passive:
                other.colours.add("future")  # hi "सहायता देने की घोषणा की" = announced that it would give aid
            compels = open_final and pred.act in COMPELS
            if compels or self.concepts.acts[pred.act].frame in ADDRESSING:
                address(pred, other)
        self.waiting.clear()
        close(self.items, pred, self.stack)
        self.closed = pred

    def _completes_closed(self, pred: Pred, frame: Frame) -> bool:
        """Hang what somebody tries, wants or asks from the verb right before it, though the clause of that verb is closed.

        fa "دو نفر را که کوشیدند کاروان را متوقف کنند کشتند" = killed two who tried to stop the convoy.
        """
        above = self.closed
        if self.facts.open_final or above is None or above is frame.last or not subjunctive(pred, self.facts):
            return False
        act = self.concepts.acts[above.act]
        if act.kind != "aspect" and act.frame not in ADDRESSING:
            return False
        if any(
            i.kind == "verb" or i.sort in {"coord", "comma", *ENDS} for i in self.items[above.index + 1 : pred.index]
        ):
            return False
        mine = [i for i in frame.pool if i.index > above.index]
        frame.pool = [i for i in frame.pool if i.index < above.index]
        take(pred, mine, prenominal=False)
        pred.form, pred.matrix, pred.subject = "inf", above, pred.subject or above.subject
        return True


def _ends_told(items: Sequence[Item], item: Item, facts: Facts) -> bool:
    """Tell whether a word ends what is told before its verb (bn "বলে" in "যোগ দেবে বলে জানিয়েছে"), no verb itself."""
    after = items[item.index + 1] if item.index + 1 < len(items) else None
    return item.index > 0 and facts.affixed("quote", item.text) and after is not None and after.sort not in CLOSING


def _dated(items: Sequence[Item], item: Item, facts: Facts) -> bool:
    """Tell whether a clause without a listed verb only dates the one around it (bn "কার্যকর হওয়ার পর", hi "लागू होने के बाद")."""
    after = items[item.index + 1] if item.index + 1 < len(items) else None
    return after is not None and after.sort == "link" and facts.affixed("verbal-noun", item.text)


def _merge_serial(pred: Pred, by_index: dict[int, Pred], facts: Facts) -> None:
    """Take a verb that only colours the one right before it into that one (bn "অভিযোগ করে আসছে", hi "कहता आया है")."""
    serial = by_index.get(pred.index + 1)
    if serial is None or not any(m.word in facts.serial_verbs for m, _ in serial.readings):
        return
    del by_index[serial.index]
    serial.form, serial.matrix = "part", pred
    pred.feats = (pred.feats - {"connective", "present"}) | serial.feats
    pred.colours |= serial.colours


def _of_noun(items: Sequence[Item], time: Item) -> bool:
    """Tell whether a day is that of the noun after it (ur "14 فروری کے حملے" = the attack of 14 February)."""
    after = items[time.index + 1 : time.index + 3]
    return len(after) == 2 and after[0].sort == "possmark" and after[1].sort in {"act", "thing"}


def _nominal(items: Sequence[Item], pred: Pred, facts: Facts) -> bool:
    after = items[pred.index + 1] if pred.index + 1 < len(items) else None
    if facts.affixed("genitive", pred.item.text) and after is not None and after.kind in {"np", "gap", "verb"}:
        return True  # ur: "مدد کی درخواست": the genitive looks like the past of کرنا
    if after is not None and after.sort == "aux" and facts.open_final:
        beyond = items[after.index + 1] if after.index + 1 < len(items) else None
        obliged = beyond is not None and beyond.sort == "aux" and not facts.affixed("adnominal", beyond.text)
        # hi "रोके जाने की मांग" = the demand that it be stopped; "रोका जाना चाहिए", "करना होगा", ur "جانا تھا": finite
        return facts.affixed("verbal-noun", after.text) and not obliged
    return "nominal" in pred.feats and not pred.feats & {"past", "present", "future", "finite"}


def _circumstance(items: Sequence[Item], pred: Pred) -> bool:
    """Tell whether a verb made a noun tells when or why the rest happened (hi "करने के बाद", bn "করার পর")."""
    at = pred.index + 1
    while at < len(items) and items[at].sort in SKIPPED:
        at += 1
    if at >= len(items) or items[at].sort != "link":
        return False
    links = items[at].links or frozenset(w for m, _ in items[at].readings for w in m.concept.split())
    after = items[at + 1] if at + 1 < len(items) else None
    if links & CIRCUMSTANCES:
        return True
    return "on" in links and after is not None and after.sort in {"actor", "comma"}


def _describes(items: Sequence[Item], pred: Pred, facts: Facts) -> bool:
    """Tell whether a past participle stands bare inside a clause that goes on: it then describes the noun before it."""
    after = items[pred.index + 1] if pred.index + 1 < len(items) else None
    bare = facts.affixed("participle", pred.item.text) and "past" in pred.feats
    return bare and after is not None and (after.kind in {"np", "gap"} or after.sort in {"link", "time"})
