"""Arguments where the verb comes last (Korean, Japanese, Turkish, Hindi …): all that a verb takes stands before it."""

from collections.abc import Sequence

from dragoman.actors.items import Item
from dragoman.clauses.predicate import Pred
from dragoman.clauses.roles import CRAFT
from dragoman.packs.schema import Concepts, Facts

PASSED_OVER = frozenset({"aux", "neg", "hyphen", "mark"})
VOICE = frozenset({"passive", "causative"})
EMBEDDED = frozenset({"rel", "inf"})
DECIDED = ("decision", "law", "resolution", "policy", "proposal", "agreement", "statement", "order")
PLEDGES = frozenset({"promise", "threaten", "refuse"})
TOPICLESS = frozenset({"rel", "inf", "sub"})
MARKED = frozenset({"subject", "object", "topic", "to", "dative", "of", "with", "from", "in"})
STANDS = frozenset({"subject", "topic"})
BLAMES = frozenset({"accuse", "criticise", "condemn", "blame", "allege", "complain"})
SPOKEN = ("statement", "call-for", "urge", "announce")
TENSES = frozenset({"past", "present", "future", "finite"})
UNREAL = frozenset({"future", "hypothetical", "obligation", "desire", "imperative", "conditional"})


def attach_verb_final(items: Sequence[Item], verbs: list[Pred], facts: Facts, concepts: Concepts) -> None:
    """Hand the noun phrases before each verb to it: embedded verbs take the nearest, the last takes the rest."""
    pool: list[Item] = []
    outside: list[tuple[list[Item], int]] = []
    waiting: list[Pred] = []
    told: list[Pred] = []
    seen = 0
    blamed: list[Item] = []
    by_index = {p.index: p for p in verbs}
    _counted(items)
    _strangers(items)
    _possessors(items)
    lone = _lone_quotes(items)
    for item in items:
        if item.kind == "np" or item.sort == "time":
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
            _form(items, pred)
            serial = by_index.get(item.index + 1)
            adds = serial is not None and any(m.word in facts.serial_verbs for m, _ in serial.readings)
            if serial is not None and adds and pred.form == "coord":
                del by_index[serial.index]  # ko: "비난해 왔다", "도와 줄": the second verb only colours the first
                _form(items, serial)
                serial.form, pred.form = "part", serial.form
                pred.feats = (pred.feats - {"connective"}) | serial.feats
                pred.colours |= serial.colours
                pred.condition, pred.opener = serial.condition, serial.opener
            told.append(pred)
            _take(items, pred, pool, concepts)
            if blamed and pred.object is None and pred.act in BLAMES:
                pred.object = blamed[
                    -1
                ]  # ko "이스라엘이 책임이 있다고 비난했다": whom the clause without a verb is about
            blamed = []
            _settle(pred, waiting, verbs, told, concepts)
    if facts.nonpast == "future":
        _look_ahead(verbs, concepts)
    _chain(verbs, concepts)
    _asked(items, verbs, facts)
    for pred in verbs:
        described = _filler(items, pred) if pred.form == "rel" else None
        if described is not None and facts.affixed("doubt", described.text):
            pred.colours.add("hypothetical")  # ko "추방될 가능성", ja "攻撃される恐れ", tr "saldırı düzenleme ihtimali"
    for pred in verbs:
        opener, words = pred.opener, concepts.acts[pred.act].frame in {"addressed", "speech"}
        if (
            pred.form == "sub"
            and opener is not None
            and not words
            and (opener.means("purpose") or "infinitive" in pred.feats)
        ):
            pred.form = "inf"  # what something is done for has not happened (ko 해산시키기 위해)
        _first_owner(pred)
    _unfold(items, verbs, concepts)
    _share_addressee(verbs, concepts)


