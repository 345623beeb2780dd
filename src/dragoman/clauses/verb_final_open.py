"""Arguments where the verb comes last but what is said follows it, opened by a conjunction (Persian, Urdu, Hindi)."""

from collections.abc import Sequence

from dragoman.actors.items import Item
from dragoman.clauses.links import CRAFT
from dragoman.clauses.predicate import Pred
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

SKIPPED = frozenset({"aux", "neg", "hyphen", "mark"})
ENDS = frozenset({"stop", "break", "source"})
ASKED = frozenset({"inf", "comp"})
ADDRESSING = frozenset({"addressed", "giving"})
COMPELS = frozenset({"force", "allow"})
CIRCUMSTANCES = frozenset({"after", "since", "during", "because", "despite"})
CLOSING = frozenset({"stop", "comma", "break", "quote-open", "coord", "comp"})
ADDRESSEE = frozenset({"to", "dative", "from", "on", "against"})


class _Frame:
    """A clause being read: its noun phrases so far, the noun it describes, the verb whose complement it is."""

    def __init__(self, head: Item | None = None, matrix: Pred | None = None, opener: Item | None = None) -> None:
        self.pool: list[Item] = []
        self.head, self.matrix, self.opener = head, matrix, opener
        self.last: Pred | None = None
        self.vouched = self.told = False


def attach_verb_final_open(items: Sequence[Item], verbs: list[Pred], facts: Facts, concepts: Concepts) -> None:
    """Read the clauses from the left: noun phrases wait for their verb, a conjunction opens a clause below it."""
    by_index = {p.index: p for p in verbs}
    stack = [_Frame()]
    waiting: list[Pred] = []
    leading: list[Pred] = []
    chain: list[tuple[Pred, Pred]] = []
    outside: list[list[_Frame]] = []
    before = facts.open_final
    lone = lone_quotes(items)
    if before:
        _rejoin(items)
        _settle_genitives(items)
        _settle_compounds(items, facts)
    for item in items:
        frame = stack[-1]
        if before and item.sort == "quote-open" and item.index not in lone:
            outside.append(stack)
            said = frame.last if frame.last is not None and _tells(frame.last, concepts) else None
            stack = [_Frame(matrix=said)]
        elif before and item.sort == "quote-close" and outside:
            stack = _unquoted(stack, outside.pop())
        elif item.kind == "np" and frame.vouched:
            frame.vouched = False  # who is named as the source takes no part in the clause
        elif item.sort == "time" and _of_noun(items, item):
            continue
        elif item.kind == "np" or item.sort == "time":
            frame.pool.append(item)
        elif item.sort == "source" and any(m.concept == "after" for m, _ in item.readings):
            if frame.pool:
                frame.pool.pop()
        elif before and item.sort == "comma":
            _back_to_waiting(stack)
        elif item.sort in ENDS:
            last = frame.last
            speaks = item.sort == "break" and last is not None and concepts.acts[last.act].kind in {"speech", "mental"}
            stack = [_Frame(matrix=last if speaks else None)]
            stack[-1].vouched = item.sort == "source"
        elif before and _ends_told(items, item, facts):
            frame.told = True
            by_index.pop(item.index, None)
        elif before and item.sort == "aux" and _dated(items, item, facts):
            frame.pool = [i for i in frame.pool if i.links or i.sort == "time"]
        elif item.sort in {"comp", "rel"}:
            _open(items, item, stack, before)
        elif item.sort == "sub":
            if frame.pool and frame.last is None and frame.head is None and frame.matrix is None:
                stack.append(_Frame(opener=item))
            else:
                stack.append(_Frame(matrix=frame.matrix, opener=item))
        elif item.kind == "verb" and item.index in by_index:
            pred = by_index.pop(item.index, None)
            if pred is None:
                continue
            if before:
                _merge_serial(pred, by_index, facts)
                if describes_held(items, pred):
                    pred.form = "part"
                    continue
                noun = described(items, pred, facts, concepts)
                if noun is not None:
                    pred.form = "rel"
                    take_near(pred, frame.pool)
                    fill_gap(pred, noun, concepts)
                    continue
                if chained(items, pred, facts):
                    take_near(pred, frame.pool)
                    chain += [(other, pred) for other in leading]
                    leading = [pred]
                    continue
                chain += [(other, pred) for other in leading]
                leading = []
            if not before and _describes(items, pred, facts) and any(i.kind == "np" for i in frame.pool):
                pred.form = "rel"  # fa: "پیشنهاد شده": a participle after its noun
                pred.subject = next(i for i in reversed(frame.pool) if i.kind == "np")
                continue
            if _nominal(items, pred, facts):
                pred.form = "inf"
                (take_near if before else _take_near)(pred, frame.pool)
                if before and _circumstance(items, pred):
                    pred.form = "sub"
                    _own_doer(pred)
                    continue
                waiting.append(pred)
                continue
            _join(items, pred, frame, concepts, before)
            _take(pred, frame.pool, before)
            if before:
                _postposed_subject(items, pred)
            else:
                _hold(pred)
            for other in waiting:
                other.matrix = pred
                other.subject = other.subject or (None if other.passive else pred.subject)
                if concepts.acts[pred.act].frame in ADDRESSING or (before and pred.act in COMPELS):
                    _address(pred, other)
            waiting.clear()
            _close(items, pred, stack)
    resolve_chain(chain, concepts)


