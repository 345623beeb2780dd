"""Tell whether a verb and a noun phrase have the same number, where the end of the verb tells its own."""

from collections.abc import Sequence

from dragoman.actors.items import Item
from dragoman.clauses.predicate import Pred
from dragoman.packs.schema import Facts

SEVERAL = frozenset({"they", "we"})


def same_number(pred: Pred, item: Item, facts: Facts) -> bool:
    """Tell whether a noun phrase may be the subject of a verb by its number; True where that is not plain.

    ru "заявил, что задержали троих": one said that [others] arrested three. Countries and bodies may be either.
    """
    verb = pred.item.text.partition(" ")[0].lower()
    if facts.affixed("plural-verb", verb):
        return not _is_one(item)
    return not (facts.affixed("singular-verb", verb) and _is_several(item))


def goes_on(items: Sequence[Item], pred: Pred, subject: Item, facts: Facts) -> bool:
    """Tell whether a reported verb without a subject of its own goes on with that of its report.

    So it is where only adverbs stand between the conjunction and the verb (ru "заявили, что решительно поддерживают").
    """
    last = pred.object
    if last is not None and facts.affixed("reflexive-verb", pred.item.text.lower()) and "subject" in last.links:
        return False  # ru "что готовится теракт": an attack is being prepared
    for item in reversed(items[: pred.index]):
        if item.sort == "comp":
            return subject.sort != "pron" and same_number(pred, subject, facts)
        if item.sort not in {"neg", "aux", "time", "link"} and not facts.affixed("manner", item.text.lower()):
            return False
    return False


def _is_one(item: Item) -> bool:
    draft = item.draft
    if item.members or draft is None or draft.plural or draft.quantity:
        return False
    if item.sort == "pron":
        return not set(draft.pronoun.split()) & SEVERAL
    return bool(draft.persons or draft.roles or draft.title)


def _is_several(item: Item) -> bool:
    draft = item.draft
    if draft is None or draft.quantity:
        return False
    if item.sort == "pron":
        return set(draft.pronoun.split()) <= SEVERAL
    return bool(draft.plural or len(item.members) > 1)
