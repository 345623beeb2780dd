"""Decide between verb and noun where a word may be either, from its neighbours and the items before it."""

from dragoman.actors.chunking import Chunking, compounds
from dragoman.actors.items import Item
from dragoman.packs.lexicon import Feats, Meaning
from dragoman.packs.schema import Facts
from dragoman.text.units import Unit

QUOTES = '"«“„'
CARRIES = frozenset({"say", "think", "request", "announce", "agree", "threaten", "accuse", "confirm"})
RUNS_ON = frozenset({"other", "undergo", "continue", "begin", "stop", "resume", "expect"})
DESCRIBING = frozenset({"participle", "gerund", "adnominal"})
JOINS_CLAUSE = frozenset({"coord", "comp", "contrast"})
NO_VERB_AFTER = frozenset({"noun", "link"})
SUPPORTS = frozenset({"perform", "undergo", "impose", "launch", "use"})
FREE = frozenset({"pron", "rel", "comp", "aux", "link", "clitic"})
OPENS_NOUN = frozenset({"det", "poss", "possmark", "quant", "nationality", "mod"})
OWNED = frozenset({"possmark", "quant", "det", "poss"})
OBJECTS = frozenset({"det", "poss", "country", "seat", "person", "org"})
OPENS_PHRASE = frozenset({"noun", "thing", "pron", "det", "quant", "poss", "mod", "former", "abbreviation"})
REACH = 10
CLOSES_CLAUSE = frozenset({"comp", "rel", "sub", "coord", "contrast"})
NO_PHRASE = frozenset({"link", "aux", "neg"})
NOUNS = frozenset({"noun", "thing", "role"})
NAMES = frozenset({"country", "person", "org", "role", "seat", "people", "media", "place"})
HEADS = frozenset({"role", "org", "noun", "thing", "nationality", "people"})
NOMINAL = frozenset({"noun", "thing", "role", "person", "org", "place", "country", "adj", "mod", "title", "seat"})
"""Kinds of words that stand in noun phrases."""
SUBSTANTIVE = NOMINAL - {"adj"}
LOWER_NOMINAL = NOMINAL - NOUNS
"""The same for a lower-case word where nouns bear a capital (de "besuchen" is no dative of "Besuch")."""


Verbs = list[tuple[Meaning, Feats]]
"""The readings of a word as a verb."""


