"""Find the predicates of a sentence: its verbs and the acts named by nouns, each with the reading its words allow."""

from collections.abc import Sequence

from dragoman.actors.items import Item
from dragoman.clauses.predicate import WALLS, Pred
from dragoman.packs.fold import Fold, fold_of
from dragoman.packs.lexicon import NONE, Feats, Meaning
from dragoman.packs.schema import Concepts, Facts

PARTICLE_REACH = 7
"""Items between a verb and its particle ("put the deal with its neighbour on hold")."""
CLITIC = 3
"""Letters of a particle that may stand before its verb (cs "se", "si", pl "się")."""
CLAUSE_REACH = 30
"""The same where the particle closes the clause (de "ordnete eine Untersuchung der Vorwürfe gegen den Richter an")."""


def promote(items: Sequence[Item]) -> None:
    """Turn a bare act noun that closes a clause into its verb (ja headlines: 警察が男を逮捕, ko: 경찰, 활동가 체포)."""
    for item in items:
        if item.kind != "np" or item.sort != "act" or item.links or item.owner:
            continue
        after = items[item.index + 1] if item.index + 1 < len(items) else None
        before = items[item.index - 1] if item.index else None
        going_on = (
            after is not None and after.sort == "aux" and after.means("progressive")
        )  # ko 미국을 방문 중이던 사령관
        closes = after is None or after.sort in {"stop", "comma", "break"} or going_on
        marked = before is not None and before.kind == "np" and bool(before.links & {"object", "subject", "to", "with"})
        last = after is None or (after.sort == "stop" and after is items[-1])
        if closes and (marked or (last and _headline(items[: item.index + 1]))):
            item.kind, item.sort, item.feats = (
                "verb",
                "verb",
                item.feats | ({"progressive"} if going_on else {"finite"}),
            )


def _headline(items: Sequence[Item]) -> bool:
    """Mark subject and object of a headline of bare nouns that ends in an act (ko "터키 경찰, 총영사 관저 수색")."""
    if any(i.kind == "verb" or i.sort in {"quote-open", "stop"} for i in items) or len(items) < 3:
        return False
    first, comma, before = items[0], items[1], items[-2]
    if first.kind != "np" or first.sort != "actor" or first.links or comma.sort != "comma":
        return False
    first.links = frozenset({"topic"})
    if before.index > 1 and before.kind == "np" and not before.links and not before.owner:
        before.links = frozenset({"object"})
    return True


def find_predicates(items: Sequence[Item], concepts: Concepts, facts: Facts) -> list[Pred]:
    """List the predicates of a sentence from the left, each with a first reading; `choose` settles it later."""
    preds: list[Pred] = []
    fold = fold_of(facts.fold)
    for item in items:
        nominal = item.kind == "np" and item.sort == "act"
        if item.kind != "verb" and not nominal:
            continue
        readings = [
            r
            for r in item.readings
            if r[0].concept in concepts.acts
            and not (r[0].kind == "adj" and item.kind == "verb")
            and _particle_there(items, item, r[0], fold, facts)
        ]
        if not readings or (nominal and all(m.concept == "other" for m, _ in readings)):
            continue
        particled = [r for r in readings if r[0].particle]
        readings = particled or readings
        if particled and facts.order in {"sov", "vso"}:
            _absorb(items, item, particled[0][0], fold, facts)
        meaning, feats = min(readings, key=lambda r: (concepts.acts[r[0].concept].kind == "empty", bool(r[0].with_)))
        if nominal and facts.affixed("verbal-noun", item.text):
            feats = feats | {"nominal"}  # fa "متفرق کردن" = to disperse, though listed as a noun
        pred = Pred(item, meaning, feats, nominal)
        pred.readings = readings
        preds.append(pred)
    return preds


