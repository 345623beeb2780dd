"""Read the clauses of one sentence from its items: predicates, what hangs from them, how real they are, who says so."""

from collections.abc import Sequence

import msgspec

from dragoman.actors.items import Item
from dragoman.clauses.arguments import attach
from dragoman.clauses.colours import colour
from dragoman.clauses.find import choose, find_predicates, promote
from dragoman.clauses.judgement import DEMAND, judgements, obligations, settle_dues
from dragoman.clauses.number import same_number
from dragoman.clauses.predicate import WALLS, Pred, may_be_subject, says_of_itself
from dragoman.clauses.roles import Roles, read_roles
from dragoman.clauses.speaking_pronouns import says_of_its_own, says_on, speak_for_themselves
from dragoman.clauses.speech import (
    hang_speech,
    named_sources,
    names_speaker,
    opens_quoted,
    speakers,
    speakers_of_main,
    vouches,
)
from dragoman.clauses.standing import standing
from dragoman.clauses.ties import ties
from dragoman.clauses.verb_first import agrees
from dragoman.clauses.when import assign_times, said_on, times_of
from dragoman.packs.schema import Concepts, Facts
from dragoman.records import Attribution, Clause, Entity, Mention, Span

NO_EVENT = frozenset({"speech", "mental", "light", "aspect", "empty"})


class Voice:
    """Who was last heard speaking, carried from sentence to sentence of one article."""

    def __init__(self) -> None:
        self.speaker: Item | None = None
        self.open = False
        self.last: Span | None = None
        self.subject: Item | None = None


def read_clauses(
    items: Sequence[Item], number: int, facts: Facts, concepts: Concepts, voice: Voice, everything: bool = False
) -> list[Clause]:
    """List the clauses of a sentence that may tell of an event; with `everything`, those that only report too."""
    if facts.order == "sov":
        promote(items)
    voice.open = voice.open and _closes_quotation(items)
    preds = find_predicates(items, concepts, facts)
    for pred in preds:
        colour(items, pred, facts)
    attach(items, preds, facts, concepts)
    if facts.drop_subject:
        _supply_subjects(items, preds, concepts, voice, facts)
    if facts.order != "v2":  # there each clause has kept its own
        assign_times(items, preds, verb_last=facts.order == "sov", time_first=facts.coverbs)
    _answered(items, preds)
    roles = {id(p): read_roles(items, p, preds, concepts) for p in preds if everything or _may_tell(p, concepts)}
    first = {id(p): p.act for p in preds}
    preds = [p for p in preds if _settle(items, p, preds, roles, concepts)]
    above = {id(m): m for p in preds if p.act != first[id(p)] for m in (p.matrix, p.light) if m is not None}
    roles |= {id(p): read_roles(items, p, preds, concepts) for p in above.values() if id(p) in roles}
    preds = [_headline_passive(items, p, preds, roles, concepts) for p in preds]
    preds = [*preds, *judgements(items, preds, concepts, verb_last=facts.order == "sov")]
    roles |= {id(p): read_roles(items, p, preds, concepts) for p in preds if p.judged}
    hang_speech(items, preds, concepts, facts)
    settle_dues(preds, concepts)
    obligations(preds, concepts)
    roles |= {id(p): read_roles(items, p, preds, concepts) for p in preds if p.meaning is DEMAND}
    sources = named_sources(items, facts)
    says_on(preds, concepts, voice.speaker)
    roles |= {id(p): read_roles(items, p, preds, concepts) for p in says_of_its_own(preds, concepts) if id(p) in roles}
    _hear(items, preds, concepts, voice, sources)
    if speak_for_themselves(preds, concepts):
        spoken = [p for p in preds if p.quoted or p.speaker]
        roles |= {id(p): read_roles(items, p, preds, concepts) for p in spoken if id(p) in roles}
    tied = ties(items, preds, voice.last)
    clauses = []
    for pred in preds:
        if concepts.acts[pred.act].kind in NO_EVENT and not everything and not pred.judged:
            continue
        filled = roles.get(id(pred)) or read_roles(items, pred, preds, concepts)
        clause = _clause(items, pred, preds, number, concepts, filled, sources, voice)
        if id(pred) in tied:
            relation, target = tied[id(pred)]
            clause = msgspec.structs.replace(clause, link=relation, linked_to=target)
        clauses.append(clause)
    if clauses:
        voice.last = clauses[-1].trigger
    return clauses


