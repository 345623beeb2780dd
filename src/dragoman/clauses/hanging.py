"""What a verb hangs from, told by what stands before it: a verb, a comma, a conjunction."""

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.actors.items import Item
from dragoman.clauses.coordination import first_named, inherit
from dragoman.clauses.predicate import Pred, may_be_subject, nearest_before
from dragoman.clauses.uninflected import may_be_foreign_name
from dragoman.clauses.verb_first import outside_aside
from dragoman.packs.schema import Concepts, Facts

REAL = frozenset({"perfect", "progressive", "past"})
FINITE = frozenset({"past", "present", "future", "finite"})


@dataclass(slots=True)
class Leftward:
    """A verb, the sentence and the predicates before it, and what has been met on the way to the left of it."""

    items: Sequence[Item]
    pred: Pred
    before: list[Pred]
    concepts: Concepts
    facts: Facts
    infinitive: bool = False
    comma: int = -1

    def inherit(self, at: int) -> None:
        """Take subject and matrix over from the predicate before an item, unless an unknown name stands between."""
        if self.facts.coverbs and any(may_be_foreign_name(i) for i in self.items[at + 1 : self.pred.index]):
            return  # zh: …，加尧姆6月被判入狱
        inherit(self.items, self.pred, self.before, at, self.concepts, self.facts)


def _described(items: Sequence[Item], at: int) -> Item | None:
    """Find the noun that a relative clause describes (fr "des marchandises de Chine qui arrivent …": not China)."""
    nouns = [i for i in items[:at] if i.kind == "np" and not (i.owner and i.sort == "actor")]
    if len(nouns) > 1 and nouns[-2].sort == "thing" and _is_whence(nouns[-1], items[at - 1]):
        return nouns[-2]
    return nouns[-1] if nouns else None


def _is_whence(item: Item, last: Item) -> bool:
    """Tell whether a marked country right before a relative only says whence or whose the thing before it is."""
    named = item.draft is not None and bool(item.draft.countries) and not (item.draft.roles or item.draft.orgs)
    return item is last and named and bool(item.links & {"of", "from", "in"})


def carrier(before: list[Pred], at: int) -> Pred | None:
    """Find the verb an infinitive hangs from: not a participle that only describes a noun ("staff working here to …")."""
    matrix = nearest_before(before, at)
    if matrix is not None and matrix.form == "part":
        return next((p for p in reversed(before) if p.index < matrix.index and p.form != "part"), matrix)
    return matrix


def not_yet(pred: Pred, opener: Item) -> None:
    """Take what stands in the present after "before" for still to come ("six months before the UK withdraws")."""
    if opener.means("before") and "present" in pred.feats and "past" not in pred.feats:
        pred.colours.add("future")


def after_comma(view: Leftward, at: int) -> None:
    """The verb follows a comma and a verb: what is said, or what the same subject does next."""
    matrix, pred = nearest_before(view.before, view.pred.index), view.pred
    behind = view.items[at + 1] if at + 1 < len(view.items) else None
    parted = (
        view.facts.coverbs and behind is not None and behind.kind in {"np", "gap"}
    )  # zh 宣布自己为总统，此后获得承认
    if matrix is not None and matrix.index == at and not parted:
        said = view.concepts.acts[matrix.act]
        if said.kind in {"speech", "mental"} or said.frame == "addressed":
            pred.form, pred.matrix, pred.subject = "comp", matrix, matrix.subject
            return
    view.inherit(view.comma)


def after_participle(pred: Pred, before: list[Pred], at: int) -> bool:
    """Take over the noun a participle describes ("an attack claimed by rebels killed 30"); tell whether it was so."""
    previous = next((p for p in before if p.index == at), None)
    finite = pred.feats & FINITE or pred.passive or pred.colours & {"perfect", "past"}
    if previous is None or previous.subject is None or not finite or previous.colours or previous.passive:
        return False
    agent = any("by" in i.links for i in previous.obliques) and previous.object is None
    if "participle" not in previous.feats or not (agent or not previous.feats & FINITE):
        return False
    previous.form, previous.passive = "part", True
    pred.subject = previous.subject
    return True


def resumes_described(view: Leftward, relative: Pred) -> bool:
    """Tell whether a verb is that of what a relative clause before it describes, which no other verb has taken.

    "the soldiers who attacked the town were arrested"; es "los soldados que entraron en la ciudad fueron detenidos".
    """
    pred, head = view.pred, relative.subject
    if relative.form != "rel" or head is None or head.index > relative.index or not may_be_subject(head):
        return False
    if not (pred.feats & FINITE or pred.colours or pred.passive) or view.infinitive or view.comma >= 0:
        return False
    if view.concepts.acts[relative.act].kind in {"speech", "mental"}:
        return False
    earlier = (p for p in view.before if p is not relative and p.form != "rel")
    return not any(head in (p.subject, p.object, p.object2) or head in p.obliques for p in earlier)


