"""Arguments where the finite verb is second and the others last (German, Dutch …): a clause is a stretch between marks.

Main clauses have the finite verb second, subordinate ones last; what the verb takes stands on either side of it, so
every noun phrase of a clause is looked at, and case, articles and order decide between subject and object.
"""

from collections.abc import Sequence

from dragoman.actors.items import Item
from dragoman.clauses.colours import FROM_FEATURES
from dragoman.clauses.predicate import Pred, is_bare, may_be_object, may_be_subject
from dragoman.clauses.stretch import EMBEDDING, FINITE, JOINING, Stretch, is_verb, marked
from dragoman.clauses.themes import DEADLY
from dragoman.clauses.verb_second_case import attributes_of, settle_case
from dragoman.clauses.verb_second_cut import infinitive_apart, outgrown, part, settle_opener
from dragoman.clauses.verb_second_join import join
from dragoman.clauses.when import dates_a_thing
from dragoman.packs.schema import Concepts

OBJECTIVE = frozenset({"transitive", "measure", "giving", "addressed"})


def attach_verb_second(items: Sequence[Item], verbs: list[Pred], concepts: Concepts) -> None:
    """Part the sentence into clauses and read each of them."""
    for item in items:
        settle_case(items, item)
    attributes = attributes_of(items, verbs)
    by_index = {p.index: p for p in verbs if p.index not in attributes}
    before: list[Stretch] = []
    stretches = part(items, by_index)
    for stretch in stretches:
        settle_opener(stretch)
    parted = [half for stretch in stretches for half in outgrown(stretch)]
    for stretch in [half for joined in join(parted, concepts) for half in infinitive_apart(joined, concepts)]:
        if stretch.preds:
            _read(items, stretch, before, concepts)
            before.append(stretch)


def _read(items: Sequence[Item], stretch: Stretch, before: list[Stretch], concepts: Concepts) -> None:
    """Find what one clause takes, how it is tied to those before it, and hang it all on its predicates."""
    main = stretch.main = _head(stretch)
    previous = before[-1] if before else None
    carrier = next((s.main for s in reversed(before) if s.main is not None and s.main.form != "rel"), None)
    joined = previous if stretch.sort in JOINING else None
    bare = _unmarked(items, stretch)
    _colour(stretch, joined if not stretch.aux else None, len(bare), concepts)
    shared = joined.main.subject if joined is not None and joined.main is not None else None
    infinitive = not stretch.finite and joined is None and marked(stretch.items, main)
    subject, rest = _subject_of(stretch, joined, shared, bare, main)
    noun = None
    if stretch.sort == "rel" and not infinitive:  # de: "…, den Bericht zu lesen" opens with an article
        noun = _antecedent(items, stretch)
        never_subject = stretch.opener is not None and stretch.opener.means("oblique")
        subject, rest = _of_relative(noun, subject, rest, bare, main, never_subject)
        main.form = "rel"
    else:
        _tie(stretch, main, joined, carrier, infinitive, concepts)
        if main.form == "main" and stretch.sort == "comma" and subject is not None and stretch.finite:
            if carrier is not None and concepts.acts[carrier.act].kind in {"speech", "mental"}:
                main.form, main.matrix = "comp", carrier  # "er sagte, man habe …"
    outside = carrier.subject if carrier is not None and stretch.sort == "sub" and not main.passive else None
    if infinitive:
        subject, rest = outside, bare
    _hang(items, stretch, main, subject or shared or outside, rest, noun)


def _unmarked(items: Sequence[Item], stretch: Stretch) -> list[Item]:
    """List the phrases of a clause that may be its subject or an object."""
    bare = [i for i in stretch.items if i.kind == "np" and is_bare(i) and not i.owner and not _of_adjective(items, i)]
    bare = _coordinated(stretch.items, [i for i in bare if i.index not in stretch.described and not _span(items, i)])
    return bare[1:] if stretch.sort == "source" else bare


def _of_adjective(items: Sequence[Item], noun: Item) -> bool:
    """Tell whether what marks the adjective of a country before a noun marks the noun ("door Pakistaans mortiervuur")."""
    before = items[noun.index - 1] if noun.index else None
    if before is None or noun.links or noun.sort not in {"act", "thing"} or before.end + 1 != noun.start:
        return False
    return before.draft is not None and before.draft.demonym and not is_bare(before) and not before.draft.roles


