"""Look right of a verb for its objects, its obliques and, where the language allows, its subject."""

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.actors.items import Item
from dragoman.clauses.agreeing_participle import described_behind
from dragoman.clauses.joined_things import joined_thing
from dragoman.clauses.predicate import Pred, is_bare, may_be_object, may_be_subject
from dragoman.clauses.uninflected import WALLED, relative_head
from dragoman.clauses.verb_first import agrees, beside_its_name, closed_aside, described, governed, resumed
from dragoman.packs.schema import Concepts, Facts

PASSED = frozenset({"link", "hyphen", "mark", "neg", "aux", "sequence"})


@dataclass(slots=True)
class Rightward:
    """A verb, its sentence, whether its subject may follow it, and what has been met on the way to the right of it."""

    items: Sequence[Item]
    pred: Pred
    facts: Facts
    kind: str
    verbs: list[Pred]
    inverted: bool
    taken: int
    seen_comma: bool = False


def look_right(items: Sequence[Item], pred: Pred, facts: Facts, concepts: Concepts, verbs: list[Pred]) -> None:
    """Look right of the verb for objects, obliques and, where the language or the verb allows, the subject."""
    kind = concepts.acts[pred.act].kind
    closed = pred.index + (
        resumed(items, pred, facts) is not None
    )  # the pronoun that resumes a noun is no other phrase
    lists = facts.order == "svo" and not facts.coverbs
    view = Rightward(items, pred, facts, kind, verbs, _subject_may_follow(items, pred, facts, kind), pred.index)
    for item in items[pred.index + 1 :]:
        if item.index <= closed or item.kind == "gap" or item.sort in PASSED:
            continue
        if item.sort == "comma" and facts.order == "vso" and (ends := closed_aside(items, item.index)) is not None:
            closed = ends
            continue
        joined = joined_thing(items, item.index) if item.sort in {"coord", "comma"} and lists else None
        if joined is not None:
            closed = joined.index
            if joined.kind == "np" and items[item.index - 1].sort != "actor":
                pred.things.append(joined)
            continue
        if not _take(view, item):
            break


def _subject_may_follow(items: Sequence[Item], pred: Pred, facts: Facts, kind: str) -> bool:
    """Tell whether the subject may still stand behind the verb; verb first, settle what a noun before it is."""
    if facts.order == "vso" and pred.form not in {"inf", "part", "rel"} and pred.subject is not None:
        if pred.subject.index < pred.index - 1 and _own_subject(items, pred, facts):
            pred.subject = None  # "والتقى الرئيس نظيره": the joined clause has a subject of its own
    antecedent = resumed(items, pred, facts)
    if antecedent is not None:
        pred.form, pred.object, pred.subject, pred.passive = "rel", antecedent, None, False
    elif (noun := described(items, pred, facts)) is not None:
        pred.form, pred.subject = "rel", noun
    free = antecedent is not None or governed(items, pred, facts)
    if free and antecedent is None:
        pred.subject = None
    if pred.subject is not None or facts.coverbs or (pred.form in {"inf", "part", "rel"} and not free):
        return False
    return facts.order == "vso" or kind == "speech" or facts.drop_subject or bool(facts.cases)


def _take(view: Rightward, item: Item) -> bool:
    """Take one item for what it is to the verb; False where what belongs to the verb ends."""
    pred, facts = view.pred, view.facts
    if item.sort == "time":
        pred.times.append(item)
        return True
    if item.sort == "comma":
        view.seen_comma = True
        return True
    if item.sort in {"quote-open", "quote-close"} and _short_quote(view.items, item.index):
        return True
    if item.kind == "verb" and facts.coverbs:
        head = relative_head(view.items, pred, item, view.verbs)
        if head is not None:
            pred.object = head  # zh: 逮捕了数十名拒绝离开的妇女 = arrested dozens of women who refused to leave
    reaches = facts.order == "svo" and pred.form != "part" and pred.object is None and not view.seen_comma
    if item.kind == "verb" and reaches:
        pred.object = described_behind(view.items, item, view.verbs, facts)
    describes = pred.form == "part" or (facts.coverbs and pred.form == "rel")
    if item.kind in {"fn", "verb"} or (describes and item is pred.subject):
        return False  # ru: "поддерживаемые Турцией боевики": the noun described ends what hangs from its participle
    if item.owner:
        return _take_owner(view, item)
    if not is_bare(item):
        if facts.coverbs and view.seen_comma:
            return False
        pred.obliques.append(item)
        return True
    if view.seen_comma and (pred.object is not None or not view.inverted):
        return False
    if beside_its_name(pred, item, facts):
        return True
    if _take_bare(view, item):
        view.taken = item.index
        return True
    return False


