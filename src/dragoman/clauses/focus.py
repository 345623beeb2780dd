"""Arguments where the verb stands first and its focus tells which role the marked noun plays (Filipino).

"Inaresto ng pulisya ang lalaki": object focus, the noun with `ang` is whom, the noun with `ng` who; "Umatake ang hukbo sa
bayan": actor focus, the noun with `ang` is who.
"""

from collections.abc import Sequence

from dragoman.actors.items import Item
from dragoman.clauses.focus_nouns import LOCAL, SUFFERED, own_pronouns
from dragoman.clauses.focus_opening import CARRIERS, PERSONAL, WALLS, Opening, reports
from dragoman.clauses.predicate import Pred, nearest_before
from dragoman.packs.schema import Concepts, Facts

PROMISES = frozenset({"promise", "agree", "plan", "offer", "threaten", "refuse"})


def attach_by_focus(items: Sequence[Item], verbs: list[Pred], facts: Facts, concepts: Concepts) -> None:
    """Give every verb its arguments by focus and markers, and its place among the clauses of the sentence."""
    own_pronouns(items, facts)
    told: dict[int, Item] = {}
    for number, pred in enumerate(verbs):
        clause = _Clause(items, pred, verbs[:number], facts, concepts, told)
        clause.open()
        clause.read_right(verbs[number + 1 :])
        clause.settle()


class _Clause(Opening):
    """One verb with what its sentence offers it: topic before it, `ang`, `ng` and other marked nouns after it."""

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
        """Take a noun with `ng` right behind the verb for who acts (object focus) or what, else for a noun.s owner."""
        object_focus = "passive" in self.pred.feats or _quotes(self.pred)
        named = item.sort in PERSONAL or (item.sort != "thing" and bool(item.entities))
        if object_focus and self.agent is None and (last is None or last.sort == "pron" or self._complete(last)):
            if named or (reports(self.pred, self.concepts) and last is None):
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


def _quotes(pred: Pred) -> bool:
    """Tell whether the verb only reports, and has who speaks behind `ng` ("sabi ni", "giit ng")."""
    return "quote" in pred.feats
