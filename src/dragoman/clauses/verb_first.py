"""Who may be the subject where the verb stands first: what follows it is subject, object, or both, and only agreement,
pronouns on the verb and what the verb needs tell them apart (Arabic)."""

from collections.abc import Sequence

from dragoman.actors.items import Item
from dragoman.clauses.predicate import Pred, may_be_object
from dragoman.packs.lexicon import Feats, Meaning
from dragoman.packs.schema import Concepts, Facts

ENDS = frozenset(
    {"comp", "rel", "sub", "break", "quote-open", "quote-close", "stop", "source", "comma", "coord", "contrast"}
)
FINITE = frozenset({"past", "present"})
ASIDE_REACH = 40
"""How many items a clause between commas may have."""
CRAFT = frozenset({"vessel", "warship", "aircraft", "drone", "missile", "artillery", "troops-thing", "police-thing"})
"""Things that act for those who send them."""
SUFFERED = frozenset(
    {"attack", "arrest", "kill", "wound", "deport", "convict", "charge", "dismiss", "abduct", "execute"}
)
"""Acts told by whom they befall: their passive is written like their active ("قتل شخصان" = two people were killed)."""


def agrees(pred: Pred, item: Item, facts: Facts, *, before: bool = False) -> bool:
    """Tell whether a noun phrase may be the subject of a verb; True where number and gender say nothing.

    A verb is singular unless its subject stands `before` it; it is feminine before a feminine noun, and countries are
    feminine unless they are declared `masculine`.
    """
    readings = [(m, f) for m, f in pred.readings if f & FINITE]
    if facts.order != "vso" or not readings or item.sort == "pron":
        return True
    if _oblique(item, facts):
        return False
    noun = _noun_gender(item, facts)
    return any(
        (before or "plural" not in feats) and (not noun or _verb_gender(pred, meaning, feats, facts) in {noun, ""})
        for meaning, feats in readings
    )


def _oblique(item: Item, facts: Facts) -> bool:
    """Tell whether a noun for people stands in a form that no subject has (ar "الديمقراطيين", not "الديمقراطيون")."""
    if item.draft is None or not item.draft.roles or item.draft.quantity or item.draft.names or item.draft.persons:
        return False
    return facts.affixed("oblique", item.text[item.head.start - item.start :].partition(" ")[0])


def _verb_gender(pred: Pred, meaning: Meaning, feats: Feats, facts: Facts) -> str:
    affixes = facts.affixes.get("feminine-verb", ())
    text = pred.item.text
    if not affixes:
        return ""
    if "past" in feats:
        ends = [a[1:] for a in affixes if a.startswith("-")]
        stem = meaning.word.partition(" ")[0]
        return "" if any(stem.endswith(e) for e in ends) else "fem" if any(text.endswith(e) for e in ends) else "masc"
    return "fem" if any(text.startswith(a[:-1]) for a in affixes if a.endswith("-")) else "masc"


def _noun_gender(item: Item, facts: Facts) -> str:
    draft = item.draft
    if item.sort != "actor" or draft is None or draft.quantity or draft.plural or item.members:
        return ""
    words = item.text[item.head.start - item.start :].split()
    whole = "" if draft.roles else item.text  # "شرطة الكونغرس": the police are feminine, whosever they are
    if not words or facts.affixed("masculine", words[0]) or facts.affixed("masculine", whole):
        return "masc" if words else ""
    if draft.roles or draft.orgs:
        return "fem" if facts.affixed("feminine", words[0]) else ""
    bare = draft.countries and not (draft.persons or draft.names or draft.people or draft.demonym)
    return "fem" if bare else ""


def settle_lone_noun(
    items: Sequence[Item], pred: Pred, before: Sequence[Pred], facts: Facts, concepts: Concepts
) -> None:
    """Make the only bare noun of a verb that cannot do without an object its object.

    Its subject is that of the clause before ("زار الرياض والتقى الملك" = and met the king), whoever was spoken of last, or
    nobody, where the verb tells what befell somebody.
    """
    lone = pred.subject
    act = concepts.acts[pred.act]
    if facts.order != "vso" or lone is None or pred.passive or pred.object is not None or pred.meaning.particle:
        return
    befell = bool(_root(pred.act, concepts) & SUFFERED)
    if lone.index < pred.index:
        if (
            befell
            and lone.sort == "actor"
            and pred.form in {"main", "comp", "rel"}
            and not _something_else(items, pred, lone, facts)
        ):
            pred.passive = True  # "الأشخاص الذين اعتقلوا", "20 شخصا قتلوا" = 20 people were killed
        return
    inanimate = lone.sort in {"thing", "act"} and not any(m.concept in CRAFT for m, _ in lone.readings)
    frames = {"transitive", "measure", "giving", "directed"} if inanimate else {"transitive", "mutual"}
    kinds = {"act", "light"} if lone.sort == "act" else {"act", "effect"} if inanimate else {"act"}
    about = {m.concept for m, _ in lone.readings}
    told = [m for m, _ in pred.readings if not m.with_ or about.intersection(m.with_)] if about else []
    able = [concepts.acts[m.concept] for m in told or [m for m, _ in pred.readings]]
    able = [act_ for act_ in able if act_.kind != "empty"]
    if not pred.feats & FINITE or any(a.frame not in frames or a.kind not in kinds for a in able):
        return
    if (
        not (lone.sort == "actor" or inanimate)
        or pred.form not in {"main", "coord", "sub", "comp"}
        or not may_be_object(lone)
    ):
        return
    if _something_else(items, pred, lone, facts):
        return
    several = lone.draft is not None and (lone.draft.plural or lone.draft.quantity)
    if act.frame == "mutual" and (several or (lone.members and pred.form == "main")):
        return  # "اجتمع الوزيران" = the two ministers met
    earlier = next((p.subject for p in reversed(before) if not p.nominal and p.subject is not None), None)
    joined = pred.index > 0 and items[pred.index - 1].sort == "coord" and earlier is not None
    if befell and not joined and not inanimate:
        pred.passive = True
        return
    pred.object, pred.subject = lone, None
    if pred.form != "main" and earlier is not None and agrees(pred, earlier, facts, before=True):
        pred.subject = earlier


