"""Arguments where the verb comes last (Korean, Japanese, Turkish, Hindi …): all that a verb takes stands before it."""

from collections.abc import Sequence

from dragoman.actors.items import Item
from dragoman.clauses.links import CRAFT
from dragoman.clauses.predicate import Pred
from dragoman.clauses.verb_final_matrix import inverted, settle
from dragoman.clauses.verb_final_phrases import lone_quotes, ready_phrases
from dragoman.clauses.verb_final_sharing import share
from dragoman.clauses.verb_final_ties import filler_of, tie
from dragoman.packs.schema import Concepts, Facts

EMBEDDED = frozenset({"rel", "inf"})
DECIDED = ("decision", "law", "resolution", "policy", "proposal", "agreement", "statement", "order")
TOPICLESS = frozenset({"rel", "inf", "sub"})
SETTING = frozenset({"in", "through", "at", "before", "during", "after", "until"})
TOPICAL = frozenset({"about", "because"})
STANDS = frozenset({"subject", "topic"})
BLAMES = frozenset({"accuse", "criticise", "condemn", "blame", "allege", "complain"})
TAKES_OBJECT = frozenset({"transitive", "addressed", "measure", "giving", "directed"})
MODAL = frozenset({"desiderative", "obligation"})


def attach_verb_final(items: Sequence[Item], verbs: list[Pred], facts: Facts, concepts: Concepts) -> None:
    """Hand the noun phrases before each verb to it: embedded verbs take the nearest, the last takes the rest."""
    pool: list[Item] = []
    outside: list[tuple[list[Item], int]] = []
    waiting: list[Pred] = []
    told: list[Pred] = []
    seen = 0
    blamed: list[Item] = []
    by_index = {p.index: p for p in verbs}
    ready_phrases(items)
    lone = lone_quotes(items)
    for item in items:
        if item.kind == "np" and item.sort == "other" and facts.affixed("quote", item.text):
            pool = _without_copula(pool)  # ko "한 예라고 주장했다": what is said ends in a noun
        elif item.kind == "np" or item.sort == "time":
            _end_chain(item, pool, told)
            pool.append(item)
        elif item.sort == "quote-open" and item.index not in lone:
            outside.append((pool, seen))
            pool = []
        elif item.sort == "quote-close" and outside:
            before, verbs_before = outside.pop()
            pool = before if seen > verbs_before else before + pool  # a quoted clause keeps what is its own
        elif item.kind == "fn" and item.sort == "stop":
            pool.clear()
            told = []
        elif item.sort == "comp" and item.index and items[item.index - 1].kind in {"np", "gap"}:
            kept = _without_copula(pool)
            blamed = [i for i in pool if i not in kept and i.sort in {"actor", "pron"}]
            pool = kept
        elif item.kind == "verb" and item.index in by_index:
            pred = by_index.pop(item.index)
            seen += 1
            tie(items, pred, facts)
            serial = by_index.get(item.index + 1)
            adds = serial is not None and any(m.word in facts.serial_verbs for m, _ in serial.readings)
            helps = serial is not None and serial.act == "perform" and bool(pred.feats & MODAL)
            if serial is not None and (helps or (adds and pred.form == "coord")):
                del by_index[serial.index]  # ko: "비난해 왔다", "도와 줄": the second verb only colours the first
                tie(items, serial, facts)
                serial.form, pred.form = "part", serial.form
                pred.feats = (pred.feats - {"connective", "infinitive"}) | serial.feats
                pred.colours |= serial.colours
                pred.condition, pred.opener = serial.condition, serial.opener
            told.append(pred)
            outer = next((i for i in pool if "topic" in i.links and i.sort == "actor"), None)
            _take(items, pred, pool, concepts)
            if outer is not None and pred.form == "main":
                inverted(pred, outer, waiting)
            if blamed and pred.object is None and pred.act in BLAMES:
                pred.object = blamed[
                    -1
                ]  # ko "이스라엘이 책임이 있다고 비난했다": the clause without a verb is about them
            blamed = []
            settle(pred, waiting, verbs, told, concepts)
    share(items, verbs, facts, concepts)