def _supply_subjects(
    items: Sequence[Item], preds: Sequence[Pred], concepts: Concepts, voice: Voice, facts: Facts
) -> None:
    """Give a main clause that leaves its subject out the subject last told of (es: "También condenó …" = he also)."""
    held = voice.subject
    for pred in preds:
        if pred.form == "main" and not pred.nominal and pred.subject is not None and pred.subject.entities:
            held = pred.subject
        if pred.nominal or pred.passive or concepts.acts[pred.act].kind == "empty":
            continue
        finite = pred.feats & {"past", "present", "future", "finite"} or pred.colours & {"past", "perfect"}
        if (
            finite
            and pred.subject is None
            and pred.form in {"main", "coord"}
            and held is not None
            and not pred.quoted
            and agrees(pred, held, facts, before=True)
            and same_number(pred, held, facts)
            and (
                held is not voice.subject
                or not any(i.sort == "actor" and may_be_subject(i) for i in items[: pred.index])
            )
        ):
            pred.subject = held
    told = [p.subject for p in preds if p.form == "main" and not p.nominal and p.subject is not None]
    voice.subject = next((s for s in told if s.entities), voice.subject if not told else None)


def _answered(items: Sequence[Item], preds: Sequence[Pred]) -> None:
    """Address an act to those whose words or deeds it answers ("in response to its neighbour's concern, Seoul promised")."""
    for marker in items:
        if marker.sort != "response":
            continue
        until = next(
            (i.index for i in items[marker.index + 1 :] if i.sort in WALLS | {"comma"} or i.kind == "verb"), len(items)
        )
        named = next((i for i in items[marker.index + 1 : until] if _doer(i, items)), None)
        verbs = [p for p in preds if not p.nominal]
        after = (p for p in verbs if p.index > until)
        before = (p for p in reversed(verbs) if p.index < marker.index)
        verb = next(after if marker.index < 2 else before, None)
        if named is not None and verb is not None:
            verb.answered = named


def _doer(item: Item, items: Sequence[Item]) -> bool:
    """Tell whether a phrase after "in response to" names who did it: not whom ("its invasion of Kuwait")."""
    if item.kind != "np" or not item.entities:
        return False
    before = next((i for i in reversed(items[: item.index]) if i.kind == "np"), None)
    if before is not None and before.sort == "act" and item.links & {"of", "on", "to", "against"}:
        return not before.entities
    return item.sort in {"actor", "pron"} or (item.sort == "act" and not item.crowd)


def _may_tell(pred: Pred, concepts: Concepts) -> bool:
    """Tell whether a predicate may tell of an event, in the first or another of its readings."""
    return concepts.acts[pred.act].kind not in NO_EVENT or _has_choice(pred)


def _has_choice(pred: Pred) -> bool:
    """Tell whether themes decide what a predicate means, or whether it means anything."""
    return len(pred.readings) > 1 or bool(pred.meaning.with_ or pred.meaning.without)


