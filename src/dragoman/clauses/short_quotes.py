"""Step over a few quoted words between a subject and its verb."""

from collections.abc import Sequence

from dragoman.actors.items import Item

REACH = 4
"""How many items may stand in the quotation marks."""
HELPING = frozenset({"aux", "neg"})


def over_quotes(items: Sequence[Item], at: int) -> int | None:
    """From a closing quotation mark, tell where to look further left for the subject; None where it closes a quotation.

    A name in quotation marks names the noun before it (die Einheit "Tornado" …) or stands alone (zh “救助儿童会”正在 …);
    quoted helping words belong to the verb (vi: ông "không muốn" sa thải).
    """
    opened = _opening(items, at)
    inside = items[opened + 1 : at] if opened is not None else ()
    if opened is None or not inside:
        return None
    if all(i.sort in HELPING for i in inside):
        return opened - 1
    if any(i.kind == "fn" for i in inside):
        return None
    if opened and items[opened - 1].kind == "np":
        return opened - 1
    return at - 1 if len(inside) == 1 and inside[0].sort == "actor" else None


def _opening(items: Sequence[Item], at: int) -> int | None:
    """Find the mark that opens what closes here, with no verb, act or pronoun between."""
    for look in range(at - 1, max(-1, at - 2 - REACH), -1):
        if items[look].sort == "quote-open":
            return look
        if items[look].kind == "verb" or items[look].sort in {"act", "pron"}:
            return None
    return None
