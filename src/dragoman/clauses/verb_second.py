"""Arguments where the finite verb is second and the others last (German, Dutch …): a clause is a stretch between marks.

Main clauses have the finite verb second, subordinate ones last; what the verb takes stands on either side of it, so
every noun phrase of a clause is looked at, and case, articles and order decide between subject and object.
"""

from collections.abc import Sequence

from dragoman.actors.items import Item
from dragoman.clauses.colours import FROM_FEATURES
from dragoman.clauses.predicate import Pred, is_bare, may_be_object, may_be_subject
from dragoman.packs.schema import Concepts

MARKS = frozenset({"comma", "break", "stop", "quote-open", "quote-close", "bracket-open", "bracket-close"})
WALLS = MARKS | {"comp", "rel", "sub", "source"}
EMBEDDING = frozenset({"comp", "rel", "sub"})
JOINING = frozenset({"coord", "contrast"})
FINITE = frozenset({"present", "past", "conditional"})
OBJECTIVE = frozenset({"transitive", "measure", "giving", "addressed"})
CARRYING = frozenset({"speech", "mental"})


class Stretch:
    """A clause in the making: the word or mark that opens it, its items, and its predicates."""

    __slots__ = ("described", "items", "main", "opener", "preds")

    def __init__(self, opener: Item | None) -> None:
        self.opener = opener
        self.items: list[Item] = []
        self.preds: list[Pred] = []
        self.described: set[int] = set()
        self.main: Pred | None = None

    @property
    def sort(self) -> str:
        """Name what opens the stretch."""
        return self.opener.sort if self.opener is not None else ""

    @property
    def aux(self) -> list[Item]:
        """List the auxiliaries of the stretch."""
        return [i for i in self.items if i.sort == "aux"]

    @property
    def verbal(self) -> bool:
        """Tell whether a verb or an auxiliary stands in the stretch."""
        return bool(self.preds) or any(i.kind == "verb" or i.sort == "aux" for i in self.items)

    @property
    def finite(self) -> bool:
        """Tell whether the stretch has a finite verb of its own."""
        led = {id(n) for i, n in zip(self.items, self.items[1:], strict=False) if i.sort == "inf"}
        return any(id(i) not in led for i in self.aux) or any(p.feats & FINITE and not _marked(self.items, p) for p in self.preds)


def attach_verb_second(items: Sequence[Item], verbs: list[Pred], concepts: Concepts) -> None:
    """Part the sentence into clauses and read each of them."""
    for item in items:
        _settle_case(items, item)
    attributes = _attributes(items, verbs)
    by_index = {p.index: p for p in verbs if p.index not in attributes}
    before: list[Stretch] = []
    parted = [half for stretch in _part(items, by_index) for half in _outgrown(stretch)]
    for stretch in [half for joined in _join(parted) for half in _infinitive_apart(joined, concepts)]:
        if stretch.preds:
            _read(items, stretch, before, concepts)
            before.append(stretch)


# -- noun phrases ----------------------------------------------------------------------------------------------


def _settle_case(items: Sequence[Item], item: Item) -> None:
    """Choose between the cases an article leaves open, by the gender of its noun and by what stands before it.

    de: "der Präsident" is a subject; "der Regierung" a possessor after a noun, else an indirect object.
    """
    links = item.links
    if item.kind != "np" or "dative" not in links or not links & {"subject", "object", "of"}:
        return
    plural, masculine = "plural" in item.feats, "masc" in item.feats
    oblique = "subject" in links and not masculine and bool(item.feats & {"fem", "plural"})
    if "subject" in links and masculine:
        item.links = frozenset({"subject"})
    elif "subject" in links and not (oblique or _follows_noun(items, item)):
        item.links = links - {"of"}  # a name: a subject where the clause has no other
    elif "of" in links and _follows_noun(items, item):
        item.links = frozenset({"of"})
    elif "object" in links and masculine and not plural:
        item.links = frozenset({"object"})
    elif "dat" in item.feats or "object" not in links:
        item.links = links - {"subject", "object", "of"}


