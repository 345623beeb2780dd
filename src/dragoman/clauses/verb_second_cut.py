"""Cut a sentence into clauses at marks and conjunctions, and put together what only an insertion parts."""

from collections.abc import Sequence

from dragoman.actors.items import Item
from dragoman.clauses.predicate import Pred, is_bare
from dragoman.clauses.stretch import EMBEDDING, FINITE, JOINING, MARKS, WALLS, Stretch, is_verb, marked
from dragoman.packs.schema import Concepts


def part(items: Sequence[Item], by_index: dict[int, Pred]) -> list[Stretch]:
    """Cut the sentence at marks, conjunctions and coordinators that join clauses; short quotations cut nothing."""
    found = [Stretch(None)]
    inner = _quoted_words(items)
    for at, item in enumerate(items):
        wall = item.kind == "fn" and item.sort in WALLS and at not in inner and not _joins_nothing(items, at)
        if wall or (item.sort in JOINING and _joins_clauses(items, at, inner)):
            if found[-1].items or (found[-1].sort in EMBEDDING and item.sort not in EMBEDDING):
                found.append(Stretch(item))
            elif item.sort not in MARKS or found[-1].sort not in JOINING:
                found[-1].opener = item
            continue
        found[-1].items.append(item)
        if item.index in by_index:
            found[-1].preds.append(by_index[item.index])
    return [s for s in found if s.items]


def _joins_nothing(items: Sequence[Item], at: int) -> bool:
    """Tell whether a conjunction is another word here (de "fünf bis zehn Prozent", "hat damit begonnen")."""
    if items[at].sort != "sub" or not at or items[at - 1].sort in MARKS or not items[at].text[0].isalpha():
        return False
    return items[at - 1].sort == "quant" or (at + 1 < len(items) and items[at + 1].kind == "verb")


def settle_opener(stretch: Stretch) -> None:
    """Take an article for one where its noun has the finite verb second (de "er sagte, der Senat werde abstimmen")."""
    opener, items = stretch.opener, stretch.items
    if opener is None or opener.sort != "rel" or len(items) < 3 or items[0].kind not in {"np", "gap"} or items[0].links:
        return
    second = next((n for n, i in enumerate(items) if is_verb(i)), 0)
    phrase = [i for i in items[1:second] if not (i.kind == "np" and i.links and not is_bare(i)) and i.sort != "link"]
    plain = {p.index for p in stretch.preds if p.feats & FINITE and not p.feats & {"infinitive", "participle"}}
    finite = items[second].sort == "aux" or items[second].index in plain
    after = items[second + 1 :]  # nl has auxiliaries before participles last too: "die Rusland heeft beschuldigd"
    goes_on = bool(after) and not is_verb(after[0]) and any(i.kind == "np" or is_verb(i) for i in after)
    if second and not phrase and finite and goes_on:
        opener.sort = "comma"


def _quoted_words(items: Sequence[Item]) -> set[int]:
    """List the quotation marks around a few words without a verb."""
    found: set[int] = set()
    opened = len(items)
    for at, item in enumerate(items):
        opened = at if item.sort == "quote-open" else opened
        if item.sort == "quote-close" and not any(is_verb(i) for i in items[opened:at]):
            found |= {opened, at}
    return found


def _joins_clauses(items: Sequence[Item], at: int, inner: set[int]) -> bool:
    """Tell whether a coordinator joins clauses: a verb stands on both sides of it before the next mark that parts."""
    before = next((i for i in reversed(items[:at]) if is_verb(i) or (i.sort in WALLS and i.index not in inner)), None)
    after = next((i for i in items[at + 1 :] if is_verb(i) or (i.sort in WALLS and i.index not in inner)), None)
    comma = at > 0 and items[at - 1].sort == "comma"
    return after is not None and is_verb(after) and (comma or (before is not None and is_verb(before)))


def outgrown(stretch: Stretch) -> list[Stretch]:
    """Cut an embedded clause where a second finite verb goes on with the one around it ("die sloeg | werd …")."""
    verbs = [(n, i.sort == "aux") for n, i in enumerate(stretch.items) if is_verb(i)]
    plain = {p.index for p in stretch.preds if p.feats & FINITE and not p.feats & {"infinitive", "participle"}}
    heads = [
        (number, helps)
        for (number, helps), (_, helped) in zip(verbs, [(0, False), *verbs], strict=False)
        if (helps or stretch.items[number].index in plain) and not helped
    ]
    if stretch.sort not in EMBEDDING or len(heads) < 2 or (heads[0][1] and heads[1][1]):
        return [stretch]
    return _cut(stretch, heads[1][0])


def _cut(stretch: Stretch, at: int) -> list[Stretch]:
    """Cut a stretch in two before an item; the second half opens with nothing."""
    border = stretch.items[at].index
    preds = [p for p in stretch.preds if p.index < border], [p for p in stretch.preds if p.index >= border]
    one = Stretch(stretch.opener, stretch.items[:at], preds[0], stretch.described)
    return [one, Stretch(None, stretch.items[at:], preds[1], stretch.described)]


def infinitive_apart(stretch: Stretch, concepts: Concepts) -> list[Stretch]:
    """Part an infinitive clause without a comma from the verb it hangs from (nl "verwijt Iran | wapens te leveren")."""
    head = next(iter(stretch.finites), None)
    last = next((p for p in stretch.preds if marked(stretch.items, p)), None)
    if head is None or last is None or last.index < head.index or stretch.sort in {"rel", "comp"}:
        return [stretch]
    inside = range(stretch.items.index(head.item) + 1, stretch.items.index(last.item))
    particle = {w for m, _ in head.readings for w in m.particle[-1:]}
    after = next((at + 1 for at in inside if stretch.items[at].text.lower() in particle), None)
    if after is not None:
        return _cut(stretch, after)
    bare = [at for at in inside if stretch.items[at].kind == "np" and is_bare(stretch.items[at])]
    if concepts.acts[head.act].frame in {"addressed", "transitive", "speech"} and bare:
        bare = bare[1:] if stretch.items[bare[0]].sort in {"actor", "pron"} else bare
    return _cut(stretch, bare[0]) if bare else [stretch]
