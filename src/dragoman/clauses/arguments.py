"""Find what hangs from each predicate: one strategy per word order, chosen by the language's declared facts."""

from collections.abc import Sequence

from dragoman.actors.items import Item
from dragoman.clauses.act_nouns import attach_noun, name_before
from dragoman.clauses.focus import attach_by_focus
from dragoman.clauses.focus_nouns import address
from dragoman.clauses.number import goes_on
from dragoman.clauses.predicate import BARRIERS, Pred
from dragoman.clauses.verb_final import attach_verb_final
from dragoman.clauses.verb_final_open import attach_verb_final_open
from dragoman.clauses.verb_first import agreeing, take_object
from dragoman.clauses.verb_middle import attach_verb_middle
from dragoman.clauses.verb_second import attach_verb_second
from dragoman.packs.schema import Concepts, Facts


def attach(items: Sequence[Item], preds: list[Pred], facts: Facts, concepts: Concepts) -> None:
    """Give every predicate of a sentence its subject, object and obliques, its form and its matrix."""
    verbs = [p for p in preds if not p.nominal]
    if facts.order != "sov":
        _join_between(items)
    if facts.order == "sov":
        if facts.complements == "after":
            attach_verb_final_open(items, verbs, facts, concepts)
        else:
            attach_verb_final(items, verbs, facts, concepts)
    elif facts.order == "v2":
        attach_verb_second(items, verbs, concepts)
    elif facts.focus:
        attach_by_focus(items, verbs, facts, concepts)
        _borrow_subjects(items, verbs, facts)
    else:
        attach_verb_middle(items, verbs, facts, concepts)
        _borrow_subjects(items, verbs, facts)
    for pred in preds:
        if pred.nominal:
            take_object(items, pred, facts, concepts)
            attach_noun(items, pred, facts)
            if not verbs and not pred.owners:
                name_before(items, pred)
    if facts.focus:
        address(items, preds, concepts)
    for pred in verbs:
        pred.holder = pred.holder or _holder(items, pred, after=facts.order != "sov")
    _share_obliques(verbs, concepts)
    _light(items, preds, concepts, facts)


def _join_between(items: Sequence[Item]) -> None:
    """Join the second of two sides to the first where a verb follows ("le trattative tra Londra e Bruxelles sono …")."""
    for first, joint, second in zip(items, items[1:], items[2:], strict=False):
        if first.kind != "np" or "between" not in first.links or first.members or joint.sort != "coord":
            continue
        if second.kind == "np" and second.sort == "actor" and not second.owner and second.marker is None:
            first.members.append(second)
            second.links, second.marker = first.links, first.marker


def _holder(items: Sequence[Item], pred: Pred, after: bool) -> Item | None:
    """Find whose the thing is that stands as subject ("the US stance drew criticism", "the stance of the US …")."""
    subject = pred.subject
    if subject is None or subject.entities or subject.kind != "np":
        return None
    before = items[subject.index - 1] if subject.index else None
    if before is not None and before.sort == "actor" and (before.owner or (not after and "of" in before.links)):
        return before  # ja "米国のスタンスはドイツの反発を招いた"
    if not after:
        return None  # ja: "戦闘機がイエメンの病院を爆撃": the hospital's
    behind = items[subject.index + 1 : subject.index + 3]
    return next((i for i in behind if i.kind == "np" and "of" in i.links and i.sort == "actor"), None)


def _borrow_subjects(items: Sequence[Item], verbs: list[Pred], facts: Facts) -> None:
    """Give a subordinate clause without a subject that of the clause after it ("while visiting Russia, Kim invited …").

    Where subjects may be left out, a reported clause without one has that of its report (es: "anunció que enviará …");
    so it has where nouns have cases (ru "заявили, что поддерживают Киев").
    """
    for pred in verbs:
        if pred.form != "comp" or pred.subject is not None or pred.passive or pred.matrix is None:
            continue
        above = pred.matrix.subject
        if facts.drop_subject or (facts.cases and above is not None and goes_on(items, pred, above, facts)):
            pred.subject = above
    for at, pred in enumerate(verbs):
        told = facts.drop_subject or facts.bare_complements  # vi: "sau khi bị tù nhân tấn công"
        suffered = told and any("by" in i.links for i in pred.obliques)
        if pred.form == "sub" and pred.subject is None and (not pred.passive or suffered):
            forms = {"main", "coord", "comp"} if suffered else {"main", "coord"}
            main = next((p for p in verbs[at + 1 :] if p.form in {"main", "coord"}), None)
            main = main or next((p for p in reversed(verbs[:at]) if p.form in forms), None)
            pred.subject = agreeing(main, pred, facts) if main is not None else None


def _share_obliques(verbs: list[Pred], concepts: Concepts) -> None:
    """Give back to a verb what a word about its object took ("launched balloons carrying rubbish to its neighbour")."""
    for pred, following in zip(verbs, verbs[1:], strict=False):
        if (
            concepts.acts[following.act].kind == "empty"
            and following.subject is not None
            and following.subject is pred.object
        ):
            pred.obliques += [i for i in following.obliques if i not in pred.obliques]


def _light(items: Sequence[Item], preds: list[Pred], concepts: Concepts, facts: Facts) -> None:
    """Tie an act noun to the support verb whose object it is."""
    claimed = {id(v.object) for v in preds if v.object is not None and v.form != "rel"}
    for verb in preds:
        if verb.form == "rel" and id(verb.object) in claimed:
            continue  # "cancelled the talks [to be held …]": the talks are what is cancelled
        told = concepts.acts[verb.act].kind in {"speech", "mental", "naming"} and verb.act != "announce"
        if verb.nominal or told:
            continue
        target = (verb.subject or verb.object) if verb.passive else verb.object
        if target is None and concepts.acts[verb.act].kind in {"aspect", "empty"}:
            target = verb.subject  # "talks continued"
        held = _held(verb) if facts.order == "sov" else None
        if concepts.acts[verb.act].kind == "aspect" and verb.object is None and not verb.passive:
            held = held or _begun_with(verb, facts)
        for noun in preds:
            if noun.nominal and noun.light is None and noun.item in (target, verb.object2, held):
                noun.light = verb
                break
        else:
            carrying = {"light", "aspect"} if facts.order == "vso" else {"light"}  # ar: "دأبت على نفي" = kept denying
            if concepts.acts[verb.act].kind in carrying and not verb.passive:
                after = _act_ahead(items, verb, preds)
                if after is not None:
                    after.light = verb


def _begun_with(verb: Pred, facts: Facts) -> Item | None:
    """Find the act that a verb begins or ends "with" (de "hat mit der Lieferung begonnen")."""
    acts = [i for i in verb.obliques if i.sort == "act" and "with" in i.links] if facts.order == "v2" else []
    return acts[0] if acts else None


def _held(verb: Pred) -> Item | None:
    """Find whose noun a compound verb holds (ur "انخلا کا مطالبہ کیا" = demanded the withdrawal)."""
    compound = any(f.startswith("has:") for f in verb.feats)
    return verb.owners[-1] if compound and verb.owners and verb.owners[-1].sort == "act" else None


def _act_ahead(items: Sequence[Item], verb: Pred, preds: Sequence[Pred]) -> Pred | None:
    """Find the act noun that a light verb carries further on in its clause, free and behind no other verb."""
    for pred in preds:
        if pred.nominal and pred.index > verb.index and pred.light is None:
            between = items[verb.index + 1 : pred.index]
            if not any(i.kind == "verb" or i.sort in BARRIERS for i in between):
                return pred
    return None
