"""Tell what may stand inside an actor phrase: "of", a hyphen, a bracket, a modifier, small words of a name."""

from dragoman.actors.chunking import Chunking
from dragoman.actors.items import Draft
from dragoman.actors.openers import OPENERS
from dragoman.actors.verb_or_noun import VerbOrNoun
from dragoman.text.units import Unit

INSIDE = frozenset({"former", "mod", "title", "honorific"})
COUNTING = frozenset({"quant", "det"})
REACH = 6
"""How many words may stand between a head and "of" where each syllable is written as a word."""
DESCRIBING = frozenset({"mod", "thing", "opaque"})
HYPHENS = "-‐‑–·・"
PLACING = frozenset({"country", "place", "seat", "nationality", "role", "org"})


class Joints:
    """Goes on from one element of an actor phrase to the next."""

    def __init__(self, chunking: Chunking, verbs: VerbOrNoun) -> None:
        self.units, self.facts, self.elements = chunking.units, chunking.facts, chunking.elements
        self.element, self.is_verb = chunking.elements.element, verbs.is_verb
        self.after_joins = chunking.facts.qualifier in {"after", "both"}
        self.before_joins = chunking.facts.qualifier in {"before", "both"}

    def join(self, draft: Draft, at: int, possessed: bool) -> int:
        """Return the unit after something that may stand inside an actor phrase, or `at` where the phrase ends."""
        if at >= len(self.units):
            return at
        unit = self.units[at]
        if unit.mark == "." and draft.names and self._is_initial(at - 1):
            return at + 1 if self.element(at + 1) in {"name", "person"} else at  # "the US minister J. Ryan"
        if unit.mark and unit.mark in HYPHENS and self.elements.tight(at):
            return self._after_hyphen(draft, at)
        if self.facts.heads_last and unit.number and _has_bare_body(draft) and self.element(at + 1) == "role":
            return at + 1  # ko "유럽연합 27개 회원국 정상들": the leaders of the 27 members of the union
        if unit.has("possmark"):
            after = self._openers_inside(at + 1)
            joins = self.element(after) in {"role", "org", "person"} and not self.is_verb(after)
            return after if joins and not self._closes_clause(draft, at, after) else at
        if unit.has("link"):
            return self._join_link(draft, at, unit)
        if unit.mark and unit.mark in "(（":
            return self._bracket(at)
        if unit.mark == ",":
            return self._after_age(draft, at)
        return self._after_word(draft, at, unit, possessed)

    def _closes_clause(self, draft: Draft, at: int, after: int) -> bool:
        """Tell whether what stands before a named body or person tells of it and does not own it (zh 拒绝派观察员的欧盟)."""
        if not self.facts.coverbs or self.element(after) not in {"org", "person"} or draft.former:
            return False
        named = draft.countries or draft.orgs or draft.persons or draft.names or draft.seat
        return (
            bool(draft.roles) and not named and not self.units[after].has("role") and not self.units[at - 1].has("mod")
        )

    def _is_initial(self, at: int) -> bool:
        """Tell whether a unit is the initial that opens a name; units hold one in the middle already ("Paul D. Ryan")."""
        return len(self.units[at].text) == 1 and self.units[at].cap

    def _after_hyphen(self, draft: Draft, at: int) -> int:
        """Return the unit after a hyphen, or after the unknown second half of a name."""
        kind = self.element(at + 1)
        if not kind and draft.names and at + 1 < len(self.units) and self.units[at + 1].unknown:
            draft.names.append(self.units[at + 1].text)
            return at + 2
        return at + 1 if kind else at

    def _after_age(self, draft: Draft, at: int) -> int:
        """Return the unit after an age between commas ("Kim, 45, said")."""
        if not (draft.names or draft.persons) or at + 2 >= len(self.units) or not self.units[at + 1].number:
            return at
        return at + 3 if self.units[at + 2].mark == "," else at

    def _after_word(self, draft: Draft, at: int, unit: Unit, possessed: bool) -> int:
        """Return the unit after a word that describes the head of the phrase or belongs to a name."""
        has_head = bool(draft.roles or draft.orgs)
        if has_head and self.elements.modifies(at) and self.element(at + 1):
            return at + 1
        if unit.has_any(INSIDE) or (possessed and unit.has_any(COUNTING)):
            after = self._openers_inside(at)
            if unit.has("honorific"):
                return at + 1
            if self.after_joins and unit.has("mod") and has_head and self._of_follows(at + 1):
                return at + 1  # he: "המשטרה הפדרלית של מקסיקו" = the federal police of Mexico
            return after if self.element(after) and not self.is_verb(after) else at
        if self.after_joins and unit.has("det") and has_head and self._own_country(at):
            draft.possessive = draft.possessive or "it"
            return at + 2  # fa: "وزیر خارجه این کشور" = its foreign minister
        stranger = unit.unknown and not unit.cap
        if stranger and self.after_joins and draft.roles and self._of_follows(at + 1):
            return at + 1  # es: "presidente interino de Venezuela"
        if draft.roles and not draft.names and self.facts.reduced_relatives and (after := self._of_beyond(at)) > at:
            return after
        if draft.names and (inside := self._inside_name(at)) > at:
            return inside
        return self._skip_unknown(draft, at) if stranger and self.facts.capitals else at

    def _own_country(self, at: int) -> bool:
        """Tell whether "this country" stands here: the one spoken of."""
        if self.facts.order != "sov" or at + 1 >= len(self.units) or self.units[at].concept("det") != "definite":
            return False
        after = self.units[at + 1]
        state = any(m.concept == "state" for m, _ in after.readings.get("role", ()))
        return state and "plural" not in after.readings["role"][0][1]

    def _inside_name(self, at: int) -> int:
        """Return the unit after a small word inside a name ("Walid al-Moualem")."""
        if self.units[at].text.lower() not in self.facts.name_joiners:
            return at
        hyphen = at + 2 < len(self.units) and self.units[at + 1].mark in {"-", "‐", "‑"} and self.elements.tight(at + 1)
        after = at + 2 if hyphen else at + 1
        return after if self.element(after) == "name" else at

    def _of_follows(self, at: int) -> bool:
        """Tell whether "of" and an element of an actor phrase stand here."""
        if at + 1 >= len(self.units) or not self.units[at].has("link"):
            return False
        return "of" in self.units[at].readings.links and bool(self.element(self._openers_inside(at + 1)))

    def _of_beyond(self, at: int) -> int:
        """Return where "of" stands beyond what describes a head (vi "quan chức phụ trách năng lượng của Nga"), else `at`."""
        for look in range(at, min(at + REACH, len(self.units))):
            unit = self.units[look]
            if look > at and self._of_follows(look):
                return look
            described = unit.unknown and not unit.cap and not unit.number
            if unit.mark or unit.has("verb") or not (described or unit.has_any(DESCRIBING)):
                return at
        return at

    def _join_link(self, draft: Draft, at: int, unit: Unit) -> int:
        """Return the unit after "of" or "in" and what may stand between it and the next element."""
        links, before = unit.readings.links, unit.readings.before
        after = self._openers_inside(at + 1)
        kind = self.element(after)
        if not kind or self.is_verb(after):
            return at
        if not before:
            return after if "of" in links and kind in {"role", "org", "person", "name"} else at
        if "of" in links and (draft.roles or draft.orgs) and kind != "name":
            return after
        placed = (
            "in" in links and not self.facts.coverbs and not links & {"to", "against", "with", "on"} and kind in PLACING
        )
        held = draft.roles and not (draft.names or draft.persons or draft.countries)
        return after if placed and held else at

    def _openers_inside(self, at: int) -> int:
        """Skip small words that may stand before the next element."""
        look = at
        while look < len(self.units) and look < at + 4:
            unit = self.units[look]
            if self.element(look) or not unit.has_any(OPENERS):
                break
            look += 1
        if self.before_joins and look < len(self.units) and self.units[look].unknown and not self.units[look].cap:
            for skip in (1, 2):
                if self.element(look + skip) in {"role", "org"} and not self.is_verb(look + skip):
                    return look + skip
                if look + skip < len(self.units) and not self.units[look + skip].unknown:
                    break
        return look

    def _skip_unknown(self, draft: Draft, at: int) -> int:
        """Skip one or two unknown words between the parts of one phrase ("US special envoy", "pejabat tinggi AS")."""
        for skip in (1, 2):
            kind = self.element(at + skip)
            if kind and not self.is_verb(at + skip):
                if (
                    self.before_joins
                    and kind in {"role", "org"}
                    and not draft.roles
                    and not draft.persons
                    and not draft.names
                ):
                    return at + skip
                if (
                    self.after_joins
                    and draft.roles
                    and not draft.countries
                    and not draft.names
                    and kind in {"country", "nationality"}
                ):
                    return at + skip
                return at
            if at + skip >= len(self.units) or not self.units[at + skip].unknown or self.units[at + skip].cap:
                return at
        return at

    def _bracket(self, at: int) -> int:
        """Return the unit after a short bracket, or `at` where it does not close soon."""
        for close in range(at + 2, min(at + 6, len(self.units))):
            if self.units[close].mark in ")）" and self.units[close].mark:
                return close + 1
        return at


def _has_bare_body(draft: Draft) -> bool:
    """Tell whether a phrase so far names a body or a country and nobody in it."""
    return bool(draft.orgs or draft.countries) and not (draft.roles or draft.persons or draft.names)