def lend_to_relative(items: Sequence[Item], pred: Pred, before: Sequence[Pred], facts: Facts) -> None:
    """Give a relative clause about what the main clause acts on the subject of that clause, where it agrees with it.

    "طردت اليونان دبلوماسيين اتهمتهما بالتجسس" = expelled diplomats whom it accused of spying.
    """
    if (
        facts.order != "vso"
        or pred.form != "rel"
        or pred.subject is not None
        or pred.passive
        or not pred.feats & FINITE
    ):
        return
    main = next((p for p in reversed(before) if not p.nominal and p.form != "rel"), None)
    mine = main.subject if main is not None else None
    told = pred.object is not None and pred.object.index < pred.index
    if mine is None or not mine.entities or mine is pred.object or not (told or governed(items, pred, facts)):
        return
    if agrees(pred, mine, facts, before=True):
        pred.subject = mine


def agreeing(main: Pred, pred: Pred, facts: Facts) -> Item | None:
    """Lend a verb below another its subject, or its object where only that is several like the verb.

    "اعتقلت الشرطة المتظاهرين بعد أن أغلقوا الطريق" = after they had closed the road.
    """
    finite = [f for _, f in pred.readings if f & FINITE]
    plural = facts.order == "vso" and bool(finite) and all("plural" in f for f in finite)
    if plural and main.subject is not None and main.object is not None and not _several(main.subject):
        return main.object if _several(main.object) else main.subject
    return main.subject


def _several(item: Item) -> bool:
    return bool(item.members) or (item.draft is not None and bool(item.draft.plural or item.draft.quantity))


def _something_else(items: Sequence[Item], pred: Pred, lone: Item, facts: Facts) -> bool:
    """Tell whether an unknown word, a clause or an addressee after the verb may be its object."""
    own = {*(pred.meaning.frame or {}).get("recipient", ())} - {"object"}
    taken = {"on", "against", "with", *own} - {"from", "to"}
    for item in items[pred.index + 1 :]:
        if item.kind == "verb" and items[item.index - 1].sort == "link":
            return False  # "اعتقلوا منذ بدأت …" = have been arrested since … began
        if item.sort in {"comp", "quote-open"} or item.kind == "verb":
            return True
        if item.kind == "fn" and item.sort in ENDS:
            return False
        if item.kind == "gap" and item.sort == "unknown" and not _marked(items, item):
            if facts.affixed("governed", item.text):
                continue  # "بالمماطلة": an unknown word, but with what glues it to the verb
            return True
        if item.kind == "np" and item is not lone and item.entities and item.links & taken:
            return True
        if item.sort == "link" and item.links & own:
            return True  # "حكمت المحكمة على …": whom it sentenced, though the pack does not know the word
        if item.kind == "np" and item is not lone and not item.links and not beside_its_name(pred, item, facts):
            return True
    return False


def _marked(items: Sequence[Item], item: Item) -> bool:
    before = items[item.index - 1]
    return before.sort == "link" or before.kind == "gap"


def _root(act: str, concepts: Concepts) -> set[str]:
    found = {act}
    while (wider := concepts.acts[act].is_) is not None and wider in concepts.acts:
        act = wider
        found.add(act)
    return found


def resumed(items: Sequence[Item], pred: Pred, facts: Facts) -> Item | None:
    """Return the noun that a pronoun on the verb of a relative clause stands for ("السفن التي احتجزتها روسيا")."""
    following = items[pred.index + 1] if pred.index + 1 < len(items) else None
    if facts.order != "vso" or following is None or following.sort != "pron" or following.links != {"object"}:
        return None
    before = items[pred.index - 1] if pred.index else None
    if before is not None and before.kind == "np" and _indefinite(before, facts):
        return before  # no mark after an indefinite noun: "هجوم شنه مسلحون" = an attack that gunmen carried out
    return pred.subject if pred.form == "rel" else None


