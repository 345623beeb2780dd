"""Chunk units into items: noun phrases with what they name, verbs, function words. One pass, no article knowledge."""

from collections.abc import Sequence

import msgspec

from dragoman.actors.adpositions import Adpositions
from dragoman.actors.chunking import Chunking
from dragoman.actors.closed_class import ClosedClass
from dragoman.actors.counts import Counts
from dragoman.actors.items import Draft, Item
from dragoman.actors.lookahead import Lookahead
from dragoman.actors.marks import Marks
from dragoman.actors.phrase import PhraseReader
from dragoman.actors.placing import Placing, case_links
from dragoman.actors.recalled_names import may_recall
from dragoman.actors.verb_or_noun import VerbOrNoun
from dragoman.packs.schema import Facts
from dragoman.records import Span, TimeExpression
from dragoman.text.units import Unit

CURRENCIES = "$€£¥₩₽₴₹₺฿₫₱%"
JOINTS = frozenset({"link", "sub"})
VOICES = frozenset({"inverse", "object"})


def chunk(text: str, units: Sequence[Unit], times: Sequence[TimeExpression], facts: Facts) -> list[Item]:
    """Turn the units of one sentence into items, in order; offsets are those of `text`."""
    items = _Chunker(text, units, _beside_words(units, times) if times else times, facts).run()
    for index, item in enumerate(items):
        item.index = index
    return items


def _beside_words(units: Sequence[Unit], times: Sequence[TimeExpression]) -> list[TimeExpression]:
    """Leave out what only looks like a time across the end of a word (vi "xuất hiện | tại tòa", not "hiện tại" = now)."""
    words = [(u.start, u.end) for u in units if u.readings and " " in u.text]
    return [t for t in times if not any(start < t.span.start < end < t.span.end for start, end in words)]


