"""Who says it: reporting verbs, "according to", quotation marks, within a sentence and across sentences."""

from collections.abc import Sequence

from dragoman.actors.items import Item
from dragoman.clauses.inverted_speech import speaker_follows
from dragoman.clauses.predicate import Pred
from dragoman.packs.schema import Concepts, Facts

BESIDE = 4


JOINTS = frozenset({"coord", "contrast", "sub", "rel", "comp"})
BOUNDS = frozenset({"coord", "contrast", "sub", "comp", "break", "stop", "source", "quote-open", "quote-close"})


def hang_speech(items: Sequence[Item], preds: Sequence[Pred], concepts: Concepts, facts: Facts) -> None:
    """Hang what is said from the verb that reports it where word order has left it loose ("…, the minister said")."""
    _mark_quoted(items, preds)
    reporting = [p for p in preds if _reports(p, concepts) and not p.quoted and p.form != "part"]
    for verb in reporting:
        if any(p.matrix is verb for p in preds):
            continue
        before = [p for p in preds if p.index < verb.index and p.form in {"main", "coord"} and p.matrix is None]
        quoted = [p for p in preds if p.quoted and p.matrix is None and p is not verb]
        if not quoted and facts.order != "sov":
            before += [p for p in preds if _set_in(items, verb, p)]
        loose = quoted or (
            [p for p in before if p.index > verb.index or _parted(items, p, verb, preds)]
            if facts.order != "sov"
            else before
        )
        for pred in loose:
            if facts.coverbs and not pred.quoted and pred.index < verb.index and _says_more(items, verb):
                continue  # zh "他被判刑，联合国称指控带有政治动机": what is said follows
            spoken = _speaker_beside(items, verb) or names_speaker(verb, concepts)
            if pred is not verb and pred.form != "noun" and (pred.quoted or spoken):
                pred.form, pred.matrix = "quote", verb
        _hang_joined(items, preds, verb)


def _hang_joined(items: Sequence[Item], preds: Sequence[Pred], verb: Pred) -> None:
    """Hang from a report behind a sentence the clause before its last one too ("A fled and B was held, the agency said")."""
    if not any(p.matrix is verb and p.form == "quote" and not p.quoted and p.index < verb.index for p in preds):
        return
    last = next(p for p in preds if p.matrix is verb and p.form == "quote")
    for pred in reversed([p for p in preds if p.index < last.index]):
        between = [i.sort for i in items[pred.index + 1 : last.index] if i.sort in BOUNDS]
        if pred.form not in {"main", "coord"} or pred.matrix is not None or between != ["coord"]:
            return
        pred.form, pred.matrix = "quote", verb
        last = pred


def names_speaker(pred: Pred, concepts: Concepts) -> bool:
    """Tell whether a verb of speech holds its own subject, whoever spoke last (id "katanya" = he or she said)."""
    return "owned" in pred.feats and concepts.acts[pred.act].kind == "speech"


def _reports(pred: Pred, concepts: Concepts) -> bool:
    return not pred.nominal and concepts.acts[pred.act].kind == "speech" and "negated" not in pred.colours


def _mark_quoted(items: Sequence[Item], preds: Sequence[Pred]) -> None:
    inside = False
    quoted: set[int] = set()
    for item in items:
        if item.sort == "quote-open":
            inside = True
        elif item.sort == "quote-close":
            inside = False
        elif inside:
            quoted.add(item.index)
    for pred in preds:
        pred.quoted = pred.index in quoted


def _parted(items: Sequence[Item], pred: Pred, verb: Pred, preds: Sequence[Pred]) -> bool:
    """Tell whether a comma or quotation mark parts two predicates, and no conjunction opens a clause of its own there."""
    if _vouches_for_main(verb):
        return True
    joints = [i.index for i in items[pred.index + 1 : verb.index] if i.sort in JOINTS]
    if joints and not (_follows_comma(items, verb) and any(joints[-1] < p.index < verb.index for p in preds)):
        return False
    return any(i.sort in {"comma", "quote-close", "break"} for i in items[pred.index + 1 : verb.index])


def _follows_comma(items: Sequence[Item], verb: Pred) -> bool:
    """Tell whether a comma stands right before who speaks and the verb ("A died when B fired, officials said")."""
    first = min(verb.subject.index, verb.index) if verb.subject is not None else verb.index
    return first > 0 and items[first - 1].sort in {"comma", "quote-close"}


def _vouches_for_main(verb: Pred) -> bool:
    """Tell whether a report hangs behind what it reports (de "…, wie der Minister am Montag mitteilte")."""
    return verb.form == "sub" and verb.opener is not None and verb.opener.means("report")


