"""Turn the clauses of one article into events and refusals."""

import hashlib
from collections.abc import Sequence

from dragoman.coding.answers import complete
from dragoman.coding.codebook import Codebook
from dragoman.coding.confidence import confidence, traits
from dragoman.coding.dates import When, when_of
from dragoman.coding.decide import Decision, Declined, decide, speaks_for
from dragoman.coding.hearsay import hearsay
from dragoman.coding.links import tie_events
from dragoman.coding.merge import Told, merge, same
from dragoman.coding.narrative import SPOKEN, settle
from dragoman.packs.schema import Concepts
from dragoman.records import Attribution, Clause, Entity, Event, Evidence, Place, Refusal, Step

SILENT = frozenset({"part-of-another-act"})


def code(
    clauses: Sequence[Clause], doc: str, published: str | None, codebook: Codebook, concepts: Concepts,
    leading: frozenset[str] = frozenset(), own_outlet: frozenset[str] = frozenset(),
) -> tuple[tuple[Event, ...], tuple[Refusal, ...]]:  # fmt: skip
    """Code the clauses of one article.

    `leading` names those the headline and the lead speak of (as `identity` does): what they are told to have done is
    current news. `own_outlet` names media that are the outlet itself and vouch for nothing new.
    """
    tellings: list[Told] = []
    refusals: list[Refusal] = []
    verbless = all(c.nominal for c in clauses if c.sentence == 0)
    for clause in complete(clauses, codebook, concepts):
        decision = decide(clause, codebook, concepts)
        if isinstance(decision, Declined):
            if decision.reason not in SILENT:
                told = hearsay(clause, published)
                refusals.append(
                    Refusal(decision.reason, clause.sentence, clause.trigger, clause.act, decision.rule, told)
                )
            continue
        current = any(identity(e) in leading for e in decision.actor)
        titled = verbless and clause.sentence == 0
        announced = decision.promised or decision.announced
        when = when_of(clause, decision.type, announced, published, current or titled, titled)
        tellings.append(Told(decision, when))
    settled = {id(told): dated for told, dated in zip(tellings, settle(tellings, published), strict=True)}
    # what is the same is judged by the days the article says, not by those inferred
    groups = [[settled[id(told)] for told in group] for group in merge(tellings)]
    events = [_event(group, doc, codebook, own_outlet) for group in groups]
    return tie_events(events, groups), tuple(refusals)


def identity(entity: Entity) -> str:
    """Name an entity for comparison within an article: its key, or its code and sector."""
    return entity.key or f"{entity.code}/{entity.sector}"


def _event(group: Sequence[Told], doc: str, codebook: Codebook, own_outlet: frozenset[str]) -> Event:
    first = _fullest(group)
    decision = first.decision
    kind = codebook.types[decision.type]
    when = next((t.when for t in sorted(group, key=_precision)), first.when)
    evidence = tuple(
        _evidence(t.decision) for t in sorted(group, key=lambda t: (t is not first, t.decision.clause.sentence))
    )
    actor = _side([t.decision.actor for t in (first, *group)])
    recipient = _side([t.decision.recipient for t in (first, *group)])
    if len(actor) > len(recipient):
        # told once as mutual and once of its victims ("killed in a clash with"): nobody stands on both sides
        actor = tuple(a for a in actor if not any(same(a, r) for r in recipient)) or actor
    attribution = _vouchers(group, actor, decision.type, own_outlet)
    return Event(
        id=_id(doc, decision, evidence, codebook),
        type=decision.type,
        mode=decision.mode or next((t.decision.mode for t in group if t.decision.mode), None),
        context=tuple(dict.fromkeys(c for t in group for c in t.decision.contexts)),
        actor=actor,
        recipient=recipient,
        date=when.date,
        enddate=when.enddate,
        granularity=when.granularity,
        date_basis=when.basis,
        edtf=when.edtf,
        planned=next((t.when.planned for t in group if t.when.planned), None),
        status=decision.status,
        historical=when.historical,
        place=next((p for t in group if (p := _place(t.decision)) is not None), None),
        attribution=attribution,
        evidence=evidence,
        quad=kind.quad,
        scale=kind.scale,
        cameo=decision.cameo or kind.cameo,
        confidence=confidence(group),
        rule=f"{codebook.name}:{decision.rule}",
        act=decision.clause.act,
        explain=(*_steps(first, codebook), Step("confidence", ", ".join(traits(group)))),
        themes=tuple(dict.fromkeys(c for t in (first, *group) for c in t.decision.clause.themes)),
        figures=tuple(dict.fromkeys(f for t in group for f in t.decision.clause.figures)),
        instruments=tuple(dict.fromkeys(i for t in group for i in t.decision.clause.instruments)),
    )


