"""Read from what hangs from a predicate who acts, who is acted upon, and what it is about."""

from collections.abc import Sequence

from dragoman.actors.items import Item
from dragoman.clauses.complement_recipient import SPOKEN_FRAMES, from_complement
from dragoman.clauses.fill import FORCES, MOVERS, Filling, fill
from dragoman.clauses.links import by_link
from dragoman.clauses.predicate import Pred, names_place, root_act
from dragoman.clauses.themes import DEADLY, themes_of
from dragoman.packs.schema import Concepts
from dragoman.records import Entity

AROUND = frozenset({"after", "during", "in", "at", "on", "since"})
CLAIMED = frozenset({"argue", "perform", "launch"})
WITHIN = frozenset({"in", "from", "by"})
STRUCK = frozenset({"attack", "bomb", "shell", "storm", "destroy"})
GOES_ON = frozenset({"protest", "complain"})
HARMED = frozenset({"treat", "die", "wound", "kill", "rescue"})


class Roles:
    """The roles of one predicate: items that name actors, and the concepts it is about with the items they stand in."""

    __slots__ = ("actor", "actor_link", "place", "recipient", "recipient_link", "theme_items", "themes")

    def __init__(self) -> None:
        self.actor: Item | None = None
        self.recipient: Item | None = None
        self.actor_link = self.recipient_link = ""
        self.place: Item | None = None
        self.themes: set[str] = set()
        self.theme_items: list[Item] = []


def read_roles(items: Sequence[Item], pred: Pred, preds: Sequence[Pred], concepts: Concepts) -> Roles:
    """Fill the frame of a predicate's act from what hangs from it."""
    roles = Roles()
    roles.themes, roles.theme_items = themes_of(pred, preds, concepts)
    frame = concepts.frames[concepts.acts[pred.act].frame]
    filling = Filling(pred, preds, frame, by_link(pred, preds, concepts), concepts)
    _fill_frame(filling, roles)
    if roles.actor is None:
        _find_actor(filling, roles)
    _part_company(roles)
    if roles.recipient is None:
        _find_recipient(items, filling, roles)
    if roles.actor is None and pred.nominal and roles.recipient_link == "with" and pred.item.links & AROUND:
        roles.actor, roles.actor_link = _subject_around(items, pred, preds), "the subject of the sentence"
    placed = filling.links.get("in", ())
    roles.place = next((i for i in placed if names_place(i) and i is not roles.recipient), None)
    return roles


def _fill_frame(filling: Filling, roles: Roles) -> None:
    """Take actor and recipient from the links the frame names."""
    pred = filling.pred
    roles.actor, roles.actor_link = fill(filling, "actor", ())
    taken = (roles.actor,) if roles.actor is not None else ()
    roles.recipient, roles.recipient_link = fill(filling, "recipient", taken)
    inside = next((f[3:] for f in pred.meaning.features if f.startswith("to:")), None)
    if inside is not None and roles.recipient is None:
        roles.recipient, roles.recipient_link = _inside(pred, inside), "the word itself"
    moved = roles.recipient if roles.recipient_link == "object" or _moved_by_none(pred, roles) else None
    if roles.actor is None and moved is not None and root_act(pred.act, filling.concepts) in MOVERS:
        # "riot police were called in", "US troops were sent to Poland": who is moved is who acts
        roles.actor, roles.actor_link = moved, "object"
        roles.recipient, roles.recipient_link = fill(filling, "recipient", (moved,))


def _moved_by_none(pred: Pred, roles: Roles) -> bool:
    """Tell whether an impersonal verb marks as its goal those it moves (es "se desplegó a los antidisturbios")."""
    moved = roles.recipient
    if roles.recipient_link != "to" or not pred.passive or moved is None or moved.draft is None:
        return False
    return any(role in FORCES for role, _ in moved.draft.roles)


