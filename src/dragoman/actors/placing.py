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
        passed = NONE
        if self.chunking.pending:
            item.links, item.marker = _by_case(self.chunking.pending, item.feats), self.chunking.marker
            coverb = len(self.items) < 2 or self.items[-1].sort != "link" or self.items[-2].kind != "verb"
            if self.facts.coverbs and item.owner and coverb:
                passed, marker = (
                    self.chunking.pending,
                    self.chunking.marker,
                )  # zh: 对美国的做法: what marks 美国 marks 做法
            elif self.compounds and item.owner:
                passed, marker = self.chunking.pending, self.chunking.marker  # "on Chinese goods"
        elif not item.links and self.facts.coverbs and self._marked_before(item):
            item.links, item.marker = self.items[-1].links, self.items[-1].marker  # zh: 向乌克兰海军三艘舰艇开火
        elif not item.links and self.compounds and self._compounded(item):
            item.links, item.marker = self.items[-1].links, self.items[-1].marker  # "on a school bus"
        elif not item.links:
            item.links = case_links(self.facts, item)
        if self.facts.qualifier != "before" and item.sort == "actor" and not item.links and not item.owner:
            last = self.items[-1] if self.items else None
            if self.facts.order == "vso" and last is not None and last.sort == "thing" and last.end + 1 == item.start:
                if item.draft is not None and item.draft.demonym and not item.draft.roles:
                    item.draft.people = False  # ar: "طائرتين هنديتين" = two Indian aircraft, no Indians
            absolute = (
                self.facts.order == "vso"
                and last is not None
                and "definite" in last.feats
                and not (item.draft is not None and item.draft.demonym)
            )
            if (
                last is not None
                and last.kind == "np"
                and last.sort in {"thing", "act"}
                and last.end + self.facts.spaced == item.start
                and not absolute
            ):
                if self._only_adjective(item):
                    self.items.append(Item("gap", "mod", item.start, item.end, item.text))
                    self.chunking.clear()
                    return
                demonym = item.draft is not None and item.draft.demonym and not item.draft.people
                item.links = frozenset({"poss"} if demonym and last.sort == "act" else {"of"})
                item.how = "stands beside the noun it qualifies"
            elif self.facts.qualifier == "after" and self._qualifies_stranger(item):
                item.links = frozenset({"of"})
                item.how = "stands beside the word it qualifies"
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
        beside = last.kind == "gap" and last.sort == "unknown" and last.text[0].islower() and last.end + 1 == item.start
        return beside and (before.sort in {"comp", "link"} or before.kind == "verb")

    def _only_adjective(self, item: Item) -> bool:
        """Tell whether a bare role word beside a noun is its adjective (es "conversaciones militares" = military talks)."""
        draft, unit = item.draft, next((u for u in self.units if u.start == item.start), None)
        if draft is None or unit is None or unit.end != item.end or unit.cap or self.facts.order != "svo":
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