class VerbOrNoun:
    """Tells verbs from nouns among the units of one sentence."""

    def __init__(self, chunking: Chunking) -> None:
        self.units, self.facts, self.items, self.timed = (
            chunking.units, chunking.facts, chunking.items, chunking.timed,
        )  # fmt: skip
        self.title_case, self.elements, self.element = chunking.title_case, chunking.elements, chunking.elements.element

    def is_verb(self, at: int) -> bool:
        """Decide between verb and noun where the word may be either, from its neighbours."""
        unit, facts = self.units[at], self.facts
        verbs = unit.readings.get("verb")
        if not verbs:
            return False
        if self.elements.modifies(at) or (unit.has("det") and not self._object_before(unit)):
            return False
        if self.facts.order == "sov" and unit.has("opaque"):
            return False  # ko 계속해서, ja 誤って: listed as an adverb
        if facts.spaced and unit.has("abbreviation") and self.elements.element(at):
            return False  # ko "미 군함이": a country, for its head follows
        before = self.units[at - 1] if at else None
        after = self.units[at + 1] if at + 1 < len(self.units) else None
        if facts.reduced_relatives and self._in_name(unit, before):
            return False
        if before is not None and not facts.capitals and before.readings.keys() == {"title"} and after is not None:
            if after.unknown and facts.qualifier == "after":
                return False  # he: "סר פיטר סולסבי": a name after its title, though it is written like a verb
        if not self._may_be_noun(unit, verbs, before, after):
            return self._is_verb_alone(verbs, before, after, at)
        if unit.cap and facts.capitals and not facts.noun_capitals and not self.title_case and before is not None:
            return False
        if facts.cases and facts.order == "svo" and self._completes(unit, at):
            return True
        if facts.coverbs:
            return self._among_coverbs(unit, before, after, at)
        if at > 1 and before is not None and before.mark and before.mark in QUOTES and self.units[at - 2].has("aux"):
            before = self.units[at - 2]  # fr: "Paris a « condamné » les violences"
        if at > 1 and before is not None and before.unknown and not before.cap and facts.capitals:
            before = self.units[at - 2] if self._names(self.units[at - 2]) else before  # "Ankara still refuses to …"
        if _opens_phrase_of_verb(verbs, before, after, facts):
            return True
        if facts.order == "vso":
            if before is None or before.mark or before.has_any(JOINS_CLAUSE) or self._after_time(at):
                return _opens_clause(verbs, before, after)
            if before.has("sub") and not before.has("link"):
                return _opens_clause(verbs, before, after)
            if before.has("rel") and not before.has("det") and any(f & {"past", "present"} for _, f in verbs):
                return True  # ar: "الذي منع العضوية" = which prevented
            if self._verb_before(before):
                return False  # ar: "رفضت المحكمة طلب الإفراج": the clause has its verb
        if before is None:
            opens = after is not None and (after.has("pron") or (after.has("det") and not after.has("verb")))
            return opens and facts.order != "sov"  # "Witnesses said" is no verb before a determiner
        return self._between(verbs, before, after)

    def _completes(self, unit: Unit, at: int) -> bool:
        """Tell whether a participle completes an auxiliary that when, where or by whom part from it.

        pl "została w czwartek aresztowana" = was arrested on Thursday, not the arrested woman.
        """
        predicative = any("participle" in f for _, f in unit.readings["verb"])
        if not predicative or not all("nom" in f for kind in NOUNS | {"role"} for _, f in unit.readings.get(kind, ())):
            return False
        for look in range(at - 1, max(at - REACH, -1), -1):
            before = self.units[look]
            if any("participle" in f for _, f in before.readings.get("aux", ())):
                return True
            parted = before.has_any(CLOSES_CLAUSE) or (before.mark and before.mark not in "-‐‑'’.")
            if look not in self.timed and (parted or before.has("verb")):
                return False
        return False

    def _after_time(self, at: int) -> bool:
        """Tell whether only a time stands between the beginning of the clause and a unit ("وبعد ساعات وعد أمير …")."""
        look = at - 1
        if look not in self.timed:
            return False
        while look >= 0 and look in self.timed:
            look -= 1
        return look < 0 or bool(self.units[look].mark) or self.units[look].has_any(JOINS_CLAUSE)

    def _in_name(self, unit: Unit, before: Unit | None) -> bool:
        """Tell whether a capital shows that a word behind another belongs to a name (vi "Đài Quan sát Nhân quyền")."""
        return unit.cap and not self.title_case and before is not None and not before.mark

    def _may_be_noun(self, unit: Unit, verbs: Verbs, before: Unit | None, after: Unit | None) -> bool:
        """Tell whether a word with a reading as a verb may be a noun here."""
        facts = self.facts
        nominal = unit.has_any(LOWER_NOMINAL if facts.noun_capitals and not unit.cap else NOMINAL)
        if nominal and before is not None and not unit.has_any(SUBSTANTIVE) and before.has_any(HEADS):
            nominal = False  # "the coalition used gas"
        if nominal and facts.order == "sov" and facts.spaced and self.items and _after_object(self.items[-1]):
            if any("adnominal" in f for _, f in verbs) and after is not None and not after.mark:
                nominal = False  # ko "긴장을 높이는 행동": raising, not the height
        return nominal or (facts.order == "vso" and unit.has("opaque"))

    def _is_verb_alone(self, verbs: Verbs, before: Unit | None, after: Unit | None, at: int) -> bool:
        """Tell whether a word listed only as a verb is one, and no unlisted noun or participle before its noun."""
        if before is not None and self.facts.inversion and before.has("link") and "of" in before.readings.links:
            return False  # he "הרעלתו של מרגל" = the poisoning of a spy: a present is a noun there
        if before is None or (self.facts.complements == "after" and any(" " in m.word for m, _ in verbs)):
            return True  # hi "एक समझौता किया" = made a deal: what stands before determines the noun inside the verb
        follows = not self.facts.spaced and self.facts.qualifier == "after"  # th: a determiner closes its phrase
        if before.has("det") and not before.has_any(FREE) and not (follows or self._points_back(before, at - 2)):
            return False  # "the phone" where only the verb is listed
        if before.has("mod") and self._noun_of_no_act(verbs, before):
            return False  # fr: "un deuxième groupe" is no form of "grouper"
        if not before.has_any(OPENS_NOUN) or before.has("pron") or after is None or after.mark:
            return True
        if after.has("aux"):
            return True  # de "erneut festgenommen worden"
        return not all(f & DESCRIBING and not f & {"past", "present", "finite"} for _, f in verbs)

    def _points_back(self, det: Unit, at: int) -> bool:
        """Tell whether a determiner belongs to the noun before it (vi "nhóm này tấn công" = this group attacks)."""
        if self.facts.qualifier != "after" or not self.facts.bare_complements or at < 0:
            return False
        noun = self.units[at]
        named = noun.has_any(SUBSTANTIVE) or (noun.unknown and not noun.mark and not noun.number)
        return named and det.concept("det") == "definite" and not noun.has_any(OPENS_NOUN - {"quant"})

    def _object_before(self, unit: Unit) -> bool:
        """Tell whether a word that is verb or determiner has what such a verb needs (ko 한: did; a certain)."""
        last = self.items[-1] if self.items else None
        if self.facts.order != "sov" or not self.facts.spaced:
            return True
        if last is None or last.end + 1 != unit.start:
            return False
        if last.kind == "verb":
            return any(f & {"desiderative", "infinitive", "obligation"} for _, f in last.readings)
        return "object" in last.links or last.sort == "act"

    def _among_coverbs(self, unit: Unit, before: Unit | None, after: Unit | None, at: int) -> bool:
        """Decide between verb and noun where verbs do not inflect and marked phrases stand before them (Chinese)."""
        if before is not None and at - 1 in self.timed:
            back = next((n for n in range(at - 1, -1, -1) if n not in self.timed), -1)
            if back > 0 and self.units[back].has("link") and "in" in self.units[back].readings.links:
                back -= 1  # 将在本周表决 = will vote this week
            before = self.units[back] if back >= 0 else None
        if (
            before is not None
            and before.readings.keys() == {"opaque"}
            and at > 1
            and self.units[at - 2].has("possmark")
        ):
            before = self.units[at - 2]  # 和媒体之间的面对面接触: the noun's own adjective
        if before is not None and not self._object_follows(at) and self._undergone(at, after):
            return False  # 获得50个国家承认 = the recognition of 50 states
        told = self._told_before(before, after, self._object_follows(at)) if before is not None else None
        if told is not None:
            return told
        helped = before is not None and (before.has("aux") or before.has("neg"))
        if after is not None and after.has("possmark"):
            return helped or (before is not None and self._names(before))
        if after is not None and after.has("verb") and not (after.has_any(NO_VERB_AFTER) or after.readings.element):
            idle = all(m.concept in RUNS_ON for m, _ in after.readings["verb"])
            joined = before is not None and before.has("coord")
            if joined and any(m.concept in CARRIES for m, _ in unit.readings["verb"]):
                return True  # 并威胁停止军售 = and threatened to stop arms sales
            return not idle or helped
        return not (at == 0 and after is not None and after.has_any(NOUNS))

    def _described_behind(self, after: Unit | None) -> bool:
        """Tell whether a mark and a noun close a clause that an object opens (一系列反对协议的集会)."""
        at = self.units.index(after) if after is not None else len(self.units)
        for look in range(at, min(at + 6, len(self.units) - 1)):
            if self.units[look].has("possmark"):
                return self.units[look + 1].has_any(NOUNS) or bool(self.element(look + 1))
            if self.units[look].mark or self.units[look].has_any(NO_PHRASE):
                return False
        return False

    def _undergone(self, at: int, after: Unit | None) -> bool:
        """Tell whether a word closes its clause behind who does it, and a verb of undergoing stands before him."""
        if after is not None and not after.mark:
            return False
        for look in range(at - 1, max(at - 5, -1), -1):
            unit = self.units[look]
            if unit.mark or unit.has_any(NO_PHRASE):
                return False
            if unit.has("verb"):
                return look < at - 1 and any(m.concept == "undergo" for m, _ in unit.readings["verb"])
        return False

    def _object_follows(self, at: int) -> bool:
        """Tell whether what may be the object of a verb stands right behind a word."""
        after = self.units[at + 1] if at + 1 < len(self.units) else None
        if after is None or after.mark or after.has("possmark"):
            return False
        return after.readings.element != "" if after.has("verb") else self.opens_phrase(at + 1)

    def _told_before(self, before: Unit, after: Unit | None, object_follows: bool) -> bool | None:
        """Tell verb from noun by the word before it, where verbs do not inflect; None where that tells nothing."""
        if before.has_any(OWNED) or before.number:
            people = before.has("quant") and self.facts.affixed("classifier", before.text)
            described = before.has("quant") and object_follows and self._described_behind(after)
            return (people and object_follows) or described  # zh: 一名指控他的妇女 = a woman who accuses him
        if before.has("mod"):
            return object_follows and after is not None and bool(after.readings.element)
        if before.has("verb") and not before.has("aux"):
            return object_follows and not any(m.concept in SUPPORTS for m, _ in before.readings["verb"])
        if before.has("link") and not (before.has("aux") or before.has("coord")):
            return bool(before.readings.after) or object_follows
        if before.has("thing") or before.has("noun"):
            return object_follows or after is None or bool(after.mark)
        return None

    def _between(self, verbs: Verbs, before: Unit, after: Unit | None) -> bool:
        """Tell verb from noun by the words on either side."""
        opens = before.has_any(OPENS_NOUN)
        if before.has("neg") and self.facts.order == "vso" and not any("present" in f for _, f in verbs):
            return False  # ar: "عدم رفع" = not raising: no past tense follows a negator
        if before.has("aux") or before.has("infmark") or before.has("neg"):
            return not opens
        if before.has("pron") and not before.has("poss"):
            return True
        if before.has("rel") and not before.has("det") and after is not None:
            if self._names(after) or after.has("det"):
                return True  # "which blames Israel", "who attack the police"
        if opens or before.has("link") or before.number or before.has("verb") or after is None:
            return False
        if after.has("link") and not (after.has("infmark") or after.has("comp")):
            if "of" in after.readings.links or not self._names(before) or self._qualifies(before):
                return False
            return not ({"on", "against", "by", "between"} & after.readings.links) or self._no_other_verb()
        if ((after.has("aux") or after.has("verb")) and not after.has("det")) or after.mark:
            return False
        return self._names(before) or before.has("sequence")

    def _noun_of_no_act(self, verbs: Verbs, before: Unit) -> bool:
        """Tell whether what is no political act as a verb ends a noun phrase: determiner, modifiers, this word."""
        look = self.units.index(before)
        while look >= 0 and self.units[look].has("mod") and not self.units[look].has("det"):
            look -= 1
        opened = look >= 0 and self.units[look].has("det") and not self.units[look].has_any(FREE)
        return opened and all(m.concept == "other" and "participle" not in f for m, f in verbs)

    def _qualifies(self, unit: Unit) -> bool:
        """Tell whether a bare role behind a verb qualifies the noun that follows ("postponed military talks with")."""
        at = self.units.index(unit) - 1
        before = self.units[at] if at >= 0 else None
        if before is None or not unit.has("role") or unit.cap or not compounds(self.facts):
            return False
        return before.has("verb") or (before.unknown and not before.cap and not before.mark)

    def _verb_before(self, before: Unit) -> bool:
        """Tell whether the clause that holds a unit has a verb at or before it that can be nothing else."""
        for unit in reversed(self.units[: self.units.index(before) + 1]):
            if unit.readings.functional or (unit.mark and unit.mark not in "\"'()«»“”"):
                return False
            if unit.has("verb"):
                return not (unit.has_any(NOMINAL) or unit.has("opaque"))
        return False

    def _no_other_verb(self) -> bool:
        """Tell whether nothing else in the sentence can be its verb."""
        return not any((u.has("verb") and not u.has_any(NOUNS)) or u.has("aux") for u in self.units)

    def _names(self, unit: Unit) -> bool:
        """Tell whether a unit names somebody or may be a name."""
        return unit.has_any(NAMES) or (unit.cap and unit.unknown)

    def opens_phrase(self, at: int) -> bool:
        """Tell whether a noun phrase begins here rather than a verb, a coverb or another closed-class word."""
        unit = self.units[at]
        if unit.mark or unit.has_any(NO_PHRASE) or self.is_verb(at):
            return False
        return unit.number or unit.has_any(OPENS_PHRASE) or bool(self.element(at))