def after_verb(view: Leftward, at: int) -> None:
    """The verb follows another directly: it is its complement ("began shelling", "helped rescue")."""
    pred, before = view.pred, view.before
    matrix = carrier(before, pred.index) if view.infinitive else nearest_before(before, pred.index)
    parted = view.facts.inversion or any(i.kind == "np" for i in view.items[at : pred.index])
    if matrix is not None and parted and resumes_described(view, matrix):
        pred.subject = matrix.subject  # he "זמר שהיה לשר נעצר" = a singer who became a minister was arrested
        return
    if view.facts.bare_complements and not view.infinitive and matrix is not None and not matrix.nominal:
        if _in_series(pred, matrix, view.concepts):
            return
    pred.form, pred.matrix = "inf", matrix
    if matrix is not None:
        pred.subject = matrix.subject


def _in_series(pred: Pred, matrix: Pred, concepts: Concepts) -> bool:
    """Tie a verb to one right before it that it goes on from or that reports it, where verbs do not inflect."""
    if matrix.form == "rel" and "perfect" in pred.colours and matrix.subject is not None:
        pred.form, pred.subject = "main", matrix.subject  # id: "petugas yang dilatih telah dikerahkan" = have been sent
        return True
    if matrix.act == "other" and not pred.nominal:  # vi: "bay tới Ankara gặp ông": went and met
        pred.form, pred.subject, pred.matrix = matrix.form, matrix.subject, matrix.matrix
        pred.colours |= matrix.colours
        return True
    if any("causative" in feats for _, feats in pred.readings) and matrix.form != "rel":
        pred.form, pred.subject, pred.matrix = "coord", matrix.subject, None
        return True  # vi: "bị bắt khiến họ đụng độ" = were arrested, which made them clash
    if concepts.acts[matrix.act].kind == "speech":  # vi: "cho biết sẽ rút quân" = said it would withdraw
        pred.form, pred.subject, pred.matrix = "comp", matrix.subject, matrix
        return True
    if matrix.act == "undergo" and not matrix.item.means("perform"):
        # vi: "hứng chỉ trích từ phe đối lập" = suffers criticism from the opposition
        pred.form, pred.subject, pred.matrix, pred.passive = matrix.form, matrix.subject, matrix.matrix, True
        return True
    return False


def _take_over(view: Leftward, matrix: Pred, at: int) -> None:
    """Give what is told without a subject, where verbs do not inflect, that of the verb that tells it or is done by it."""
    pred, before = view.pred, view.items[at - 1] if at else None
    if before is not None and before.sort == "link" and "through" in before.links:
        pred.form, pred.subject, pred.matrix = "part", matrix.subject, None  # vi: "bằng việc đánh thuế" = by taxing
    elif view.concepts.acts[matrix.act].kind == "speech" or matrix.act == "promise":
        pred.subject = matrix.subject  # vi: "cam kết rằng sẽ rút quân"


def at_boundary(view: Leftward, at: int) -> None:
    """Settle what a verb hangs from at the word or mark that opens its clause."""
    items, pred, item = view.items, view.pred, view.items[at]
    matrix = nearest_before(view.before, at)
    if view.infinitive and item.sort == "sub" and _tells_when(item):
        pred.form, pred.opener = "sub", item  # es "afirmó el ministro tras celebrar una reunión": nobody says so
        pred.subject = matrix.subject if matrix is not None else None
    elif view.infinitive:
        pred.form, pred.matrix = "inf", carrier(view.before, at)
    elif item.sort == "rel":
        pred.form = "rel"
        if not (at and items[at - 1].sort == "link"):
            pred.subject = _described(items, at)
    elif item.sort == "sub" and item.means("purpose") and not pred.feats & {"past"} and not pred.colours & REAL:
        # what has not happened yet: sw "ili kukabiliana na", id "guna mencegah", es "para que visite"
        pred.form = "inf"
    elif item.sort == "comp":
        matrix = outside_aside(items, view.before, at, matrix, view.facts)
        pred.form, pred.matrix = "comp", matrix
        if matrix is not None and not pred.passive and view.facts.affixed("speaker", item.text):
            pred.subject = matrix.subject  # ar: "أعلن الجيش أنه قصف": the pronoun in the conjunction is who speaks
        elif matrix is not None and not pred.passive and view.facts.bare_complements:
            _take_over(view, matrix, at)
    elif item.sort in {"coord", "contrast"}:
        view.inherit(at)
        if matrix is None and pred.subject is None and not pred.passive and view.facts.order == "svo":
            pred.subject = first_named(items, at)
    elif item.sort == "sub":
        pred.form, pred.matrix, pred.opener = "sub", None, item
        pred.condition = item.means("condition")
        not_yet(pred, item)
        if pred.feats & {"gerund", "participle"} and matrix is not None:
            pred.subject = matrix.subject
    elif view.comma >= 0 and matrix is not None:
        view.inherit(view.comma)


def _tells_when(opener: Item) -> bool:
    """Tell whether a conjunction says that one thing was done after or before another."""
    return opener.means("after") or opener.means("before")
