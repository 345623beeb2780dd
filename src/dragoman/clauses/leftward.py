"""Look left of a verb for its subject and for what it hangs from."""

from collections.abc import Sequence

from dragoman.actors.items import Item
from dragoman.clauses.agreeing_participle import tie_participle
from dragoman.clauses.coordination import belongs_before
from dragoman.clauses.hanging import FINITE, Leftward, after_comma, after_participle, after_verb, at_boundary
from dragoman.clauses.inverted_speech import is_inverted_speech, speaker_before, speaker_follows
from dragoman.clauses.parenthesis import over_parenthesis
from dragoman.clauses.predicate import SKIPPED, WALLS, Pred, between, may_be_object, may_be_subject, root_act
from dragoman.clauses.reduced_relatives import tells_more_of, told_of_before
from dragoman.clauses.short_quotes import over_quotes
from dragoman.clauses.speech import names_speaker
from dragoman.clauses.subject_before import take_subject
from dragoman.clauses.uninflected import (
    describes_actor,
    describes_noun,
    gives_reason,
    of_adjunct,
    reason_before,
    resumes_main,
)
from dragoman.packs.schema import Concepts, Facts

PLEDGES = frozenset({"agree", "threaten"})
ADDRESSED = frozenset({"addressed", "transitive", "directed", "speech"})


def look_left(items: Sequence[Item], pred: Pred, before: list[Pred], concepts: Concepts, facts: Facts) -> None:
    """Look left of the verb for its subject and for what it hangs from."""
    if is_inverted_speech(items, pred, concepts):
        return  # '"…", said the minister': who speaks is found to its right
    if names_speaker(pred, concepts):
        return
    if tie_participle(items, pred, facts):
        return
    if facts.script == "thai" and resumes_main(items, pred, before):
        return
    if facts.reduced_relatives and (told := told_of_before(items, pred, before)) is not None:
        pred.form, pred.subject = "part", told
        return
    infinitive = "infinitive" in pred.feats and "present" not in pred.feats and not _carried(items, pred.index)
    view = Leftward(items, pred, before, concepts, facts, infinitive)
    if pred.index and _opened_by_adposition(view, pred.index - 1):
        return
    if facts.gerund == "adverb" and _goes_along(view):
        return
    at = pred.index - 1
    while at >= 0:
        further = _step(view, at)
        if further is None:
            return
        at = further
    if view.infinitive:
        pred.form = "inf"
    if view.comma >= 0 and before:
        view.inherit(view.comma)


def _step(view: Leftward, at: int) -> int | None:
    """Look at one item; return where to look next, None where all is settled."""
    item = view.items[at]
    opens_said = item.sort == "quote-open" and at > 0 and view.items[at - 1].sort == "comp"
    if item.kind == "gap" or item.sort in SKIPPED or item.sort == "link" or opens_said or _quotes_complement(view, at):
        return at - 1
    if item.sort == "quote-close" and (further := over_quotes(view.items, at)) is not None:
        return further
    if item.sort == "inf":
        view.infinitive = True
        return at - 1
    if item.kind == "verb":
        return _at_verb(view, at)
    if item.kind != "fn":
        return _at_noun(view, at)
    if item.sort == "comma" and view.comma < 0:
        return _at_comma(view, at)
    at_boundary(view, at)
    return None