def _indefinite(item: Item, facts: Facts) -> bool:
    """Tell whether a phrase is a noun without article, so that what follows may describe it without a relative word."""
    if item.sort in {"thing", "act"}:
        return "definite" not in item.feats
    draft = item.draft
    if item.sort != "actor" or draft is None or not draft.roles or draft.persons or draft.names or item.definite:
        return False  # "دبلوماسيين اتهمتهما اليونان" = diplomats whom Greece accused
    words = item.text[item.head.start - item.start :].split()
    return "definite" not in item.feats and not any(facts.affixed("article", word) for word in words)


def described(items: Sequence[Item], pred: Pred, facts: Facts) -> Item | None:
    """Return the indefinite noun right before a verb that describes it without a mark ("في هجوم استهدف كنيسة")."""
    before = items[pred.index - 1] if pred.index else None
    if facts.order != "vso" or pred.form not in {"main", "rel", "comp"} or before is None or not before.links:
        return None
    plain = before.kind == "np" and before.sort in {"thing", "act"} and not before.owner
    return before if plain and "definite" not in before.feats and before.links != {"of"} else None


def governed(items: Sequence[Item], pred: Pred, facts: Facts) -> bool:
    """Tell whether an adposition with a pronoun after the verb stands for the noun a relative clause describes.

    That noun is not its subject then ("تظاهرات دعت إليها الحركة" = protests that the movement called for).
    """
    following = items[pred.index + 1 : pred.index + 3]
    if facts.order != "vso" or pred.form != "rel" or not following:
        return False
    if following[0].sort == "pron":
        return following[0].links != {"object"} and bool(following[0].links)
    if following[0].sort == "link" and following[-1].sort == "pron":
        return following[-1].start == following[0].end
    return following[0].sort != "actor" and facts.affixed("resuming", following[0].text)


def beside_its_name(pred: Pred, item: Item, facts: Facts) -> bool:
    """Tell whether an office follows the name of the subject who holds it ("حث أنطونيو غوتيريش الأمين العام …")."""
    named = pred.subject
    if facts.order != "vso" or named is None or named.draft is None or item.draft is None:
        return False
    if item.index != named.index + 1 or named.draft.roles or not named.draft.persons or not item.draft.roles:
        return False
    if item.draft.persons or item.draft.names or not (named.entities and item.entities):
        return False
    if any(role == "relative" for role, _ in item.draft.roles):
        return True  # "التقى كيم جونغ إيل والد الزعيم": whose kin the named one is
    one, other = named.entities[0], item.entities[0]
    return one.code == other.code and one.office in {other.office, "head"}


def closed_aside(items: Sequence[Item], comma: int) -> int | None:
    """Find the comma that closes what another opens between a verb's arguments ("حثت واشنطن، التي …، موسكو على …")."""
    opener = items[comma + 1] if comma + 1 < len(items) else None
    if opener is None or not (opener.sort == "rel" or (opener.sort == "pron" and not opener.links)):
        return None
    for look in range(comma + 2, min(comma + ASIDE_REACH, len(items) - 1)):
        if items[look].sort in {"break", "stop"}:
            return None
        goes_on = items[look + 1].kind in {"np", "gap"} or items[look + 1].sort in {"link", "comp"}
        if items[look].sort == "comma" and goes_on:
            return look
    return None


def outside_aside(
    items: Sequence[Item], before: Sequence[Pred], at: int, nearest: Pred | None, facts: Facts
) -> Pred | None:
    """Find the verb that what stands at `at` hangs from, over a clause that two commas set off between them.

    "أعلنت واشنطن، التي طردت 60 مبعوثا، أنها تدعم أثينا": what is announced, not what is expelled.
    """
    if facts.order != "vso" or nearest is None:
        return nearest
    for comma in (i.index for i in items[:at] if i.sort == "comma"):
        closes = closed_aside(items, comma)
        if closes is not None and comma < nearest.index < closes < at:
            return next((p for p in reversed(before) if p.index < comma and not p.nominal), nearest)
    return nearest


def take_object(items: Sequence[Item], pred: Pred, facts: Facts, concepts: Concepts) -> None:
    """Let the second of two nouns after an act noun suffer what the first does ("اعتقال الشرطة رجلا" = the police's arrest
    of a man)."""
    if facts.order != "vso" or not pred.nominal or concepts.acts[pred.act].frame != "transitive":
        return
    doer, other = [*items[pred.index + 1 : pred.index + 3], None, None][:2]
    if doer is None or other is None or doer.sort != "actor" or doer.marker is not None:
        return
    owned = bool(doer.links) and doer.links <= {"of", "poss"}
    if owned and other.sort == "actor" and not (other.links or other.owner) and "definite" not in pred.feats:
        doer.links, other.links = frozenset({"by"}), frozenset({"on"})
        pred.obliques = [i for i in pred.obliques if i not in (doer, other)] + [doer, other]