def _end_chain(item: Item, pool: list[Item], told: Sequence[Pred]) -> None:
    """Drop the subject of a finished clause when another one begins ("Berlin regretted it, and the minister urged …")."""
    if item.owner or item.sort != "actor" or not item.links & STANDS:
        return
    kind = "topic" if "topic" in item.links else "subject"
    for pred in told:
        subject = pred.subject
        if pred.form == "coord" and subject in pool and subject is not None and kind in subject.links:
            pool.remove(subject)


def _without_copula(pool: list[Item]) -> list[Item]:
    """Leave out the subject of a clause without a verb ("[the law unfair] that the Kremlin argues")."""
    topics = [i for i in pool if "topic" in i.links]
    if len(topics) > 1 and topics[-1].sort != "actor":
        return [i for i in pool if i.index < topics[-1].index]  # ja: "首相は、合意は悪い内容だと批判した"
    topic = topics[-1] if topics else None
    if topic is None:
        return pool
    return [i for i in pool if i.index <= topic.index or "subject" not in i.links]


def _not_below(
    pred: Pred, item: Item, filler: Item | None, taken: Sequence[Item], subjects: int, concepts: Concepts
) -> bool:  # fmt: skip
    """Tell whether a phrase before a clause about a noun belongs to the verb above: a second addressee, a describing
    word's only one, whose the described noun is (ko 러시아에 해협의 자유로운 통행을 요구: Russia, the strait, free)."""
    addressee = item.sort in {"actor", "pron"} and bool(item.links & {"to", "dative"})
    empty = any(m.concept is not None and concepts.acts[m.concept].kind == "empty" for m, _ in pred.readings)
    hangs = addressee or ("of" in item.links and not taken)
    if empty and hangs and not pred.feats & {"present", "future", "desiderative"}:
        return True
    if empty and addressee and pred.object is not None:
        return True  # tr "Pyongyang'a gerilimi artıran eylemlere son verme çağrısı": called on Pyongyang
    apart = "subject" in item.links and item.sort == "actor" and (empty or item.index < pred.index - 1)
    if apart and "topic" not in item.links and _stands_above(filler):
        return False  # ja "野党が多数を占める国会は": the described noun is what the sentence is about
    undergoes = pred.act == "undergo" and pred.object is not None
    if apart and subjects == 1 and (empty or undergoes or (filler is not None and filler.sort == "act")):
        return True  # ko: "기업들이 [리야드에서 열리는] 회의에 불참했다": the firms stay away from what is held
    return addressee and any(i.links & {"to", "dative"} for i in pred.obliques)


def _stands_above(filler: Item | None) -> bool:
    """Tell whether a described noun is the subject or topic of the clause above."""
    return filler is not None and filler.sort == "actor" and bool(filler.links & STANDS)


