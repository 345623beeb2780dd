"""Join coordinated noun phrases into one: "X, Y and Z" is one subject or one object."""

from collections.abc import Sequence

from dragoman.actors.items import Item
from dragoman.packs.lexicon import NONE

MARKED = frozenset({"topic", "subject", "object", "to", "with", "dative"})
ACTORS = frozenset({"actor", "pron"})
TELLING = frozenset({"say", "report", "announce", "confirm", "reveal", "stress", "argue", "think", "know"})


def coordinate(items: Sequence[Item], *, verb_last: bool = False) -> list[Item]:
    """Return the items with coordinated actors joined: the first keeps its place and gets the others as members.

    Where the verb comes last, no clause begins with the actor right before it (fa "با آلمان و فرانسه دیدار کرد").
    """
    out: list[Item] = []
    at = 0
    _count_members(items)
    while at < len(items):
        item = items[at]
        out.append(item)
        at += 1
        if item.kind != "np" or item.sort not in ACTORS or item.owner:
            continue
        while True:
            joined, after = _next(items, at, out, verb_last)
            if joined is None:
                break
            _share_head(item, joined)
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


def _share_head(first: Item, member: Item) -> None:
    """Give a bare adjective of a country the head it shares with the phrase before (ar "القوات السورية والروسية")."""
    mine, other = first.draft, member.draft
    if mine is None or other is None or not (mine.roles and mine.demonym) or not other.demonym:
        return
    if not (mine.persons or mine.names or other.roles or other.people or other.persons or other.names or other.orgs):
        other.roles, other.plural = list(mine.roles), mine.plural


def _next(items: Sequence[Item], at: int, out: Sequence[Item], verb_last: bool) -> tuple[Item | None, int]:
    """Find a coordinated actor from `at`: a coordinator (or a comma that a coordinator follows later), then an actor."""
    first = out[-1]
    if (
        "and" in first.links and look_ahead(items, at) and not first.owner and not _is_place(items[at])
    ):  # ko: A와 B는, ja: AとBは, tr: A ile B
        return items[at], at + 1
    governed = (
        len(out) > 1 and out[-2].kind == "verb"
    )  # where the verb comes first, subject and object stand side by side
    if not governed and _spaced_list(first, items, at):
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
        if not (comma and (len(first.members) > 0 or _bare_list(items, look)) and not first.links):
            return None, at
    if comma and _bare(first) and len(out) == 1 and not first.members and _marked_apart(items, look):
        return None, at  # tr "Trump, Honduras ve Guatemala'ya …": the comma sets the subject apart
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
    before_verb = not verb_last and look + 1 < len(items) and _opens_predicate(items, look + 1)
    if comma and not verb_last and look + 1 < len(items) and items[look + 1].sort == "rel":
        before_verb = True  # es "… de Amnistía, y dos soldados que entraron …": a comma before "and" begins a clause
    linked = len(out) > 1 and out[-2].sort == "link" and not out[-2].links & {"subject", "object", "topic", "like"}
    after_verb = linked or any(i.kind == "verb" and not _only_tells(i) for i in out[-3:-1])
    paired = "between" in first.links  # sv "samtalen mellan London och Bryssel strandade": one side is not enough
    if (
        before_verb
        and not paired
        and (after_verb or _inside_object(out) or _qualifies_object(out))
        and not first.members
    ):
        return None, at
    return item, look + 1


def _count_members(items: Sequence[Item]) -> None:
    """Give the last of a list the link that stands on the count of its members (ja 米国、インドの2カ国は)."""
    for before, item, count in zip(items, items[1:], items[2:], strict=False):
        counted = count.kind == "gap" and count.text[:1].isdigit() and bool(count.links & MARKED)
        listed = item.links == {"of"} or (not item.links and before.sort == "comma")
        if counted and listed and item.kind == "np" and item.sort == "actor":
            item.links, item.marker, item.owner = count.links, count.marker or item.marker, False
            count.links = NONE


def _spaced_list(first: Item, items: Sequence[Item], at: int) -> bool:
    """Tell whether a list whose members only spaces part goes on to "and" (th แคนาดา สหรัฐ และเม็กซิโก)."""
    if at + 2 >= len(items) or items[at + 1].sort != "coord" or items[at].start != first.end + 1:
        return False
    members = (first, items[at], items[at + 2])
    bare = all(i.kind == "np" and i.sort == "actor" and not i.links and not i.owner for i in members)
    return bare and all(i.draft is not None and i.draft.countries and not i.draft.roles for i in members)


def _is_place(item: Item) -> bool:
    """Tell whether a phrase only names where (ja メルケル首相とベルリンで会談 = met with Merkel in Berlin)."""
    return "in" in item.links and item.links <= {"in", "through", "from"}


def _bare_list(items: Sequence[Item], at: int) -> bool:
    """Tell whether bare actors and commas go on to one whose particle is all of theirs (ko "칠레, 페루, 파라과이는")."""
    look = at
    while look + 1 < len(items) and items[look].sort == "actor" and items[look].kind == "np":
        if items[look + 1].sort != "comma" or items[look].owner or items[look].links:
            break
        look += 2
    last = items[look] if look < len(items) else None
    if last is None or last.sort != "actor" or last.owner or not last.links & MARKED:
        return False
    both = last.draft is not None and any(role == "side" for role, _ in last.draft.roles)
    return look > at or both  # ja フランス、ドイツ両国は


def _marked_apart(items: Sequence[Item], at: int) -> bool:
    """Tell whether the list of actors that begins here ends in a case that a subject has not."""
    look = at
    while look < len(items) and (items[look].sort in {"comma", "coord"} or items[look].sort == "actor"):
        look += 1
    last = items[look - 1]
    return last.kind == "np" and bool(last.links) and "topic" not in last.links and not last.owner


def _headline_pair(first: Item, items: Sequence[Item], at: int) -> bool:
    """Tell whether a sentence opens with two bare names and a comma between, and a verb follows."""
    if at + 1 >= len(items) or not _opens_predicate(items, at + 1):
        return False
    pair = [first, items[at]]
    bare = all(i.kind == "np" and i.sort == "actor" and not i.links and not i.owner for i in pair)
    return bare and all(
        i.draft is not None and not i.draft.roles and bool(i.draft.countries or i.draft.persons) for i in pair
    )


def _only_tells(verb: Item) -> bool:
    """Tell whether a verb only reports: what stands behind it opens a clause ("said Russia and China agreed")."""
    return all(m.concept in TELLING for m, _ in verb.readings)


def _inside_object(out: Sequence[Item]) -> bool:
    """Tell whether the last phrase ends a chain of nouns that a verb governs ("taxed goods from China and Beijing …")."""
    for item in reversed(out[:-1]):
        if item.kind == "verb":
            return not _only_tells(item)
        if item.kind != "np" and item.sort != "link":
            return False
    return False


def _bare(item: Item) -> bool:
    """Tell whether a noun phrase bears no mark but its form's (tr "NATO ve AB'yi": the last bears the case of both)."""
    return item.links == {"topic"} and item.marker is None


def _qualifies_object(out: Sequence[Item]) -> bool:
    """Tell whether an actor qualifies a thing behind a verb ("imponer aranceles a productos chinos y Pekín respondió")."""
    before = [i for i in out[-6:-1] if i.kind != "gap"]
    if not before or before[-1].kind != "np" or before[-1].sort == "actor" or out[-1].links - {"of"}:
        return False
    return len(before) > 1 and (before[-2].sort == "link" or before[-2].kind == "verb")


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
