"""Add a noun phrase to a sentence with the links that its adposition, its case or its place give it."""

from dragoman.actors.appositions import Appositions
from dragoman.actors.chunking import Chunking, compounds
from dragoman.actors.items import Item
from dragoman.packs.lexicon import NONE, Feats
from dragoman.packs.schema import Facts


class Placing:
    """Adds noun phrases to the items of one sentence."""

    def __init__(self, chunking: Chunking) -> None:
        self.units, self.facts, self.items, self.chunking = chunking.units, chunking.facts, chunking.items, chunking
        self.compounds, self.appositions = compounds(chunking.facts), Appositions(chunking)

    def place(self, item: Item) -> None:
        """Add a noun phrase with the links its adposition, case or place give it; join appositions."""
        passed, marker = self._mark(item), self.chunking.marker
        bare = item.sort == "actor" and not item.links and not item.owner
        last = self.chunking.last
        marked = (
            self.facts.cases and self.facts.capitals
        )  # ar "عن مقتل خمسة جنود": no case tells, and the noun is whose
        if bare and marked and item.draft is not None and item.draft.quantity:
            # ru: "задержал в городе четырех человек": the genitive is the number's; but "критику трех сенаторов"
            bare = last is None or last.marker is None
        if bare and self.facts.qualifier != "before" and self._is_adjective_beside(item):
            self.items.append(Item("gap", "mod", item.start, item.end, item.text))
            self.chunking.clear()
            return
        if "dat" in item.feats and self.facts.affixed("belonging", item.text):
            item.links, item.how = frozenset({"of"}), "what stands before it belongs to it"
        if item.sort in {"thing", "act"} and not item.links and self._in_construct(item):
            item.links, item.how = frozenset({"of"}), "stands beside the act it belongs to"
        self.chunking.clear()
        if passed:
            self.chunking.pending, self.chunking.marker = passed, marker
        self.appositions.name_back(item)
        if not self.appositions.apposition(item) and not self.appositions.named_beside(item):
            self.items.append(item)

    def _mark(self, item: Item) -> frozenset[str]:
        """Give a phrase the links that its adposition or case bears; return those that go on to the noun it qualifies."""
        pending = self.chunking.pending
        if {"of", "subject"} <= pending and self._behind_noun():
            pending = frozenset({"of"})  # it: "la posizione degli Stati Uniti"; "degli agenti" may be "some" elsewhere
        if pending:
            item.links, item.marker = _by_case(pending, item.feats), self.chunking.marker
            if not item.owner:
                return NONE
            coverb = len(self.items) < 2 or self.items[-1].sort != "link" or self.items[-2].kind != "verb"
            # zh: 对美国的做法: what marks 美国 marks 做法; "on Chinese goods"
            return pending if (self.facts.coverbs and coverb) or self.compounds else NONE
        if item.links:
            return NONE
        if (self.facts.coverbs and self._marked_before(item)) or (self.compounds and self._compounded(item)):
            # zh: 向乌克兰海军三艘舰艇开火; "on a school bus"
            item.links, item.marker = self.items[-1].links, self.items[-1].marker
        else:
            item.links = case_links(self.facts, item)
        return NONE

    def _behind_noun(self) -> bool:
        """Tell whether the adposition at hand stands right behind the noun phrase that opens a sentence.

        Behind a verb it may open an object: fr "a livré à Kiev des missiles" = delivered missiles to Kyiv.
        """
        marker = self.chunking.marker
        last = next((i for i in reversed(self.items) if i.sort != "link"), None)
        if last is None or marker is None or last.kind != "np" or last.end + 1 != marker.start:
            return False
        return not any(i.kind == "verb" for i in self.items) and (not last.links or "of" in last.links)

    def _is_adjective_beside(self, item: Item) -> bool:
        """Link a bare actor to the noun it stands beside and qualifies; tell whether it is only that noun's adjective."""
        last, draft = self.chunking.last, item.draft
        demonym = draft is not None and draft.demonym
        if self.facts.order == "vso" and last is not None and last.sort == "thing" and last.end + 1 == item.start:
            if draft is not None and demonym and not draft.roles:
                draft.people = False  # ar: "طائرتين هنديتين" = two Indian aircraft, no Indians
        absolute = self.facts.order == "vso" and last is not None and "definite" in last.feats and not demonym
        noun = last if last is not None and last.kind == "np" and last.sort in {"thing", "act"} else None
        if noun is not None and noun.end + self.facts.spaced == item.start and not absolute:
            if self._only_adjective(item):
                return True
            adjective = draft is not None and demonym and not (draft.people or draft.roles)
            item.links = frozenset({"poss"} if adjective and noun.sort == "act" else {"of"})
            item.how = "stands beside the noun it qualifies"
        elif self.facts.qualifier == "after" and self._qualifies_stranger(item):
            item.links, item.how = frozenset({"of"}), "stands beside the word it qualifies"
        return False

    def _marked_before(self, item: Item) -> bool:
        """Tell whether a thing stands right behind a noun that a coverb marks and that only says whose or how much it is."""
        last = self.items[-1] if self.items else None
        if last is None or last.kind != "np" or last.marker is None or item.sort != "thing":
            return False
        return last.end == item.start and bool(last.links & {"to", "on", "with", "object", "by"})

    def _compounded(self, item: Item) -> bool:
        """Tell whether a noun stands right behind another with nothing of its own before it."""
        last = self.items[-1] if self.items else None
        if last is None or last.kind != "np" or last.sort not in {"thing", "act", "other"} or last.marker is None:
            return False
        return item.sort in {"thing", "act"} and item.head.start == item.start and last.end + 1 == item.start

    def _in_construct(self, item: Item) -> bool:
        """Tell whether a noun belongs to the governed act noun right before it (ar "على نفي الاتهام" = on denying it)."""
        last = self.items[-1] if self.items else None
        if last is None or last.sort != "act" or "definite" in last.feats or self.facts.qualifier != "after":
            return False
        if self.facts.order == "sov":  # fa: "پیشنهاد گفت‌وگو داد" = made an offer of talks
            return last.end + 1 == item.start and not last.owner
        if self.facts.order != "vso" or not last.links:
            return False
        return all(u.has("det") for u in self.units if last.end < u.start < item.start)

    def _qualifies_stranger(self, item: Item) -> bool:
        """Tell whether an actor qualifies the unknown noun before it (id: "bahwa nama negara itu" = that its name)."""
        if len(self.items) < 2:
            return False
        before, last = self.items[-2], self.items[-1]
        sorts = {"unknown"} if self.facts.capitals else {"unknown", "opaque"}
        beside = last.kind == "gap" and last.sort in sorts and last.end + 1 == item.start
        if not beside or not (before.sort in {"comp", "link", "coord"} or before.kind == "verb"):
            return False
        if self.facts.capitals:
            return last.text[0].islower()
        named = item.draft is not None and (item.draft.names or item.draft.persons)
        marked = self.facts.affixed("article", last.text) or self.facts.affixed("adverb", last.text) or " " in last.text
        return self.facts.order == "vso" and not named and not marked  # ar: "أثار موقف واشنطن" = Washington's stance

    def _only_adjective(self, item: Item) -> bool:
        """Tell whether a bare role word beside a noun is its adjective (es "conversaciones militares" = military talks)."""
        draft, unit = item.draft, next((u for u in self.units if u.start == item.start), None)
        if draft is None or unit is None or unit.end != item.end or unit.cap or self.facts.order not in {"svo", "sov"}:
            return False
        named = draft.countries or draft.persons or draft.names or draft.orgs
        return bool(draft.roles) and not named and unit.has("mod")


def case_links(facts: Facts, item: Item) -> frozenset[str]:
    """List the links that the features of a noun phrase bear: its cases and the particles glued to it."""
    cases = facts.cases
    links: set[str] = set()
    for feature in item.feats:
        if feature in cases:
            links.update(cases[feature].split())
        elif feature in {"subject", "object", "topic", "to", "with", "from", "in", "of", "by", "about", "as", "for",
                         "against", "through", "until", "between", "on", "dative", "and"}:  # fmt: skip
            links.add(feature)
    return frozenset(links)


def _by_case(links: frozenset[str], feats: Feats) -> frozenset[str]:
    """Choose the links an adposition bears with this case ("with@ins from@gen"); all of them where no case tells."""
    if not any("@" in link for link in links):
        return links
    split = [link.partition("@") for link in links]
    chosen = frozenset(link for link, _, case in split if not case or case in feats)
    return chosen or frozenset(link for link, _, _ in split)
