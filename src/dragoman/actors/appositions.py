"""Join to one noun phrase what a comma or a bare neighbour tells of the same person ("Name, head of Body,")."""

from dragoman.actors.chunking import Chunking
from dragoman.actors.items import Draft, Item

BODIES = frozenset({"parliament", "senate", "committee", "court", "supreme-court", "ministry", "agency", "party"})


class Appositions:
    """Joins the noun phrases of one sentence that name the same person."""

    def __init__(self, chunking: Chunking) -> None:
        self.text, self.facts, self.items = chunking.text, chunking.facts, chunking.items

    def name_back(self, item: Item) -> None:
        """Give a name behind the body where an office is held to that office (vi "Đại sứ Mỹ tại LHQ Nikki Haley")."""
        if self.facts.qualifier != "after" or self.facts.order != "svo" or item.draft is None or len(self.items) < 2:
            return
        office, link = self.items[-2:]
        body, held = item.draft, office.draft
        if link.sort != "link" or not item.links & {"in", "to"} or held is None or office.sort != "actor":
            return
        placed = (body.orgs or body.countries or body.roles) and all(r in BODIES for r, _ in body.roles)
        named = held.names or held.persons or held.plural or held.quantity
        if placed and (body.names or body.persons) and held.roles and not named and body.roles != held.roles:
            held.names, held.persons, body.names, body.persons = body.names, body.persons, [], []

    def named_beside(self, item: Item) -> bool:
        """Join a known surname to the office before it over an unknown given name (ar "المتحدث ديمتري بيسكوف")."""
        if self.facts.order != "vso" or len(self.items) < 2 or item.draft is None or item.links:
            return False
        office, given = self.items[-2:]
        held = office.draft
        if given.sort != "unknown" or office.sort != "actor" or held is None or given.start != office.end + 1:
            return False
        bare = item.draft.persons and not (item.draft.roles or item.draft.countries or item.draft.title)
        if not bare or item.start != given.end + 1 or not held.roles or held.persons or held.plural or held.quantity:
            return False
        held.persons, office.end = item.draft.persons, item.end
        office.text = self.text[office.start : office.end]
        self.items.pop()
        return True

    def apposition(self, item: Item) -> bool:
        """Join "Name, head of Body," to the name before it."""
        if len(self.items) < 2 or self.items[-1].sort != "comma" or item.sort != "actor":
            return False
        first = self.items[-2]
        if first.kind != "np" or first.sort != "actor" or first.draft is None or item.draft is None or item.links:
            return False
        if first.marker is not None and first.links & {"topic", "subject", "object"}:
            return False  # ja "労組は、市議会が…": a particle has closed the phrase
        named, described = first.draft, item.draft
        if self._name_follows(named, described):
            return self._take_name(first, item)
        name_first = (named.names or named.persons) and not named.roles
        if not (name_first and described.roles and not (described.names or described.persons or described.plural)):
            return False
        named.roles = described.roles
        named.countries = named.countries or described.countries
        named.orgs = named.orgs or described.orgs
        named.former = named.former or described.former
        first.end = item.end
        first.text = self.text[first.start : first.end]
        self.items.pop()
        return True

    def _name_follows(self, described: Draft, named: Draft) -> bool:
        """Tell whether a bare name follows the office it belongs to ("the German chancellor, Olaf Scholz, …")."""
        bare = bool(named.names or named.persons) and not (named.roles or named.countries or named.orgs or named.plural)
        office = bool(described.roles) and not (
            described.names or described.persons or described.plural or described.quantity
        )
        return bare and office and len(named.names) != 1

    def _take_name(self, first: Item, item: Item) -> bool:
        """Join a name to the office before it."""
        assert first.draft is not None
        assert item.draft is not None
        first.draft.names, first.draft.persons = item.draft.names, item.draft.persons
        first.end = item.end
        first.text = self.text[first.start : first.end]
        self.items.pop()
        return True
