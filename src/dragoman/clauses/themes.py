"""Name what a predicate is about: the things and acts that hang from it."""

from collections.abc import Sequence

from dragoman.actors.items import Item
from dragoman.clauses.predicate import Pred
from dragoman.packs.schema import Concepts

ASIDE = frozenset({"according", "because", "despite", "during"})
"""What is only the ground or the time of an act is not what it is about ("withdrew in line with the agreement")."""
DEADLY = frozenset({"kill", "wound"})


def themes_of(pred: Pred, preds: Sequence[Pred], concepts: Concepts) -> tuple[set[str], list[Item]]:
    """List the concepts a predicate is about and the items they stand in."""
    themes = {f[4:] for f in pred.meaning.features if f.startswith("has:")}
    items: list[Item] = []
    for item in _about(pred):
        named = [m.concept for m, _ in item.readings]
        if item.draft is not None:
            named += [r for r, _ in item.draft.roles if r not in concepts.acts]
        if named and item is not pred.item:
            themes.update(named)
            items.append(item)
    for other in preds:
        hangs = other.matrix is pred and other.form in {"inf", "comp", "quote", "part"}
        carried = other.nominal and other.light is pred and other is not pred
        if hangs or carried:
            themes |= _carried_themes(pred, other)
            if concepts.acts[other.act].kind in {"light", "aspect"}:
                themes.update(
                    p.act for p in preds if p.matrix is other and p.form == "inf"
                )  # "to begin to investigate"
    return themes, items


def _about(pred: Pred) -> list[Item]:
    """List the phrases that may name what a predicate is about."""
    about = [pred.object, pred.object2, *pred.obliques, *pred.things]
    if pred.passive or (pred.act in DEADLY and pred.subject is not None and pred.subject.sort == "act"):
        about.insert(0, pred.subject)  # "an air strike killed five"
    if pred.light is not None:
        about += pred.light.obliques
    about.append(pred.beside)
    return [item for item in about if item is not None and not (item.links and item.links <= ASIDE)]


def _carried_themes(pred: Pred, other: Pred) -> set[str]:
    """Name what another predicate that hangs from one adds to what it is about."""
    themes = {other.act, *_own_things(other)}
    if "negated" in other.colours:
        themes.add("not")
    own = other.subject is pred.subject is not None
    told = other.form == "comp" and "future" in other.colours and own
    if told or (other.form == "inf" and "infinitive" in other.feats and (own or other.subject is None)):
        themes.add("will")  # one's own intent: "proposed that it would buy", "warned it would quit"
    return themes


def _own_things(pred: Pred) -> set[str]:
    about = [i for i in (pred.object, *pred.obliques) if i is not None and not (i.links and i.links <= ASIDE)]
    return {m.concept for i in about for m, _ in i.readings}