def _follows_noun(items: Sequence[Item], item: Item) -> bool:
    """Tell whether a noun that may have a possessor stands right before the article of a phrase."""
    at = item.index - 1
    if at >= 0 and items[at].sort == "link":
        at -= 1
    before = items[at] if at >= 0 else None
    if before is None or before.kind not in {"np", "gap"}:
        return False
    named = before.draft is not None and (before.draft.countries or before.draft.persons) and not before.draft.roles
    return before.sort in {"thing", "act", "other", "unknown"} or (before.sort == "actor" and not named)


def _attributes(items: Sequence[Item], verbs: list[Pred]) -> set[int]:
    """Find participles between an article and its noun that look like past tenses ("die verhängten Sanktionen")."""
    found: set[int] = set()
    for pred in verbs:
        at = pred.index
        follows = items[at + 1] if at + 1 < len(items) else None
        if follows is None or follows.kind not in {"np", "gap"} or not pred.feats & {"past", "participle"}:
            continue
        opened = _open_article(items, at)
        if opened is None or follows.links or (follows.kind == "gap" and opened.index != at - 1):
            continue
        pred.form, pred.passive = "part", True
        found.add(at)
        if follows.kind == "np":
            pred.subject = follows
            follows.links, follows.marker = opened.links, None
            _settle_case(items, follows)
    return found


def _open_article(items: Sequence[Item], at: int) -> Item | None:
    """Find the article or adposition before a verb that no noun has closed."""
    closed = 0
    nearest = items[at - 1] if at else None
    if nearest is not None and nearest.sort == "other" and nearest.draft is not None and nearest.draft.possessive:
        return nearest  # "ihre zerstörten Häuser"
    for item in reversed(items[:at]):
        if item.sort in {"gap", "time", "unknown", "neg"} or item.kind == "gap":
            continue
        if item.kind == "np" and item.marker is not None:
            closed += 1
        elif item.sort == "link":
            if closed == 0:
                return item
            closed -= 1
        else:
            return None
    return None


# -- clauses ---------------------------------------------------------------------------------------------------


def _part(items: Sequence[Item], by_index: dict[int, Pred]) -> list[Stretch]:
    """Cut the sentence at marks, conjunctions and coordinators that join clauses; short quotations cut nothing."""
    found = [Stretch(None)]
    inner = _quoted_words(items)
    for at, item in enumerate(items):
        wall = item.kind == "fn" and item.sort in WALLS and at not in inner
        if wall or (item.sort in JOINING and _joins_clauses(items, at)):
            if found[-1].items or (found[-1].sort in EMBEDDING and item.sort not in EMBEDDING):
                found.append(Stretch(item))
            elif item.sort not in MARKS or found[-1].sort not in JOINING:
                found[-1].opener = item
            continue
        found[-1].items.append(item)
        if item.index in by_index:
            found[-1].preds.append(by_index[item.index])
    return [s for s in found if s.items]


def _quoted_words(items: Sequence[Item]) -> set[int]:
    """List the quotation marks around a few words without a verb."""
    found: set[int] = set()
    opened: int | None = None
    for at, item in enumerate(items):
        if item.sort == "quote-open":
            opened = at
        elif item.sort == "quote-close" and opened is not None:
            if not any(i.kind == "verb" or i.sort == "aux" for i in items[opened:at]):
                found |= {opened, at}
            opened = None
    return found


def _joins_clauses(items: Sequence[Item], at: int) -> bool:
    """Tell whether a coordinator joins clauses: a verb stands on both sides of it before the next mark."""

    def has_verb(part: Sequence[Item]) -> bool:
        for item in part:
            if item.kind == "fn" and item.sort in WALLS:
                return False
            if item.kind == "verb" or item.sort == "aux":
                return True
        return False

    commas = at > 0 and items[at - 1].sort == "comma"
    return has_verb(items[at + 1 :]) and (commas or has_verb(list(reversed(items[:at]))))


def _outgrown(stretch: Stretch) -> list[Stretch]:
    """Cut an embedded clause where a second finite verb goes on with the clause around it ("de man die haar sloeg werd …")."""
    if stretch.sort not in EMBEDDING:
        return [stretch]
    finite = [p.index for p in stretch.preds if p.feats & FINITE and not p.feats & {"infinitive", "participle"}]
    starts: list[int] = []
    helped = False
    for number, item in enumerate(stretch.items):
        helps = item.sort == "aux"
        if not helps and item.kind != "verb":
            continue
        held, helped = helped, helps
        if (helps or item.index in finite) and not held:
            starts.append(number)
    if len(starts) < 2 or stretch.items[starts[1]].sort == stretch.items[starts[0]].sort == "aux":
        return [stretch]
    at = starts[1]
    return _cut(stretch, at)


