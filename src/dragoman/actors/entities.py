"""Compose the entity of an actor phrase: a person by the post held on the day, a role with its country, a body, a name."""

from collections.abc import Sequence

from dragoman.actors.antecedents import Antecedents, agent
from dragoman.actors.heads import Heads
from dragoman.actors.home import COUNTRY_CODES, SUPRANATIONAL, Home, country_name
from dragoman.actors.introduced import Introduced
from dragoman.actors.items import Draft, Item
from dragoman.actors.posts import elected_on, post_on, sector_on
from dragoman.packs.world import Occupancy, Person
from dragoman.records import Entity

PARTS = frozenset({"rel", "sub", "comp", "break", "quote-open", "quote-close"})
"""What opens another clause: a place beyond it is not where somebody is."""
LOCAL = frozenset({"CVL", "COP", "LAB", "EDU", "MED", "AGR"})
"""Sectors of people who act where they live; soldiers and ministers travel."""
STATE = frozenset({"GOV", "MIL", "LEG", "JUD", "COP"})
SENT = frozenset({"ambassador", "representative"})
HOME_ONLY = frozenset({"LEG", "JUD", "OPP", "PTY"})
"""Whose president is their own country's ("the senator urged the president")."""


OF_STATE = frozenset({"GOV", "LEG", "MIL", "COP", "SPY"})
"""Sectors that one belongs to only as long as the post is held."""
COURTESY = frozenset({"president", "head-of-state", "prime-minister", "chancellor", "general", "senator", "lawmaker"})
"""Titles that are kept for life; whoever else is called by one holds it, whatever the list of posts knows."""
WITHOUT_COUNTRY = frozenset({"refugee", "media-organ", "aid-agency", "expert"})


