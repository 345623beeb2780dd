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
    return found