def _cut(stretch: Stretch, at: int) -> list[Stretch]:
    """Cut a stretch in two before an item; the second half opens with nothing."""
    one, other = Stretch(stretch.opener), Stretch(None)
    one.items, other.items = stretch.items[:at], stretch.items[at:]
    inside = {i.index for i in one.items}
    one.preds = [p for p in stretch.preds if p.index in inside]
    other.preds = [p for p in stretch.preds if p.index not in inside]
    one.described = other.described = stretch.described
    return [one, other]


def _infinitive_apart(stretch: Stretch, concepts: Concepts) -> list[Stretch]:
    """Part an infinitive clause without a comma from the verb it hangs from, with the noun phrases that are its own.

    nl: "Parijs verwijt Iran | wapens te leveren", "kondigde aan | heffingen in te voeren".
    """
    head = next((p for p in stretch.preds if p.feats & FINITE and not _marked(stretch.items, p)), None)
    last = next((p for p in stretch.preds if _led(stretch.items, p)), None)
    if head is None or last is None or last.index < head.index or stretch.sort in {"rel", "comp"}:
        return [stretch]
    start = stretch.items.index(head.item) + 1
    end = stretch.items.index(last.item)
    particle = {w for m, _ in head.readings for w in m.particle[-1:]}
    for at in range(start, end):
        item = stretch.items[at]
        if item.text.lower() in particle:
            return _cut(stretch, at + 1)
    taken = concepts.acts[head.act].frame in {"addressed", "transitive", "speech"}
    for at in range(start, end):
        item = stretch.items[at]
        if item.kind == "np" and is_bare(item) and not (taken and item.sort in {"actor", "pron"}):
            return _cut(stretch, at)
        taken = taken and not (item.kind == "np" and is_bare(item))
    return [stretch]


def _led(items: Sequence[Item], pred: Pred) -> bool:
    """Tell whether a verb ends an infinitive clause: it has the mark, or an auxiliary before it has ("te hebben geleverd")."""
    at = items.index(pred.item)
    if at > 1 and items[at - 1].sort == "aux" and items[at - 2].sort == "inf":
        return True
    return _marked(items, pred)


def _join(stretches: list[Stretch]) -> list[Stretch]:
    """Put together what appositions and clauses in the middle have parted: "Kim, der …, traf Xi"."""
    out: list[Stretch] = []
    waiting: Stretch | None = None
    for stretch in stretches:
        plain = stretch.sort in {"", "comma", "break", "bracket-close", "quote-close", "quote-open"}
        if waiting is not None and plain and _completes(waiting, stretch):
            waiting.described |= {i.index for i in stretch.items if not stretch.verbal}
            waiting.items += stretch.items
            waiting.preds += stretch.preds
            if waiting.preds and waiting.finite:
                waiting = None
            continue
        if not stretch.verbal and (stretch.sort == "rel" or plain) and out and out[-1].verbal:
            out[-1].described |= {i.index for i in stretch.items}  # an apposition, the rest of a list
            out[-1].items += stretch.items
            continue
        if not stretch.verbal and stretch.sort in {"rel", "bracket-open"} and waiting is not None:
            continue
        out.append(stretch)
        if stretch.sort not in EMBEDDING | {"bracket-open"}:
            waiting = stretch if not stretch.preds or not stretch.finite else None
    return out


def _completes(waiting: Stretch, stretch: Stretch) -> bool:
    """Tell whether a stretch goes on with a clause that waits for its verb."""
    if not stretch.verbal:
        return True
    if waiting.preds:
        return False
    if waiting.aux:
        return not stretch.aux and any(p.feats & {"participle", "infinitive"} for p in stretch.preds)
    first = stretch.items[0]
    return first.kind != "np" or not is_bare(first)


