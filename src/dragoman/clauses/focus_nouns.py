"""What hangs from act nouns, and whose pronouns are, where markers alone tell roles (Filipino)."""

from collections.abc import Sequence

from dragoman.actors.items import Item
from dragoman.clauses.focus_opening import PERSONAL
from dragoman.clauses.predicate import Pred, nearest_before
from dragoman.packs.schema import Concepts, Facts

LOCAL = frozenset({"addressed", "directed", "giving", "speech", "transitive", "measure"})
"""Frames of acts whose `sa` says to or on whom rather than where."""
SUFFERED = frozenset({"arrest", "kill", "wound", "deport", "convict", "charge", "dismiss", "abduct", "execute", "die"})


def own_pronouns(items: Sequence[Item], facts: Facts) -> None:
    """Give a genitive pronoun behind a noun to that noun ("ang hiling nito" = its request)."""
    for before, item in zip(items, items[1:], strict=False):
        if item.sort != "pron" or item.links or not facts.affixed("agent", item.text.lower()):
            continue
        stranger = before.kind == "gap" and before.index > 0 and items[before.index - 1].sort == "link"
        if (before.kind == "np" and before.sort != "pron") or stranger:
            item.links = frozenset({"of"})


def address(items: Sequence[Item], preds: Sequence[Pred], concepts: Concepts) -> None:
    """Sort what hangs from act nouns: at whom they are aimed, whose the things in them are, and who does them."""
    for pred in preds:
        if not pred.nominal:
            continue
        later = next((p.index for p in preds if p.nominal and p.index > pred.index), len(items))
        pred.obliques = [i for i in pred.obliques if i.index < later]
        for item in pred.obliques:
            before = next((i for i in reversed(items[: item.index]) if i.kind == "np"), None)
            if item.links <= {"of", "by"} and before in pred.things and before is not None and "on" in before.links:
                item.links = frozenset({"on"})  # "protesta sa kumperensiya ng partido": on the party's conference
            elif {"to", "in", "on"} <= item.links and item.sort == "actor" and item is pred.obliques[0]:
                if concepts.acts[pred.act].frame in LOCAL:
                    item.links = frozenset({"to", "on"})
        for item in pred.obliques[:1]:
            if item.links <= {"of", "by"} and item.sort in PERSONAL and pred.act not in SUFFERED | {"release"}:
                item.links = frozenset({"by", "poss"})  # "imbestigasyon ng FBI": whom one is done to bears `sa`
        verb = nearest_before([p for p in preds if not p.nominal], pred.index)
        if "through" in pred.item.links and verb is not None and verb.subject is not None and not pred.owners:
            pred.nominal, pred.form, pred.subject = (
                False,
                "part",
                verb.subject,
            )  # "sa pamamagitan ng pagpapataw" = by imposing
