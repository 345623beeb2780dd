"""Read from what hangs from a predicate who acts, who is acted upon, and what it is about."""

from collections.abc import Sequence

from dragoman.actors.items import Item
from dragoman.clauses.predicate import Pred
from dragoman.packs.schema import Concepts, Frame
from dragoman.records import Entity

FIRM = frozenset({"subject", "object", "by"})
SENDABLE = frozenset({"troops-thing", "police-thing", "envoy-thing", "warship", "aircraft", "weapon", "missile"})
SPOKEN_FRAMES = frozenset({"addressed", "transitive", "directed", "measure"})


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
    _themes(pred, preds, roles, concepts)
    links = _by_link(pred, preds, concepts)
    frame = concepts.frames[concepts.acts[pred.act].frame]
    own = pred.meaning.frame or {}
    roles.actor, roles.actor_link = _fill(pred, "actor", frame, own, links, (), concepts, preds)
    taken = (roles.actor,) if roles.actor is not None else ()
    roles.recipient, roles.recipient_link = _fill(pred, "recipient", frame, own, links, taken, concepts, preds)
    inside = next((f[3:] for f in pred.meaning.features if f.startswith("to:")), None)
    if inside is not None and roles.recipient is None:
        roles.recipient, roles.recipient_link = _inside(pred, inside), "the word itself"
    if roles.actor is None and roles.recipient_link == "object" and _root(pred.act, concepts) in MOVERS:
        # "riot police were called in", "US troops were sent to Poland": who is moved is who acts
        roles.actor, roles.actor_link = roles.recipient, "object"
        taken = (roles.actor,) if roles.actor is not None else ()
        roles.recipient, roles.recipient_link = _fill(pred, "recipient", frame, own, links, taken, concepts, preds)
    if (
        pred.nominal
        and roles.actor is None
        and roles.recipient is not None
        and roles.recipient_link not in {"of", "owner"}
    ):
        mine = next((i for i in links.get("of", ()) if i.entities and i is not roles.recipient), None)
        roles.actor, roles.actor_link = mine, "of"  # "the attack of Israel on Gaza"
    if pred.nominal and roles.actor is None:
        roles.actor, roles.actor_link = _claimed_by(pred, preds), "by"
    if roles.actor is None and pred.passive and pred.act in DEADLY:
        within = [n for n in preds if n.nominal and n.item in pred.obliques and "in" in n.item.links]
        roles.actor, roles.actor_link = next((_claimed_by(n, preds) or _owner_of(n) for n in within), None), "by"
    _part_company(roles)
    if roles.recipient is None:
        roles.recipient, roles.recipient_link = _from_complement(items, pred, preds, roles, concepts), "complement"
    if roles.recipient is None:
        roles.recipient, roles.recipient_link = (
            _addressed_before(pred, preds, concepts),
            "whom the same subject addresses",
        )
    if roles.recipient is None and roles.actor is not None and _root(pred.act, concepts) in STRUCK:
        roles.recipient, roles.recipient_link = _where_struck(pred), "where what is struck stands"
    if roles.recipient is None and pred.answered is not None and pred.answered is not roles.actor:
        if concepts.acts[pred.act].frame in SPOKEN_FRAMES:
            roles.recipient, roles.recipient_link = pred.answered, "answer"
    if roles.actor is None and pred.nominal and roles.recipient_link == "with" and pred.item.links & AROUND:
        roles.actor, roles.actor_link = _subject_around(items, pred, preds), "the subject of the sentence"
    roles.place = next((i for i in links.get("in", ()) if _names_place(i) and i is not roles.recipient), None)
    return roles


def _addressed_before(pred: Pred, preds: Sequence[Pred], concepts: Concepts) -> Item | None:
    """Take whom the verb before addresses, where the same subject goes on ("summoned the envoy and protested")."""
    if pred.form != "coord" or pred.nominal or pred.passive or pred.object is not None:
        return None
    if concepts.acts[pred.act].frame not in {"addressed", "speech"} and pred.act not in GOES_ON:
        return None
    before = next((p for p in reversed(preds) if p.index < pred.index and not p.nominal), None)
    if before is None or before.subject is not pred.subject or before.passive:
        return None
    addressed = concepts.acts[before.act].frame in {"addressed", "mutual"} and concepts.acts[before.act].kind == "act"
    told = before.object
    return told if addressed and told is not None and told.entities and told.sort == "actor" else None


