"""Arguments where the verb stands first and its focus tells which role the marked noun plays (Filipino).

"Inaresto ng pulisya ang lalaki": object focus, the noun with `ang` is whom, the noun with `ng` who; "Umatake ang hukbo sa
bayan": actor focus, the noun with `ang` is who.
"""

from collections.abc import Sequence

from dragoman.actors.items import Item
from dragoman.clauses.predicate import Pred, nearest_before
from dragoman.packs.schema import Concepts, Facts

WALLS = frozenset({"rel", "comp", "sub", "break", "quote-open", "quote-close", "stop", "source", "contrast"})
IDLE = frozenset({"aux", "neg", "time", "sequence", "hyphen", "mark"})
CARRIERS = frozenset({"speech", "mental"})
CARRYING = frozenset({"addressed", "speech"})
PERSONAL = frozenset({"actor", "pron"})
SUFFERED = frozenset({"arrest", "kill", "wound", "deport", "convict", "charge", "dismiss", "abduct", "execute", "die"})


def attach_by_focus(items: Sequence[Item], verbs: list[Pred], facts: Facts, concepts: Concepts) -> None:
    """Give every verb its arguments by focus and markers, and its place among the clauses of the sentence."""
    _own_pronouns(items, facts)
    told: dict[int, Item] = {}
    for number, pred in enumerate(verbs):
        clause = _Clause(items, pred, verbs[:number], facts, concepts, told)
        clause.open()
        clause.read_right(verbs[number + 1 :])
        clause.settle()


def _own_pronouns(items: Sequence[Item], facts: Facts) -> None:
    """Give a genitive pronoun behind a noun to that noun ("ang hiling nito" = its request)."""
    for before, item in zip(items, items[1:], strict=False):
        if item.sort != "pron" or item.links or not facts.affixed("agent", item.text.lower()):
            continue
        stranger = before.kind == "gap" and before.index > 0 and items[before.index - 1].sort == "link"
        if (before.kind == "np" and before.sort != "pron") or stranger:
            item.links = frozenset({"of"})


