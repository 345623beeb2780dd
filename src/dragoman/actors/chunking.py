"""What is known while a sentence is chunked: its units, the items so far, and what waits for the next noun phrase."""

from collections.abc import Sequence

from dragoman.actors.elements import Elements
from dragoman.actors.items import Item
from dragoman.packs.lexicon import NONE
from dragoman.packs.schema import Facts
from dragoman.records import Span, TimeExpression
from dragoman.text.units import Unit

NONE_TIMED: frozenset[int] = frozenset()


class Chunking:
    """The units of one sentence, the items made of them so far, and the adposition that waits for its noun phrase."""

    __slots__ = ("elements", "facts", "items", "marker", "pending", "text", "timed", "title_case", "units")

    def __init__(self, text: str, units: Sequence[Unit], times: Sequence[TimeExpression], facts: Facts) -> None:
        self.text, self.units, self.facts = text, units, facts
        self.items: list[Item] = []
        self.pending: frozenset[str] = NONE
        self.marker: Span | None = None
        self.timed = _timed(units, times) if times else NONE_TIMED
        self.title_case = facts.capitals and not facts.noun_capitals and _title_case(units)
        self.elements = Elements(text, units, facts, self.timed)

    @property
    def last(self) -> Item | None:
        """The last item so far."""
        return self.items[-1] if self.items else None

    def make(self, kind: str, sort: str, at: int) -> Item:
        """Make an item of one unit."""
        unit = self.units[at]
        return Item(kind, sort, unit.start, unit.end, unit.text)

    def clear(self) -> None:
        """Let the adposition that waits govern nothing."""
        self.pending, self.marker = NONE, None


def compounds(facts: Facts) -> bool:
    """Tell whether nouns stand before the noun they describe without any mark (English)."""
    return facts.qualifier == "before" and facts.order == "svo" and facts.spaced and not facts.cases


def _timed(units: Sequence[Unit], times: Sequence[TimeExpression]) -> frozenset[int]:
    """List the units that stand in time expressions."""
    spans = [t.span for t in times]
    return frozenset(i for i, u in enumerate(units) if any(s.start <= u.start < s.end for s in spans))


def _title_case(units: Sequence[Unit]) -> bool:
    """Tell whether a sentence is a headline in which most words bear a capital."""
    words = [u for u in units if not u.mark and not u.number and len(u.text) > 3]
    return len(words) > 3 and sum(u.cap for u in words) >= 0.75 * len(words)
