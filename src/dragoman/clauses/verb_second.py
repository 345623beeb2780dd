"""Arguments where the finite verb is second and the others last (German, Dutch …): a clause is a stretch between marks.

Main clauses have the finite verb second, subordinate ones last; what the verb takes stands on either side of it, so
every noun phrase of a clause is looked at, and case, articles and order decide between subject and object.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

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


@dataclass(slots=True)
class Stretch:
    """A clause in the making: the word or mark that opens it, its items, and its predicates."""

    opener: Item | None
    items: list[Item] = field(default_factory=list)
    preds: list[Pred] = field(default_factory=list)
    described: set[int] = field(default_factory=set)
    main: Pred | None = None

    @property
    def sort(self) -> str:
        """Name what opens the stretch."""
        return self.opener.sort if self.opener is not None else ""

    @property
    def aux(self) -> list[Item]:
        """List the auxiliaries; one between a finite verb and a noun is none (nl "trok zijn troepen terug")."""
        found: list[Item] = []
        for at, item in enumerate(self.items):
            if item.sort != "aux":
                continue
            noun = at + 1 < len(self.items) and self.items[at + 1].kind == "np"
            if not (noun and (found or self._finite_before(at))):
                found.append(item)
        return found

    def _finite_before(self, at: int) -> bool:
        """Tell whether a verb that can only be finite stands before an item."""
        plain = {p.index for p in self.preds if p.feats & FINITE and not p.feats & {"infinitive", "participle"}}
        return any(i.index in plain for i in self.items[:at])

    @property
    def verbal(self) -> bool:
        """Tell whether a verb or an auxiliary stands in the stretch."""
        return any(_is_verb(i) for i in self.items)

    @property
    def finite(self) -> bool:
        """Tell whether the stretch has a finite verb of its own."""
        led = {n.index for i, n in zip(self.items, self.items[1:], strict=False) if i.sort == "inf"}
        return any(i.index not in led for i in self.aux) or bool(self.finites)

    @property
    def finites(self) -> list[Pred]:
        """List the verbs that may be finite here."""
        return [p for p in self.preds if p.feats & FINITE and not _marked(self.items, p)]


def attach_verb_second(items: Sequence[Item], verbs: list[Pred], concepts: Concepts) -> None:
    """Part the sentence into clauses and read each of them."""
    for item in items:
        _settle_case(items, item)
    attributes = _attributes(items, verbs)
    by_index = {p.index: p for p in verbs if p.index not in attributes}
    before: list[Stretch] = []
    stretches = _part(items, by_index)
    for stretch in stretches:
        _settle_opener(stretch)
    parted = [half for stretch in stretches for half in _outgrown(stretch)]
    for stretch in [half for joined in _join(parted, concepts) for half in _infinitive_apart(joined, concepts)]:
        if stretch.preds:
            _read(items, stretch, before, concepts)
            before.append(stretch)


def _settle_case(items: Sequence[Item], item: Item) -> None:
    """Settle the case an article leaves open, by gender and place (de "der": subject, possessor, indirect object)."""
    links = item.links
    if item.kind != "np" or "dative" not in links or not links & {"subject", "object", "of"}:
        return
    masculine = "masc" in item.feats
    if "subject" in links and masculine and "plural" in item.feats and _follows_noun(items, item):
        item.links = frozenset({"of"})  # de "den Bericht der Ermittler": a plural like its singular
    elif "subject" in links and masculine:
        item.links = frozenset({"subject"})
    elif "subject" in links and not (item.feats & {"fem", "plural"} or _follows_noun(items, item)):
        item.links = links - {"of"}  # a name: a subject where the clause has no other
    elif "of" in links and _follows_noun(items, item):
        item.links = frozenset({"of"})
    elif "object" in links and masculine and "plural" not in item.feats:
        item.links = frozenset({"object"})
    elif "dat" in item.feats or "object" not in links:
        item.links = links - {"subject", "object", "of"}


def _follows_noun(items: Sequence[Item], item: Item) -> bool:
    """Tell whether a noun that may have a possessor stands right before the article of a phrase."""
    before = next((i for i in reversed(items[: item.index]) if i.sort != "link"), None)
    if before is None or before.kind not in {"np", "gap"} or before.index < item.index - 2:
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
        opened = _open_article(items, at) if not follows.links else None
        if opened is None or (follows.kind == "gap" and opened.index != at - 1):
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
        if item.marker is not None:
            closed += 1  # a noun or a time has closed it
        elif item.sort == "link":
            if closed == 0:
                return item
            closed -= 1
        elif item.sort not in {"time", "neg"} and item.kind != "gap":
            return None
    return None


def _part(items: Sequence[Item], by_index: dict[int, Pred]) -> list[Stretch]:
    """Cut the sentence at marks, conjunctions and coordinators that join clauses; short quotations cut nothing."""
    found = [Stretch(None)]
    inner = _quoted_words(items)
    for at, item in enumerate(items):
        wall = item.kind == "fn" and item.sort in WALLS and at not in inner and not _joins_nothing(items, at)
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


def _joins_nothing(items: Sequence[Item], at: int) -> bool:
    """Tell whether a conjunction is another word here (de "fünf bis zehn Prozent", "hat damit begonnen")."""
    if items[at].sort != "sub" or not at or items[at - 1].sort in MARKS or not items[at].text[0].isalpha():
        return False
    return items[at - 1].sort == "quant" or (at + 1 < len(items) and items[at + 1].kind == "verb")


def _settle_opener(stretch: Stretch) -> None:
    """Take an article for one where its noun has the finite verb second (de "er sagte, der Senat werde abstimmen")."""
    opener, items = stretch.opener, stretch.items
    if opener is None or opener.sort != "rel" or len(items) < 3 or items[0].kind not in {"np", "gap"} or items[0].links:
        return
    second = next((n for n, i in enumerate(items) if _is_verb(i)), 0)
    phrase = [i for i in items[1:second] if not (i.kind == "np" and i.links and not is_bare(i)) and i.sort != "link"]
    plain = {p.index for p in stretch.preds if p.feats & FINITE and not p.feats & {"infinitive", "participle"}}
    finite = items[second].sort == "aux" or items[second].index in plain
    after = items[second + 1 :]  # nl has auxiliaries before participles last too: "die Rusland heeft beschuldigd"
    goes_on = bool(after) and not _is_verb(after[0]) and any(i.kind == "np" or _is_verb(i) for i in after)
    if second and not phrase and finite and goes_on:
        opener.sort = "comma"


def _is_verb(item: Item) -> bool:
    return item.kind == "verb" or item.sort == "aux"


def _quoted_words(items: Sequence[Item]) -> set[int]:
    """List the quotation marks around a few words without a verb."""
    found: set[int] = set()
    opened = len(items)
    for at, item in enumerate(items):
        opened = at if item.sort == "quote-open" else opened
        if item.sort == "quote-close" and not any(_is_verb(i) for i in items[opened:at]):
            found |= {opened, at}
    return found


def _joins_clauses(items: Sequence[Item], at: int) -> bool:
    """Tell whether a coordinator joins clauses: a verb stands on both sides of it before the next mark."""
    before = next((i for i in reversed(items[:at]) if _is_verb(i) or i.sort in WALLS), None)
    after = next((i for i in items[at + 1 :] if _is_verb(i) or i.sort in WALLS), None)
    comma = at > 0 and items[at - 1].sort == "comma"
    return after is not None and _is_verb(after) and (comma or (before is not None and _is_verb(before)))


def _outgrown(stretch: Stretch) -> list[Stretch]:
    """Cut an embedded clause where a second finite verb goes on with the one around it ("die sloeg | werd …")."""
    verbs = [(n, i.sort == "aux") for n, i in enumerate(stretch.items) if _is_verb(i)]
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


def _infinitive_apart(stretch: Stretch, concepts: Concepts) -> list[Stretch]:
    """Part an infinitive clause without a comma from the verb it hangs from (nl "verwijt Iran | wapens te leveren")."""
    head = next(iter(stretch.finites), None)
    last = next((p for p in stretch.preds if _marked(stretch.items, p)), None)
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


def _set_in(stretch: Stretch, following: Stretch | None, concepts: Concepts) -> bool:
    """Tell whether a report stands between two commas inside a clause ("Russland, sagte der Minister, habe …")."""
    if stretch.sort != "comma" or not stretch.preds or following is None or following.sort != "comma":
        return False
    said = stretch.preds[0]
    opens = said.item is stretch.items[0] and concepts.acts[said.act].kind == "speech"
    return opens and any(i.sort in {"actor", "pron"} for i in stretch.items) and _is_verb(following.items[0])


def _join(stretches: list[Stretch], concepts: Concepts) -> list[Stretch]:
    """Put together what appositions and clauses in the middle have parted: "Kim, der …, traf Xi"."""
    out: list[Stretch] = []
    waiting: Stretch | None = None
    around: Stretch | None = None
    for stretch, following in zip(stretches, [*stretches[1:], None], strict=True):
        if waiting is not None and not waiting.verbal and _set_in(stretch, following, concepts):
            out.append(stretch)
            continue
        plain = stretch.sort in {"", "comma", "break", "bracket-close", "quote-close", "quote-open"}
        if waiting is not None and plain and _completes(waiting, stretch):
            _take_in(waiting, stretch)
            if waiting.preds and waiting.finite:
                waiting, around = around, None
            continue
        if not stretch.verbal and (stretch.sort == "rel" or plain) and out and out[-1].verbal:
            _take_in(out[-1], stretch)  # an apposition, the rest of a list
            continue
        if not stretch.verbal and stretch.sort in {"rel", "bracket-open"} and waiting is not None:
            continue
        out.append(stretch)
        if stretch.sort not in EMBEDDING | {"bracket-open"}:
            waiting, around = stretch if not stretch.preds or not stretch.finite else None, None
        elif stretch.sort in EMBEDDING and not stretch.verbal and len(stretch.items) > 1:
            waiting, around = stretch, waiting  # "als er Waren, darunter Stahl, mit Zöllen belegte"
    return out


def _take_in(stretch: Stretch, more: Stretch) -> None:
    stretch.described |= {i.index for i in more.items if not more.verbal}
    stretch.items += more.items
    stretch.preds += more.preds


def _completes(waiting: Stretch, stretch: Stretch) -> bool:
    """Tell whether a stretch goes on with a clause that waits for its verb."""
    if waiting.preds or not stretch.verbal:
        return not stretch.verbal
    if waiting.aux:
        return not stretch.aux and any(p.feats & {"participle", "infinitive"} for p in stretch.preds)
    return stretch.items[0].kind != "np" or not is_bare(stretch.items[0])


def _read(items: Sequence[Item], stretch: Stretch, before: list[Stretch], concepts: Concepts) -> None:
    """Find what one clause takes, how it is tied to those before it, and hang it all on its predicates."""
    main = _head(stretch)
    stretch.main = main
    previous = before[-1] if before else None
    carrier = next((s.main for s in reversed(before) if s.main is not None and s.main.form != "rel"), None)
    joined = stretch.sort in JOINING and previous is not None
    bare = [i for i in stretch.items if i.kind == "np" and is_bare(i) and not i.owner]
    bare = _coordinated(stretch.items, [i for i in bare if i.index not in stretch.described and not _span(items, i)])
    if stretch.sort == "source":
        bare = bare[1:]
    _colour(stretch, previous if joined and not stretch.aux else None, len(bare), concepts)
    shared = previous.main.subject if joined and previous is not None and previous.main is not None else None
    infinitive = not stretch.finite and not joined and _marked(stretch.items, main)
    noun = None
    relative = stretch.sort == "rel" and not infinitive  # de: "…, den Bericht zu lesen" opens with an article
    subject, rest = _subject(bare, main)
    if shared is not None and _is_verb(stretch.items[0]) and (subject is None or subject.links != {"subject"}):
        subject, rest = shared, bare  # "… und forderte die Regierung auf"
    elif shared is not None and previous is not None and _goes_on(stretch, previous, main):
        if subject is None or subject.links != {"subject"}:
            subject, rest = shared, bare  # "hat den Minister entlassen und die Gespräche verschoben"
    if relative:
        noun = _antecedent(items, stretch)
        told_of = noun is not None and noun.sort != "actor" and bool(subject and subject.sort in {"actor", "pron"})
        if subject is None or not (subject.links == {"subject"} or main.passive or told_of):
            subject, rest = noun, bare
        elif noun is not None and not main.passive:
            rest = [noun, *rest]
        main.form = "rel"
    elif stretch.sort == "comp":
        main.form, main.matrix = "comp", carrier
    elif stretch.sort == "sub":
        opener = stretch.opener
        main.form, main.opener = "inf" if infinitive else "sub", opener
        main.condition = opener is not None and opener.means("condition") and not infinitive
        if infinitive and carrier is not None and concepts.acts[carrier.act].frame == "addressed":
            main.matrix = carrier  # nl: "beloofde om te helpen": what is promised, no purpose
    elif infinitive and carrier is not None:
        main.form, main.matrix = "inf", carrier
    elif joined and previous is not None and previous.main is not None:
        main.form = "coord" if previous.main.form == "main" else previous.main.form
        main.matrix, main.condition, main.opener = previous.main.matrix, previous.main.condition, previous.main.opener
    elif stretch.sort == "comma" and subject is not None and stretch.finite and _carries(carrier, concepts):
        main.form, main.matrix = "comp", carrier  # "er sagte, man habe …"
    outside = carrier.subject if carrier is not None and stretch.sort == "sub" and not main.passive else None
    if infinitive:
        subject, rest = outside, bare
    _hang(stretch, main, subject or shared or outside, rest, noun)


def _span(items: Sequence[Item], item: Item) -> bool:
    """Tell whether a noun measures the time to something ("wenige Stunden vor der Wahl", "einen Tag nach …")."""
    after = items[item.index + 1] if item.index + 1 < len(items) else None
    measured = item.sort == "other" and after is not None and after.sort == "link"
    return measured and after is not None and (after.means("before") or after.means("after"))


def _goes_on(stretch: Stretch, previous: Stretch, main: Pred) -> bool:
    """Tell whether a joined clause ends in a participle that shares the auxiliary of the one before."""
    last = stretch.items[-1] is main.item and "participle" in main.feats
    return last and not main.passive and not stretch.aux and bool(previous.aux)


def _antecedent(items: Sequence[Item], stretch: Stretch) -> Item | None:
    at = stretch.opener.index if stretch.opener is not None else 0
    return next((i for i in reversed(items[:at]) if i.kind == "np" and not i.owner and i.links != {"of"}), None)


def _carries(pred: Pred | None, concepts: Concepts) -> bool:
    return pred is not None and concepts.acts[pred.act].kind in {"speech", "mental"}


def _head(stretch: Stretch) -> Pred:
    """Choose the predicate the clause is about: the finite verb, or what an auxiliary stands with."""
    preds = [p for p in stretch.preds if not _marked(stretch.items, p)] or stretch.preds
    if stretch.aux:
        return ([p for p in preds if p.feats & {"participle", "infinitive"}] or preds)[-1]
    finite = [p for p in preds if p.feats & FINITE]
    return finite[-1] if stretch.sort in EMBEDDING and finite else (finite or preds)[0]


def _hang(stretch: Stretch, main: Pred, subject: Item | None, rest: list[Item], noun: Item | None) -> None:
    """Give the head its subject, objects and obliques, and hang the other verbs of the clause from it."""
    objects = [i for i in rest if (i is noun or may_be_object(i)) and i is not subject]
    for pred in stretch.preds:
        if pred is not main and pred.form == "main":
            pred.form, pred.matrix = "inf", main
            pred.colours -= {"future", "negated"}
        pred.subject = subject if pred is main or main.form != "inf" else None
        pred.object, pred.object2 = [*objects, None, None][:2]
        for item in stretch.items:
            if item.sort == "time":
                pred.times.append(item)
            elif item.kind == "np" and item.owner:
                pred.owners.append(item)
            elif item.kind == "np" and _oblique(item, subject):
                pred.obliques.append(item)


def _oblique(item: Item, subject: Item | None) -> bool:
    if subject is not None and item.links == {"of"} and 0 < item.index - subject.index <= 2:
        return False  # the possessor of the subject
    return not is_bare(item) or ("dative" in item.links and item is not subject)


def _coordinated(items: Sequence[Item], bare: list[Item]) -> list[Item]:
    """Join subjects that a coordinator parts and an article has kept apart ("der Präsident und der Kanzler")."""
    kept: list[Item] = []
    for item in bare:
        first = kept[-1] if kept else item
        between = [i.sort for i in items if first.index < i.index < item.index and i.sort != "link"]
        if between == ["coord"] and first.sort == item.sort == "actor":
            first.members += [item] if item not in first.members else []
        else:
            kept.append(item)
    return kept


def _subject(bare: list[Item], main: Pred) -> tuple[Item | None, list[Item]]:
    """Choose the subject among the bare noun phrases of a clause: what can be nothing else, else the first."""
    sure = [i for i in bare if i.links == {"subject"}]
    others = [i for i in bare if "dative" not in i.links and may_be_subject(i)]
    bare = [i for i in bare if "dative" not in i.links] if others else bare
    able = sure or [i for i in bare if may_be_subject(i)]
    subject = able[0] if able else None
    actors = [i for i in able if i.sort == "actor"] if not sure and not main.passive else []
    if actors and able[0].sort == "thing" and able[0].index < main.index:
        subject = actors[0]  # "Das Abkommen kündigte Moskau auf"
    return subject, [i for i in bare if i is not subject]


def _colour(stretch: Stretch, lender: Stretch | None, bare: int, concepts: Concepts) -> None:
    """Colour the predicates of a clause by its auxiliaries and negators; a joined clause may borrow them."""
    around = [*(lender.aux if lender is not None else ()), *stretch.aux, *(i for i in stretch.items if i.sort == "neg")]
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
            if "perfect" in fitting and (bare > 1 or concepts.acts[pred.act].frame not in OBJECTIVE):
                fitting -= {"passive"}  # nl: "is gedood" is passive, "is vertrokken" is not
            pred.passive = pred.passive or "passive" in fitting
            pred.colours |= fitting - {"passive"}


def _marked(items: Sequence[Item], pred: Pred) -> bool:
    """Tell whether a verb is an infinitive with its mark (de "zu helfen", "auszusetzen", nl "te hebben geholpen")."""
    at = next((n for n, i in enumerate(items) if i is pred.item), 0)
    before = [i.sort for i in items[max(0, at - 2) : at]]
    return before[-1:] == ["inf"] or before == ["inf", "aux"] or pred.feats == {"infinitive"}
