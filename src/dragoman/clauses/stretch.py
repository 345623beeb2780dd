"""A clause in the making where the finite verb is second: what stands between two marks or conjunctions."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from dragoman.actors.items import Item
from dragoman.clauses.predicate import Pred

MARKS = frozenset({"comma", "break", "stop", "quote-open", "quote-close", "bracket-open", "bracket-close"})
WALLS = MARKS | {"comp", "rel", "sub", "source"}
EMBEDDING = frozenset({"comp", "rel", "sub"})
JOINING = frozenset({"coord", "contrast"})
FINITE = frozenset({"present", "past", "conditional"})


@dataclass(slots=True)
class Stretch:
    """A clause in the making: the word or mark that opens it, its items, and its predicates."""

    opener: Item | None
    items: list[Item] = field(default_factory=list)
    preds: list[Pred] = field(default_factory=list)
    described: set[int] = field(default_factory=set)
    main: Pred | None = None

    @property
    def sort(self) -> str:
        """Name what opens the stretch."""
        return self.opener.sort if self.opener is not None else ""

    @property
    def aux(self) -> list[Item]:
        """List the auxiliaries; one between a finite verb and a noun is none (nl "trok zijn troepen terug")."""
        found: list[Item] = []
        for at, item in enumerate(self.items):
            if item.sort != "aux":
                continue
            noun = at + 1 < len(self.items) and self.items[at + 1].kind == "np"
            if not (noun and (found or self._finite_before(at))):
                found.append(item)
        return found

    def _finite_before(self, at: int) -> bool:
        """Tell whether a verb that can only be finite stands before an item."""
        plain = {p.index for p in self.preds if p.feats & FINITE and not p.feats & {"infinitive", "participle"}}
        return any(i.index in plain for i in self.items[:at])

    @property
    def verbal(self) -> bool:
        """Tell whether a verb or an auxiliary stands in the stretch."""
        return any(is_verb(i) for i in self.items)

    @property
    def finite(self) -> bool:
        """Tell whether the stretch has a finite verb of its own."""
        led = {n.index for i, n in zip(self.items, self.items[1:], strict=False) if i.sort == "inf"}
        return any(i.index not in led for i in self.aux) or bool(self.finites)

    @property
    def finites(self) -> list[Pred]:
        """List the verbs that may be finite here."""
        return [p for p in self.preds if p.feats & FINITE and not marked(self.items, p)]


def is_verb(item: Item) -> bool:
    """Tell whether an item is a verb or an auxiliary."""
    return item.kind == "verb" or item.sort == "aux"


def marked(items: Sequence[Item], pred: Pred) -> bool:
    """Tell whether a verb is an infinitive with its mark (de "zu helfen", "auszusetzen", nl "te hebben geholpen")."""
    at = next((n for n, i in enumerate(items) if i is pred.item), 0)
    before = [i.sort for i in items[max(0, at - 2) : at]]
    return before[-1:] == ["inf"] or before == ["inf", "aux"] or pred.feats == {"infinitive"}
