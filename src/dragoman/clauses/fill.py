"""Fill a role of an act's frame with the first phrase that bears a fitting link and may stand in that role."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dragoman.actors.items import Item
from dragoman.clauses.predicate import Pred, names_place, root_act
from dragoman.packs.schema import Concepts, Frame

FIRM = frozenset({"subject", "object", "by"})
SENDABLE = frozenset({"troops-thing", "police-thing", "envoy-thing", "warship", "aircraft", "weapon", "missile"})
LATE = frozenset({"from", "with", "against", "on"})
AMBIGUOUS = frozenset({"on", "at", "to", "with"})
UPON = frozenset({"against", "to", "with", "on", "for"})
FORCES = frozenset({"soldier", "military", "police", "police-officer", "peacekeeper", "security-forces", "coast-guard"})
BLAMES = frozenset({"accuse", "criticise", "condemn", "blame", "allege", "complain"})
MOVERS = frozenset({"deploy"})
BODIES = frozenset({"IGO", "UNO", "EUR"})
MEMBERSHIPS = frozenset({"membership", "join", "access"})


@dataclass(slots=True, frozen=True)
class Filling:
    """A predicate with the frame of its act and what hangs from it, sorted by link."""

    pred: Pred
    preds: Sequence[Pred]
    frame: Frame
    links: Mapping[str, list[Item]]
    concepts: Concepts


def fill(filling: Filling, role: str, taken: tuple[Item, ...]) -> tuple[Item | None, str]:
    """Choose who stands in a role, and the link that tells so; `taken` stand in another role already."""
    fits = _may_act if role == "actor" else _may_receive
    for link in _wanted(filling, role):
        for item in filling.links.get(link, ()):
            if item in taken or not item.entities or _is_sent(filling, link, item):
                continue
            if not fits(filling, link, item, taken):
                continue
            if (filling.pred.judged and item is filling.pred.object) or _names_somebody(filling, role, link, item):
                return item, link
    return None, ""


def _wanted(filling: Filling, role: str) -> tuple[str, ...]:
    """List the links that may bear a role, those of the word's own entry before those of the frame."""
    pred, frame = filling.pred, filling.frame
    wanted = (pred.meaning.frame or {}).get(role) or (frame.noun if pred.nominal else frame.verb).get(role, ())
    carried = pred.nominal and pred.light is not None and pred.light.subject is not None
    if role == "actor" and carried and "by" in wanted:
        # "the army began exercises in the north of the country": who begins is who acts
        return tuple(dict.fromkeys(w for link in wanted for w in (("by", "of") if link == "of" else (link,))))
    if role == "recipient" and carried and frame is filling.concepts.frames["visit"]:
        return (*wanted, "of")  # "plans a visit of Paris" is no visit by Paris
    return tuple(wanted)


def _is_sent(filling: Filling, link: str, item: Item) -> bool:
    """Tell whether an object is what is sent and not whom it is sent to ("sent an envoy")."""
    if link != "object" or filling.pred.passive or "object" not in filling.frame.verb.get("theme", ()):
        return False
    if filling.pred.act == "send" and filling.pred.object2 is None and item.draft is not None and item.draft.roles:
        return True  # "sent rescue teams to Turkey"
    return any(m.concept in SENDABLE for m, _ in item.readings)


def _may_act(filling: Filling, link: str, item: Item, taken: tuple[Item, ...]) -> bool:
    """Tell whether nothing forbids a phrase to be who acts."""
    pred = filling.pred
    if link == "by" and not pred.nominal and not pred.passive and pred.subject is not None and item is not pred.subject:
        return False  # de "eine Bombe tötete vier nahe einem Posten von der Türkei unterstützter Kämpfer"
    if link == "by" and pred.act in BLAMES and not (pred.passive or pred.nominal):
        return False  # ja "ロシアによる侵略だと非難した": the invasion is by Russia
    if link == "of" and pred.nominal and pred.light is not None and pred.light.subject is not None:
        if filling.frame is filling.concepts.frames["visit"] and names_place(item):
            return False  # ar "يعتزم الرئيس زيارة باريس" = the president plans to visit Paris
    return not (link == "of" and pred.nominal and _of_theme(pred, item, filling.concepts))


def _may_receive(filling: Filling, link: str, item: Item, taken: tuple[Item, ...]) -> bool:
    """Tell whether nothing forbids a phrase to be who is acted upon."""
    pred, concepts = filling.pred, filling.concepts
    if item.draft is not None and item.draft.pronoun == "self":
        return False  # "the minister disqualified himself": nobody else
    if link == "object" and not pred.passive and _moved(pred, item, concepts):
        return False
    if link == "from" and "of" in item.links and any(n.nominal and n.index == item.index - 2 for n in filling.preds):
        return False  # pt "reafirmou o compromisso dos EUA": what may be "of" right behind an act noun is
    if link in LATE and _belongs_to_noun(pred, item, filling.preds, concepts):
        return False  # "demanded the withdrawal of its forces from Lebanon" asks nothing of Lebanon
    if link in UPON and _befallen(pred, item, concepts):
        return False  # "condemned the attack on Israel" blames nobody in Israel
    if root_act(pred.act, concepts) == "reject" and _is_joined(filling, item):
        return False  # "opposed its accession to the EU": the EU is what it would join
    # "Blinken reaffirmed the commitment of the US to the security of Korea"
    return not (link in {"owner", "of"} and _same_side(item, taken, filling.links[link]))


