"""Arguments where the verb stands between subject and object, or before both (English, Indonesian, Russian, Arabic …)."""

from collections.abc import Sequence

from dragoman.actors.items import Item
from dragoman.clauses.predicate import SKIPPED, Pred, between, is_bare, may_be_object, may_be_subject, nearest_before
from dragoman.clauses.uninflected import (
    WALLED,
    describes_actor,
    for_a_reason,
    gives_reason,
    level_with,
    mark_relatives,
    of_adjunct,
    relative_head,
    resumes_main,
    take_agent_of_undergoing,
)
from dragoman.clauses.verb_first import agrees, beside_its_name, described, governed, resumed, settle_lone_noun
from dragoman.packs.schema import Concepts, Facts

FINITE = frozenset({"past", "present", "future", "finite"})
CLAUSE_WALLS = WALLED
STILL_TO_COME = frozenset({"future", "conditional", "hypothetical", "obligation"})
RELATIVE_REACH = 40
"""How many items a relative clause between commas may have."""
ADDRESSED = frozenset({"addressed", "transitive", "directed", "speech"})


def attach_verb_middle(items: Sequence[Item], verbs: list[Pred], facts: Facts, concepts: Concepts) -> None:
    """Look left of each verb for its subject and what it hangs from, then right for objects and obliques."""
    if facts.coverbs:
        mark_relatives(items, verbs)
    for number, pred in enumerate(verbs):
        if pred.form != "rel" and not (facts.coverbs and for_a_reason(items, pred, verbs[:number])):
            _left(items, pred, verbs[:number], concepts, facts)
        if facts.coverbs and pred.form == "coord":
            last = nearest_before(verbs[:number], pred.index)
            if last is not None and last.subject is pred.subject:
                pred.colours |= last.colours & {"future", "hypothetical"}  # zh: 将访问中国，并会见…
        _right(items, pred, facts, concepts, verbs)
        if facts.bare_complements and pred.passive:
            take_agent_of_undergoing(pred, nearest_before(verbs[:number], pred.index))
        settle_lone_noun(items, pred, verbs[:number], facts, concepts)
        if facts.inversion:
            _told_object(items, pred, concepts)
        if facts.cases:
            _object_first(pred)
    for pred, main in zip(verbs[1:], verbs, strict=False):
        if pred.form != "sub" or pred.opener is None or not pred.opener.means("time"):
            continue
        present = "present" in pred.feats and "past" not in pred.feats
        if main.colours & {"future", "conditional"} and (present or "perfect" in pred.colours):
            pred.colours.add("future")  # "will halt its operation when it has …"


def _told_object(items: Sequence[Item], pred: Pred, concepts: Concepts) -> None:
    """Make the only noun of a verb right after "that" its object: who says it did it (he "מסרה כי הפילה מטוס")."""
    lone, above = pred.subject, pred.matrix
    if pred.form != "comp" or above is None or lone is None or pred.object is not None or pred.passive:
        return
    first = pred.index > 0 and items[pred.index - 1].sort == "comp"
    if first and lone.index > pred.index and concepts.acts[pred.act].frame in {"transitive", "measure", "giving"}:
        pred.object, pred.subject = lone, above.subject


def _object_first(pred: Pred) -> None:
    """Swap subject and object where a thing stands first that may be either ("Договор приостановил Сеул")."""
    subject, other = pred.subject, pred.object
    if subject is None or other is None or pred.passive or subject.sort != "thing" or other.sort != "actor":
        return
    if "object" in subject.links and (not other.links or "subject" in other.links):
        pred.subject, pred.object = other, subject