def _find_actor(filling: Filling, roles: Roles) -> None:
    """Look for who acts where the frame names nobody."""
    pred, preds = filling.pred, filling.preds
    if pred.nominal and roles.recipient is not None and roles.recipient_link not in {"of", "owner"}:
        mine = (i for i in filling.links.get("of", ()) if i.entities and i is not roles.recipient)
        roles.actor, roles.actor_link = next(mine, None), "of"  # "the attack of Israel on Gaza"
    if pred.nominal and roles.actor is None:
        roles.actor, roles.actor_link = _claimed_by(pred, preds), "by"
    if roles.actor is None and pred.nominal and pred.act in DEADLY:
        strike = _strike_that_caused(pred, preds, filling.concepts)
        roles.actor, roles.actor_link = _owner_of(strike) if strike is not None else None, "by"
    if roles.actor is None and pred.passive and pred.act in DEADLY:
        within = [n for n in preds if n.nominal and n.item in pred.obliques and n.item.links & WITHIN]
        roles.actor, roles.actor_link = next((_claimed_by(n, preds) or _owner_of(n) for n in within), None), "by"


def _find_recipient(items: Sequence[Item], filling: Filling, roles: Roles) -> None:
    """Look for who is acted upon where the frame names nobody."""
    pred, preds, concepts = filling.pred, filling.preds, filling.concepts
    roles.recipient = from_complement(items, pred, preds, roles.actor, concepts)
    roles.recipient_link = "complement"
    if roles.recipient is None:
        roles.recipient = _addressed_before(pred, preds, concepts)
        roles.recipient_link = "whom the same subject addresses"
    if roles.recipient is None and roles.actor is not None and root_act(pred.act, concepts) in STRUCK:
        roles.recipient, roles.recipient_link = _where_struck(pred), "where what is struck stands"
    if roles.recipient is None and roles.actor is not None and pred.nominal:
        roles.recipient, roles.recipient_link = _harmed(filling), "who was harmed by it"
    if roles.recipient is None and pred.answered is not None and pred.answered is not roles.actor:
        if concepts.acts[pred.act].frame in SPOKEN_FRAMES:
            roles.recipient, roles.recipient_link = pred.answered, "answer"


def _harmed(filling: Filling) -> Item | None:
    """Take who was hurt or treated after an attack that is named behind it ("was hospitalised after an attack by …")."""
    pred = filling.pred
    if root_act(pred.act, filling.concepts) not in {*STRUCK, "beat"} or not pred.item.links & {
        "after",
        "because",
        "in",
    }:
        return None
    verbs = [p for p in filling.preds if not p.nominal and p.index < pred.index and pred.item in p.obliques]
    verb = verbs[-1] if verbs else None
    if verb is None or root_act(verb.act, filling.concepts) not in HARMED:
        return None
    found = verb.subject or verb.object if verb.passive or verb.act == "die" else verb.object
    return found if found is not None and found.sort in {"actor", "pron"} and found.entities else None


def _addressed_before(pred: Pred, preds: Sequence[Pred], concepts: Concepts) -> Item | None:
    """Take whom the verb before addresses, where the same subject goes on ("summoned the envoy and protested")."""
    if pred.nominal or pred.passive or pred.object is not None:
        return None
    if pred.form == "inf" and pred.matrix is not None and pred.matrix.subject is pred.subject is not None:
        return _written_to(pred.matrix, concepts)
    if pred.form != "coord":
        return None
    if concepts.acts[pred.act].frame not in {"addressed", "speech"} and pred.act not in GOES_ON:
        return None
    before = next((p for p in reversed(preds) if p.index < pred.index and not p.nominal), None)
    if before is None or before.subject is not pred.subject or before.passive:
        return None
    addressed = concepts.acts[before.act].frame in {"addressed", "mutual"} and concepts.acts[before.act].kind == "act"
    told = before.object
    return told if addressed and told is not None and told.entities and told.sort == "actor" else None


def _written_to(matrix: Pred, concepts: Concepts) -> Item | None:
    """Take to whom somebody writes or speaks in order to do it (vi "viết thư cho … để bày tỏ lòng biết ơn")."""
    if concepts.acts[matrix.act].kind != "speech":
        return None
    return next((i for i in matrix.obliques if "to" in i.links and i.entities and i.sort == "actor"), None)


