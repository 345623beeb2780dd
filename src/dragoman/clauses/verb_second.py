"""Arguments where the finite verb is second and the others last (German, Dutch …): a clause is a stretch between marks."""

from collections.abc import Sequence

from dragoman.actors.items import Item
from dragoman.clauses.predicate import Pred, is_bare, may_be_object, may_be_subject
from dragoman.packs.schema import Concepts

WALLS = frozenset(
    {
        "comma",
        "break",
        "stop",
        "quote-open",
        "quote-close",
        "comp",
        "rel",
        "sub",
        "source",
        "bracket-open",
        "bracket-close",
    }
)


def attach_verb_second(items: Sequence[Item], verbs: list[Pred], concepts: Concepts) -> None:
    """Split the sentence into stretches and read each as one clause; brackets and appositions are passed over."""
    by_index = {p.index: p for p in verbs}
    start = 0
    last: Pred | None = None
    opener: Item | None = None
    stretches: list[tuple[Item | None, list[Item]]] = []
    for at, item in enumerate(items):
        coord_verb = item.sort in {"coord", "contrast"} and _new_clause(items, at)
        if (item.kind == "fn" and item.sort in WALLS) or coord_verb:
            if items[start:at]:
                stretches.append((opener, list(items[start:at])))
                opener = None
            if item.sort in {"comp", "rel", "sub", "coord", "contrast"} or opener is None:
                opener = item
            start = at + 1
    if items[start:]:
        stretches.append((opener, list(items[start:])))
    for opener, stretch in _mend(stretches):
        preds = [by_index[i.index] for i in stretch if i.index in by_index]
        if not preds:
            continue
        last = _read(items, opener, stretch, preds, last, concepts)


def _new_clause(items: Sequence[Item], at: int) -> bool:
    """Tell whether a coordinator joins clauses: a verb stands on both sides before the next mark."""

    def has_verb(part: Sequence[Item]) -> bool:
        for item in part:
            if item.kind == "fn" and item.sort in WALLS:
                return False
            if item.kind == "verb" or item.sort == "aux":
                return True
        return False

    return has_verb(items[at + 1 :]) and has_verb(list(reversed(items[:at])))


def _mend(stretches: list[tuple[Item | None, list[Item]]]) -> list[tuple[Item | None, list[Item]]]:
    """Join a stretch without any verb to the one before or after: an apposition or list does not split a clause."""
    out: list[tuple[Item | None, list[Item]]] = []
    for opener, stretch in stretches:
        verb = any(i.kind == "verb" or i.sort == "aux" for i in stretch)
        if (out and not verb and (opener is None or opener.sort == "comma")) or (
            out
            and not any(i.kind == "verb" or i.sort == "aux" for i in out[-1][1])
            and (opener is None or opener.sort == "comma")
        ):
            out[-1][1].extend(stretch)
        else:
            out.append((opener, stretch))
    return out


def _read(
    items: Sequence[Item],
    opener: Item | None,
    stretch: list[Item],
    preds: list[Pred],
    last: Pred | None,
    concepts: Concepts,
) -> Pred:
    bare = [i for i in stretch if i.kind == "np" and is_bare(i) and not i.owner]
    sort = opener.sort if opener is not None else ""
    main = (
        preds[-1] if len(preds) > 1 and concepts.acts[preds[0].act].kind in {"light", "aspect", "mental"} else preds[0]
    )
    infinitive = any(i.sort == "inf" for i in stretch) and not bare[:1]
    for pred in preds:
        zu = (
            any(i.sort == "inf" for i in stretch[: max(0, stretch.index(pred.item))])
            and stretch[max(0, stretch.index(pred.item) - 1)].sort == "inf"
        )
        if zu and pred is not preds[0]:
            pred.form, pred.matrix = "inf", preds[0]
        for item in stretch:
            if item.sort == "aux":
                for meaning, _ in item.readings:
                    if meaning.concept == "passive":
                        pred.passive = pred.passive or "participle" in pred.feats
                    else:
                        pred.colours.add(meaning.concept)
            elif item.sort == "neg":
                pred.colours.add("negated")
            elif item.sort == "time":
                pred.times.append(item)
            elif item.kind == "np" and item.owner:
                pred.owners.append(item)
            elif item.kind == "np" and not is_bare(item):
                pred.obliques.append(item)
    subject = next((i for i in bare if may_be_subject(i)), None)
    if sort == "rel":
        at = opener.index if opener is not None else 0
        antecedent = next((i for i in reversed(items[:at]) if i.kind == "np"), None)
        subject, rest = antecedent, bare
    else:
        rest = [i for i in bare if i is not subject]
    if zu_clause(stretch, preds) or (infinitive and last is not None):
        main.form, main.matrix = "inf", last
        rest, subject = bare, last.subject if last is not None else None
    elif subject is None and last is not None and sort in {"coord", "contrast", "comma", ""}:
        subject = last.subject
    for pred in preds:
        pred.subject = subject
        objects = [i for i in rest if may_be_object(i)]
        pred.object = objects[0] if objects else None
        pred.object2 = objects[1] if len(objects) > 1 else None
    if sort == "comp" and main.form != "inf":
        main.form, main.matrix = "comp", last
    elif sort == "rel":
        main.form = "rel"
    elif sort == "sub":
        main.form, main.condition, main.opener = "sub", opener is not None and opener.means("condition"), opener
    for pred in preds:
        if pred is not main and pred.form == "main":
            pred.form, pred.matrix = ("inf", preds[0]) if pred is not preds[0] else ("main", None)
    return last if main.form == "rel" and last is not None else main


def zu_clause(stretch: list[Item], preds: list[Pred]) -> bool:
    """Tell whether the stretch is an infinitive clause: its only verb carries an infinitive mark."""
    if len(preds) != 1:
        return False
    at = stretch.index(preds[0].item)
    return (at > 0 and stretch[at - 1].sort == "inf") or (
        preds[0].feats == {"infinitive"} and not any(i.sort == "aux" for i in stretch)
    )