def _after_object(item: Item) -> bool:
    """Tell whether an item is an object and nothing else, so that a verb is to come."""
    return item.kind == "np" and item.links == frozenset({"object"})


def _opens_phrase_of_verb(verbs: Verbs, before: Unit | None, after: Unit | None, facts: Facts) -> bool:
    """Tell whether a gerund or participle has its own object behind it."""
    if before is None or after is None:
        return False
    gerund = any("gerund" in f for _, f in verbs)
    if gerund and before.has("link") and after.has_any(OBJECTS):
        return True  # "accused of crossing the line"
    if facts.order == "svo" and before.has("coord") and after.has("det") and any("participle" in f for _, f in verbs):
        return True  # "a promis de voter et accusé les démocrates"
    return gerund and before.mark == "," and not after.mark and not after.has("link")  # "…, lobbying them"


def _opens_clause(verbs: Verbs, before: Unit | None, after: Unit | None) -> bool:
    """Verb first: tell whether a word that opens a clause is its verb, and no noun that a preposition follows."""
    governed = after is not None and after.has("link") and before is not None and not before.mark
    own = {link for m, _ in verbs for links in (m.frame or {}).values() for link in links}
    if governed and after is not None and own & after.readings.links - {"to"}:
        governed = False  # ar: "وطلب من البرلمان" = and asked (of) parliament
    return any(f & {"past", "present"} for _, f in verbs) and not governed
