"""Noun phrases where the verb comes last, made ready before any verb takes them: counts, strangers, owners."""

from collections.abc import Sequence

from dragoman.actors.items import Item

MARKED = frozenset({"subject", "object", "topic", "to", "dative", "of", "with", "from", "in"})
STANDS = frozenset({"subject", "topic"})


def ready_phrases(items: Sequence[Item]) -> None:
    """Give noun phrases the links that counts, particles and endings show before verbs take them."""
    _counted(items)
    _strangers(items)
    _sources(items)
    _possessors(items)


def _counted(items: Sequence[Item]) -> None:
    """Give a noun the link that stands behind its count (ja 外交官23人を, three and twenty diplomats as object)."""
    for item in items:
        if item.kind != "gap" or not item.links or not item.text[:1].isdigit():
            continue
        look = item.index - 1
        while look > 0 and _glued_gap(items, look):
            look -= 1
        noun = items[look] if look >= 0 else None
        if noun is not None and noun.kind == "np" and not noun.links and noun.end == items[look + 1].start:
            noun.links, noun.marker = item.links, item.marker


def _glued_gap(items: Sequence[Item], at: int) -> bool:
    item = items[at]
    return item.kind == "gap" and not item.links and item.end == items[at + 1].start


def _strangers(items: Sequence[Item]) -> None:
    """Take an unknown word for a noun where a particle tells its place in the clause (ko 유가가, ja 補佐官が)."""
    for item in items:
        if item.kind != "gap" or item.sort not in {"unknown", "opaque"} or item.text[:1].isdigit():
            continue
        links = item.links or item.feats & MARKED
        if not links & MARKED or ("topic" in links and item.draft is not None and len(item.text) < 4):
            continue  # ko: -는 may as well be the ending of an unknown verb
        item.kind, item.sort, item.links = "np", "other", frozenset(links)


def _sources(items: Sequence[Item]) -> None:
    """Keep who vouches out of what is told: a noun before "according to" is no part of the clause."""
    for item in items:
        if item.kind != "fn" or item.sort != "source" or not item.means("after"):
            continue
        for named in reversed(items[max(0, item.index - 3) : item.index]):
            stands = named.links & (STANDS | {"object"}) and "gen" not in named.feats  # tr "Fransa'nın verilerine göre"
            if named.kind == "verb" or named.sort == "comma" or stands:
                break
            if named.kind == "np" and named.sort in {"actor", "other", "thing"}:
                named.links, named.owner = frozenset({"according"}), False


def _possessors(items: Sequence[Item]) -> None:
    """Tell owners and owned apart by their endings where other words part them (tr "ittifakın tam desteğini vadetti")."""
    for item in items:
        _settle_compound(items, item)
    for item in items[1:]:
        before = items[item.index - 1]
        apart = before.kind != "np" or bool(before.links - {"of", "poss", "subject"}) or before.sort == "time"
        opened = item.draft is not None and (
            item.draft.quantity or item.draft.people
        )  # "10 polisi", "Amerikalı rahibi"
        if item.sort == "actor" and {"nom", "poss"} <= item.feats and apart and item.text.count(" ") <= opened:
            item.feats, item.links = frozenset({"acc"}), frozenset({"object"})  # "Senato'yu adayı reddetmeye çağırdı"

    for item in items:
        if item.kind != "np":
            continue
        if item.owner and "gen" in item.feats and not _owns(items, item):
            item.links, item.owner = frozenset({"subject"}), False  # "Washington'ın anlaşmadan çekilmesi"
        following = items[item.index + 1] if item.index + 1 < len(items) else None
        apart = following is not None and following.sort == "comma" and {"acc", "poss"} <= item.feats
        if apart and not any(i.links & STANDS for i in items[: item.index] if i.kind == "np"):
            item.links = frozenset({"topic"})  # "Unison sendikaları, …": unions of that name, set apart as the subject
        if "gen" not in item.feats or "subject" not in item.links or following is None or following.kind != "gap":
            continue
        look = item.index + 1
        while look < len(items) and items[look].kind == "gap" and not items[look].links:
            look += 1
        owned = items[look] if look < len(items) else None
        verb = next((i for i in items[look + 1 :] if i.kind == "verb"), None) if owned is not None else None
        if owned is not None and owned.kind == "np" and "poss" in owned.feats:
            if verb is None or not verb.feats & {"nominal", "quote"}:
                item.links, item.owner = frozenset({"poss"}), True


def _settle_compound(items: Sequence[Item], item: Item) -> None:
    """Read a noun owned by a bare country as a compound: it stands in the nominative (tr "İsrail askerleri").

    A bare noun between an owner and what is owned belongs to what is owned (tr "İtalya'nın göçmen politikası").
    """
    draft = item.draft
    if item.sort != "actor" or draft is None or draft.names or draft.persons:
        return
    around = items[item.index - 1 : item.index + 2] if item.index else ()
    if len(around) == 3 and "gen" in around[0].feats and "poss" in around[2].feats and "plural" not in item.feats:
        if not (draft.countries or draft.orgs or item.marker) and around[2].sort != "actor":
            item.kind, item.links = "gap", frozenset()
            return
    if "nom-owned" in item.feats and (draft.countries or draft.orgs) and draft.roles and not draft.demonym:
        item.feats, item.links = frozenset({"nom", "plural"}), frozenset({"topic"})


def _owns(items: Sequence[Item], item: Item) -> bool:
    """Tell whether a genitive is followed by what it owns: a noun marked as owned before one with a case of its own."""
    for owned in items[item.index + 1 :]:
        if owned.kind != "np" or "poss" in owned.feats or not owned.feats:
            return True
        if owned.feats & {"abl", "dat", "loc", "ins", "acc"}:
            return False
    return True


def lone_quotes(items: Sequence[Item]) -> frozenset[int]:
    """List the opening quotation marks that nothing closes."""
    found: list[int] = []
    for item in items:
        if item.sort == "quote-open":
            found.append(item.index)
        elif item.sort == "quote-close" and found:
            found.pop()
    return frozenset(found)