def _first_owner(pred: Pred) -> None:
    """Put the outer of two owners of one noun first (tr "Makedonya'nın NATO üyeliği", ko "미국의 이란 제재")."""
    for place, near in enumerate(pred.owners[:-1]):
        outer = pred.owners[place + 1]
        if outer.index == near.index - 1 and outer.sort == near.sort == "actor":
            pred.owners[place], pred.owners[place + 1] = outer, near
            return


def _asked(items: Sequence[Item], verbs: Sequence[Pred], facts: Facts) -> None:
    """Take what a question asks for no fact."""
    for pred in verbs:
        stop = next((i for i in items[pred.index :] if i.sort == "stop"), None)
        asks = stop is not None and (
            stop.text in {"?", "？", "؟"} or facts.affixed("question", items[stop.index - 1].text)
        )
        if asks and pred.form in {"main", "coord", "inf", "comp"}:
            pred.colours.add("hypothetical")


def _chain(verbs: Sequence[Pred], concepts: Concepts) -> None:
    """Let a verb without a tense of its own share what the next says of time and doubt, and what both are told under.

    tr "gidip beklememeli" (should not go and wait), "yardım vererek desteklemeyi vaat etti" (promised to give and support),
    ja "訪問し、会談する". What is said or demanded stands by itself: "ドイツは非難し、…と述べた".
    """
    for pred, after in zip(reversed(verbs[:-1]), reversed(verbs[1:]), strict=True):
        act = concepts.acts[pred.act]
        if pred.form != "coord" or pred.feats & TENSES or after.subject is not pred.subject:
            continue
        spoken = act.kind in {"speech", "mental", "naming"} or act.frame in {"addressed", "speech"}
        if not spoken or after.form in {"main", "coord"}:
            pred.colours |= after.colours & UNREAL
        if after.form in {"comp", "inf"} and after.matrix is not None and not spoken:
            pred.form, pred.matrix = after.form, after.matrix


def _look_ahead(verbs: Sequence[Pred], concepts: Concepts) -> None:
    """Read what a clause not in the past says as still to come (ja "離脱すると述べた", "外相と会談する")."""
    for pred in reversed(verbs):
        tells = pred.form in {"main", "comp"} and "present" in pred.feats and "progressive" not in pred.feats
        if tells and not pred.colours & {"negated", "hypothetical", "imperative", "desire", "obligation"}:
            if concepts.acts[pred.act].kind in {"act", "effect", "light", "empty"} and not pred.passive:
                pred.colours.add("future")


def _unfold(items: Sequence[Item], verbs: Sequence[Pred], concepts: Concepts) -> None:
    """Hand what a support verb holds to the verb that has its noun ("cancelled the talks [to be held with X]")."""
    for pred in verbs:
        noun = pred.object
        if pred.form != "rel" or noun is None or noun.sort != "act" or concepts.acts[pred.act].kind != "light":
            continue
        upper = next((p for p in verbs if p.index > pred.index and p.object is noun), None)
        if upper is not None:
            upper.obliques += [i for i in pred.obliques if i not in upper.obliques]
            upper.owners += [i for i in pred.owners if i not in upper.owners]
    for pred in verbs:
        upper = next((p for p in verbs if p.index > pred.index and p.form in {"main", "coord"}), None)
        if pred.form != "rel" or upper is None or concepts.acts[pred.act].kind != "light":
            continue
        words = [i for i in items[pred.index + 1 : pred.index + 3] if i.kind == "np" and "in" in i.links]
        if any(i.means(act) for i in words for act in SPOKEN):
            # tr "ABD'ye yaptığı çağrıda … istedi": the call is to the US, and so is what it asks
            upper.obliques += [i for i in pred.obliques if i.links & {"to", "dative"} and i not in upper.obliques]


def _strangers(items: Sequence[Item]) -> None:
    """Take an unknown word for a noun where a particle tells its place in the clause (ko 유가가, ja 補佐官が)."""
    for item in items:
        if item.kind != "gap" or item.sort != "unknown" or item.text[:1].isdigit():
            continue
        links = item.links or item.feats & MARKED
        if not links & MARKED or ("topic" in links and item.draft is not None and len(item.text) < 4):
            continue  # ko: -는 may as well be the ending of an unknown verb
        item.kind, item.sort, item.links = "np", "other", frozenset(links)