def _take(items: Sequence[Item], pred: Pred, pool: list[Item], concepts: Concepts) -> None:
    """Take from the pool what belongs to the verb: an embedded verb what stands nearest, the last one all the rest."""
    embedded = pred.form in EMBEDDED
    filler = filler_of(items, pred) if pred.form == "rel" else None
    subjects = sum(1 for i in pool if i.links & {"subject", "topic"} and not i.owner)
    marked = any("object" in i.links for i in pool)
    taken: list[Item] = []
    for item in reversed(pool):
        links = item.links
        if pred.form == "rel" and (
            (taken and _parted(items, item)) or _not_below(pred, item, filler, taken, subjects, concepts)
        ):
            break
        if item.sort == "time":
            pred.times.append(item)
            taken.append(item)
        elif item.owner or "of" in links or "poss" in links:
            if not _owns_place(items, item):
                pred.owners.append(item)
            taken.append(item)
        elif "topic" in links and _yields(items, item, pred, pool):
            if pred.object is None and not marked and item.index == pred.index - 1 and not _is_certain(item):
                pred.object = item  # tr "Japonya, … kurtarma ekibi gönderdi": an object of no certain one has no case
            taken.append(item)
        elif "topic" in links and _is_object_too(item, pred, pool, marked, concepts):
            pred.object = item
            taken.append(item)
        elif "topic" in links:
            if pred.subject is None and (
                _may_take_topic(items, pred, subjects) or _stands_within(items, item, pred, pool)
            ):
                pred.subject = item
                if (pred.form == "comp" and subjects > 1) or pred.form == "sub":
                    taken.append(item)
            if pred.form == "main":
                taken.append(item)
            if item.marker is None and "nom" in item.feats and pred.form in {"main", "coord"}:
                continue  # tr "Büyükelçilik önünde 150 kişi toplandı": a bare subject need not come first
            break
        elif "subject" in links and "gen" in item.feats and pred.form in {"main", "coord"}:
            pred.owners.append(item)  # tr: a genitive is the subject only of a clause made a noun
            taken.append(item)
        elif "subject" in links and "gen" in item.feats and pred.form == "rel" and "owned" not in pred.feats:
            break  # tr "Çin'in ziyarette bulunan komutanı": a clause about its subject has no genitive in it
        elif "subject" in links and "object" not in links and {"infinitive", "nominal"} <= pred.feats:
            break  # tr "İtalya'nın … kabul etmeyi reddetmesi": an infinitive has no subject of its own
        elif "subject" in links and "object" not in links:
            asked = pred.form == "comp" and "imperative" in pred.feats
            if subjects == 1 and (asked or (pred.form == "inf" and "nominal" in pred.feats)):
                break  # ko "경찰이 나가기를 거부한 여성을 체포": it waits for the verb above
            own = filler is not None and (filler.sort != "actor" or bool(filler.links & {"subject", "topic"}))
            spare = subjects > 1 or filler is None or own
            if pred.subject is not None or (embedded and not spare):
                break  # "police [who killed her] a suspect arrested": the subject waits for the last verb
            pred.subject = item
            taken.append(item)
            if embedded:
                break
        elif "object" in links or (not links and not marked and item.index >= pred.index - 2):
            if pred.object is None:
                pred.object = item
                taken.append(item)
            elif embedded:
                break
            elif not subjects and pred.subject is None and {"acc", "poss"} <= item.feats:
                pred.subject = item  # tr: "savaş uçakları hastaneyi vurdu": -ları is also a possessed subject
                taken.append(item)
        elif not links and _within_object(item, pred):
            pred.owners.append(item)
            taken.append(item)
        elif not links:
            part = _before_act(items, item, pool) or _in_compound(items, item)
            if pred.subject is None and not embedded and not subjects and not part:
                pred.subject = item
            if not embedded:
                taken.append(item)
        else:
            if not _about_object(items, item, pred):
                pred.obliques.append(item)
            taken.append(item)
    _hold(pred)
    if pred.form == "main" and pred.subject is not None:
        _topic_object(pred, pool, concepts)
    if pred.object is None and (concepts.acts[pred.act].kind == "aspect" or pred.act == "undergo"):
        # tr "saldırıya uğradı", "tatbikata başladı", ko "수사에 착수했다", ja "批判にさらされた": it stands in the dative
        begun = [i for i in pred.obliques if i.sort == "act" and i.links & {"to", "dative"}]
        pred.object = begun[0] if begun else None
        pred.obliques = [i for i in pred.obliques if i is not pred.object]
    if pred.form == "coord":
        taken = [i for i in taken if i is not pred.subject]
    for item in taken:
        if item in pool:
            pool.remove(item)
    if filler is not None and (filler.means("accusation") or filler.means("charge-thing")) and not pred.passive:
        pred.colours.add("hypothetical")  # ko "폭행한 혐의", ja "襲った疑い": what somebody is only charged with
    elif filler is not None:
        _fill_gap(pred, filler)
    if pred.passive:
        _agent(items, pred, concepts)