class _Clause:
    """One verb with what its sentence offers it: topic before it, `ang`, `ng` and other marked nouns after it."""

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
        return self.items[at].sort == "quote-open" and at > 0 and self.items[at - 1].sort in IDLE | {"rel", "comp", "pron"}

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
        told = _told(self.pred, self.concepts)
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

    # -- to the right --------------------------------------------------------------------------------------

    def read_right(self, later: Sequence[Pred]) -> None:
        """Sort the marked nouns behind the verb, up to the next clause."""
        last: Item | None = None
        for item in self.items[self.pred.index + 1 :]:
            if item.sort == "time":
                self.pred.times.append(item)
            elif item.kind == "np":
                if self._foreign(item, later):
                    break
                self._sort(item, last)
                last = item
            elif item.kind == "gap" and self.items[item.index - 1].sort == "link" and item.sort == "unknown":
                last = item  # a noun no list knows, with a marker of its own
                self.whole = self.whole or "subject" in self.items[item.index - 1].links
            elif item.kind == "verb":
                if item.index == self.pred.index + 1 or self._cleft_ahead(item):
                    break
                break
            elif item.sort == "comma" and (self.focused is not None or last is not None):
                if not self._goes_on(item.index):
                    self._resume(item.index)
                    break
            elif item.sort in {"rel", "comp"} and self._enclitic(item):
                continue
            elif item.sort in {"rel", "comp"}:
                self._resume(item.index)
                break
            elif item.sort in WALLS or item.sort in {"coord", "bracket-open"}:
                break

    def _resume(self, at: int) -> None:
        """Find behind what describes a noun the argument still owed ("Hinimok ng US, na …, si Yameen na …")."""
        if self.described is not None or self.topic is not None:
            return
        object_focus = "passive" in self.pred.feats
        owed = {"subject"} if self.focused is None and not self.whole else set()
        if not object_focus and self.other is None and self.focused is not None:
            owed.add("of")
        for comma, marker, noun in zip(self.items[at:], self.items[at + 1 :], self.items[at + 2 :], strict=False):
            if comma.sort in {"stop", "sub", "contrast", "break", "quote-open", "quote-close", "coord"} or not owed:
                return
            if comma.sort != "comma" or marker.sort != "link" or not marker.links & owed:
                continue
            if noun.kind != "np":
                self.whole = self.whole or "subject" in marker.links
                return
            if "subject" in marker.links and not self._renames(noun):
                self.focused = noun
                return
            if "of" in marker.links and noun.sort in {"thing", "act"}:
                self.other = noun
                return

    def _renames(self, noun: Item) -> bool:
        """Tell whether a noun behind a comma says who the agent is ("ni Putin, ang pangulo ng Russia, …")."""
        agent = self.agent
        if agent is None or not agent.entities or not noun.entities:
            return False
        return noun.entities[0].key is not None and noun.entities[0].key == agent.entities[0].key

    def _enclitic(self, item: Item) -> bool:
        """Tell whether "na" behind a verb means "already": a marker follows it."""
        following = self.items[item.index + 1] if item.index + 1 < len(self.items) else None
        return item.index == self.pred.index + 1 and following is not None and following.sort == "link"

    def _cleft_ahead(self, item: Item) -> bool:
        return self.items[item.index - 1].sort == "link"

    def _foreign(self, item: Item, later: Sequence[Pred]) -> bool:
        """Tell whether a noun is the topic of the next verb ("… ang X ay VERB"), not of this one."""
        following = self.items[item.index + 1 : item.index + 2]
        topic = bool(following) and following[0].sort == "aux" and following[0].means("topic")
        return topic and bool(later)

    def _goes_on(self, comma: int) -> bool:
        """Tell whether a noun with a marker of its own follows a comma: the clause is not over ("sa US ang grupo, …")."""
        following = self.items[comma + 1 : comma + 3]
        free = self.focused is None and self.described is None
        return free and bool(following) and following[0].sort == "link"

    def _sort(self, item: Item, last: Item | None) -> None:
        if item.sort == "pron" and not item.links:
            if last is None or last.sort == "pron":
                self._take_pronoun(item)
            return
        if item.owner:
            self.pred.owners.append(item)
        elif item.links & {"subject", "topic"}:
            if self.focused is None:
                self.focused = item
        elif "of" in item.links or (not item.links and last is None):
            self._genitive(item, last)
        elif item.links:
            self.pred.obliques.append(item)
        elif self.focused is None and last is None:
            self.other = item

    def _genitive(self, item: Item, last: Item | None) -> None:
        """A noun with `ng` right behind the verb is who acts (object focus) or what (actor focus); else it belongs to a noun."""
        object_focus = "passive" in self.pred.feats or _quotes(self.pred)
        named = item.sort in PERSONAL or (item.sort != "thing" and bool(item.entities))
        if object_focus and self.agent is None and (last is None or last.sort == "pron" or self._complete(last)):
            if named or (_told(self.pred, self.concepts) and last is None):
                self.agent = item
                return
        indefinite = item.sort in {"thing", "act"} or (item.draft is not None and item.draft.quantity)
        free = last is None or last is self.focused or (last is self.agent and last is not None)
        if self.other is None and free and (last is None or indefinite):
            self.other = item
        elif last is not None:
            self.pred.obliques.append(item)

    def _complete(self, last: Item) -> bool:
        """Tell whether nothing can belong to a noun any more: a person by name."""
        return last.draft is not None and bool(last.draft.persons)

    # -- who is who ----------------------------------------------------------------------------------------

    def _command(self) -> None:
        """Take an infinitive that nothing carries for a command ("Ikulong siya!")."""
        pred = self.pred
        bare = "infinitive" in pred.feats and not pred.feats & {"past", "present", "future"}
        if bare and pred.form in {"main", "coord"} and not pred.colours and self.agent is None and self.topic is None:
            pred.colours.add("imperative")

    def settle(self) -> None:
        """Turn focus and markers into subject and object."""
        self._command()
        pred = self.pred
        if pred.form == "rel" and self.described is not None and self.focused is not None:
            if self.focused.sort == "pron" and self.focused.index < pred.index:
                self.focused = None  # "na siyang nag-iimbestiga" = who is investigating
        if pred.form == "rel" and self.described is not None and self.focused is None:
            self.focused = self.described
        elif pred.form == "rel" and self.described is not None:
            self.agent = self.agent or self.described
        object_focus = pred.passive
        above = nearest_before(self.before, pred.index)
        if object_focus and pred.form == "sub" and self.focused is None and above is not None and not self.whole:
            self.focused = self.told.get(id(above))  # "naospital ang guwardiya matapos atakihin ng …": the guard
        if self.topic is not None:
            if self.focused is None:
                self.focused = self.topic
            elif object_focus and self.agent is None:
                self.agent = self.topic  # headlines: "Pelosi tinawag si Kavanaugh …"
        if self.focused is not None:
            self.told[id(pred)] = self.focused
        self._aim()
        if _quotes(pred):
            pred.subject, pred.object = self.agent or self.focused, None
            pred.passive = False
            return
        if not object_focus:
            pred.subject, pred.object = self.focused, self.other
            if pred.subject is None and self.agent is not None:
                pred.subject = self.agent
            self._take_over()
            return
        if self.other is not None and self.other.sort in {"thing", "act", "other"}:
            pred.things.append(self.other)
        if self.agent is None:
            self.agent = self._controller()
        if self.agent is None and not self._same_doer():
            pred.subject = self.focused
            return
        pred.passive = False
        pred.feats = pred.feats - {"passive"}
        pred.subject, pred.object = self.agent, self.focused
        self._take_over()

    def _aim(self) -> None:
        """Read `sa` behind a verb as to or on whom where the act is aimed at somebody, as where otherwise."""
        pred = self.pred
        if self.concepts.acts[pred.act].frame not in LOCAL or (pred.passive and self.agent is None):
            return
        whole = (self.focused is not None or self.whole) if pred.passive else self.other is not None
        telling = self.concepts.acts[pred.act].frame == "addressed"
        for item in pred.obliques:
            if {"to", "in", "on"} <= item.links and item.sort == "actor":
                item.links = frozenset({"in", "to"} if whole and not telling else {"to", "on"})
                break

    def _same_doer(self) -> bool:
        """Tell whether an object-focus verb without agent goes on about who acted before ("… at kinondena ang atake")."""
        before = self.inherited
        if before is None or before.subject is None or before.passive or self.pred.act in SUFFERED:
            return False
        return self.pred.act not in SUFFERED and before.subject.sort in PERSONAL

    def _take_over(self) -> None:
        pred, before = self.pred, self.inherited
        if pred.subject is None and before is not None and not before.passive:
            pred.subject = before.subject
        elif pred.subject is None and before is not None and before.object is not None:
            pred.subject = before.object if before.passive else None
        if pred.subject is None:
            pred.subject = self._controller()

    def _controller(self) -> Item | None:
        """Find who is to do what is asked, promised or begun: who is addressed, else who speaks."""
        pred, above = self.pred, self.pred.matrix
        if above is None or pred.form not in {"inf", "comp"}:
            return None
        carrier = self.concepts.acts[above.act]
        if carrier.kind == "act" and carrier.frame == "addressed" and above.act not in PROMISES:
            told = next((i for i in above.obliques if i.links & {"to", "on"} and i.sort in PERSONAL), None)
            return above.object or told
        if pred.form == "comp" and above.act not in PROMISES and carrier.kind != "aspect":
            return None
        if carrier.kind in CARRIERS and pred.act in SUFFERED:
            return None
        return above.subject