def _tells(pred: Pred, concepts: Concepts) -> bool:
    return concepts.acts[pred.act].kind in {"speech", "mental"}


def _unquoted(inner: list[_Frame], outer: list[_Frame]) -> list[_Frame]:
    """Go back to the clause around a quotation; one without a verb of its own leaves its phrases there."""
    if inner[-1].last is None and len(inner) == 1:
        outer[-1].pool += inner[-1].pool
    return outer


def _ends_told(items: Sequence[Item], item: Item, facts: Facts) -> bool:
    """Tell whether a word ends what is told before its verb (bn "বলে" in "যোগ দেবে বলে জানিয়েছে"), no verb itself."""
    after = items[item.index + 1] if item.index + 1 < len(items) else None
    return item.index > 0 and facts.affixed("quote", item.text) and after is not None and after.sort not in CLOSING


def _dated(items: Sequence[Item], item: Item, facts: Facts) -> bool:
    """Tell whether a clause without a listed verb only dates the one around it (bn "কার্যকর হওয়ার পর", hi "लागू होने के बाद")."""
    after = items[item.index + 1] if item.index + 1 < len(items) else None
    return after is not None and after.sort == "link" and facts.affixed("verbal-noun", item.text)


def _rejoin(items: Sequence[Item]) -> None:
    """Give a phrase the postposition that brackets part it from (hi "संगठन (बीडीआई) ने")."""
    for item in items:
        if item.sort != "link" or item.kind != "fn" or not item.index or items[item.index - 1].sort != "bracket-close":
            continue
        opened = next((i.index for i in reversed(items[: item.index]) if i.sort == "bracket-open"), 0)
        noun = items[opened - 1] if opened else None
        if noun is not None and noun.kind == "np" and not noun.links:
            noun.links = frozenset(m.concept for m, _ in item.readings)


def _settle_genitives(items: Sequence[Item]) -> None:
    """Settle an ending of owners and objects alike by what follows (bn "শরণার্থীদের ফেরত পাঠায়", "শরণার্থীদের শিবির")."""
    for item in items:
        if item.kind != "np" or not {"object", "of"} <= item.links:
            continue
        after = items[item.index + 1] if item.index + 1 < len(items) else None
        owns = after is not None and after.kind == "np" and after.sort != "actor"
        item.links = item.links - ({"object"} if owns else {"of", "poss"})


def _settle_compounds(items: Sequence[Item], facts: Facts) -> None:
    """Take an act noun bare before another noun for what only qualifies it (hi "समझौता योजना", bn "চুক্তি খসড়া")."""
    for item, after in zip(items, items[1:], strict=False):
        bare = item.kind == "np" and item.sort == "act" and not item.links and not item.owner
        if bare and after.kind == "np" and after.sort in {"thing", "other", "act"} and after.start == item.end + 1:
            if after.readings and not facts.cases:
                item.sort = "thing"


def _merge_serial(pred: Pred, by_index: dict[int, Pred], facts: Facts) -> None:
    """Take a verb that only colours the one right before it into that one (bn "অভিযোগ করে আসছে", hi "कहता आया है")."""
    serial = by_index.get(pred.index + 1)
    if serial is None or not any(m.word in facts.serial_verbs for m, _ in serial.readings):
        return
    del by_index[serial.index]
    serial.form, serial.matrix = "part", pred
    pred.feats = (pred.feats - {"connective", "present"}) | serial.feats
    pred.colours |= serial.colours


def _postposed_subject(items: Sequence[Item], pred: Pred) -> None:
    """Find who acts behind the verb, where nothing else follows (bn "চুক্তি বাতিল করেছে চীন।")."""
    if pred.passive or (pred.subject is not None and pred.subject.sort in {"actor", "pron"}):
        return
    at = pred.index + 1
    while at < len(items) and items[at].sort in SKIPPED:
        at += 1
    named = items[at] if at < len(items) else None
    after = items[at + 1] if at + 1 < len(items) else None
    bare = named is not None and named.sort in {"actor", "pron"} and (not named.links or "subject" in named.links)
    if named is not None and bare and not named.owner and (after is None or after.sort in CLOSING):
        if pred.subject is not None and pred.object is None:
            pred.object = pred.subject
        pred.subject = named


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
    if after is not None and after.sort == "aux" and facts.affixed("verbal-noun", after.text):
        return True  # hi "रोके जाने की मांग": the demand that it be stopped
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