def _possessors(items: Sequence[Item]) -> None:
    """Tell owners and owned apart by their endings where other words part them (tr "ittifakın tam desteğini vadetti")."""
    for item in items:
        if item.kind != "np":
            continue
        following = items[item.index + 1] if item.index + 1 < len(items) else None
        apart = following is not None and following.sort == "comma" and {"acc", "poss"} <= item.feats
        if apart and not any(i.links & STANDS for i in items[: item.index] if i.kind == "np"):
            item.links = frozenset({"topic"})  # "Unison sendikaları, …": unions of that name, set apart as the subject
        if "gen" not in item.feats or "subject" not in item.links or following is None or following.kind != "gap":
            continue
        look = item.index + 1
        while look < len(items) and items[look].kind == "gap" and not items[look].links:
            look += 1
        owned = items[look] if look < len(items) else None
        verb = next((i for i in items[look + 1 :] if i.kind == "verb"), None) if owned is not None else None
        if owned is not None and owned.kind == "np" and "poss" in owned.feats:
            if verb is None or not verb.feats & {"nominal", "quote"}:
                item.links, item.owner = frozenset({"poss"}), True


def _lone_quotes(items: Sequence[Item]) -> frozenset[int]:
    """List the opening quotation marks that nothing closes."""
    found: list[int] = []
    for item in items:
        if item.sort == "quote-open":
            found.append(item.index)
        elif item.sort == "quote-close" and found:
            found.pop()
    return frozenset(found)


def _end_chain(item: Item, pool: list[Item], told: Sequence[Pred]) -> None:
    """Drop the subject of a finished clause when another one begins ("Berlin regretted it, and the minister urged …")."""
    if item.owner or item.sort != "actor" or not item.links & STANDS:
        return
    kind = "topic" if "topic" in item.links else "subject"
    for pred in told:
        subject = pred.subject
        if pred.form == "coord" and subject in pool and subject is not None and kind in subject.links:
            pool.remove(subject)


def _share_addressee(verbs: Sequence[Pred], concepts: Concepts) -> None:
    """Address words to whoever was called, met or phoned for them (ko 대사를 초치해 항의했다: called in, and protested)."""
    for pred in verbs:
        if (
            not (concepts.acts[pred.act].frame in {"addressed", "giving"} or pred.act == "protest")
            or pred.passive
            or pred.form == "rel"
        ):
            continue
        before = [p for p in verbs if p.index < pred.index and p.form == "coord" and p.subject is pred.subject]
        if not before or any(i is not None and i.sort in {"actor", "pron"} for i in (pred.object, *pred.obliques)):
            continue
        met = [before[-1].object, *(i for i in before[-1].obliques if i.links & {"with", "dative", "to"})]
        heard = next((i for i in met if i is not None and i.sort == "actor" and not i.owner), None)
        if heard is not None and concepts.acts[before[-1].act].kind == "act":
            pred.obliques.append(_as_addressee(heard))


def _as_addressee(item: Item) -> Item:
    """Make a stand-in for a phrase that is addressed, so that the verb it belongs to keeps its link."""
    stand_in = Item(item.kind, item.sort, item.start, item.end, item.text)
    for slot in ("alternative", "draft", "entities", "feats", "head", "how", "index", "marker", "members", "readings"):
        setattr(stand_in, slot, getattr(item, slot))
    stand_in.links = frozenset({"to"})
    return stand_in


