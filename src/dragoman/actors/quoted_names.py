"""Drop the quotation marks around a name, which scripts without capitals use to show one (ar تعهد "نايجل فارج" ب…)."""

from collections.abc import Sequence

from dragoman.actors.items import Item


def unquote_names(items: Sequence[Item]) -> list[Item]:
    """Return the items of a sentence without the quotation marks that hold one name and nothing else."""
    out: list[Item] = []
    at = 0
    while at < len(items):
        if items[at].sort == "quote-open" and at + 2 < len(items) and _names(items[at + 1]):
            if items[at + 2].sort == "quote-close":
                out.append(items[at + 1])
                at += 3
                continue
        out.append(items[at])
        at += 1
    return out


def _names(item: Item) -> bool:
    """Tell whether a phrase names a person and says nothing else of him."""
    draft = item.draft
    return (
        item.sort == "actor" and draft is not None and bool(draft.persons or len(draft.names) > 1) and not draft.roles
    )
