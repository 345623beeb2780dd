"""Read an actor phrase: element after element, with what joins them, up to where another phrase begins."""

from dataclasses import dataclass

from dragoman.actors.chunking import Chunking
from dragoman.actors.drafting import Drafting
from dragoman.actors.items import Draft, Item
from dragoman.actors.joints import Joints
from dragoman.actors.phrase_ends import CASES, PhraseEnds
from dragoman.actors.qualifiers import CLOSING_LINKS, Qualifiers
from dragoman.actors.verb_or_noun import VerbOrNoun
from dragoman.packs.lexicon import NONE, Feats
from dragoman.records import Span


@dataclass(slots=True)
class _Course:
    """An actor phrase as far as it has been read: where its first and last element stand, and where to look next."""

    draft: Draft
    start: int
    last: int
    look: int
    feats: Feats = NONE
    kind: str = ""
    possessed: bool = False
    nested: bool = False


class ActorPhrases:
    """Reads the actor phrases of one sentence."""

    def __init__(self, chunking: Chunking, verbs: VerbOrNoun) -> None:
        self.text, self.units, self.facts = chunking.text, chunking.units, chunking.facts
        self.element, self.is_verb = chunking.elements.element, verbs.is_verb
        self.ends, self.joints = PhraseEnds(chunking), Joints(chunking, verbs)
        self.drafting, self.qualifiers = Drafting(chunking, self.ends), Qualifiers(chunking, verbs)
        self.after_joins = chunking.facts.qualifier in {"after", "both"}
        self.closed_by_det = self.after_joins and chunking.facts.order != "sov"
        self.names_body = chunking.elements.names_body

    def read(self, at: int, start: int) -> tuple[Item, int]:
        """Read the phrase that opens at `at` and whose first element stands at `start`; return the unit after it."""
        course = _Course(self._opened(at, start), start, start, start)
        if self._counts(at, start):
            course.start = course.last = course.look = start = start + 1
        while course.look < len(self.units):
            kind = self.element(course.look)
            if kind and (course.look == start or not self.is_verb(course.look)):
                if not self._take_element(course, kind):
                    break
            elif not self._take_joint(course):
                break
        return self._finish(course, at)

    def _counts(self, at: int, start: int) -> bool:
        """Tell whether a word for people only counts the ones named behind it (id "enam orang petugas" = six officers)."""
        unit = self.units[start]
        counted = start > at and self.facts.affixed("classifier", unit.text.lower())
        return counted and unit.has("role") and self.element(start + 1) == "role" and not self.is_verb(start + 1)

    def _opened(self, at: int, start: int) -> Draft:
        """Begin a draft with what opens the phrase."""
        draft = Draft()
        for unit in self.units[at:start]:
            draft.former = draft.former or unit.has("former")
            draft.quantity = draft.quantity or unit.has("quant") or unit.number
            draft.title = draft.title or unit.has("title")
            if unit.has("poss"):
                draft.possessive = unit.concepts("poss")
        return draft

    def _take_element(self, course: _Course, kind: str) -> bool:
        """Take the element at hand; False where another phrase begins or a particle ends this one."""
        draft, look, further = course.draft, course.look, course.look > course.start
        if self.ends.new_phrase(draft, kind, look, course.nested):
            return False
        owned = self.names_body and "gen" in course.feats and kind in {"org", "country", "seat"} and further
        if owned and self.element(look + 1) != "role":
            return False  # tr "Makedonya'nın NATO üyeliği": two owners of one noun
        if self.names_body and further and "gen" in course.feats and kind == "role" and self._inside_compound(look):
            return False
        if further and self.ends.next_noun(draft, kind, look, course.start, course.possessed, course.nested):
            return False
        if further and self.ends.other_case(draft, course.feats, kind, look):
            return False
        more = self.drafting.take(draft, kind, look, course.nested)
        course.feats = self.ends.joint_features(course.feats, more, kind, course.kind, course.nested)
        course.kind, course.possessed = kind, False
        course.last, course.look = look, look + 1
        return not (more & CLOSING_LINKS or self.ends.ends_case(more))  # ko: "미국에 EU …"

    def _inside_compound(self, at: int) -> bool:
        """Tell whether a bare role belongs to the owned noun behind it (tr "İtalya'nın göçmen politikası")."""
        after = self.units[at + 1] if at + 1 < len(self.units) else None
        bare = all("nom" in f and not f & {"plural", "poss"} for _, f in self.units[at].readings.get("role", ()))
        if after is None or not bare or after.readings.element:
            return False
        return any("poss" in f for kind in ("thing", "noun") for _, f in after.readings.get(kind, ()))

    def _take_joint(self, course: _Course) -> bool:
        """Take what joins the next element; False where the phrase ends."""
        draft, look = course.draft, course.look
        following = self.joints.join(draft, look, course.possessed or self._owns(course))
        if following == look:
            return False
        unit = self.units[look]
        if draft.names and draft.names[-1] == self.units[following - 1].text:
            course.last = following - 1
        course.nested = course.nested or (unit.has("link") and not unit.has("possmark"))
        if unit.has("honorific"):
            course.last = following - 1
            course.feats = unit.readings["honorific"][0][1] or course.feats  # ko: "캐버노 씨는"
        course.possessed = unit.has("possmark")
        draft.former = draft.former or unit.has("former")
        draft.title = draft.title or unit.has("title")
        if unit.mark and unit.mark in "([（":
            draft.alias = self.text[self.units[look + 1].start : self.units[following - 2].end]
            course.last = following - 1
        elif unit.mark == ",":
            course.last = following - 1
        course.look = following
        return True

    def _owns(self, course: _Course) -> bool:
        """Tell whether a glued genitive goes before a count and its noun (bn "তুরস্কের এক বিচারক" = a judge of Turkey)."""
        bare = not (course.draft.roles or course.draft.names or course.draft.persons)
        return bare and self.facts.open_final and "gen" in course.feats and course.last == course.look - 1

    def _finish(self, course: _Course, at: int) -> tuple[Item, int]:
        """Make the item of a phrase, with what stands behind it and shows that it qualifies something."""
        first, final = self.units[at], self.units[course.last]
        item = Item("np", "actor", first.start, final.end, self.text[first.start : final.end])
        item.head = Span(self.units[course.start].start, final.end)
        item.draft, item.feats = course.draft, course.feats
        if course.draft.quantity and "gen" in item.feats:
            item.feats = item.feats - CASES  # ru: "сотни демонстрантов": the case is the quantity's
        if course.draft.quantity and "abl" in item.feats and self.ends.glues_cases:
            item.feats = item.feats - CASES  # he: "שניים מהשופטים" = two of the judges
        opened = {unit.concept("det") for unit in self.units[at : course.start]}
        item.definite, item.indefinite = "definite" in opened, "indefinite" in opened
        after = course.last + 1
        if (
            self.closed_by_det
            and after < len(self.units)
            and self.units[after].has("det")
            and not self.units[after].has("clitic")
        ):
            item.definite, after = True, after + 1  # id: "aktivis itu" = the activist
        if after < len(self.units) and self.units[after].has("possmark"):
            item.links, item.owner = frozenset({"poss"}), True
            return item, after + 1
        self.qualifiers.settle(item, course.draft, after)
        return item, after
