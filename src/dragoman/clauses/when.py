"""Which time expression of a sentence belongs to which predicate."""

from collections.abc import Sequence

from dragoman.actors.items import Item
from dragoman.clauses.predicate import WALLS, Pred
from dragoman.records import TimeExpression

AROUND = frozenset({"after", "during", "before", "since"})
COARSE = frozenset({"season", "year", "decade", "century"})
VAST = frozenset({"decade", "century"})
REACH = frozenset({"coord", "inf"})


def assign_times(
    items: Sequence[Item], preds: Sequence[Pred], *, verb_last: bool = False, time_first: bool = False
) -> None:
    """Give each time of a sentence to one verb: the one before it in the same clause, or else the one after it.

    Where the verb comes last, a time beside a subject goes with it to its verb, however far away that stands
    (ko: "총리는 2일 X를 방문한 뒤 Y와 만났다" = the premier on the 2nd visited X and met Y), and to its other verbs.
    """
    for pred in preds:
        pred.times = []
    verbs = [p for p in preds if not p.nominal] or list(preds)
    for item in items:
        if item.sort != "time" or item.time is None or dates_a_thing(items, item):
            continue
        beside = next((p for p in reversed(preds) if p.index < item.index), None)
        if beside is not None and beside.nominal and beside.light is None and beside.item.links & AROUND:
            if not _walled(items, beside.index, item.index, commas=True):
                beside.times.append(item)  # "said after a meeting in September": the meeting was in September
                continue
        if verb_last and (with_subject := _verbs_of_subject_beside(items, item, verbs)):
            first = with_subject[0]
            if first.form == "comp" and "future" in first.colours and item.time.grain in {"week", "month", "year"}:
                with_subject = [first]  # ko "대표는 이번 주 표결을 강행하겠다고 공언했다": the vote is this week
            elif item.time.grain == "day" and item.links != {"in"} and not _marked(items, item):
                # ja "国防総省は29日、派遣すると発表した": the announcement was on the 29th
                with_subject = [p for p in with_subject if not _told_ahead(p)] or with_subject
            for pred in with_subject:
                pred.times.append(item)
            continue
        before = next((p for p in reversed(verbs) if p.index < item.index), None)
        after = next((p for p in verbs if p.index > item.index and not _only_describes(items, p, item)), None)
        if before is not None and _walled(items, before.index, item.index, commas=after is not None):
            before = before if after is not None and _closes_relative(items, before, item, after) else None
        if before is not None and after is not None and _opens_joined(items, item, after):
            before = None
        if time_first and after is not None and not _walled(items, item.index, after.index, commas=True):
            before = None  # zh 誓言参议院将在本周表决: the vote is this week
        if verb_last and after is not None and not _walled(items, item.index, after.index, commas=False):
            before = None  # a time stands before its verb (hi "सुझाए गए नाम के आधार पर जून में समझौता किया")
        if after is not None and before is None and _walled(items, item.index, after.index, commas=False):
            after = (
                next((p for p in verbs if p.index > after.index and p.form == "main"), None)
                if after.form == "sub"
                else None
            )
        owner = before or after
        if verb_last and owner is not None and owner is after and owner.form == "inf":
            owner = _finite_above(owner)
        if owner is not None:
            owner.times.append(item)
        if after is not None and after is not owner and _opens_told(items, item, after):
            after.times.append(item)
    if verb_last:
        _keep_nearest(verbs)


def _told_ahead(pred: Pred) -> bool:
    """Tell whether a verb is told of as still to come."""
    return pred.form == "comp" and "future" in pred.colours


def _marked(items: Sequence[Item], time: Item) -> bool:
    """Tell whether a particle of its own ties a time to the next verb (ja 30日に訪れると)."""
    after = items[time.index + 1] if time.index + 1 < len(items) else None
    return after is not None and after.kind == "gap" and after.sort == "link"


def _keep_nearest(verbs: Sequence[Pred]) -> None:
    """Let a time right before a later verb of a chain stand over the one all its verbs share.

    ja "12月に捜査し、21日に求めた": the demand is of the 21st.
    """
    for before, pred in zip(verbs, verbs[1:], strict=False):
        near = [t for t in pred.times if t.index > before.index]
        if near and len(near) < len(pred.times) and before.form == "coord":
            pred.times = near


def _only_describes(items: Sequence[Item], pred: Pred, time: Item) -> bool:
    """Tell whether a verb describes a noun behind it and a comma or a subject parts it from a time.

    zh "周二，军队对示威的人群开枪": they fired on Tuesday.
    """
    if pred.form != "rel" or pred.subject is None or pred.subject.index < pred.index:
        return False
    parted = items[time.index + 1 : pred.index]
    return any(i.sort == "comma" or (i.kind == "np" and not i.links and not i.owner) for i in parted)


def _closes_relative(items: Sequence[Item], before: Pred, time: Item, after: Pred) -> bool:
    """Tell whether a time ends a relative clause ("Rome, which expelled the envoy, Mr X, in May, will protest")."""
    between = items[time.index + 1 : after.index]
    if before.form != "rel" or not between or between[0].sort != "comma" or any(i.kind == "np" for i in between):
        return False
    return not _walled(items, before.index, time.index, commas=False)


def _opens_joined(items: Sequence[Item], time: Item, after: Pred) -> bool:
    """Tell whether a time stands between "and" and its verb ("met in May and on Monday asked")."""
    before = next((i for i in reversed(items[: time.index]) if i.sort != "link"), None)
    between = items[time.index + 1 : after.index]
    return before is not None and before.sort == "coord" and all(i.sort in {"aux", "neg", "comma"} for i in between)


