"""Tell which role heads an actor phrase, what kind of actor it is and for which sector it stands."""

from dragoman.actors.items import Draft
from dragoman.actors.posts import sector_on
from dragoman.packs.schema import Concepts, Facts
from dragoman.packs.world import World


class Heads:
    """Knows the heads of actor phrases in one article."""

    def __init__(self, world: World, concepts: Concepts, facts: Facts, published: str | None) -> None:
        self.world, self.concepts, self.facts, self.published = world, concepts, facts, published

    def role(self, draft: Draft) -> str:
        """Choose the role that heads the phrase: the last one where qualifiers come before, the first where after."""
        outer = [r for r, at in draft.roles if at >= 0] or [r for r, _ in draft.roles]
        if not outer:
            return ""
        persons = [r for r in outer if self.concepts.roles[r].kind in {"person", "relation", "group"}]
        if self.facts.qualifier == "before":
            return outer[-1]
        if self.facts.cases and self.facts.order == "svo":
            return outer[0]  # ru "партия президента" = the party of the president
        return persons[0] if persons else outer[0]

    def kind(self, draft: Draft) -> str:
        """Name the kind of the head: person, group, organ or relation; "" where no role heads the phrase."""
        head = self.role(draft)
        role = self.concepts.roles.get(head) if head else None
        return role.kind if role else ""

    def sector(self, head: str, draft: Draft) -> str | None:
        """Return the sector of a role; roles of a body take that of the body beside them."""
        role = self.concepts.roles.get(head)
        if role is None:
            return None
        if role.sector != "of":
            return role.sector if role.sector.isupper() else "GOV"
        for other, _ in draft.roles:
            nested = self.concepts.roles[other]
            if other != head and nested.sector.isupper() and nested.kind in {"organ", "group"}:
                return nested.sector
        for other in draft.orgs:
            organ = self.world.organizations.get(other)
            if organ is not None:
                return None if organ.code == "UNO" else sector_on(organ, self.published) or "GOV"
        for other, _ in draft.roles:
            if other != head and self.concepts.roles[other].sector.isupper():
                return self.concepts.roles[other].sector
        return "GOV"