def _left(items: Sequence[Item], pred: Pred, before: list[Pred], concepts: Concepts, facts: Facts) -> None:
    """Look left of the verb for its subject and for what it hangs from."""
    at = pred.index - 1
    if _is_inverted_speech(items, pred, concepts):
        return  # '"…", said the minister': who speaks is found to its right
    if facts.script == "thai" and resumes_main(items, pred, before):
        return
    infinitive = "infinitive" in pred.feats and "present" not in pred.feats and not _carried(items, pred.index)
    comma = -1
    while at >= 0:
        item = items[at]
        if item.sort == "link" and "infinitive" in pred.feats and at == pred.index - 1 and "after" in item.links:
            pred.form, pred.opener = "sub", item  # es: "tras celebrar una reunión" = after holding a meeting
            return
        if facts.coverbs and not pred.passive and gives_reason(items, pred, at):
            named = item if item.kind == "np" else None
            told = [i for i in items[: at - (named is not None)] if i.sort in {"actor", "pron"} and may_be_subject(i)]
            pred.form, pred.opener = "sub", item  # zh: 因妨碍警方被判刑; 因俄罗斯扣押舰艇而取消会晤
            pred.subject = named or (told[-1] if told else None)
            return
        if item.sort == "link" and "gerund" in pred.feats and at == pred.index - 1 and before:
            told_of = item.links <= {"of", "for"} or "because" in item.links
            if told_of and concepts.acts[before[-1].act].frame in ADDRESSED:
                pred.form, pred.matrix = "inf", before[-1]  # "accused Syria of withholding aid"
                return
            pred.form, pred.subject = "part", before[-1].subject  # "by taxing exports"
            return
        if item.kind == "gap" or item.sort in SKIPPED or item.sort == "link":
            at -= 1
            continue
        if item.sort == "inf":
            infinitive = True
            at -= 1
            continue
        if (
            item.sort == "quote-open"
            and at == pred.index - 1
            and at > 0
            and items[at - 1].sort in {"inf", "aux", "neg"}
        ):
            at -= 1  # vowed to 'mobilise the people'
            continue
        if item.kind == "verb":
            if facts.coverbs and any(p.index == at and p.form == "rel" for p in before):
                at -= 1  # zh: 对和平示威的人群开枪: what describes the crowd carries nothing
                continue
            if facts.coverbs and comma >= 0 and not infinitive:
                _after_comma(items, pred, before, at, comma, concepts, facts)
                return
            if not infinitive and _after_participle(pred, before, at):
                return
            _after_verb(pred, before, at, infinitive, concepts, facts)
            return
        if item.kind == "fn":
            if item.sort == "comma" and comma < 0:
                speaker = _speaker_before(items, pred, at, before, concepts)
                if speaker is not None:
                    pred.subject = speaker
                    return
                comma = at
                jumped = _over_parenthesis(items, at, before, concepts)
                at = jumped if jumped is not None else at - 1
                continue
            _at_boundary(items, pred, before, at, item, infinitive, comma, concepts, facts)
            return
        described = item.kind == "np" and bool(item.links) and not item.owner and at == pred.index - 1
        if described and "by" in item.links and pred.feats & FINITE and _object_follows(items, pred.index):
            described = False  # "an attack carried out by rebels killed ten people"
        if described and pred.feats & {"gerund", "participle"} and not pred.colours and not pred.passive and before:
            pred.form, pred.subject = "part", item  # "wrote to staff working here"
            pred.passive = "gerund" not in pred.feats
            return
        if not may_be_subject(item):
            if facts.coverbs:
                if comma < 0 and item.kind == "np":
                    _take_coverb(pred, item)
            elif item.kind == "np" and not item.owner and item.links and not of_adjunct(items, at, facts):
                pred.obliques.append(item)  # ru: "Ирану пригрозил", "военными захвачено"; zh: 与美国会谈
            at -= 1
            continue
        if facts.bare_complements and item.sort == "thing" and describes_actor(items, at):
            at -= 1  # vi: "tài xế xe cứu thương biểu tình" = ambulance drivers demonstrated
            continue
        set_off = comma >= 0 and all(i.sort in {"aux", "neg"} for i in items[comma + 1 : pred.index])
        if set_off and concepts.acts[pred.act].kind == "speech" and _speaker_follows(items, pred.index):
            return  # "…, said the minister"
        if comma >= 0 and not infinitive and _belongs_before(items, before, at, comma):
            _inherit(items, pred, before, comma, concepts, facts)
            return
        _take_subject(items, pred, before, at, infinitive, comma, concepts, facts)
        return
    if infinitive:
        pred.form = "inf"
    if comma >= 0 and before:
        _inherit(items, pred, before, comma, concepts, facts)


