"""Settle the case that an article leaves open, and what participles between an article and its noun describe."""

from collections.abc import Sequence

from dragoman.actors.items import Item
from dragoman.clauses.predicate import Pred


def settle_case(items: Sequence[Item], item: Item) -> None:
    """Settle the case an article leaves open, by gender and place (de "der": subject, possessor, indirect object)."""
    links = item.links
    if item.kind != "np" or "dative" not in links or not links & {"subject", "object", "of"}:
        return
    masculine = "masc" in item.feats
    if "subject" in links and masculine and "plural" in item.feats and _follows_noun(items, item):
        item.links = frozenset({"of"})  # de "den Bericht der Ermittler": a plural like its singular
    elif "subject" in links and masculine:
        item.links = frozenset({"subject"})
    elif "subject" in links and not (item.feats & {"fem", "plural"} or _follows_noun(items, item)):
        item.links = links - {"of"}  # a name: a subject where the clause has no other
    elif "of" in links and _follows_noun(items, item):
        item.links = frozenset({"of"})
    elif "object" in links and masculine and "plural" not in item.feats:
        item.links = frozenset({"object"})
    elif "dat" in item.feats or "object" not in links:
        item.links = links - {"subject", "object", "of"}


def _follows_noun(items: Sequence[Item], item: Item) -> bool:
    """Tell whether a noun that may have a possessor stands right before the article of a phrase."""
    before = next((i for i in reversed(items[: item.index]) if i.sort != "link"), None)
    if before is None or before.kind not in {"np", "gap"} or before.index < item.index - 2:
        return False
    named = before.draft is not None and (before.draft.countries or before.draft.persons) and not before.draft.roles
    return before.sort in {"thing", "act", "other", "unknown"} or (before.sort == "actor" and not named)


def attributes_of(items: Sequence[Item], verbs: list[Pred]) -> set[int]:
    """Find participles between an article and its noun that look like past tenses ("die verhängten Sanktionen")."""
    found: set[int] = set()
    for pred in verbs:
        at = pred.index
        follows = items[at + 1] if at + 1 < len(items) else None
        if follows is None or follows.kind not in {"np", "gap"} or not pred.feats & {"past", "participle"}:
            continue
        opened = _open_article(items, at) if not follows.links else None
        if opened is None or (follows.kind == "gap" and opened.index != at - 1):
            continue
        pred.form, pred.passive = "part", True
        found.add(at)
        if follows.kind == "np":
            pred.subject = follows
            follows.links, follows.marker = opened.links, None
            settle_case(items, follows)
    return found


def _open_article(items: Sequence[Item], at: int) -> Item | None:
    """Find the article or adposition before a verb that no noun has closed."""
    closed = 0
    nearest = items[at - 1] if at else None
    if nearest is not None and nearest.sort == "other" and nearest.draft is not None and nearest.draft.possessive:
        return nearest  # "ihre zerstörten Häuser"
    for item in reversed(items[:at]):
        if item.marker is not None:
            closed += 1  # a noun or a time has closed it
        elif item.sort == "link":
            if closed == 0:
                return item
            closed -= 1
        elif item.sort not in {"time", "neg"} and item.kind != "gap":
            return None
    return None
