"""A codebook: what clauses mean in one ontology. Data over concepts, free of any language."""

from functools import cache
from pathlib import Path

import msgspec

from dragoman.packs.load import DATA, load_concepts
from dragoman.packs.schema import Concepts
from dragoman.packs.yaml_file import BadData, load_typed

NEEDS = frozenset({"actor", "recipient", "either", "both", "two", "nothing"})


class EventType(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One type of the ontology: quad class 1 to 4, intensity -10 to 10, CAMEO root, what must be known of the sides."""

    quad: int
    scale: float
    cameo: str
    needs: str
    modes: tuple[str, ...] = ()


class Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One alternative for an act: conditions, and what they make of the clause (a type, or a refusal)."""

    theme: tuple[str, ...] = ()
    actor: tuple[str, ...] | str = ()
    recipient: tuple[str, ...] | str = ()
    form: str = ""
    negated: bool = False
    type: str = ""
    mode: str = ""
    context: str = ""
    mutual: bool = False
    swap: bool = False
    needs: str = ""
    status: str = ""
    cameo: str = ""
    refuse: str = ""


class Codebook(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A whole codebook."""

    name: str
    version: str
    types: dict[str, EventType]
    future: dict[str, str]
    contexts: dict[str, tuple[str, ...]]
    answers: tuple[str, ...]
    states: tuple[str, ...]
    rules: dict[str, tuple[Rule, ...]]

    def rules_of(self, act: str, concepts: Concepts) -> tuple[str, tuple[Rule, ...]]:
        """Return the rules of an act, or of the nearest wider act that has some, with its name."""
        at: str | None = act
        while at is not None:
            if at in self.rules:
                return at, self.rules[at]
            found = concepts.acts.get(at)
            at = found.is_ if found is not None else None
        return act, ()


@cache
def load_codebook(path: Path | None = None) -> Codebook:
    """Read a codebook (PLOVER when no path is given); raise BadData naming file and rule."""
    path = path or DATA / "codebooks" / "plover.yaml"
    codebook = load_typed(path, Codebook)
    concepts = load_concepts()
    for act, rules in codebook.rules.items():
        if act not in concepts.acts:
            raise BadData(path, f"rules.{act}", "is no act of concepts/acts.yaml")
        for number, rule in enumerate(rules, 1):
            _check(path, f"rules.{act}[{number}]", rule, codebook)
    return codebook


def _check(path: Path, where: str, rule: Rule, codebook: Codebook) -> None:
    if bool(rule.type) == bool(rule.refuse):
        raise BadData(path, where, "needs either a type or a refuse reason")
    if rule.type and rule.type not in codebook.types:
        raise BadData(path, where, f"has the type {rule.type!r}; known: {sorted(codebook.types)}")
    if rule.mode and rule.mode not in codebook.types[rule.type].modes:
        raise BadData(path, where, f"has the mode {rule.mode!r}; {rule.type} has {codebook.types[rule.type].modes}")
    if rule.needs and rule.needs not in NEEDS:
        raise BadData(path, where, f"needs {rule.needs!r}; use one of {sorted(NEEDS)}")