def _object_follows(items: Sequence[Item], at: int) -> bool:
    """Tell whether a bare noun phrase stands right behind a verb."""
    return at + 1 < len(items) and items[at + 1].kind == "np" and may_be_object(items[at + 1])


def _carried(items: Sequence[Item], at: int) -> bool:
    """Tell whether an auxiliary makes an infinitive finite (fr "devrait visiter", not "pour pouvoir visiter")."""
    helped = False
    for item in reversed(items[:at]):
        if item.sort == "aux":
            helped = True
        elif item.sort not in SKIPPED:
            return helped and item.sort not in {"inf", "link"} and item.kind != "verb"
    return helped


def _is_inverted_speech(items: Sequence[Item], pred: Pred, concepts: Concepts) -> bool:
    """Tell whether a verb of speech behind a mark is followed by who speaks ("…, said the minister")."""
    if concepts.acts[pred.act].kind != "speech" or not _speaker_follows(items, pred.index):
        return False
    before = next((i for i in reversed(items[: pred.index]) if i.sort not in {"aux", "neg"}), None)
    return before is not None and before.sort in {"comma", "quote-close"}


def _take_coverb(pred: Pred, item: Item) -> None:
    """Take a marked phrase that stands before its verb (对伊朗实施制裁, 把嫌犯交给警方)."""
    if "object" in item.links:
        if pred.object is None:
            pred.object = item
    elif item.marker is not None and item not in pred.obliques:
        pred.obliques.append(item)


def _after_comma(
    items: Sequence[Item], pred: Pred, before: list[Pred], at: int, comma: int, concepts: Concepts, facts: Facts
) -> None:
    """The verb follows a comma and a verb: what is said, or what the same subject does next."""
    matrix = nearest_before(before, pred.index)
    if (
        matrix is not None
        and matrix.index == at
        and (concepts.acts[matrix.act].kind in {"speech", "mental"} or concepts.acts[matrix.act].frame == "addressed")
    ):
        pred.form, pred.matrix, pred.subject = "comp", matrix, matrix.subject
        return
    _inherit(items, pred, before, comma, concepts, facts)


def _told_after_comma(items: Sequence[Item], matrix: Pred | None, at: int, concepts: Concepts) -> Pred | None:
    """Find the verb of speech that a comma or colon parts from what is said (表示，…)."""
    if matrix is None:
        return None
    said = concepts.acts[matrix.act]
    if said.kind in {"speech", "mental"} or (said.kind == "act" and said.frame == "addressed"):
        after = items[matrix.index + 1] if matrix.index + 1 < len(items) else None
        opened = after is not None and after.sort in {"comma", "break", "quote-open"}
        return matrix if opened and not any(i.sort == "stop" for i in items[matrix.index : at]) else None
    if (
        matrix.form == "comp"
        and matrix.matrix is not None
        and not any(i.sort in {"stop", "break", "quote-close"} for i in items[matrix.index : at])
    ):
        return matrix.matrix
    return None


def _carrier(before: list[Pred], at: int) -> Pred | None:
    """Find the verb an infinitive hangs from: not a participle that only describes a noun ("staff working here to …")."""
    matrix = nearest_before(before, at)
    if matrix is not None and matrix.form == "part":
        return next((p for p in reversed(before) if p.index < matrix.index and p.form != "part"), matrix)
    return matrix


def _not_yet(pred: Pred, opener: Item) -> None:
    """Take what stands in the present after "before" for still to come ("six months before the UK withdraws")."""
    if opener.means("before") and "present" in pred.feats and "past" not in pred.feats:
        pred.colours.add("future")