def _subject_of(
    stretch: Stretch, joined: Stretch | None, shared: Item | None, bare: list[Item], main: Pred
) -> tuple[Item | None, list[Item]]:
    """Choose the subject of a clause among its unmarked phrases, or share that of the clause it is joined to."""
    subject, rest = _subject(bare, main)
    if shared is None or joined is None or (subject is not None and subject.links == {"subject"}):
        return subject, rest
    if is_verb(stretch.items[0]) or _goes_on(stretch, joined, main):
        # "… und forderte die Regierung auf", "hat den Minister entlassen und die Gespräche verschoben"
        return shared, bare
    return subject, rest


def _of_relative(
    noun: Item | None, subject: Item | None, rest: list[Item], bare: list[Item], main: Pred, never_subject: bool
) -> tuple[Item | None, list[Item]]:
    """Take the noun a relative clause describes for its subject, or for an object where it has a subject of its own.

    `never_subject` where the form of the relative word says so (de "Diplomaten, denen Athen Spionage vorwirft").
    """
    if noun is not None and never_subject:
        return subject, rest if subject is noun else [noun, *rest]
    told_of = noun is not None and noun.sort != "actor" and bool(subject and subject.sort in {"actor", "pron"})
    if subject is None or not (subject.links == {"subject"} or main.passive or told_of):
        return noun, bare
    if noun is not None and not main.passive:
        return subject, [noun, *rest]
    return subject, rest


def _tie(
    stretch: Stretch, main: Pred, joined: Stretch | None, carrier: Pred | None, infinitive: bool, concepts: Concepts
) -> None:
    """Tie a clause to the one it hangs from or goes on from, by what opens it."""
    opener, last = stretch.opener, joined.main if joined is not None else None
    if stretch.sort == "comp":
        main.form, main.matrix = "comp", carrier
    elif stretch.sort == "sub":
        main.form, main.opener = "inf" if infinitive else "sub", opener
        main.condition = opener is not None and opener.means("condition") and not infinitive
        if infinitive and carrier is not None and concepts.acts[carrier.act].frame == "addressed":
            main.matrix = carrier  # nl: "beloofde om te helpen": what is promised, no purpose
    elif infinitive and carrier is not None:
        main.form, main.matrix = "inf", carrier
        _foretell(main)
    elif last is not None:
        main.form = "coord" if last.form == "main" else last.form
        main.matrix, main.condition, main.opener = last.matrix, last.condition, last.opener


def _foretell(pred: Pred) -> None:
    """Colour an infinitive that is announced as still to come (de "kündigte an, Truppen abzuziehen")."""
    if pred.matrix is not None and pred.matrix.act == "announce" and "perfect" not in pred.colours:
        pred.colours.add("future")


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


def _head(stretch: Stretch) -> Pred:
    """Choose the predicate the clause is about: the finite verb, or what an auxiliary stands with."""
    preds = [p for p in stretch.preds if not marked(stretch.items, p)] or stretch.preds
    if stretch.aux:
        return ([p for p in preds if p.feats & {"participle", "infinitive"}] or preds)[-1]
    finite = [p for p in preds if p.feats & FINITE]
    return finite[-1] if stretch.sort in EMBEDDING and finite else (finite or preds)[0]


def _hang(
    items: Sequence[Item], stretch: Stretch, main: Pred, subject: Item | None, rest: list[Item], noun: Item | None
) -> None:
    """Give the head its subject, objects and obliques, and hang the other verbs of the clause from it."""
    objects = [i for i in rest if (i is noun or may_be_object(i)) and i is not subject]
    for pred in stretch.preds:
        if pred is not main and pred.form == "main":
            pred.form, pred.matrix = "inf", main
            pred.colours -= {"future", "negated"}
            _foretell(pred)
        pred.subject = subject if pred is main or main.form != "inf" else None
        pred.object, pred.object2 = [*objects, None, None][:2]
        for item in stretch.items:
            if item.sort == "time" and not dates_a_thing(items, item):
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
    if actors and able[0].sort == "thing" and able[0].index < main.index and main.act not in DEADLY:
        subject = actors[0]  # "Das Abkommen kündigte Moskau auf"
    return subject, [i for i in bare if i is not subject]


def _colour(stretch: Stretch, lender: Stretch | None, bare: int, concepts: Concepts) -> None:
    """Colour the predicates of a clause by its auxiliaries and negators; a joined clause may borrow them."""
    around = [*(lender.aux if lender is not None else ()), *stretch.aux, *(i for i in stretch.items if i.sort == "neg")]
    for pred in stretch.preds:
        pred.colours = {said for feature, said in FROM_FEATURES.items() if feature in pred.feats}
        pred.passive = "passive" in pred.feats
        if marked(stretch.items, pred) and len(stretch.preds) > 1:
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