def _claimed_by(pred: Pred, preds: Sequence[Pred]) -> Item | None:
    """Take who claims or carries out what a noun names ("an attack claimed by Islamic State")."""
    for verb in preds:
        told = verb.form == "part" and verb.passive and verb.subject is pred.item and verb.act in CLAIMED
        if told:
            return next((i for i in verb.obliques if "by" in i.links and i.entities and i.sort == "actor"), None)
    return None


def _strike_that_caused(death: Pred, preds: Sequence[Pred], concepts: Concepts) -> Pred | None:
    """Find the attack that stands as subject of the verb by which it leads to deaths (ar "أسفرت غارة عن مقتل …")."""
    for verb in preds:
        leads = death.item is verb.object or death.item in verb.obliques
        cause = verb.subject or (verb.object if death.item is not verb.object else None)
        if not verb.nominal and leads and cause is not None:
            return next((n for n in preds if n.item is cause and root_act(n.act, concepts) in STRUCK), None)
    return None


def _owner_of(noun: Pred) -> Item | None:
    """Take whose attack it was ("killed in Taliban attacks", de "bei einem Angriff der Taliban getötet")."""
    mine = next((i for i in noun.owners if i.entities and i.index < noun.index), None)
    behind = (i for i in noun.obliques if i.links & {"of", "by", "poss"} and 0 < i.index - noun.index <= 2)
    return mine or next((i for i in behind if i.entities and i.sort == "actor"), None)


def _where_struck(pred: Pred) -> Item | None:
    """Take the country where the base, town or convoy stands that is attacked ("attacked a base in Kenya")."""
    struck = pred.object if not pred.nominal else None
    if struck is None and not pred.nominal:  # hi "सीरिया में ठिकानों पर बमबारी की"
        struck = next((i for i in reversed(pred.obliques) if i.sort == "thing" and i.links & {"on", "against"}), None)
    if struck is None or struck.sort != "thing":
        return None
    placed = (i for i in pred.obliques if "in" in i.links and names_place(i) and i.index > struck.index - 3)
    return next((i for i in placed if any(e.code for e in i.entities)), None)


def _inside(pred: Pred, code: str) -> Item:
    """Make the recipient that a word holds in itself (ko 방미, ja 訪米, zh 访美: a visit to the US)."""
    span = pred.item.head
    item = Item("np", "actor", span.start, span.end, pred.item.text)
    item.entities = (Entity(code, "GOV", pred.item.text, None, None, code),)
    return item


def _part_company(roles: Roles) -> None:
    """Let a pronoun on the other side of an act stand for somebody else than who acts ("Greece blocked its bid")."""
    actor, other = roles.actor, roles.recipient
    if actor is None or other is None or actor is other:
        return
    mine = {(e.key, e.code, e.sector) for e in actor.entities}
    alike = {(e.code, e.sector) for e in actor.entities} if "clitic" in other.feats else set()
    if any((e.key, e.code, e.sector) in mine or (e.code, e.sector) in alike for e in other.entities):
        if other.alternative:
            other.entities, other.alternative = other.alternative, ()
        elif other.sort == "pron" or (
            other.draft is not None and other.draft.possessive and other.sort in {"act", "thing"}
        ):
            roles.recipient, roles.recipient_link = None, ""  # "the opposition boycotted the vote, calling it a sham"


def _subject_around(items: Sequence[Item], pred: Pred, preds: Sequence[Pred]) -> Item | None:
    """Take who speaks or acts for the other side of a meeting told beside it ("said after talks with Perry")."""
    for at in range(pred.index - 1, 0, -1):
        if items[at - 1].sort == "source" and items[at].entities:
            return items[at]
    verbs = [p for p in preds if not p.nominal and not p.quoted and p.subject is not None and p.subject.entities]
    verbs = [p for p in verbs if p.form not in {"rel", "comp", "inf"}] or verbs
    before = [p for p in verbs if p.index < pred.index]
    chosen = before[-1] if before else next(iter(verbs), None)
    if chosen is None or chosen.colours & {"obligation", "hypothetical", "conditional"}:
        return None  # "should be given a part in the talks with Brussels"
    if any(i.sort == "comp" for i in items[chosen.index : pred.index]):
        return None  # what is said or proposed has a subject of its own
    return chosen.subject