SPARED = frozenset({"charge", "investigate", "question", "sue"})
"""Acts whose object is not what is judged but what somebody is charged with or asked about."""


def _befallen(pred: Pred, item: Item, concepts: Concepts) -> bool:
    """Tell whether a phrase is whom that befalls which is condemned or criticised."""
    judged = pred.object if not pred.passive else None
    if judged is None or judged.sort not in {"thing", "act"} or root_act(pred.act, concepts) != "accuse":
        return False
    if pred.act in SPARED:
        return False  # ar "وجه الادعاء تهمة الفساد إلى الوزير" = charged the minister with corruption
    said = [m.concept for m, _ in judged.readings]
    if "accusation" in said or any(c in concepts.acts and root_act(c, concepts) == "accuse" for c in said):
        return False  # de "erhob schwere Vorwürfe gegen Moskau": the object is what is said, not what is judged
    return not pred.nominal and pred.index < judged.index < item.index


def _is_joined(filling: Filling, item: Item) -> bool:
    """Tell whether a body behind a membership is what somebody else, known here, would join."""
    aspirants = (i for i in filling.links.get("owner", ()) if i is not item and i.entities and i.index < item.index)
    if filling.pred.nominal or not any(e.code in BODIES for e in item.entities) or next(aspirants, None) is None:
        return False
    sought = (*filling.pred.obliques, filling.pred.object, *(n.item for n in filling.preds if n.nominal))
    return any(i is not None and i.index < item.index and any(i.means(m) for m in MEMBERSHIPS) for i in sought)


def _names_somebody(filling: Filling, role: str, link: str, item: Item) -> bool:
    """Tell whether a phrase names somebody, and not only a thing that is somebody's or where it happens."""
    if item.sort in {"thing", "act", "other"} and link not in {"owner", "poss"} and not item.crowd:
        return False
    if role == "recipient" and _is_where(filling, link, item):
        return False
    return link in FIRM or any(e.code or e.sector for e in item.entities)


def _is_where(filling: Filling, link: str, item: Item) -> bool:
    """Tell whether a phrase is where something happens and not whom it befalls (ru "во Франции")."""
    frame, frames = filling.frame, filling.concepts.frames
    if frame is frames["visit"]:
        return False
    if link in AMBIGUOUS and "in" in item.links and names_place(item):
        return True
    placed = link not in FIRM and item.draft is not None and bool(item.draft.places) and not item.draft.roles
    return placed and frame is not frames["giving"]


def _moved(pred: Pred, item: Item, concepts: Concepts) -> bool:
    """Tell whether an object names who is moved and not against whom ("sent soldiers to the border")."""
    if root_act(pred.act, concepts) not in {*MOVERS, "send", "withdraw"} or item.draft is None or item.draft.countries:
        return False
    return any(role in FORCES for role, _ in item.draft.roles)


def _belongs_to_noun(pred: Pred, item: Item, preds: Sequence[Pred], concepts: Concepts) -> bool:
    """Tell whether an act noun that is asked for stands between a demand and a noun phrase, and takes that phrase."""
    if pred.nominal or root_act(pred.act, concepts) != "request":
        return False
    asked = [n for n in preds if n.nominal and pred.index < n.index < item.index]
    return any(item in n.obliques for n in asked)


def _of_theme(pred: Pred, item: Item, concepts: Concepts) -> bool:
    """Tell whether an "of" belongs to a thing after the act noun ("commitment to the security of Korea")."""
    thing = next((t for t in pred.things if t.index in {item.index - 1, item.index - 2}), None)
    if thing is None or not thing.links & UPON or ("in" in thing.links and "object" not in thing.links):
        return False
    named = [concepts.things.get(m.concept) for m, _ in thing.readings]
    return not any(n is not None and n.is_ == "talks" for n in named)  # it: "una protesta alla conferenza Tory"


def _same_side(item: Item, taken: tuple[Item, ...], others: Sequence[Item]) -> bool:
    """Tell whether an item names nobody but the country and sector of those who act, and another names somebody."""
    mine = {(e.code, e.sector) for one in taken for e in one.entities if e.code}
    apart = [all((e.code, e.sector) in mine for e in i.entities) for i in (item, *(o for o in others if o.entities))]
    return bool(mine) and item.sort == "actor" and apart[0] and not all(apart)
