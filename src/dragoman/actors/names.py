"""Tell which words without any reading are names, by capitals, letters, surnames and the words beside them."""

from collections.abc import Collection, Sequence

from dragoman.actors.hangul_names import beside_office
from dragoman.packs.schema import Facts
from dragoman.text.han import SURNAMES, transcribed
from dragoman.text.units import Unit

NAMING = frozenset({"role", "title", "honorific"})
BEFORE_NAMES = frozenset({"title", "role", "person"})
BEFORE_THAI_NAMES = frozenset({"role", "title", "country", "nationality", "person"})
NAME_WORDS = 3
"""The most words of a name that is not known."""
GIVEN = frozenset({"title", "given"})
COMMAS = frozenset({",", "،"})
OFFICE_ENDS = frozenset({"role", "country", "nationality", "org"})
OPENS_NAME = frozenset({"verb", "link", "coord", "comp", "title"})
"""What a name may stand right behind; elsewhere an unlisted word may be a noun's adjective."""


class Names:
    """Finds names among the unknown words of one sentence."""

    def __init__(self, units: Sequence[Unit], facts: Facts, timed: Collection[int]) -> None:
        self.units, self.facts, self.timed = units, facts, timed

    def is_name(self, at: int) -> bool:
        """Tell whether a word without any reading is part of a name."""
        unit = self.units[at]
        if at in self.timed or not unit.text[0].isalpha():
            return False
        if not self.facts.capitals:
            return self._without_capitals(at)
        if not unit.cap:
            return False
        beside = at + 1 < len(self.units) and self.units[at + 1].cap and not self.units[at + 1].readings
        if self.facts.noun_capitals:
            before = at > 0 and self.units[at - 1].has_any(BEFORE_NAMES) and not self.units[at - 1].mark
            return beside or before or (at > 0 and self.units[at - 1].cap and self.units[at - 1].unknown)
        first = at == 0 or (self.units[at - 1].mark in {".", "“", '"', "«", "„", "‘", "'"} and at == 1)
        return beside or not first or self.opens_clause(at)

    def opens_clause(self, at: int) -> bool:
        """Tell whether a verb or auxiliary follows: then a capital at the beginning may be a name already introduced."""
        after = self.units[at + 1] if at + 1 < len(self.units) else None
        if after is not None and after.unknown and not after.cap and at + 2 < len(self.units):
            return self.units[at + 2].has("verb")  # "Kim also promised"
        return after is not None and (after.has("verb") or after.has("aux") or after.has("possmark"))

    def _without_capitals(self, at: int) -> bool:
        """Tell a name by its letters (katakana), its surname, or a role right beside it."""
        unit = self.units[at]
        first = unit.text[0]
        if "\u30a0" <= first <= "\u30ff":
            return len(unit.text) > 1
        beside = [self.units[i] for i in (at - 1, at + 1) if 0 <= i < len(self.units)]
        if self.facts.qualifier == "after":
            return len(unit.text) > 1 and (self._after_office(at) or self._beside_office(at))
        titled = any(u.has("role") or u.has("title") or u.has("honorific") for u in beside)
        if self.facts.spaced:
            after_name = at > 0 and self.units[at - 1].has_any(GIVEN)
            after_name = after_name or (at > 0 and self.units[at - 1].unknown)
            if self.facts.affixed("article", unit.text) and not after_name:
                return False  # a noun with the article is a name only after a given name or a title
            if self.facts.affixed("adverb", unit.text):
                return False
            if self.facts.script == "hangul":
                named = beside_office(self.units, at, self.timed)
                follows = at + 1 < len(self.units) and self.units[at + 1].has_any(NAMING)
                return named or (len(unit.text) > 1 and follows)
            return len(unit.text) > 1 and (titled or (self.facts.open_final and self._goes_on(at)))
        if self.facts.script == "thai":
            return self._thai(at)
        if self.facts.script == "han":
            if any(u.mark and u.mark in "·•‧・" for u in beside) and _is_han(unit.text):
                return len(unit.text) <= 8
            if transcribed(unit.text):
                return 2 <= len(unit.text) <= 8
            return titled and 2 <= len(unit.text) <= 4 and first in SURNAMES and _is_han(unit.text)
        return titled and 2 <= len(unit.text) <= 4

    def _goes_on(self, at: int) -> bool:
        """Tell whether an unknown word goes on with the name of an office-holder, up to a mark (hi "मंत्री रेमों दुबुआ ने")."""
        start = at
        while start > 0 and self.units[start].unknown and at - start < NAME_WORDS:
            start -= 1
        if start == at or not self.units[start].has_any(BEFORE_NAMES) or self.units[start].mark:
            return False
        if self.facts.cases:  # bn: the mark is glued to the last word
            return at - start == NAME_WORDS - 1 and "in" not in self.units[at].guess
        after = next((u for u in self.units[at + 1 : at + NAME_WORDS] if not u.unknown), None)
        return after is not None and (after.has("link") or after.has("possmark"))

    def _after_office(self, at: int) -> bool:
        """Tell whether a name follows its title, its office or the office's country ("وزير الخارجية الياباني تارو كونو")."""
        unit = self.units[at]
        before = self.units[at - 1] if at else None
        if before is None or at - 1 in self.timed or self.facts.affixed("adverb", unit.text):
            return False
        goes_on = before.unknown and self.is_name(at - 1)
        titled = before.has("title") or before.has("given")
        if self.facts.affixed("article", unit.text):
            return titled or goes_on
        if any(before.has(k) for k in ("nationality", "country", "seat", "org", "former")):
            held = [u for u in self.units[max(0, at - 5) : at] if u.has("role")]
            return bool(held) and "plural" not in held[-1].readings["role"][0][1] and not before.has("verb")
        if before.has("verb") and self.facts.order == "vso" and not before.has("role"):
            after = self.units[at + 1 : at + 3]  # ar: "وقال غراهام إن" = and Graham said that
            return any(u.has("comp") and all(v.unknown for v in after[:n]) for n, u in enumerate(after))
        return titled or goes_on or (before.has("role") and not _several(before))

    def _beside_office(self, at: int) -> bool:
        """Tell whether a comma parts an unlisted name of two to four words from its office (fa "نام نام، وزیر …")."""
        start, end = at, at
        while start > 0 and self._may_name(start - 1):
            start -= 1
        while end + 1 < len(self.units) and self._may_name(end + 1):
            end += 1
        if not 1 <= end - start <= NAME_WORDS or end + 2 >= len(self.units) or self.units[end + 1].mark not in COMMAS:
            return False
        if start > 1 and self.units[start - 1].mark in COMMAS and self.units[start - 2].has_any(OFFICE_ENDS):
            return True  # he "ראש הממשלה, פיטר או'ניל, הודיע"
        office, before = self.units[end + 2], self.units[start - 1] if start else None
        if not office.has("role") or office.has("verb") or self.facts.affixed("article", self.units[start].text):
            return False
        return before is None or bool(before.mark) or before.readings.functional or before.has_any(OPENS_NAME)

    def _may_name(self, at: int) -> bool:
        """Tell whether a unit is unlisted, a given name or a small word inside names."""
        unit = self.units[at]
        joins = unit.text in self.facts.name_joiners
        plain = (unit.unknown or unit.readings.keys() == {"given"} or joins) and not unit.number
        return plain and at not in self.timed and not self.facts.affixed("adverb", unit.text)

    def _thai(self, at: int) -> bool:
        """Tell a Thai name: after a title or office, or between a space and a verb; a Latin one has a capital."""
        unit = self.units[at]
        if unit.text[0].isascii():
            return unit.cap and len(unit.text) > 1
        if not "\u0e01" <= unit.text[0] <= "\u0e4e" or not 2 <= len(unit.text) <= 24:
            return False
        before = self.units[at - 1] if at else None
        after = self.units[at + 1] if at + 1 < len(self.units) else None
        if before is not None and before.has_any(BEFORE_THAI_NAMES):
            if not (before.has("country") and not before.has("role")):
                return True
            return self.units[at - 1].end + 1 == unit.start and at > 1 and self.units[at - 2].has("role")
        if before is not None and before.unknown and before.end + 1 == unit.start and self.is_name(at - 1):
            return True
        if (
            after is not None
            and after.has("role")
            and not after.has("verb")
            and unit.end + 1 == after.start
            and (before is None or before.end < unit.start)
        ):
            return True
        opens = before is None or before.end < unit.start
        return (
            opens
            and after is not None
            and after.unknown is False
            and (after.has("verb") or after.has("aux"))
            and len(unit.text) > 2
        )


def _several(unit: Unit) -> bool:
    """Tell whether a word for people is a plural: no name follows those ("عشرات الجنود")."""
    return all("plural" in feats for _, feats in unit.readings["role"])


def _is_han(text: str) -> bool:
    return all("\u4e00" <= c <= "\u9fff" for c in text)
