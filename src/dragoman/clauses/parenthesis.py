"""Step over what two commas set off between a subject and its verb."""

from collections.abc import Sequence

from dragoman.actors.items import Item
from dragoman.clauses.inverted_speech import is_inverted_speech
from dragoman.clauses.predicate import Pred, may_be_subject
from dragoman.packs.schema import Concepts

DESCRIBING = frozenset({"gerund", "participle", "adnominal"})
RELATIVE_REACH = 40
"""How many items a relative clause between commas may have."""


def over_parenthesis(items: Sequence[Item], comma: int, before: list[Pred], concepts: Concepts) -> int | None:
    """From the comma before a verb, find the place before the comma that opened the parenthesis."""
    if comma > 0 and items[comma - 1].sort == "actor" and "," in items[comma - 1].text:
        return None  # "his counterpart, Walid al-Moualem, demanded": the comma closes what is one phrase already
    if "like" in items[comma + 1].links:
        return None  # vi: "các quan chức, bao gồm ông X đang thuyết phục": it opens examples that no comma closes
    opened = _relative_before(items, comma)
    if opened is not None and any(p.index > opened for p in before):
        return opened - 1
    for look in range(comma - 1, max(comma - 16, -1), -1):
        item = items[look]
        if item.sort == "comma":
            inside = items[look + 1 : comma]
            first = next((i for i in inside if i.sort not in {"aux", "neg"}), None)
            told = any(p.item is first and is_inverted_speech(items, p, concepts) for p in before)
            if inside and inside[0].kind == "verb" and not inside[0].feats & DESCRIBING and not told:
                return None
            return look - 1
        if item.kind == "fn" and item.sort in {"break", "quote-open", "stop", "comp"}:
            return None
    return None


def _relative_before(items: Sequence[Item], comma: int) -> int | None:
    """Find the comma that opens the relative clause another comma closes ("the US, which had warned that …, urged").

    The noun before it must be one that can be a subject: "which warned whoever broke the truce, urged".
    """
    quoted = False
    for look in range(comma - 1, max(comma - RELATIVE_REACH, 0), -1):
        if items[look].sort in {"break", "stop"} or (items[look].sort == "quote-open" and not quoted):
            return None
        if items[look].sort in {"quote-open", "quote-close"}:
            quoted = items[look].sort == "quote-close"  # 'which would consider "appropriate measures" against'
            continue
        if items[look].sort == "comma" and _opens_relative(items, look):
            head = items[look - 1]
            if head.kind != "np":
                return None
            if may_be_subject(head):
                return look
    return None


def _opens_relative(items: Sequence[Item], comma: int) -> bool:
    """Tell whether a relative word, with or without an adposition, stands behind a comma."""
    first = items[comma + 1]
    return first.sort == "rel" or (first.sort == "link" and items[comma + 2].sort == "rel")
