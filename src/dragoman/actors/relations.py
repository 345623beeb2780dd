"""Resolve those who are named by what they are to another: the two sides, a neighbour, an ally, a counterpart."""

from collections.abc import Sequence

from dragoman.actors.antecedents import Antecedents, nearest
from dragoman.actors.entities import Entities
from dragoman.actors.home import Home, country_name, is_country
from dragoman.actors.introduced import Introduced
from dragoman.actors.items import Draft, Item
from dragoman.packs.schema import Concepts
from dragoman.packs.world import World
from dragoman.records import Entity

RELATIVE = frozenset({"neighbour", "ally", "counterpart"})
OFFICIAL = frozenset({"GOV", "MIL", "LEG", "COP", "JUD", "SPY", None})
PAIRS = frozenset(
    ("side government state people-of military head-of-state foreign-minister president defence-minister").split()
)

NEAR = 3
"""How near a comma stands before "both" that takes up those just named."""


class Relations:
    """Resolves the relations of one article; remembers whose counterpart somebody is."""

    def __init__(self, entities: Entities) -> None:
        self.world: World = entities.world
        self.concepts: Concepts = entities.concepts
        self.entities = entities
        self.home: Home = entities.home
        self.introduced: Introduced = entities.introduced
        self.antecedents: Antecedents = entities.antecedents
        self.opposite: dict[str, Entity] = {}

    def pair(self, head: str, item: Item, draft: Draft, items: Sequence[Item]) -> tuple[Entity, ...]:
        """Take "both sides" and the like for the two countries just named or most spoken of; () where they are not meant."""
        both = draft.plural or draft.quantity or head == "side"
        if head not in PAIRS or not both or draft.countries or draft.persons or draft.names:
            return ()
        if (head == "people-of" and not item.definite) or _more_than_two(item):
            return ()
        codes = list(dict.fromkeys(reversed(self.antecedents.countries)))
        here = _sides_before(items, item)
        ranked = here if len(here) == 2 else sorted(codes[:4], key=lambda c: -self.home.votes[c])[:2]
        role = self.concepts.roles[head]
        sector = role.sector if role.sector.isupper() and head != "people-of" else "GOV"
        named = tuple(Entity(c, sector, item.text, country_name(self.world, c)) for c in ranked)
        return named if len(named) == 2 else ()

    def relative_role(self, head: str, item: Item, items: Sequence[Item]) -> tuple[Entity, ...]:
        """Find who is the neighbour, ally or counterpart of the actor before the phrase."""
        draft = item.draft
        assert draft is not None
        before = self._official(items, item) if head == "counterpart" else nearest(items, item)
        own = before.code if before is not None else None
        if head == "counterpart":
            known = self._met_before(item, items, draft, own)
            if known is not None:
                item.how = f"the counterpart met before: {known.text}"
                return (Entity(known.code, known.sector, item.text, known.name, known.office, known.key),)
        code = next((c for c in self.home.countries_in(draft)), None) or self._other_country(own)
        sector = before.sector if head == "counterpart" and before else "GOV"
        entity = self.entities.entity(item, items, draft, None) if draft.persons else None
        if entity is None:
            entity = Entity(code, sector, item.text, " ".join(draft.names) or country_name(self.world, code), head)
            self.introduced.register(draft, entity)
        if head == "counterpart" and before is not None and before.code and entity.code and before.code != entity.code:
            self.opposite[before.code], self.opposite[entity.code] = entity, before
        item.how = f"{head} of {own or 'the subject'}"
        return (entity,) if entity.code else ()

    @staticmethod
    def _official(items: Sequence[Item], item: Item) -> Entity | None:
        """Take whose counterpart somebody may be: the nearest, but no rebel or crowd where an official stands before."""
        near = nearest(items, item)
        if near is None or near.sector in OFFICIAL:
            return near
        before = [e for i in items if i.start < item.start for e in i.entities if e.office and e.sector in OFFICIAL]
        return before[-1] if before else near

    def _met_before(self, item: Item, items: Sequence[Item], draft: Draft, own: str | None) -> Entity | None:
        """Find whom an unnamed counterpart was told to be before in the article."""
        if draft.persons or draft.names or draft.countries:
            return None
        named = (e.code for o in items if (e := self._foreseen(o)) is not None and o is not item)
        speaker = own or next(named, None)
        return self.opposite.get(speaker) if speaker is not None else None

    def _other_country(self, than: str | None) -> str | None:
        """Return the country last spoken of that is not `than`."""
        for code in reversed(self.antecedents.countries):
            if code != than:
                return code
        for code, _ in self.home.votes.most_common():
            if code != than and is_country(code):
                return code
        return None

    def _foreseen(self, item: Item) -> Entity | None:
        """Return what a name later in the sentence stands for, if the article has introduced it."""
        return self.introduced.registered(item.draft) if item.draft is not None and item.draft.names else None


def _more_than_two(item: Item) -> bool:
    """Tell whether a phrase is of others or counts more than two ("other nations", "more than 50 countries")."""
    return item.indefinite or any(word.isdigit() and int(word) > 2 for word in item.text.split())


def _sides_before(items: Sequence[Item], item: Item) -> list[str]:
    """List the countries of those who act or are acted upon before a phrase ("he phoned Merkel, and the two agreed")."""
    sides: dict[str, None] = {}
    before = [one for one in items if one.start < item.start]
    if not any(one.sort == "comma" or "connective" in one.feats for one in before[-NEAR:]):
        return []
    for one in before:
        if one.sort in {"actor", "pron"} and not one.owner and one.links != {"in"}:
            codes = [e.code for whole in (one, *one.members) for e in whole.entities]
            sides.update((code, None) for code in codes if is_country(code) and code is not None)
    return list(sides)
