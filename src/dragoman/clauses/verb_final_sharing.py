"""What verbs that come last share with each other: time and doubt along chains, addressees, the phrases of support verbs."""

from collections.abc import Sequence

from dragoman.actors.items import Item
from dragoman.clauses.predicate import Pred
from dragoman.clauses.verb_final_ties import filler_of
from dragoman.packs.schema import Concepts, Facts

DECIDED = ("decision", "law", "resolution", "policy", "proposal", "agreement", "statement", "order")
SPOKEN = ("statement", "call-for", "urge", "announce")
SETTLED = frozenset({"sign", "conclude-deal", "agree"})
VOICED = frozenset({"protest", "complain"})
TENSES = frozenset({"past", "present", "future", "finite"})
UNREAL = frozenset({"future", "hypothetical", "obligation", "desire", "imperative", "conditional"})
STANCES = frozenset(
    (
        "support oppose welcome thank condole congratulate condemn criticise recognise defend praise deny reject refuse "
        "apologise"
    ).split()
)
STANDS = frozenset({"subject", "topic"})


def share(items: Sequence[Item], verbs: list[Pred], facts: Facts, concepts: Concepts) -> None:
    """Let verbs share time, doubt and addressees along chains, once each has its phrases."""
    if facts.nonpast == "future" and (items[-1].sort == "stop" or any(i.sort == "time" for i in items)):
        _look_ahead(verbs, concepts)  # a headline without a full stop tells in the present of what has happened
    _placed(items, verbs, concepts)
    _chain(verbs, concepts)
    _asked(items, verbs, facts)
    for pred in verbs:
        described = filler_of(items, pred) if pred.form == "rel" else None
        if described is not None and facts.affixed("doubt", described.text):
            pred.colours.add("hypothetical")  # ko "추방될 가능성", ja "攻撃される恐れ", tr "saldırı düzenleme ihtimali"
    for pred in verbs:
        opener, words = pred.opener, concepts.acts[pred.act].frame in {"addressed", "speech"}
        purpose = opener is not None and (opener.means("purpose") or "infinitive" in pred.feats)
        if pred.form == "sub" and purpose and not words:
            pred.form = "inf"  # what something is done for has not happened (ko 해산시키기 위해)
        _first_owner(pred)
    _unfold(items, verbs, concepts)
    _share_addressee(verbs, concepts)


def _first_owner(pred: Pred) -> None:
    """Put the outer of two owners of one noun first (tr "Makedonya'nın NATO üyeliği", ko "미국의 이란 제재")."""
    for place, near in enumerate(pred.owners[:-1]):
        outer = pred.owners[place + 1]
        if outer.index == near.index - 1 and outer.sort == near.sort == "actor":
            pred.owners[place], pred.owners[place + 1] = outer, near
            return


def _asked(items: Sequence[Item], verbs: Sequence[Pred], facts: Facts) -> None:
    """Take what a question asks for no fact."""
    for pred in verbs:
        stop = next((i for i in items[pred.index :] if i.sort == "stop"), None)
        asks = stop is not None and (
            stop.text in {"?", "？", "؟"} or facts.affixed("question", items[stop.index - 1].text)
        )
        if asks and pred.form in {"main", "coord", "inf", "comp"}:
            pred.colours.add("hypothetical")


def _chain(verbs: Sequence[Pred], concepts: Concepts) -> None:
    """Let a verb without a tense of its own share what the next says of time and doubt, and what both are told under.

    tr "gidip beklememeli" (should not go and wait), "yardım vererek desteklemeyi vaat etti" (promised to give and support),
    ja "訪問し、会談する". What is said or demanded stands by itself: "ドイツは非難し、…と述べた".
    """
    for pred, after in zip(reversed(verbs[:-1]), reversed(verbs[1:]), strict=True):
        act = concepts.acts[pred.act]
        if pred.form != "coord" or pred.feats & TENSES or after.subject is not pred.subject:
            continue
        spoken = act.kind in {"speech", "mental", "naming"} or act.frame in {"addressed", "speech"}
        if not spoken or after.form in {"main", "coord"}:
            pred.colours |= after.colours & UNREAL
        if after.form in {"comp", "inf"} and after.matrix is not None and not spoken:
            pred.form, pred.matrix = after.form, after.matrix