def _belongs_before(items: Sequence[Item], before: list[Pred], at: int, comma: int) -> bool:
    """Tell whether the noun before a comma is the object of the verb before it ("called senators, urging them …")."""
    previous = nearest_before(before, at)
    if previous is None or any(i.sort in {"comma", *CLAUSE_WALLS} for i in items[previous.index + 1 : at]):
        return False
    return previous.object is items[at] or items[at] in previous.obliques or at == previous.index + 1


def _speaker_before(
    items: Sequence[Item], pred: Pred, comma: int, before: list[Pred], concepts: Concepts
) -> Item | None:
    """Find who speaks at the end of a sentence, with an apposition: "…, the governor of Luhansk, Serhiy Haidai, said"."""
    ends = pred.index + 1 >= len(items) or items[pred.index + 1].kind == "fn"
    if not ends or comma != pred.index - 1 or not before or concepts.acts[pred.act].kind != "speech":
        return None
    for look in range(comma - 1, max(comma - 10, before[-1].index), -1):
        if items[look].sort == "comma":
            first = items[look + 1]
            return first if first.sort == "actor" and not first.links and first.entities else None
        if items[look].kind != "np" and items[look].sort not in {"link", "hyphen"}:
            return None
    return None


def _over_parenthesis(items: Sequence[Item], comma: int, before: list[Pred], concepts: Concepts) -> int | None:
    """From the comma before a verb, find the place before the comma that opened the parenthesis."""
    if comma > 0 and items[comma - 1].sort == "actor" and "," in items[comma - 1].text:
        return None  # "his counterpart, Walid al-Moualem, demanded": the comma closes what is one phrase already
    opened = _relative_before(items, comma)
    if opened is not None and any(p.index > opened for p in before):
        return opened - 1
    for look in range(comma - 1, max(comma - 16, -1), -1):
        item = items[look]
        if item.sort == "comma":
            inside = items[look + 1 : comma]
            first = next((i for i in inside if i.sort not in {"aux", "neg"}), None)
            told = any(p.item is first and _is_inverted_speech(items, p, concepts) for p in before)
            if inside and inside[0].kind == "verb" and not inside[0].feats & {"gerund", "participle"} and not told:
                return None
            return look - 1
        if item.kind == "fn" and item.sort in {"break", "quote-open", "stop", "comp"}:
            return None
    return None


def _relative_before(items: Sequence[Item], comma: int) -> int | None:
    """Find the comma that opens the relative clause another comma closes ("the US, which had warned that …, urged")."""
    quoted = False
    for look in range(comma - 1, max(comma - RELATIVE_REACH, 0), -1):
        if items[look].sort in {"break", "stop"} or (items[look].sort == "quote-open" and not quoted):
            return None
        if items[look].sort in {"quote-open", "quote-close"}:
            quoted = items[look].sort == "quote-close"  # 'which would consider "appropriate measures" against'
            continue
        if items[look].sort == "comma" and items[look + 1].sort == "rel":
            return look if items[look - 1].kind == "np" else None
    return None


def _after_participle(pred: Pred, before: list[Pred], at: int) -> bool:
    """Take over the noun a participle describes ("an attack claimed by rebels killed 30"); tell whether it was so."""
    previous = next((p for p in before if p.index == at), None)
    if previous is None or previous.subject is None or not pred.feats & FINITE or previous.colours or previous.passive:
        return False
    agent = any("by" in i.links for i in previous.obliques) and previous.object is None
    if "participle" not in previous.feats or not (agent or not previous.feats & FINITE):
        return False
    previous.form, previous.passive = "part", True
    pred.subject = previous.subject
    return True


