"""Take the noun before a verb for its subject, or for that of the verb it stands behind."""

from dragoman.actors.items import Item
from dragoman.clauses.hanging import FINITE, Leftward, carrier, not_yet, resumes_described
from dragoman.clauses.predicate import Pred, between, nearest_before
from dragoman.clauses.uninflected import WALLED, is_word

PLEDGING = frozenset({"warn", "threaten", "promise", "agree"})
CONTRAST = frozenset({"contrast"})
JOINTS = WALLED | {"coord", "contrast"}


def take_subject(view: Leftward, at: int) -> None:
    """Take the noun at `at` for the subject, unless the verb before it has taken it."""
    items, pred = view.items, view.pred
    # zh 拒绝派人的欧盟谴责…: what describes a noun from before it carries nothing
    matrix = nearest_before([p for p in view.before if p.form != "rel" or p.subject is not items[at]], at)
    if not view.infinitive and (told := _told_after_comma(view, matrix, at)) is not None:
        pred.form, pred.matrix, pred.subject = "comp", told, items[at]
    elif matrix is not None and _is_object_of_attribute(pred, matrix, items[at]):
        pred.subject = matrix.subject  # "attacks targeting the army have killed 200 people"
    elif matrix is not None and _is_object_of_relative(view, matrix, items[at]):
        pred.subject = matrix.subject  # "the soldiers who attacked the town were arrested"
    elif matrix is not None and _resumes_described(view, matrix, at):
        pred.subject = matrix.subject
    elif view.infinitive:
        pred.form, pred.matrix = "inf", carrier(view.before, at)
        if matrix is None:
            pred.subject = items[at]
    elif matrix is None or between(items, matrix.index, at, JOINTS | {"comma"}) or not _behind_verb(view, matrix, at):
        pred.subject = items[at]
        if at and items[at - 1].sort == "neg" and not any(p.index == at - 2 for p in view.before):
            pred.colours.add("negated")  # it: "Nessun soldato è stato inviato"
        _behind_wall(view, at)


def _told_after_comma(view: Leftward, matrix: Pred | None, at: int) -> Pred | None:
    """Find the verb of speech that a comma or colon parts from what is said (zh 表示，…)."""
    items, facts = view.items, view.facts
    unmarked = facts.coverbs or (
        facts.bare_complements  # vi: "tuyên bố, nước này sẽ tấn công"
        and matrix is not None
        and items[matrix.index + 1].sort == "comma"
        and at > matrix.index + 1
        and not between(items, matrix.index, at, JOINTS)
    )
    if not unmarked or matrix is None:
        return None
    said = view.concepts.acts[matrix.act]
    if said.kind in {"speech", "mental"} or (said.kind == "act" and said.frame == "addressed"):
        if facts.coverbs and is_word(view.pred, view.concepts) and between(items, matrix.index, at, CONTRAST):
            return None  # zh "甲国外长说…，而乙国外长则要求…"
        behind = items[matrix.index + 1 : matrix.index + 3]
        told = facts.coverbs and len(behind) > 1 and behind[0].sort == "actor" and behind[1].sort == "comma"
        after = behind[1] if told and said.kind == "speech" else behind[0] if behind else None  # zh 告诉路透社，…
        opened = after is not None and after.sort in {"comma", "break", "quote-open"}
        return matrix if opened and not any(i.sort == "stop" for i in items[matrix.index : at]) else None
    if facts.coverbs and is_word(view.pred, view.concepts) and between(items, matrix.index, at, CONTRAST):
        return None
    if matrix.form != "comp" or any(i.sort in {"stop", "break", "quote-close"} for i in items[matrix.index : at]):
        return None
    return matrix.matrix


def _is_object_of_attribute(pred: Pred, matrix: Pred, item: Item) -> bool:
    """Tell whether a noun is the object of a participle that describes the subject of a finite verb."""
    attribute = matrix.form == "part" or ("gerund" in matrix.feats and not matrix.colours)
    if not attribute or matrix.object is not item or matrix.subject is None or not pred.feats & FINITE:
        return False
    return bool(pred.colours) or "participle" not in pred.feats


def _is_object_of_relative(view: Leftward, matrix: Pred, item: Item) -> bool:
    """Tell whether a noun is the object of a relative clause about something whose own verb is still to come."""
    return matrix.object is item and resumes_described(view, matrix)