def _opened_by_adposition(view: Leftward, at: int) -> bool:
    """Settle a verb right behind an adposition, which opens a clause of its own; False where none stands there."""
    items, pred, before, item = view.items, view.pred, view.before, view.items[at]
    if item.sort == "link" and "infinitive" in pred.feats and "after" in item.links:
        pred.form, pred.opener = "sub", item  # es: "tras celebrar una reunión" = after holding a meeting
        return True
    if view.facts.coverbs and (reason := reason_before(items, pred.index)) is not None:
        at, item = reason, items[reason]
    if view.facts.coverbs and not pred.passive and gives_reason(items, pred, at):
        named = item if item.kind == "np" else None
        told = [i for i in items[: at - (named is not None)] if i.sort in {"actor", "pron"} and may_be_subject(i)]
        pred.form, pred.opener = "sub", item  # zh: 因妨碍警方被判刑; 因俄罗斯扣押舰艇而取消会晤
        pred.subject = named or (told[-1] if told else None)
        return True
    if before and item.sort == "link" and view.facts.affixed("means", item.text.lower()) and not pred.passive:
        doing = before[-1]  # id: "dengan memberlakukan tarif" = by imposing tariffs; as real as what is done by it
        promised = root_act(doing.act, view.concepts) in PLEDGES
        carried = (doing.form, doing.matrix) if doing.form in {"inf", "comp"} else ("part", None)
        pred.form, pred.matrix = ("inf", doing) if promised else carried
        pred.subject, pred.colours = doing.subject, pred.colours | doing.colours
        return True
    if item.sort != "link" or "gerund" not in pred.feats or not before:
        return False
    told_of = item.links <= {"of", "for"} or "because" in item.links
    if told_of and view.concepts.acts[before[-1].act].frame in ADDRESSED:
        pred.form, pred.matrix = "inf", before[-1]  # "accused Syria of withholding aid"
    else:
        pred.form, pred.subject = "part", before[-1].subject  # "by taxing exports"
    return True


def _goes_along(view: Leftward) -> bool:
    """Give a gerund the subject of the clause it goes along with (es "respondió aplicando aranceles")."""
    pred, before = view.pred, view.before
    if "gerund" not in pred.feats or pred.feats & (FINITE | {"infinitive"}) or "progressive" in pred.colours:
        return False
    matrix = next((p for p in reversed(before) if p.form != "rel" or p is before[-1]), None)
    if matrix is None or between(view.items, matrix.index, pred.index, WALLS | {"contrast"}):
        return False
    if view.concepts.acts[matrix.act].kind == "aspect" and matrix.index == pred.index - 1:
        return False  # pt: "prometeu continuar cooperando": what is kept up
    pred.form, pred.subject = "part", matrix.subject
    return True


def _quotes_complement(view: Leftward, at: int) -> bool:
    """Tell whether a quotation opens between a mark of the infinitive and its verb (vowed to 'mobilise the people')."""
    if view.items[at].sort != "quote-open" or at != view.pred.index - 1 or not at:
        return False
    before = next((p for p in view.before if p.index == at - 1), None)
    if view.facts.bare_complements and before is not None:
        return view.concepts.acts[before.act].frame == "addressed"  # th "สาบานว่าจะ 'เคลื่อนพล'"
    return view.items[at - 1].sort in {"inf", "aux", "neg"}


def _at_verb(view: Leftward, at: int) -> int | None:
    """Hang the verb from the one before it, or pass by a verb that only describes a noun."""
    if view.facts.coverbs and any(p.index == at and p.form == "rel" for p in view.before):
        return at - 1  # zh: 对和平示威的人群开枪: what describes the crowd carries nothing
    after_words = view.facts.coverbs or view.facts.reduced_relatives
    if after_words and view.comma >= 0 and not view.infinitive:
        after_comma(view, at)
    elif view.comma >= 0 and not view.infinitive and _helped(view):
        view.inherit(view.comma)  # "the site that chronicled it, was closed"
    elif view.infinitive or not after_participle(view.pred, view.before, at):
        after_verb(view, at)
    return None


def _helped(view: Leftward) -> bool:
    """Tell whether nothing but helping verbs stand between a comma and the verb, one at least."""
    between = view.items[view.comma + 1 : view.pred.index]
    return any(i.sort == "aux" for i in between) and all(i.sort in SKIPPED for i in between)


def _at_comma(view: Leftward, at: int) -> int | None:
    """Look beyond the first comma: behind it stands who speaks, or what another comma has set off."""
    speaker = speaker_before(view.items, view.pred, at, view.before, view.concepts)
    if speaker is not None:
        view.pred.subject = speaker
        return None
    view.comma = at
    jumped = over_parenthesis(view.items, at, view.before, view.concepts)
    return jumped if jumped is not None else at - 1


