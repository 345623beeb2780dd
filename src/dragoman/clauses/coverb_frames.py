"""What stands around a Chinese verb: phrases that a coverb opens, clauses of time that a postposition closes."""

from collections.abc import Sequence

from dragoman.actors.items import Item
from dragoman.clauses.predicate import Pred, may_be_subject
from dragoman.clauses.uninflected import COVERB_LINKS, is_word
from dragoman.packs.schema import Concepts

WHEN = frozenset({"after", "during", "before"})
CUTS = frozenset({"comma", "stop", "break", "comp"})


def mark_heads(items: Sequence[Item]) -> None:
    """Give the mark of a coverb to the head at the end of its phrase (对 美国的 商品 征税, 向 欧盟的 职员 写信)."""
    for first, verb in _phrases(items):
        head = items[verb - 1]
        if verb - 1 == first or head.links or head.owner or head.kind != "np":
            continue
        opener = items[first]
        for item in items[first + 1 : verb]:
            if item.kind == "np" and (item is head or (item.sort == "actor" and item.links <= {"poss", "of"})):
                item.links, item.marker, item.owner = opener.links, opener.marker, False


def _phrases(items: Sequence[Item]) -> list[tuple[int, int]]:
    """List the coverb phrases of several nouns: where the first stands, and the verb right behind the last."""
    found = []
    for item in items:
        opens = item.kind == "np" and item.links & COVERB_LINKS and item.marker is not None
        if not opens or item.marker is None or item.marker.start >= item.start:
            continue
        at = item.index + 1
        while at < len(items) and (items[at].kind == "np" or items[at].sort == "possmark" or items[at].text == "的"):
            if items[at].marker is not None and items[at].marker != item.marker:
                break
            at += 1
        if at < len(items) and items[at].kind == "verb":
            found.append((item.index, at))
    return found


def after_time_clause(items: Sequence[Item], pred: Pred, before: Sequence[Pred], concepts: Concepts) -> bool:
    """Take over the subject of a clause of time that closes before a verb (在会见默克尔后表示, 抗议时发誓, 会见后，遭到)."""
    closer = _closer_before(items, pred.index)
    if closer is None:
        _close_before_subject(items, pred, before)
        return False
    opens = next((i.index for i in reversed(items[: closer.index]) if i.sort in CUTS), -1)
    clause = [p for p in before if opens < p.index < closer.index]
    if not clause or clause[0].form in {"rel", "sub"}:
        return False
    last = clause[-1]
    if closer.kind == "gap" and is_word(last, concepts):
        return False  # 要求他们在被拘留后出庭: what is asked is done after it
    told = clause[0] if any(i.sort == "comma" for i in items[closer.index : pred.index]) else last
    if closer.kind == "np":
        closer.links = frozenset({"object"})
        last.object = last.object or closer
        last.obliques = [i for i in last.obliques if i is not closer]
    if told.subject is None and (lone := _opened_by_in(items, told)) is not None:
        told.obliques = [i for i in told.obliques if i is not lone]
        lone.links, told.subject = frozenset(), lone
    if told.subject is None:
        return False
    pred.form, pred.matrix, pred.subject = told.form, told.matrix, told.subject
    told.form, told.matrix = "sub", None
    return True


def _close_before_subject(items: Sequence[Item], pred: Pred, before: Sequence[Pred]) -> None:
    """Close a clause of time before a main clause with a subject of its own (在法院推翻判决后，他宣布紧急状态)."""
    comma = next((i.index for i in reversed(items[: pred.index]) if i.sort in CUTS), -1)
    named = [i for i in items[comma + 1 : pred.index] if i.kind == "np" and may_be_subject(i)]
    if comma < 1 or items[comma].sort != "comma" or not named or not _closes(items[comma - 1]):
        return
    opens = next((i.index for i in reversed(items[:comma]) if i.sort in CUTS or _opens_frame(i)), -1)
    clause = [p for p in before if opens < p.index < comma and p.form != "rel"]
    if not clause or clause[0].form == "sub":
        return
    told = clause[0]
    if opens >= 0 and _opens_frame(items[opens]):
        items[opens].links, told.subject = frozenset(), items[opens]
        told.obliques = [i for i in told.obliques if i is not items[opens]]
    lone = next((i for i in told.obliques if i.links == {"in"} and i.sort == "actor" and i.index < told.index), None)
    own = told.subject is not None and told.subject.index > opens
    if lone is not None and not own:
        told.obliques = [i for i in told.obliques if i is not lone]
        lone.links, told.subject = frozenset(), lone
    elif not own:
        told.subject = None
    closer, last = items[comma - 1], clause[-1]
    if closer.kind == "np":
        closer.links, last.object = frozenset({"object"}), last.object or closer
        last.obliques = [i for i in last.obliques if i is not closer]
    told.form, told.matrix = "sub", None


def _opens_frame(item: Item) -> bool:
    """Tell whether "in" opens the frame that a postposition of time closes (同意在他前往柏林之前，…)."""
    return item.kind == "np" and "in" in item.links and item.marker is not None and item.marker.end <= item.start


def undergone(items: Sequence[Item], verbs: Sequence[Pred]) -> None:
    """Let who stands between a verb of undergoing and what is undergone be who does it (获得50个国家承认)."""
    for pred in verbs:
        who, what = [*items[pred.index + 1 : pred.index + 3], None, None][:2]
        if pred.act == "undergo" and who is not None and what is not None and who.sort == "actor" and not who.owner:
            if not who.links and what.kind == "np" and what.sort == "act" and not what.links:
                who.links, who.owner = frozenset({"poss"}), True


def _closer_before(items: Sequence[Item], at: int) -> Item | None:
    """Find the postposition of time that closes a clause before a verb, with no other noun or verb between."""
    comma = False
    for item in reversed(items[:at]):
        if item.index < at - 1 and _closes(item) and not (comma and item.kind == "gap"):
            return item
        if item.kind == "verb" or (item.kind == "np" and (not item.links or item.owner)):
            return item if _closes(item) else None
        if item.sort == "comma" and not comma:
            comma = True
        elif item.kind == "fn" and item.sort in CUTS | {"coord", "contrast", "sub", "quote-open", "quote-close"}:
            return None
        elif _closes(item):
            return item
    return None


def _closes(item: Item) -> bool:
    """Tell whether a postposition of time ends the clause here, on its noun or by itself."""
    if item.kind == "np":
        return bool(item.links & WHEN) and item.marker is not None and item.marker.start >= item.end
    return item.kind == "gap" and item.sort == "link"


def _opened_by_in(items: Sequence[Item], told: Pred) -> Item | None:
    """Find somebody whom only "in" at the head of the clause of time keeps from being its subject (在诺瓦克会见佩里后)."""
    for item in items[: told.index]:
        people = item.kind == "np" and item.draft is not None and (item.draft.persons or item.draft.roles)
        if people and item.links == {"in"} and item.marker is not None and item.marker.end <= item.start:
            return item
    return None