def _counted(items: Sequence[Item]) -> None:
    """Give a noun the link that stands behind its count (ja 外交官23人を, three and twenty diplomats as object)."""
    for item in items:
        if item.kind != "gap" or not item.links or not item.text[:1].isdigit():
            continue
        look = item.index - 1
        while look > 0 and _glued_gap(items, look):
            look -= 1
        noun = items[look] if look >= 0 else None
        if noun is not None and noun.kind == "np" and not noun.links and noun.end == items[look + 1].start:
            noun.links, noun.marker = item.links, item.marker


def _glued_gap(items: Sequence[Item], at: int) -> bool:
    item = items[at]
    return item.kind == "gap" and not item.links and item.end == items[at + 1].start


def _without_copula(pool: list[Item]) -> list[Item]:
    """Leave out the subject of a clause without a verb ("[the law unfair] that the Kremlin argues")."""
    topics = [i for i in pool if "topic" in i.links]
    if len(topics) > 1 and topics[-1].sort != "actor":
        return [i for i in pool if i.index < topics[-1].index]  # ja: "首相は、合意は悪い内容だと批判した"
    topic = topics[-1] if topics else None
    if topic is None:
        return pool
    return [i for i in pool if i.index <= topic.index or "subject" not in i.links]


def _form(items: Sequence[Item], pred: Pred) -> None:
    """Read from its ending or from the word behind it how the verb is tied to what follows."""
    after = next((i for i in items[pred.index + 1 :] if i.sort not in PASSED_OVER), None)
    feats = pred.feats
    following = items[pred.index + 1] if pred.index + 1 < len(items) else None
    if following is not None and following.sort == "aux" and following.means("progressive"):
        feats = feats - {"connective"}  # ko: -고 있다
    finite = bool(feats & {"past", "present", "future", "finite"})
    if "quote" in feats or (after is not None and after.sort in {"comp", "quote-close"}):
        pred.form = "comp"
    elif after is not None and after.sort == "sub":
        pred.form, pred.condition, pred.opener = "sub", after.means("condition"), after
        if "adnominal" in feats and after.means("time"):
            pred.colours.discard("future")  # ko "가질 때": when they hold, of any time
    elif "conditional" in feats:
        pred.form, pred.condition = "sub", True
    elif "base" in feats and after is not None and after.kind in {"np", "verb"}:
        pred.form = "coord"  # ko "행진을 벌이다 경찰과 충돌했다": marched and then clashed
    elif "subordinate" in feats:
        pred.form = "sub"  # ko 번지자, tr açıklarken: the clause after it has a subject of its own
    elif following is not None and following.sort == "aux" and _carried(after):
        pred.form = "comp"  # ja 撤退する方針を発表した (a plan to withdraw), ko 철수할 수 있다고 말했다
    elif "adnominal" in feats and after is not None and (after.kind in {"np", "gap"} or _dates_noun(items, after)):
        pred.form = "rel"
    elif "adnominal" in feats and after is not None and after.kind == "verb" and "owned" in feats:
        pred.form = "comp"  # tr "çekeceği uyarısında bulundu": what is warned of, before a verb that holds the noun
    elif "connective" in feats or (after is not None and after.sort in {"coord", "contrast", "comma"}):
        pred.form = "coord"
    elif feats and feats <= VOICE and after is not None and after.kind != "verb":
        pred.form = "coord"  # ja 攻撃され: a bare stem goes on
    elif ("nominal" in feats and not finite) or (after is not None and after.kind == "verb" and not finite):
        pred.form = "inf"
    elif after is not None and after.kind in {"np"} and after.index == pred.index + 1 and not (feats & {"finite"}):
        pred.form = "rel" if not any(i.kind == "fn" for i in items[pred.index + 1 : after.index]) else "main"


def _carried(after: Item | None) -> bool:
    """Tell whether what follows an auxiliary takes the clause up: a particle that makes it a noun, or a verb."""
    return after is not None and ((after.kind, after.sort) == ("gap", "link") or after.kind == "verb")


