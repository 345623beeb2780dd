"""Join a name to the office before it where a linker parts them ("ang pangulo ng bansa na si Juan Cruz")."""

from collections.abc import Sequence

from dragoman.actors.items import Item
from dragoman.packs.lexicon import NONE
from dragoman.packs.schema import Facts
from dragoman.records import Span

CHAIN = frozenset({"link", "hyphen"})
CARRYING = frozenset({"perform", "other", "launch", "send"})
ARTICLES = frozenset({"subject"})


def join_linked_names(items: Sequence[Item], facts: Facts) -> list[Item]:
    """Return the items with names joined to the offices they belong to; a language without focus keeps all as they are."""
    if not facts.focus:
        return list(items)
    out: list[Item] = []
    for at, item in enumerate(items):
        out.append(item)
        _free_pronoun(item, facts)
        _reach_noun(out, facts)
        _pass_light(out, facts)
        _accompany(out, facts)
        if not _article_before(items, at) or item.kind != "np" or item.draft is None:
            continue
        if _names(item) and not item.draft.roles:
            _join_name(out, facts)
        elif item.draft.roles and not _names(item):
            _join_office(out)
    for index, item in enumerate(out):
        item.index = index
    return out


def _free_pronoun(item: Item, facts: Facts) -> None:
    """Take a marker away from a genitive pronoun: it belongs to the noun before it ("sa pagitan nila" = between them)."""
    if item.sort == "pron" and item.links and facts.affixed("agent", item.text.lower()):
        item.links, item.marker = NONE, None


def _reach_noun(out: list[Item], facts: Facts) -> None:
    """Let a marker reach its noun over linked words no list knows, and drop those words.

    "sa mga bilateral na kasunduan", "ng isang bagong pinunong …", "ang isang-linggong imbestigasyon".
    """
    noun = out[-1]
    if noun.kind != "np" or noun.sort == "pron":
        return
    at = len(out) - 2
    while at >= 0 and _linked_word(out, at, facts):
        at -= 1
    opened = out[at] if 0 <= at < len(out) - 2 else None
    if opened is None or opened.sort not in {"link", "other"} or (opened.sort == "other" and opened.readings):
        return
    if not noun.links:
        noun.links = opened.links
        noun.marker = Span(opened.start, opened.end) if opened.sort == "link" else opened.marker
    del out[at + (opened.sort == "link") : -1]


def _linked_word(out: Sequence[Item], at: int, facts: Facts) -> bool:
    """Tell whether an item is a describing word linked to what follows, or a part of such a word."""
    item, after = out[at], out[at + 1]
    if item.sort in {"rel", "comp"}:
        before = out[at - 1] if at else None
        return before is not None and (before.kind == "gap" or (before.sort == "other" and not before.readings))
    if item.sort == "hyphen":
        return after.kind == "gap"
    if item.kind == "gap" or (item.sort == "other" and not item.readings and not item.links):
        return after.sort in {"rel", "comp", "hyphen"} or facts.affixed("linker", item.text)
    return False


def _pass_light(out: list[Item], facts: Facts) -> None:
    """Drop a light verb between a marker and the deed it only carries ("ang ginawang pagbisita" = the visit made)."""
    if len(out) < 3 or out[-1].kind != "np" or out[-1].sort != "act" or out[-1].links:
        return
    marker, verb, deed = out[-3:]
    idle = verb.kind == "verb" and all(m.concept in CARRYING for m, _ in verb.readings)
    if marker.sort == "link" and idle and facts.affixed("linker", verb.text):
        deed.links, deed.marker = marker.links, Span(marker.start, marker.end)
        del out[-2]


def _accompany(out: Sequence[Item], facts: Facts) -> None:
    """Read whom an act done together is done with ("pakikipagpulong kay Putin" = a meeting with Putin)."""
    other, act = out[-1], next((i for i in reversed(out[:-1]) if i.sort != "link"), None)
    if other.kind == "np" and "to" in other.links and act is not None and act.sort == "act":
        if facts.affixed("together", act.text.split()[-1].lower()):
            other.links = other.links | {"with"}


def _names(item: Item) -> bool:
    return item.draft is not None and bool(item.draft.persons or item.draft.names)


def _article_before(items: Sequence[Item], at: int) -> bool:
    return at > 1 and items[at - 1].sort == "link" and bool(items[at - 1].links & ARTICLES)


def _join_name(out: list[Item], facts: Facts) -> None:
    """Give a name after "na si" to the office before it, or to the unlisted noun that stands for one."""
    name, linker = out[-1], out[-3]
    linked = linker.sort in {"rel", "comp"}
    glued = linker.kind in {"np", "gap"} and facts.affixed("linker", linker.text) and linker.text[0].islower()
    if not linked and not glued:
        return
    until = len(out) - (4 if linked else 3)
    head = _head(out, until)
    if head is None:
        return
    noun = out[head]
    if noun.kind == "gap":
        marker = out[head - 1]
        name.links = marker.links
        del out[-3 if linked else -2 :]
        out[head] = name
        return
    assert noun.draft is not None
    assert name.draft is not None
    if name.draft.persons:
        noun.draft.roles = [r for r in noun.draft.roles if r[0] != "counterpart"] or noun.draft.roles
    noun.draft.persons, noun.draft.names = name.draft.persons, name.draft.names
    if head == until:
        noun.end = name.end
    del out[-3 if linked else -2 :]


def _head(out: Sequence[Item], at: int) -> int | None:
    """Find the office in the chain of marked nouns that ends here; else the marked noun that no list knows."""
    stranger: int | None = None
    while at >= 0:
        item = out[at]
        if item.kind == "verb" or (item.kind == "fn" and item.sort not in CHAIN):
            break
        if item.kind == "np" and item.sort == "actor" and item.draft is not None:
            if item.draft.roles and not _names(item) and not item.draft.plural:
                return at
            if _names(item) and item.draft.roles:
                break
        if item.kind == "gap" and at and out[at - 1].sort == "link":
            stranger = at
        at -= 1
    return stranger


def _join_office(out: list[Item]) -> None:
    """Give an office after a comma and an article to the name before it ("Juan Cruz, ang pangulo ng bansa, …")."""
    office, comma = out[-1], out[-3]
    named = out[-4] if len(out) > 3 else None
    if comma.sort != "comma" or named is None or named.draft is None or office.draft is None:
        return
    if not _names(named) or named.draft.roles or named.kind != "np":
        return
    named.draft.roles = office.draft.roles
    named.draft.countries = named.draft.countries or office.draft.countries
    named.draft.orgs = named.draft.orgs or office.draft.orgs
    del out[-3:]