def _yields(items: Sequence[Item], item: Item, pred: Pred, pool: Sequence[Item]) -> bool:
    """Tell whether a bare nominative leaves the place of the subject to one that a comma sets apart (tr "Merkel, …")."""
    if "nom" not in item.feats or item.marker is not None or _parted(items, item) or pred.form not in {"main", "coord"}:
        return False
    apart = (i for i in pool if i.index < item.index and _parted(items, i) and "topic" in i.links)
    return any(i.sort == "actor" for i in apart)


def _is_certain(item: Item) -> bool:
    """Tell whether a phrase names somebody of a known country."""
    return any(entity.code for entity in item.entities)


def _within_object(item: Item, pred: Pred) -> bool:
    """Tell whether a bare name stands in what is acted upon (ko "예멘 호데이다를", tr "Yemen'in Hudeyde kentini")."""
    thing = pred.object
    if thing is None or thing.index != item.index + 1 or item.sort != "actor" or thing.sort == "actor":
        return False
    return thing.sort == "other" or ("poss" in thing.feats and thing.sort == "thing")


def _owns_place(items: Sequence[Item], item: Item) -> bool:
    """Tell whether a phrase owns but the place where something happens (ja テヘランの大使館前で = outside the embassy).

    Nor is who owns a thing in a longer chain that only tells what it is about meant (ロシア製戦闘機の購入をめぐって).
    """
    chain: list[Item] = []
    for owned in items[item.index + 1 : item.index + 6]:
        if owned.kind != "np":
            continue
        chain.append(owned)
        if not owned.links & {"of", "poss"}:
            break
    if not chain or not chain[-1].links:
        return False
    if chain[-1].sort == "actor" and chain[-1].links <= SETTING:
        return True
    return len(chain) > 1 and chain[0].sort != "actor" and chain[-1].links <= TOPICAL


def _topic_object(pred: Pred, pool: Sequence[Item], concepts: Concepts) -> None:
    """Take a topic that is no actor for the object of a clause that names its subject (ja 条約は両首脳が調印した).

    Of two topics only one with a particle of its own is the object (ja 会談も日本は延期した = put off the talks too).
    """
    act = concepts.acts[pred.act]
    if pred.object is not None or pred.passive or act.kind in {"speech", "mental", "empty"}:
        return
    if act.frame in TAKES_OBJECT or act.frame == "mutual":
        second = pred.subject is not None and "topic" in pred.subject.links
        topics = [i for i in pool if "topic" in i.links and i is not pred.subject and (i.marker or not second)]
        pred.object = next((i for i in reversed(topics) if i.sort in {"thing", "act"}), None)


def _is_object_too(item: Item, pred: Pred, pool: Sequence[Item], marked: bool, concepts: Concepts) -> bool:
    """Tell whether a second topic stands for an object (ja "外務省は大使も呼び出した" = called in the ambassador too)."""
    if item.marker is None or marked or pred.object is not None or pred.passive or pred.form != "main":
        return False
    act = concepts.acts[pred.act]
    if act.kind in {"speech", "mental", "empty"} or act.frame not in TAKES_OBJECT:
        return False
    return any("topic" in i.links and i.sort == "actor" and i.index < item.index for i in pool)


def _before_act(items: Sequence[Item], item: Item, pool: Sequence[Item]) -> bool:
    """Tell whether a bare actor only stands before an act noun it is part of, and another is set apart by a comma.

    ja headline: "警察、ドゥテルテ大統領批判の議員を逮捕" = police arrest a lawmaker [who criticises the president].
    """
    following = items[item.index + 1] if item.index + 1 < len(items) else None
    inside = following is not None and following.kind == "np" and following.sort == "act"
    return inside and any(_parted(items, i) and i.sort == "actor" and not i.links for i in pool)


def _in_compound(items: Sequence[Item], item: Item) -> bool:
    """Tell whether a bare noun only stands before one marked as owned (tr "karakter suikastı" = character assassination)."""
    following = items[item.index + 1] if item.index + 1 < len(items) else None
    return item.sort != "actor" and following is not None and following.kind == "np" and "poss" in following.feats