def _claimed_by(pred: Pred, preds: Sequence[Pred]) -> Item | None:
    """Take who claims or carries out what a noun names ("an attack claimed by Islamic State")."""
    for verb in preds:
        told = verb.form == "part" and verb.passive and verb.subject is pred.item and verb.act in CLAIMED
        if told:
            return next((i for i in verb.obliques if "by" in i.links and i.entities and i.sort == "actor"), None)
    return None


def _owner_of(noun: Pred) -> Item | None:
    """Take whose attack it was ("killed in Taliban attacks")."""
    return next((i for i in noun.owners if i.entities and i.index < noun.index), None)


def _where_struck(pred: Pred) -> Item | None:
    """Take the country where the base, town or convoy stands that is attacked ("attacked a base in Kenya")."""
    struck = pred.object if not pred.nominal else None
    if struck is None or struck.sort != "thing":
        return None
    placed = (i for i in pred.obliques if "in" in i.links and _names_place(i) and i.index > struck.index)
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
    if any((e.key, e.code, e.sector) in mine for e in other.entities):
        if other.alternative:
            other.entities, other.alternative = other.alternative, ()
        elif other.sort == "pron":
            roles.recipient, roles.recipient_link = None, ""  # "the opposition boycotted the vote, calling it a sham"


def _names_place(item: Item) -> bool:
    return item.draft is not None and bool(item.draft.places or (item.draft.countries and not item.draft.roles))


def _themes(pred: Pred, preds: Sequence[Pred], roles: Roles, concepts: Concepts) -> None:
    roles.themes.update(f[4:] for f in pred.meaning.features if f.startswith("has:"))
    about = [pred.object, pred.object2, *pred.obliques, *pred.things]
    if pred.passive or (pred.act in DEADLY and pred.subject is not None and pred.subject.sort == "act"):
        about.insert(0, pred.subject)  # "an air strike killed five"
    if pred.light is not None:
        about += pred.light.obliques
    if pred.beside is not None:
        about.append(pred.beside)
    for item in about:
        if item is None or (item.links and item.links <= ASIDE):
            continue
        named = [m.concept for m, _ in item.readings]
        if item.draft is not None:
            named += [r for r, _ in item.draft.roles if r not in concepts.acts]
        if named and item is not pred.item:
            roles.themes.update(named)
            roles.theme_items.append(item)
    for other in preds:
        hangs = other.matrix is pred and other.form in {"inf", "comp", "quote", "part"}
        carried = other.nominal and other.light is pred and other is not pred
        if hangs or carried:
            roles.themes.add(other.act)
            roles.themes.update(_own_things(other))
            if "negated" in other.colours:
                roles.themes.add("not")
            own = other.subject is pred.subject is not None
            told = other.form == "comp" and "future" in other.colours and own
            if told or (other.form == "inf" and "infinitive" in other.feats and (own or other.subject is None)):
                roles.themes.add("will")  # one's own intent: "proposed that it would buy", "warned it would quit"


def _own_things(pred: Pred) -> set[str]:
    return {m.concept for i in (pred.object, *pred.obliques) if i is not None for m, _ in i.readings}