def _own_doer(pred: Pred) -> None:
    """Take the nearest owner for who acts, where a verb made a noun has no subject (hi "एफबीआई की जांच शुरू होने पर")."""
    doer = next((i for i in reversed(pred.owners) if i.sort == "actor"), None)
    if pred.subject is None and doer is not None and not pred.passive and doer.index == pred.index - 1:
        pred.subject = doer
        pred.owners.remove(doer)


def _describes(items: Sequence[Item], pred: Pred, facts: Facts) -> bool:
    """Tell whether a past participle stands bare inside a clause that goes on: it then describes the noun before it."""
    after = items[pred.index + 1] if pred.index + 1 < len(items) else None
    bare = facts.affixed("participle", pred.item.text) and "past" in pred.feats
    return bare and after is not None and (after.kind in {"np", "gap"} or after.sort in {"link", "time"})


def _open(items: Sequence[Item], item: Item, stack: list[_Frame], prenominal: bool) -> None:
    frame = stack[-1]
    if prenominal and item.sort == "rel":
        nouns = [i for i in frame.pool if i.kind == "np" and not i.owner and not i.links & {"of", "poss"}]
        stack.append(_Frame(head=nouns[-1] if nouns else _antecedent(items, item)))
        return
    before = next((i for i in reversed(items[: item.index]) if i.sort not in SKIPPED), None)
    named = frame.pool[-1] if frame.pool and frame.last is None and not prenominal else None
    if before is not None and before.sort == "comma" and named is not None and named.end == before.start:
        stack.append(_Frame(head=named))  # fa "اتحادیه اروپا، که …،": the union, which …
        return
    if before is None or before.kind == "verb" or before.sort in {"comma", "quote-open"} or not frame.pool:
        stack.append(_Frame(matrix=frame.last))
    else:
        head = next((i for i in reversed(frame.pool) if not i.owner and "of" not in i.links), frame.pool[-1])
        stack.append(_Frame(head=head))


def _back_to_waiting(stack: list[_Frame]) -> None:
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
    return next((i for i in reversed(nouns) if "subject" not in i.links), nouns[-1] if nouns else None)


def _join(items: Sequence[Item], pred: Pred, frame: _Frame, concepts: Concepts, prenominal: bool) -> None:
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
        if frame.told or (prenominal and not joined and _tells(pred, concepts) and "comma" not in between):
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


def _take_up(frame: _Frame, previous: Pred, pred: Pred) -> None:
    """Hang what was told from the verb of saying right behind it."""
    frame.told = False
    pred.form, pred.matrix = ("comp", frame.matrix) if frame.matrix is not None else ("main", None)
    if previous.form in {"main", "coord", "comp"} and previous.matrix is pred.matrix:
        previous.form, previous.matrix = "comp", pred


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


def _take(pred: Pred, pool: list[Item], prenominal: bool) -> None:
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
        elif not links or {"subject", "object"} <= links:
            if not (prenominal and _beside_subject(item, pool)):
                bare.append(item)
        elif "subject" in links or "topic" in links:
            pred.subject = pred.subject or item
        elif "object" in links:
            pred.object = item
            if prenominal and "dative" in links:
                pred.obliques.append(item)  # hi को, bn -কে, ur کو mark whom something is done to or given
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
    named = next((i for i in bare if i.sort in {"actor", "pron"}), None) if prenominal and not pred.passive else None
    if named is not None and pred.subject is None:
        pred.subject = named
        bare.remove(named)
    for item in bare:
        if pred.subject is None:
            pred.subject = item
        elif pred.object is None:
            pred.object = item
        else:
            pred.things.append(item)
    pool.clear()


def _hold(pred: Pred) -> None:
    """Tell whose the craft is that acts, apart from whose the rest is (fa "جنگنده‌های اسرائیلی مواضع سوریه را …")."""
    subject = pred.subject
    if subject is None or subject.entities or pred.passive or not any(m.concept in CRAFT for m, _ in subject.readings):
        return
    owner = next((i for i in pred.owners if i.index == subject.index + 1), None)
    if owner is not None:
        pred.holder = owner
        pred.owners.remove(owner)


def _beside_subject(item: Item, pool: Sequence[Item]) -> bool:
    """Tell whether a bare phrase only describes the marked subject right behind it (hi "बंदूकधारी हमलावरों ने")."""
    after = next((i for i in pool if i.index == item.index + 1), None)
    if after is None or item.sort != "actor" or after.sort != "actor":
        return False
    same = {e.code for e in item.entities} & {e.code for e in after.entities} - {None}
    return after.links == {"subject"} or bool(same and {"subject", "object"} <= after.links)  # bn "ট্রাম্প প্রশাসন"


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