def _look_ahead(verbs: Sequence[Pred], concepts: Concepts) -> None:
    """Read what a clause not in the past says as still to come (ja "離脱すると述べた", "外相と会談する")."""
    for pred in reversed(verbs):
        tells = pred.form in {"main", "comp"} and "present" in pred.feats and "progressive" not in pred.feats
        if pred.act in STANCES:
            continue  # ja "支持すると表明した": who says so supports
        if tells and not pred.colours & {"negated", "hypothetical", "imperative", "desire", "obligation"}:
            if concepts.acts[pred.act].kind in {"act", "effect", "light", "empty"} and not pred.passive:
                pred.colours.add("future")


def _unfold(items: Sequence[Item], verbs: Sequence[Pred], concepts: Concepts) -> None:
    """Hand what a support verb holds to the verb that has its noun ("cancelled the talks [to be held with X]")."""
    for pred in verbs:
        noun = pred.object
        if pred.form != "rel" or noun is None or noun.sort != "act" or concepts.acts[pred.act].kind != "light":
            continue
        upper = next((p for p in verbs if p.index > pred.index and p.object is noun), None)
        if upper is not None:
            upper.obliques += [i for i in pred.obliques if i not in upper.obliques]
            upper.owners += [i for i in pred.owners if i not in upper.owners]
    for pred in verbs:
        if pred.form == "rel" and any(m.concept in SETTLED for m, _ in pred.readings):
            # tr "Rusya ile imzaladığı anlaşmadan çekildi", ja "ロシアと結んだ条約から離脱": the treaty is with Russia
            after = [i for i in items[pred.index + 1 : pred.index + 4] if i.kind == "np"]
            nouns = [i for i in after if i.means("agreement") or i.means("treaty")]
            held = (p for p in verbs if p.index > pred.index and any(n is p.object or n in p.obliques for n in nouns))
            upper = next(held, None)
            if upper is not None:
                upper.obliques += [i for i in pred.obliques if "with" in i.links and i not in upper.obliques]
                if any(m.concept and concepts.acts[m.concept].kind == "act" for m, _ in upper.readings):
                    pred.form, pred.matrix = "inf", upper  # that it was signed is only presupposed
    for pred in verbs:
        upper = next((p for p in verbs if p.index > pred.index and p.form in {"main", "coord"}), None)
        if pred.form != "rel" or upper is None or concepts.acts[pred.act].kind != "light":
            continue
        words = [i for i in items[pred.index + 1 : pred.index + 3] if i.kind == "np" and "in" in i.links]
        if any(i.means(act) for i in words for act in SPOKEN):
            # tr "ABD'ye yaptığı çağrıda … istedi": the call is to the US, and so is what it asks
            upper.obliques += [i for i in pred.obliques if i.links & {"to", "dative"} and i not in upper.obliques]


def _placed(items: Sequence[Item], verbs: Sequence[Pred], concepts: Concepts) -> None:
    """Give a verb the place where its object stands, told in a clause about it (ja カブール近郊にある基地を攻撃した)."""
    for pred in verbs:
        noun = filler_of(items, pred) if pred.form == "rel" and concepts.acts[pred.act].kind == "empty" else None
        if noun is None or noun.sort != "thing":
            continue
        upper = next((p for p in verbs if p.index > pred.index and p.object is noun), None)
        where = [i for i in pred.obliques if "in" in i.links and i.sort == "actor" and i.index == pred.index - 1]
        if upper is not None and not upper.owners:
            upper.owners += where


def _share_addressee(verbs: Sequence[Pred], concepts: Concepts) -> None:
    """Address words to whoever was called, met or phoned for them (ko 대사를 초치해 항의했다: called in, and protested)."""
    for pred in verbs:
        if (
            not (concepts.acts[pred.act].frame in {"addressed", "giving"} or pred.act in VOICED)
            or pred.passive
            or pred.form == "rel"
        ):
            continue
        before = [p for p in verbs if p.index < pred.index and p.form == "coord" and p.subject is pred.subject]
        if not before or any(i is not None and i.sort in {"actor", "pron"} for i in (pred.object, *pred.obliques)):
            continue
        met = [before[-1].object, *(i for i in before[-1].obliques if i.links & {"with", "dative", "to"})]
        heard = next((i for i in met if i is not None and i.sort == "actor" and not i.owner), None)
        if heard is not None and concepts.acts[before[-1].act].kind in {"act", "light"}:
            pred.obliques.append(as_addressee(heard))


def as_addressee(item: Item) -> Item:
    """Make a stand-in for a phrase that is addressed, so that the verb it belongs to keeps its link."""
    stand_in = Item(item.kind, item.sort, item.start, item.end, item.text)
    for slot in ("alternative", "draft", "entities", "feats", "head", "how", "index", "marker", "members", "readings"):
        setattr(stand_in, slot, getattr(item, slot))
    stand_in.links = frozenset({"to"})
    return stand_in
