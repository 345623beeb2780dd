"""What opens a clause where the focus of the verb tells who is who (Filipino): linkers, topics, conjunctions."""

from collections.abc import Sequence

from dragoman.actors.items import Item
from dragoman.clauses.predicate import Pred, nearest_before
from dragoman.packs.schema import Concepts, Facts

WALLS = frozenset({"rel", "comp", "sub", "break", "quote-open", "quote-close", "stop", "source", "contrast"})
IDLE = frozenset({"aux", "neg", "time", "sequence", "hyphen", "mark"})
CARRIERS = frozenset({"speech", "mental"})
CARRYING = frozenset({"addressed", "speech"})
PERSONAL = frozenset({"actor", "pron"})
TELLING = frozenset({"accuse", "allege", "promise", "agree", "threaten", "warn", "refuse", "reject", "order", "blame"})


class Opening:
    """One verb with what stands before it in its clause: its topic, clitics, and what it hangs from or describes."""

    def __init__(
        self, items: Sequence[Item], pred: Pred, before: list[Pred], facts: Facts, concepts: Concepts,
        told: dict[int, Item],
    ) -> None:  # fmt: skip
        self.items, self.pred, self.before, self.facts, self.concepts = items, pred, before, facts, concepts
        self.told = told
        self.whole = False
        self.topic: Item | None = None
        self.described: Item | None = None
        self.focused: Item | None = None
        self.agent: Item | None = None
        self.other: Item | None = None
        self.inherited: Pred | None = None

    # -- to the left ---------------------------------------------------------------------------------------

    def open(self) -> None:
        """Look left for what opens the clause: a linker, a conjunction, a topic, another verb."""
        at = self.pred.index - 1
        while at >= 0:
            item = self.items[at]
            if item.sort in IDLE or (item.kind == "gap" and at > 0) or self._quotes_verb(at) or self._adverbial(at):
                if self.agent is not None or self.focused is not None:
                    self._colour(item)
                at -= 1
            elif item.sort == "pron" and not item.links and not self._stands_alone(at):
                self._take_pronoun(item)
                at -= 1
            else:
                break
        if at < 0:
            return
        item = self.items[at]
        if item.sort == "link":
            self._after_marker(at)
        elif item.sort in {"rel", "comp"}:
            self._after_linker(at)
        elif item.sort == "sub":
            self._subordinate(item)
        elif item.kind == "verb":
            self._after_verb(at)
        elif item.sort in {"coord", "contrast", "comma"}:
            self._go_on(at)
        elif item.kind == "np":
            self._after_noun(at)

    def _quotes_verb(self, at: int) -> bool:
        """Tell whether a quotation begins between a linker or helping word and the verb ("na 'pakikilusin ang …'")."""
        return (
            self.items[at].sort == "quote-open" and at > 0 and self.items[at - 1].sort in IDLE | {"rel", "comp", "pron"}
        )

    def _adverbial(self, at: int) -> bool:
        """Tell whether a conjunction only links an adverb to the verb ("matagal nang iginigiit" = has long insisted)."""
        item, before = self.items[at], self.items[at - 1] if at else None
        if item.sort != "sub" or not item.means("time") or before is None or self.pred.index != at + 1:
            return False
        return before.sort in {"unknown", "time", "other"} and before.end + 1 == item.start and not before.links

    def _colour(self, item: Item) -> None:
        """Let a negator or helping word before a clitic pronoun colour the verb ("hindi siya boboto" = he will not vote)."""
        if item.sort == "neg":
            self.pred.colours.add("negated")
        elif item.sort == "aux":
            self.pred.colours |= {m.concept for m, _ in item.readings} - {"topic"}

    def _stands_alone(self, at: int) -> bool:
        """Tell whether a pronoun is the topic or the argument of the verb before it, not a clitic of this one."""
        return at > 0 and (self.items[at - 1].kind == "verb" or self.items[at - 1].sort == "link")

    def _take_pronoun(self, item: Item) -> None:
        if self.facts.affixed("agent", item.text):
            self.agent = self.agent or item
        else:
            self.focused = self.focused or item

    def _subordinate(self, opener: Item) -> None:
        self.pred.form, self.pred.opener, self.pred.condition = "sub", opener, opener.means("condition")
        if opener.means("purpose") and "infinitive" in self.pred.feats:
            self.pred.form = "inf"  # "para bumisita": the form of what is done and of what is to be done

    def _after_marker(self, at: int) -> None:
        """Read "X ang VERB" (X is who or whom) or a verb that stands for who does it ("ang mga sumusuporta")."""
        marker = self.items[at]
        head = self.items[at - 1] if at else None
        cleft = head is not None and head.kind in {"np", "gap"} and "subject" in marker.links
        if head is not None and head.sort == "comma" and "subject" in marker.links:
            opening = self._opening_noun(nearest_before(self.before, at), at - 1)
            if opening is not None:
                self.topic = opening  # "Ang India, na …, ang unang bumati" = India was the first to congratulate
                return
        if cleft and not any(p.index > self._clause_start(at) for p in self.before):
            self.topic = self._head(at - 1)
            return
        self.pred.form = "rel"

    def _after_linker(self, at: int) -> None:
        previous = nearest_before(self.before, at)
        comma = at > 0 and self.items[at - 1].sort == "comma"
        noun = self._noun_before(at - 2 if comma else at - 1)
        for owner in reversed(self.before):
            mine = noun is not None and noun in (self.told.get(id(owner)), owner.subject)
            if mine and owner is not previous and self._carries(owner, at) and self._infinitive(owner):
                self._hang(owner)
                return
        carries = previous is not None and self._carries(previous, at)
        asked = carries and previous is not None and self._infinitive(previous)
        if noun is not None and (not carries or comma) and not (comma and carries and (asked or self._described(noun))):
            self.pred.form, self.described = "rel", noun
            return
        if previous is None:
            return
        if not carries:
            previous = next((p for p in reversed(self.before) if self._carries(p, at)), previous)
        self._hang(previous)

    def _hang(self, matrix: Pred) -> None:
        self.pred.form = "inf" if self._infinitive(matrix) else "comp"
        self.pred.matrix = matrix

    def _infinitive(self, matrix: Pred) -> bool:
        """Tell whether a verb is what is to be done: a form that is also past is so behind what asks or begins."""
        feats, above = self.pred.feats, self.concepts.acts[matrix.act]
        asks = above.kind == "aspect" or (above.kind == "act" and above.frame == "addressed")
        return "infinitive" in feats and ("past" not in feats or asks)

    def _described(self, noun: Item) -> bool:
        return any(p.form == "rel" and noun in (p.subject, p.object) for p in self.before)

    def _carries(self, pred: Pred, at: int) -> bool:
        """Tell whether a verb may open a clause that tells what is said, asked or begun, and has not done so."""
        act = self.concepts.acts[pred.act]
        able = act.kind in CARRIERS | {"aspect"} or (act.kind == "act" and act.frame in CARRYING) or pred.act in TELLING
        done = any(p.matrix is pred for p in self.before)
        parted = any(i.sort in {"stop", "quote-close"} for i in self.items[pred.index : at])
        return able and not done and not parted

    def _after_verb(self, at: int) -> None:
        previous = nearest_before(self.before, self.pred.index)
        if previous is not None and previous.index == at:
            self._hang(previous)
            if not self._carries(previous, at) and self.concepts.acts[previous.act].kind == "empty":
                self.pred.form, self.pred.matrix = previous.form, previous.matrix  # "pumunta at bumoto"

    def _go_on(self, at: int) -> None:
        previous = nearest_before(self.before, at)
        opening = self._opening_noun(previous, at)
        if opening is not None:
            self.topic = opening
            return
        if previous is None:
            topic = self._head(at - 1) if self.items[at].sort == "comma" else None
            if topic is not None and not topic.links - {"subject", "topic"}:
                self.topic = topic  # headlines: "AMLO, nangangakong …"
            return
        told = reports(self.pred, self.concepts)
        if self.items[at].sort == "comma" and told and self._speaks_after():
            return
        self.inherited = previous
        self.pred.matrix = previous.matrix
        nested = previous.form in {"rel", "comp", "quote", "inf"} and self.items[at].sort == "coord"
        self.pred.form = previous.form if nested else "coord"

    def _opening_noun(self, previous: Pred | None, at: int) -> Item | None:
        """Find the noun that opens the sentence where only clauses about it stand before the verb (headlines)."""
        first = next((i for i in self.items[:at] if i.kind in {"np", "verb"}), None)
        if previous is None or self.items[at].sort != "comma" or first is None or first.sort not in PERSONAL:
            return None
        told = any(p.form in {"main", "coord"} and first in (p.subject, p.object) for p in self.before)
        marked = first.links - {"subject", "topic"} or not any(i.sort in {"rel", "comp"} for i in self.items[:at])
        return None if told or marked else first

    def _speaks_after(self) -> bool:
        following = self.items[self.pred.index + 1 : self.pred.index + 3]
        return any(i.kind == "np" and i.sort in PERSONAL for i in following)

    def _after_noun(self, at: int) -> None:
        """Read a noun right before the verb: linked to it ("taripang ipinataw"), its topic, or the object of a report."""
        noun = self.items[at]
        head = self._head(at)
        if noun.sort == "pron" and not noun.links and self.facts.affixed("linker", noun.text):
            previous = nearest_before(self.before, at)
            if previous is not None:
                self._hang(previous)  # "susubukan niyang patalsikin" = he will try to remove
                return
        marked = any(i.sort == "aux" and i.means("topic") for i in self.items[at + 1 : self.pred.index])
        if not marked and self.facts.affixed("linker", noun.text) and self.pred.index == at + 1:
            self.pred.form, self.described = "rel", noun
            return
        self.topic = head
        previous = nearest_before(self.before, at)
        if previous is None or head is None:
            return
        opener = next((i for i in reversed(self.items[previous.index + 1 : head.index]) if i.sort in WALLS), None)
        if opener is not None and opener.sort in {"rel", "comp"}:
            self._hang(previous if self._carries(previous, opener.index) else previous.matrix or previous)
            self.pred.form = "comp"
        elif opener is not None and opener.sort == "sub":
            self._subordinate(opener)
        elif opener is None and not marked and not self._parted(previous.index, head.index):
            self.topic = None
            if head in (previous.subject, previous.object) or head in previous.obliques:
                self.pred.form = "part"

    def _parted(self, first: int, last: int) -> bool:
        return any(i.sort in {"comma", "coord", "contrast", "break"} for i in self.items[first + 1 : last])

    def _clause_start(self, at: int) -> int:
        return next((i.index for i in reversed(self.items[:at]) if i.sort in WALLS | {"comma", "coord"}), -1)

    def _head(self, at: int) -> Item | None:
        """Find the head of the chain of noun phrases that ends at an item ("ang pangulo ng bansa sa Asya")."""
        found: Item | None = None
        while at >= 0:
            item = self.items[at]
            if item.kind == "np":
                found = item
                if not item.links or item.links & {"subject", "topic"}:
                    break
            elif item.sort not in {"link", "hyphen", "aux", "time"} and item.kind != "gap":
                break
            at -= 1
        return found

    def _noun_before(self, at: int) -> Item | None:
        """Find the noun that a linked clause describes: the last one, or the one the last one belongs to."""
        found: Item | None = None
        while at >= 0:
            item = self.items[at]
            if item.kind == "np":
                found = item
                named = item.draft is not None and bool(item.draft.persons or item.draft.names)
                if named or not item.links or not item.links <= {"of", "poss"}:
                    break
            elif item.sort not in {"link", "hyphen", "time"} and item.kind != "gap":
                break
            at -= 1
        return found


def reports(pred: Pred, concepts: Concepts) -> bool:
    """Tell whether a verb tells what is said or thought."""
    return concepts.acts[pred.act].kind in CARRIERS