def _by_link(pred: Pred, preds: Sequence[Pred], concepts: Concepts) -> dict[str, list[Item]]:
    """Sort what hangs from a predicate by the links it may bear."""
    links: dict[str, list[Item]] = {}

    def put(link: str, item: Item | None) -> None:
        if item is not None and item is not pred.item:
            links.setdefault(link, []).append(item)

    if pred.nominal:
        _noun_links(pred, put, concepts)
    elif pred.passive:
        put("owner", pred.holder)
        put("object", pred.subject)
        put("object", pred.object)
    else:
        put("subject", pred.subject or _controller(pred, concepts))
        if (
            pred.holder is not None
            and pred.subject is not None
            and any(m.concept in CRAFT for m, _ in pred.subject.readings)
        ):
            put("subject", pred.holder)  # "Chinese vessels fired water cannon"
        put("object", pred.object)
        put("object", pred.object2)
    for item in pred.obliques:
        for link in item.links:
            put(link, item)
        if item.links & {"of", "poss"} and not pred.nominal:
            put("owner", item)
    for item in pred.owners:
        if not pred.nominal and item.marker is not None and item.marker.start < item.start:
            if any(n.nominal and item in n.owners and n.light is not pred for n in preds):
                continue  # "agreed to a truce at Egypt's request"
            for link in item.links - {"poss", "of"}:
                put(link, item)  # "filed a complaint against the country's tariffs"
        put("owner", item)
        if pred.nominal and len(pred.owners) > 1 and item is max(pred.owners, key=lambda i: i.start):
            for link in ("of", "to", "on"):
                put(link, item)  # "Russia's Ukraine invasion", ko: A의 B 방문
        elif pred.nominal:
            put("poss", item)
    verb = pred.light if pred.nominal else pred
    if verb is not None and verb.form == "inf" and verb.matrix is not None and _speaks(verb.matrix, concepts):
        for told in (*verb.matrix.obliques, verb.matrix.object):
            if told is not None and (told is verb.matrix.object or "to" in told.links):
                put("to", told)  # "wrote to staff to express thanks"
    for thing in (pred.object, pred.subject if pred.passive else None):
        if thing is not None and thing.sort in {"thing", "act", "other"} and thing.entities and not thing.crowd:
            put("owner", thing)  # "blocked its bids": whose
    giving = concepts.acts[pred.act].frame == "giving" and not pred.nominal
    for noun in preds:
        if noun.nominal and (noun.light is pred or (giving and noun.light is None and noun.item in pred.obliques)):
            for item in noun.owners:
                put("owner", item)
            for item in noun.obliques:
                for link in item.links:
                    put(link, item)
                if item.links & {"of", "poss"}:
                    put("owner", item)
    return links


def _speaks(pred: Pred, concepts: Concepts) -> bool:
    return concepts.acts[pred.act].kind == "speech"


def _controller(pred: Pred, concepts: Concepts) -> Item | None:
    """Return who does what an infinitive without subject names: the subject of the verb that carries it."""
    above = pred.matrix
    if pred.form != "inf" or above is None or concepts.acts[above.act].kind in {"act", "effect"}:
        return None
    return above.subject


def _noun_links(pred: Pred, put: object, concepts: Concepts) -> None:
    """Give an act noun the subject and obliques of the support verb it stands with."""
    assert callable(put)
    verb = pred.light
    if pred.item.entities and not pred.item.crowd:
        put("poss", pred.item)
    if verb is None:
        return
    kind = concepts.acts[verb.act].kind
    if kind in {"light", "aspect"} or verb.act == "announce":
        undergone = verb.act == "undergo"
        if verb.passive:
            for item in verb.obliques:
                if "by" in item.links:
                    put("by", item)
        else:
            subject = verb.subject or _controller(verb, concepts)
            if undergone and verb.holder is not None:
                subject = verb.holder
            put("against" if undergone else "by", subject)
        for item in verb.obliques:
            for link in item.links - {"by"}:
                put("by" if undergone and link == "from" else link, item)
        if verb.object2 is not None:
            put("to", verb.object2)