def _after_verb(pred: Pred, before: list[Pred], at: int, infinitive: bool, concepts: Concepts, facts: Facts) -> None:
    """The verb follows another directly: it is its complement ("began shelling", "helped rescue")."""
    matrix = _carrier(before, pred.index) if infinitive else nearest_before(before, pred.index)
    if facts.bare_complements and not infinitive and matrix is not None and not matrix.nominal:
        if matrix.act == "other" and not pred.nominal:  # vi: "bay tới Ankara gặp ông": went and met
            pred.form, pred.subject, pred.matrix = matrix.form, matrix.subject, matrix.matrix
            pred.colours |= matrix.colours
            return
        if concepts.acts[matrix.act].kind == "speech":  # vi: "cho biết sẽ rút quân" = said it would withdraw
            pred.form, pred.subject, pred.matrix = "comp", matrix.subject, matrix
            return
        if matrix.act == "undergo" and not matrix.item.means("perform"):
            # vi: "hứng chỉ trích từ phe đối lập" = suffers criticism from the opposition
            pred.form, pred.subject, pred.matrix, pred.passive = matrix.form, matrix.subject, matrix.matrix, True
            return
    pred.form, pred.matrix = "inf", matrix
    if matrix is not None:
        pred.subject = matrix.subject


def _at_boundary(
    items: Sequence[Item],
    pred: Pred,
    before: list[Pred],
    at: int,
    item: Item,
    infinitive: bool,
    comma: int,
    concepts: Concepts,
    facts: Facts,
) -> None:
    matrix = nearest_before(before, at)
    if infinitive:
        pred.form = "inf"
        pred.matrix = _carrier(before, at)
        return
    if item.sort == "rel":
        pred.form = "rel"
        antecedent = next(
            (i for i in reversed(items[:at]) if i.kind == "np" and not (i.owner and i.sort == "actor")), None
        )
        pred.subject = antecedent
        return
    if item.sort == "comp":
        pred.form, pred.matrix = "comp", matrix
        if matrix is not None and not pred.passive and facts.affixed("speaker", item.text):
            pred.subject = matrix.subject  # ar: "أعلن الجيش أنه قصف": the pronoun in the conjunction is who speaks
        return
    if item.sort in {"coord", "contrast"}:
        _inherit(items, pred, before, at, concepts, facts)
        if matrix is None and pred.subject is None and not pred.passive and facts.order == "svo":
            pred.subject = _first_named(items, at)
        return
    if item.sort == "sub":
        pred.form, pred.matrix = "sub", None
        pred.condition = item.means("condition")
        pred.opener = item
        _not_yet(pred, item)
        if pred.feats & {"gerund", "participle"} and matrix is not None:
            pred.subject = matrix.subject
        return
    if comma >= 0 and matrix is not None:
        _inherit(items, pred, before, comma, concepts, facts)


def _first_named(items: Sequence[Item], until: int) -> Item | None:
    """Find who opens a clause whose own verb is not listed ("Paris and Berlin regretted the move and pledged …")."""
    first = next((i for i in items[:until] if i.kind == "np" or i.sort in CLAUSE_WALLS), None)
    return first if first is not None and first.sort == "actor" and may_be_subject(first) and first.entities else None


def _head_without_verb(items: Sequence[Item], pred: Pred, before: list[Pred]) -> Item | None:
    """Find the actor that only relative clauses have described so far ("Officers investigating …, which left …, held")"""
    look = pred.index - 1
    while look > 0 and items[look].sort in {"aux", "neg"}:
        look -= 1
    finite = bool(pred.feats & FINITE) or look < pred.index - 1
    if not finite or items[look].sort != "comma" or not before or before[0].form != "rel":
        return None
    if any(p.form not in {"rel", "part", "inf", "comp"} for p in before):
        return None
    head = before[0].subject
    return head if head is not None and head.sort == "actor" and may_be_subject(head) and head.entities else None


