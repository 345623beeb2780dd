"""Noun phrases made ready where verbs come last and marks stand behind their noun (Hindi, Urdu, Bengali)."""

from collections.abc import Sequence

from dragoman.actors.items import Item
from dragoman.packs.schema import Facts


def ready_open_phrases(items: Sequence[Item], facts: Facts) -> None:
    """Give noun phrases the marks that brackets, joints and unknown words part them from, before verbs take them."""
    _rejoin(items)
    _settle_genitives(items)
    _settle_compounds(items, facts)
    _name_offices(items)
    _join_marked(items)


def _rejoin(items: Sequence[Item]) -> None:
    """Give a phrase the postposition that brackets part it from (hi "संगठन (बीडीआई) ने")."""
    for item in items:
        if item.sort != "link" or not item.index or items[item.index - 1].sort != "bracket-close":
            continue
        opened = next((i.index for i in reversed(items[: item.index]) if i.sort == "bracket-open"), 0)
        # hi "फ़ेडरेशन ऑफ़ इंडस्ट्रीज (BDI) ने": of a name that is not known only the letters in brackets are
        noun = next((i for i in items[opened - 1 : opened + 2] if opened and i.kind == "np"), None)
        if noun is not None and not noun.links:
            noun.links = frozenset(w for m, _ in item.readings for w in m.concept.split())


def _settle_genitives(items: Sequence[Item]) -> None:
    """Settle an ending of owners and objects alike by what follows (bn "শরণার্থীদের ফেরত পাঠায়", "শরণার্থীদের শিবির")."""
    for item in items:
        if item.kind != "np" or not {"object", "of"} <= item.links:
            continue
        after = items[item.index + 1] if item.index + 1 < len(items) else None
        owns = after is not None and after.kind == "np" and after.sort != "actor"
        item.links = item.links - ({"object"} if owns else {"of", "poss"})


def _settle_compounds(items: Sequence[Item], facts: Facts) -> None:
    """Take an act noun bare before another noun for what only qualifies it (hi "समझौता योजना", bn "চুক্তি খসড়া")."""
    for item, after in zip(items, items[1:], strict=False):
        bare = item.kind == "np" and item.sort == "act" and not item.links and not item.owner
        if bare and after.kind == "np" and after.sort in {"thing", "other", "act"} and after.start == item.end + 1:
            if after.readings and not facts.cases:
                item.sort = "thing"


def _name_offices(items: Sequence[Item]) -> None:
    """Give an office the mark behind the unknown last word of its holder's name (ur "وزیر الیکسنڈر نوواک نے")."""
    for item, after in zip(items, items[1:], strict=False):
        office = item.kind == "np" and item.sort == "actor" and not item.links and not item.owner
        stranger = after.kind in {"gap", "np"} and not after.entities and after.sort in {"unknown", "other"}
        if office and stranger and after.links == {"subject"} and item.draft is not None and item.draft.roles:
            item.links, after.links, after.kind = after.links, frozenset(), "gap"
        elif item.kind == "np" and item.sort == "actor" and not item.links and not item.owner and _unknown_head(after):
            item.kind = "gap"  # hi "टोरी कॉन्फ़्रेंस में": it only qualifies an unknown noun


def _unknown_head(item: Item) -> bool:
    """Tell whether an unknown noun with a postposition that marks no subject stands here."""
    return item.kind == "gap" and bool(item.links) and not item.links & {"subject", "object", "dative"}


def _join_marked(items: Sequence[Item]) -> None:
    """Give the first of two joined nouns the mark behind the second (ur "خاندان اور سکول کے سالوں سے متعلق")."""
    for at, item in enumerate(items[:-2]):
        if item.kind != "np" or item.owner or items[at + 1].sort != "coord":
            continue
        if item.links == {"subject", "object"} and items[at + 2].links == {"in"} and items[at + 2].sort == "actor":
            item.links = items[at + 2].links  # bn "ইউরোপীয় ইউনিয়ন এবং ন্যাটোতে" = in the European Union and NATO
        if item.links:
            continue
        for after in items[at + 2 : at + 6]:
            if after.kind not in {"np", "gap"}:
                break
            if after.kind == "np" and not after.owner:
                item.links = after.links if not after.links & {"of", "poss"} else item.links
                break
