"""Pass over the words by which a writer leaves a name to others: "bombed what Delhi called a camp" is "bombed a camp"."""

from collections.abc import Sequence

from dragoman.actors.items import Item
from dragoman.packs.lexicon import NONE
from dragoman.packs.schema import Facts

NAMING = frozenset({"call", "say"})
BETWEEN = frozenset({"aux", "pron", "actor", "thing", "link"})
REACH = 7


def pass_over_hedges(items: Sequence[Item], facts: Facts) -> list[Item]:
    """Return the items without free relatives that only name what follows, where a language declares what opens them."""
    if "hedge" not in facts.affixes:
        return list(items)
    kept: list[Item] = []
    at = 0
    while at < len(items):
        end = _named_behind(items, at, facts)
        if end:
            _take_place(kept, items[at], items[end], facts)
        else:
            kept.append(items[at])
        at = end or at + 1
    for index, item in enumerate(kept):
        item.index = index
    return kept


def _named_behind(items: Sequence[Item], at: int, facts: Facts) -> int:
    """Return where that stands which a free relative names; 0 where none opens here or it tells something itself."""
    opener = items[at].text.lower().replace("’", "'")
    if opener not in facts.affixes["hedge"] and opener not in facts.affixes.get("hedge-of", ()):
        return 0
    if at and items[at - 1].kind == "verb" and _names(items[at - 1]):
        return 0  # "said what he called for"
    look = at + 1
    while look < min(at + REACH, len(items)) and items[look].sort in BETWEEN - {"link"}:
        look += 1
    if look == at + 1 or look >= len(items) or items[look].kind != "verb" or not _names(items[look]):
        return 0
    look += 1
    while look < len(items) and items[look].sort in {"link", "quote-open"}:
        look += 1
    return look if look < len(items) and items[look].kind in {"np", "gap"} else 0


def _names(item: Item) -> bool:
    return item.kind == "verb" and any(item.means(act) for act in NAMING)


def _take_place(kept: Sequence[Item], opener: Item, named: Item, facts: Facts) -> None:
    """Let what is named hang as the free relative did: from its preposition, or as an object."""
    before = kept[-1] if kept else None
    if opener.text.lower().replace("’", "'") in facts.affixes.get("hedge-of", ()):
        named.links = frozenset({"of"})
    elif before is not None and before.sort == "link":
        named.links = before.links
    else:
        named.links, named.marker = NONE, None
