"""Turn the drafts of an article's noun phrases into entities, in reading order: people by the post they held on the day,
roles with their country, names introduced earlier, pronouns and descriptions."""

from collections import Counter
from collections.abc import Sequence

import msgspec

from dragoman.actors.items import Draft, Item
from dragoman.actors.posts import elected_on, post_on, sector_on
from dragoman.packs.schema import Concepts, Facts
from dragoman.packs.world import Person, World
from dragoman.records import Entity

COUNTRY_CODES = 3
CROWDS = ("protest", "rally")
PERSON_PRONOUNS = frozenset({"he", "she"})
PAIRS = frozenset(
    {
        "side",
        "government",
        "state",
        "people-of",
        "military",
        "head-of-state",
        "foreign-minister",
        "president",
        "defence-minister",
    }
)
PARTS = frozenset({"rel", "sub", "comp", "break", "quote-open", "quote-close"})
"""What opens another clause: a place beyond it is not where somebody is."""
LOCAL = frozenset({"CVL", "COP", "LAB", "EDU", "MED", "AGR"})
"""Sectors of people who act where they live; soldiers and ministers travel."""
STATE = frozenset({"GOV", "MIL", "LEG", "JUD", "COP"})
SENT = frozenset({"ambassador", "representative"})
HOME_ONLY = frozenset({"LEG", "JUD", "OPP", "PTY"})
"""Whose president is their own country's ("the senator urged the president")."""
SUPRANATIONAL = frozenset({"IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"})


