"""Tell whether an actor phrase only qualifies the noun behind it ("Russian energy", "US sanctions")."""

from dragoman.actors.chunking import Chunking
from dragoman.actors.items import Draft, Item
from dragoman.actors.phrase_ends import CASES
from dragoman.actors.verb_or_noun import VerbOrNoun
from dragoman.packs.lexicon import Feats

THINGS = frozenset({"noun", "thing"})
CLOSING_LINKS = frozenset(
    "subject object topic to with from in at on by about until against for between through since".split()
)
"""Links that end a phrase: what bears one of them qualifies nothing behind it."""
OWNED = ("ını", "ini", "unu", "ünü")
"""Ends of Turkish objects that are certainly somebody's; -ı alone also marks any definite object."""


class Qualifiers:
    """Finds the actor phrases of a sentence that qualify another noun."""

    def __init__(self, chunking: Chunking, verbs: VerbOrNoun) -> None:
        self.units, self.facts, self.elements = chunking.units, chunking.facts, chunking.elements
        self.is_verb = verbs.is_verb
        self.before_joins = chunking.facts.qualifier in {"before", "both"}

    def settle(self, item: Item, draft: Draft, after: int) -> None:
        """Mark a phrase that only qualifies what follows: "Russian energy", "US sanctions", "Chinese exports"."""
        if after >= len(self.units) or draft.names or not self.before_joins or item.feats & CLOSING_LINKS:
            return
        if draft.persons and draft.roles:
            return
        while self.facts.order == "sov" and self.units[after].has("mod") and not self.units[after].has_any(THINGS):
            if after + 1 >= len(self.units):
                break
            after += 1  # ko "중국 주요 수출품" = China's main exports
        unit = self.units[after]
        nominal = unit.has_any(THINGS) and not self.is_verb(after)
        if nominal and unit.has("aux") and self._verb_ahead(after + 1):
            nominal = False  # "France will immediately withdraw": no will of France's
        cased = item.feats & CASES
        if cased and "gen" not in cased and not draft.demonym and not self._owned_compound(draft, cased, after):
            return  # ru: "пригрозил Ирану санкциями": only a genitive owns
        adjective_only = draft.demonym and not draft.roles and not draft.orgs
        unknown = unit.unknown and not unit.cap and adjective_only
        hyphen = unit.mark in "-‐‑" and bool(unit.mark) and self.elements.tight(after)
        if not self.facts.names_qualify and not (hyphen or draft.demonym or "gen" in cased):
            return  # de "weil Moskau Truppen schickt": no "Moscow troops"
        if nominal or unknown or hyphen:
            item.owner = True
            item.links = frozenset({"poss"})

    def _owned_compound(self, draft: Draft, cased: Feats, at: int) -> bool:
        """Tell whether a bare country stands before a noun that is marked as somebody's (tr "Ukrayna gemisi")."""
        if self.facts.order != "sov" or cased != {"nom"} or draft.roles or not (draft.countries or draft.orgs):
            return False
        noun = self.units[at]
        further = self.units[at + 1] if at + 1 < len(self.units) else None
        if further is not None and (further.has("thing") or further.has("noun")) and not self.is_verb(at + 1):
            if not any("poss" in f for k in ("noun", "thing") for _, f in noun.readings.get(k, ())):
                at, noun = at + 1, further  # "ABD savaş gemisi": the owned noun stands one further on
        feats = frozenset().union(*(f for k in ("noun", "thing") for _, f in noun.readings.get(k, ())))
        placed = at + 1 < len(self.units) and self.units[at + 1].has("link")  # "Guatemala sınırı yakınında"
        return "poss" in feats and ("acc" not in feats or placed or noun.text.endswith(OWNED))

    def _verb_ahead(self, at: int) -> bool:
        """Tell whether a verb stands at `at` or behind a word or two that may stand before it."""
        for look in range(at, min(at + 3, len(self.units))):
            unit = self.units[look]
            if self.is_verb(look):
                return True
            if not ((unit.unknown and not unit.cap) or unit.has_any(frozenset({"aux", "neg", "sequence"}))):
                return False
        return False
