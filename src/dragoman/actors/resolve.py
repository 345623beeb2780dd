"""Turn the drafts of an article's noun phrases into entities, in reading order: people by the post they held on the day,
roles with their country, names introduced earlier, pronouns and descriptions."""

from collections.abc import Sequence

import msgspec

from dragoman.actors.antecedents import Antecedents
from dragoman.actors.entities import Entities
from dragoman.actors.heads import Heads
from dragoman.actors.home import Home, country_name
from dragoman.actors.introduced import Introduced
from dragoman.actors.items import Item
from dragoman.actors.relations import RELATIVE, Relations
from dragoman.packs.schema import Concepts, Facts
from dragoman.packs.world import World
from dragoman.records import Entity

CROWDS = ("protest", "rally")


class Resolver:
    """Resolves one article. Feed it the items of each sentence in order."""

    def __init__(
        self, world: World, concepts: Concepts, facts: Facts, published: str | None, outlet: str | None = None
    ) -> None:
        self.world = world
        self.heads = Heads(world, concepts, facts, published)
        self.home, self.introduced = Home(world, published, outlet), Introduced(facts)
        self.antecedents = Antecedents(self.heads)
        self.entities = Entities(self.heads, self.home, self.introduced, self.antecedents)
        self.relations = Relations(self.entities)

    def vote(self, sentences: Sequence[Sequence[Item]]) -> None:
        """Count what country the article is about; its unnamed police, ministers and courts are that country's."""
        self.home.vote(sentences)

    def resolve(self, items: Sequence[Item]) -> None:
        """Give every noun phrase of a sentence its entities."""
        self.antecedents.begin_sentence()
        self.entities.sentence_start = items[0].start if items else 0
        for item in [one for whole in items for one in (whole, *whole.members)]:
            if item.kind == "np" and item.sort == "act" and any(item.means(act) for act in CROWDS):
                # "troops fired on a demonstration": on those who demonstrate
                item.crowd = True
                item.entities = (
                    (Entity(self.home.code, "CVL", item.text, None, "protester"),) if item.draft is None else ()
                )
            if item.kind == "gap" and item.draft is not None:
                self._recall(item)
            if item.kind != "np" or item.draft is None:
                continue
            if item.sort == "pron":
                item.entities = self.antecedents.pronoun(item, items)
                continue
            if item.sort in {"thing", "act", "other"}:
                if item.draft.possessive:
                    item.entities = self.antecedents.possessor(item.draft.possessive, item, items)
                continue
            item.entities = self._actor(item, items)
            self.antecedents.remember(item)
        self._list_named(items)
        for whole in items:
            for member in whole.members if len(whole.entities) == 1 else ():
                self._same_country(whole.entities[0], member)

    def _list_named(self, items: Sequence[Item]) -> None:
        """Let those listed after "including" or "such as" stand for the plural they exemplify ("neighbours including …")."""
        for group, sign, named in zip(items, items[1:], items[2:], strict=False):
            if group.sort != "actor" or group.draft is None or not group.draft.plural or group.draft.countries:
                continue
            if sign.sort == "link" and named.links == {"like"} and named.sort == "actor" and not named.owner:
                listed = (*named.entities, *(e for member in named.members for e in member.entities))
                group.entities = tuple(e for e in listed if e.code) or group.entities

    def _same_country(self, first: Entity, member: Item) -> None:
        """Give the second of two joined descriptions the country of the first ("Turkish soldiers and police")."""
        if len(member.entities) != 1 or first.code is None or first.sector is None or first.sector == "REF":
            return
        one = member.entities[0]
        supplied = member.how.startswith("country of the") or (
            one.code is None and one.sector not in {None, "REF", "BUS"}
        )
        if supplied and one.name is None:
            member.entities = (msgspec.structs.replace(member.entities[0], code=first.code),)
            member.how = f"of the same country as {first.text}"

    def _recall(self, item: Item) -> None:
        """Take an unknown word for a name where the article has introduced it without the particle glued to it here."""
        assert item.draft is not None
        name = self.introduced.within(item.draft.names[0])
        if name is not None:
            item.kind, item.sort, item.draft.names = "np", "actor", [name]

    def _actor(self, item: Item, items: Sequence[Item]) -> tuple[Entity, ...]:
        """Name whom an actor phrase stands for: one entity, both of a pair, or all states of a joint name."""
        draft = item.draft
        assert draft is not None
        head = self.heads.role(draft)
        if head in RELATIVE:
            return self.relations.relative_role(head, item, items)
        if pair := self.relations.pair(head, item, draft, items):
            item.how = "the two just named or most spoken of"
            return pair
        joined = next((c.split("+") for c in draft.countries if "+" in c), ())
        if joined:
            sector = self.heads.sector(head, draft) if head else "GOV"
            return tuple(Entity(code, sector, item.text, country_name(self.world, code)) for code in joined)
        entity = self.entities.entity(item, items, draft, head)
        return (entity,) if entity is not None else ()