def _dates_noun(items: Sequence[Item], time: Item) -> bool:
    """Tell whether a time only dates the noun after it ("that was signed last year's agreement")."""
    beyond = items[time.index + 1] if time.sort == "time" and time.index + 1 < len(items) else None
    return beyond is not None and beyond.kind == "np"


def _not_below(
    pred: Pred, item: Item, filler: Item | None, taken: Sequence[Item], subjects: int, concepts: Concepts
) -> bool:  # fmt: skip
    """Tell whether a phrase before a clause about a noun belongs to the verb above: a second addressee, a describing
    word's only one, whose the described noun is (ko 러시아에 해협의 자유로운 통행을 요구: Russia, the strait, free)."""
    addressee = item.sort in {"actor", "pron"} and bool(item.links & {"to", "dative"})
    empty = concepts.acts[pred.act].kind == "empty"
    if empty and not pred.feats & {"present", "future"} and (addressee or ("of" in item.links and not taken)):
        return True
    apart = "subject" in item.links and item.sort == "actor" and item.index < pred.index - 1
    if apart and subjects == 1 and (empty or (filler is not None and filler.sort == "act")):
        return True  # ko: "기업들이 [리야드에서 열리는] 회의에 불참했다": the firms stay away from what is held
    return addressee and any(i.links & {"to", "dative"} for i in pred.obliques)


def _take(items: Sequence[Item], pred: Pred, pool: list[Item], concepts: Concepts) -> None:
    """Take from the pool what belongs to the verb: an embedded verb what stands nearest, the last one all the rest."""
    embedded = pred.form in EMBEDDED
    filler = _filler(items, pred) if pred.form == "rel" else None
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
            pred.owners.append(item)
            taken.append(item)
        elif "topic" in links and _yields(items, item, pred, pool):
            taken.append(item)
        elif "topic" in links:
            if pred.subject is None and _may_take_topic(items, pred, subjects):
                pred.subject = item
                if pred.form == "comp" and subjects > 1:
                    taken.append(item)
            if pred.form == "main":
                taken.append(item)
            break
        elif "subject" in links and "gen" in item.feats and pred.form in {"main", "coord"}:
            pred.owners.append(item)  # tr: a genitive is the subject only of a clause made a noun
            taken.append(item)
        elif "subject" in links and "object" not in links and {"infinitive", "nominal"} <= pred.feats:
            break  # tr "İtalya'nın … kabul etmeyi reddetmesi": an infinitive has no subject of its own
        elif "subject" in links and "object" not in links:
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
        elif not links:
            if pred.subject is None and not embedded and not subjects and not _before_act(items, item, pool):
                pred.subject = item
            if not embedded:
                taken.append(item)
        else:
            if not _about_object(items, item, pred):
                pred.obliques.append(item)
            taken.append(item)
    _hold(pred)
    if pred.object is None and concepts.acts[pred.act].kind == "aspect":
        # tr "tatbikata başladı", ko "수사에 착수했다", ja "捜査に着手した": what is begun stands in the dative
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


def _before_act(items: Sequence[Item], item: Item, pool: Sequence[Item]) -> bool:
    """Tell whether a bare actor only stands before an act noun it is part of, and another is set apart by a comma.

    ja headline: "警察、ドゥテルテ大統領批判の議員を逮捕" = police arrest a lawmaker [who criticises the president].
    """
    following = items[item.index + 1] if item.index + 1 < len(items) else None
    inside = following is not None and following.kind == "np" and following.sort == "act"
    return inside and any(_parted(items, i) and i.sort == "actor" and not i.links for i in pool)


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
    if pred.form in TOPICLESS:
        return False
    return pred.form != "comp" or subjects > 1 or not any(i.kind == "verb" for i in items[pred.index + 1 :])


