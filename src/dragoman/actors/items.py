"""What a sentence is made of after chunking: noun phrases, verbs, function words, in order. Internal to the engine."""

from dragoman.packs.lexicon import NONE, Feats, Meaning
from dragoman.records import Entity, Span, TimeExpression

Readings = list[tuple[Meaning, Feats]]


class Draft:
    """What the words of one noun phrase name, before the article tells who that is."""

    __slots__ = (
        "alias", "countries", "demonym", "former", "media", "names", "orgs", "people", "persons", "places", "plural",
        "possessive", "pronoun", "quantity", "roles", "seat", "title",
    )  # fmt: skip

    def __init__(self) -> None:
        self.persons: list[str] = []
        self.roles: list[tuple[str, int]] = []
        self.countries: list[str] = []
        self.orgs: list[str] = []
        self.media: list[str] = []
        self.places: list[tuple[str, str]] = []
        self.names: list[str] = []
        self.alias = ""
        self.former = self.plural = self.seat = self.demonym = self.people = self.quantity = self.title = False
        self.pronoun = self.possessive = ""

    @property
    def empty(self) -> bool:
        """Tell whether nothing in the phrase names or describes an actor."""
        return not (self.persons or self.roles or self.countries or self.orgs or self.media or self.names
                    or self.pronoun or self.places)  # fmt: skip


class Item:
    """One piece of a sentence.

    `kind`: np, verb, fn (function word, mark, time), gap (unknown word). For an np, `sort` is actor, thing, act (an act
    named by a noun) or other, `links` the ways it may hang from a predicate, `owner` whether it only qualifies what
    stands beside it. For fn, `sort` names the function.
    """

    __slots__ = (
        "alternative", "crowd", "definite", "draft", "end", "entities", "feats", "head", "how", "indefinite", "index",
        "kind", "links", "marker", "members", "owner", "readings", "sort", "start", "text", "time",
    )  # fmt: skip

    def __init__(self, kind: str, sort: str, start: int, end: int, text: str) -> None:
        self.kind, self.sort, self.start, self.end, self.text = kind, sort, start, end, text
        self.head = Span(start, end)
        self.readings: Readings = []
        self.feats: Feats = NONE
        self.links: frozenset[str] = NONE
        self.marker: Span | None = None
        self.draft: Draft | None = None
        self.entities: tuple[Entity, ...] = ()
        self.alternative: tuple[Entity, ...] = ()
        self.members: list[Item] = []
        self.owner = False
        self.definite = self.indefinite = self.crowd = False
        self.time: TimeExpression | None = None
        self.how = ""
        self.index = -1

    def concept(self) -> str:
        """Return the first concept the item may mean, or ""."""
        return self.readings[0][0].concept if self.readings else ""

    def means(self, concept: str) -> bool:
        """Tell whether one of the readings is the concept."""
        return any(m.concept == concept for m, _ in self.readings)

    def __repr__(self) -> str:
        links = ",".join(sorted(self.links))
        return f"<{self.kind}:{self.sort}{'[' + links + ']' if links else ''} {self.text!r}>"