def _about_object(items: Sequence[Item], item: Item, pred: Pred) -> bool:
    """Tell whether a phrase tells what the object is about, not whom the verb is aimed at.

    ko: "러시아의 우크라이나에 대한 행동을 비판했다" = criticised Russia's acts against Ukraine.
    """
    following = items[item.index + 1] if item.index + 1 < len(items) else None
    before = items[item.index - 1] if item.index else None
    if following is None or following is not pred.object or before is None or before.sort != "actor":
        return False
    return "of" in before.links and "against" in item.links


def _hold(pred: Pred) -> None:
    """Tell whose the subject is, apart from whose the rest is (ja サウジの戦闘機がイエメンの病院を爆撃)."""
    subject = pred.subject
    if subject is None or subject.entities or pred.passive:
        return
    owner = next((i for i in pred.owners if i.index == subject.index - 1), None)
    if owner is not None and any(m.concept in CRAFT for m, _ in subject.readings):
        pred.holder = owner
        pred.owners.remove(owner)


def _parted(items: Sequence[Item], item: Item) -> bool:
    """Tell whether a comma parts a phrase from what follows: it is then no part of a clause about a noun."""
    return item.index + 1 < len(items) and items[item.index + 1].sort == "comma"


def _may_take_topic(items: Sequence[Item], pred: Pred, subjects: int) -> bool:
    """Tell whether the topic may be the verb's own: what is said takes it where two are there or no verb follows."""
    if pred.form == "sub" and "subordinate" in pred.feats and _another_topic(items, pred):
        return True  # tr "Almanya üzüntü duyduğunu açıklarken, Bakan … çağrısı yaptı": two subjects
    if pred.form in TOPICLESS:
        return False
    return pred.form != "comp" or subjects > 1 or not any(i.kind == "verb" for i in items[pred.index + 1 :])


def _stands_within(items: Sequence[Item], item: Item, pred: Pred, pool: Sequence[Item]) -> bool:
    """Tell whether a bare subject is that of a clause of time inside another (tr "Çin, İran … saldırırken … kınadı")."""
    bare = item.marker is None and item.sort == "actor" and not _parted(items, item)
    if pred.form != "sub" or "subordinate" not in pred.feats or not bare:
        return False
    return any(i.index < item.index and "topic" in i.links and _parted(items, i) for i in pool if i.sort == "actor")


def _another_topic(items: Sequence[Item], pred: Pred) -> bool:
    """Tell whether a topic that is an actor stands between a verb and the next one."""
    for item in items[pred.index + 1 :]:
        if item.kind == "verb":
            return False
        if item.kind == "np" and item.sort == "actor" and "topic" in item.links and not item.owner:
            return True
    return False


def _agent(items: Sequence[Item], pred: Pred, concepts: Concepts) -> None:
    """Let the dative or source of a passive be who acts (ja 警察に逮捕された, 囚人から攻撃された)."""
    if not any("by" in i.links for i in pred.obliques):
        named = [i for i in pred.obliques if i.entities and i is not _origin(items, i) and "against" not in i.links]
        links = ("dative", "from", "to") if concepts.acts[pred.act].frame == "transitive" else ("dative", "from")
        agent = next((i for link in links for i in named if link in i.links), None)
        if agent is not None:
            agent.links = agent.links | {"by"}


def _origin(items: Sequence[Item], item: Item) -> Item | None:
    """Return the item where it is the source a noun after it tells of (ja フィリピンからの出国: leaving the country)."""
    following = items[item.index + 1] if item.index + 1 < len(items) else None
    bound = following is not None and following.kind == "np" and "object" in following.links and "from" in item.links
    return item if bound else None


def _fill_gap(pred: Pred, filler: Item) -> None:
    if pred.subject is None and filler.sort in {"thing", "act"} and any(filler.means(c) for c in DECIDED):
        return  # "signed [an order that imposes sanctions]": who signs imposes
    aimed = any(
        i.links & {"to", "on", "against"} for i in pred.obliques
    )  # ko: "인상에 반대하는 시위": the protest opposes
    if pred.subject is None and (pred.object is not None or filler.sort == "actor" or aimed):
        pred.subject = filler
    elif pred.object is None:
        pred.object = filler
