"""Let an adposition mark a noun phrase: a postposition the one before it, a preposition the one after."""

from dragoman.actors.chunking import Chunking
from dragoman.actors.counts import Counts
from dragoman.actors.items import Item
from dragoman.records import Span
from dragoman.text.units import Unit

CLOSERS = frozenset({"bracket-close", "quote-close"})


class Adpositions:
    """Reads the adpositions of one sentence."""

    def __init__(self, chunking: Chunking, counts: Counts) -> None:
        self.units, self.facts, self.items, self.chunking = chunking.units, chunking.facts, chunking.items, chunking
        self.counts = counts

    def take(self, at: int) -> bool:
        """Take an adposition: a postposition marks the noun phrase before it, a preposition the one after."""
        unit = self.units[at]
        last = self.items[-1] if self.items else None
        before, after = unit.readings.before, unit.readings.after
        nouns = {"unknown", "time"} if self.facts.spaced else {"unknown", "time", "opaque"}
        marked = last is not None and (last.kind == "np" or last.sort in nouns) and last.end == unit.start
        perhaps_name = last is not None and last.kind == "gap" and last.draft is not None and self.facts.open_final
        spaced = last is not None and self.facts.spaced and (last.kind == "np" or perhaps_name)
        if after and last is not None and last.sort in CLOSERS and last.end == unit.start:
            bracketed = self._before_bracket()
            if bracketed is not None:
                bracketed.links, bracketed.marker = after, Span(unit.start, unit.end)
                return True
        if after and last is not None and not marked and self._closes_chain(last):
            self._mark_chain(unit, after)
            return True
        if after and last is not None and (marked or spaced):
            if self.facts.qualifier == "after" and self.facts.order == "sov":
                last = self._marked_head(last)  # fa: "مذاکرات با توکیو را": the mark is that of the head
            last.links = after
            last.marker = Span(unit.start, unit.end)
            if last.kind == "gap" and "counter" in self.facts.affixes:
                self.counts.count_people(last, unit)
            return True
        if before:
            self.chunking.pending = before
            self.chunking.marker = Span(unit.start, unit.end)
            item = self.chunking.make("fn", "link", at)
            item.links = before
            self.items.append(item)
            return True
        return False

    def _closes_chain(self, last: Item) -> bool:
        """Tell whether an item closes a chain of noun phrases that a mark at its end belongs to (fa "X، سفیر Y، را")."""
        if self.facts.qualifier != "after" or self.facts.order != "sov":
            return False
        return last.sort in {"comma", "mod"} and any(i.kind == "np" for i in self.items)

    def _mark_chain(self, unit: Unit, links: frozenset[str]) -> None:
        """Mark the head of the chain before a comma or an adjective."""
        end = len(self.items) - 1
        head = self._marked_head(self.items[end - 1] if self.items[end].sort == "comma" else self.items[end], end)
        head.links, head.marker = links, Span(unit.start, unit.end)

    def _marked_head(self, last: Item, end: int | None = None) -> Item:
        """Find the head of a chain of noun phrases that a mark at its end belongs to."""
        listed = False
        for at in range((len(self.items) if end is None else end) - 1, -1, -1):
            item = self.items[at]
            sorts = {"link", "mark", "hyphen", "coord", *(("comma",) if listed else ())}
            if item.kind == "verb" or (item.kind == "fn" and item.sort not in sorts):
                break
            before = self.items[at - 1].sort if at else ""
            listed = listed or before == "coord"  # "کمک‌ها به الف، ب و ج را": the mark is that of the head
            if item.kind == "np" and not item.links and before == "coord" and at > 1:
                item.links = self.items[at - 2].links  # fa "پیوستن X به ناتو و اتحادیه را": to both of them
            elif item.kind == "np" and not item.links and not (listed and before in {"coord", "comma"}):
                return item
        return last

    def _before_bracket(self) -> Item | None:
        """Find the phrase that a closing bracket or quotation mark ends (ko "협회(BDI)는", ja 「イスラム国」と)."""
        quoted = self.items[-1].sort == "quote-close"
        for item in reversed(self.items[:-1]):
            if item.kind == "np" and (quoted or self.items.index(item) < self._opening()):
                return item
        return None

    def _opening(self) -> int:
        """Return where the last bracket opens."""
        return next((i for i in range(len(self.items) - 1, -1, -1) if self.items[i].sort == "bracket-open"), 0)
