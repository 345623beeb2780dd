"""A predicate under construction: a verb or an act named by a noun, with what has been found to hang from it."""

from collections.abc import Sequence

from dragoman.actors.items import Item, Readings
from dragoman.packs.lexicon import Feats, Meaning
from dragoman.packs.schema import Concepts

BARRIERS = frozenset(
    {"comp", "rel", "sub", "coord", "contrast", "break", "quote-open", "quote-close", "stop", "inf", "source"}
)
WALLS = frozenset({"comp", "rel", "sub", "break", "quote-open", "quote-close", "stop", "source"})
SKIPPED = frozenset({"aux", "neg", "time", "sequence", "hyphen", "mark"})


class Pred:
    """A predicate and its surroundings.

    `form`: main, inf, comp, rel, coord, part (participle or gerund hanging from a noun or clause), sub, quote (reported in
    quotation marks), noun. `matrix` is the predicate it hangs from. `colours` are what auxiliaries and negators add.
    """

    __slots__ = (
        "answered", "beside", "colours", "condition", "feats", "form", "holder", "index", "item", "judged", "light",
        "matrix", "meaning", "nominal", "object", "object2", "obliques", "opener", "owners", 
        "passive", "quoted", "readings", "speaker", "subject", "things", "times",
    )  # fmt: skip

    def __init__(self, item: Item, meaning: Meaning, feats: Feats, nominal: bool) -> None:
        self.item, self.meaning, self.feats, self.nominal = item, meaning, feats, nominal
        self.index = item.index
        self.form = "noun" if nominal else "main"
        self.matrix: Pred | None = None
        self.light: Pred | None = None
        self.subject: Item | None = None
        self.object: Item | None = None
        self.object2: Item | None = None
        self.obliques: list[Item] = []
        self.owners: list[Item] = []
        self.things: list[Item] = []
        self.times: list[Item] = []
        self.colours: set[str] = set()
        self.condition = False
        self.passive = False
        self.quoted = self.judged = False
        self.readings: Readings = [(meaning, feats)]
        self.speaker: Item | None = None
        self.beside: Item | None = None
        self.opener: Item | None = None
        self.answered: Item | None = None
        self.holder: Item | None = None

    @property
    def act(self) -> str:
        """The act's concept."""
        return self.meaning.concept

    def finite(self) -> bool:
        """Tell whether the verb can head a clause."""
        return not self.nominal and self.form not in {"inf", "part"}

    def __repr__(self) -> str:
        return f"<{self.act}/{self.form} {self.item.text!r} s={self.subject} o={self.object} {self.obliques}>"


def is_bare(item: Item) -> bool:
    """Tell whether a noun phrase may be a subject or object: nothing marks it as something else."""
    return not item.links or bool(item.links & {"subject", "object", "topic"})


def may_be_subject(item: Item) -> bool:
    """Tell whether nothing forbids the phrase to be a subject."""
    return not item.owner and (not item.links or bool(item.links & {"subject", "topic"}))


def may_be_object(item: Item) -> bool:
    """Tell whether nothing forbids the phrase to be an object."""
    return not item.owner and (not item.links or "object" in item.links)


def between(items: Sequence[Item], a: int, b: int, sorts: frozenset[str]) -> bool:
    """Tell whether a function word of some sorts stands between two items."""
    return any(i.kind == "fn" and i.sort in sorts for i in items[a + 1 : b])


def nearest_before(before: list[Pred], at: int) -> Pred | None:
    """Return the last predicate before an item."""
    return next((p for p in reversed(before) if p.index < at), None)


def says_of_itself(pred: Pred, item: Item) -> bool:
    """Tell whether an item names nobody but who a predicate's subject names."""
    if pred.subject is None or not item.entities:
        return False
    mine = {(e.key, e.code, e.sector) for e in pred.subject.entities}
    return all((e.key, e.code, e.sector) in mine for e in item.entities)


def root_act(act: str, concepts: Concepts) -> str:
    """Return the widest act above an act."""
    at = act
    while (wider := concepts.acts[at].is_) is not None and wider in concepts.acts:
        at = wider
    return at


def names_place(item: Item) -> bool:
    """Tell whether a phrase names a place or a country and nobody in it."""
    return item.draft is not None and bool(item.draft.places or (item.draft.countries and not item.draft.roles))
