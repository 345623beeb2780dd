"""What hangs from an act named by a noun: possessors, adpositional phrases, nouns beside it."""

from collections.abc import Sequence

from dragoman.actors.items import Item
from dragoman.clauses.joined_things import joined_thing
from dragoman.clauses.predicate import Pred, is_bare
from dragoman.packs.schema import Facts

BETWEEN_REACH = 6


def attach_noun(items: Sequence[Item], pred: Pred, facts: Facts) -> None:
    """Find what hangs from an act noun: its possessor before it, adpositional phrases after it."""
    item = pred.item
    before = items[item.index - 1] if item.index else None
    if before is not None and before.kind == "np" and before.sort in {"thing", "act"} and not before.links:
        pred.beside = before  # "a murder investigation"
    if (
        before is not None
        and before.kind == "np"
        and before.sort in {"actor", "pron"}
        and (before.owner or "poss" in before.links or "of" in before.links)
    ):
        marked = before.owner and before.marker is not None and before.links & {"with", "to", "against", "on", "from"}
        if marked and before.marker is not None and (facts.coverbs or before.marker.start > before.start):
            pred.obliques.append(before)  # zh: 对叙利亚的袭击
        else:
            pred.owners.append(before)
            further = items[before.index - 1] if before.index else None
            if further is not None and before.marker is None and "of" in further.links and _ends_genitive(further):
                pred.owners.insert(0, further)  # ja: "首相のトルコ訪問" = the prime minister's visit to Turkey
    beyond = items[item.index - 2] if pred.beside is not None and item.index > 1 else None
    if beyond is not None and beyond.sort == "actor" and "of" in beyond.feats and _ends_genitive(beyond):
        pred.owners.append(beyond)  # ko: "반군의 기지 공격" = the rebels' attack on a base
    look = item.index - 1
    while (
        look >= 0
        and items[look].kind == "np"
        and items[look].links & {"with", "to", "against", "on", "between", "from", "by", "of"}
        and items[look].marker is not None
    ):
        previous = items[look]
        if facts.open_final and previous.links & {"of", "dative"} and not previous.owner:
            break  # ur "ان میں سے چند کو حراست …": some of them, and what is done to them
        if (
            previous not in pred.owners
            and previous.sort in {"actor", "pron"}
            and previous.end <= item.start
            and _postposed(previous)
        ):
            pred.obliques.append(previous)
        look -= 1
    if facts.order == "sov" and not (pred.owners or pred.obliques):
        pred.obliques += _between_before(items, item)
    if (
        look >= 0
        and look < item.index - 1
        and items[look].kind == "np"
        and items[look].owner
        and items[look].sort == "actor"
        and items[look] not in pred.owners
    ):
        pred.owners.append(items[look])  # ur: "اسرائیل کا لبنان پر حملہ"
    closed = item.index
    for after in items[item.index + 1 :] if not facts.open_final else ():
        if after.index <= closed:
            continue
        joined = joined_thing(items, after.index) if after.sort in {"coord", "comma"} and facts.order == "svo" else None
        if joined is not None and not facts.coverbs:
            closed = joined.index
            continue
        if facts.order == "vso" and after.index == item.index + 1 and after.sort == "thing" and not after.links:
            pred.things.append(after)  # ar "بدأت تسليم صواريخ إلى دمشق": what is delivered, and then to whom
            continue
        if after.sort in {"link", "hyphen"} or (
            after.kind == "gap" and (facts.reduced_relatives or after.index == item.index + 1)
        ):
            continue
        if after.sort == "time":
            pred.times.append(after)
            continue
        if after.kind != "np" or not after.links or not after.links - {"subject", "object", "topic"}:
            break
        if after.links <= {"of"} and items[after.index - 1].sort == "thing" and _only_place(after):
            continue  # he "בתקיפה במחוז חומס" = in an attack in the district of Homs
        if after.marker is None and after.links <= {"of"} and _further_act(items, pred, after):
            break  # ar "أسفرت الغارة عن مقتل جندي" = the strike resulted in the death of a soldier: of that death
        if after.sort in {"actor", "pron"} and not after.owner:
            pred.obliques.append(after)
        elif after.owner and items[after.index + 1 : after.index + 2] and items[after.index + 1].sort == "act":
            break  # "a truce at Egypt's request": of the next act
        elif after.owner and after.marker is not None and (pred.things or after.links - {"poss", "of"}):
            pred.obliques.append(after)  # "duties on American soybeans": against whom, not whose
        elif after.owner:
            pred.owners.append(after)
        else:
            pred.things.append(after)


def _further_act(items: Sequence[Item], pred: Pred, item: Item) -> bool:
    """Tell whether a phrase stands right behind another act noun than this one."""
    before = items[item.index - 1]
    return before.sort == "act" and before is not pred.item


def _only_place(item: Item) -> bool:
    """Tell whether a phrase names a place below the level of a country, and nobody in it."""
    return item.draft is not None and bool(item.draft.places) and not (item.draft.roles or item.draft.orgs)


def _between_before(items: Sequence[Item], noun: Item) -> list[Item]:
    """Find between whom an act noun says it is, where words about it stand in between.

    tr: "İngiltere ve AB arasındaki çekilme konulu müzakereler" = the talks between Britain and the EU on leaving.
    """
    for item in reversed(items[max(0, noun.index - BETWEEN_REACH) : noun.index]):
        if item.sort in {"comma", "stop", "break", "quote-open", "quote-close"}:
            return []
        if item.kind == "verb" and "nominal" not in item.feats:
            return []
        if item.kind == "np" and "between" in item.links and item.sort == "actor":
            return [item]
    return []


def name_before(items: Sequence[Item], pred: Pred) -> None:
    """Take the actor before an act noun where no verb stands in the sentence ("Putin and Kim at a meeting")."""
    for item in reversed(items[: pred.index]):
        if item.sort in {"break", "stop", "quote-open", "quote-close"}:
            return
        if (
            item.kind == "np"
            and item.sort == "actor"
            and item not in pred.obliques
            and is_bare(item)
            and not item.owner
        ):
            pred.owners.append(item)
            return


def _ends_genitive(item: Item) -> bool:
    """Tell whether a genitive particle ends the phrase, as a word of its own (ja の) or glued to it (ko 의)."""
    return _postposed(item) or "of" in item.feats


def _postposed(item: Item) -> bool:
    return item.marker is not None and item.marker.start >= item.end - 3 and item.marker.start > item.start