PROMISES = frozenset({"promise", "agree", "plan", "offer", "threaten", "refuse"})
LOCAL = frozenset({"addressed", "directed", "giving", "speech", "transitive", "measure"})
"""Frames of acts whose `sa` says to or on whom rather than where."""


def address(items: Sequence[Item], preds: Sequence[Pred], concepts: Concepts) -> None:
    """Sort what hangs from act nouns: at whom they are aimed, whose the things in them are, and who does them."""
    for pred in preds:
        if not pred.nominal:
            continue
        later = next((p.index for p in preds if p.nominal and p.index > pred.index), len(items))
        pred.obliques = [i for i in pred.obliques if i.index < later]
        for item in pred.obliques:
            before = next((i for i in reversed(items[: item.index]) if i.kind == "np"), None)
            if item.links <= {"of", "by"} and before in pred.things and before is not None and "on" in before.links:
                item.links = frozenset({"on"})  # "protesta sa kumperensiya ng partido": on the party's conference
            elif {"to", "in", "on"} <= item.links and item.sort == "actor" and item is pred.obliques[0]:
                if concepts.acts[pred.act].frame in LOCAL:
                    item.links = frozenset({"to", "on"})
        for item in pred.obliques[:1]:
            if item.links <= {"of", "by"} and item.sort in PERSONAL and pred.act not in SUFFERED | {"release"}:
                item.links = frozenset({"by", "poss"})  # "imbestigasyon ng FBI": whom one is done to bears `sa`
        verb = nearest_before([p for p in preds if not p.nominal], pred.index)
        if "through" in pred.item.links and verb is not None and verb.subject is not None and not pred.owners:
            pred.nominal, pred.form, pred.subject = False, "part", verb.subject  # "sa pamamagitan ng pagpapataw" = by imposing


TELLING = frozenset({"accuse", "allege", "promise", "agree", "threaten", "warn", "refuse", "reject", "order", "blame"})


def _told(pred: Pred, concepts: Concepts) -> bool:
    return concepts.acts[pred.act].kind in CARRIERS


def _quotes(pred: Pred) -> bool:
    """Tell whether the verb only reports, and has who speaks behind `ng` ("sabi ni", "giit ng")."""
    return "quote" in pred.feats
