"""Read one noun phrase: what it names (people, roles, countries, bodies), what it qualifies, where it ends."""

from dragoman.actors.chunking import Chunking
from dragoman.actors.items import Draft, Item
from dragoman.actors.joints import Joints
from dragoman.actors.openers import Openers
from dragoman.actors.phrase_ends import CASES, PhraseEnds
from dragoman.actors.qualifiers import CLOSING_LINKS, Qualifiers
from dragoman.actors.verb_or_noun import VerbOrNoun
from dragoman.packs.lexicon import NONE, Feats
from dragoman.records import Span
from dragoman.text.units import Unit


class PhraseReader:
    """Reads noun phrases from the units of one sentence."""

    def __init__(self, chunking: Chunking, verbs: VerbOrNoun) -> None:
        self.text, self.units, self.facts, self.timed = (
            chunking.text, chunking.units, chunking.facts, chunking.timed,
        )  # fmt: skip
        self.element, self.is_verb = chunking.elements.element, verbs.is_verb
        self.openers, self.joints = Openers(chunking, verbs), Joints(chunking, verbs)
        self.ends, self.qualifiers = PhraseEnds(chunking), Qualifiers(chunking, verbs)
        self.after_joins = chunking.facts.qualifier in {"after", "both"}
        self.before_joins = chunking.facts.qualifier in {"before", "both"}
        self.names_body = chunking.elements.names_body

    def read(self, at: int) -> tuple[Item | None, int]:
        """Read the phrase that begins at unit `at`; (None, at) where none does."""
        unit = self.units[at]
        if unit.unknown and not unit.number and not self.element(at):
            return None, at
        if unit.has("pron") and not (
            unit.has("title") and self.element(at + 1) in {"name", "person", "role"} and not self.is_verb(at + 1)
        ):
            return self._pronoun(at)
        look = self.openers.skip(at)
        if look < len(self.units) and self.element(look) and not self.is_verb(look):
            return self._actor(at, look)
        if look < len(self.units) and not self.is_verb(look):
            for kind, sort in (("noun", "act"), ("thing", "thing")):
                if self.units[look].has(kind):
                    return self._plain(at, look, kind, sort)
        if look > at and not self.units[look - 1].mark:
            last = self.units[look - 1]  # "billion" opens a phrase and may be all of it
            for kind, sort in (("noun", "act"), ("thing", "thing")):
                if last.has(kind) and not last.has("det") and look - 1 not in self.timed:
                    return self._plain(at, look - 1, kind, sort)
        if look > at and look < len(self.units) and look not in self.timed:
            return self._described(at, look)
        return None, at

    def _pronoun(self, at: int, kind: str = "pron") -> tuple[Item, int]:
        unit = self.units[at]
        item = Item("np", "pron", unit.start, unit.end, unit.text)
        draft = Draft()
        draft.pronoun = " ".join(dict.fromkeys(m.concept for m, _ in unit.readings[kind]))
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
        item.head = Span(unit.start, unit.end)
        item.definite = any(self.units[i].concept("det") == "definite" for i in range(at, look))
        self._possessor(item, at, look)
        after = look + 1
        if (
            self.after_joins
            and after < len(self.units)
            and self.units[after].has("det")
            and not self.units[after].has("rel")
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
                item.draft.possessive = self.units[i].concept("poss")

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
                item, after = self._pronoun(at, "poss")  # ur: "اس کی مذمت کی": whose noun the compound verb holds
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

    def _actor(self, at: int, look: int) -> tuple[Item, int]:
        draft = Draft()
        feats: Feats = NONE
        for i in range(at, look):
            unit = self.units[i]
            draft.former = draft.former or unit.has("former")
            draft.quantity = draft.quantity or unit.has("quant") or unit.number
            draft.title = draft.title or unit.has("title")
            if unit.has("poss"):
                draft.possessive = unit.concept("poss")
        start, last = look, look
        former_kind = ""
        possessed = joined_of = False
        while look < len(self.units):
            kind = self.element(look)
            if kind and (look == start or not self.is_verb(look)):
                if self.ends.new_phrase(draft, kind, look, joined_of):
                    break
                owned = self.names_body and "gen" in feats and kind in {"org", "country", "seat"} and look > start
                if owned and self.element(look + 1) != "role":
                    break  # tr "Makedonya'nın NATO üyeliği": two owners of one noun
                if look > start and self.ends.next_noun(draft, kind, look, start, possessed, joined_of):
                    break
                more = self._take(draft, kind, look, joined_of)
                feats = self.ends.joint_features(feats, more, kind, former_kind, joined_of)
                former_kind = kind
                possessed = False
                last, look = look, look + 1
                if more & CLOSING_LINKS or self.ends.ends_case(more):
                    break  # ko: "미국에 EU …": the particle ends the phrase
                continue
            following = self.joints.join(draft, look, possessed)
            if following == look:
                break
            unit = self.units[look]
            if draft.names and draft.names[-1] == self.units[following - 1].text:
                last = following - 1
            joined_of = joined_of or (unit.has("link") and not unit.has("possmark"))
            if unit.has("honorific"):
                last = following - 1
                feats = unit.readings["honorific"][0][1] or feats  # ko: "캐버노 씨는"
            possessed = unit.has("possmark")
            draft.former = draft.former or unit.has("former")
            draft.title = draft.title or unit.has("title")
            if unit.mark in "([（" and unit.mark:
                draft.alias = self.text[self.units[look + 1].start : self.units[following - 2].end]
                last = following - 1
            elif unit.mark == ",":
                last = following - 1
            look = following
        first, final = self.units[at], self.units[last]
        item = Item("np", "actor", first.start, final.end, self.text[first.start : final.end])
        item.head = Span(self.units[start].start, final.end)
        if draft.quantity and "gen" in feats:
            feats = feats - CASES  # ru: "сотни демонстрантов": the case is the quantity's
        item.draft, item.feats = draft, feats
        item.definite = any(self.units[i].concept("det") == "definite" for i in range(at, start))
        after = last + 1
        if self.after_joins and after < len(self.units) and self.units[after].has("det"):
            item.definite, after = True, after + 1  # id: "aktivis itu" = the activist
        if after < len(self.units) and self.units[after].has("possmark"):
            item.links, item.owner = frozenset({"poss"}), True
            return item, after + 1
        self.qualifiers.settle(item, draft, after)
        return item, after

    def _take(self, draft: Draft, kind: str, at: int, nested: bool) -> Feats:
        unit = self.units[at]
        meaning, feats = unit.readings[kind][0] if kind in unit.readings else (None, unit.guess)
        if kind == "country-short":
            meaning, feats = unit.readings["abbreviation"][0]
            draft.countries.append(meaning.concept)
        elif kind == "name":
            draft.names.append(self._without_particle(unit))
        elif meaning is None:
            return NONE
        elif kind == "person":
            if not self.ends.serves(draft, at):
                draft.persons.append(meaning.concept)
        elif kind == "role":
            draft.roles.append((meaning.concept, at if not nested else -at))
            draft.plural = draft.plural or "plural" in feats
        elif kind in {"org", "media"}:
            (draft.orgs if kind == "org" else draft.media).append(meaning.concept)
        elif kind == "place":
            draft.places.append((meaning.concept, unit.text))
        else:
            draft.countries.append(meaning.concept)
            draft.seat = draft.seat or kind == "seat"
            draft.people = draft.people or (kind == "people" and not unit.has("nationality"))
            if (
                self.facts.order == "vso"
                and kind in {"people", "nationality"}
                and unit.has("nationality")
                and not (draft.roles or draft.orgs)
            ):
                told = unit.readings["nationality"][0][1]
                draft.people = draft.people or "plural" in told or (draft.quantity and not draft.countries[:-1])
            draft.demonym = kind == "nationality"
            if draft.demonym and self.names_body and feats & {"acc", "dat", "gen", "abl", "ins"}:
                draft.people = True  # tr "7 Filistinliyi": with a case it is no adjective
        return feats

    def _without_particle(self, unit: Unit) -> str:
        """Return a name without the particle glued to it (ko 플레이크는 = 플레이크)."""
        if unit.guess and "particle" in self.facts.affixes:
            for particle in self.facts.affixes["particle"]:
                if unit.text.endswith(particle[1:]) and len(unit.text) > len(particle):
                    return unit.text[: 1 - len(particle)]
        return unit.text