def _at_noun(view: Leftward, at: int) -> int | None:
    """Take a noun phrase for the subject where nothing forbids it, else pass by."""
    items, pred, item, comma = view.items, view.pred, view.items[at], view.comma
    if _describes(view, at):
        return None
    if not may_be_subject(item):
        _pass_by(view, at)
        return (_before_its_coverb(view, at) if view.facts.coverbs else at) - 1
    if view.facts.bare_complements and item.sort == "thing" and describes_actor(items, at):
        return at - 1  # vi: "tài xế xe cứu thương biểu tình" = ambulance drivers demonstrated
    if describes_noun(items, at, view.facts):
        return at - 1
    set_off = comma >= 0 and all(i.sort in {"aux", "neg"} for i in items[comma + 1 : pred.index])
    if set_off and view.concepts.acts[pred.act].kind == "speech" and speaker_follows(items, pred.index):
        return None  # "…, said the minister"
    if comma >= 0 and not view.infinitive and belongs_before(items, view.before, at, comma):
        view.inherit(comma)
    else:
        take_subject(view, at)
    return None


def _describes(view: Leftward, at: int) -> bool:
    """Take a participle right behind a marked noun for its attribute ("wrote to staff working here")."""
    pred, item = view.pred, view.items[at]
    if item.kind != "np" or not item.links or item.owner or at != pred.index - 1 or not view.before:
        return False
    if view.facts.reduced_relatives and tells_more_of(pred, item):
        pred.form, pred.subject = "part", item
        return True
    if "by" in item.links and pred.feats & FINITE and _object_follows(view.items, pred.index):
        return False  # "an attack carried out by rebels killed ten people"
    if not pred.feats & {"gerund", "participle"} or pred.colours or pred.passive:
        return False
    pred.form, pred.subject = "part", item
    pred.passive = "gerund" not in pred.feats
    return True


def _object_follows(items: Sequence[Item], at: int) -> bool:
    """Tell whether a bare noun phrase stands right behind a verb."""
    return at + 1 < len(items) and items[at + 1].kind == "np" and may_be_object(items[at + 1])


def _pass_by(view: Leftward, at: int) -> None:
    """Take a marked phrase that stands before its verb for what its mark says."""
    pred, item = view.pred, view.items[at]
    if item.kind != "np":
        return
    if view.facts.coverbs:
        if view.comma < 0:
            _take_coverb(pred, item)
    elif not item.owner and item.links and not of_adjunct(view.items, at, view.facts):
        pred.obliques.append(item)  # ru: "Ирану пригрозил", "военными захвачено"; zh: 与美国会谈


def _before_its_coverb(view: Leftward, at: int) -> int:
    """Return where the coverb of a phrase stands, where a clause between describes its noun (向试图逃走的人群开枪)."""
    item = view.items[at]
    inner = [p for p in view.before if p.form == "rel" and p.subject is item and p.index < at]
    if not inner or item.marker is None or item.marker.start > view.items[inner[0].index].start:
        return at
    return next(i.index for i in view.items if i.start >= item.marker.start)


def _take_coverb(pred: Pred, item: Item) -> None:
    """Take a marked phrase that stands before its verb (对伊朗实施制裁, 把嫌犯交给警方)."""
    if "object" in item.links:
        if pred.object is None:
            pred.object = item
    elif item.marker is not None and item not in pred.obliques:
        pred.obliques.append(item)


def _carried(items: Sequence[Item], at: int) -> bool:
    """Tell whether an auxiliary makes an infinitive finite (fr "devrait visiter", not "pour pouvoir visiter")."""
    helped = False
    for item in reversed(items[:at]):
        if item.sort == "aux":
            helped = True
        elif item.sort not in SKIPPED:
            return helped and item.sort not in {"inf", "link"} and item.kind != "verb"
    return helped