def _particle_there(items: Sequence[Item], item: Item, meaning: Meaning, fold: Fold, facts: Facts) -> bool:
    if not meaning.particle:
        return True
    if facts.order == "sov":
        return _particle_before(items, item, meaning, fold)
    reflexive = facts.cases and facts.order == "svo" and len(meaning.particle) == 1
    if reflexive and _clitic_before(items, item, meaning.particle[0], fold):
        return True
    wanted = list(meaning.particle)
    if facts.order == "v2" and "|" in meaning.word:
        return _apart(items, item, wanted, fold)
    reach = CLAUSE_REACH if facts.order == "v2" else PARTICLE_REACH
    for other in items[item.index + 1 : item.index + 1 + reach]:
        if other.sort in {"quote-open", "quote-close"} and facts.order == "v2":
            continue  # de: wies die Vorwürfe als „haltlos“ zurück
        if other.kind == "verb" or other.sort in WALLS:
            return False
        following = items[other.index + 1] if other.index + 1 < len(items) else None
        if other.sort == "link" and following is not None and (following.kind == "np" or following.sort == "time"):
            if len(wanted) == 1 and following.index > item.index + 2 and not _only_time(items, item.index, other.index):
                continue  # an adposition before its noun
        for word in other.text.translate(fold).split():
            if word == wanted[0]:
                wanted.pop(0)
                if not wanted:
                    return True
    return False


def _only_time(items: Sequence[Item], verb: int, particle: int) -> bool:
    """Tell whether only a time stands between a verb and its particle (sv "tog på fredagen emot")."""
    between = items[verb + 1 : particle]
    return any(i.sort == "time" for i in between) and all(i.sort in {"time", "link"} for i in between)


def _clitic_before(items: Sequence[Item], item: Item, particle: str, fold: Fold) -> bool:
    """Tell whether the small word of a reflexive verb stands before it in its clause (cs "se v pondělí zavázal")."""
    if len(particle) > CLITIC:
        return False
    for other in reversed(items[max(0, item.index - PARTICLE_REACH) : item.index]):
        if other.kind == "verb" or other.sort in WALLS or other.sort in {"comma", "coord", "contrast"}:
            return False
        if particle in other.text.translate(fold).lower().split():
            return True
    return False


def _apart(items: Sequence[Item], item: Item, wanted: list[str], fold: Fold) -> bool:
    """Tell whether words that belong to a verb stand in its clause, on either side (de "sich gegen X aussprechen")."""
    for step in (-1, 1):
        at = item.index + step
        while 0 <= at < len(items) and items[at].kind != "verb":
            if items[at].text.translate(fold).lower().split()[:1] == wanted[:1]:
                return True
            if items[at].sort in WALLS | {"comma"}:
                break
            at += step
    return False


def _absorb(items: Sequence[Item], item: Item, meaning: Meaning, fold: Fold, facts: Facts) -> None:
    """Let the noun of a compound verb be no noun phrase of its own (fa "X را مسئول Y می‌داند" = holds responsible)."""
    start = item.index + 1 if facts.order == "vso" else max(0, item.index - PARTICLE_REACH)
    near = items[start : start + PARTICLE_REACH]
    for other in near if facts.order == "vso" else reversed(near):
        if other.text.translate(fold) == meaning.particle[0] and other.kind == "np" and not other.links:
            other.kind, other.sort = "gap", "opaque"
            return


def _particle_before(items: Sequence[Item], item: Item, meaning: Meaning, fold: Fold) -> bool:
    """Tell whether the other part of a compound verb stands before it, with its object between (fa "خواستار … شد")."""
    for other in reversed(items[max(0, item.index - PARTICLE_REACH) : item.index]):
        if other.kind == "verb" or (other.sort in WALLS and other.sort not in {"quote-open", "quote-close"}):
            return False
        if meaning.particle[0] in other.text.translate(fold).split():
            return True
    return False


def choose(pred: Pred, themes: frozenset[str], with_actor: bool) -> tuple[Meaning, Feats] | None:
    """Choose the reading whose `with` and `without` the themes of the clause satisfy; None where none does."""
    best: tuple[int, tuple[Meaning, Feats]] | None = None
    for meaning, feats in pred.readings:
        have = themes | {"actor"} if with_actor else themes
        if meaning.with_ and not have & set(meaning.with_):
            continue
        if meaning.without and have & set(meaning.without):
            continue
        rank = 2 if meaning.with_ else 0 if meaning.concept == "other" else 1
        if best is None or rank > best[0]:
            best = rank, (meaning, feats)
    return best[1] if best else None


def features(pred: Pred) -> Feats:
    """Return the grammatical features of a predicate."""
    return pred.feats or NONE
