"""Arguments where the verb stands between subject and object, or before both (English, Indonesian, Russian, Arabic …)."""

from collections.abc import Sequence

from dragoman.actors.items import Item
from dragoman.clauses.clauses_before_nouns import describe_nouns_behind
from dragoman.clauses.coverb_frames import after_time_clause, mark_heads, undergone
from dragoman.clauses.leftward import look_left
from dragoman.clauses.predicate import Pred, nearest_before
from dragoman.clauses.reduced_relatives import pass_over_reduced_relative
from dragoman.clauses.rightward import look_right
from dragoman.clauses.uninflected import for_a_reason, is_word, level_with, mark_relatives, take_agent_of_undergoing
from dragoman.clauses.verb_first import lend_to_relative, settle_lone_noun
from dragoman.packs.schema import Concepts, Facts

OBJECTS = frozenset({"object", "to", "on"})


def attach_verb_middle(items: Sequence[Item], verbs: list[Pred], facts: Facts, concepts: Concepts) -> None:
    """Look left of each verb for its subject and what it hangs from, then right for objects and obliques."""
    if facts.coverbs:
        mark_relatives(items, verbs)
        mark_heads(items)
        describe_nouns_behind(items, verbs, facts)
        undergone(items, verbs)
    for number, pred in enumerate(verbs):
        if pred.form != "rel" and not (facts.coverbs and _closed_before(items, pred, verbs[:number], concepts)):
            look_left(items, pred, verbs[:number], concepts, facts)
            if facts.reduced_relatives and number:
                pass_over_reduced_relative(items, pred, verbs[:number], concepts)
        if facts.coverbs and pred.form == "coord":
            last = nearest_before(verbs[:number], pred.index)
            last = level_with(pred, last, concepts, facts) if last is not None else None
            words = last is not None and is_word(last, concepts) and is_word(pred, concepts)
            if last is not None and last.subject is pred.subject and not words:
                pred.colours |= last.colours & {"future", "hypothetical"}  # zh: 将访问中国，并会见…
        look_right(items, pred, facts, concepts, verbs)
        if facts.bare_complements and pred.passive:
            take_agent_of_undergoing(pred, nearest_before(verbs[:number], pred.index))
        settle_lone_noun(items, pred, verbs[:number], facts, concepts)
        lend_to_relative(items, pred, verbs[:number], facts)
        if facts.inversion:
            _told_object(items, pred, concepts)
        if facts.cases:
            _object_first(items, pred)
    for pred in verbs:
        _drop_doubled(pred)
    _still_to_come(verbs)


def _closed_before(items: Sequence[Item], pred: Pred, before: list[Pred], concepts: Concepts) -> bool:
    """Take over the subject of a clause of reason or time that closes before a verb (zh); False where there is none."""
    return for_a_reason(items, pred, before) or after_time_clause(items, pred, before, concepts)


def _drop_doubled(pred: Pred) -> None:
    """Leave out an object pronoun whose object is named as well (ro "i-a acuzat pe lideri", es "le pidió a Madrid")."""
    named = [i for i in pred.obliques if i.index > pred.index and i.sort == "actor" and i.links & OBJECTS]
    if pred.object is not None or named:
        pred.obliques = [i for i in pred.obliques if "clitic" not in i.feats]


def _still_to_come(verbs: list[Pred]) -> None:
    """Take what a clause of time tells of for future where its main clause is ("will halt its operation when it has …")."""
    for pred, main in zip(verbs[1:], verbs, strict=False):
        if pred.form != "sub" or pred.opener is None or not pred.opener.means("time"):
            continue
        present = "present" in pred.feats and "past" not in pred.feats
        if main.colours & {"future", "conditional"} and (present or "perfect" in pred.colours):
            pred.colours.add("future")


def _told_object(items: Sequence[Item], pred: Pred, concepts: Concepts) -> None:
    """Make the only noun of a verb right after "that" its object: who says it did it (he "מסרה כי הפילה מטוס")."""
    lone, above = pred.subject, pred.matrix
    if pred.form != "comp" or above is None or lone is None or pred.passive:
        return
    if pred.object is not None and ("definite" not in pred.object.feats or "object" in pred.object.links):
        return  # he "כי עצרה 13 אנשים … החשודים ב…": a definite object would be marked
    first = pred.index > 0 and items[pred.index - 1].sort == "comp"
    if first and lone.index > pred.index and concepts.acts[pred.act].frame in {"transitive", "measure", "giving"}:
        pred.object, pred.subject = lone, above.subject


def _object_first(items: Sequence[Item], pred: Pred) -> None:
    """Swap subject and object where a thing stands first that may be either ("Договор приостановил Сеул")."""
    subject, other = pred.subject, pred.object
    if subject is None or other is None or pred.passive or subject.sort != "thing" or other.sort != "actor":
        return
    if "of" in other.links and items[other.index - 1].kind == "np":
        return  # ru "самолеты нанесли удар по лагерю группировки": the group's camp
    if "object" in subject.links and (not other.links or "subject" in other.links):
        pred.subject, pred.object = other, subject