def _agent(items: Sequence[Item], pred: Pred, concepts: Concepts) -> None:
    """Let the dative or source of a passive be who acts (ja 警察に逮捕された, 囚人から攻撃された)."""
    if not any("by" in i.links for i in pred.obliques):
        named = [i for i in pred.obliques if i.entities and i is not _origin(items, i)]
        links = ("dative", "from", "to") if concepts.acts[pred.act].frame == "transitive" else ("dative", "from")
        agent = next((i for link in links for i in named if link in i.links), None)
        if agent is not None:
            agent.links = agent.links | {"by"}


def _origin(items: Sequence[Item], item: Item) -> Item | None:
    """Return the item where it is the source a noun after it tells of (ja フィリピンからの出国: leaving the country)."""
    following = items[item.index + 1] if item.index + 1 < len(items) else None
    bound = following is not None and following.kind == "np" and "object" in following.links and "from" in item.links
    return item if bound else None


def _filler(items: Sequence[Item], pred: Pred) -> Item | None:
    """Find the noun a clause before it describes."""
    return next((i for i in items[pred.index + 1 : pred.index + 4] if i.kind == "np"), None)


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


def _settle(
    pred: Pred, waiting: list[Pred], verbs: list[Pred], told: list[Pred], concepts: Concepts
) -> None:  # fmt: skip
    """Tie clauses that waited for their matrix; share subjects along a chain of connected verbs."""
    if pred.form != "sub":
        for other in waiting:
            other.matrix = pred
            if other.form == "comp" and concepts.acts[pred.act].kind == "effect":
                other.form = "inf"  # ko "강타하는 것을 막다": what is prevented or allowed is no report
            # "미국에 […에서 벗어날 것을] 촉구": whom the last verb addresses may stand before the embedded clause
            told_to = [i for i in other.obliques if _addressed(i, other) and i not in pred.obliques]
            if len(told_to) > 1:  # ja "大統領に対し、サウジに制裁を科すよう求めた": the nearer one is the inner verb's
                told_to.remove(max(told_to, key=lambda i: i.index))
            act = concepts.acts[pred.act]
            carries = pred.form in {"inf", "comp"} and act.kind in {"empty", "aspect", "light", "effect"}
            if act.frame in {"addressed", "speech"} or pred.act in PLEDGES or carries:
                pred.obliques += told_to  # not "opposed [its joining NATO]"
            marked = other.subject is not None and bool(other.subject.links & {"subject", "topic"})
            if marked and pred.subject is None and pred.form != "rel" and pred.act in PLEDGES and not pred.passive:
                pred.subject = other.subject  # ko: "당선인이 […하지 않을 것을] 맹세했다": who vows is who will do it
        waiting.clear()
    if pred.form in {"comp", "inf"}:
        waiting.append(pred)
        return
    if pred.form == "rel":
        _lend_subjects(pred, verbs)
        return
    if pred.subject is None and pred.form != "sub":
        earlier = next((p for p in reversed(told) if p.index < pred.index and p.form == "coord"), None)
        if earlier is not None:
            pred.subject = earlier.subject
        elif pred.form == "main" and len(told) > 1 and told[-2].form == "sub" and told[-2].opener is not None:
            pred.subject = told[-2].subject  # ko: "수비대가 발포한 뒤 나포했다": who fired seized
    if pred.form == "sub":
        return
    for other in told:
        lent = other.form in {"coord", "sub"} or (other.form == "rel" and not other.passive)
        if lent and other.index < pred.index and other.subject is None:
            other.subject = pred.subject
    _lend_subjects(pred, verbs)


def _addressed(item: Item, inner: Pred) -> bool:
    """Tell whether a dative before an embedded clause may be the upper verb's: not where it follows a subject there."""
    if not item.links & {"to", "dative"}:
        return False
    return inner.subject is None or "topic" in inner.subject.links or item.index < inner.subject.index


def _lend_subjects(pred: Pred, verbs: list[Pred]) -> None:
    """Lend the subject of a verb to the clauses below it that have none of their own."""
    for other in reversed(verbs):
        above = other.matrix
        if other.index < pred.index and above is not None and other.subject is None:
            other.subject = above.subject