def _inherit(items: Sequence[Item], pred: Pred, before: list[Pred], at: int, concepts: Concepts, facts: Facts) -> None:
    """Take subject and matrix over from the predicate before ("X met Y and condemned Z")."""
    if (head := _head_without_verb(items, pred, before)) is not None:
        pred.subject = head
        return
    previous = nearest_before(before, at)
    if previous is not None:
        previous = level_with(pred, previous, concepts, facts)
    if previous is not None and previous.form == "rel" and at > 0 and items[at - 1].sort == "comma":
        # a comma before the coordinator closes the relative clause: "the line that parts them, but withdrew"
        previous = next((p for p in reversed(before) if p.index < previous.index and p.form != "rel"), previous)
    if previous is None:
        return
    if previous.form == "comp" and previous.colours & STILL_TO_COME and "past" in pred.feats and not pred.colours:
        # "vowed that the Senate would vote and accused the Democrats": who vowed has accused
        previous = previous.matrix or previous
    if previous.form == "inf" and not previous.feats & FINITE and pred.feats & FINITE and not pred.colours:
        # "urged the president to punish the kingdom and threatened …": a finite verb goes on after what is asked
        carrier = previous.matrix
        while carrier is not None and carrier.form == "inf" and not carrier.feats & FINITE:
            carrier = carrier.matrix
        previous = carrier or previous
    if not (previous.subject is not None and previous.subject.entities) and not pred.passive:
        alike = [p for p in before if p.index < previous.index and p.form == "main" and p.colours & pred.colours]
        if previous.form != "comp" and alike and alike[-1].subject is not None and alike[-1].subject.entities:
            previous = alike[-1]  # "has insisted … and has objected"
    if previous.form == "comp" and not (previous.subject is not None and previous.subject.entities):
        # "Greece maintains that the name is a claim and has vetoed …": who maintains has vetoed
        above = previous.matrix
        if above is not None and above.subject is not None and above.subject.entities and pred.feats - {"gerund"}:
            previous = above
    pred.form = "part" if pred.feats & {"gerund"} and not pred.feats & {"past", "present"} else "coord"
    pred.subject = previous.subject
    pred.matrix = previous.matrix
    told_of = previous.form == "inf" and "gerund" in previous.feats
    if told_of or (previous.form in {"rel", "comp", "quote", "inf"} and pred.form == "coord"):
        pred.form = previous.form
    if previous.passive and not pred.passive and pred.form == "coord" and "participle" in pred.feats:
        pred.passive = True


