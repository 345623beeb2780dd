"""How real a clause is: told as fact, planned, possible, or denied; and whether another act has taken it up."""

from dragoman.clauses.predicate import Pred
from dragoman.packs.schema import Concepts
from dragoman.records.clause import Factuality

DOUBT = frozenset({"hypothetical", "desire", "obligation", "imperative"})
TRANSPARENT = frozenset({"aspect", "light", "speech", "naming", "empty"})
AWAITING = frozenset(
    {
        "request",
        "propose",
        "offer",
        "invite",
        "plan",
        "agree",
        "accept",
        "refuse",
        "reject",
        "cancel",
        "postpone",
        "prevent",
        "lift",
        "revoke",
    }
)
"""Acts about what has not happened: the noun that is their object tells of no event of its own."""
GATHERING = frozenset({"meet", "talk", "consult", "negotiate", "attend", "sign"})
"""What one goes to a place for: who is expected there is expected to do it."""
VERBAL_FRAMES = frozenset({"addressed", "speech"})


def standing(pred: Pred, concepts: Concepts) -> tuple[Factuality, str]:
    """Return the factuality of a predicate and, where another predicate takes it up or takes it away, the reason.

    The reason is "" where the clause may be an event of its own; "absorbed" where it is what another act is about
    ("promised to visit"), "purpose" for an infinitive that nothing carries, "embedded" under an accusation or the like.
    """
    colours = set(pred.colours)
    reason = ""
    seen = {id(pred)}
    below, above = pred, _above(pred)
    while above is not None and id(above) not in seen:
        seen.add(id(above))
        act = concepts.acts[above.act]
        if act.kind == "mental" and below.form in {"comp", "inf", "quote"}:
            colours |= (
                {"future"} if above.act == "expect" else {"hypothetical"} if above.act in {"hope", "fear"} else set()
            )
            colours |= above.colours & {"negated"} if above.act == "know" else set()
            if above.act == "expect" and below is pred and "potential" in pred.feats:
                colours -= {"hypothetical"}  # es: "se espera que visite": the mood belongs to the expectation
        elif act.kind == "effect" and below.form == "inf":
            reason = reason or "absorbed"
        elif act.kind == "act" and below.form in {"inf", "comp", "quote", "part"} and below is not above:
            reason = reason or ("absorbed" if below.form != "part" else "")
        elif act.kind == "act" and below.nominal and above.act != "order" and _awaits(above, concepts):
            reason = (
                reason or "absorbed"
            )  # "called for talks between India and Pakistan", "demanded the withdrawal of …"
        elif above.act == "accuse" and below.nominal and below.item in above.owners:
            reason = reason or "absorbed"  # ur: "حملے کا الزام لگایا" = accused of an attack
        elif act.kind in {"aspect", "light"} and (below.form == "inf" or below.nominal):
            colours |= above.colours
            if above.act == "try" and act.kind == "aspect" and concepts.acts[pred.act].frame not in VERBAL_FRAMES:
                colours.add("hypothetical")
        elif act.kind == "empty" and below.form == "inf" and "causative" not in above.feats:
            # vi "khiến họ đụng độ" = made them clash: what was brought about happened
            if "future" in above.colours and _root(pred.act, concepts) in GATHERING:
                colours.add("future")  # "is due in Bogotá on Monday to meet the vice president"
            else:
                reason = reason or "purpose"
        if above.condition:
            colours.add("hypothetical")
        below, above = above, _above(above)
    if "attempt" in pred.colours and concepts.acts[pred.act].frame not in VERBAL_FRAMES:
        colours.add(
            "hypothetical"
        )  # ja "攻撃しようとした": tried to attack; "説得しようとしている" has begun to persuade
    if pred.nominal and pred.light is None and "nominal" in pred.feats and "for" in pred.item.links:
        reason = reason or "purpose"  # fa "برای متفرق کردن جمعیت شلیک کرد": fired in order to disperse
    if pred.form == "inf" and pred.matrix is None and not pred.colours - {"negated"}:
        reason = reason or "purpose"
    if pred.condition:
        colours.add("hypothetical")
    if "conditional" in colours:  # en: "said it would sign" looks ahead, "would sign if asked" doubts
        colours.add("future" if _reported(pred, concepts) and not pred.condition else "hypothetical")
    if colours & DOUBT:
        return "hypothetical", reason
    if "negated" in colours:
        return "negated", reason
    if "future" in colours:
        return "future", reason
    return "actual", reason


def _root(act: str, concepts: Concepts) -> str:
    at = act
    while (wider := concepts.acts[at].is_) is not None and wider in concepts.acts:
        at = wider
    return at


def _above(pred: Pred) -> Pred | None:
    return pred.light if pred.nominal else pred.matrix


def _reported(pred: Pred, concepts: Concepts) -> bool:
    above = pred.matrix
    return above is not None and concepts.acts[above.act].kind in {"speech", "act"} and pred.form in {"comp", "quote"}


def _awaits(above: Pred, concepts: Concepts) -> bool:
    """Tell whether an act is about another that is still to come."""
    return concepts.acts[above.act].frame == "addressed" or _root(above.act, concepts) in AWAITING
