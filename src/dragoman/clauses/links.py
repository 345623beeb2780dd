"""Sort what hangs from a predicate by the links it may bear."""

from collections.abc import Callable, Sequence

from dragoman.actors.items import Item
from dragoman.clauses.predicate import Pred
from dragoman.packs.schema import Concepts

CRAFT = frozenset({"vessel", "warship", "aircraft", "drone", "missile", "artillery", "convoy"})
WHOSE = frozenset({"of", "poss"})
CIRCUMSTANCES = frozenset({"after", "before", "during", "since", "until"})
OBJECTED = frozenset({"to", "against"})

Put = Callable[[str, Item | None], None]
"""Writes an item down under a link."""


def by_link(pred: Pred, preds: Sequence[Pred], concepts: Concepts) -> dict[str, list[Item]]:
    """Sort what hangs from a predicate by the links it may bear."""
    links: dict[str, list[Item]] = {}

    def put(link: str, item: Item | None) -> None:
        if item is not None and item is not pred.item:
            links.setdefault(link, []).append(item)

    if pred.nominal:
        _support_links(pred, put, concepts)
    else:
        _core_links(pred, put, concepts)
    for item in pred.obliques:
        if not (item.links and item.links <= WHOSE and _of_circumstance(pred, item)):
            _put_oblique(item, put, owned=not pred.nominal)
    for item in pred.owners:
        _put_owner(pred, item, preds, put)
    _put_addressee(pred, put, concepts)
    objected = (i for i in pred.obliques if i.links & OBJECTED and i.draft is not None and i.draft.possessive)
    for thing in (pred.object, pred.subject if pred.passive else None, *objected):
        if thing is not None and thing.sort in {"thing", "act", "other"} and thing.entities and not thing.crowd:
            put("owner", thing)  # "blocked its bids", es "se opuso a su candidatura": whose
    giving = concepts.acts[pred.act].frame == "giving" and not pred.nominal
    for noun in preds:
        if noun.nominal and (noun.light is pred or (giving and noun.light is None and noun.item in pred.obliques)):
            for item in noun.owners:
                put("owner", item)
            for item in noun.obliques:
                _put_oblique(item, put, owned=True)
    return links


def _of_circumstance(pred: Pred, item: Item) -> bool:
    """Tell whether a possessor is that of a circumstance ("was arrested after an inquiry by the police")."""
    near = {item.index - 1, item.index - 2}
    return any(other.index in near and other.links & CIRCUMSTANCES for other in pred.obliques)


def _core_links(pred: Pred, put: Put, concepts: Concepts) -> None:
    """Put down the subject and the objects of a verb."""
    if pred.passive:
        befell = "passive" in pred.meaning.features and concepts.acts[pred.act].frame == "measure"
        put("subject" if befell else "owner", pred.holder)  # "US tariffs took effect": who imposed them
        put("object", pred.subject)
        put("object", pred.object)
        return
    subject = pred.subject
    put("subject", subject or _controller(pred, concepts))
    if pred.holder is not None and subject is not None and any(m.concept in CRAFT for m, _ in subject.readings):
        put("subject", pred.holder)  # "Chinese vessels fired water cannon"
    put("object", pred.object)
    put("object", pred.object2)
    for link in (pred.object2.links - {"object"}) if pred.object2 is not None else ():
        put(link, pred.object2)  # he: "הסגירה את החשוד לצרפת" = extradited the suspect to France


def _put_oblique(item: Item, put: Put, *, owned: bool) -> None:
    """Put down a marked phrase under each of its links; with `owned` a possessor is an owner too."""
    for link in item.links:
        put(link, item)
    if owned and item.links & WHOSE:
        put("owner", item)


def _put_owner(pred: Pred, item: Item, preds: Sequence[Pred], put: Put) -> None:
    """Put down whose the things beside a predicate are."""
    if not pred.nominal and item.marker is not None and item.marker.start < item.start:
        if any(n.nominal and item in n.owners and n.light is not pred for n in preds):
            return  # "agreed to a truce at Egypt's request"
        for link in item.links - WHOSE:
            put(link, item)  # "filed a complaint against the country's tariffs"
    put("owner", item)
    if pred.nominal and len(pred.owners) > 1 and item is max(pred.owners, key=lambda i: i.start):
        for link in ("of", "to", "on"):
            put(link, item)  # "Russia's Ukraine invasion", ko: A의 B 방문
    elif pred.nominal:
        put("poss", item)


def _put_addressee(pred: Pred, put: Put, concepts: Concepts) -> None:
    """Put down whom the verb of speech addresses that carries an infinitive ("wrote to staff to express thanks")."""
    verb = pred.light if pred.nominal else pred
    above = verb.matrix if verb is not None and verb.form == "inf" else None
    if above is None or concepts.acts[above.act].kind != "speech":
        return
    for told in (*above.obliques, above.object):
        if told is not None and (told is above.object or "to" in told.links):
            put("to", told)


def _controller(pred: Pred, concepts: Concepts) -> Item | None:
    """Return who does what an infinitive without subject names: the subject of the verb that carries it."""
    above = pred.matrix
    if pred.form != "inf" or above is None or concepts.acts[above.act].kind in {"act", "effect"}:
        return None
    return above.subject


def _support_links(pred: Pred, put: Put, concepts: Concepts) -> None:
    """Give an act noun the subject and obliques of the support verb it stands with."""
    verb = pred.light
    if pred.item.entities and not pred.item.crowd:
        put("poss", pred.item)
    if verb is None or not (concepts.acts[verb.act].kind in {"light", "aspect"} or verb.act == "announce"):
        return
    undergone = verb.act == "undergo"
    if verb.passive:
        for item in verb.obliques:
            if "by" in item.links:
                put("by", item)
    else:
        held = verb.holder if undergone else None
        put("against" if undergone else "by", held or verb.subject or _controller(verb, concepts))
    for item in verb.obliques:
        if undergone and item is verb.holder:
            continue  # es "la postura de EE. UU. suscitó el rechazo de Alemania": "de" is "of" and "from"
        for link in item.links - {"by"}:
            put("by" if undergone and link == "from" else link, item)
    put("to", verb.object2)