def _fill(
    pred: Pred, role: str, frame: Frame, own: dict[str, tuple[str, ...]], links: dict[str, list[Item]],
    taken: tuple[Item, ...], concepts: Concepts, preds: Sequence[Pred],
) -> tuple[Item | None, str]:  # fmt: skip
    wanted = own.get(role) or (frame.noun if pred.nominal else frame.verb).get(role, ())
    if (
        role == "actor"
        and pred.nominal
        and "by" in wanted
        and pred.light is not None
        and pred.light.subject is not None
    ):
        wanted = tuple(dict.fromkeys(w for link in wanted for w in (("by", "of") if link == "of" else (link,))))
        # "the army began exercises in the north of the country": who begins is who acts
    sendable = "object" in frame.verb.get("theme", ())
    for link in wanted:
        for item in links.get(link, ()):
            if item in taken or not item.entities:
                continue
            if role == "actor" and link == "by" and pred.act in BLAMES and not (pred.passive or pred.nominal):
                continue  # ja "ロシアによる侵略だと非難した": the invasion is by Russia
            if role == "recipient" and item.draft is not None and item.draft.pronoun == "self":
                continue  # "the minister disqualified himself": nobody else
            if (
                sendable
                and link == "object"
                and any(m.concept in SENDABLE for m, _ in item.readings)
                and not pred.passive
            ):
                continue
            if role == "recipient" and link == "object" and not pred.passive and _moved(pred, item, concepts):
                continue
            if role == "actor" and link == "of" and pred.nominal and _of_theme(pred, item, concepts):
                continue
            if role == "recipient" and link in LATE and _belongs_to_noun(pred, item, preds, concepts):
                continue  # "demanded the withdrawal of its forces from Lebanon" asks nothing of Lebanon
            if role == "recipient" and link in {"owner", "of"} and _same_side(item, taken, links[link]):
                continue  # "Blinken reaffirmed the commitment of the US to the security of Korea"
            if pred.judged and item is pred.object and item.entities:
                return item, link
            if item.sort in {"thing", "act", "other"} and link not in {"owner", "poss"} and not item.crowd:
                continue
            if role == "recipient" and link in AMBIGUOUS and "in" in item.links and _names_place(item):
                if frame is not concepts.frames["visit"]:
                    continue  # ru: "во Франции" is where, not whom
            if link not in FIRM and not any(e.code or e.sector for e in item.entities):
                continue
            if (
                link not in FIRM
                and item.draft is not None
                and item.draft.places
                and not item.draft.roles
                and role == "recipient"
            ):
                if frame is not concepts.frames["visit"] and frame is not concepts.frames["giving"]:
                    continue
            return item, link
    return None, ""


def _moved(pred: Pred, item: Item, concepts: Concepts) -> bool:
    """Tell whether an object names who is moved and not against whom ("sent soldiers to the border")."""
    if _root(pred.act, concepts) not in {*MOVERS, "send", "withdraw"} or item.draft is None or item.draft.countries:
        return False
    return any(role in FORCES for role, _ in item.draft.roles)


def _belongs_to_noun(pred: Pred, item: Item, preds: Sequence[Pred], concepts: Concepts) -> bool:
    """Tell whether an act noun that is asked for stands between a demand and a noun phrase, and takes that phrase."""
    if pred.nominal or _root(pred.act, concepts) != "request":
        return False
    asked = [n for n in preds if n.nominal and pred.index < n.index < item.index]
    return any(item in n.obliques for n in asked)


def _of_theme(pred: Pred, item: Item, concepts: Concepts) -> bool:
    """Tell whether an "of" belongs to a thing after the act noun ("commitment to the security of Korea")."""
    thing = next((t for t in pred.things if t.index in {item.index - 1, item.index - 2}), None)
    if thing is None or not thing.links & ADDRESSED or ("in" in thing.links and "object" not in thing.links):
        return False
    named = [concepts.things.get(m.concept) for m, _ in thing.readings]
    return not any(n is not None and n.is_ == "talks" for n in named)  # it: "una protesta alla conferenza Tory"


def _same_side(item: Item, taken: tuple[Item, ...], others: Sequence[Item]) -> bool:
    """Tell whether an item names nobody but the country and sector of those who act, and another names somebody."""
    mine = {(e.code, e.sector) for one in taken for e in one.entities if e.code}
    apart = [all((e.code, e.sector) in mine for e in i.entities) for i in (item, *(o for o in others if o.entities))]
    return bool(mine) and item.sort == "actor" and apart[0] and not all(apart)


def _subject_around(items: Sequence[Item], pred: Pred, preds: Sequence[Pred]) -> Item | None:
    """Take who speaks or acts for the other side of a meeting told beside it ("said after talks with Perry")."""
    for at in range(pred.index - 1, 0, -1):
        if items[at - 1].sort == "source" and items[at].entities:
            return items[at]
    verbs = [p for p in preds if not p.nominal and not p.quoted and p.subject is not None and p.subject.entities]
    verbs = [p for p in verbs if p.form not in {"rel", "comp", "inf"}] or verbs
    before = [p for p in verbs if p.index < pred.index]
    chosen = before[-1] if before else next(iter(verbs), None)
    return chosen.subject if chosen is not None else None


