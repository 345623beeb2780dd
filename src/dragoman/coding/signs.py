"""Signs that a sentence gives of what one actor does to another: concepts, roles and places, never words."""

from collections.abc import Sequence

from dragoman.coding.codebook import Codebook
from dragoman.coding.decide import Decision, decide
from dragoman.packs.schema import Concepts
from dragoman.records import Clause, Span

SKIPPED = frozenset({"other", "say", "report", "perform", "undergo"})


def signs(
    clauses: Sequence[Clause], named: Sequence[tuple[str, Span]], source: Span, target: Span, codebook: Codebook,
    concepts: Concepts,
) -> dict[str, str]:  # fmt: skip
    """List the signs of a pair, each with the rule or concept it comes from; `named` are the things the sentence names."""
    found: dict[str, str] = {}
    for thing, span in named:
        for wide in _wider_things(thing, concepts):
            found.setdefault(f"thing={wide}", thing)
            found.setdefault(f"thing={wide}|{_where(span, source, target)}", thing)
            if _meet(span, target):
                found.setdefault(f"thing={wide}|target", thing)
    for name, side in (("source", source), ("target", target)):
        for sector in {
            e.sector
            for c in clauses
            for m in (*c.actor, *c.recipient)
            if _meet(m.span, side)
            for e in m.entities
            if e.sector
        }:
            found[f"{name}-sector={sector}"] = sector
    _lead(clauses, source, target, concepts, found)
    for clause in clauses:
        if clause.act in SKIPPED:
            continue
        sides = _side(clause, source) + _side(clause, target)
        where = _where(clause.trigger, source, target)
        form = "noun" if clause.nominal else "verb"
        for act in _upward(clause.act, concepts):
            found.setdefault(f"act={act}", clause.act)
            found.setdefault(f"act={act}|{where}", clause.act)
            if sides.strip("-"):
                found.setdefault(f"act={act}|{sides}", clause.act)
        if sides.strip("-"):
            found.setdefault(f"standing={clause.factuality}|{sides}", clause.act)
            for theme in clause.themes:
                found.setdefault(f"theme={theme}|{clause.act}", clause.act)
        for theme in clause.themes:
            found.setdefault(f"theme={theme}", clause.act)
        decision = decide(clause, codebook, concepts)
        if isinstance(decision, Decision):
            found[f"type={decision.type}|{sides}|{form}"] = f"{codebook.name}:{decision.rule}"
            found[f"type={decision.type}|{where}"] = f"{codebook.name}:{decision.rule}"
            found[f"type={decision.type}"] = f"{codebook.name}:{decision.rule}"
        elif decision.rule:
            found.setdefault(f"refused={decision.reason}|{clause.act}", clause.act)
    return found


def _lead(clauses: Sequence[Clause], source: Span, target: Span, concepts: Concepts, found: dict[str, str]) -> None:
    """Note the first act of the source, how it stands, and the first act between the two."""
    own = [c for c in clauses if _side(c, source) == "A" and not c.nominal]
    between = [c for c in clauses if _where(c.trigger, source, target).startswith("between")]
    for name, told in (("lead", own), ("near", between)):
        real = [c for c in told if c.act not in SKIPPED]
        if not real:
            continue
        first = real[0]
        for act in _upward(first.act, concepts):
            found[f"{name}={act}"] = first.act
            found[f"{name}={act}|{first.factuality}"] = first.act
            for theme in first.themes:
                found[f"{name}={act}|theme={theme}"] = first.act
        found[f"{name}-standing={first.factuality}"] = first.act
        found[f"{name}-form={'noun' if first.nominal else 'verb'}"] = first.act
        if len(real) > 1:
            for act in _upward(real[1].act, concepts):
                found[f"{name}2={act}"] = real[1].act
                found[f"{name}={first.act}>{act}"] = first.act
    if any(
        c.factuality == "future" or "colour:future" in c.features or "colour:conditional" in c.features
        for c in own + between
    ):
        found["ahead"] = "future"
        for name in ("lead", "near"):
            for sign in [s for s in found if s.startswith(f"{name}=") and "|" not in s and ">" not in s]:
                found[f"ahead|{sign}"] = found[sign]
    for standing in {c.factuality for c in clauses if c.act not in SKIPPED}:
        found[f"any-standing={standing}"] = standing
    if any(
        c.act in {"accuse", "criticise", "condemn", "complain", "insult"} or c.act in {"threaten", "warn"}
        for c in clauses
    ):
        found["words-of-conflict"] = "criticise"
    reports = [
        c for c in clauses if c.act in {"say", "announce", "report", "stress", "argue"} and _side(c, source) == "A"
    ]
    if reports:
        found["source-speaks"] = "say"


def _wider_things(thing: str, concepts: Concepts) -> list[str]:
    found: list[str] = []
    at: str | None = thing
    while at is not None and at in concepts.things and at not in found:
        found.append(at)
        at = concepts.things[at].is_
    return found


def _upward(act: str, concepts: Concepts) -> list[str]:
    found: list[str] = []
    at: str | None = act
    while at is not None and at not in found and at in concepts.acts:
        found.append(at)
        at = concepts.acts[at].is_
    return found


def _side(clause: Clause, span: Span) -> str:
    """Return A where the span is among the actors, R among the recipients, T in the theme, - elsewhere."""
    if any(_meet(m.span, span) for m in clause.actor):
        return "A"
    if any(_meet(m.span, span) for m in clause.recipient):
        return "R"
    if any(_meet(t, span) for t in clause.theme_spans):
        return "T"
    return "-"


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _where(trigger: Span, source: Span, target: Span) -> str:
    first, second = sorted((source, target))
    order = "st" if first == source else "ts"
    if trigger.start < first.start:
        return f"before-{order}"
    if trigger.start >= second.end:
        return f"after-{order}"
    return f"between-{order}"