class Entities:
    """Composes the entities of one article."""

    def __init__(self, heads: Heads, home: Home, introduced: Introduced, antecedents: Antecedents) -> None:
        self.world, self.concepts, self.facts, self.published = (
            heads.world, heads.concepts, heads.facts, heads.published,
        )  # fmt: skip
        self.heads, self.home, self.introduced, self.antecedents = heads, home, introduced, antecedents
        self.sentence_start = 0

    def entity(self, item: Item, items: Sequence[Item], draft: Draft, head: str | None) -> Entity | None:
        """Compose the entity of a phrase."""
        text = item.text
        if draft.persons:
            return self._person(draft, head, text)
        known = self.introduced.registered(draft)
        if known is not None and not (head and draft.countries):
            return Entity(known.code, known.sector, text, known.name, known.office, known.key)
        name = " ".join(draft.names) or None
        if head:
            return self._with_role(item, items, draft, head, name)
        if draft.orgs:
            return self._organ(draft, text)
        if draft.media:
            medium = self.world.media.get(draft.media[-1])
            return Entity(
                medium.country if medium else None, "JRN", text, medium.name if medium else None, None, draft.media[-1]
            )
        if draft.countries and not draft.names:
            code = draft.countries[-1]
            return Entity(code, "CVL" if draft.people else "GOV", text, country_name(self.world, code), None, code)
        if draft.places and not draft.names:
            return Entity(draft.places[-1][0], None, text, draft.places[-1][1], "place")
        if name and not (len(draft.names) == 1 and item.start == self.sentence_start):
            # a lone capital at the beginning of a sentence is a name only where the article has introduced it
            home = draft.countries[0] if draft.countries else None
            return Entity(home, None, text, name, None, f"name:{name}")
        return None

    def _person(self, draft: Draft, head: str | None, text: str) -> Entity:
        """Compose a person of the world by the post held on the day, and remember the name."""
        person = self.world.people[draft.persons[-1 if self.facts.qualifier == "before" else 0]]
        post, current = post_on(person, self.published)
        if not current and (coming := elected_on(person, self.published)) is not None:
            post, current = coming, True
        office = post.office if post else None
        code, sector = self._standing(person, post)
        stated = self.concepts.roles.get(head or "")
        undated = self.published is None and stated is not None
        called = stated is not None and stated.kind == "person" and not draft.former and head not in COURTESY
        if post and not current and not undated and sector in OF_STATE and not called:
            sector = "ELI"
        if stated is not None and stated.kind in {"organ", "group", "relation"}:
            group = stated.sector if stated.sector.isupper() and len(stated.sector) == 3 else sector
            return Entity(code, group, text, person.name, head, f"{head}:{person.id}")
        if draft.former and (sector is None or sector in OF_STATE):
            sector = "ELI"
        elif stated is not None and sector is None:
            sector = self.heads.sector(head or "", draft)
        entity = Entity(code, sector, text, person.name, office, person.id)
        self._introduce(person, entity)
        if head and stated and stated.kind == "person":
            self.introduced.by_role[head] = entity
        if office:
            self.introduced.by_role.setdefault(office, entity)
        return entity

    def _standing(self, person: Person, post: Occupancy | None) -> tuple[str | None, str | None]:
        """Return the country a person speaks for and the sector: those of the post, and of the body it is in."""
        code = person.country
        role = self.concepts.roles.get(post.office if post else "")
        sector = role.sector if role and role.sector.isupper() else None
        if post and role and sector is None and post.of in self.world.countries:
            sector = "GOV"  # a spokesman of Russia, though he is named alone ("Peskov said")
        if post and post.of in self.world.organizations:
            organ = self.world.organizations[post.of]
            sent = post.office in SENT  # an ambassador to the United Nations speaks for his own country
            code = organ.code if organ.code in SUPRANATIONAL and not sent else code
            if role is None or not role.sector.isupper() or organ.governs is not None:
                sector = sector_on(organ, self.published)
            sector = None if organ.code == "UNO" and not sent else sector
        return code, sector

    def _introduce(self, person: Person, entity: Entity) -> None:
        """Remember a person by all the names the language knows."""
        self.introduced.add(person.name.split(), entity)
        for full in person.names[self.facts.code].full if self.facts.code in person.names else ():
            self.introduced.add(full.split(), entity)

    def _with_role(self, item: Item, items: Sequence[Item], draft: Draft, head: str, name: str | None) -> Entity | None:
        """Compose who is named by a role: who held it before in the article, or somebody of the country around."""
        placed = draft.countries or draft.orgs or draft.places
        if not name and not placed and len(draft.roles) == 1 and (not draft.plural or item.definite):
            told = self._told_before(item, items, draft, head)
            if told is not None:
                return told
        code, sector = self._country_of(draft), self.heads.sector(head, draft)
        if code is None and draft.possessive and not draft.orgs:
            owner = self.antecedents.possessor(draft.possessive, item, items)
            code = owner[0].code if owner else None
            if draft.possessive == "we" and code is None:
                return Entity(None, sector, item.text, name, head)
        if draft.former and sector in {"GOV", "LEG", "MIL", "COP"} and self.concepts.roles[head].kind != "organ":
            sector = "ELI"
        if code is None and draft.orgs:
            organ = self.world.organizations.get(draft.orgs[-1])
            code = organ.code if organ else None
        if code is None and not (
            head == "state" and draft.plural
        ):  # "more countries expelled diplomats": of no one country
            code = self._supplied_country(item, items, head, sector)
        entity = Entity(code, sector, item.text, name, head, f"name:{name}" if name else None)
        kind = self.concepts.roles[head].kind
        if name and kind != "relation":  # "the wife of Smith" is not Smith
            self.introduced.register(draft, entity)
        if kind == "person" and name:
            self.introduced.by_role[head] = entity
        elif kind == "group" and (draft.countries or len(draft.roles) > 1):
            self.introduced.by_role[head] = entity  # "20 North Korean soldiers … The soldiers"
        return entity

    def _told_before(self, item: Item, items: Sequence[Item], draft: Draft, head: str) -> Entity | None:
        """Find who was named by the same role before, or whose office it is that is named alone."""
        held = (
            self.introduced.by_role.get(head) if head != "head" else None
        )  # "leaders" are not the one head just named
        if held is None:
            return None
        kind = self.concepts.roles[head].kind
        known = Entity(held.code, held.sector, item.text, held.name, held.office, held.key)
        if kind == "group" and item.definite:
            item.how = f"the {head} spoken of before"
            return known
        before = agent(items, item)
        if before is not None and before.sector in HOME_ONLY and before.code and before.code != held.code:
            item.how = f"of {before.text}'s country"
            return Entity(before.code, self.heads.sector(head, draft), item.text, None, head)
        if kind == "person" and not (draft.quantity or draft.plural):
            item.how = f"the {head} spoken of before"
            return known
        return None

    def _supplied_country(self, item: Item, items: Sequence[Item], head: str, sector: str | None) -> str | None:
        """Supply the country that a role is named without: that around it, else the article's."""
        if head in WITHOUT_COUNTRY and sector in {"REF", "JRN", "SOC"}:
            return None
        if head == "international-community":
            return "IGO"
        near = self._country_around(item, items, head, sector)
        if not near and self.home.code:
            item.how = item.how or f"country of the {'outlet' if self.home.by_outlet else 'article'}: {self.home.code}"
            return self.home.code
        return near or None

    def _country_around(self, item: Item, items: Sequence[Item], head: str, sector: str | None) -> str | None:
        """Find whose an unnamed body or crowd is: that of the place it is told to be in, or of who acts upon his own.

        "150 people gathered outside the embassy in Kyiv" are Ukraine's; "asked parliament to impose martial law" asks his
        own parliament, where the article has no one country.
        """
        if sector in LOCAL:
            for other in items:
                draft = other.draft
                if draft is None or draft.roles or not (draft.places or draft.countries):
                    continue
                if "in" not in other.links or other.links & {"to", "against", "with"} or _seat_of_body(items, other):
                    continue
                first, last = sorted((item.start, other.start))
                if not any(first < wall.start < last and wall.sort in PARTS for wall in items):
                    return next((c for c in self.home.countries_in(draft) if len(c) == COUNTRY_CODES), None)
        if (
            self.home.code is None
            and self.concepts.roles[head].kind == "organ"
            and sector in {"LEG", "GOV", "JUD", "MIL"}
        ):
            before = agent(items, item)
            if before is not None and before.sector in STATE and before.code and len(before.code) == COUNTRY_CODES:
                item.how = f"of {before.text}'s country"
                return before.code if before.code not in SUPRANATIONAL else None
        return None

    def _country_of(self, draft: Draft) -> str | None:
        """Return the country a phrase names, or that of its place."""
        if draft.countries:
            return draft.countries[0] if self.facts.qualifier != "before" else draft.countries[-1]
        return draft.places[0][0] if draft.places else None

    def _organ(self, draft: Draft, text: str) -> Entity | None:
        """Compose a listed body."""
        organ = self.world.organizations.get(draft.orgs[-1])
        if organ is None:
            return None
        code = organ.code
        sector = sector_on(organ, self.published)
        if sector is None and code and code not in SUPRANATIONAL:
            sector = "GOV"
        return Entity(code, sector, text, organ.name, None, organ.id)


def _seat_of_body(items: Sequence[Item], place: Item) -> bool:
    """Tell whether a place only says where the body named before it sits ("the International Court in The Hague")."""
    before = next((i for i in reversed(items[: place.index]) if i.sort != "link"), None)
    return before is not None and before.draft is not None and bool(before.draft.orgs)
