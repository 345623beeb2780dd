"""Join coordinated noun phrases into one: "X, Y and Z" is one subject or one object."""

from collections.abc import Sequence

from dragoman.actors.items import Item

ACTORS = frozenset({"actor", "pron"})


def coordinate(items: Sequence[Item]) -> list[Item]:
    """Return the items with coordinated actors joined: the first keeps its place and gets the others as members."""
    out: list[Item] = []
    at = 0
    while at < len(items):
        item = items[at]
        out.append(item)
        at += 1
        if item.kind != "np" or item.sort not in ACTORS or item.owner:
            continue
        while True:
            joined, after = _next(items, at, out)
            if joined is None:
                break
            item.members.append(joined)
            if not item.links or "and" in item.links or (_bare(item) and joined.links):
                item.links = joined.links
            item.owner = item.owner or joined.owner
            if joined.owner:
                item.links = joined.links
            at = after
    for index, item in enumerate(out):
        item.index = index
    return out


def _next(items: Sequence[Item], at: int, out: Sequence[Item]) -> tuple[Item | None, int]:
    """Find a coordinated actor from `at`: a coordinator (or a comma that a coordinator follows later), then an actor."""
    first = out[-1]
    if (
        "and" in first.links and look_ahead(items, at) and not first.owner and items[at].links != {"in"}
    ):  # ko: A와 B는, ja: AとBは, tr: A ile B
        return items[at], at + 1
    look = at
    comma = look < len(items) and items[look].sort in {"comma", "hyphen"}
    if comma:
        look += 1
    if look < len(items) and items[look].sort == "coord":
        look += 1
    elif comma and items[at].sort == "comma" and len(out) == 1 and _headline_pair(first, items, look):
        return items[look], look + 1  # "Colombia, Brazil deploy troops"
    elif not comma or (items[at].sort == "comma" and not _coordinator_follows(items, look)):
        return None, at
    if look >= len(items):
        return None, at
    item = items[look]
    if item.kind == "fn" and item.sort == "link" and look + 1 < len(items):
        look, item = look + 1, items[look + 1]
    if item.kind != "np" or item.sort != "actor":
        return None, at
    apart = item.links and first.links and not item.links & first.links
    if apart and item.marker is None and not item.owner and not _bare(first):
        return None, at
    before_verb = look + 1 < len(items) and _opens_predicate(items, look + 1)
    linked = len(out) > 1 and out[-2].sort == "link" and not out[-2].links & {"subject", "object", "topic", "like"}
    after_verb = linked or any(i.kind == "verb" for i in out[-3:-1])
    if before_verb and after_verb:
        return None, at
    return item, look + 1


def _headline_pair(first: Item, items: Sequence[Item], at: int) -> bool:
    """Tell whether a sentence opens with two bare names and a comma between, and a verb follows."""
    if at + 1 >= len(items) or not _opens_predicate(items, at + 1):
        return False
    pair = [first, items[at]]
    bare = all(i.kind == "np" and i.sort == "actor" and not i.links and not i.owner for i in pair)
    return bare and all(
        i.draft is not None and not i.draft.roles and bool(i.draft.countries or i.draft.persons) for i in pair
    )


def _bare(item: Item) -> bool:
    """Tell whether a noun phrase bears no mark but its form's (tr "NATO ve AB'yi": the last bears the case of both)."""
    return item.links == {"topic"} and item.marker is None


def look_ahead(items: Sequence[Item], at: int) -> bool:
    """Tell whether another actor follows directly."""
    return at < len(items) and items[at].kind == "np" and items[at].sort == "actor" and not items[at].owner


def _opens_predicate(items: Sequence[Item], at: int) -> bool:
    while at < len(items) and items[at].sort in {"aux", "neg"}:
        at += 1
    if at >= len(items) or items[at].kind != "verb":
        return False
    by = at + 1 < len(items) and "by" in items[at + 1].links
    return "participle" not in items[at].feats or ("past" in items[at].feats and not by)  # "and the army warned …"


def _coordinator_follows(items: Sequence[Item], at: int) -> bool:
    """Tell whether "X, Y and Z" goes on: an actor, perhaps more commas, then a coordinator and an actor."""
    look = at
    while look + 1 < len(items) and items[look].kind == "np" and items[look].sort == "actor":
        if items[look + 1].sort == "coord":
            return True
        if items[look + 1].sort != "comma":
            return False
        look += 2
        if look < len(items) and items[look].sort == "coord":
            return True
    return False
