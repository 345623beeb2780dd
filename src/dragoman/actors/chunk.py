"""Chunk units into items: noun phrases with what they name, verbs, function words. One pass, no article knowledge."""

from collections.abc import Sequence

from dragoman.actors.items import Draft, Item
from dragoman.actors.phrase import HEADS, PhraseReader
from dragoman.packs.lexicon import NONE, Feats, Meaning
from dragoman.packs.schema import Facts
from dragoman.records import Span, TimeExpression
from dragoman.text.units import CLOSING, OPENING, Unit

FUNCTIONS = ("comp", "rel", "sub", "coord", "contrast", "neg", "aux", "source", "response", "sequence")
CARRIES = frozenset({"say", "think", "request", "announce", "agree", "threaten", "accuse", "confirm"})
BODIES = frozenset({"parliament", "senate", "committee", "court", "supreme-court", "ministry", "agency", "party"})
CURRENCIES = "$€£¥₩₽₴₹₺฿₫₱%"
CAPITALISED = frozenset({"role", "org", "country", "seat"})
RUNS_ON = frozenset({"other", "undergo", "continue", "begin", "stop", "resume", "expect"})
SUPPORTS = frozenset({"perform", "undergo", "impose", "launch", "use"})
CLOSERS = frozenset({"bracket-close", "quote-close"})
FREE = frozenset({"pron", "rel", "comp", "aux", "link"})
OPENS_NOUN = frozenset({"det", "poss", "possmark", "quant", "nationality", "mod"})
OWNED = frozenset({"possmark", "quant", "det", "poss"})
OBJECTS = frozenset({"det", "poss", "country", "seat", "person", "org"})
OPENS_PHRASE = frozenset({"noun", "thing", "pron", "det", "quant", "poss", "mod", "former", "abbreviation"})
BEFORE_VERBS = frozenset({"aux", "neg", "opaque", "sequence"})
NO_PHRASE = frozenset({"link", "aux", "neg"})
NOUNS = frozenset({"noun", "thing", "role"})
NAMES = frozenset({"country", "person", "org", "role", "seat", "people", "media", "place"})
NONE_TIMED: frozenset[int] = frozenset()
VERBAL = frozenset(
    {"past", "present", "future", "finite", "participle", "gerund", "infinitive", "imperative", "perfect"}
)
NOMINAL = frozenset({"noun", "thing", "role", "person", "org", "place", "country", "adj", "mod", "title", "seat"})
"""Kinds of words that stand in noun phrases."""
SUBSTANTIVE = NOMINAL - {"adj"}
LOWER_NOMINAL = NOMINAL - NOUNS
"""The same for a lower-case word where nouns bear a capital (de "besuchen" is no dative of "Besuch")."""


def chunk(text: str, units: Sequence[Unit], times: Sequence[TimeExpression], facts: Facts) -> list[Item]:
    """Turn the units of one sentence into items, in order; offsets are those of `text`."""
    items = _Chunker(text, units, times, facts).run()
    for index, item in enumerate(items):
        item.index = index
    return items


