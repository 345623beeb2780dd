"""Look ahead in a sentence for the verb that tells what a small word does."""

from dragoman.actors.chunking import Chunking
from dragoman.actors.verb_or_noun import NOMINAL, SUBSTANTIVE, VerbOrNoun

QUOTED = "'\"‘“«„"
BEFORE_VERBS = frozenset({"aux", "neg", "opaque", "sequence"})
OPENING = "\"«“„‘'"
REACH = 10
PREDICATIVE = frozenset({"participle", "passive"})
OBLIQUE = frozenset({"adnominal", "gen", "dat", "acc", "ins", "loc"})
PARTS_CLAUSES = frozenset({"comp", "rel", "sub", "coord", "contrast", "neg"})
ARTICLES = frozenset({"det", "poss", "quant"})
TENSES = frozenset({"perfect", "past", "future", "conditional", "hypothetical", "hearsay"})
FINITE = frozenset({"past", "present", "future", "finite", "conditional", "base"})
PARTICIPLES = frozenset({"participle", "gerund", "infinitive"})
ONGOING = frozenset({"present", "progressive", "base"})
VERBAL = frozenset(
    {"past", "present", "future", "finite", "participle", "gerund", "infinitive", "imperative", "perfect"}
)


class Lookahead:
    """Looks ahead from a unit of one sentence."""

    def __init__(self, chunking: Chunking, verbs: VerbOrNoun) -> None:
        self.units, self.facts, self.items, self.timed = (
            chunking.units, chunking.facts, chunking.items, chunking.timed,
        )  # fmt: skip
        self.is_verb = verbs.is_verb

    def opens_infinitive(self, at: int) -> bool:
        """Tell whether an infinitive follows its mark; one that is another word too has it right behind (sv "att")."""
        strict = self.units[at].has("comp") or self.units[at].has("link")
        for look in range(at + 1, min(at + 6, len(self.units))):
            unit = self.units[look]
            if unit.number:
                return False  # pt: "um homem de 32 anos foi detido"
            if unit.has("verb"):
                return any(
                    not f or f & {"base", "infinitive", "present"} or not f & VERBAL for _, f in unit.readings["verb"]
                )
            between = unit.has("neg") or unit.has("aux") or unit.unknown or (unit.mark and unit.mark in QUOTED)
            if not between and (strict or unit.mark):
                return False
        return False

    def opens_relative(self, at: int) -> bool:
        """Tell whether a noun behind a noun and a comma stands for it and opens a clause (vi ", nước đã rút quân, …")."""
        if len(self.items) < 2 or self.items[-1].sort not in {"comma", "break"} or self.items[-2].kind != "np":
            return False
        for look in range(at + 1, min(at + 12, len(self.units))):
            unit = self.units[look]
            if look in self.timed or unit.has_any(BEFORE_VERBS) or (unit.unknown and not unit.cap):
                continue
            return self.is_verb(look) or self._agent_and_verb(look)
        return False

    def _agent_and_verb(self, at: int) -> bool:
        """Tell whether who acts and then a verb follow a mark of undergoing (vi "người bị các nghị sĩ cáo buộc")."""
        before = self.units[at - 1]
        if not before.has("aux") or not any(m.concept == "inverse" for m, _ in before.readings["aux"]):
            return False
        for look in range(at, min(at + 8, len(self.units))):
            unit = self.units[look]
            if unit.mark or unit.has("link") or unit.has("aux"):
                return False
            if self.is_verb(look):
                return True
        return False

    def stands_for_object(self, at: int) -> bool:
        """Tell whether an object pronoun stands before its verb (es "le acusó", fr "l'a arrêté", el "τον κατηγόρησε").

        Where it is an article too, a present that no auxiliary opens is left alone: es "la pregunta" is a question.
        """
        article = self.units[at].has_any(ARTICLES)
        for look in range(at + 1, min(at + 4, len(self.units))):
            unit = self.units[look]
            if unit.has("clitic") and not unit.has("verb"):
                continue
            if unit.has("aux") and not unit.has_any(SUBSTANTIVE) and not unit.has("clitic"):
                tense = any(m.concept in TENSES for m, _ in unit.readings["aux"])
                return tense and self.verb_follows(look + 1)
            verbs = unit.readings.get("verb", ())
            if not verbs or unit.has_any(NOMINAL) or unit.cap:
                return False
            finite = [f for _, f in verbs if f & FINITE and not f & PARTICIPLES]
            return bool(finite) and not (article and any(f & ONGOING for f in finite))
        return False

    def clause_follows(self, at: int) -> bool:
        """Tell whether a verb follows before the next mark: then a word such as "after" opens a clause."""
        for look in range(at, min(at + 14, len(self.units))):
            unit = self.units[look]
            if (unit.mark and unit.mark not in "-‐‑'’()") or unit.has("comp") or unit.has("rel"):
                return False
            if self.facts.bare_complements and unit.has("link") and not self.facts.coverbs:
                continue  # vi: "sau cuộc họp ở Moscow": at, not stays
            if self.is_verb(look) or (unit.has("aux") and look > at):
                return True
        return False

    def verb_follows(self, at: int) -> bool:
        """Tell whether a verb follows, with at most small words before it."""
        if self.facts.order == "vso" and self._subject_and_verb(at):
            return True
        for look in range(at, min(at + 4, len(self.units))):
            unit = self.units[look]
            if unit.has("verb"):
                return True
            if unit.mark and unit.mark in OPENING and look == at:
                continue  # fr: "Paris a « condamné » …"
            if not (unit.has("neg") or unit.has("aux") or unit.unknown or unit.has("mod")):
                return False
        return False

    def participle_follows(self, at: int) -> bool:
        """Tell whether a participle follows its auxiliary with when, where or by whom between.

        ru "был в четверг арестован" = was arrested on Thursday; pl "została przez policję zatrzymana".
        """
        helps = any("participle" in f for _, f in self.units[at].readings.get("aux", ()))
        if not helps or not self.facts.cases or self.facts.order == "sov":
            return False
        for look in range(at + 1, min(at + REACH, len(self.units))):
            unit = self.units[look]
            if look in self.timed:
                continue
            if any(f >= PREDICATIVE and not f & OBLIQUE for _, f in unit.readings.get("verb", ())):
                return True
            if unit.has_any(PARTS_CLAUSES) or (unit.mark and unit.mark not in "-‐‑'’.") or self.is_verb(look):
                return False
        return False

    def _subject_and_verb(self, at: int) -> bool:
        """Tell whether nouns and then a verb follow an auxiliary (ar "كانت طائرات هندية قصفت" = Indian jets had bombed)."""
        for look in range(at, min(at + 9, len(self.units))):
            unit = self.units[look]
            if look > at and unit.has("verb") and not unit.has_any(NOMINAL):
                return True
            if unit.readings.functional or unit.has("link") or (unit.mark and unit.mark not in "\"'()«»“”"):
                return unit.has("aux")
        return False

    def only_verb(self, at: int) -> bool:
        """Tell whether a word that is coverb and verb alike is the only verb of its clause (zh 通过: by way of; to pass)."""
        if not self.facts.coverbs or not self.units[at].has("verb") or (self.items and self.items[-1].kind == "verb"):
            return False
        for look in range(at + 1, len(self.units)):
            if self.units[look].mark and self.units[look].mark not in "、“”'\"《》()（）·":
                return True
            if self.is_verb(look):
                return False
        return True