def _settle(
    items: Sequence[Item], pred: Pred, preds: Sequence[Pred], roles: dict[int, Roles], concepts: Concepts
) -> bool:
    """Settle the reading of a predicate by its themes; False where no reading fits."""
    if not _has_choice(pred):
        return True
    known = roles[id(pred)]
    subject = {m.concept for m, _ in pred.subject.readings} if pred.subject is not None else set()
    if pred.subject is not None and pred.subject.draft is not None:
        subject |= {role for role, _ in pred.subject.draft.roles}
        subject |= {"military"} if any(e.sector == "MIL" for e in pred.subject.entities) else set()  # a named army
    themes = frozenset(wider(known.themes | subject, concepts))
    beside = known.recipient is not None and known.recipient_link not in {"owner", "complement"}
    chosen = choose(pred, themes, beside or _has_actor_object(pred))
    if chosen is None:
        return False
    if chosen[0] is not pred.meaning:
        pred.meaning, pred.feats = chosen[0], pred.feats | chosen[1]
        pred.passive = pred.passive or "passive" in chosen[0].features
        roles[id(pred)] = read_roles(items, pred, preds, concepts)
    return True


def _headline_passive(
    items: Sequence[Item], pred: Pred, preds: Sequence[Pred], roles: dict[int, Roles], concepts: Concepts
) -> Pred:
    """Read a participle without object or helping verb as passive ("Six officers hurt in disorder")."""
    if " " in pred.meaning.word:  # "seized power": its object stands in the entry
        return pred
    bare = (
        "participle" in pred.feats
        and not pred.passive
        and not pred.nominal
        and pred.form == "main"
        and pred.object is None
    )
    act = concepts.acts[pred.act]
    if not (bare and act.kind == "act" and act.frame == "transitive"):
        return pred
    known = roles[id(pred)]
    if known.recipient is None and known.actor is not None:
        state = pred.subject is not None and any(e.key is not None and e.key == e.code for e in pred.subject.entities)
        if state:
            return pred  # "Israel struck in Gaza"
        if not pred.colours - {"negated"} and known.actor_link == "subject":
            pred.passive = True
            roles[id(pred)] = read_roles(items, pred, preds, concepts)
    return pred


def _has_actor_object(pred: Pred) -> bool:
    return any(i is not None and i.entities and i.sort == "actor" for i in (pred.object, pred.object2))


def wider(themes: set[str], concepts: Concepts) -> set[str]:
    """Add to concepts all the wider ones above them."""
    found: set[str] = set()
    for theme in themes:
        at: str | None = theme
        while at is not None and at not in found:
            found.add(at)
            act, thing = concepts.acts.get(at), concepts.things.get(at)
            at = (act.is_ if act else None) or (thing.is_ if thing else None)
    return found


def _hear(
    items: Sequence[Item], preds: Sequence[Pred], concepts: Concepts, voice: Voice, sources: Sequence[Item]
) -> None:
    """Note who speaks in this sentence; a quotation without a speaker, or with "he said", is the last one's."""
    said = [p for p in preds if concepts.acts[p.act].kind == "speech" and not p.quoted and p.subject is not None]
    named = next((p.subject for p in said if p.subject is not None and p.subject.entities), None)
    resumed = [p for p in preds if names_speaker(p, concepts)]
    if named is None and resumed:
        for pred in preds:
            if pred.quoted or pred.matrix in resumed:
                pred.speaker = voice.speaker
        return
    if named is None and sources:
        named = sources[-1]  # id: '"Kami …," kata menteri': the word for "said" is no verb
        for pred in preds:
            if pred.quoted and pred.matrix is None:
                pred.speaker = named
    if named is not None:
        voice.speaker = named
        voice.open = False
        return
    quoted = [p for p in preds if p.quoted]
    if (quoted and opens_quoted(items)) or voice.open:
        for pred in preds:
            if pred.quoted or voice.open:
                pred.speaker = voice.speaker
    elif not quoted:
        voice.speaker = None
    voice.open = _left_open(items, voice.open)


def _closes_quotation(items: Sequence[Item]) -> bool:
    """Tell whether a quotation that an earlier sentence left open is closed in this one."""
    mark = next((i.sort for i in items if i.sort in {"quote-open", "quote-close"}), "")
    return mark == "quote-close"


def _left_open(items: Sequence[Item], before: bool) -> bool:
    for item in reversed(items):
        if item.sort == "quote-open":
            return True
        if item.sort == "quote-close":
            return False
    return before


