"""Signs that a sentence gives of what one actor does to another: concepts, roles and places, never words."""

from collections.abc import Sequence

from dragoman.coding.codebook import Codebook
from dragoman.coding.decide import Decision, decide
from dragoman.packs.schema import Concepts
from dragoman.records import Clause, Span

SKIPPED = frozenset({"other", "say", "report", "perform", "undergo"})


def signs(clauses: Sequence[Clause], source: Span, target: Span, codebook: Codebook, concepts: Concepts) -> dict[str, str]:
    """List the signs of a pair, each with the rule or concept it comes from."""
    found: dict[str, str] = {}
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