def _from_complement(
    items: Sequence[Item], pred: Pred, preds: Sequence[Pred], roles: Roles, concepts: Concepts
) -> Item | None:
    """Take the recipient from the clause that is demanded, alleged, promised or threatened.

    Who is to act is asked or accused ("demanded that Sweden act"); who is acted upon is promised or threatened
    something ("pledged to support the young", "threatened to attack Israel").
    """
    act = concepts.acts[pred.act]
    if act.kind != "act" or act.frame not in {*SPOKEN_FRAMES, "giving"}:
        return None
    pledge = _root(pred.act, concepts) in PLEDGES
    for other in preds:
        carrier = other.matrix
        if (
            carrier is not None
            and carrier.matrix is pred
            and concepts.acts[carrier.act].kind in GOES_THROUGH
            and pledge
        ):
            carrier = pred if carrier.form == "inf" else carrier  # "promised to keep working with Japan"
        if carrier is not pred or other.form not in {"comp", "quote", "inf", "part"}:
            continue
        if other.form == "part" and other.matrix is pred:
            continue
        if _root(pred.act, concepts) == "request" and _claims(other):
            continue  # ja "強要されていると訴えた": what is complained of, not asked for
        doer = other.subject if _root(pred.act, concepts) == "reject" else None
        if doer is not None and "subject" in doer.links and not says_of_itself(pred, doer):
            named = [doer]  # ja "マケドニアが加盟することに反対した" = opposed Macedonia's joining
        elif pledge:
            named = [
                *(i for i in other.obliques if "against" in i.links),
                other.object,
                *other.owners,
                *(i for i in other.obliques if i.links & ADDRESSED),
            ]
            named += [i for n in preds if n.nominal and n.light is other for i in n.obliques if i.links & ADDRESSED]
            named += [n.object for n in preds if n.matrix is other and n.form == "inf"]  # "not to use force to repress us"
        elif other.form == "inf" and act.frame != "giving":
            shared = concepts.acts[other.act].frame in {"mutual", "topical"}  # "proposed to hold talks with India"
            named = [i for i in other.obliques if "with" in i.links] if shared else []
            if other.subject is not None and "subject" in other.subject.links:
                named.insert(0, other.subject)  # ko "FBI가 조사하도록 지시했다": a marked subject is who is to act
        elif act.frame == "giving":
            helped = other.form == "inf" and concepts.acts[other.act].frame in {"giving", "transitive"}
            named = [other.object] if helped and other.object is not None and other.object.sort == "actor" else []
        else:
            named = [other.subject, *other.owners]
        for item in named:
            if item is None or not item.entities or item is roles.actor or item is pred.subject:
                continue
            if not says_of_itself(pred, item):
                return item
        if not pledge and other.subject is not None and says_of_itself(pred, other.subject):
            acted = [other.object, *other.obliques, *other.owners]
            held = (n for n in preds if n.nominal and (n.light is other or n.item is other.object))
            acted += [i for n in held for i in n.obliques if i.links & ADDRESSED]
            for item in acted:
                if item is not None and item.entities and item.sort == "actor" and not says_of_itself(pred, item):
                    return item  # "warned that it would end its support for the government"
    for noun in preds:
        if noun.nominal and noun.light is pred and not pledge and concepts.acts[noun.act].frame in SELF_FRAMES:
            for item in (*noun.owners, *(i for i in noun.obliques if i.links & {"of", "poss", "by"})):
                if item.entities and item is not roles.actor:
                    return item  # "demanded the withdrawal of Russian forces"
    if pledge:
        until = next((p.index for p in preds if not p.nominal and p.index > pred.index), 10_000)
        for noun in (n for n in preds if n.nominal and pred.index < n.index < until):
            for item in noun.obliques:
                if item.links & ADDRESSED and item.entities and item is not roles.actor:
                    return item  # "pledged 200 million in aid for Yemen"
    if _root(pred.act, concepts) == "request":
        asked = _demanded_of(pred, roles, preds)
        if asked is not None:
            return asked
    if _root(pred.act, concepts) == "request" and not pred.passive:
        for item in pred.obliques:
            if "by" in item.links and item.entities and item.sort == "actor" and pred.object is not None:
                return item  # "demanded an inquiry by the United Nations"
    if pred.act in BLAMES and not pred.passive:
        until = pred.object.index if pred.object is not None else pred.index
        for item in pred.obliques:
            if "by" in item.links and item.sort in {"actor", "pron"} and item.entities and item.index < until:
                return item  # ja "議員による発言を批判した" = criticised the remarks by a lawmaker
    if _root(pred.act, concepts) == "accuse" and not any(o.matrix is pred for o in preds):
        return _after_complementizer(items, pred)
    return None


