"""Tell what kind of element of an actor phrase a unit is: a listed one, a name, or none."""

from collections.abc import Sequence

from dragoman.actors.names import Names
from dragoman.packs.schema import Facts
from dragoman.text.units import Unit

JOINED = frozenset({"abbreviation", "role", "thing", "noun", "person", "title"})
GIVEN = frozenset({"given"})
EXERCISES = frozenset({"exercise", "exercise-thing", "joint-exercise", "operation", "weapon", "missile"})


class Elements:
    """Knows the elements of actor phrases among the units of one sentence; `timed` are units of time expressions."""

    def __init__(self, text: str, units: Sequence[Unit], facts: Facts, timed: frozenset[int]) -> None:
        self.text, self.units, self.facts, self.timed = text, units, facts, timed
        self.names = Names(units, facts, timed)
        self.names_body = facts.order == "sov" and facts.capitals

    def element(self, at: int) -> str:
        """Name what kind of element of an actor phrase stands here, or ""."""
        if at >= len(self.units) or at in self.timed:
            return ""
        unit = self.units[at]
        if self.names_body and unit.cap and at and not unit.readings.element and self._body_ahead(at):
            return "name"  # tr "Amerikan Sivil Özgürlükler Birliği": the union, whatever stands in its name
        if unit.has("org") and unit.has("role") and self.facts.order == "sov" and at and self._foreign_before(at):
            return "role"  # ja インド外務省, ko 중국 국방부: not the one at home that is only called "the ministry"
        if unit.readings.element:
            if unit.readings.element == "role" and self._attribute(at):
                return ""
            month = (
                unit.readings.element == "person" and unit.has("aux") and at > 0 and self.units[at - 1].has("possmark")
            )
            return "" if month else unit.readings.element  # "Trump's May withdrawal"
        if "abbreviation" in unit.readings:
            near = [self.units[i] for i in (at - 1, at + 1) if 0 <= i < len(self.units)]
            joined = any(u.has_any(JOINED) for u in near)
            return "country-short" if joined else ""
        if unit.readings.keys() == GIVEN and self.facts.qualifier == "after" and not self.facts.capitals:
            return "name"  # ar "رئيس الوزراء بيتر أونيل": a listed given name goes on like one that is not listed
        if unit.readings or unit.mark:
            return ""
        return "name" if self.names.is_name(at) else ""

    def _attribute(self, at: int) -> bool:
        """Tell whether a word that is adjective and role stands before the noun it describes (ru "военные переговоры")."""
        unit, after = self.units[at], self.units[at + 1] if at + 1 < len(self.units) else None
        if not (self.facts.cases and self.facts.capitals and unit.has("mod")):
            return False  # ar "قاطعت المعارضة التصويت": what describes a noun stands behind it
        if after is None or after.mark or after.has("verb"):
            return False
        return after.has("thing") or after.has("noun")

    def _foreign_before(self, at: int) -> bool:
        """Tell whether a country stands right before a unit."""
        before = self.units[at - 1]
        return before.has("country") and self.facts.script in {"han", "hangul"}

    def _body_ahead(self, at: int) -> bool:
        """Tell whether capitalised words lead from here to a body's name in its owned form ("… Birliği", "… Örgütü")."""
        for look in range(at + 1, min(at + 5, len(self.units))):
            unit = self.units[look]
            if not unit.cap or unit.mark:
                return False
            if unit.has("role"):
                return any("poss" in f for _, f in unit.readings["role"])
        return False

    def modifies(self, at: int) -> bool:
        """Tell whether a verb made a noun qualifies the owned noun after it (tr "savunma bakanı")."""
        if self.facts.bare_negative != "noun" or at + 1 >= len(self.units):
            return False
        verbs, following = self.units[at].readings.get("verb"), self.units[at + 1]
        if not verbs or not all({"infinitive", "nominal"} <= f for _, f in verbs):
            return False
        if " " in self.units[at].text or following.has("verb"):
            return False
        headed = [(k, m.concept, f) for k in ("role", "noun", "thing") for m, f in following.readings.get(k, ())]
        return any("poss" in f and (k == "role" or concept in EXERCISES) for k, concept, f in headed)

    def tight(self, at: int) -> bool:
        """Tell whether a mark joins two words without a space."""
        start, end = self.units[at].start, self.units[at].end
        return (
            start > 0 and not self.text[start - 1].isspace() and end < len(self.text) and not self.text[end].isspace()
        )