def _resumes_described(view: Leftward, matrix: Pred, at: int) -> bool:
    """Tell whether a verb goes on about the noun that a relative clause before it describes, where none is unmarked.

    id: "wartawan yang meliput kerusuhan dipukuli" = reporters covering the unrest were beaten.
    """
    pred, facts = view.pred, view.facts
    if matrix.form != "rel" or matrix.subject is None or facts.passive_agent != "bare" or facts.reduced_relatives:
        return False
    act = view.concepts.acts[matrix.act]
    told = pred.passive or "passive" in pred.feats or pred.colours & {"perfect", "past"}
    carries = act.kind in {"speech", "mental"} or act.frame == "addressed"
    return bool(told) and not carries and not between(view.items, matrix.index, pred.index, JOINTS | {"comma"})


def _behind_verb(view: Leftward, matrix: Pred, at: int) -> bool:
    """Tie a verb to the one its noun stands right behind; False where the noun is its subject and nothing more."""
    pred, item, facts = view.pred, view.items[at], view.facts
    kind = view.concepts.acts[matrix.act].kind
    if facts.order == "vso" and kind not in {"speech", "mental"}:
        pred.form, pred.subject = "rel", item  # "هجوم أسفر عن": a clause without a mark describes the noun before it
        return True
    helped = at + 1 < len(view.items) and view.items[at + 1].sort == "aux"  # "said he is holding talks"
    if facts.coverbs and matrix.act == "promise" and helped and item is not matrix.object:
        pred.form, pred.matrix, pred.subject = "comp", matrix, item  # zh 承诺北约将支持乌克兰
        return True
    if kind in {"speech", "mental"} and (helped or "gerund" not in pred.feats):
        pred.form, pred.matrix, pred.subject = "comp", matrix, item
        return True
    if facts.order == "svo" and helped and item.sort == "pron" and matrix.act in PLEDGING:
        pred.form, pred.matrix, pred.subject = "comp", matrix, item  # "warned it would consider measures"
        matrix.object = None if matrix.object is item else matrix.object
        return True
    if item is matrix.object and _is_means(view, matrix, item):
        view.inherit(pred.index)
        return True
    if facts.reduced_relatives and item is matrix.object and item.sort in {"thing", "other"} and not pred.colours:
        if is_word(pred, view.concepts):  # vi: "gửi thư yêu cầu Mỹ rút quân" = sent a letter asking the US
            pred.form, pred.matrix, pred.subject = matrix.form, matrix.matrix, matrix.subject
            return True
        if kind == "light" and view.concepts.acts[pred.act].kind == "empty":
            pred.form, pred.subject = "part", item  # vi: "có hành động gây hấn" = acts that provoke
            return True
    if facts.bare_complements and kind in {"act", "effect"} and not pred.nominal and item is matrix.object:
        # id: "mendesak Israel menghentikan serangan" = urged Israel to stop its attacks
        pred.form, pred.matrix, pred.subject = "inf", matrix, item
        return True
    if pred.feats & {"participle", "gerund", "adnominal"} and not pred.passive and not pred.colours:
        pred.form, pred.subject = "part", item
        pred.passive = "participle" in pred.feats and "gerund" not in pred.feats
        return True
    return False


def _is_means(view: Leftward, matrix: Pred, item: Item) -> bool:
    """Tell whether the object of one verb is only by what means the same subject does what the next one names."""
    if view.facts.coverbs and item.sort in {"thing", "act"}:
        if view.concepts.acts[matrix.act].kind in {"act", "effect", "light"}:
            return True  # zh: 发射催泪弹驱散示威者
    # vi: "dùng đá tấn công cảnh sát"
    return view.facts.bare_complements and matrix.act == "use" and item.sort != "actor"


def _behind_wall(view: Leftward, at: int) -> None:
    """Give a verb with a subject of its own the form that the word opening its clause tells."""
    items, pred, before = view.items, view.pred, view.before
    wall = next((i for i in reversed(items[:at]) if i.kind == "fn" and i.sort in WALLED), None)
    if wall is None:
        return
    if wall.sort == "quote-open" and wall.index and items[wall.index - 1].sort == "comp":
        wall = items[wall.index - 1]  # es: 'prometió que "las tropas nunca …"'
    first = not any(p.index > wall.index for p in before)
    if wall.sort == "comp":
        pred.form, pred.matrix = "comp", nearest_before(before, wall.index)
    elif wall.sort == "rel" and first:
        pred.form = "rel"
        if wall.index and items[wall.index - 1].sort == "link":
            return  # "the speech in which he praised his rival": what is described is neither subject nor object
        pred.object = next((i for i in reversed(items[: wall.index]) if i.kind == "np" and not i.owner), None)
    elif wall.sort == "sub" and first:
        pred.form, pred.condition, pred.opener = "sub", wall.means("condition"), wall
        not_yet(pred, wall)