def _claims(told: Pred) -> bool:
    """Tell whether a quoted clause states something as so, asking nothing."""
    return "quote" in told.feats and "nominal" not in told.feats and not told.colours & ASKED


def _demanded_of(pred: Pred, roles: Roles, preds: Sequence[Pred]) -> Item | None:
    """Take who is to do what is demanded by name ("demanded an inquiry by the UN", "the withdrawal of Russia")."""
    for noun in (n for n in preds if n.nominal and n.light is pred):
        doers = [i for i in noun.obliques if "by" in i.links]
        doers += [i for i in noun.owners if any(e.sector in ASKABLE or e.code in {"UNO", "IGO"} for e in i.entities)]
        for item in doers:
            if item.entities and item is not roles.actor and item is not pred.subject:
                return item
    return None


def says_of_itself(pred: Pred, item: Item) -> bool:
    """Tell whether an item names nobody but who a predicate's subject names."""
    if pred.subject is None or not item.entities:
        return False
    mine = {(e.key, e.code, e.sector) for e in pred.subject.entities}
    return all((e.key, e.code, e.sector) in mine for e in item.entities)


def _after_complementizer(items: Sequence[Item], pred: Pred) -> Item | None:
    """Take whom a clause without a listed verb speaks of first ("alleged that Russia's engagement is a pretext")."""
    opened = False
    for item in items[pred.index + 1 :]:
        if item.kind == "verb" or item.sort == "stop":
            return None
        opened = opened or item.sort == "comp"
        if opened and item.kind == "np":
            return item if item.entities and item.sort in {"actor", "pron"} else None
    return None


ASIDE = frozenset({"according", "because", "despite"})
"""What is only the ground of an act is not what it is about ("withdrew in line with the agreement")."""
ASKED = frozenset({"imperative", "obligation", "desire", "hypothetical", "future"})
ASKABLE = frozenset({"GOV", "LEG", "COP", "JUD"})
ADDRESSED = frozenset({"against", "to", "with", "on", "for"})
AROUND = frozenset({"after", "during", "in", "at", "on", "since"})
CRAFT = frozenset({"vessel", "warship", "aircraft", "drone", "missile", "artillery", "convoy"})
AMBIGUOUS = frozenset({"on", "at", "to"})
MOVERS = frozenset({"deploy"})
FORCES = frozenset({"soldier", "military", "police", "police-officer", "peacekeeper", "security-forces", "coast-guard"})
DEADLY = frozenset({"kill", "wound"})
BLAMES = frozenset({"accuse", "criticise", "condemn", "blame", "allege", "complain"})
CLAIMED = frozenset({"argue", "perform", "launch"})
STRUCK = frozenset({"attack", "bomb", "shell", "storm", "destroy"})
GOES_ON = frozenset({"protest", "complain"})
SELF_FRAMES = frozenset({"leaving", "intransitive", "visit"})
"""Acts whose noun has nobody but its doer beside it."""
LATE = frozenset({"from", "with", "against", "on"})
GOES_THROUGH = frozenset({"aspect", "effect"})
PLEDGES = frozenset({"agree", "threaten", "refuse", "reject"})


def _root(act: str, concepts: Concepts) -> str:
    at = act
    while (wider := concepts.acts[at].is_) is not None and wider in concepts.acts:
        at = wider
    return at
