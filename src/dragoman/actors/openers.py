"""Skip what opens a noun phrase: determiners, quantities, titles, modifiers."""

from dragoman.actors.chunking import Chunking
from dragoman.actors.verb_or_noun import HEADS, VerbOrNoun

CURRENCIES = "$€£¥₩₽₴₹₺฿₫₱"
HYPHENS = frozenset("-‐‑")
DESCRIBING = frozenset({"participle", "gerund", "adnominal"})
CLOSING = frozenset({"topic", "subject", "object", "dative"})
OPENERS = frozenset({"det", "quant", "mod", "former", "title", "poss"})
OBLIQUE = frozenset({"gen", "dat", "acc", "abl", "loc", "ins"})


class Openers:
    """Finds where the noun of a phrase stands that opens with other words."""

    def __init__(self, chunking: Chunking, verbs: VerbOrNoun) -> None:
        self.units, self.facts, self.timed, self.elements = (
            chunking.units, chunking.facts, chunking.timed, chunking.elements,
        )  # fmt: skip
        self.element, self.is_verb = chunking.elements.element, verbs.is_verb
        self.before_joins = chunking.facts.qualifier in {"before", "both"}

    def skip(self, at: int) -> int:
        """Skip determiners, quantities, titles and modifiers that open a phrase."""
        look = at
        while look < len(self.units) and look not in self.timed:
            unit = self.units[look]
            if (joined := self._compound(look)) or (
                look > at and (joined := self._hyphenated(look))
            ):  # a one-week inquiry, a long-planned visit
                look += joined
                continue
            if look > at and look + 1 < len(self.units) and unit.concept("adj") == "other" and not self.is_verb(look):
                look += 1  # an alleged spy
                continue
            if look > at and unit.mark and unit.mark in CURRENCIES and self.units[look + 1 : look + 2]:
                look += 1  # "an additional $2 million"
                continue
            if look > at and self._describes(look):
                look += 1
                continue
            counts = unit.has("quant") and look + 1 < len(self.units) and self.element(look + 1)  # de "Dutzende Frauen"
            if not (unit.has_any(OPENERS) or unit.number) or (self.element(look) and not counts):
                break
            if unit.number and unit.guess & CLOSING:
                break  # ko "3개국은 무역협정에": the count has a particle of its own
            if self._closes(look):
                break
            look += self._hyphenated(look) or 1
        if look == at or look >= len(self.units):
            return look
        skipped = look
        while (
            self.before_joins
            and skipped < min(look + 2, len(self.units))
            and self.units[skipped].unknown
            and not self.units[skipped].cap
            and not self.units[skipped].guess & {"gen", "dat", "acc", "abl", "loc", "ins"}
        ):
            skipped += 1
            if skipped < len(self.units) and self.element(skipped) and not self.units[skipped].has("verb"):
                return skipped
        return look

    def _closes(self, at: int) -> bool:
        """Tell whether a modifier belongs to the noun before it: a glued preposition follows (ar "الأول بفرض ضريبة")."""
        if self.facts.capitals or self.before_joins or at + 1 >= len(self.units) or not self.units[at].has("mod"):
            return False
        if self.units[at].has_any(OPENERS - {"mod"}) or self.facts.order != "vso":
            return False
        following = self.units[at + 1]
        glued = [f & {"ins", "dat"} for kind in ("noun", "thing", "role") for _, f in following.readings.get(kind, ())]
        return bool(glued) and all(glued)

    def _hyphenated(self, at: int) -> int:
        """Count the units of a hyphenated modifier that something else follows ("one-week", "32-year-old"), 0 if none."""
        if not self.before_joins or at + 3 >= len(self.units) or self.units[at + 1].mark not in HYPHENS:
            return 0
        first, last = self.units[at], at
        while last + 3 < len(self.units) and self.units[last + 1].mark in HYPHENS and self.elements.tight(last + 1):
            if self.units[last + 2].mark or self.units[last + 2].cap:
                break
            last += 2
        if last == at or self.units[last + 1].mark:
            return 0
        opens = first.has("quant") or first.number or (first.unknown and not first.cap)
        return last + 1 - at if opens else 0

    def _compound(self, at: int) -> int:
        """Count the units of a name and a participle that only describe what follows ("US-backed", "rebel-held")."""
        if not self.before_joins or not self.facts.spaced or at + 3 >= len(self.units):
            return 0
        hyphen, last, after = self.units[at + 1 : at + 4]
        if hyphen.mark not in HYPHENS or after.mark or not last.has("verb") or not self.elements.tight(at + 1):
            return 0
        if not self.element(at):
            return 0
        return 3 if any("participle" in f for _, f in last.readings["verb"]) else 0

    def _describes(self, at: int) -> bool:
        """Tell whether a participle stands between a determiner and its noun ("the captured pilot")."""
        if not self.before_joins or not self.facts.spaced or at + 1 >= len(self.units) or self.is_verb(at):
            return False
        unit, after = self.units[at], self.units[at + 1]
        participle = unit.has("verb") and any(f & DESCRIBING for _, f in unit.readings["verb"])
        named = unit.has("noun") or unit.has("thing")
        return participle and not named and not self.element(at) and after.has_any(HEADS) and not self.is_verb(at + 1)
