"""Words that judge: "called the judge hysterical", "said the move was unacceptable" blame by the adjective that is used."""

from collections.abc import Sequence

from dragoman.actors.items import Item
from dragoman.clauses.predicate import WALLS, Pred, root_act
from dragoman.packs.lexicon import Meaning
from dragoman.packs.schema import Concepts

REACH = 12
AHEAD = frozenset({"future", "conditional", "hypothetical"})
DEMAND = Meaning("verb", "demand", "must")
CALLS = frozenset({"urge"})
"""Acts whose verb also names, where nothing is asked (he "קרא לשופט „היסטרי“" = called the judge hysterical)."""
QUOTES = frozenset({"quote-open", "quote-close"})


def judgements(
    items: Sequence[Item], preds: Sequence[Pred], concepts: Concepts, *, verb_last: bool = False
) -> list[Pred]:
    """List the acts of judging that verbs of naming and saying perform with a judging word."""
    found: list[Pred] = []
    for pred in preds:
        kind = concepts.acts[pred.act].kind
        if pred.nominal or pred.colours & {"negated", "hypothetical", "future", "conditional"} or pred.quoted:
            continue
        calls = pred.act in CALLS and not any(p.matrix is pred and p.form in {"inf", "comp"} for p in preds)
        if kind == "naming" or calls:
            _rename(pred, _words_before(items, pred) if verb_last else _words_after(items, pred), concepts)
        elif kind == "speech" and pred.subject is not None and (pred.subject.entities or verb_last):
            judged = (_in_what_was_said if verb_last else _in_what_is_said)(items, pred, concepts)
            if judged is not None:
                found.append(judged)
    return found


def settle_dues(preds: Sequence[Pred], concepts: Concepts) -> None:
    """Tell whether what is due is owed or only to come: nobody owes a visit (pt "Putin deve visitar a Coreia")."""
    for pred in preds:
        if "due" in pred.colours:
            meets = root_act(pred.act, concepts) == "consult"
            pred.colours = pred.colours - {"due"} | {"future" if meets else "obligation"}


def obligations(preds: Sequence[Pred], concepts: Concepts) -> None:
    """Turn a verb of saying into a demand where what is said obliges another ("Russia says Israel must end …")."""
    for pred in preds:
        if pred.nominal or concepts.acts[pred.act].kind != "speech" or pred.judged or pred.quoted:
            continue
        if pred.colours & {"negated", "hypothetical", "future", "conditional"} or pred.subject is None:
            continue
        for said in preds:
            if said.matrix is not pred or said.form not in {"comp", "quote"} or said.passive:
                continue
            obliged = "obligation" in said.colours and not said.colours & AHEAD
            if obliged and _another(pred.subject, said.subject):
                pred.meaning, pred.object, pred.judged = DEMAND, said.subject, True
                break


def _another(speaker: Item, obliged: Item | None) -> bool:
    """Tell whether who is obliged is a known actor and not of the speaker's own side."""
    if obliged is None or obliged.sort != "actor" or not obliged.entities or not speaker.entities:
        return False
    mine = {(e.code, e.sector) for e in speaker.entities}
    return all((e.code, e.sector) not in mine and e.sector is not None for e in obliged.entities)


def _judging(item: Item, concepts: Concepts) -> bool:
    return any(
        m.kind == "adj" and m.concept in concepts.acts and concepts.acts[m.concept].kind == "act"
        for m, _ in item.readings
    )


def _rename(pred: Pred, words: Sequence[Item], concepts: Concepts) -> None:
    """Turn a verb of naming into the act its judging word stands for."""
    for item in words:
        if _judging(item, concepts):
            meaning, feats = next(r for r in item.readings if r[0].kind == "adj")
            pred.meaning, pred.feats, pred.judged = meaning, pred.feats | feats, True
            return


def _words_after(items: Sequence[Item], pred: Pred) -> list[Item]:
    """List what stands between a verb of naming and the next verb or boundary."""
    found: list[Item] = []
    for item in items[pred.index + 1 : pred.index + 1 + REACH]:
        if item.kind == "verb" or (item.sort in WALLS and item.sort not in QUOTES and item.sort != "comp"):
            break
        found.append(item)
    return found


