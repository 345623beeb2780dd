"""Take the recipient from the clause that is demanded, alleged, promised or threatened."""

from collections.abc import Sequence

from dragoman.actors.items import Item
from dragoman.clauses.predicate import Pred, names_place, root_act, says_of_itself
from dragoman.packs.schema import Concepts

SPOKEN_FRAMES = frozenset({"addressed", "transitive", "directed", "measure"})
SELF_FRAMES = frozenset({"leaving", "intransitive", "visit"})
"""Acts whose noun has nobody but its doer beside it."""
GOES_THROUGH = frozenset({"aspect", "effect"})
PLEDGES = frozenset({"agree", "threaten", "refuse", "reject"})
ANSWERING = frozenset({"retaliate"})
"""Acts upon whoever did what is answered ("to match the measures of the US")."""
OCCASION = frozenset({"after", "because", "before", "during", "since", "despite", "according"})
"""What only tells when or why somebody promises or threatens."""
ASKABLE = frozenset({"GOV", "LEG", "COP", "JUD"})
BLAMES = frozenset({"accuse", "criticise", "condemn", "blame", "allege", "complain"})
OPEN = frozenset({"imperative", "obligation", "desire", "hypothetical", "future"})
"""What is asked for or only possible, told in a quoted clause."""
UPON = frozenset({"against", "to", "with", "on", "for"})


def from_complement(
    items: Sequence[Item], pred: Pred, preds: Sequence[Pred], actor: Item | None, concepts: Concepts
) -> Item | None:
    """Take the recipient from the clause that is demanded, alleged, promised or threatened.

    Who is to act is asked or accused ("demanded that Sweden act"); who is acted upon is promised or threatened
    something ("pledged to support the young", "threatened to attack Israel").
    """
    act = concepts.acts[pred.act]
    if act.kind != "act" or act.frame not in {*SPOKEN_FRAMES, "giving"}:
        return None
    root = root_act(pred.act, concepts)
    pledge = root in PLEDGES
    for other in preds:
        if _hangs(pred, other, pledge, concepts):
            found = _named_in(pred, other, preds, actor, pledge, concepts)
            if found is not None:
                return found
    if pledge:
        return _pledged_to(pred, preds, actor) or _visited(pred, preds, actor, concepts)
    doer = _doer_of_noun(pred, preds, actor, concepts)
    if doer is None and root == "request":
        doer = _demanded_of(pred, preds, actor)
    if doer is None and pred.act in BLAMES and not pred.passive:
        doer = _done_by(pred)
    if doer is None and root == "accuse" and not any(o.matrix is pred for o in preds):
        doer = _after_complementizer(items, pred)
    return doer


def _hangs(pred: Pred, other: Pred, pledge: bool, concepts: Concepts) -> bool:
    """Tell whether a clause is what is demanded, alleged or promised."""
    carrier = other.matrix
    through = carrier is not None and concepts.acts[carrier.act].kind in GOES_THROUGH
    if carrier is not None and pledge and through and carrier.matrix is pred and carrier.form == "inf":
        return other.form in {"comp", "quote", "inf", "part"}  # "promised to keep working with Japan"
    return carrier is pred and other.form in {"comp", "quote", "inf"}


def _named_in(
    pred: Pred, other: Pred, preds: Sequence[Pred], actor: Item | None, pledge: bool, concepts: Concepts
) -> Item | None:
    """Take whom a clause names: on whom a promise turns, else who is to act or has acted."""
    for item in _turned_on(pred, other, preds, pledge, concepts):
        if item is None or not item.entities or item is actor or item is pred.subject:
            continue
        if not says_of_itself(pred, item):
            return item
    if pledge or other.subject is None or not says_of_itself(pred, other.subject):
        return None
    for item in (other.object, *other.obliques, *other.owners, *_upon_whom(other, preds)):
        if item is not None and item.entities and item.sort == "actor" and not says_of_itself(pred, item):
            return item  # "warned that it would end its support for the government"
    return None


def _turned_on(pred: Pred, other: Pred, preds: Sequence[Pred], pledge: bool, concepts: Concepts) -> list[Item | None]:
    """List on whom what is promised, asked or alleged turns."""
    doer = other.subject if root_act(pred.act, concepts) == "reject" else None
    if doer is not None and "subject" in doer.links and not says_of_itself(pred, doer):
        return [doer]  # ja "マケドニアが加盟することに反対した" = opposed Macedonia's joining
    if root_act(pred.act, concepts) == "request" and _claims(other):
        return []  # ja "強要されていると訴えた": what is complained of, not asked for
    return _promised(other, preds) if pledge else _asked(pred, other, concepts)


def _claims(told: Pred) -> bool:
    """Tell whether a quoted clause states something as so, asking nothing."""
    return "quote" in told.feats and "nominal" not in told.feats and not told.colours & OPEN


def _done_by(pred: Pred) -> Item | None:
    """Take by whom what is blamed is done (ja "議員による発言を批判した" = criticised the remarks by a lawmaker)."""
    until = pred.object.index if pred.object is not None else pred.index
    by = (i for i in pred.obliques if "by" in i.links and i.sort in {"actor", "pron"} and i.entities)
    return next((i for i in by if i.index < until), None)


