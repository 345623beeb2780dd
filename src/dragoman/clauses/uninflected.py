"""What holds where verbs do not inflect (vi, th, id, zh): order and small words tell who does what."""

from collections.abc import Sequence

from dragoman.actors.items import Item
from dragoman.clauses.predicate import Pred, between, is_bare, may_be_subject, nearest_before
from dragoman.packs.schema import Concepts, Facts
from dragoman.records import Span
from dragoman.text.han import transcribed

WALLED = frozenset({"comp", "rel", "sub", "break", "quote-open", "quote-close", "stop", "source"})
COVERB_LINKS = frozenset({"to", "on", "against", "with"})
SPOKEN = frozenset({"accuse", "blame", "allege", "criticise", "condemn", "threaten", "warn", "order"})


def take_agent_of_undergoing(pred: Pred, before: Pred | None) -> None:
    """Take for its agent from whom somebody undergoes what a verb names (vi "hứng chỉ trích từ phe đối lập")."""
    if before is not None and before.act == "undergo" and before.subject is pred.subject:
        for item in pred.obliques:
            if "from" in item.links:
                item.links |= {"by"}


def describes_actor(items: Sequence[Item], at: int) -> bool:
    """Tell whether a bare thing stands right behind an actor that may be the subject, and so only describes it."""
    before = items[at - 1] if at else None
    return (
        before is not None and before.sort == "actor" and may_be_subject(before) and before.end + 1 == items[at].start
    )


def describes_noun(items: Sequence[Item], at: int, facts: Facts) -> bool:
    """Tell whether a bare act or thing stands right behind another, which it describes (id "penyelidikan pembunuhan")."""
    item, before = items[at], items[at - 1] if at else None
    if not facts.bare_complements or facts.qualifier != "after" or before is None or item.sort not in {"act", "thing"}:
        return False
    plain = before.sort in {"act", "thing"} and not before.owner and not before.links
    return plain and not item.links and before.end + 1 == item.start


def of_adjunct(items: Sequence[Item], at: int, facts: Facts) -> bool:
    """Tell whether "of X" belongs to another marked phrase ("with the support of Russia the army retook the town")."""
    if not facts.bare_complements or not items[at].links & {"of", "poss"}:
        return False
    whole = next((i for i in reversed(items[:at]) if i.sort != "link"), None)
    return whole is not None and whole.kind == "np" and bool(whole.links)


def resumes_main(items: Sequence[Item], pred: Pred, before: list[Pred]) -> bool:
    """Thai: take over, behind a relative clause that spaces set off, the noun it describes as subject ("X ซึ่ง … เรียกร้อง")."""
    first = pred.index
    while first and items[first - 1].sort in {"aux", "neg"}:
        first -= 1
    if first == 0 or items[first - 1].end >= items[first].start or items[first - 1].sort in WALLED | {"coord"}:
        return False
    opener = next((i for i in reversed(items[1:first]) if i.sort == "rel" and items[i.index - 1].end < i.start), None)
    inner = next((p for p in before if opener is not None and p.index > opener.index), None)
    if inner is None or inner.form != "rel" or inner.subject is None:
        return False
    pred.subject = inner.subject
    return True


def gives_reason(items: Sequence[Item], pred: Pred, at: int) -> bool:
    """Tell whether "because of" before a verb opens a clause of its own (因 … 而 …, 因 … 被 …) in Chinese."""
    item = items[at]
    if "because" not in item.links or at != (reason_before(items, pred.index) or pred.index - 1):
        return False
    for later in items[pred.index + 1 :]:
        if later.sort in {"comma", "stop", "break"}:
            return False
        if later.sort == "contrast" or "passive" in later.feats:  # 因…而…, 因…被判
            return True
    return False


def reason_before(items: Sequence[Item], at: int) -> int | None:
    """Find "because of" before a verb with nothing between but a time and what marks it (因在90年代下令屠杀而服刑)."""
    for item in reversed(items[:at]):
        if item.sort == "link" and "because" in item.links:
            return item.index
        if item.sort != "time" and not (item.sort == "link" and "in" in item.links):
            return None
    return None