def _words_before(items: Sequence[Item], pred: Pred) -> list[Item]:
    """List what stands between who is named and a verb of naming that comes last (ja 判事を「感情的」と呼んだ)."""
    named = pred.object.index if pred.object is not None else pred.index
    return [i for i in items[max(named + 1, pred.index - REACH) : pred.index] if i.kind != "verb"]


def _in_what_is_said(items: Sequence[Item], pred: Pred, concepts: Concepts) -> Pred | None:
    """Find a judging word in what is said, and of whom it is said: the first one named there."""
    target: Item | None = None
    owned = False  # es: "dijo que la decisión de Trump es irresponsable"
    for item in items[pred.index + 1 :]:
        if item.sort in {"break", "stop", "rel", "sub", "neg", "coord", "contrast"} or "hypothetical" in _means(item):
            return None
        if target is None:
            judged = item.sort in {"actor", "pron"} and not item.links - {"subject", "topic", "poss"}
            whose = owned and item.sort == "actor" and bool(item.links & {"of", "poss"})
            if (item.kind == "np" and judged) or whose:
                target = item
            elif item.sort in {"thing", "act"} and not owned and not item.links - {"subject", "topic"}:
                owned = True  # "said the policy of Washington was unfair": whose it is comes next
            elif item.kind in {"np", "verb"} and item.sort != "pron":
                return None
            continue
        if _judging(item, concepts):
            return _judged(pred, item, target)
    return None


def _in_what_was_said(items: Sequence[Item], pred: Pred, concepts: Concepts) -> Pred | None:
    """Find a judging word before a verb that comes last, and of whom it is said: a topic, or whose the topic is.

    ja: "外相は、米国の関税は不当だと述べた" = the minister said the US tariffs were unfair.
    """
    word = None
    for item in reversed(items[pred.index - REACH if pred.index > REACH else 0 : pred.index]):
        if item.sort in {"stop", "break", "neg", "sub"} or "hypothetical" in _means(item):
            return None
        if _judging(item, concepts):
            word = item
            break
        if item.kind == "np" and item.sort == "actor":
            return None
    if word is None or _acts_between(items, word, pred):
        return None
    named = [i for i in pred.obliques if "for" in i.links and i.sort == "actor" and i.index < word.index]
    if named:
        return _judged(pred, word, named[-1])  # tr "yargıç için histerik dedi": called the judge hysterical
    for item in reversed(items[: word.index]):
        if item.sort in {"stop", "break"}:
            return None
        if item.kind == "np" and item.links & {"topic", "subject", "object"} and not item.owner:
            before = items[item.index - 1] if item.index else None
            if pred.subject is item:
                pred.subject = _earlier_actor(items, item)
            if item.sort in {"actor", "pron"}:
                return _judged(pred, word, item)
            if before is not None and before.sort == "actor" and before.links & {"of", "poss"}:
                return _judged(pred, word, before)
            return None
    return None


def _earlier_actor(items: Sequence[Item], judged: Item) -> Item | None:
    """Find who says it before what is judged (ko "장관은 공격이 비열하다고 말했다" = called it vile)."""
    before = (i for i in reversed(items[: judged.index]) if i.kind == "np" and i.links & {"topic", "subject"})
    return next((i for i in before if i.sort in {"actor", "pron"} and not i.owner), None)


def _acts_between(items: Sequence[Item], word: Item, pred: Pred) -> bool:
    """Tell whether a verb that is no copula parts the judging word from the verb of saying ("negatively affected by")."""
    between = items[word.index + 1 : pred.index]
    return any(i.kind == "verb" and items[i.index - 1].end != i.start for i in between)  # a copula is glued (ja である)


def _means(item: Item) -> set[str]:
    return {m.concept for m, _ in item.readings} if item.sort == "aux" else set()


def _judged(pred: Pred, word: Item, target: Item) -> Pred | None:
    if not target.entities or target is pred.subject or pred.subject is None or not pred.subject.entities:
        return None
    meaning, feats = next(r for r in word.readings if r[0].kind == "adj")
    judged = Pred(word, meaning, feats | pred.feats, nominal=False)
    judged.subject, judged.object, judged.judged = pred.subject, target, True
    judged.times, judged.matrix, judged.colours = pred.times, pred.matrix, set(pred.colours)
    judged.form = pred.form
    return judged
