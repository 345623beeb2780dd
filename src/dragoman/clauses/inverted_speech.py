"""Tell where a report stands behind, beside or inside what is said, and who speaks there."""

from collections.abc import Sequence

from dragoman.actors.items import Item
from dragoman.clauses.predicate import Pred
from dragoman.packs.schema import Concepts

SPEAKER_REACH = 6


def is_inverted_speech(items: Sequence[Item], pred: Pred, concepts: Concepts) -> bool:
    """Tell whether a verb of speech behind a mark is followed by who speaks ("…, said the minister")."""
    if concepts.acts[pred.act].kind != "speech" or not speaker_follows(items, pred.index):
        return False
    before = next((i for i in reversed(items[: pred.index]) if i.sort not in {"aux", "neg"}), None)
    return before is not None and before.sort in {"comma", "quote-close"}


def speaker_follows(items: Sequence[Item], at: int) -> bool:
    """Tell whether who speaks stands behind a verb, after nothing but when, where and whom it is told.

    es "…, dijo el jueves a la prensa el ministro", fr "…, a annoncé jeudi à Paris le ministre".
    """
    for number, item in enumerate(items[at + 1 : at + 1 + SPEAKER_REACH], at + 1):
        marked = item.kind == "np" and item.links and "subject" not in item.links
        if marked or item.sort in {"time", "link", "det"}:
            continue
        named = item.kind == "np" and item.sort in {"actor", "pron"}
        spoken = item.sort == "pron" and _verb_behind(items, number + 1)
        return named and not spoken and (not item.links or "subject" in item.links)
    return False


def _verb_behind(items: Sequence[Item], at: int) -> bool:
    """Tell whether a verb or helping verb stands behind a pronoun: then it is what is said ("said it strongly backed")."""
    behind = next((i for i in items[at:] if i.kind != "gap" and i.sort != "neg"), None)
    return behind is not None and (behind.kind == "verb" or behind.sort == "aux")


def speaker_before(
    items: Sequence[Item], pred: Pred, comma: int, before: list[Pred], concepts: Concepts
) -> Item | None:
    """Find who speaks at the end of a sentence, with an apposition: "…, the governor of Luhansk, Serhiy Haidai, said"."""
    ends = pred.index + 1 >= len(items) or items[pred.index + 1].kind == "fn"
    if not ends or comma != pred.index - 1 or concepts.acts[pred.act].kind != "speech":
        return None
    for look in range(comma - 1, max(comma - 10, before[-1].index if before else -1), -1):
        opened = items[look].sort == "comma"
        if opened or look == 0:  # id: "Albence, seorang pejabat di bidang Imigrasi, bersaksi" = testified
            first = items[look + opened]
            return first if first.sort == "actor" and not first.links and first.entities else None
        if items[look].kind not in {"np", "gap"} and items[look].sort not in {"link", "hyphen"}:
            return None
    return None