def _take_owner(view: Rightward, item: Item) -> bool:
    """Take a phrase that qualifies what follows it; zh: 访问中国的普京 = Putin, who visits China, and the clause ends."""
    pred, at = view.pred, item.index
    following = view.items[at + 1] if at + 1 < len(view.items) else None
    describes = view.facts.coverbs and pred.subject is None and pred.object is None and at == pred.index + 1
    if describes and not item.links - {"poss"} and following is not None:
        if following.sort == "actor" and not following.owner:
            pred.form, pred.object, pred.subject = "rel", item, following
            return False
    pred.owners.append(item)
    return True


def _take_bare(view: Rightward, item: Item) -> bool:
    """Take an unmarked phrase for agent, subject, object or second object; False where it is none of these."""
    pred, facts = view.pred, view.facts
    if pred.passive and facts.passive_agent == "bare" and item.index == pred.index + 1 and item.sort == "actor":
        item.links = frozenset({"by"})  # id: "ditangkap polisi" = arrested by the police
        pred.obliques.append(item)
    elif _is_subject(view, item):
        pred.subject = item
    elif pred.object is None and may_be_object(item):
        if view.kind in {"speech", "mental"} and _is_subject_of_next(view, item):
            return False
        behind = view.items[item.index + 1] if item.index + 1 < len(view.items) else None
        if facts.coverbs and pred.act == "promise" and behind is not None and behind.means("future"):
            return False  # zh 承诺北约将支持乌克兰: what is promised, not whom
        pred.object = item
    elif facts.qualifier != "before" and item.sort in {"thing", "act"} and view.items[item.index - 1].kind == "np":
        pred.things.append(item)  # id: "perjanjian pengurangan ketegangan": one noun after the other
    elif pred.object2 is None and may_be_object(item) and item.index <= view.taken + 2:
        pred.object2 = item
    elif item.links:
        pred.obliques.append(item)  # es: the personal "a" after the object
    else:
        return False
    return True


def _is_subject(view: Rightward, item: Item) -> bool:
    """Tell whether an unmarked phrase behind the verb is its subject."""
    pred, facts = view.pred, view.facts
    if not view.inverted or pred.subject is not None or not may_be_subject(item):
        return False
    free = facts.order == "vso" or view.kind == "speech" or facts.inversion or not may_be_object(item)
    return free and agrees(pred, item, facts)


def _is_subject_of_next(view: Rightward, item: Item) -> bool:
    """Tell whether a phrase behind a verb of speech is the subject of what is said ("said he is holding talks")."""
    follows = next((i for i in view.items[item.index + 1 :] if i.sort not in {"aux", "neg"}), None)
    if follows is None or follows.kind != "verb" or not follows.feats:
        return False
    helped = view.items[item.index + 1].sort == "aux"
    return item.sort == "pron" or helped or not follows.feats & {"participle", "gerund", "adnominal"}


def _own_subject(items: Sequence[Item], pred: Pred, facts: Facts) -> bool:
    """Verb first: tell whether a joined verb is followed by its own subject: an actor, and not only an object.

    One bare noun phrase is the subject unless it is a country after a masculine verb
    ("وطالب إسرائيل": he demanded of Israel).
    """
    joined = {"coord", "contrast"}
    if pred.subject is None or not any(i.sort in joined for i in items[pred.subject.index : pred.index]):
        return False
    bare = []
    for item in items[pred.index + 1 :]:
        if item.kind == "verb" or (item.kind == "fn" and item.sort in WALLED | {"comma", "coord", "contrast"}):
            break
        if item.kind == "np" and not item.links and not item.owner:
            bare.append(item)
    if not bare or bare[0].sort not in {"actor", "pron"} or not agrees(pred, bare[0], facts):
        return False
    if len(bare) > 1:
        return True
    draft = bare[0].draft
    country = draft is not None and draft.countries and not (draft.roles or draft.persons or draft.orgs)
    return bool(facts.affixed("feminine-verb", pred.item.text) or not country)


def _short_quote(items: Sequence[Item], at: int) -> bool:
    """Tell whether a quotation mark belongs to a few quoted words inside the clause."""
    if items[at].sort == "quote-close":
        return any(i.sort == "quote-open" for i in items[max(0, at - 5) : at])
    return any(i.sort == "quote-close" for i in items[at + 1 : at + 6])
