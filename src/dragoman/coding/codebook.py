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
    own: bool = False
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
    """A whole codebook.

    `modes` gives each mode of a type its meaning, `sectors` and `actors` the codes a side may have, with their meaning;
    a codebook may leave them out, and then any may stand in its rules.
    """

    name: str
    version: str
    types: dict[str, EventType]
    future: dict[str, str]
    contexts: dict[str, tuple[str, ...]]
    answers: tuple[str, ...]
    states: tuple[str, ...]
    rules: dict[str, tuple[Rule, ...]]
    qualities: tuple[str, ...] = ()
    withheld: dict[str, str] = {}
    modes: dict[str, dict[str, str]] = {}
    sectors: dict[str, str] = {}
    actors: dict[str, str] = {}

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
    _check_lists(path, codebook, concepts)
    for kind, glosses in codebook.modes.items():
        if kind not in codebook.types or set(glosses) != set(codebook.types[kind].modes):
            raise BadData(path, f"modes.{kind}", "does not gloss exactly the modes that the type has")
    for act, rules in codebook.rules.items():
        if act not in concepts.acts:
            raise BadData(path, f"rules.{act}", "is no act of concepts/acts.yaml")
        for number, rule in enumerate(rules, 1):
            _check(path, f"rules.{act}[{number}]", rule, codebook)
            _check_concepts(path, f"rules.{act}[{number}]", rule.theme, concepts)
    return codebook


def _check_lists(path: Path, codebook: Codebook, concepts: Concepts) -> None:
    for kind, needs in ((kind, type_.needs) for kind, type_ in codebook.types.items()):
        if needs not in NEEDS:
            raise BadData(path, f"types.{kind}", f"needs {needs!r}; use one of {sorted(NEEDS)}")
    for name, turned in (("future", codebook.future), ("withheld", codebook.withheld)):
        for kind in (kind for pair in turned.items() for kind in pair):
            if kind not in codebook.types:
                raise BadData(path, name, f"names {kind!r}, which is no type of the codebook")
    for context, signs in codebook.contexts.items():
        _check_concepts(path, f"contexts.{context}", signs, concepts)
    for name, acts in (("answers", codebook.answers), ("states", codebook.states), ("qualities", codebook.qualities)):
        _check_concepts(path, name, acts, concepts)


def _check_concepts(path: Path, where: str, names: tuple[str, ...], concepts: Concepts) -> None:
    for name in names:
        if not any(name in held for held in (concepts.acts, concepts.things, concepts.roles)):
            raise BadData(path, where, f"names {name!r}, which is no act, thing or role of the concept list")


def _check(path: Path, where: str, rule: Rule, codebook: Codebook) -> None:
    if bool(rule.type) == bool(rule.refuse):
        raise BadData(path, where, "needs either a type or a refuse reason")
    if rule.type and rule.type not in codebook.types:
        raise BadData(path, where, f"has the type {rule.type!r}; known: {sorted(codebook.types)}")
    if rule.mode and rule.mode not in codebook.types[rule.type].modes:
        raise BadData(path, where, f"has the mode {rule.mode!r}; {rule.type} has {codebook.types[rule.type].modes}")
    if rule.needs and rule.needs not in NEEDS:
        raise BadData(path, where, f"needs {rule.needs!r}; use one of {sorted(NEEDS)}")
    known = {*codebook.sectors, *codebook.actors}
    for name, side in (("actor", rule.actor), ("recipient", rule.recipient)):
        if isinstance(side, str) and side not in {"", "any", "none"}:
            raise BadData(path, where, f"has the {name} {side!r}; write any, none or a list of sectors and codes")
        if known and not isinstance(side, str) and (strange := sorted(set(side) - known)):
            raise BadData(path, where, f"has the {name} {strange[0]!r}, which is no sector or actor of the codebook")