class Resolver:
    """Resolves one article. Feed it the items of each sentence in order."""

    def __init__(
        self, world: World, concepts: Concepts, facts: Facts, published: str | None, outlet: str | None = None
    ) -> None:
        self.outlet = outlet
        self.world, self.concepts, self.facts, self.published = world, concepts, facts, published
        self.votes: Counter[str] = Counter()
        self.introduced: list[tuple[frozenset[str], Entity]] = []
        self.opposite: dict[str, Entity] = {}
        self.by_role: dict[str, Entity] = {}
        self.persons: list[list[Entity]] = [[]]
        self.groups: list[Entity] = []
        self.organs: list[Entity] = []
        self.countries: list[str] = []
        self.home: str | None = None
        self.home_by_outlet = False
        self.sentence_start = 0

    # -- the article's country --------------------------------------------------------------------------

    def vote(self, sentences: Sequence[Sequence[Item]]) -> None:
        """Count what country the article is about; its unnamed police, ministers and courts are that country's."""
        for number, items in enumerate(sentences):
            weight = 3 if number < 2 else 1
            for item in [one for whole in items for one in (whole, *whole.members)]:
                if item.draft is not None:
                    for code in self.countries_in(item.draft):
                        self.votes[code] += weight
        real = [(c, n) for c, n in self.votes.most_common() if len(c) == COUNTRY_CODES and c not in SUPRANATIONAL]
        total = sum(n for _, n in real)
        if real and real[0][1] >= max(2, 0.6 * total):
            self.home = real[0][0]
        elif not real:
            self.home, self.home_by_outlet = self.outlet, True

    def countries_in(self, draft: Draft) -> list[str]:
        found = [c for joined in draft.countries for c in joined.split("+")]
        found += [code for code, _ in draft.places]
        found += [p.country for i in draft.persons if (p := self.world.people.get(i)) and p.country and self.serves(p)]
        found += [
            o.code
            for i in draft.orgs
            if (o := self.world.organizations.get(i)) and o.code and o.code not in SUPRANATIONAL
        ]
        return found

    def serves(self, person: Person) -> bool:
        """Tell whether a person speaks for the country he comes from: a Secretary-General does not."""
        post, _ = post_on(person, self.published)
        organ = self.world.organizations.get(post.of or "") if post else None
        return organ is None or organ.code not in SUPRANATIONAL

    # -- one sentence ----------------------------------------------------------------------------------------

    def resolve(self, items: Sequence[Item]) -> None:
        """Give every noun phrase of a sentence its entities."""
        self.persons.append([])
        self.sentence_start = items[0].start if items else 0
        for item in [one for whole in items for one in (whole, *whole.members)]:
            if item.kind == "np" and item.sort == "act" and any(item.means(act) for act in CROWDS):
                # "troops fired on a demonstration": on those who demonstrate
                item.crowd = True
                item.entities = (Entity(self.home, "CVL", item.text, None, "protester"),) if item.draft is None else ()
            if item.kind == "gap" and item.draft is not None:
                self.recall(item)
            if item.kind != "np" or item.draft is None:
                continue
            if item.sort == "pron":
                item.entities = self.pronoun(item, items)
                continue
            if item.sort in {"thing", "act", "other"}:
                if item.draft.possessive:
                    item.entities = self.referent(item.draft.possessive, items, item)
                continue
            item.entities = self.actor(item, items)
            self.remember(item)
        self.list_named(items)
        for whole in items:
            for member in whole.members if len(whole.entities) == 1 else ():
                self.same_country(whole.entities[0], member)

    def list_named(self, items: Sequence[Item]) -> None:
        """Let those listed after "including" or "such as" stand for the plural they exemplify ("neighbours including …")."""
        for group, sign, named in zip(items, items[1:], items[2:], strict=False):
            if group.sort != "actor" or group.draft is None or not group.draft.plural or group.draft.countries:
                continue
            if sign.sort == "link" and named.links == {"like"} and named.sort == "actor" and not named.owner:
                listed = (*named.entities, *(e for member in named.members for e in member.entities))
                group.entities = tuple(e for e in listed if e.code) or group.entities

    def same_country(self, first: Entity, member: Item) -> None:
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

    def recall(self, item: Item) -> None:
        """Take an unknown word for a name where the article has introduced it without the particle glued to it here."""
        assert item.draft is not None
        for size in range(1, 4):
            name = item.draft.names[0][:-size]
            if len(name) > 1 and any(self.key(name) in known for known, _ in self.introduced):
                item.kind, item.sort, item.draft.names = "np", "actor", [name]
                return

    def remember(self, item: Item) -> None:
        draft = item.draft
        if draft is None:
            return
        for entity in item.entities:
            if item.definite and draft.names and not (draft.persons or draft.roles or draft.title or draft.countries):
                continue  # "the Middle East" is nobody
            single = bool(draft.persons or draft.names) or self.kind_of(draft) == "person"
            if single and not draft.plural and not item.owner:
                self.persons[-1].append(entity)
            elif single and not draft.plural:
                self.persons[-1].insert(0, entity) if item.owner and not self.persons[-1] else None
            elif draft.plural or self.kind_of(draft) == "group":
                self.groups.append(entity) if not item.owner else None
            elif not item.owner:
                self.organs.append(entity)
            if (
                entity.sector != "ELI"
                and entity.code
                and len(entity.code) == COUNTRY_CODES
                and entity.code not in SUPRANATIONAL
            ):
                self.countries.append(entity.code)

    def kind_of(self, draft: Draft) -> str:
        head = self.head_role(draft)
        role = self.concepts.roles.get(head) if head else None
        return role.kind if role else ""

    # -- pronouns and descriptions ---------------------------------------------------------------------------

    def pronoun(self, item: Item, items: Sequence[Item]) -> tuple[Entity, ...]:
        draft = item.draft
        if draft is None:
            return ()
        if draft.pronoun == "self":
            own = self.nearest(items, item)
            return (msgspec.structs.replace(own, text=item.text),) if own is not None else ()
        readings = draft.pronoun.split()
        if "it" in readings[1:] and self.opened_by_body(items, item):
            readings.reverse()  # fr: "le Pentagone a annoncé qu'il enverrait …": things have a gender too
        return next((found for who in readings if (found := self.referent(who, items, item))), ())

    def opened_by_body(self, items: Sequence[Item], item: Item) -> bool:
        """Tell whether the first to be named as a subject in the sentence is no person but a state or a body."""
        bare = [o for o in items if o.start < item.start and o.sort == "actor" and len(o.entities) == 1 and not o.links]
        return bool(bare) and bare[0].entities[0] in self.organs[-6:]

    def referent(self, who: str, items: Sequence[Item], item: Item) -> tuple[Entity, ...]:
        """Find what a pronoun stands for: the first person of this sentence or of one before, the last group or body.

        The next best is kept as `alternative`: "Greece blocked its bid" speaks of another's bid.
        """
        candidates: list[Entity] = []
        if who in PERSON_PRONOUNS:
            candidates = [people[0] for people in reversed(self.persons[-4:]) if people]
            candidates += [one for people in reversed(self.persons[-2:]) for one in people[1:]]
        elif who == "they":
            candidates = [*reversed(self.groups[-3:]), *reversed(self.organs[-3:])]
        elif who == "it":
            candidates = list(reversed(self.organs[-6:]))
        found: list[Entity] = []
        for one in candidates:
            if all((one.key or one.code, one.sector) != (other.key or other.code, other.sector) for other in found):
                found.append(one)
        if not found:
            return ()
        item.how = f"{who} is {found[0].text}"
        said = [Entity(e.code, e.sector, item.text, e.name, e.office, e.key) for e in found[:2]]
        item.alternative = tuple(said[1:])
        return (said[0],)

    def other_country(self, than: str | None) -> str | None:
        """The country last spoken of that is not `than`."""
        for code in reversed(self.countries):
            if code != than:
                return code
        for code, _ in self.votes.most_common():
            if code != than and len(code) == COUNTRY_CODES and code not in SUPRANATIONAL:
                return code
        return None

    # -- actors ------------------------------------------------------------------------------------------------

    def actor(self, item: Item, items: Sequence[Item]) -> tuple[Entity, ...]:
        draft = item.draft
        assert draft is not None
        text = item.text
        head = self.head_role(draft)
        if head in {"neighbour", "ally", "counterpart"}:
            return self.relative_role(head, item, items)
        if (
            head in PAIRS
            and (draft.plural or draft.quantity or head == "side")
            and (head != "people-of" or item.definite)
            and not draft.countries
            and not draft.persons
            and not draft.names
        ):
            pair = self.pair(head, text)
            if pair:
                item.how = "the two most spoken of"
                return pair
        joined = [c for c in draft.countries if "+" in c]
        if joined:
            sector = self.sector_of(head, draft) if head else "GOV"
            return tuple(Entity(code, sector, text, self.country_name(code)) for code in joined[0].split("+"))
        entity = self.entity(item, items, draft, head)
        return (entity,) if entity is not None else ()

    def pair(self, head: str, text: str) -> tuple[Entity, ...]:
        codes = list(dict.fromkeys(reversed(list(self.countries))))
        ranked = sorted(codes[:4], key=lambda c: -self.votes[c])[:2]
        role = self.concepts.roles[head]
        sector = role.sector if role.sector.isupper() else "GOV"
        return (
            tuple(Entity(c, "GOV" if head == "people-of" else sector, text, self.country_name(c)) for c in ranked)
            if len(ranked) == 2
            else ()
        )

    def relative_role(self, head: str, item: Item, items: Sequence[Item]) -> tuple[Entity, ...]:
        draft = item.draft
        assert draft is not None
        before = self.nearest(items, item)
        own = before.code if before is not None else None
        if head == "counterpart" and not draft.persons and not draft.names and not draft.countries:
            speaker = own or next(
                (e.code for o in items if (e := self.foreseen(o)) is not None and o is not item), None
            )
            if speaker in self.opposite:
                known = self.opposite[speaker]
                item.how = f"the counterpart met before: {known.text}"
                return (Entity(known.code, known.sector, item.text, known.name, known.office, known.key),)
        code = next((c for c in self.countries_in(draft)), None) or self.other_country(own)
        sector = before.sector if head == "counterpart" and before else "GOV"
        entity = self.entity(item, items, draft, None) if draft.persons else None
        if entity is None:
            entity = Entity(code, sector, item.text, " ".join(draft.names) or self.country_name(code), head)
            self.register(draft, entity)
        if head == "counterpart" and before is not None and before.code and entity.code and before.code != entity.code:
            self.opposite[before.code], self.opposite[entity.code] = entity, before
        item.how = f"{head} of {own or 'the subject'}"
        return (entity,) if entity.code else ()

    def nearest(self, items: Sequence[Item], item: Item) -> Entity | None:
        """Return the nearest single actor before an item, one that may be the subject if there is any."""
        before = [o for o in items if o.start < item.start and len(o.entities) == 1 and o.sort in {"actor", "pron"}]
        bare = [o for o in before if not o.links or "subject" in o.links or "topic" in o.links]
        return (bare or before)[-1].entities[0] if before else None

    def agent(self, items: Sequence[Item], item: Item) -> Entity | None:
        """Return the last actor before an item that stands right before a verb, or else the nearest."""
        for at in range(len(items) - 1, 0, -1):
            if items[at].start >= item.start or items[at].kind != "verb":
                continue
            look = at - 1
            while look > 0 and items[look].sort in {"aux", "neg", "time", "unknown", "hyphen"}:
                look -= 1
            one = items[look]
            if one.sort in {"actor", "pron"} and len(one.entities) == 1 and (not one.links or "subject" in one.links):
                return one.entities[0]
        return self.nearest(items, item)

    def foreseen(self, item: Item) -> Entity | None:
        """Return what a name later in the sentence stands for, if the article has introduced it."""
        return self.registered(item.draft) if item.draft is not None and item.draft.names else None

    def head_role(self, draft: Draft) -> str:
        """Choose the role that heads the phrase: the last one where qualifiers come before, the first where after."""
        outer = [r for r, at in draft.roles if at >= 0] or [r for r, _ in draft.roles]
        if not outer:
            return ""
        persons = [r for r in outer if self.concepts.roles[r].kind in {"person", "relation", "group"}]
        if self.facts.qualifier == "before":
            return outer[-1]
        return persons[0] if persons else outer[0]

    def entity(self, item: Item, items: Sequence[Item], draft: Draft, head: str | None) -> Entity | None:
        """Compose the entity of a phrase."""
        text = item.text
        if draft.persons:
            return self.person(draft, head, text)
        known = self.registered(draft)
        if known is not None and not (head and draft.countries):
            return Entity(known.code, known.sector, text, known.name, known.office, known.key)
        name = " ".join(draft.names) or None
        if head:
            return self.with_role(item, items, draft, head, name)
        if draft.orgs:
            return self.organ(draft, text, name)
        if draft.media:
            medium = self.world.media.get(draft.media[-1])
            return Entity(
                medium.country if medium else None, "JRN", text, medium.name if medium else None, None, draft.media[-1]
            )
        if draft.countries and not draft.names:
            code = draft.countries[-1]
            return Entity(code, "CVL" if draft.people else "GOV", text, self.country_name(code), None, code)
        if draft.places and not draft.names:
            return Entity(draft.places[-1][0], None, text, draft.places[-1][1], "place")
        if name and not (len(draft.names) == 1 and item.start == self.sentence_start):
            # a lone capital at the beginning of a sentence is a name only where the article has introduced it
            home = draft.countries[0] if draft.countries else None
            return Entity(home, None, text, name, None, f"name:{name}")
        return None

    def person(self, draft: Draft, head: str | None, text: str) -> Entity:
        person = self.world.people[draft.persons[-1 if self.facts.qualifier == "before" else 0]]
        post, current = post_on(person, self.published)
        if not current and (coming := elected_on(person, self.published)) is not None:
            post, current = coming, True
        office = post.office if post else None
        code = person.country
        role = self.concepts.roles.get(office or "")
        sector = role.sector if role and role.sector.isupper() else None
        if post and post.of in self.world.organizations:
            organ = self.world.organizations[post.of]
            sent = post.office in SENT  # an ambassador to the United Nations speaks for his own country
            code = organ.code if organ.code in SUPRANATIONAL and not sent else code
            if role is None or not role.sector.isupper() or organ.governs is not None:
                sector = sector_on(organ, self.published)
            sector = None if organ.code == "UNO" and not sent else sector
        stated = self.concepts.roles.get(head or "")
        undated = self.published is None and stated is not None
        if post and not current and not undated and sector in {"GOV", "LEG", "MIL", "COP", "SPY"}:
            sector = "ELI"
        if stated is not None and stated.kind in {"organ", "group", "relation"}:
            group = stated.sector if stated.sector.isupper() and len(stated.sector) == 3 else sector
            return Entity(code, group, text, person.name, head, f"{head}:{person.id}")
        if draft.former and sector in {None, "GOV", "LEG", "MIL", "COP", "SPY"}:
            sector = "ELI"
        elif stated is not None and sector is None:
            sector = self.sector_of(head or "", draft)
        entity = Entity(code, sector, text, person.name, office, person.id)
        self.introduced.append((frozenset(self.key(w) for w in person.name.split()), entity))
        for full in person.names[self.facts.code].full if self.facts.code in person.names else ():
            self.introduced.append((frozenset(self.key(w) for w in full.split()), entity))
        if head and stated and stated.kind == "person":
            self.by_role[head] = entity
        if office:
            self.by_role.setdefault(office, entity)
        return entity

    def with_role(self, item: Item, items: Sequence[Item], draft: Draft, head: str, name: str | None) -> Entity | None:
        text = item.text
        if (
            not name
            and not draft.countries
            and not draft.orgs
            and not draft.places
            and len(draft.roles) == 1
            and (not draft.plural or item.definite)
        ):
            held = self.by_role.get(head) if head != "head" else None  # "leaders" are not the one head just named
            if held is not None and self.concepts.roles[head].kind == "group" and item.definite:
                item.how = f"the {head} spoken of before"
                return Entity(held.code, held.sector, text, held.name, held.office, held.key)
            before = self.agent(items, item) if held is not None else None
            if before is not None and before.sector in HOME_ONLY and before.code and held and before.code != held.code:
                item.how = f"of {before.text}'s country"
                return Entity(before.code, self.sector_of(head, draft), text, None, head)
            if held is not None and self.concepts.roles[head].kind == "person" and not (draft.quantity or draft.plural):
                item.how = f"the {head} spoken of before"
                return Entity(held.code, held.sector, text, held.name, held.office, held.key)
        code = self.country_of(draft)
        sector = self.sector_of(head, draft)
        if code is None and draft.possessive and not draft.orgs:
            owner = self.referent(draft.possessive, (), item)
            code = owner[0].code if owner else None
            if draft.possessive == "we" and code is None:
                return Entity(None, sector, text, name, head)
        if draft.former and sector in {"GOV", "LEG", "MIL", "COP"} and self.concepts.roles[head].kind != "organ":
            sector = "ELI"
        if code is None and draft.orgs:
            organ = self.world.organizations.get(draft.orgs[-1])
            code = organ.code if organ else None
        if (
            code is None
            and sector in {"REF", "JRN", "SOC"}
            and head in {"refugee", "media-organ", "aid-agency", "expert"}
        ):
            code = None
        elif code is None and head == "international-community":
            code = "IGO"
        elif code is None and (near := self.country_around(item, items, head, sector)):
            code = near
        elif code is None and self.home:
            code = self.home
            item.how = item.how or f"country of the {'outlet' if self.home_by_outlet else 'article'}: {code}"
        entity = Entity(code, sector, text, name, head, f"name:{name}" if name else None)
        if name and self.concepts.roles[head].kind != "relation":  # "the wife of Smith" is not Smith
            self.register(draft, entity)
        if self.concepts.roles[head].kind == "person" and name:
            self.by_role[head] = entity
        elif self.concepts.roles[head].kind == "group" and (draft.countries or len(draft.roles) > 1):
            self.by_role[head] = entity  # "20 North Korean soldiers … The soldiers"
        return entity

    def country_around(self, item: Item, items: Sequence[Item], head: str, sector: str | None) -> str | None:
        """Find whose an unnamed body or crowd is: that of the place it is told to be in, or of who acts upon his own.

        "150 people gathered outside the embassy in Kyiv" are Ukraine's; "asked parliament to impose martial law" asks his
        own parliament, where the article has no one country.
        """
        if sector in LOCAL:
            for other in items:
                draft = other.draft
                first, last = sorted((item.start, other.start))
                if any(first < wall.start < last and wall.sort in PARTS for wall in items):
                    continue
                placed = draft is not None and bool(draft.places or draft.countries) and not draft.roles
                if draft is not None and placed and "in" in other.links and not other.links & {"to", "against", "with"}:
                    return next((c for c in self.countries_in(draft) if len(c) == COUNTRY_CODES), None)
        if self.home is None and self.concepts.roles[head].kind == "organ" and sector in {"LEG", "GOV", "JUD", "MIL"}:
            before = self.agent(items, item)
            if before is not None and before.sector in STATE and before.code and len(before.code) == COUNTRY_CODES:
                item.how = f"of {before.text}'s country"
                return before.code if before.code not in SUPRANATIONAL else None
        return None

    def country_of(self, draft: Draft) -> str | None:
        if draft.countries:
            return draft.countries[0] if self.facts.qualifier != "before" else draft.countries[-1]
        return draft.places[0][0] if draft.places else None

    def sector_of(self, head: str, draft: Draft) -> str | None:
        """The sector of a role; roles of a body take the body's, which stands among the other roles or organisations."""
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

    def organ(self, draft: Draft, text: str, name: str | None) -> Entity | None:
        organ = self.world.organizations.get(draft.orgs[-1])
        if organ is None:
            return None
        code = organ.code
        sector = sector_on(organ, self.published)
        if sector is None and code and code not in SUPRANATIONAL:
            sector = "GOV"
        return Entity(code, sector, text, organ.name, None, organ.id)

    # -- names the article introduces --------------------------------------------------------------------------

    def key(self, name: str) -> str:
        return name.casefold()

    def register(self, draft: Draft, entity: Entity) -> None:
        """Remember a name the article introduces; later mentions may use part of it."""
        tokens = frozenset(self.key(n) for n in draft.names if len(n) > 1 and n.lower() not in self.facts.name_joiners)
        if tokens:
            self.introduced.append((tokens, entity))
        if draft.alias:
            self.introduced.append((frozenset({self.key(draft.alias)}), entity))

    def registered(self, draft: Draft) -> Entity | None:
        """Find the entity last introduced by a name that holds all the words of this one."""
        tokens = frozenset(self.key(n) for n in draft.names if n.lower() not in self.facts.name_joiners)
        if not tokens:
            return None
        return next((entity for known, entity in reversed(self.introduced) if tokens <= known), None)

    def country_name(self, code: str | None) -> str | None:
        country = self.world.countries.get(code or "")
        return country.name if country else None