def _promised(other: Pred, preds: Sequence[Pred]) -> list[Item | None]:
    """List upon whom somebody promises or threatens to act."""
    against = (i for i in other.obliques if "against" in i.links)
    addressed = (i for i in other.obliques if i.links & UPON)
    measured = other.object is not None and other.object.sort == "thing"
    answered = measured or other.act in ANSWERING  # "vowed to answer each step of the US"
    whose = [i for i in other.obliques if "of" in i.links and answered]
    below = (n.object for n in preds if n.matrix is other and n.form == "inf")  # "not to use force to repress us"
    suffered = None if other.act == "use" else other.object  # "vowed never to use the army against civilians"
    return [*against, suffered, *other.owners, *addressed, *_upon_whom(other, preds), *below, *whose]


def _upon_whom(verb: Pred, preds: Sequence[Pred]) -> list[Item]:
    """List whom the act nouns that a verb carries are directed at."""
    held = (n for n in preds if n.nominal and (n.light is verb or n.item is verb.object))
    return [i for n in held for i in n.obliques if i.links & UPON]


def _asked(pred: Pred, other: Pred, concepts: Concepts) -> list[Item | None]:
    """List who is to do what is asked, or has done what is alleged."""
    frame, asked = concepts.acts[pred.act].frame, concepts.acts[other.act].frame
    if other.form == "inf" and frame != "giving":
        marked = other.subject is not None and "subject" in other.subject.links
        shared = asked in {"mutual", "topical"}  # "proposed to hold talks with India"
        doer = [other.subject] if marked else []  # ko "FBI가 조사하도록 지시했다": a marked subject is who is to act
        return [*doer, *([i for i in other.obliques if "with" in i.links] if shared else [])]
    if frame == "giving":
        helped = other.form == "inf" and asked in {"giving", "transitive"}
        return [other.object] if helped and other.object is not None and other.object.sort == "actor" else []
    return [other.subject, other.holder, *other.owners]


def _pledged_to(pred: Pred, preds: Sequence[Pred], actor: Item | None) -> Item | None:
    """Take for whom what is promised is meant ("pledged 200 million in aid for Yemen")."""
    until = next((p.index for p in preds if not p.nominal and p.index > pred.index), 10_000)
    promised = [n for n in preds if n.nominal and pred.index < n.index < until]
    for noun in (n for n in promised if not n.item.links & OCCASION):
        for item in noun.obliques:
            whose = bool(
                noun.item.links & UPON and item.links & {"of", "poss"}
            )  # "for the applications of EU citizens"
            if (item.links & UPON or whose) and item.entities and item is not actor:
                return item
    if any(n.act in ANSWERING for n in promised):
        occasions = (n for n in promised if n.item.links & OCCASION)
        doers = (
            i for n in occasions for i in (*n.owners, *n.obliques) if not i.links or i.links & {"of", "poss", "by"}
        )
        return next((i for i in doers if i.entities and i is not actor), None)  # "vowed to respond after Greece's …"
    return None


def _visited(pred: Pred, preds: Sequence[Pred], actor: Item | None, concepts: Concepts) -> Item | None:
    """Take where somebody plans or agrees to go ("plans a visit of Paris")."""
    for noun in (n for n in preds if n.nominal and n.light is pred and concepts.acts[n.act].frame == "visit"):
        where = (i for i in noun.obliques if "of" in i.links and i is not actor and names_place(i))
        return next((i for i in where if i.entities), None)
    return None


def _inquires(noun: Pred, owner: Item) -> bool:
    """Tell whether an inquiry is made by whose it is ("ordered an investigation of the FBI"), the police."""
    return noun.act == "investigate" and all(e.sector == "COP" for e in owner.entities)


def _doer_of_noun(pred: Pred, preds: Sequence[Pred], actor: Item | None, concepts: Concepts) -> Item | None:
    """Take who is to do what is demanded in a noun ("demanded the withdrawal of Russian forces")."""
    for noun in preds:
        if not (noun.nominal and noun.light is pred):
            continue
        own = concepts.acts[noun.act].frame in SELF_FRAMES
        for item in (*noun.owners, *(i for i in noun.obliques if i.links & {"of", "poss", "by"})):
            if item.entities and item is not actor and (own or _inquires(noun, item)):
                return item
    return None


def _demanded_of(pred: Pred, preds: Sequence[Pred], actor: Item | None) -> Item | None:
    """Take who is to do what is demanded by name ("demanded an inquiry by the UN", "the withdrawal of Russia")."""
    for noun in (n for n in preds if n.nominal and n.light is pred):
        doers = [i for i in noun.obliques if "by" in i.links]
        whose = (*noun.owners, *(i for i in noun.obliques if "of" in i.links))  # es "una investigación del FBI"
        doers += [i for i in whose if any(e.sector in ASKABLE or e.code in {"UNO", "IGO"} for e in i.entities)]
        for item in doers:
            if item.entities and item is not actor and item is not pred.subject:
                return item
    if pred.passive or pred.object is None:
        return None
    by = (i for i in pred.obliques if "by" in i.links and i.entities and i.sort == "actor")
    return next(by, None)  # "demanded an inquiry by the United Nations"


def _after_complementizer(items: Sequence[Item], pred: Pred) -> Item | None:
    """Take whom a clause without a listed verb speaks of first ("alleged that Russia's engagement is a pretext")."""
    opened = False
    for item in items[pred.index + 1 :]:
        if item.kind == "verb" or item.sort == "stop":
            return None
        opened = opened or item.sort == "comp"
        if opened and item.kind == "np" and item.links == {"in"}:
            continue  # hi "आरोप लगाया कि सीरिया में रूस …": what is alleged of Russia, in Syria
        if opened and item.kind == "np":
            return item if item.entities and item.sort in {"actor", "pron"} else None
    return None