def _take_subject(
    items: Sequence[Item],
    pred: Pred,
    before: list[Pred],
    at: int,
    infinitive: bool,
    comma: int,
    concepts: Concepts,
    facts: Facts,
) -> None:
    matrix = nearest_before(before, at)
    unmarked = facts.coverbs or (
        facts.bare_complements  # vi: "tuyên bố, nước này sẽ tấn công"
        and matrix is not None
        and items[matrix.index + 1].sort == "comma"
        and at > matrix.index + 1
        and not between(items, matrix.index, at, CLAUSE_WALLS | {"coord", "contrast"})
    )
    if unmarked and not infinitive and (told := _told_after_comma(items, matrix, at, concepts)) is not None:
        pred.form, pred.matrix, pred.subject = "comp", told, items[at]
        return
    if (
        matrix is not None
        and (matrix.form == "part" or ("gerund" in matrix.feats and not matrix.colours))
        and matrix.object is items[at]
        and matrix.subject is not None
        and pred.feats & FINITE
        and (pred.colours or "participle" not in pred.feats)
    ):
        pred.subject = matrix.subject  # "attacks targeting the army have killed 200 people"
        return
    direct = matrix is not None and not between(items, matrix.index, at, CLAUSE_WALLS | {"coord", "contrast", "comma"})
    if infinitive:
        pred.form, pred.matrix = "inf", _carrier(before, at)
        if matrix is None:
            pred.subject = items[at]
        return
    if (
        direct
        and matrix is not None
        and facts.order == "vso"
        and concepts.acts[matrix.act].kind not in {"speech", "mental"}
    ):
        pred.form, pred.subject = (
            "rel",
            items[at],
        )  # "هجوم أسفر عن": a clause without a mark describes the noun before it
        return
    if direct and matrix is not None:
        kind = concepts.acts[matrix.act].kind
        helped = at + 1 < len(items) and items[at + 1].sort == "aux"  # "said he is holding talks"
        if kind in {"speech", "mental"} and (helped or not pred.feats & {"gerund"}):
            pred.form, pred.matrix, pred.subject = "comp", matrix, items[at]
            return
        if (
            facts.coverbs
            and items[at].sort in {"thing", "act"}
            and items[at] is matrix.object
            and kind in {"act", "effect", "light"}
        ):
            _inherit(items, pred, before, pred.index, concepts, facts)  # zh: 发射催泪弹驱散示威者
            return
        if facts.bare_complements and matrix.act == "use" and items[at] is matrix.object and items[at].sort != "actor":
            _inherit(items, pred, before, pred.index, concepts, facts)  # vi: "dùng đá tấn công cảnh sát"
            return
        if facts.bare_complements and kind in {"act", "effect"} and not pred.nominal and items[at] is matrix.object:
            # id: "mendesak Israel menghentikan serangan" = urged Israel to stop its attacks
            pred.form, pred.matrix, pred.subject = "inf", matrix, items[at]
            return
        if pred.feats & {"participle", "gerund", "adnominal"} and not pred.passive and not pred.colours:
            pred.form, pred.subject = "part", items[at]
            if "participle" in pred.feats and "gerund" not in pred.feats:
                pred.passive = True
            return
    pred.subject = items[at]
    if at and items[at - 1].sort == "neg" and not any(p.index == at - 2 for p in before):
        pred.colours.add("negated")  # it: "Nessun soldato è stato inviato"
    wall = next((i for i in reversed(items[:at]) if i.kind == "fn" and i.sort in CLAUSE_WALLS), None)
    if wall is None:
        return
    if wall.sort == "comp":
        pred.form, pred.matrix = "comp", nearest_before(before, wall.index)
    elif wall.sort == "rel" and not any(p.index > wall.index for p in before):
        pred.form = "rel"
        pred.object = next((i for i in reversed(items[: wall.index]) if i.kind == "np" and not i.owner), None)
    elif wall.sort == "sub" and not any(p.index > wall.index for p in before):
        pred.form, pred.condition = "sub", wall.means("condition")
        pred.opener = wall
        _not_yet(pred, wall)