class _Chunker:
    def __init__(self, text: str, units: Sequence[Unit], times: Sequence[TimeExpression], facts: Facts) -> None:
        self.text, self.units, self.facts = text, units, facts
        self.times = list(times)
        self.chunking = Chunking(text, units, times, facts)
        self.items = self.chunking.items
        self.verbs = VerbOrNoun(self.chunking)
        self.ahead = Lookahead(self.chunking, self.verbs)
        self.closed = ClosedClass(self.chunking, self.ahead)
        self.counts, self.marks = Counts(self.chunking), Marks(text, units)
        self.adpositions = Adpositions(self.chunking, self.counts)
        self.phrases = PhraseReader(self.chunking, self.verbs)
        self.placing = Placing(self.chunking)

    def run(self) -> list[Item]:
        """Read all units of the sentence."""
        at = 0
        while at < len(self.units):
            at = self._step(at)
        return self.items

    def _step(self, at: int) -> int:
        unit = self.units[at]
        if self.times and unit.start >= self.times[0].span.start:
            return self._time(at)
        if unit.mark and not unit.readings:
            return self._mark(at)
        if unit.readings:
            if unit.has("appositive") and self.ahead.opens_relative(at):
                return self._function(at, "rel")
            if unit.has("clitic") and self.ahead.stands_for_object(at):
                return self._clitic(at)
            if unit.has("infmark") and self.ahead.opens_infinitive(at):
                return self._function(at, "inf")
            if unit.readings.functional:
                return self._function_word(at)
            free = unit.has("link") and not self.counts.before_number(at) and not self.ahead.only_verb(at)
            if free and self.adpositions.take(at):
                return at + 1
            if self.verbs.is_verb(at):
                return self._verb(at)
        return self._phrase(at)

    def _phrase(self, at: int) -> int:
        item, after = self.phrases.read(at)
        if item is not None:
            self.placing.place(item)
            return after
        return self._mark(at) if self.units[at].mark else self._gap(at)

    def _time(self, at: int) -> int:
        expression = self.times.pop(0)
        end = self._until_joint(at, expression)
        item = Item("fn", "time", expression.span.start, end, self.text[expression.span.start : end])
        joined = end < expression.span.end  # it counts from what follows, not from what was told before
        item.time = msgspec.structs.replace(expression, count=None) if joined else expression
        item.links, item.marker = self.chunking.pending, self.chunking.marker
        self.items.append(item)
        self.chunking.clear()
        while at < len(self.units) and self.units[at].start < end:
            at += 1
        return at

    def _until_joint(self, at: int, expression: TimeExpression) -> int:
        """End "a day after" before "after" where it joins what follows ("a day after the raid", "… after he fled")."""
        whole = expression.span.end
        if expression.kind != "duration" or expression.relation not in {"before", "after"} or self.facts.order == "sov":
            return whole
        last = next((i for i in range(at, len(self.units)) if self.units[i].end == whole), at)
        joins = last > at and self.units[last].has_any(JOINTS) and "before" in self._sides(self.units[last])
        follows = last + 1 < len(self.units) and not self.units[last + 1].mark
        return self.units[last - 1].end if joins and follows else whole

    @staticmethod
    def _sides(unit: Unit) -> frozenset[str]:
        """Tell on which side of its noun an adposition stands; a conjunction stands before its clause."""
        told = frozenset(f for m, _ in unit.readings.get("link", ()) for f in m.features)
        return told or frozenset({"before"})

    def _mark(self, at: int) -> int:
        sort = self.marks.sort(at)
        self.items.append(self.chunking.make("fn", sort, at))
        if sort != "hyphen" and self.units[at].text not in CURRENCIES:
            self.chunking.clear()
        return at + 1

    def _gap(self, at: int) -> int:
        unit, last = self.units[at], self.chunking.last
        people = self.counts.people_counted(at) if "counter" in self.facts.affixes else None
        if people is not None:
            self.items.append(people)
            return at + 1
        item = self.chunking.make("gap", "unknown" if unit.unknown else next(iter(unit.readings), "mark"), at)
        item.feats = unit.guess
        if unit.guess and unit.number and last is not None and last.kind == "np" and not last.links and not last.owner:
            last.links = case_links(self.facts, item)  # ko: "관리 11명에게": the particle stands on the count
        item.readings = unit.readings.get("adj", [])
        after_nouns = self.facts.order == "sov" and self.facts.complements == "after"
        if after_nouns and not item.readings:
            item.readings = unit.readings.get("link", [])  # hi "करने के बाद": what a verb made a noun hangs by
        named = unit.guess if self.facts.script == "hangul" else self.facts.open_final
        if unit.unknown and named and not unit.number and not unit.mark:
            item.draft = Draft()  # perhaps a name the article has introduced (ko 진케는 with a particle, hi ज़िन्के ने)
            item.draft.names.append(unit.text)
            item.links = case_links(self.facts, item)
        elif unit.unknown and may_recall(self.facts) and unit.text[0].isalpha():
            item.draft = Draft()  # the same where the script tells no names: see recalled_names
            item.draft.names.append(unit.text)
            item.links, item.marker = self.chunking.pending, self.chunking.marker
        self.items.append(item)
        return at + 1

    def _verb(self, at: int) -> int:
        item = self.chunking.make("verb", "verb", at)
        item.readings = self.units[at].readings["verb"]
        if self.facts.order == "sov" and self.units[at].has("adj"):
            item.readings = [
                *item.readings,
                *self.units[at].readings["adj"],
            ]  # ko 부당하다: is unfair, a verb that judges
        item.feats = frozenset().union(*(f for _, f in item.readings))
        self.items.append(item)
        self.chunking.clear()
        return at + 1

    def _clitic(self, at: int) -> int:
        """Take an object pronoun before its verb, and the auxiliary written together with it (ro "l-a acuzat")."""
        item, after = self.phrases.pronoun(at, "clitic")
        item.links, item.feats = frozenset({"object", "to"}), frozenset({"clitic"})
        self.items.append(item)
        self.chunking.clear()
        return self._function(at, "aux") if self.units[at].has("aux") else after

    def _function(self, at: int, sort: str) -> int:
        item = self.chunking.make("fn", sort, at)
        unit = self.units[at]
        item.readings = unit.readings.get("infmark" if sort == "inf" else sort, [])
        if sort == "sub":
            item.readings = [*item.readings, *unit.readings.get("sequence", [])]
        elif sort == "comp" and self.facts.order == "sov":
            item.readings = [*item.readings, *unit.readings.get("sub", [])]
        self.items.append(item)
        if sort not in {"neg", "aux"}:
            self.chunking.clear()
        if sort == "response" and (self.facts.order != "sov" or self.facts.qualifier == "after"):
            self.chunking.pending, self.chunking.marker = frozenset({"because"}), Span(unit.start, unit.end)
        return at + 1

    def _function_word(self, at: int) -> int:
        unit, last = self.units[at], self.chunking.last
        sorts = self.closed.sorts(at)
        if sorts == ["aux"] and last is not None and last.kind == "np" and self.facts.affixed("quote", unit.text):
            return self._function(at, "comp")  # ko "책임이 있다고": here the verb itself, and what is said
        if unit.has("verb") and ("aux" in sorts or "sub" in sorts):
            if "aux" in sorts and self.closed.helps_before(unit):
                return self._function(at, "aux")
            if not (self.ahead.verb_follows(at + 1) or self.ahead.participle_follows(at)):
                return self._verb(at)
        if sorts == ["aux"] and unit.has("link") and self.facts.coverbs and self.verbs.opens_phrase(at + 1):
            self._function(at, "aux")  # zh: 正在布鲁塞尔举行 = is being held in Brussels
            self.chunking.pending, self.chunking.marker = unit.readings.links, Span(unit.start, unit.end)
            return at + 1
        if "aux" in sorts and any(m.concept in VOICES for m, _ in unit.readings["aux"]):
            return self._voice(at)
        if not sorts:
            linked = unit.has("link") and (self.adpositions.take(at) or self.closed.after_verbal_noun(unit))
            return at + 1 if linked else self._content_word(at)
        if "coord" in sorts and unit.has("link"):
            listed = last is not None and last.sort == "opaque" and last.end == unit.start  # zh 酒类和烟草
            if self.facts.coverbs and not listed and (last is None or last.kind != "np" or "in" in last.links):
                if self.adpositions.take(at):
                    return at + 1  # zh: 特朗普周二与普京会谈
            self._function(at, "coord")
            self.items[-1].links = unit.readings.links
            return at + 1
        return self._function(at, sorts[0])

    def _content_word(self, at: int) -> int:
        item, after = self.phrases.read(at)
        if item is None:
            return self._gap(at)
        self.placing.place(item)
        return after

    def _voice(self, at: int) -> int:
        """Take a word that puts who acts (zh 被, vi bị) or what is acted upon (zh 把, 将) before the verb."""
        unit = self.units[at]
        means = {m.concept for m, _ in unit.readings["aux"]}
        nominal = at + 1 < len(self.units) and self.verbs.opens_phrase(at + 1)
        inverse = "inverse" in means and (
            nominal or not means - {"inverse", "object"} or self.ahead.verb_follows(at + 1)
        )
        chosen = "inverse" if inverse else "object" if "object" in means and nominal else ""
        self._function(at, "aux")
        item = self.items[-1]
        item.readings = [
            r
            for r in item.readings
            if (r[0].concept == chosen if chosen else r[0].concept not in {"inverse", "object"})
        ]
        if chosen:
            self.chunking.pending = frozenset({"by" if inverse else "object"})
            self.chunking.marker = Span(unit.start, unit.end)
        return at + 1
