"""Take a number of people for civilians where a counter tells that people are counted (ja 150人が, ko 400여 명을)."""

from dragoman.actors.chunking import Chunking
from dragoman.actors.items import Draft, Item
from dragoman.text.units import Unit

MULTIPLIERS = "十百千万亿多余几"
HEADS = frozenset({"noun", "thing", "role", "org"})


class Counts:
    """Reads counts of people in one sentence."""

    def __init__(self, chunking: Chunking) -> None:
        self.units, self.facts, self.items, self.chunking = chunking.units, chunking.facts, chunking.items, chunking

    def before_number(self, at: int) -> bool:
        """Tell whether an adposition that is a word of quantity too stands before a number ("about 150 people")."""
        if not self.units[at].has("quant") or at + 1 >= len(self.units):
            return False
        return self.units[at + 1].number and at + 1 not in self.chunking.timed

    def _counted_noun(self, noun: Item, count: int) -> bool:
        """Tell whether a noun stands before its count: a word that names nobody listed is some people (ko 신청자 10명)."""
        if noun.end + 1 < count - 8 or noun.links or noun.owner:
            return False
        if (noun.kind, noun.sort) == ("gap", "unknown") and not noun.text[-1:].isnumeric():
            noun.kind = "np"
            noun.sort = "other"
        if noun.kind == "np" and noun.sort == "other" and not noun.readings:
            noun.sort, noun.draft = "actor", Draft()
            noun.draft.roles, noun.draft.quantity, noun.draft.plural = [("civilian", 0)], True, True
        return noun.kind == "np"

    def count_people(self, number: Item, counter: Unit) -> None:
        """Take a number with the counter of people for civilians where no noun is counted (ja 150人が)."""
        noun = self.items[-2] if len(self.items) > 1 else None
        if noun is not None and noun.end == number.start and noun.sort == "quant":
            noun = self.items[-3] if len(self.items) > 2 else None
        if not self.facts.affixed("counter", counter.text) or not number.text[-1:].isnumeric():
            return
        if (
            noun is not None
            and noun.end >= number.start - 1
            and (noun.kind == "np" or self._counted_noun(noun, number.start))
        ):
            return
        number.kind, number.sort, number.draft = "np", "actor", Draft()
        number.draft.roles, number.draft.quantity, number.draft.plural = [("civilian", 0)], True, True

    def _counted_before(self, at: int) -> Item | None:
        """Take so many people for civilians where the counter closes the phrase (zh 逮捕了8人, 100多人被捕)."""
        unit, last = self.units[at], self.items[-1] if self.items else None
        after = self.units[at + 1] if at + 1 < len(self.units) else None
        if last is None or last.kind != "gap" or last.end != unit.start or not self.facts.affixed("counter", unit.text):
            return None
        if last.text[-1:] not in MULTIPLIERS and not last.text[-1:].isnumeric():
            return None
        if after is not None and (after.has_any(HEADS) or after.unknown) and not after.has("verb"):
            return None  # "5人小组": a group of five
        self.items.pop()
        item = Item("np", "actor", last.start, unit.end, self.chunking.text[last.start : unit.end])
        item.draft = Draft()
        item.draft.roles, item.draft.quantity, item.draft.plural = [("civilian", at)], True, True
        item.links, item.marker = self.chunking.pending, self.chunking.marker
        self.chunking.clear()
        return item

    def people_counted(self, at: int) -> Item | None:
        """Take so many people for civilians where a number and its counter stand alone (ko "400여 명을", "2명이")."""
        unit, last = self.units[at], self.items[-1] if self.items else None
        if self.facts.coverbs:
            return self._counted_before(at)
        if not self.facts.affixed("counter", unit.text.lstrip("0123456789,만천백여")):
            return None
        counted = unit.number or (last is not None and last.kind == "gap" and last.end + 1 == unit.start)
        place = 1 if unit.number else 2
        while len(self.items) > place and self.items[-place].text[:1].isdigit():
            place += 1  # ko "1천700여 명": a number in two words
        noun = self.items[-place] if len(self.items) >= place else None
        feats = unit.guess or frozenset(" ".join(m.concept for m, _ in unit.readings.get("link", ())).split())
        if not counted or not feats & {"subject", "object", "topic", "to", "with"}:
            return None
        if noun is not None and self._counted_noun(noun, unit.start):
            noun.links = feats  # ko "경찰관 세 명이": the particle on the count is the noun's
            return None
        item = self.chunking.make("np", "actor", at)
        item.draft = Draft()
        item.draft.roles, item.draft.quantity, item.draft.plural = [("civilian", at)], True, True
        item.feats, item.links = feats, feats
        return item
