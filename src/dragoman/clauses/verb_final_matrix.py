"""Which verb stands above which where verbs come last, and whose subjects and objects they lend each other."""

from collections.abc import Sequence

from dragoman.actors.items import Item
from dragoman.clauses.predicate import Pred
from dragoman.clauses.verb_final_sharing import as_addressee
from dragoman.packs.schema import Concepts

PLEDGES = frozenset({"promise", "threaten", "refuse"})
BLAMES = frozenset({"accuse", "criticise", "condemn", "blame", "allege", "complain"})


def settle(
    pred: Pred, waiting: list[Pred], verbs: list[Pred], told: list[Pred], concepts: Concepts
) -> None:  # fmt: skip
    """Tie clauses that waited for their matrix; share subjects along a chain of connected verbs."""
    if pred.form != "sub" or ("subordinate" in pred.feats and concepts.acts[pred.act].frame in {"addressed", "speech"}):
        for other in waiting:
            if _tells_how(other, pred, concepts):
                other.form = "coord"
                continue
            other.matrix = pred
            if other.form == "comp" and concepts.acts[pred.act].kind == "effect":
                other.form = "inf"  # ko "강타하는 것을 막다": what is prevented or allowed is no report
            # "미국에 […에서 벗어날 것을] 촉구": whom the last verb addresses may stand before the embedded clause
            told_to = [i for i in other.obliques if _addressed(i, other) and i not in pred.obliques]
            if pred.act in BLAMES and "quote" in other.feats and "nominal" not in other.feats:
                told_to = []  # ko "해군에 합류할 함은 없다고 한탄했다": what is lamented is addressed to nobody
            if len(told_to) > 1:  # ja "大統領に対し、サウジに制裁を科すよう求めた": the nearer one is the inner verb's
                told_to.remove(max(told_to, key=lambda i: i.index))
            act = concepts.acts[pred.act]
            carries = pred.form in {"inf", "comp"} and act.kind in {"empty", "aspect", "light", "effect"}
            if act.frame in {"addressed", "speech"} or pred.act in PLEDGES or carries:
                pred.obliques += told_to  # not "opposed [its joining NATO]"
            if pred.act in BLAMES and pred.object is None and other.form == "inf":
                pred.object = _accused(other, verbs)
            first = next((p for p in told if p.form == "coord" and p.index < other.index), None)
            if "imperative" in other.colours and first is not None and other.subject is pred.subject is not None:
                if first.subject is not None and first.subject.index < pred.subject.index and first.subject.links:
                    pred.obliques.append(as_addressee(pred.subject))
                    pred.subject = first.subject  # ko: "경찰은 사진을 공개하고 시민은 연락해 달라고 당부했다"
            marked = other.subject is not None and bool(other.subject.links & {"subject", "topic"})
            if marked and pred.subject is None and pred.form != "rel" and pred.act in PLEDGES and not pred.passive:
                pred.subject = other.subject  # ko: "당선인이 […하지 않을 것을] 맹세했다": who vows is who will do it
        waiting.clear()
    if pred.form in {"comp", "inf"}:
        waiting.append(pred)
        return
    if pred.form == "rel":
        _lend_subjects(pred, verbs)
        return
    if pred.subject is None and pred.form != "sub":
        earlier = next((p for p in reversed(told) if p.index < pred.index and p.form == "coord"), None)
        if earlier is not None:
            pred.subject = earlier.subject
        elif pred.form == "main" and len(told) > 1 and told[-2].form == "sub" and told[-2].opener is not None:
            pred.subject = told[-2].subject  # ko: "수비대가 발포한 뒤 나포했다": who fired seized
    if pred.form == "sub":
        return
    for other in told:
        lent = other.form in {"coord", "sub"} or (other.form == "rel" and not other.passive)
        if lent and other.index < pred.index and other.subject is None:
            other.subject = _own_before(other, pred, verbs)
    _lend_subjects(pred, verbs)


def _tells_how(other: Pred, pred: Pred, concepts: Concepts) -> bool:
    """Tell whether a clause tells by what another is done (ja "関税を課すことで報復した" = by imposing tariffs)."""
    if other.form != "comp" or other.opener is None:
        return False
    act = concepts.acts[pred.act]
    return act.frame != "addressed" and act.kind not in {"speech", "mental", "naming"}


def _accused(deed: Pred, verbs: Sequence[Pred]) -> Item | None:
    """Take from a deed somebody is blamed for the object that stands first (tr "ABD'yi zorbalık yapmakla suçladı")."""
    chain = [deed, *(v for v in verbs if v.matrix is deed)]
    named = [v for v in chain if v.object is not None and v.object.sort == "actor" and "object" in v.object.links]
    if not named or deed.form != "inf":
        return None
    first = min(named, key=lambda v: v.object.index if v.object is not None else 0)
    accused, first.object = first.object, None
    return accused


def _own_before(other: Pred, pred: Pred, verbs: Sequence[Pred]) -> Item | None:
    """Return whose act a clause before `pred` tells: who was named before it rather than a topic that comes after it."""
    later = pred.subject
    if later is None or later.index < other.index or "topic" not in later.links:
        return later
    if other.form == "sub" and "infinitive" in other.feats:
        return None
    before = [
        v.subject
        for v in verbs
        if v.index < other.index and v.form == "inf" and v.subject and v.subject.index < v.index
    ]
    return before[0] if before else later


def _addressed(item: Item, inner: Pred) -> bool:
    """Tell whether a dative before an embedded clause may be the upper verb's: not where it follows a subject there."""
    if not item.links & {"to", "dative"}:
        return False
    noun = inner.object
    if noun is not None and noun.sort == "act" and item.index == noun.index - 1 and "on" in item.links:
        return False  # ja シリアへの支援を: the aid to Syria
    return inner.subject is None or "topic" in inner.subject.links or item.index < inner.subject.index


def _lend_subjects(pred: Pred, verbs: list[Pred]) -> None:
    """Lend the subject of a verb to the clauses below it that have none of their own."""
    for other in reversed(verbs):
        above = other.matrix
        if other.index < pred.index and above is not None and other.subject is None:
            other.subject = above.subject


def inverted(pred: Pred, outer: Item, waiting: Sequence[Pred]) -> None:
    """Give what is told before the speaker is named to its topic (ko "중국은 …을 연기했다고 국방부가 밝혔다")."""
    speaker = pred.subject
    if speaker is None or "subject" not in speaker.links or speaker.index < outer.index:
        return
    for told in waiting:
        if told.form == "comp" and told.subject is None and outer.index < told.index < speaker.index:
            told.subject = outer
