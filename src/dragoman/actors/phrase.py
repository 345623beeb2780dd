"""Read one noun phrase: what it names (people, roles, countries, bodies), what it qualifies, where it ends."""

from dragoman.actors.actor_phrase import ActorPhrases
from dragoman.actors.chunking import Chunking
from dragoman.actors.items import Draft, Item
from dragoman.actors.openers import Openers
from dragoman.actors.phrase_ends import CASES
from dragoman.actors.verb_or_noun import VerbOrNoun
from dragoman.records import Span

OPENING = frozenset({"rel", "clitic"})
"""What a determiner behind a noun may be besides: then it opens what follows and closes nothing."""
OWNED = ("role", "thing", "noun")
"""Kinds of words that may be somebody's."""
APART = frozenset({"ins", "dat"})
BESIDE = frozenset({"acc", "gen", "nom", "loc"})
NAMED_BY = (("noun", "act"), ("thing", "thing"))
"""Kinds of words that name an act or a thing, with the sort of their phrase."""


class PhraseReader:
    """Reads noun phrases from the units of one sentence."""

    def __init__(self, chunking: Chunking, verbs: VerbOrNoun) -> None:
        self.text, self.units, self.facts, self.timed = (
            chunking.text, chunking.units, chunking.facts, chunking.timed,
        )  # fmt: skip
        self.element, self.is_verb = chunking.elements.element, verbs.is_verb
        self.openers, self.actors = Openers(chunking, verbs), ActorPhrases(chunking, verbs)
        self.after_joins = chunking.facts.qualifier in {"after", "both"}
        self.before_joins = chunking.facts.qualifier in {"before", "both"}

    def read(self, at: int) -> tuple[Item | None, int]:
        """Read the phrase that begins at unit `at`; (None, at) where none does."""
        unit = self.units[at]
        if unit.unknown and not unit.number and not self.element(at):
            return None, at
        if unit.has("pron") and not self._titles(at) and not self._owns(at):
            return self.pronoun(at)
        look = self.openers.skip(at)
        if look < len(self.units) and not self.is_verb(look):
            if self.element(look):
                return self.actors.read(at, look)
            for kind, sort in NAMED_BY:
                if self.units[look].has(kind):
                    return self._plain(at, look, kind, sort)
            if look > at and self.facts.reduced_relatives and self._made_noun(look):
                return self._plain(at, look, "verb", "act")
        if look > at and not self.units[look - 1].mark:
            last = self.units[look - 1]  # "billion" opens a phrase and may be all of it
            for kind, sort in NAMED_BY:
                if last.has(kind) and not last.has("det") and look - 1 not in self.timed:
                    return self._plain(at, look - 1, kind, sort)
        if look > at and look < len(self.units) and look not in self.timed:
            return self._described(at, look)
        return None, at

    def _made_noun(self, at: int) -> bool:
        """Tell whether a determiner makes a noun of an act's verb (vi "vụ đặt bom" = the planting of a bomb)."""
        return self.units[at].has("verb") and self.units[at - 1].concept("det") == "indefinite"

    def _titles(self, at: int) -> bool:
        """Tell whether what may be a pronoun is the title of somebody named behind it."""
        if not self.units[at].has("title") or self.element(at + 1) not in {"name", "person", "role"}:
            return False
        return not self.is_verb(at + 1)

    def _owns(self, at: int) -> bool:
        """Tell whether what may be a pronoun owns the noun behind it ("her ally", ru "его вступление" = its accession).

        ru "назвал его врагом": called him an enemy, where no preposition stands before and the noun is in another case.
        """
        if not self.units[at].has("poss") or self.facts.order == "sov":
            return False
        look = at + 1
        while look < len(self.units) and self.units[look].has("mod") and not self.is_verb(look):
            look += 1
        if look >= len(self.units) or look in self.timed or self.is_verb(look):
            return False
        feats = [f for kind in OWNED for _, f in self.units[look].readings.get(kind, ())]
        if not feats or self.element(look) not in {"", "role"}:
            return False
        return bool(at and self.units[at - 1].has("link")) or not all(f & APART and not f & BESIDE for f in feats)

    def pronoun(self, at: int, kind: str = "pron") -> tuple[Item, int]:
        """Take a word that stands for somebody."""
        unit = self.units[at]
        item = Item("np", "pron", unit.start, unit.end, unit.text)
        draft = Draft()
        draft.pronoun = unit.concepts(kind)
        item.draft = draft
        item.feats = unit.readings[kind][0][1]
        return item, at + 1

    def _holds_noun(self, at: int) -> bool:
        """Tell whether a unit is a verb made of a noun and a light verb (ur "مذمت کی" = condemned)."""
        return any(f.startswith("has:") for _, feats in self.units[at].readings.get("verb", ()) for f in feats)

    def _plain(self, at: int, look: int, kind: str, sort: str) -> tuple[Item, int]:
        """Read a thing or an act named by a noun, with its openers."""
        first, unit = self.units[at], self.units[look]
        if sort == "act" and all(m.concept == "other" for m, _ in unit.readings[kind]):
            kind, sort = ("thing", "thing") if unit.has("thing") else (kind, "other")
        item = Item("np", sort, first.start, unit.end, self.text[first.start : unit.end])
        item.readings = [*unit.readings.get(kind, []), *([] if kind == "thing" else unit.readings.get("thing", []))]
        item.feats = frozenset().union(*(f for _, f in unit.readings[kind]))
        if "gen" in item.feats and any(self.units[i].has("quant") or self.units[i].number for i in range(at, look)):
            item.feats = item.feats - CASES  # ru: "серию митингов": the case is the quantity's
        item.head = Span(unit.start, unit.end)
        item.definite = any(self.units[i].concept("det") == "definite" for i in range(at, look))
        self._possessor(item, at, look)
        after = look + 1
        if (
            self.after_joins
            and self.facts.order != "sov"
            and after < len(self.units)
            and self.units[after].has("det")
            and not self.units[after].has_any(OPENING)
        ):
            item.definite, after = True, after + 1
        return item, self._possessed(item, after)

    def _possessor(self, item: Item, at: int, look: int) -> None:
        glued = next((f[4:] for f in sorted(item.feats) if f.startswith("own-")), "")
        if glued:
            item.draft = item.draft or Draft()
            item.draft.possessive = glued  # ar: "عضويتها" = its membership
        for i in range(at, look):
            if self.units[i].has("poss"):
                item.draft = item.draft or Draft()
                item.draft.possessive = self.units[i].concepts("poss")

    def _possessed(self, item: Item, after: int) -> int:
        if after < len(self.units) and self.units[after].has("possmark") and not self.units[after].mark:
            item.links = frozenset({"poss"})
            return after + 1
        return after

    def _described(self, at: int, look: int) -> tuple[Item | None, int]:
        """A determiner with an unknown noun ("the storm") is a phrase that names no actor."""
        unit = self.units[look]
        if not unit.unknown or self.units[at].has("title"):
            opened = self.units[at]
            if opened.has("poss") and self.facts.order == "sov" and look == at + 1 and self._holds_noun(look):
                item, after = self.pronoun(at, "poss")  # ur: "اس کی مذمت کی": whose noun the compound verb holds
                item.links, item.owner = frozenset({"poss"}), True
                return item, after
            if opened.has("poss") or opened.has("det"):
                item = Item("np", "other", opened.start, opened.end, opened.text)
                return item, at + 1
            return None, at
        last = look
        if self.before_joins:
            while (
                last + 1 < len(self.units)
                and last < look + 2
                and self.units[last + 1].unknown
                and not self.units[last + 1].cap
            ):
                if self._looks_adverbial(last + 1):
                    break
                last += 1
        first = self.units[at]
        item = Item("np", "other", first.start, self.units[last].end, self.text[first.start : self.units[last].end])
        item.feats = self.units[last].guess
        self._possessor(item, at, look)
        return item, self._possessed(item, last + 1)

    def _looks_adverbial(self, at: int) -> bool:
        return (
            at + 1 < len(self.units)
            and self.is_verb(at + 1)
            and not self.units[at + 1].mark
            and self.units[at].text.endswith("ly")
        )
