"""Tell articles that are none of our business (sport, shows, weather) by how many sentences speak of such things."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from dragoman.packs.schema import Concepts
from dragoman.text.units import Unit

SHARE = {"sport": 0.25, "entertainment": 0.3, "market": 0.5, "weather": 0.45, "animal": 0.5, "science": 0.6}
"""Share of sentences that hold a word of the domain from which the whole article is taken to be of it."""
FEWEST = 3
POWERS = frozenset(
    ("police police-officer soldier military security-forces president prime-minister government authorities prosecutor"
     " parliament opposition-leader rebel militant foreign-ministry foreign-minister interior-ministry").split()
)  # fmt: skip
"""Who stands in no report of sport or shows but by chance; courts and generals do."""


def named_things(units: Sequence[Unit]) -> set[str]:
    """List the things that the words of a sentence may name."""
    return {m.concept for unit in units for m, _ in unit.readings.get("thing", ())}


def names_power(units: Sequence[Unit]) -> bool:
    """Tell whether the words of a sentence may name who governs, polices or fights."""
    return any(not POWERS.isdisjoint(m.concept for m, _ in unit.readings.get("role", ())) for unit in units)


def foreign_domain(
    sentences: Sequence[Iterable[str]], concepts: Concepts, powers: Callable[[], int] = int
) -> str | None:
    """Name the domain an article belongs to, from the things named in each of its sentences, or None.

    `powers` counts its sentences that name who governs, polices or fights, where that is asked: where they are more, a
    singer's arrest is no show.
    """
    counts: Counter[str] = Counter()
    for things in sentences:
        counts.update({d for t in things if (thing := concepts.things.get(t)) is not None and (d := thing.domain)})
    for domain, number in counts.most_common():
        share = SHARE.get(domain)
        if share is not None and number >= FEWEST and number >= share * len(sentences) and number >= powers():
            return domain
    return None
