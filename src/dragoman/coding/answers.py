"""What one clause answers of another: "withdrew after Seoul fired warning shots" tells at whom the shots were fired."""

from collections.abc import Sequence

import msgspec

from dragoman.coding.codebook import Codebook
from dragoman.packs.schema import Concepts
from dragoman.records import Clause

AIMED = frozenset({"directed", "transitive"})


def complete(clauses: Sequence[Clause], codebook: Codebook, concepts: Concepts) -> list[Clause]:
    """Give the clause after "after" the actor of the act that answers it as recipient, where it names none."""
    found: list[Clause] = []
    for clause in clauses:
        answer = next((c for c in found if c.sentence == clause.sentence and c.act in codebook.answers), None)
        aimed = concepts.acts[clause.act].frame in AIMED and "sub" in clause.notes
        if answer is None or not aimed or clause.recipient or not clause.actor:
            found.append(clause)
            continue
        notes = (*clause.notes, f"recipient: whoever answered by '{answer.entry}'")
        times = clause.time or answer.time
        vouched = clause.attribution or answer.attribution
        found.append(
            msgspec.structs.replace(clause, recipient=answer.actor, notes=notes, time=times, attribution=vouched)
        )
    return [_aimed_back(clause, clauses) for clause in found]


def _aimed_back(clause: Clause, clauses: Sequence[Clause]) -> Clause:
    """Aim a retaliation at who has done something to its side ("Moscow vows to retaliate after Greece expels Russians")."""
    hits_back = clause.act in {"retaliate", "threaten"} or "retaliate" in clause.themes
    if clause.recipient or not clause.actor or not hits_back:
        return clause
    ours = {e.code for m in clause.actor for e in m.entities if e.code}
    for other in clauses:
        if other.sentence != clause.sentence or "sub" not in other.notes or not other.actor:
            continue
        suffered = {e.code for m in other.recipient for e in m.entities if e.code}
        if ours & suffered and not ours & {e.code for m in other.actor for e in m.entities}:
            notes = (*clause.notes, f"recipient: whoever '{other.entry}' is told of")
            return msgspec.structs.replace(clause, recipient=other.actor, notes=notes)
    return clause