def _opens_told(items: Sequence[Item], time: Item, after: Pred) -> bool:
    """Tell whether a clause tells what happened at the time right before it ("survived in 2016, when troops fired")."""
    following = [i for i in items[time.index + 1 : time.index + 3] if i.sort != "comma"]
    opener = following[0] if following else None
    return opener is not None and opener.sort == "sub" and opener is after.opener and opener.means("time")


def _finite_above(pred: Pred) -> Pred:
    """Return the verb that an infinitive before it hangs from (hi "सोमवार को … लगाने की घोषणा की" = announced on Monday)."""
    above = pred.matrix
    return above if above is not None and "nominal" in pred.feats and above.index > pred.index else pred


def _verbs_of_subject_beside(items: Sequence[Item], time: Item, verbs: Sequence[Pred]) -> list[Pred]:
    """List the verbs after a time whose subject stands next to it, with nothing but particles and commas between."""
    for side in (reversed(items[: time.index]), items[time.index + 1 :]):
        beside = next((i for i in side if i.kind != "fn"), None)
        if beside is None or beside.kind != "np":
            continue
        found = [p for p in verbs if p.subject is beside and p.index > time.index]
        if found:
            return found
    return []


def times_of(items: Sequence[Item], pred: Pred, preds: Sequence[Pred]) -> list[TimeExpression]:
    """List the times of a predicate, definite ones first; a sentence with one definite time lends it to its clauses."""
    lasting = [t for t in _values(pred) if t.kind == "duration"]
    return _dating(pred, preds) or lasting  # "hours before the polls opened on Sunday, police raided …": on Sunday


def _dating(pred: Pred, preds: Sequence[Pred]) -> list[TimeExpression]:
    """List the times of a predicate that tell when, its own or those it shares with another clause."""
    own = _values(pred) if any(t.kind != "duration" for t in _values(pred)) else []
    if not own and pred.nominal:
        own = _values(pred.light) if pred.light is not None else _lasting_while(pred, preds)
    if own:
        return own
    if pred.form in REACH:
        before = [p for p in preds if p.index < pred.index and not p.nominal and p.matrix is not pred]
        if pred.form == "coord":  # "pledged that the Senate would vote this week and accused …": not the vote's week
            before = [p for p in before if p.subject is pred.subject] or before
        own = _values(before[-1]) if before else []
    if not own and pred.form == "sub":  # "while visiting Russia in May, he …"
        main = next((p for p in preds if p.index > pred.index and p.form == "main"), None)
        own = _values(main) if main is not None else []
    if not own and pred.act == "order":  # th: "กรีซสั่งขับนักการทูตเมื่อวันพุธ" = ordered them to leave on Wednesday
        told = next((p for p in preds if p.matrix is pred and p.form == "inf"), None)
        own = _values(told) if told is not None else []
    if own or pred.nominal:
        return own
    matrix = pred.matrix
    lent = [p for p in preds if p is not matrix and _values(p) and _values(p)[0].earliest]
    lent = [p for p in lent if _values(p)[0].grain not in VAST]
    if len(lent) != 1 or lent[0].form not in {"main", "sub", "coord"}:
        return []
    if lent[0].form == "sub" and lent[0].opener is not None and lent[0].opener.means("cause"):
        return []  # "condemned liberals angry because Clinton lost the 2016 election": not in 2016
    # "Two judges were arrested, and Gayoom was jailed in June" dates no arrest
    ahead = pred.index < lent[0].index and all(item.index > pred.index for item in lent[0].times)
    return [] if ahead and _own_clause(pred, lent[0]) else _values(lent[0])


def _lasting_while(noun: Pred, preds: Sequence[Pred]) -> list[TimeExpression]:
    """Return when that was done which was done during an act ("vowed on Sunday, during a protest, …")."""
    if "during" not in noun.item.links:
        return []
    verb = next((p for p in preds if not p.nominal and noun.item in p.obliques), None)
    while verb is not None and not _values(verb) and verb.matrix is not verb:
        verb = verb.matrix if verb.form in {"inf", "quote"} else None
    return _values(verb) if verb is not None else []


def _own_clause(pred: Pred, other: Pred) -> bool:
    """Tell whether two verbs stand in main clauses with subjects of their own."""
    apart = (pred.subject or pred.object) is not (other.subject or other.object)
    return pred.form in {"main", "coord"} and other.form in {"main", "coord"} and apart


def said_on(pred: Pred) -> TimeExpression | None:
    """Return when the clause was reported: the time of the nearest verb above it that has one."""
    above, seen = pred.matrix, {id(pred)}
    while above is not None and id(above) not in seen:
        seen.add(id(above))
        values = _values(above)
        if values:
            return values[0]
        above = above.matrix
    return None


def _values(pred: Pred) -> list[TimeExpression]:
    values = [i.time for i in pred.times if i.time is not None]
    return sorted(values, key=lambda t: (t.kind != "interval", t.earliest is None and not t.edtf, t.grain in COARSE))


def _walled(items: Sequence[Item], start: int, end: int, *, commas: bool) -> bool:
    walls = WALLS | {"comma"} if commas else WALLS - {"quote-open", "quote-close"}
    return any(i.kind == "fn" and i.sort in walls for i in items[start + 1 : end])


def dates_a_thing(items: Sequence[Item], item: Item) -> bool:
    """Tell whether a bare year beside a noun dates that noun ("the 2018 agreement") and not the clause ("last year")."""
    time = item.time
    if time is None or time.grain != "year" or time.basis == "relative" or item.links:
        return False
    if not item.text.isdigit():  # ar: "اتهمت روسيا عام 2014" = in 2014, "اتفاق عام 2015" = the agreement of 2015
        return item.index > 0 and items[item.index - 1].sort in {"thing", "act"}
    beside = [items[i] for i in (item.index - 1, item.index + 1) if 0 <= i < len(items)]
    return any(i.kind == "np" for i in beside)
