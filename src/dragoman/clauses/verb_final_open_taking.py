"""What a verb takes of the phrases that wait for it, where verbs come last but what is said follows its verb."""

from collections.abc import Sequence

from dragoman.actors.items import Item
from dragoman.clauses.links import CRAFT
from dragoman.clauses.predicate import Pred
from dragoman.clauses.verb_final_open_frames import SKIPPED
from dragoman.packs.schema import Facts

ADDRESSEE = frozenset({"to", "dative", "from", "on", "against"})
CLOSING = frozenset({"stop", "comma", "break", "quote-open", "coord", "comp"})
HEARD = frozenset({"from", "dative"})
OBLIQUE_ACTS = frozenset({"in", "from", "by", "because", "after", "during", "since"})
SUFFERED = frozenset({"kill", "wound", "die"})


def subject_behind(items: Sequence[Item], pred: Pred) -> Item | None:
    """Find who acts behind the verb, where nothing else follows (bn "চুক্তি বাতিল করেছে চীন।")."""
    if pred.passive:
        return None
    at = pred.index + 1
    while at < len(items) and items[at].sort in SKIPPED:
        at += 1
    named = items[at] if at < len(items) else None
    after = items[at + 1] if at + 1 < len(items) else None
    bare = named is not None and named.sort in {"actor", "pron"} and (not named.links or "subject" in named.links)
    closes = named is not None and bare and not named.owner and (after is None or after.sort in CLOSING)
    return named if closes else None


def hand_up(pred: Pred, described_by: dict[int, Pred]) -> None:
    """Give a verb whom the participle about its object is aimed at (hi "तुर्की पर लगाए गए प्रतिबंध हटाए")."""
    for noun in (pred.object, pred.object2, *pred.things):
        below = described_by.get(noun.index) if noun is not None and noun.sort in {"thing", "act"} else None
        if below is not None:
            aimed = [i for i in below.obliques if i.sort == "actor" and i.links & (ADDRESSEE | {"with"})]
            pred.obliques += [i for i in aimed if i not in pred.obliques]


def hold(pred: Pred) -> None:
    """Tell whose the craft is that acts, apart from whose the rest is (fa "جنگنده‌های اسرائیلی مواضع سوریه را …")."""
    subject = pred.subject
    if subject is None or subject.entities or pred.passive or not any(m.concept in CRAFT for m, _ in subject.readings):
        return
    owner = next((i for i in pred.owners if i.index == subject.index + 1), None)
    if owner is not None:
        pred.holder = owner
        pred.owners.remove(owner)


def own_doer(pred: Pred) -> None:
    """Take the nearest owner for who acts, where a verb made a noun has no subject (hi "एफबीआई की जांच शुरू होने पर")."""
    doer = next((i for i in reversed(pred.owners) if i.sort == "actor"), None)
    if pred.subject is None and doer is not None and not pred.passive and doer.index == pred.index - 1:
        pred.subject = doer
        pred.owners.remove(doer)


def take_back(pred: Pred, pool: list[Item]) -> None:
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


def address(pred: Pred, inner: Pred) -> None:
    """Give the upper verb whom it addresses from before its infinitive (ur "بھارت کو مذاکرات کی پیشکش کی")."""
    if any(i.sort in {"actor", "pron"} and i.links & ADDRESSEE for i in (pred.object, *pred.obliques) if i is not None):
        return
    taken = [i for i in (inner.object, *inner.obliques) if i is not None]
    pred.obliques += [i for i in taken if i.sort in {"actor", "pron"} and i.links & ADDRESSEE]


def take(pred: Pred, pool: list[Item], prenominal: bool) -> None:
    bare: list[Item] = []
    for item in pool:
        links = item.links
        if item.sort == "time":
            pred.times.append(item)
        elif pred.act in SUFFERED and (item.owner or links & {"of", "poss"}) and _owns_oblique(item, pool):
            continue  # bn "জোটের বিমান হামলায় ৩০ জন নিহত": the coalition's is the attack, not the dead
        elif item.owner or links & {"of", "poss"}:
            pred.owners.append(item)
            if item.sort in {"thing", "act"}:
                pred.things.append(
                    item
                )  # ur: "میزائل کا تجربہ کیا": what the compound verb is about stands in the genitive
        elif not links or {"subject", "object"} <= links:
            if prenominal and _qualifies(item, pred, pool):
                pred.owners.append(item)
            elif not (prenominal and _beside_subject(item, pool)):
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


def _owns_oblique(item: Item, pool: Sequence[Item]) -> bool:
    """Tell whether the noun an owner stands before is an act that only tells where, when or by what."""
    after = next((i for i in pool if i.index > item.index and not i.owner and (i.links or i.sort == "act")), None)
    near = after is not None and after.index - item.index <= 3
    return near and after is not None and after.sort == "act" and bool(after.links & OBLIQUE_ACTS)


def _qualifies(item: Item, pred: Pred, pool: Sequence[Item]) -> bool:
    """Tell whether a bare country only qualifies the noun behind it (hi "अमेरिका ईरान परमाणु समझौते से हटा")."""
    after = next((i for i in pool if 0 < i.index - item.index <= 2), None)
    others = any(i is not item and i.sort in {"actor", "pron"} and not i.owner for i in pool if i.index < item.index)
    named = item.sort == "actor" and item.draft is not None and bool(item.draft.countries) and not item.draft.roles
    owns = after is not None and after.sort in {"thing", "act"} and bool(after.links) and "subject" not in after.links
    return named and owns and (others or (pred.subject is not None and pred.subject.index > pred.index))


def _beside_subject(item: Item, pool: Sequence[Item]) -> bool:
    """Tell whether a bare phrase only describes the marked subject right behind it (hi "बंदूकधारी हमलावरों ने")."""
    after = next((i for i in pool if i.index == item.index + 1), None)
    if after is None or item.sort != "actor" or after.sort != "actor":
        return False
    same = {e.code for e in item.entities} & {e.code for e in after.entities} - {None}
    return after.links == {"subject"} or bool(same and {"subject", "object"} <= after.links)  # bn "ট্রাম্প প্রশাসন"


def told_to(items: Sequence[Item], verbs: Sequence[Pred], facts: Facts) -> None:
    """Oblige whom a verb of saying addresses to do what is said (hi "अमेरिका से दूर रहने को कहा" = told the US to stay away)."""
    for pred in verbs:
        if pred.act != "say" or pred.passive:
            continue
        heard = [i for i in (*pred.obliques, pred.object) if i is not None and i.sort == "actor" and i.links & HEARD]
        for told in verbs:
            asked = told.form == "inf" or (told.form == "comp" and "conditional" in told.colours and not told.condition)
            if told.matrix is pred and asked and (heard or _asked_of(items, told, facts)):
                told.form, told.subject = "comp", heard[0] if heard else None
                told.colours = (told.colours - {"conditional", "negated"}) | {"obligation"}


def _asked_of(items: Sequence[Item], told: Pred, facts: Facts) -> bool:
    """Tell whether a verb made a noun is what somebody is told to do (hi "बहिष्कार करने को कहा", bn "বর্জন করতে বলেছেন")."""
    after = items[told.index + 1] if told.index + 1 < len(items) else None
    marked = after is not None and any("dative" in m.concept.split() for m, _ in after.readings)
    return marked or (after is not None and after.kind == "verb" and facts.affixed("asked", told.item.text))