def _set_in(items: Sequence[Item], verb: Pred, pred: Pred) -> bool:
    """Tell whether a report stands between two commas inside what it reports ("Russia, said the minister, attacked")."""
    subject, speaker = pred.subject, verb.subject
    if pred.form != "main" or pred.matrix is not None or subject is None or speaker is None or subject is speaker:
        return False
    if not subject.index < verb.index < speaker.index < pred.index:
        return False
    marks = [i.sort for i in items[subject.index + 1 : verb.index] if i.sort != "aux"]
    return marks == ["comma"] and any(i.sort == "comma" for i in items[speaker.index + 1 : pred.index])


def _says_more(items: Sequence[Item], verb: Pred) -> bool:
    """Tell whether words of its own stand behind a reporting verb before the next mark."""
    behind = items[verb.index + 1] if verb.index + 1 < len(items) else None
    return behind is not None and (
        behind.kind in {"np", "gap", "verb"} or behind.sort in {"comma", "quote-open", "aux"}
    )


def _speaker_beside(items: Sequence[Item], verb: Pred) -> bool:
    """Tell whether the reporting verb has a subject of its own, next to it but for the time and whom it is told."""
    subject = verb.subject
    if subject is None or not subject.entities:
        return False
    reach = 2 * BESIDE if subject.index > verb.index and speaker_follows(items, verb.index) else BESIDE
    return _vouches_for_main(verb) or abs(subject.index - verb.index) <= reach


def opens_quoted(items: Sequence[Item]) -> bool:
    """Tell whether a sentence is quotation from its first word."""
    for item in items[:2]:
        if item.sort == "quote-open":
            return True
    return False


def named_sources(items: Sequence[Item], facts: Facts) -> list[Item]:
    """List who is named by a formula such as "according to"."""
    found: list[Item] = []
    for item in items:
        if item.kind != "fn" or item.sort != "source":
            continue
        if item.means("before"):
            following = items[item.index + 1 : item.index + 5]
            until = next((at for at, i in enumerate(following) if i.sort == "comma"), len(following))
            following = following[:until]  # "according to reports, five policemen were captured"
            named = next((i for i in following if i.kind == "np" and i.entities), None)
        else:
            named = None
        if named is None and item.means("after"):
            preceding = list(reversed(items[max(0, item.index - 4) : item.index]))
            named = next((i for i in preceding if i.kind == "np" and i.entities), None)
        if named is not None:
            found.append(named)
    return found


def vouches(items: Sequence[Item], source: Item, pred: Pred) -> bool:
    """Tell whether a named source vouches for a predicate: behind a quotation it does for that alone.

    id "… ," kata menteri setelah pertemuan dengan X: that they met is the writer's word; so is what a clause between
    commas tells of somebody ("Washington, yang menjatuhkan sanksi, akan …, kata seorang pejabat").
    """
    if pred.index < source.index or pred.quoted:
        return pred.quoted or not _told_aside(items, pred)
    formula = next((i for i in range(source.index - 1, -1, -1) if items[i].sort == "source"), 0)
    before = items[max(0, formula - 2) : formula]
    return not (before and before[0].sort in {"quote-close", "comma"} and any(i.sort == "quote-close" for i in before))


def _media_told(verb: Pred) -> list[Item]:
    """List the named media to whom something is said ("the minister told Reuters that …"): they vouch for it too."""
    addressed = [i for i in (verb.object, verb.object2) if i is not None]
    addressed += [i for i in verb.obliques if "to" in i.links]
    return [i for i in addressed if any(e.sector == "JRN" and e.key for e in i.entities)]


def _told_aside(items: Sequence[Item], pred: Pred) -> bool:
    """Tell whether a predicate stands in a relative clause that a comma sets off."""
    if pred.form != "rel":
        return False
    opener = next((i for i in range(pred.index - 1, 0, -1) if items[i].sort == "rel"), 0)
    return opener > 0 and items[opener - 1].sort == "comma"


def speakers(pred: Pred, concepts: Concepts) -> list[Item]:
    """List the speakers a predicate hangs from, from the nearest outward."""
    found: list[Item] = []
    seen: set[int] = set()
    above = pred.matrix
    while above is not None and id(above) not in seen:
        seen.add(id(above))
        if (
            concepts.acts[above.act].kind in {"speech", "naming"}
            and "negated" not in above.colours
            and above.subject is not None
            and above.subject.entities
        ):
            found.append(above.subject)
            found += _media_told(above)
        above = above.matrix
    if pred.light is not None and not found:
        return speakers(pred.light, concepts)
    return found


def speakers_of_main(pred: Pred, preds: Sequence[Pred], concepts: Concepts) -> list[Item]:
    """List who reports the sentence to which a clause of time or a participle belongs ("A fell when B attacked, C said")."""
    if pred.form not in {"sub", "part"} or pred.quoted:
        return []
    mains = [p for p in preds if not p.nominal and p.form in {"main", "coord", "quote", "comp"}]
    before = [p for p in mains if p.index < pred.index] or mains
    main = before[-1] if before and before[-1].index < pred.index else next(iter(before), None)
    return speakers(main, concepts) if main is not None and main.form == "quote" and not main.quoted else []