def _fullest(group: Sequence[Told]) -> Told:
    """Choose the telling that says most: both sides, a verb, the earliest."""
    return min(
        group,
        key=lambda t: (
            not t.decision.actor,
            not (t.decision.recipient or t.decision.mutual),
            t.decision.clause.nominal,
        ),
    )


def _precision(told: Told) -> tuple[bool, bool, str]:
    when = told.when
    return when.date is None, when.basis == "publication", f"{when.enddate}"


def _side(sides: Sequence[tuple[Entity, ...]]) -> tuple[Entity, ...]:
    """Take the side of the fullest telling; where it is empty, the first that is not."""
    return next((side for side in sides if side), ())


def _evidence(decision: Decision) -> Evidence:
    clause = decision.clause
    return Evidence(
        clause.sentence,
        clause.trigger,
        tuple(m.span for m in clause.actor),
        tuple(m.span for m in clause.recipient),
        clause.time.span if clause.time is not None else None,
        clause.place[0].span if clause.place else None,
    )


def _place(decision: Decision) -> Place | None:
    for mention in decision.clause.place:
        for entity in mention.entities:
            if entity.code is not None or entity.name is not None:
                return Place(entity.code, entity.name or entity.text, mention.span)
    return None


def _vouchers(
    group: Sequence[Told], actor: tuple[Entity, ...], kind: str, own_outlet: frozenset[str]
) -> tuple[Attribution, ...]:  # fmt: skip
    """Say who vouches: nobody but the outlet where some telling beyond the headline is its own voice."""
    found: list[tuple[Attribution, ...]] = []
    for told in group:
        announced = told.decision.announced
        said = tuple(a for a in told.decision.clause.attribution if not _own(a, actor, kind, own_outlet, announced))
        found.append(tuple({(a.entity.key or a.entity.name or a.entity.text): a for a in said}.values()))
    clauses = [t.decision.clause for t in group]
    bodies = [f for f, c in zip(found, clauses, strict=True) if c.sentence > 0] or found
    # what is only named again ("the visit would be the first") tells nothing in a voice of its own
    bodies = [f for f, c in zip(found, clauses, strict=True) if c.sentence > 0 and not c.nominal] or bodies
    if any(not f for f in bodies):
        return ()
    return bodies[0] if bodies else ()


def _own(
    attribution: Attribution, actor: tuple[Entity, ...], kind: str, own_outlet: frozenset[str], announced: bool
) -> bool:
    """Tell whether a voucher is the outlet itself, or who does by speaking what is told."""
    entity = attribution.entity
    if entity.key is not None and entity.key in own_outlet:
        return True
    if announced:  # "the Pentagon said it would send troops"
        return any(speaks_for(entity, a) for a in actor)
    if kind not in SPOKEN:  # who says what he has done himself vouches for it
        return False
    return any(
        (entity.key is not None and entity.key == a.key)
        or entity.text == a.text
        or (entity.code == a.code and entity.sector == a.sector)
        for a in actor
    )


def _id(doc: str, decision: Decision, evidence: Sequence[Evidence], codebook: Codebook) -> str:
    spans = [(e.sentence, e.trigger.start, e.trigger.end) for e in evidence]
    said = repr((doc, spans, decision.type, decision.rule, codebook.name, codebook.version))
    return hashlib.sha256(said.encode()).hexdigest()[:20]


def _steps(told: Told, codebook: Codebook) -> list[Step]:
    decision, clause = told.decision, told.decision.clause
    steps = [Step("words", f"the words of '{clause.entry}' mean {clause.act}", clause.trigger)]
    for name, mentions in (("actor", clause.actor), ("recipient", clause.recipient)):
        for mention in mentions:
            for entity in mention.entities:
                how = f" ({mention.how})" if mention.how else ""
                steps.append(
                    Step(
                        name,
                        f"{entity.code or '?'}/{entity.sector or '?'} {entity.name or ''}{how}".rstrip(),
                        mention.span,
                    )
                )
    for span in clause.theme_spans:
        steps.append(Step("theme", ", ".join(clause.themes), span))
    if clause.time is not None:
        steps.append(
            Step(
                "time",
                f"{clause.time.edtf or '?'} ({clause.time.basis}{'; ' + clause.time.note if clause.time.note else ''})",
                clause.time.span,
            )
        )
    steps.append(Step("status", f"{decision.status}; grammar: {' '.join(sorted(clause.features)) or 'none'}"))
    for voucher in clause.attribution:
        steps.append(Step("attribution", voucher.how, voucher.span))
    steps.append(
        Step(
            "rule",
            f"{codebook.name} {codebook.version}: {decision.rule} makes it {decision.type}"
            + (f"/{decision.mode}" if decision.mode else ""),
        )
    )
    steps.append(Step("date", _date_step(told.when)))
    return steps


def _date_step(when: When) -> str:
    return f"{when.edtf or 'not said'} (basis: {when.basis})"