def for_a_reason(items: Sequence[Item], pred: Pred, before: list[Pred]) -> bool:
    """Take over, behind a reason given inside a clause, the subject that stands before the reason (zh)."""
    reason = nearest_before(before, pred.index)
    if reason is None or reason.form != "sub" or reason.opener is None or "because" not in reason.opener.links:
        return False
    if between(items, reason.index, pred.index, frozenset({"comma", "stop", "break"})):
        return False
    until = reason.opener.index
    named = [i for i in items[:until] if i.sort in {"actor", "pron"} and may_be_subject(i)]
    if named and any(may_be_foreign_name(i) for i in items[named[-1].index : until]):
        return True  # a stranger is spoken of
    if named:
        pred.subject = named[-1]
    return bool(named)


def may_be_foreign_name(item: Item) -> bool:
    """Tell whether an unknown word may be a foreign name written in Han characters."""
    return item.kind == "gap" and item.sort == "unknown" and len(item.text) > 1 and transcribed(item.text)


def mark_relatives(items: Sequence[Item], verbs: list[Pred]) -> None:
    """Chinese: mark the noun that a coverb governs across its relative clause (对 … 和平示威的 人群 开枪)."""
    for link in items:
        following = items[link.index + 1] if link.index + 1 < len(items) else None
        if link.sort != "link" or not link.links & COVERB_LINKS or following is None or following.kind == "np":
            continue
        for item in items[link.index + 2 :]:
            if item.sort in {"comma", "stop", "break", "quote-open", "quote-close"}:
                break
            before = items[item.index - 1]
            marked = before.sort == "possmark" or (before.kind == "np" and before.owner)
            marked = marked or (before.kind == "verb" and "的" in item.text)  # 运入委内瑞拉的人群: its object is in it
            inner = [p for p in verbs if link.index < p.index < item.index]
            if item.kind == "np" and not item.owner and not item.links and marked and inner:
                item.links, item.marker = link.links, Span(link.start, link.end)
                for pred in inner:
                    pred.form, pred.subject = "rel", item
                break


def relative_head(items: Sequence[Item], pred: Pred, verb: Item, verbs: list[Pred]) -> Item | None:
    """Chinese: find the noun that a relative clause between a verb and its object describes; hang the clause from it.

    A counted noun still to come (逮捕数十名…的妇女), a verb that is complete (推迟了…的会谈) or a clause with its own aspect
    (召回正在…的司令) tells that the second verb opens a relative clause.
    """
    between = items[pred.index + 1 : verb.index]
    first = between[0] if between else None
    aspect = first is not None and first.sort == "aux" and (first.means("progressive") or first.means("perfect"))
    if not aspect and (pred.object is not None or any(i.kind == "np" and is_bare(i) for i in between)):
        return None
    if not (aspect or any(i.sort == "quant" for i in between) or pred.item.text.endswith("了")):
        return None
    for item in items[verb.index + 1 :]:
        if item.sort in {"comma", "stop", "break", "comp", "coord", "quote-open", "quote-close"}:
            return None
        before = items[item.index - 1]
        marked = before.sort == "possmark" or (before.kind == "np" and before.owner)
        if item.kind == "np" and not item.owner and not item.links and marked:
            for inner in verbs:
                if verb.index <= inner.index < item.index:
                    inner.form, inner.subject = "rel", item
            return item
    return None


def level_with(pred: Pred, previous: Pred, concepts: Concepts, facts: Facts) -> Pred:
    """Find, where verbs do not inflect, the verb that a coordinated one goes on from: of words after words.

    vi: "dọa ngừng bán vũ khí và cáo buộc …": who threatens accuses; "triệu hồi tư lệnh đang thăm Mỹ và hoãn …": who recalls
    postpones, as nobody was asked to do anything.
    """
    if not facts.bare_complements:
        return previous
    verbal = is_word(pred, concepts)
    climb: Pred | None = previous
    while climb is not None:
        carrier = climb.matrix if climb.form in {"inf", "comp"} else None
        if verbal and is_word(climb, concepts):
            return climb
        if not verbal and (carrier is None or is_word(carrier, concepts) or concepts.acts[carrier.act].kind != "act"):
            return climb
        climb = carrier
    return previous


def is_word(pred: Pred, concepts: Concepts) -> bool:
    """Tell whether a predicate names an act of words, spoken or written."""
    act = concepts.acts[pred.act]
    return act.kind in {"speech", "mental"} or (act.kind == "act" and (act.frame == "addressed" or pred.act in SPOKEN))
