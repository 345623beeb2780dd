"""Follow a list of things to its end: what hangs behind "and" still hangs from the verb before the list."""

from collections.abc import Sequence

from dragoman.actors.items import Item
from dragoman.clauses.predicate import WALLS

ENDS = WALLS | {"contrast"}
THINGS = frozenset({"thing", "act", "other"})


def joined_thing(items: Sequence[Item], at: int) -> Item | None:
    """Return the phrase a comma or coordinator at `at` joins to the thing before it; None where a clause begins there.

    "fired tear gas and rubber bullets at crowds"; "taxes on American cars, alcohol and tobacco".
    """
    before, after = items[at - 1] if at else None, items[at + 1] if at + 1 < len(items) else None
    if before is None or after is None or not _may_be_listed(before) or not _is_thing(after):
        return None
    if items[at].sort == "comma" and not _coordinated_later(items, at + 1):
        return None
    for item in items[at + 1 :]:
        if item.kind == "verb":
            return None
        if item.sort in ENDS or (item.sort == "coord" and items[item.index - 1].sort == "actor"):
            break  # "sent missiles and jets to Damascus and China condemned …"
    return after


def _may_be_listed(item: Item) -> bool:
    """Tell whether an item may be the first of a list: a noun, a word unknown, or a verb whose object its entry holds."""
    return item.kind in {"np", "gap"} or (item.kind == "verb" and " " in item.text)


def _is_thing(item: Item) -> bool:
    """Tell whether an item is an unmarked noun that names nobody, or a word unknown."""
    if item.kind == "gap":
        return item.sort != "opaque"
    return item.kind == "np" and item.sort in THINGS and not item.owner


def _coordinated_later(items: Sequence[Item], at: int) -> bool:
    """Tell whether a coordinator follows after nothing but words of the list."""
    for item in items[at:]:
        if item.sort == "coord":
            return True
        if item.kind == "verb" or (item.kind == "fn" and item.sort not in {"comma", "hyphen"}):
            return False
    return False