def entities_of(item: Item) -> tuple[Entity, ...]:
    """Return the entities of an item and of those coordinated with it."""
    return (*item.entities, *(e for member in item.members for e in member.entities))


def _cause(pred: Pred, concepts: Concepts) -> str:
    """Name the domain of what acts where it is no one: a storm, a match, an illness."""
    by = next((i for i in pred.obliques if "by" in i.links), None)
    agent = by if pred.passive else pred.subject
    if agent is None or agent.sort != "thing":
        return ""
    domains = {t.domain for m, _ in agent.readings if (t := concepts.things.get(m.concept)) is not None and t.domain}
    return f"cause: {min(domains)}" if domains else ""


def _mentions(item: Item | None) -> tuple[Mention, ...]:
    if item is None:
        return ()
    found = []
    for one in (item, *item.members):
        if one.entities:
            weight = "owner" if one.owner or one.sort in {"thing", "act"} else "entity"
            plural = one.draft is not None and one.draft.plural
            span = Span(one.start, one.end)
            found.append(Mention(span, one.head, one.entities, one.links, one.marker, weight, plural, one.how))
    return tuple(found)


def _clause(
    items: Sequence[Item], pred: Pred, preds: Sequence[Pred], number: int, concepts: Concepts, roles: Roles,
    sources: Sequence[Item], voice: Voice,
) -> Clause:  # fmt: skip
    factuality, taken = standing(pred, concepts)
    times = times_of(items, pred, preds)
    heard = speakers(pred, concepts) or speakers_of_main(pred, preds, concepts)
    if not heard and pred.speaker is not None:
        heard = [pred.speaker]
    attribution = [Attribution(e, Span(i.start, i.end), "reported") for i in heard for e in entities_of(i)]
    vouching = [source for source in sources if vouches(items, source, pred)]
    attribution += [Attribution(e, Span(i.start, i.end), "source") for i in vouching for e in entities_of(i)]
    above = pred.light if pred.nominal else pred.matrix
    trigger = Span(pred.item.head.start, pred.item.head.end)
    if pred.light is not None and concepts.acts[pred.light.act].kind in {"light", "aspect"}:
        start, end = sorted((pred.light.item.start, pred.item.start))[0], max(pred.light.item.end, pred.item.end)
        trigger = Span(start, end) if end - start < 80 else trigger
    features = set(pred.feats) | {"passive"} if pred.passive else set(pred.feats)
    if "perfect" in pred.colours and "past" not in pred.colours:  # de "hat verdoppelt" is the past tense of the news
        features.add("perfect")
    if pred.form == "inf" and pred.matrix is not None and concepts.acts[pred.matrix.act].kind in {"aspect", "light"}:
        features |= pred.matrix.feats & {"present", "past"}  # "try to persuade"
    if "progressive" in pred.colours:
        features.add("progressive")
    for other in preds:
        reported = other.matrix is pred and other.form in {"comp", "quote"}
        if reported and other.subject is not None and says_of_itself(pred, other.subject):
            features.add("own-act")
    cause = _cause(pred, concepts)
    told = f"recipient by {roles.recipient_link}" if roles.recipient is not None else ""
    notes = tuple(note for note in (taken, cause, pred.form, told) if note)
    return Clause(
        sentence=number,
        trigger=trigger,
        act=pred.act,
        entry=pred.meaning.word,
        nominal=pred.nominal,
        actor=_mentions(roles.actor),
        recipient=_mentions(roles.recipient),
        place=_mentions(roles.place),
        themes=tuple(sorted(wider(roles.themes, concepts))),
        theme_spans=tuple(Span(i.start, i.end) for i in roles.theme_items),
        time=times[0] if times else None,
        said=said_on(pred),
        factuality=factuality,
        attribution=tuple(attribution),
        features=frozenset(features | {f"colour:{c}" for c in pred.colours}),
        quoted=pred.quoted or (voice.open and pred.speaker is not None),
        matrix=above.act if above is not None else None,
        notes=notes,
    )
