"""Tell where a report stands behind, beside or inside what is said, and who speaks there."""

from collections.abc import Sequence

from dragoman.actors.items import Item
from dragoman.clauses.predicate import Pred
from dragoman.packs.schema import Concepts

TOLD_WHEN = frozenset({"link", "time"})


def is_inverted_speech(items: Sequence[Item], pred: Pred, concepts: Concepts) -> bool:
    """Tell whether a verb of speech behind a mark is followed by who speaks ("…, said the minister")."""
    if concepts.acts[pred.act].kind != "speech" or not speaker_follows(items, pred.index):
        return False
    before = next((i for i in reversed(items[: pred.index]) if i.sort not in {"aux", "neg"}), None)
    return before is not None and before.sort in {"comma", "quote-close"}


def speaker_follows(items: Sequence[Item], at: int) -> bool:
    """Tell whether an actor stands right after a verb, and no other verb after it in the clause."""
    following = items[at + 1] if at + 1 < len(items) else None
    if following is not None and following.kind == "np" and following.sort in {"actor", "pron"} and not following.links:
        return True
    look = at + 1
    while look < len(items) and (items[look].sort in TOLD_WHEN or _addressed(items[look])):
        look += 1  # ru "…, сообщил в среду журналистам министр": told reporters on Wednesday
    speaker = items[look] if look < len(items) else None
    return speaker is not None and speaker.sort in {"actor", "pron"} and "subject" in speaker.links


def _addressed(item: Item) -> bool:
    """Tell whether a phrase behind a verb of speech only says to whom or where (ru "заявил в парламенте премьер")."""
    oblique = item.kind == "np" and item.marker is not None and not item.links & {"subject", "object"}
    return oblique or (item.sort == "actor" and item.links == {"to"})


def speaker_before(
    items: Sequence[Item], pred: Pred, comma: int, before: list[Pred], concepts: Concepts
) -> Item | None:
    """Find who speaks at the end of a sentence, with an apposition: "…, the governor of Luhansk, Serhiy Haidai, said"."""
    ends = pred.index + 1 >= len(items) or items[pred.index + 1].kind == "fn"
    if not ends or comma != pred.index - 1 or not before or concepts.acts[pred.act].kind != "speech":
        return None
    for look in range(comma - 1, max(comma - 10, before[-1].index), -1):
        if items[look].sort == "comma":
            first = items[look + 1]
            return first if first.sort == "actor" and not first.links and first.entities else None
        if items[look].kind != "np" and items[look].sort not in {"link", "hyphen"}:
            return None
    return None