def _right(items: Sequence[Item], pred: Pred, facts: Facts, concepts: Concepts, verbs: list[Pred]) -> None:
    """Look right of the verb for objects, obliques and, where the language or the verb allows, the subject."""
    kind = concepts.acts[pred.act].kind
    if facts.order == "vso" and pred.form not in {"inf", "part", "rel"} and pred.subject is not None:
        if pred.subject.index < pred.index - 1 and _own_subject(items, pred, facts):
            pred.subject = None  # "والتقى الرئيس نظيره": the joined clause has a subject of its own
    antecedent = resumed(items, pred, facts)
    if antecedent is not None:
        pred.form, pred.object, pred.subject = "rel", antecedent, None
    elif (noun := described(items, pred, facts)) is not None:
        pred.form, pred.subject = "rel", noun
    free = antecedent is not None or governed(items, pred, facts)
    if free and antecedent is None:
        pred.subject = None
    inverted = (
        pred.subject is None
        and not facts.coverbs
        and (pred.form not in {"inf", "part", "rel"} or free)
        and (facts.order == "vso" or kind == "speech" or facts.drop_subject or bool(facts.cases))
    )
    seen_comma = False
    taken = pred.index
    for item in items[pred.index + 1 :]:
        if item.kind == "gap" or item.sort in {"link", "hyphen", "mark", "neg", "aux", "sequence"}:
            continue
        if item.sort == "bracket-open":
            break
        if item.sort == "time":
            pred.times.append(item)
            continue
        if item.sort == "comma":
            seen_comma = True
            continue
        if item.sort in {"quote-open", "quote-close"} and _short_quote(items, item.index):
            continue
        if item.kind == "verb" and facts.coverbs and (head := relative_head(items, pred, item, verbs)) is not None:
            pred.object = head  # zh: 逮捕了数十名拒绝离开的妇女 = arrested dozens of women who refused to leave
            break
        if item.kind in {"fn", "verb"}:
            break
        if item.owner:
            following = items[item.index + 1] if item.index + 1 < len(items) else None
            if (
                facts.coverbs
                and pred.subject is None
                and pred.object is None
                and item.index == pred.index + 1
                and not item.links - {"poss"}
                and following is not None
                and following.sort == "actor"
                and not following.owner
            ):
                pred.form, pred.object, pred.subject = "rel", item, following  # zh: 访问中国的普京
                break
            pred.owners.append(item)
            continue
        if not is_bare(item):
            if facts.coverbs and seen_comma:
                break
            pred.obliques.append(item)
            continue
        if seen_comma and (pred.object is not None or not inverted):
            break
        if beside_its_name(pred, item, facts):
            continue
        follows = next((i for i in items[item.index + 1 :] if i.sort not in {"aux", "neg"}), None)
        if pred.passive and facts.passive_agent == "bare" and item.index == pred.index + 1 and item.sort == "actor":
            item.links = frozenset({"by"})  # id: "ditangkap polisi" = arrested by the police
            pred.obliques.append(item)
            taken = item.index
            continue
        if (
            inverted
            and pred.subject is None
            and may_be_subject(item)
            and (facts.order == "vso" or kind == "speech" or facts.inversion or not may_be_object(item))
            and agrees(pred, item, facts)
        ):
            pred.subject = item
        elif pred.object is None and may_be_object(item):
            if (
                follows is not None
                and follows.kind == "verb"
                and follows.feats
                and (
                    item.sort == "pron"
                    or items[item.index + 1].sort == "aux"
                    or not follows.feats & {"participle", "gerund", "adnominal"}
                )
                and kind in {"speech", "mental"}
            ):
                break
            pred.object = item
        elif facts.qualifier != "before" and item.sort in {"thing", "act"} and items[item.index - 1].kind == "np":
            pred.things.append(item)  # id: "perjanjian pengurangan ketegangan": one noun after the other
        elif pred.object2 is None and may_be_object(item) and item.index <= taken + 2:
            pred.object2 = item
        elif item.links:
            pred.obliques.append(item)  # es: the personal "a" after the object
        else:
            break
        taken = item.index


def _own_subject(items: Sequence[Item], pred: Pred, facts: Facts) -> bool:
    """Verb first: tell whether a joined verb is followed by its own subject: an actor, and not only an object.

    One bare noun phrase is the subject unless it is a country after a masculine verb
    ("وطالب إسرائيل": he demanded of Israel).
    """
    if pred.subject is None or not any(i.sort == "coord" for i in items[pred.subject.index : pred.index]):
        return False
    bare = []
    for item in items[pred.index + 1 :]:
        if item.kind == "verb" or (item.kind == "fn" and item.sort in CLAUSE_WALLS | {"comma", "coord", "contrast"}):
            break
        if item.kind == "np" and not item.links and not item.owner:
            bare.append(item)
    if not bare or bare[0].sort not in {"actor", "pron"} or not agrees(pred, bare[0], facts):
        return False
    if len(bare) > 1:
        return True
    draft = bare[0].draft
    country = draft is not None and draft.countries and not (draft.roles or draft.persons or draft.orgs)
    return bool(facts.affixed("feminine-verb", pred.item.text) or not country)


def _short_quote(items: Sequence[Item], at: int) -> bool:
    """Tell whether a quotation mark belongs to a few quoted words inside the clause."""
    if items[at].sort == "quote-close":
        return any(i.sort == "quote-open" for i in items[max(0, at - 5) : at])
    return any(i.sort == "quote-close" for i in items[at + 1 : at + 6])


def _speaker_follows(items: Sequence[Item], at: int) -> bool:
    """Tell whether an actor stands right after a verb, and no other verb after it in the clause."""
    following = items[at + 1] if at + 1 < len(items) else None
    return (
        following is not None
        and following.kind == "np"
        and following.sort in {"actor", "pron"}
        and (not following.links or "subject" in following.links)
    )
