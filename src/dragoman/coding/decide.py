"""Decide what a clause is in a codebook: a type with its sides, or a refusal with its reason."""

import msgspec

from dragoman.coding.codebook import Codebook, Rule
from dragoman.packs.schema import Concepts
from dragoman.records import Clause, Entity, Mention
from dragoman.records.clause import Factuality

CONFLICT = frozenset({"SANCTION", "COERCE", "ASSAULT", "MOBILIZE"})
OWN_WORD = frozenset({"AGREE", "CONCEDE", "THREATEN"})
ANNOUNCED = OWN_WORD | {"REJECT", "MOBILIZE"}
"""Types that are done by saying so: "the party would vote against the deal, its leader said"."""
UNPLACED = frozenset({"COERCE", "PROTEST"})
"""Types that count though no side's country is known: police work upon somebody, people in the street."""
AHEAD = frozenset({"colour:future", "colour:conditional"})
PURSUED = frozenset({"COERCE", "SANCTION", "ACCUSE"})
PURSUERS = frozenset({"COP", "JUD", "GOV"})
STATE = frozenset({"GOV", "MIL", "COP", "SPY", None})
PARTIES = frozenset({"OPP", "PTY"})


class Decision(msgspec.Struct, frozen=True):
    """What a rule made of a clause."""

    clause: Clause
    type: str
    mode: str | None
    contexts: tuple[str, ...]
    actor: tuple[Entity, ...]
    recipient: tuple[Entity, ...]
    status: Factuality
    rule: str
    cameo: str
    mutual: bool
    promised: bool
    announced: bool = False


class Declined(msgspec.Struct, frozen=True):
    """Why a clause is no event."""

    reason: str
    rule: str = ""


def decide(clause: Clause, codebook: Codebook, concepts: Concepts) -> Decision | Declined:
    """Apply the first rule of the act whose conditions the clause fulfils."""
    if any(note in {"absorbed", "purpose"} for note in clause.notes):
        return Declined("part-of-another-act" if "absorbed" in clause.notes else "purpose-only")
    cause = next((n for n in clause.notes if n.startswith("cause: ")), None)
    if cause is not None:
        return Declined(f"caused-by-{cause[7:]}")
    carried = clause.matrix is not None and concepts.acts[clause.matrix].kind != "act"
    if clause.nominal and not carried and clause.act in codebook.states:
        return Declined("standing-state")
    if clause.act in codebook.qualities and "part" in clause.notes and "passive" in clause.features:
        return Declined("standing-state")  # "fighters supported by Turkey"
    if clause.act in codebook.qualities and "rel" in clause.notes and _lasting(clause):
        return Declined("standing-state")  # "Tories who back Remain", th "กลุ่มที่ตุรกีหนุนหลัง"
    act, rules = codebook.rules_of(clause.act, concepts)
    if not rules:
        return Declined("no-rule")
    actor, recipient = sides(clause.actor), sides(clause.recipient)
    for number, rule in enumerate(rules, 1):
        if _holds(rule, clause, actor, recipient):
            return _apply(rule, f"{act}[{number}]", clause, codebook, actor, recipient)
    return Declined("no-rule-for-this-theme")


def _lasting(clause: Clause) -> bool:
    """Tell whether a clause has neither a time nor a tense that would make what it tells of an occurrence."""
    return clause.time is None and not clause.features & {"past", "perfect", "future"}


def sides(mentions: tuple[Mention, ...]) -> tuple[Entity, ...]:
    """List the entities of some mentions, each once."""
    found: dict[tuple[str | None, str | None, str | None], Entity] = {}
    for mention in mentions:
        for entity in mention.entities:
            found.setdefault((entity.code, entity.sector, entity.key or entity.name), entity)
    return tuple(found.values())


def _holds(rule: Rule, clause: Clause, actor: tuple[Entity, ...], recipient: tuple[Entity, ...]) -> bool:
    if rule.theme and not set(rule.theme) & set(clause.themes):
        return False
    if rule.form == "carried":  # an act noun with a verb: "an inquiry was opened"
        if not clause.nominal or clause.matrix is None:
            return False
    elif rule.form and rule.form != ("noun" if clause.nominal else "verb"):
        return False
    if rule.own and "own-act" not in clause.features:
        return False
    if rule.negated and not ("not" in clause.themes or clause.factuality == "negated"):
        return False
    return _side_fits(rule.actor, actor) and _side_fits(rule.recipient, recipient)


def _side_fits(wanted: tuple[str, ...] | str, side: tuple[Entity, ...]) -> bool:
    if not wanted:
        return True
    if wanted == "any":
        return any(known(e) for e in side)
    if wanted == "none":
        return not side
    return any(e.sector in wanted or e.code in wanted for e in side)


def known(entity: Entity) -> bool:
    """Tell whether enough is known of an entity for it to be a side of an event."""
    return entity.sector is not None or (
        entity.code is not None and entity.office != "place" and entity.code in _BODIES
    )


_BODIES = frozenset({"IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"})


