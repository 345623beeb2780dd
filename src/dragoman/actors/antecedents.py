"""Find what pronouns and descriptions stand for among those an article has spoken of before."""

from collections.abc import Sequence

import msgspec

from dragoman.actors.heads import Heads
from dragoman.actors.home import is_country
from dragoman.actors.items import Item
from dragoman.records import Entity

PERSON_PRONOUNS = frozenset({"he", "she"})
STANDING = frozenset({"subject", "topic"})
"""Marks of who acts where a mark of its own tells (hi "अमेरिका ने कहा कि वह …" = the US said that it …)."""


class Antecedents:
    """Whom an article has spoken of so far: persons by sentence, groups, bodies and countries, each in order."""

    def __init__(self, heads: Heads) -> None:
        self.heads = heads
        self.persons: list[list[Entity]] = [[]]
        self.groups: list[Entity] = []
        self.organs: list[Entity] = []
        self.countries: list[str] = []

    def begin_sentence(self) -> None:
        """Part what is remembered of persons by sentences."""
        self.persons.append([])

    def remember(self, item: Item) -> None:
        """Remember whom a phrase names for pronouns and descriptions to come."""
        draft = item.draft
        if draft is None:
            return
        for entity in item.entities:
            if item.definite and draft.names and not (draft.persons or draft.roles or draft.title or draft.countries):
                continue  # "the Middle East" is nobody
            single = bool(draft.persons or draft.names) or self.heads.kind(draft) == "person"
            if single and not draft.plural and not item.owner:
                self.persons[-1].append(entity)
            elif single and not draft.plural:
                self.persons[-1].insert(0, entity) if item.owner and not self.persons[-1] else None
            elif draft.plural or self.heads.kind(draft) == "group":
                self.groups.append(entity) if not item.owner else None
            elif not item.owner and not _only_where(item):
                self.organs.append(entity)
            if entity.sector != "ELI" and entity.code and is_country(entity.code):
                self.countries.append(entity.code)

    def pronoun(self, item: Item, items: Sequence[Item]) -> tuple[Entity, ...]:
        """Find what a pronoun stands for."""
        draft = item.draft
        if draft is None:
            return ()
        if draft.pronoun == "self":
            own = nearest(items, item)
            return (msgspec.structs.replace(own, text=item.text),) if own is not None else ()
        return self.possessor(draft.pronoun, item, items)

    def possessor(self, readings: str, item: Item, items: Sequence[Item]) -> tuple[Entity, ...]:
        """Find what a word stands for that may be said of a person, of several or of a body (es "su", fr "il")."""
        persons = readings.split()
        opened = self._opened_by(items, item) if len(persons) > 1 else ""
        if opened in persons:  # fr: "le Pentagone a annoncé qu'il enverrait …": things have a gender too
            persons = [opened, *(p for p in persons if p != opened)]
        return next((found for who in persons if (found := self.referent(who, item))), ())

    def _opened_by(self, items: Sequence[Item], item: Item) -> str:
        """Tell which pronoun stands for who opens the sentence as a subject, else for the last named; "" for a person."""
        before = [o for o in items if o.start < item.start and o.sort == "actor" and len(o.entities) == 1]
        if not before:
            return ""
        opener = next((o for o in before if not o.links - STANDING), before[-1]).entities[0]
        return "it" if opener in self.organs[-6:] else "they" if opener in self.groups[-3:] else ""

    def referent(self, who: str, item: Item) -> tuple[Entity, ...]:
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


def _only_where(item: Item) -> bool:
    """Tell whether a country or capital only says where something is ("met in Brussels"): no body "it" stands for."""
    draft = item.draft
    if draft is None or item.links != {"in"} or draft.roles or draft.persons or draft.names:
        return False
    return draft.seat or not draft.orgs or bool(draft.countries or draft.places)


def nearest(items: Sequence[Item], item: Item) -> Entity | None:
    """Return the nearest single actor before an item, one that may be the subject if there is any."""
    before = [o for o in items if o.start < item.start and len(o.entities) == 1 and o.sort in {"actor", "pron"}]
    bare = [o for o in before if not o.links or "subject" in o.links or "topic" in o.links]
    return (bare or before)[-1].entities[0] if before else None


def agent(items: Sequence[Item], item: Item) -> Entity | None:
    """Return the last actor before an item that stands right before a verb, or else the nearest."""
    for at in range(len(items) - 1, 0, -1):
        if items[at].start >= item.start or items[at].kind != "verb":
            continue
        look = at - 1
        while look > 0 and items[look].sort in {"aux", "neg", "time", "unknown", "hyphen"}:
            look -= 1
        one = items[look]
        if one.sort == "coord" and (first := _first_actor(items)) is not None:
            return first  # zh "他指责莫斯科实施侵略，并要求议会…": who goes on is who began
        if one.sort in {"actor", "pron"} and len(one.entities) == 1 and (not one.links or "subject" in one.links):
            return one.entities[0]
    return nearest(items, item)


def _first_actor(items: Sequence[Item]) -> Entity | None:
    """Return the first single actor of a sentence that may be its subject."""
    bare = (o for o in items if o.sort in {"actor", "pron"} and not o.links and not o.owner)
    first = next(bare, None)
    return first.entities[0] if first is not None and len(first.entities) == 1 else None
