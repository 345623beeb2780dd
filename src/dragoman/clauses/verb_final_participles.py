"""Verbs without a clause of their own before a noun or another verb (hi "करने वाले", "करके", bn "করা", "করে")."""

from collections.abc import Sequence

from dragoman.actors.items import Item
from dragoman.clauses.predicate import Pred
from dragoman.packs.schema import Concepts, Facts

FINITE = frozenset({"past", "present", "future", "finite"})
HELPING = frozenset({"aux", "neg", "hyphen", "mark"})
STANDING = frozenset({"subject", "topic"})
BOUNDS = frozenset({"stop", "break", "coord", "contrast", "comp", "rel", "sub", "source"})
TOLD = frozenset({"speech", "naming"})
REACH = 5


def described(items: Sequence[Item], pred: Pred, facts: Facts, concepts: Concepts) -> Item | None:
    """Find the noun that a participle describes (hi "छापा मारने वाली पुलिस", ur "گرفتار کیے گئے افراد", bn "আরোপ করা শুল্ক")."""
    at, marked = pred.index + 1, False
    while at < len(items) and (items[at].sort in HELPING or facts.affixed("adnominal", items[at].text)):
        if facts.affixed("adnominal", items[at].text):
            marked = True
        elif items[at].sort == "aux" and facts.affixed("closing", items[at].text):
            return None  # hi "किया है", ur "کیا تھا": the helping verb ends the clause
        at += 1
    noun = _noun_after(items, at)
    if noun is None or noun.sort == "pron":
        return None
    if marked:
        return noun
    if "nominal" in pred.feats and not pred.feats & FINITE:
        return None
    if pred.feats == {"passive"} and noun.index == at and noun.sort == "actor":
        return noun  # bn "আটক এক ধর্মযাজককে নিয়ে" = over a detained clergyman
    if not pred.feats & {"past", "participle"} or concepts.acts[pred.act].kind in TOLD or noun.index != at:
        return None
    if "participle" in pred.feats or at > pred.index + 1:
        return noun
    return noun if " " not in pred.meaning.word and _goes_on(items, at) else None


def describes_held(items: Sequence[Item], pred: Pred, facts: Facts) -> bool:
    """Tell whether a bare participle describes the noun that the next verb holds (hi "ईरान पर लगे प्रतिबंध हटाए")."""
    at = pred.index + 1
    while at < len(items) and items[at].sort == "aux" and facts.affixed("adnominal", items[at].text):
        at += 1
    after = items[at] if at < len(items) else None
    if after is None or after.kind != "verb" or not pred.feats & {"past", "participle"}:
        return False
    return any(f.startswith("has:") for meaning, _ in after.readings for f in meaning.features)


def _noun_after(items: Sequence[Item], at: int) -> Item | None:
    """Find the head of the phrase that begins at an item, past words that are not known and times."""
    for item in items[at : at + REACH]:
        if item.kind == "np" or (item.kind == "gap" and item.links):
            return item
        if item.kind != "gap" and item.sort != "time":
            return None
    return None


def _goes_on(items: Sequence[Item], at: int) -> bool:
    """Tell whether a verb still follows that ends the clause: the one before then stands inside it."""
    for item in items[at:]:
        if item.kind == "verb" or item.sort in BOUNDS:
            return item.kind == "verb"
    return False


def chained(items: Sequence[Item], pred: Pred, facts: Facts) -> bool:
    """Tell whether a verb only leads up to the next (hi "बैठक करके", "करते हुए", bn "চালিয়ে", ur "مار کر")."""
    after = items[pred.index + 1] if pred.index + 1 < len(items) else None
    if after is not None and facts.affixed("while", after.text) and pred.feats & FINITE:
        return not facts.affixed("closing", items[pred.index + 2].text if pred.index + 2 < len(items) else "")
    if "connective" not in pred.feats or pred.feats & FINITE or (after is not None and after.sort == "aux"):
        return False
    for item in items[pred.index + 1 :]:
        if item.kind == "verb":
            return True
        if item.sort in BOUNDS:
            return False
    return False


def take_near(pred: Pred, pool: list[Item]) -> None:
    """Take what stands right before a verb inside a clause, back to its subject, which waits for the last verb."""
    while pool:
        item = pool[-1]
        bare = not item.links or {"subject", "object"} <= item.links
        if (item.links & STANDING and not bare) or (bare and (pred.object is not None or _only_subject(item, pool))):
            return
        addressee = item.links & {"on", "against", "to", "dative", "from", "object"}
        if item.sort == "actor" and pred.object is not None and addressee:
            return  # ur "روس پر ٹینک بھیجنے کا الزام": the addressee is the upper verb's
        if item.sort == "time":
            pred.times.append(item)
        elif item.owner or item.links & {"of", "poss"}:
            pred.owners.append(item)
        elif bare or "object" in item.links:
            if pred.object is not None or (bare and item.index < pred.index - REACH):
                return
            pred.object = item
            if "dative" in item.links:
                pred.obliques.append(item)
        else:
            pred.obliques.append(item)
        pool.pop()


def _only_subject(item: Item, pool: Sequence[Item]) -> bool:
    """Tell whether nothing but this bare phrase can be the subject of the clause."""
    others = (i for i in pool if i is not item and not i.owner)
    return item.sort in {"actor", "pron"} and not any(i.links & STANDING or _bare_actor(i) for i in others)


def _bare_actor(item: Item) -> bool:
    return item.sort in {"actor", "pron"} and not item.links


def fill_gap(pred: Pred, noun: Item, concepts: Concepts) -> None:
    """Let the described noun be what the participle lacks: who acts, or what is acted upon."""
    if any("by" in i.links for i in pred.obliques):
        pred.passive = True
    if pred.passive:
        pred.subject = noun
        return
    lacks_object = pred.object is None and concepts.acts[pred.act].frame in {"transitive", "measure", "giving"}
    active = "nominal" in pred.feats
    if not active and lacks_object and not any(f.startswith("has:") for f in pred.feats):
        pred.object = noun
        doer = next((i for i in pred.owners if i.sort == "actor"), None)
        if doer is not None:
            pred.subject = doer  # bn "যুক্তরাষ্ট্রের আরোপ করা শুল্ক": the tariffs the US imposed
            pred.owners.remove(doer)
        return
    pred.subject = noun


def resolve_chain(pairs: Sequence[tuple[Pred, Pred]], concepts: Concepts) -> None:
    """Let verbs that lead up to another share its subject, its tie and what is doubtful or to come about it."""
    for pred, after in reversed(pairs):
        pred.form = after.form if after.form in {"comp", "inf", "rel", "sub"} else "coord"
        pred.matrix, pred.opener, pred.condition = after.matrix, after.opener, after.condition
        pred.subject = pred.subject or (after.subject if not after.passive or pred.passive else None)
        if concepts.acts[pred.act].kind not in TOLD and concepts.acts[pred.act].frame != "addressed":
            pred.colours |= after.colours - {"passive", "perfect", "negated"}