def _apply(
    rule: Rule, name: str, clause: Clause, codebook: Codebook, actor: tuple[Entity, ...], recipient: tuple[Entity, ...]
) -> Decision | Declined:  # fmt: skip
    if rule.refuse:
        return Declined(rule.refuse, name)
    if rule.swap:
        actor, recipient = recipient, actor
    recipient = tuple(e for e in recipient if e.key is None or all(e.key != a.key for a in actor))
    if len(recipient) > 1:  # "the inter-Korean agreement" that Seoul suspended: the other party
        recipient = tuple(e for e in recipient if all(e.code != a.code for a in actor)) or recipient
    stands = _standing(rule, name, clause, codebook, actor)
    if isinstance(stands, Declined):
        return stands
    kind, status, promised = stands.type, stands.status, stands.promised
    mode = rule.mode or None
    if mode is not None and mode not in codebook.types[kind].modes:
        mode = None
    if kind in PURSUED and any(e.sector in PURSUERS and e.code for e in actor):
        recipient = tuple(_private(e, actor) for e in recipient)
    actor = tuple(e for e in actor if known(e) or e.code is not None)
    recipient = tuple(e for e in recipient if known(e) or e.code is not None)
    lacking = _lacking(rule.needs or codebook.types[kind].needs, actor, recipient, kind)
    if lacking:
        return Declined(lacking, name)
    if kind not in UNPLACED and rule.needs != "nothing" and not any(e.code for e in (*actor, *recipient)):
        return Declined("country-unknown", name)
    if status == "hypothetical":
        return Declined("hypothetical", name)
    if status == "negated":
        return Declined("negated", name)
    if status == "future" and not promised and kind not in OWN_WORD and kind not in {"REQUEST", "COERCE"}:
        return Declined("only-expected", name)
    if rule.mutual and not promised:
        actor, recipient = tuple(dict.fromkeys((*actor, *recipient))), ()
    contexts = tuple(c for c, signs in codebook.contexts.items() if {*clause.themes, clause.act} & set(signs))
    contexts = tuple(dict.fromkeys((*((rule.context,) if rule.context else ()), *contexts)))
    return Decision(clause, kind, mode, contexts, actor, recipient, status, name, rule.cameo, rule.mutual, promised,
                    stands.announced)  # fmt: skip


class _Standing(msgspec.Struct, frozen=True):
    """The type and status of what a rule found; `announced`: it is done by the word of its own side."""

    type: str
    status: Factuality
    promised: bool = False
    announced: bool = False


def _standing(
    rule: Rule, name: str, clause: Clause, codebook: Codebook, actor: tuple[Entity, ...]
) -> _Standing | Declined:
    """Tell what an act is that is still to come or withheld, by who says so."""
    kind, status = rule.type, clause.factuality
    if kind == "RETREAT" and clause.nominal and clause.matrix == "announce":
        kind = "CONCEDE"  # a withdrawal announced is still to come
    if rule.negated and status == "negated":
        status = "actual"
    if rule.status:
        status = "future" if rule.status == "future" else status
    own_word = bool(clause.attribution) and any(speaks_for(clause.attribution[0].entity, a) for a in actor)
    if status == "negated" and own_word and kind in codebook.withheld and clause.features & AHEAD:
        return _Standing(codebook.withheld[kind], "actual", announced=True)  # "said it will not lift the ban"
    threat = codebook.future.get(kind) == "THREATEN"
    if status == "future" and kind in codebook.future and (own_word or not threat):
        if codebook.future[kind] == "CONCEDE" and not own_word:
            return Declined("only-expected", name)
        return _Standing(codebook.future[kind], "actual" if own_word else "future", True, own_word)
    if status == "future" and kind in ANNOUNCED and own_word and not (kind == "MOBILIZE" and clause.quoted):
        return _Standing(kind, "actual", announced=True)
    return _Standing(kind, status)


def _private(entity: Entity, actor: tuple[Entity, ...]) -> Entity:
    """Take a named stranger whom police, courts or prosecutors pursue for a private person of their country."""
    if known(entity) or entity.code is not None or entity.name is None:
        return entity
    pursuer = next(e for e in actor if e.sector in PURSUERS and e.code)
    return msgspec.structs.replace(entity, code=pursuer.code, sector="CRM" if pursuer.sector != "GOV" else "CVL")


def _lacking(needs: str, actor: tuple[Entity, ...], recipient: tuple[Entity, ...], kind: str) -> str:
    a, r = any(known(e) for e in actor), any(known(e) or e.code is not None for e in recipient)
    if needs == "two":
        people = {(e.code, e.sector, e.key or e.name) for e in (*actor, *recipient) if known(e) or e.code is not None}
        return "" if len(people) > 1 and a else "other-side-unknown"
    if needs in {"actor", "both"} and not a:
        return "actor-unknown"
    if needs in {"recipient", "both"} and not r:
        return "recipient-unknown"
    if needs == "either" and not (a or r):
        return "sides-unknown"
    return ""


def speaks_for(speaker: Entity, actor: Entity) -> bool:
    """Tell whether a speaker announces what his own side does: the same actor, or two organs of one state or party."""
    if _same(speaker, actor):
        return True
    sides = {speaker.sector, actor.sector}
    return speaker.code is not None and speaker.code == actor.code and (sides <= STATE or sides <= PARTIES)


def _same(one: Entity, other: Entity) -> bool:
    if one.key is not None and one.key == other.key:
        return True
    return one.code is not None and one.code == other.code and one.sector == other.sector