# -- one clause ------------------------------------------------------------------------------------------------


def _read(items: Sequence[Item], stretch: Stretch, before: list[Stretch], concepts: Concepts) -> None:
    main = _head(stretch, concepts)
    stretch.main = main
    previous = before[-1] if before else None
    outer = next((s for s in reversed(before) if s.main is not None and s.main.form != "rel"), None)
    carrier = outer.main if outer is not None else None
    joined = stretch.sort in JOINING and previous is not None
    bare = _coordinated(stretch.items, [i for i in stretch.items if _stands_alone(i, stretch)])
    if stretch.sort == "source":
        bare = bare[1:]
    _colour(stretch, previous if joined and not stretch.aux else None, len(bare), concepts)
    if joined and previous is not None and _verb_first(stretch) and not any(i.links == {"subject"} for i in bare):
        shared = previous.main.subject if previous.main is not None else None
    else:
        shared = None
    infinitive = not stretch.finite and not joined and _marked(stretch.items, main)
    relative = stretch.sort == "rel" and not infinitive  # de: "…, den Bericht zu lesen" opens with an article
    subject, rest = (shared, bare) if shared is not None else _subject(bare, main)
    if relative:
        at = stretch.opener.index if stretch.opener is not None else 0
        before_it = [i for i in items[:at] if i.kind == "np" and not i.owner and i.links != {"of"}]
        antecedent = before_it[-1] if before_it else None
        if subject is None or not (subject.links == {"subject"} or main.passive):
            subject, rest = antecedent, bare
        else:
            rest = [antecedent, *rest] if antecedent is not None and not main.passive else rest
        main.form = "rel"
    elif stretch.sort == "comp":
        main.form, main.matrix = "comp", carrier
    elif stretch.sort == "sub":
        opener = stretch.opener
        main.form, main.condition, main.opener = "sub", opener is not None and opener.means("condition"), opener
        if infinitive:
            main.form, main.subject = "inf", carrier.subject if carrier is not None else None
    elif infinitive and carrier is not None:
        main.form, main.matrix = "inf", carrier
    elif joined and previous is not None and previous.main is not None:
        main.form = "coord" if previous.main.form == "main" else previous.main.form
        main.matrix, main.condition, main.opener = previous.main.matrix, previous.main.condition, previous.main.opener
    elif carrier is not None and stretch.sort == "comma" and _reported(stretch, outer, subject, concepts):
        main.form, main.matrix = "comp", carrier
    if infinitive or (main.form == "inf" and subject is None):
        subject, rest = (carrier.subject if carrier is not None and stretch.sort == "sub" else None), bare
    elif subject is None and joined and previous is not None and previous.main is not None:
        subject = previous.main.subject
    elif subject is None and stretch.sort == "sub" and not main.passive and carrier is not None:
        subject = carrier.subject
    _hang(stretch, main, subject, rest)


def _stands_alone(item: Item, stretch: Stretch) -> bool:
    """Tell whether a noun phrase may be subject or object of the clause: not marked, no possessor, no apposition."""
    return item.kind == "np" and is_bare(item) and not item.owner and item.index not in stretch.described


def _verb_first(stretch: Stretch) -> bool:
    first = stretch.items[0]
    return first.kind == "verb" or first.sort == "aux"


def _head(stretch: Stretch, concepts: Concepts) -> Pred:
    """Choose the predicate the clause is about: the finite verb, or what an auxiliary stands with."""
    preds = [p for p in stretch.preds if not _marked(stretch.items, p)] or stretch.preds
    if stretch.aux:
        nonfinite = [p for p in preds if p.feats & {"participle", "infinitive"}]
        return nonfinite[-1] if nonfinite else preds[-1]
    finite = [p for p in preds if p.feats & FINITE]
    if stretch.sort in EMBEDDING and finite:
        return finite[-1]
    return (finite or preds)[0]