class _Chunker:
    def __init__(self, text: str, units: Sequence[Unit], times: Sequence[TimeExpression], facts: Facts) -> None:
        self.text, self.units, self.facts = text, units, facts
        self.times = list(times)
        self.items: list[Item] = []
        self.pending: frozenset[str] = NONE
        self.marker: Span | None = None
        self.open_quote = False
        self.title_case = facts.capitals and not facts.noun_capitals and _title_case(units)
        spans = [t.span for t in self.times]
        timed = (
            frozenset(i for i, u in enumerate(units) if any(s.start <= u.start < s.end for s in spans))
            if spans
            else NONE_TIMED
        )
        self.phrases = PhraseReader(text, units, facts, self.is_verb, timed)

    def run(self) -> list[Item]:
        at = 0
        while at < len(self.units):
            at = self.step(at)
        return self.items

    # -- one step ------------------------------------------------------------------------------------------

    def step(self, at: int) -> int:
        unit = self.units[at]
        if self.times and unit.start >= self.times[0].span.start:
            return self.time(at)
        if unit.mark and not unit.readings:
            return self.mark(at)
        if unit.readings:
            if unit.has("appositive") and self.opens_relative(at):
                return self.function(at, "rel")
            if unit.has("infmark") and self.opens_infinitive(at):
                return self.function(at, "inf")
            if unit.readings.functional:
                return self.function_word(at)
            if unit.has("link") and not self.counts(at) and not self.only_verb(at) and self.link(at):
                return at + 1
            if self.is_verb(at):
                return self.verb(at)
        item, after = self.phrases.read(at)
        if item is not None:
            self.place(item)
            return after
        if unit.mark:
            return self.mark(at)
        return self.gap(at)

    def counts(self, at: int) -> bool:
        """Tell whether an adposition that is a word of quantity too stands before a number ("about 150 people")."""
        following = self.units[at + 1] if at + 1 < len(self.units) and at + 1 not in self.phrases.timed else None
        return self.units[at].has("quant") and following is not None and following.number

    def add(self, item: Item) -> None:
        self.items.append(item)

    def make(self, kind: str, sort: str, at: int) -> Item:
        unit = self.units[at]
        return Item(kind, sort, unit.start, unit.end, unit.text)

    def clear(self) -> None:
        self.pending, self.marker = NONE, None

    # -- times, marks, gaps --------------------------------------------------------------------------------

    def time(self, at: int) -> int:
        expression = self.times.pop(0)
        item = Item("fn", "time", expression.span.start, expression.span.end, expression.span.of(self.text))
        item.time = expression
        item.links, item.marker = self.pending, self.marker
        self.add(item)
        self.clear()
        while at < len(self.units) and self.units[at].start < expression.span.end:
            at += 1
        return at

    def mark(self, at: int) -> int:
        char = self.units[at].text
        sort = "mark"
        if char in ",،、，":
            sort = "comma"
        elif char in ";:：；؛–—":
            sort = "break"
        elif char in OPENING or char in CLOSING or char in "\"'‘’＂":
            sort = self.quote(char, at)
        elif char in "([（【〔":
            sort = "bracket-open"
        elif char in ")]）】〕":
            sort = "bracket-close"
        elif char in "-‐‑":
            spaced = self.units[at].start > 0 and self.text[self.units[at].start - 1] == " "
            sort = "break" if spaced else "hyphen"
        elif char in ".!?。！？؟…۔।":
            sort = "stop"
        self.add(self.make("fn", sort, at))
        if sort != "hyphen" and char not in CURRENCIES:
            self.clear()
        return at + 1

    def quote(self, char: str, at: int) -> str:
        if char in OPENING and char not in CLOSING:
            self.open_quote = True
            return "quote-open"
        if char in "”»」』›》〉" and self.open_quote:
            self.open_quote = False
            return "quote-close"
        start = self.units[at].start
        after_space = start == 0 or self.text[start - 1].isspace() or self.text[start - 1] in "([（"
        if char in "'’" and not after_space and not self.open_quote:
            return "mark"
        self.open_quote = not self.open_quote if char not in "‘’'" else after_space
        return "quote-open" if self.open_quote else "quote-close"

    def counted_noun(self, noun: Item, count: int) -> bool:
        """Tell whether a noun stands before its count: a word that names nobody listed is some people (ko 신청자 10명)."""
        if noun.end + 1 < count - 8 or noun.links or noun.owner:
            return False
        if (noun.kind, noun.sort) == ("gap", "unknown") and not noun.text[-1:].isnumeric():
            noun.kind = "np"
            noun.sort = "other"
        if noun.kind == "np" and noun.sort == "other" and not noun.readings:
            noun.sort, noun.draft = "actor", Draft()
            noun.draft.roles, noun.draft.quantity, noun.draft.plural = [("civilian", 0)], True, True
        return noun.kind == "np"

    def count_people(self, number: Item, counter: Unit) -> None:
        """Take a number with the counter of people for civilians where no noun is counted (ja 150人が)."""
        noun = self.items[-2] if len(self.items) > 1 else None
        if noun is not None and noun.end == number.start and noun.sort == "quant":
            noun = self.items[-3] if len(self.items) > 2 else None
        if not self.facts.affixed("counter", counter.text) or not number.text[-1:].isnumeric():
            return
        if (
            noun is not None
            and noun.end >= number.start - 1
            and (noun.kind == "np" or self.counted_noun(noun, number.start))
        ):
            return
        number.kind, number.sort, number.draft = "np", "actor", Draft()
        number.draft.roles, number.draft.quantity, number.draft.plural = [("civilian", 0)], True, True

    def people_counted(self, at: int) -> Item | None:
        """Take so many people for civilians where a number and its counter stand alone (ko "400여 명을", "2명이")."""
        unit, last = self.units[at], self.items[-1] if self.items else None
        if not self.facts.affixed("counter", unit.text.lstrip("0123456789,만천백여")):
            return None
        counted = unit.number or (last is not None and last.kind == "gap" and last.end + 1 == unit.start)
        place = 1 if unit.number else 2
        while len(self.items) > place and self.items[-place].text[:1].isdigit():
            place += 1  # ko "1천700여 명": a number in two words
        noun = self.items[-place] if len(self.items) >= place else None
        feats = unit.guess or frozenset(" ".join(m.concept for m, _ in unit.readings.get("link", ())).split())
        if not counted or not feats & {"subject", "object", "topic", "to", "with"}:
            return None
        if noun is not None and self.counted_noun(noun, unit.start):
            noun.links = feats  # ko "경찰관 세 명이": the particle on the count is the noun's
            return None
        item = self.make("np", "actor", at)
        item.draft = Draft()
        item.draft.roles, item.draft.quantity, item.draft.plural = [("civilian", at)], True, True
        item.feats, item.links = feats, feats
        return item

    def gap(self, at: int) -> int:
        unit = self.units[at]
        people = self.people_counted(at) if "counter" in self.facts.affixes else None
        if people is not None:
            self.add(people)
            return at + 1
        item = self.make("gap", "unknown" if unit.unknown else next(iter(unit.readings), "mark"), at)
        if unit.guess:
            item.feats = unit.guess
            last = self.items[-1] if self.items else None
            if unit.number and last is not None and last.kind == "np" and not last.links and not last.owner:
                item.feats = unit.guess
                last.links = self.case_links(item)  # ko: "관리 11명에게": the particle stands on the count
        item.readings = unit.readings.get("adj", [])
        if unit.unknown and unit.guess and self.facts.script == "hangul" and not unit.number:
            item.draft = Draft()  # perhaps a name the article has introduced, with a particle (ko 진케는)
            item.draft.names.append(unit.text)
            item.links = self.case_links(item)
        self.add(item)
        return at + 1

    # -- function words ------------------------------------------------------------------------------------

    def opens_infinitive(self, at: int) -> bool:
        for look in range(at + 1, min(at + 6, len(self.units))):
            unit = self.units[look]
            if unit.has("verb"):
                return any(
                    not f or f & {"base", "infinitive", "present"} or not f & VERBAL for _, f in unit.readings["verb"]
                )
            if not (unit.has("neg") or unit.has("aux") or unit.unknown or unit.mark in "'\"‘“«„"):
                return False
        return False

    def function(self, at: int, sort: str) -> int:
        item = self.make("fn", sort, at)
        unit = self.units[at]
        item.readings = unit.readings.get("infmark" if sort == "inf" else sort, [])
        if sort == "sub":
            item.readings = [*item.readings, *unit.readings.get("sequence", [])]
        elif sort == "comp" and self.facts.order == "sov":
            item.readings = [*item.readings, *unit.readings.get("sub", [])]
        self.add(item)
        if sort not in {"neg", "aux"}:
            self.clear()
        if sort == "response" and self.facts.order != "sov":
            self.pending, self.marker = frozenset({"because"}), Span(unit.start, unit.end)
        return at + 1

    def function_word(self, at: int) -> int:
        """Decide what a word of a closed class does here; several classes may share it ("that", "after", "as")."""
        unit = self.units[at]
        sorts = [kind for kind in FUNCTIONS if unit.has(kind)]
        if at and unit.cap and self.facts.capitals and not self.title_case and unit.has_any(CAPITALISED):
            sorts = [s for s in sorts if s != "aux"]  # es: "el Estado" is no participle of estar
        elif unit.cap and unit.has("person") and self.facts.capitals and (at or self.phrases.opens_clause(at)):
            sorts = [s for s in sorts if s != "aux"]  # "May said": the prime minister
        if "comp" in sorts and ("rel" in sorts or unit.has("det")):
            set_off = "rel" in sorts and (self.after_noun_and_comma() or self.stands_for_subject(at, unit))
            if not set_off and self.after_carrier():
                return self.function(at, "comp")
            sorts.remove("comp")
        if "rel" in sorts and (unit.has("det") or unit.has("pron") or unit.has("poss")):
            before = self.items[-1] if self.items else None
            comma = before is not None and before.sort == "comma" and len(self.items) > 1
            if before is None or not (before.kind == "np" or (comma and self.items[-2].kind == "np")):
                sorts.remove("rel")
        if "comp" in sorts and "sub" in sorts and self.facts.order == "sov" and self.comma_follows(at):
            sorts.remove("comp")  # ja "揶揄したことで、…": because; "停止することで合意した": on halting
        if "sub" in sorts and unit.has("link") and not self.clause_follows(at + 1):
            sorts.remove("sub")
        if (
            "sub" in sorts
            and unit.has("link")
            and self.facts.order == "sov"
            and self.items
            and self.items[-1].kind == "np"
        ):
            sorts.remove("sub")  # tr "ülke için": for the country; only after a verb does it open a clause
        if "sub" in sorts and unit.has("former") and at + 1 < len(self.units) and self.units[at + 1].has("role"):
            sorts.remove("sub")  # ko "전 대통령": the former president, not "before"
        if "sub" in sorts and unit.has("pron") and self.items and self.items[-1].kind == "verb":
            sorts.remove("sub")  # he: "הבטיח לו" = promised him, not "if"
        if "sequence" in sorts and len(sorts) == 1 and unit.has("link") and not self.clause_follows(at + 1):
            sorts.remove("sequence")
        if "coord" in sorts and unit.has("link") and not unit.has("comp"):
            sorts = ["coord", *[s for s in sorts if s != "coord"]]
        if sorts == ["aux"] and self.items and self.items[-1].kind == "np" and self.facts.affixed("quote", unit.text):
            return self.function(at, "comp")  # ko "책임이 있다고": here the verb itself, and what is said
        if "aux" in sorts and unit.has("verb") and self.helps_before(unit):
            return self.function(at, "aux")
        if ("aux" in sorts or "sub" in sorts) and unit.has("verb") and not self.verb_follows(at + 1):
            return self.verb(at)
        if "aux" in sorts and any(m.concept in {"inverse", "object"} for m, _ in unit.readings["aux"]):
            return self.voice(at)
        if not sorts:
            if unit.has("link") and (self.link(at) or self.after_verbal_noun(unit)):
                return at + 1
            item, after = self.phrases.read(at)
            if item is not None:
                self.place(item)
                return after
            return self.gap(at)
        if "coord" in sorts and unit.has("link"):
            last = self.items[-1] if self.items else None
            if self.facts.coverbs and (last is None or last.kind != "np" or "in" in last.links) and self.link(at):
                return at + 1  # zh: 特朗普周二与普京会谈
            self.function(at, "coord")
            self.items[-1].links = unit.readings.links
            return at + 1
        return self.function(at, sorts[0])

    def after_verbal_noun(self, unit: Unit) -> bool:
        """Take an adposition behind a verb made a noun for nothing more (tr "savunması tarafından": no side)."""
        last = self.items[-1] if self.items else None
        if last is None or last.kind != "verb" or self.facts.order != "sov" or not unit.has("role"):
            return False
        return any("nominal" in f for _, f in last.readings)

    def helps_before(self, unit: Unit) -> bool:
        """Tell whether a helping verb stands right behind its participle (fa "لغو کرده بود" = had cancelled)."""
        last = self.items[-1] if self.items else None
        if last is None or self.facts.order != "sov" or last.end + 1 != unit.start:
            return False
        return last.kind == "verb" and self.facts.affixed("participle", last.text)

    def comma_follows(self, at: int) -> bool:
        return at + 1 < len(self.units) and self.units[at + 1].mark in {",", "、"}

    def only_verb(self, at: int) -> bool:
        """Tell whether a word that is coverb and verb alike is the only verb of its clause (zh 通过: by way of; to pass)."""
        if not self.facts.coverbs or not self.units[at].has("verb") or (self.items and self.items[-1].kind == "verb"):
            return False
        for look in range(at + 1, len(self.units)):
            if self.units[look].mark and self.units[look].mark not in "、“”'\"《》()（）·":
                return True
            if self.is_verb(look):
                return False
        return True

    def voice(self, at: int) -> int:
        """Take a word that puts who acts (zh 被, vi bị) or what is acted upon (zh 把, 将) before the verb."""
        unit = self.units[at]
        means = {m.concept for m, _ in unit.readings["aux"]}
        nominal = at + 1 < len(self.units) and self.opens_phrase(at + 1)
        inverse = "inverse" in means and (nominal or not means - {"inverse", "object"} or self.verb_follows(at + 1))
        chosen = "inverse" if inverse else "object" if "object" in means and nominal else ""
        self.function(at, "aux")
        item = self.items[-1]
        item.readings = [
            r
            for r in item.readings
            if (r[0].concept == chosen if chosen else r[0].concept not in {"inverse", "object"})
        ]
        if chosen:
            self.pending = frozenset({"by" if inverse else "object"})
            self.marker = Span(unit.start, unit.end)
        return at + 1

    def opens_phrase(self, at: int) -> bool:
        """Tell whether a noun phrase begins here rather than a verb, a coverb or another closed-class word."""
        unit = self.units[at]
        if unit.mark or unit.has_any(NO_PHRASE) or self.is_verb(at):
            return False
        return unit.number or unit.has_any(OPENS_PHRASE) or bool(self.phrases.element(at))

    def stands_for_subject(self, at: int, unit: Unit) -> bool:
        """Tell whether a noun is followed by a relative that is itself the subject ("sanctions that had been lifted")."""
        if "rel" not in unit.readings or self.facts.drop_subject or self.facts.order not in {"svo", "v2"}:
            return False
        following = self.units[at + 1] if at + 1 < len(self.units) else None
        noun = bool(self.items) and self.items[-1].kind == "np"
        return noun and following is not None and following.has("aux") and not following.has("pron")

    def after_carrier(self) -> bool:
        """Tell whether a verb that carries a clause stands shortly before, with at most its addressee between."""
        for item in reversed(self.items[-5:]):
            if item.kind == "verb":
                return True
            if item.kind == "np" and item.sort in {"act", "thing"}:
                return bool(item.sort == "act") or any(
                    item.means(c) for c in ("accusation", "statement", "warning", "threat", "demand-thing", "evidence")
                )
            if item.kind == "fn" and item.sort in {"comp", "rel", "sub", "break"}:
                return False
            if item.kind == "gap" and item is self.items[-1] and item.sort == "unknown":
                return True
        return not self.items

    def after_noun_and_comma(self) -> bool:
        """Tell whether a noun and a comma stand before: what follows describes it (es: "el ataque, que dejó …")."""
        return len(self.items) > 1 and self.items[-1].sort == "comma" and self.items[-2].kind == "np"

    def opens_relative(self, at: int) -> bool:
        """Tell whether a noun behind a noun and a comma stands for it and opens a clause (vi ", nước đã rút quân, …")."""
        if len(self.items) < 2 or self.items[-1].sort not in {"comma", "break"} or self.items[-2].kind != "np":
            return False
        for look in range(at + 1, min(at + 12, len(self.units))):
            unit = self.units[look]
            if look in self.phrases.timed or unit.has_any(BEFORE_VERBS) or (unit.unknown and not unit.cap):
                continue
            return self.is_verb(look)
        return False

    def clause_follows(self, at: int) -> bool:
        """Tell whether a verb follows before the next mark: then a word such as "after" opens a clause."""
        for look in range(at, min(at + 14, len(self.units))):
            unit = self.units[look]
            if (unit.mark and unit.mark not in "-‐‑'’()") or unit.has("comp") or unit.has("rel"):
                return False
            if self.is_verb(look) or (unit.has("aux") and look > at):
                return True
        return False

    def verb_follows(self, at: int) -> bool:
        if self.facts.order == "vso" and self.subject_and_verb(at):
            return True
        for look in range(at, min(at + 4, len(self.units))):
            unit = self.units[look]
            if unit.has("verb"):
                return True
            if not (unit.has("neg") or unit.has("aux") or unit.unknown or unit.has("mod")):
                return False
        return False

    def subject_and_verb(self, at: int) -> bool:
        """Tell whether nouns and then a verb follow an auxiliary (ar "كانت طائرات هندية قصفت" = Indian jets had bombed)."""
        for look in range(at, min(at + 9, len(self.units))):
            unit = self.units[look]
            if look > at and unit.has("verb") and not unit.has_any(NOMINAL):
                return True
            if unit.readings.functional or unit.has("link") or (unit.mark and unit.mark not in "\"'()«»“”"):
                return unit.has("aux")
        return False

    def before_bracket(self) -> Item | None:
        """Find the phrase that a closing bracket or quotation mark ends (ko "협회(BDI)는", ja 「イスラム国」と)."""
        quoted = self.items[-1].sort == "quote-close"
        for item in reversed(self.items[:-1]):
            if item.kind == "np" and (quoted or self.items.index(item) < self.opening()):
                return item
        return None

    def opening(self) -> int:
        """Return where the last bracket opens."""
        return next((i for i in range(len(self.items) - 1, -1, -1) if self.items[i].sort == "bracket-open"), 0)

    def link(self, at: int) -> bool:
        """Take an adposition: a postposition marks the noun phrase before it, a preposition the one after."""
        unit = self.units[at]
        last = self.items[-1] if self.items else None
        before, after = unit.readings.before, unit.readings.after
        nouns = {"unknown", "time"} if self.facts.spaced else {"unknown", "time", "opaque"}
        marked = last is not None and (last.kind == "np" or last.sort in nouns) and last.end == unit.start
        spaced = last is not None and last.kind == "np" and self.facts.spaced
        if after and last is not None and last.sort in CLOSERS and last.end == unit.start:
            bracketed = self.before_bracket()
            if bracketed is not None:
                bracketed.links, bracketed.marker = after, Span(unit.start, unit.end)
                return True
        if after and last is not None and (marked or spaced):
            if self.facts.qualifier == "after" and self.facts.order == "sov":
                last = self.marked_head(last)  # fa: "مذاکرات با توکیو را": the mark is that of the head
            last.links = after
            last.marker = Span(unit.start, unit.end)
            if last.kind == "gap" and "counter" in self.facts.affixes:
                self.count_people(last, unit)
            return True
        if before:
            self.pending = before
            self.marker = Span(unit.start, unit.end)
            item = self.make("fn", "link", at)
            item.links = self.pending
            self.add(item)
            return True
        return False

    def marked_head(self, last: Item) -> Item:
        """Find the head of a chain of noun phrases that a mark at its end belongs to."""
        listed = False
        for at in range(len(self.items) - 1, -1, -1):
            item = self.items[at]
            sorts = {"link", "mark", "hyphen", "coord", *(("comma",) if listed else ())}
            if item.kind == "verb" or (item.kind == "fn" and item.sort not in sorts):
                break
            before = self.items[at - 1].sort if at else ""
            listed = listed or before == "coord"  # "کمک‌ها به الف، ب و ج را": the mark is that of the head
            if item.kind == "np" and not item.links and not (listed and before in {"coord", "comma"}):
                return item
        return last

    # -- verbs and noun phrases ----------------------------------------------------------------------------

    def is_verb(self, at: int) -> bool:
        """Decide between verb and noun where the word may be either, from its neighbours."""
        unit = self.units[at]
        verbs = unit.readings.get("verb")
        if not verbs:
            return False
        if self.phrases.modifies(at) or (unit.has("det") and not self.object_before(unit)):
            return False
        if self.facts.order == "sov" and unit.has("opaque"):
            return False  # ko 계속해서, ja 誤って: listed as an adverb
        nominal = unit.has_any(LOWER_NOMINAL if self.facts.noun_capitals and not unit.cap else NOMINAL)
        if nominal and at and not unit.has_any(SUBSTANTIVE) and self.units[at - 1].has_any(HEADS):
            nominal = False  # "the coalition used gas"
        if nominal and self.facts.order == "sov" and self.facts.spaced and self.items and after_object(self.items[-1]):
            if any("adnominal" in f for _, f in verbs) and at + 1 < len(self.units) and not self.units[at + 1].mark:
                nominal = False  # ko "긴장을 높이는 행동": raising, not the height
        nominal = nominal or (self.facts.order == "vso" and unit.has("opaque"))
        before = self.units[at - 1] if at else None
        after = self.units[at + 1] if at + 1 < len(self.units) else None
        if (
            unit.cap
            and not self.title_case
            and self.facts.capitals
            and before is not None
            and not self.facts.noun_capitals
            and nominal
        ):
            return False
        if self.facts.coverbs and nominal:
            return self._among_coverbs(unit, before, after, at)
        if at > 1 and before is not None and before.unknown and not before.cap and self.facts.capitals and nominal:
            before = self.units[at - 2] if self.names(self.units[at - 2]) else before  # "Ankara still refuses to …"
        return self._verbal(verbs, nominal, before, after)

    def object_before(self, unit: Unit) -> bool:
        """Tell whether a word that is verb or determiner has what such a verb needs (ko 한: did; a certain)."""
        last = self.items[-1] if self.items else None
        if self.facts.order != "sov" or not self.facts.spaced:
            return True
        if last is None or last.end + 1 != unit.start:
            return False
        if last.kind == "verb":
            return any(f & {"desiderative", "infinitive", "obligation"} for _, f in last.readings)
        return "object" in last.links or last.sort == "act"

    def _among_coverbs(self, unit: Unit, before: Unit | None, after: Unit | None, at: int) -> bool:
        """Decide between verb and noun where verbs do not inflect and marked phrases stand before them (Chinese)."""
        follows = after is not None and not after.mark and not after.has("possmark")
        object_follows = follows and (
            self.opens_phrase(at + 1)
            if not self.units[at + 1].has("verb")
            else self.units[at + 1].readings.element != ""
        )
        if before is not None and at - 1 in self.phrases.timed:
            before = None if at < 2 else self.units[at - 2]
        if before is not None:
            if before.has_any(OWNED) or before.number:
                return False
            if before.has("mod"):
                return bool(object_follows and after is not None and after.readings.element)
            if before.has("verb") and not before.has("aux"):
                if any(m.concept in SUPPORTS for m, _ in before.readings["verb"]):
                    return False
                return bool(object_follows)
            if before.has("link") and not (before.has("aux") or before.has("coord")):
                return bool(before.readings.after or object_follows)
            if before.has("thing") or before.has("noun"):
                return bool(object_follows) or after is None or bool(after.mark)
        if after is not None and after.has("possmark"):
            return before is not None and (self.names(before) or before.has("aux") or before.has("neg"))
        if (
            after is not None
            and after.has("verb")
            and not after.has("noun")
            and not after.readings.element
            and not after.has("link")
        ):
            idle = all(m.concept in RUNS_ON for m, _ in after.readings["verb"])
            if (
                before is not None
                and before.has("coord")
                and any(m.concept in CARRIES for m, _ in unit.readings["verb"])
            ):
                return True  # 并威胁停止军售 = and threatened to stop arms sales
            return not idle or (before is not None and (before.has("aux") or before.has("neg")))
        if after is not None and (after.has("noun") or after.has("thing") or after.has("role")) and at == 0:
            return False
        return True

    def _verbal(
        self, verbs: list[tuple[Meaning, Feats]], nominal: bool, before: Unit | None, after: Unit | None
    ) -> bool:
        opens = before is not None and before.has_any(OPENS_NOUN)
        if not nominal and before is not None and before.has("det") and not before.has_any(FREE):
            return False  # "the phone" where only the verb is listed
        if not nominal and before is not None and before.has("mod") and self.noun_of_no_act(verbs, before):
            return False  # fr: "un deuxième groupe" is no form of "grouper"
        if not nominal:
            participle = all(
                f & {"participle", "gerund", "adnominal"} and not f & {"past", "present", "finite"} for _, f in verbs
            )
            return not (opens and participle and after is not None and not before_is_pronoun(before))
        if before is not None and before.has("link") and after is not None and any("gerund" in f for _, f in verbs):
            if after.has_any(OBJECTS):
                return True  # "accused of crossing the line"
        if before is not None and before.has("coord") and after is not None and after.has("det"):
            if self.facts.order == "svo" and any("participle" in f for _, f in verbs):
                return True  # "a promis de voter et accusé les démocrates"
        if before is not None and before.mark == "," and after is not None and not after.mark and not after.has("link"):
            if any("gerund" in f for _, f in verbs):
                return True  # "…, lobbying them"
        if self.facts.order == "vso" and (
            before is None or before.has("coord") or before.has("comp") or before.has("contrast") or before.mark
        ):
            governed = after is not None and after.has("link") and before is not None and not before.mark
            own = {link for m, _ in verbs for links in (m.frame or {}).values() for link in links}
            if governed and after is not None and own & after.readings.links - {"to"}:
                governed = False  # ar: "وطلب من البرلمان" = and asked (of) parliament
            return any(f & {"past", "present"} for _, f in verbs) and not governed
        if self.facts.order == "vso" and before is not None and self.verb_before(before):
            return False  # ar: "رفضت المحكمة طلب الإفراج": the clause has its verb
        if before is None:
            return bool(after and (after.has("pron") or after.has("det")) and self.facts.order != "sov")
        if before.has("neg") and self.facts.order == "vso" and not any("present" in f for _, f in verbs):
            return False  # ar: "عدم رفع" = not raising: no past tense follows a negator
        if before.has("aux") or before.has("infmark") or before.has("neg"):
            return not opens
        if before.has("pron") and not before.has("poss"):
            return True
        if (
            before.has("rel")
            and not before.has("det")
            and after is not None
            and (self.names(after) or after.has("det"))
        ):
            return True  # "which blames Israel", "who attack the police"
        if opens or before.has("link") or before.number or before.has("verb"):
            return False
        if after is not None and after.has("link") and not (after.has("infmark") or after.has("comp")):
            if "of" in after.readings.links or not self.names(before) or self.qualifies(before):
                return False
            return not ({"on", "against", "by", "between"} & after.readings.links) or self.no_other_verb(before)
        if after is not None and (after.has("aux") or after.has("verb")) and not after.has("det"):
            return False
        if after is None or after.mark:
            return False
        return self.names(before) or before.has("sequence")

    def noun_of_no_act(self, verbs: list[tuple[Meaning, Feats]], before: Unit) -> bool:
        """Tell whether what is no political act as a verb ends a noun phrase: determiner, modifiers, this word."""
        look = self.units.index(before)
        while look >= 0 and self.units[look].has("mod") and not self.units[look].has("det"):
            look -= 1
        opened = look >= 0 and self.units[look].has("det") and not self.units[look].has_any(FREE)
        return opened and all(m.concept == "other" and "participle" not in f for m, f in verbs)

    def qualifies(self, unit: Unit) -> bool:
        """Tell whether a bare role behind a verb qualifies the noun that follows ("postponed military talks with")."""
        at = self.units.index(unit) - 1
        before = self.units[at] if at >= 0 else None
        if before is None or not unit.has("role") or unit.cap or not self.compounds():
            return False
        return before.has("verb") or (before.unknown and not before.cap and not before.mark)

    def verb_before(self, before: Unit) -> bool:
        """Tell whether the clause that holds a unit has a verb at or before it that can be nothing else."""
        for unit in reversed(self.units[: self.units.index(before) + 1]):
            if unit.readings.functional or (unit.mark and unit.mark not in "\"'()«»“”"):
                return False
            if unit.has("verb"):
                return not (unit.has_any(NOMINAL) or unit.has("opaque"))
        return False

    def no_other_verb(self, before: Unit) -> bool:
        return not any((u.has("verb") and not u.has_any(NOUNS)) or u.has("aux") for u in self.units)

    def names(self, unit: Unit) -> bool:
        return unit.has_any(NAMES) or (unit.cap and unit.unknown)

    def verb(self, at: int) -> int:
        item = self.make("verb", "verb", at)
        item.readings = self.units[at].readings["verb"]
        if self.facts.order == "sov" and self.units[at].has("adj"):
            item.readings = [*item.readings, *self.units[at].readings["adj"]]  # ko 부당하다: is unfair, a verb that judges
        item.feats = frozenset().union(*(f for _, f in item.readings))
        self.add(item)
        self.clear()
        return at + 1

    def place(self, item: Item) -> None:
        """Add a noun phrase with the links its adposition, case or place give it; join appositions."""
        passed = NONE
        if self.pending:
            item.links, item.marker = _by_case(self.pending, item.feats), self.marker
            coverb = len(self.items) < 2 or self.items[-1].sort != "link" or self.items[-2].kind != "verb"
            if self.facts.coverbs and item.owner and coverb:
                passed, marker = self.pending, self.marker  # zh: 对美国的做法: what marks 美国 marks 做法
            elif self.compounds() and item.owner:
                passed, marker = self.pending, self.marker  # "on Chinese goods"
        elif not item.links and self.facts.coverbs and self.marked_before(item):
            item.links, item.marker = self.items[-1].links, self.items[-1].marker  # zh: 向乌克兰海军三艘舰艇开火
        elif not item.links and self.compounds() and self.compounded(item):
            item.links, item.marker = self.items[-1].links, self.items[-1].marker  # "on a school bus"
        elif not item.links:
            item.links = self.case_links(item)
        if self.facts.qualifier != "before" and item.sort == "actor" and not item.links and not item.owner:
            last = self.items[-1] if self.items else None
            if self.facts.order == "vso" and last is not None and last.sort == "thing" and last.end + 1 == item.start:
                if item.draft is not None and item.draft.demonym and not item.draft.roles:
                    item.draft.people = False  # ar: "طائرتين هنديتين" = two Indian aircraft, no Indians
            absolute = (
                self.facts.order == "vso"
                and last is not None
                and "definite" in last.feats
                and not (item.draft is not None and item.draft.demonym)
            )
            if (
                last is not None
                and last.kind == "np"
                and last.sort in {"thing", "act"}
                and last.end + self.facts.spaced == item.start
                and not absolute
            ):
                if self.only_adjective(item):
                    self.items.append(Item("gap", "mod", item.start, item.end, item.text))
                    self.clear()
                    return
                demonym = item.draft is not None and item.draft.demonym and not item.draft.people
                item.links = frozenset({"poss"} if demonym and last.sort == "act" else {"of"})
                item.how = "stands beside the noun it qualifies"
            elif self.facts.qualifier == "after" and self.qualifies_stranger(item):
                item.links = frozenset({"of"})
                item.how = "stands beside the word it qualifies"
        if "dat" in item.feats and self.facts.affixed("belonging", item.text):
            item.links, item.how = frozenset({"of"}), "what stands before it belongs to it"
        if item.sort in {"thing", "act"} and not item.links and self.in_construct(item):
            item.links, item.how = frozenset({"of"}), "stands beside the act it belongs to"
        self.clear()
        if passed:
            self.pending, self.marker = passed, marker
        self.name_back(item)
        if not self.apposition(item) and not self.named_beside(item):
            self.add(item)

    def only_adjective(self, item: Item) -> bool:
        """Tell whether a bare role word beside a noun is its adjective (es "conversaciones militares" = military talks)."""
        draft, unit = item.draft, next((u for u in self.units if u.start == item.start), None)
        if draft is None or unit is None or unit.end != item.end or unit.cap or self.facts.order != "svo":
            return False
        named = draft.countries or draft.persons or draft.names or draft.orgs
        return bool(draft.roles) and not named and unit.has("mod")

    def name_back(self, item: Item) -> None:
        """Give a name behind the body where an office is held to that office (vi "Đại sứ Mỹ tại LHQ Nikki Haley")."""
        if self.facts.qualifier != "after" or self.facts.order != "svo" or item.draft is None or len(self.items) < 2:
            return
        office, link = self.items[-2:]
        body, held = item.draft, office.draft
        if link.sort != "link" or not item.links & {"in", "to"} or held is None or office.sort != "actor":
            return
        placed = (body.orgs or body.countries or body.roles) and all(r in BODIES for r, _ in body.roles)
        named = held.names or held.persons or held.plural or held.quantity
        if placed and (body.names or body.persons) and held.roles and not named and body.roles != held.roles:
            held.names, held.persons, body.names, body.persons = body.names, body.persons, [], []

    def marked_before(self, item: Item) -> bool:
        """Tell whether a thing stands right behind a noun that a coverb marks and that only says whose or how much it is."""
        last = self.items[-1] if self.items else None
        if last is None or last.kind != "np" or last.marker is None or item.sort != "thing":
            return False
        return last.end == item.start and bool(last.links & {"to", "on", "with", "object", "by"})

    def compounds(self) -> bool:
        """Tell whether nouns stand before the noun they describe without any mark (English)."""
        return (
            self.facts.qualifier == "before"
            and self.facts.order == "svo"
            and self.facts.spaced
            and not self.facts.cases
        )

    def compounded(self, item: Item) -> bool:
        """Tell whether a noun stands right behind another with nothing of its own before it."""
        last = self.items[-1] if self.items else None
        if last is None or last.kind != "np" or last.sort not in {"thing", "act", "other"} or last.marker is None:
            return False
        return item.sort in {"thing", "act"} and item.head.start == item.start and last.end + 1 == item.start

    def in_construct(self, item: Item) -> bool:
        """Tell whether a noun belongs to the governed act noun right before it (ar "على نفي الاتهام" = on denying it)."""
        last = self.items[-1] if self.items else None
        if last is None or last.sort != "act" or "definite" in last.feats or self.facts.qualifier != "after":
            return False
        if self.facts.order == "sov":  # fa: "پیشنهاد گفت‌وگو داد" = made an offer of talks
            return last.end + 1 == item.start and not last.owner
        if self.facts.order != "vso" or not last.links:
            return False
        return all(u.has("det") for u in self.units if last.end < u.start < item.start)

    def named_beside(self, item: Item) -> bool:
        """Join a known surname to the office before it over an unknown given name (ar "المتحدث ديمتري بيسكوف")."""
        if self.facts.order != "vso" or len(self.items) < 2 or item.draft is None or item.links:
            return False
        office, given = self.items[-2:]
        held = office.draft
        if given.sort != "unknown" or office.sort != "actor" or held is None or given.start != office.end + 1:
            return False
        bare = item.draft.persons and not (item.draft.roles or item.draft.countries or item.draft.title)
        if not bare or item.start != given.end + 1 or not held.roles or held.persons or held.plural or held.quantity:
            return False
        held.persons, office.end = item.draft.persons, item.end
        office.text = self.text[office.start : office.end]
        self.items.pop()
        return True

    def qualifies_stranger(self, item: Item) -> bool:
        """Tell whether an actor qualifies the unknown noun before it (id: "bahwa nama negara itu" = that its name)."""
        if len(self.items) < 2:
            return False
        before, last = self.items[-2], self.items[-1]
        beside = last.kind == "gap" and last.sort == "unknown" and last.text[0].islower() and last.end + 1 == item.start
        return beside and (before.sort in {"comp", "link"} or before.kind == "verb")

    def case_links(self, item: Item) -> frozenset[str]:
        cases = self.facts.cases
        links: set[str] = set()
        for feature in item.feats:
            if feature in cases:
                links.update(cases[feature].split())
            elif feature in {"subject", "object", "topic", "to", "with", "from", "in", "of", "by", "about", "as", "for",
                             "against", "through", "until", "between", "on", "dative", "and"}:  # fmt: skip
                links.add(feature)
        return frozenset(links)

    def name_follows(self, described: Draft, named: Draft) -> bool:
        """Tell whether a bare name follows the office it belongs to ("the German chancellor, Olaf Scholz, …")."""
        bare = bool(named.names or named.persons) and not (named.roles or named.countries or named.orgs or named.plural)
        office = bool(described.roles) and not (
            described.names or described.persons or described.plural or described.quantity
        )
        return bare and office and len(named.names) != 1

    def take_name(self, first: Item, item: Item) -> bool:
        """Join a name to the office before it."""
        assert first.draft is not None
        assert item.draft is not None
        first.draft.names, first.draft.persons = item.draft.names, item.draft.persons
        first.end = item.end
        first.text = self.text[first.start : first.end]
        self.items.pop()
        return True

    def apposition(self, item: Item) -> bool:
        """Join "Name, head of Body," to the name before it."""
        if len(self.items) < 2 or self.items[-1].sort != "comma" or item.sort != "actor":
            return False
        first = self.items[-2]
        if first.kind != "np" or first.sort != "actor" or first.draft is None or item.draft is None or item.links:
            return False
        if first.marker is not None and first.links & {"topic", "subject", "object"}:
            return False  # ja "労組は、市議会が…": a particle has closed the phrase
        named, described = first.draft, item.draft
        if self.name_follows(named, described):
            return self.take_name(first, item)
        name_first = (named.names or named.persons) and not named.roles
        if not (name_first and described.roles and not (described.names or described.persons or described.plural)):
            return False
        named.roles = described.roles
        named.countries = named.countries or described.countries
        named.orgs = named.orgs or described.orgs
        named.former = named.former or described.former
        first.end = item.end
        first.text = self.text[first.start : first.end]
        self.items.pop()
        return True


def _title_case(units: Sequence[Unit]) -> bool:
    """Tell whether a sentence is a headline in which most words bear a capital."""
    words = [u for u in units if not u.mark and not u.number and len(u.text) > 3]
    return len(words) > 3 and sum(u.cap for u in words) >= 0.75 * len(words)


def _by_case(links: frozenset[str], feats: Feats) -> frozenset[str]:
    """Choose the links an adposition bears with this case ("with@ins from@gen"); all of them where no case tells."""
    if not any("@" in link for link in links):
        return links
    split = [link.partition("@") for link in links]
    chosen = frozenset(link for link, _, case in split if not case or case in feats)
    return chosen or frozenset(link for link, _, _ in split)


def before_is_pronoun(unit: Unit | None) -> bool:
    """Tell whether a unit is a personal pronoun."""
    return unit is not None and unit.has("pron")


def draft_of(item: Item) -> Draft:
    """Return the draft of a noun phrase, an empty one where it has none."""
    return item.draft if item.draft is not None else Draft()


def after_object(item: Item) -> bool:
    """Tell whether an item is an object and nothing else, so that a verb is to come."""
    return item.kind == "np" and item.links == frozenset({"object"})