def _hang(stretch: Stretch, main: Pred, subject: Item | None, rest: list[Item]) -> None:
    """Give the head its subject, objects and obliques, and hang the other verbs of the clause from it."""
    objects = [i for i in rest if may_be_object(i) and i is not subject]
    for pred in stretch.preds:
        if pred is not main and pred.form == "main":
            pred.form, pred.matrix = "inf", main
            pred.colours -= {"future", "negated"}
        pred.subject = subject if pred is main or main.form != "inf" else None
        pred.object = objects[0] if objects else None
        pred.object2 = objects[1] if len(objects) > 1 else None
        for item in stretch.items:
            if item.sort == "time":
                pred.times.append(item)
            elif item.kind == "np" and item.owner:
                pred.owners.append(item)
            elif item.kind == "np" and (not is_bare(item) or ("dative" in item.links and item is not subject)):
                if not _possessor_of(item, subject):
                    pred.obliques.append(item)


def _possessor_of(item: Item, subject: Item | None) -> bool:
    return subject is not None and item.links == {"of"} and 0 < item.index - subject.index <= 2


def _coordinated(items: Sequence[Item], bare: list[Item]) -> list[Item]:
    """Join subjects that a coordinator parts and an article has kept apart ("der Präsident und der Kanzler")."""
    kept: list[Item] = []
    for item in bare:
        first = kept[-1] if kept else None
        between = [i for i in items if first is not None and first.index < i.index < item.index and i.sort != "link"]
        joined = len(between) == 1 and between[0].sort == "coord"
        if first is not None and joined and first.sort == item.sort == "actor":
            if item not in first.members:
                first.members.append(item)
            continue
        kept.append(item)
    return kept


def _subject(bare: list[Item], main: Pred) -> tuple[Item | None, list[Item]]:
    """Choose the subject among the bare noun phrases of a clause: what can be nothing else, else the first."""
    sure = [i for i in bare if i.links == {"subject"}]
    others = [i for i in bare if "dative" not in i.links and may_be_subject(i)]
    bare = [i for i in bare if "dative" not in i.links] if others else bare
    able = sure or [i for i in bare if may_be_subject(i)]
    subject = able[0] if able else None
    if subject is not None and not sure and not main.passive and subject.sort == "thing":
        actors = [i for i in able if i.sort == "actor"]
        if actors and (subject.index < main.index or "object" in subject.links):
            subject = actors[0]  # "Das Abkommen kündigte Moskau auf"
    return subject, [i for i in bare if i is not subject]


def _colour(stretch: Stretch, lender: Stretch | None, bare: int, concepts: Concepts) -> None:
    """Colour the predicates of a clause by its auxiliaries and negators; a joined clause may borrow them.

    An auxiliary that may be passive or perfect (nl "is gedood", "is vertrokken") is passive where the act has an object.
    """
    around = [*(lender.aux if lender is not None else ()), *(i for i in stretch.items if i.sort in {"aux", "neg"})]
    for pred in stretch.preds:
        pred.colours = {said for feature, said in FROM_FEATURES.items() if feature in pred.feats}
        pred.passive = "passive" in pred.feats
        if _marked(stretch.items, pred) and len(stretch.preds) > 1:
            continue
        for item in around:
            if item.sort == "neg":
                pred.colours.add("negated")
                continue
            fitting = {m.concept for m, _ in item.readings if not m.features or m.features & pred.feats}
            if fitting >= {"passive", "perfect"} and (bare > 1 or concepts.acts[pred.act].frame not in OBJECTIVE):
                fitting = fitting - {"passive"}
            pred.passive = pred.passive or "passive" in fitting
            pred.colours |= fitting - {"passive"}


def _reported(stretch: Stretch, outer: Stretch | None, subject: Item | None, concepts: Concepts) -> bool:
    """Tell whether a clause with a subject, right after a verb of saying, is what is said ("er sagte, man habe …")."""
    verb = outer.main if outer is not None else None
    if verb is None or subject is None or not stretch.finite or verb.form == "rel":
        return False
    return concepts.acts[verb.act].kind in CARRYING


def _marked(items: Sequence[Item], pred: Pred) -> bool:
    """Tell whether a verb is an infinitive with its mark, before it or inside it (de: "zu helfen", "auszusetzen")."""
    at = next((n for n, i in enumerate(items) if i is pred.item), 0)
    if at > 1 and items[at - 1].sort == "aux" and items[at - 2].sort == "inf":
        return True
    return (at > 0 and items[at - 1].sort == "inf") or pred.feats == {"infinitive"}
