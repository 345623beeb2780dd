"""Read one noun phrase: what it names (people, roles, countries, bodies), what it qualifies, where it ends."""

from collections.abc import Callable, Sequence

from dragoman.actors.hangul_names import beside_office
from dragoman.actors.items import Draft, Item
from dragoman.actors.neighbours import CROWDS, next_argument, stands_apart
from dragoman.packs.lexicon import NONE, Feats
from dragoman.packs.schema import Facts
from dragoman.records import Span
from dragoman.text.han import SURNAMES, transcribed
from dragoman.text.units import Unit

CLOSERS = frozenset(
    [
        "subject",
        "object",
        "topic",
        "to",
        "with",
        "from",
        "in",
        "at",
        "on",
        "by",
        "about",
        "until",
        "against",
        "for",
        "between",
        "through",
        "since",
    ]
)
CASES = frozenset({"nom", "acc", "gen", "dat", "ins", "loc", "abl", "voc"})
CURRENCIES = "$€£¥₩₽₴₹₺฿₫₱"
DESCRIBING = frozenset({"participle", "gerund", "adnominal"})
HEADS = frozenset({"role", "org", "noun", "thing", "nationality", "people"})
OPENERS = frozenset({"det", "quant", "mod", "former", "title", "poss"})
INSIDE = frozenset({"former", "mod", "title", "honorific"})
THINGS = frozenset({"noun", "thing"})
JOINED = frozenset({"abbreviation", "role", "thing", "noun", "person", "title"})
NAMING = frozenset({"role", "title", "honorific"})
BEFORE_NAMES = frozenset({"title", "role", "person"})
BEFORE_THAI_NAMES = frozenset({"role", "title", "country", "nationality", "person"})
GIVEN = frozenset({"title", "given"})


EXERCISES = frozenset({"exercise", "exercise-thing", "joint-exercise", "operation", "weapon", "missile"})
OWNED = ("ını", "ini", "unu", "ünü")
"""Ends of Turkish objects that are certainly somebody's; -ı alone also marks any definite object."""


def has_bare_body(draft: Draft) -> bool:
    """Tell whether a phrase so far names a body or a country and nobody in it."""
    return bool(draft.orgs or draft.countries) and not (draft.roles or draft.persons or draft.names)


class PhraseReader:
    """Reads noun phrases from the units of one sentence."""

    def __init__(
        self, text: str, units: Sequence[Unit], facts: Facts, is_verb: Callable[[int], bool], timed: frozenset[int]
    ) -> None:
        self.text, self.units, self.facts, self.is_verb, self.timed = text, units, facts, is_verb, timed
        self.after_joins = facts.qualifier in {"after", "both"}
        self.before_joins = facts.qualifier in {"before", "both"}
        self.names_body = facts.order == "sov" and facts.capitals

    def element(self, at: int) -> str:
        """Name what kind of element of an actor phrase stands here, or ""."""
        if at >= len(self.units) or at in self.timed:
            return ""
        unit = self.units[at]
        if self.names_body and unit.cap and at and not unit.readings.element and self.body_ahead(at):
            return "name"  # tr "Amerikan Sivil Özgürlükler Birliği": the union, whatever stands in its name
        if unit.has("org") and unit.has("role") and self.facts.order == "sov" and at and self.foreign_before(at):
            return "role"  # ja インド外務省, ko 중국 국방부: not the one at home that is only called "the ministry"
        if unit.readings.element:
            month = (
                unit.readings.element == "person" and unit.has("aux") and at > 0 and self.units[at - 1].has("possmark")
            )
            return "" if month else unit.readings.element  # "Trump's May withdrawal"
        if "abbreviation" in unit.readings:
            near = [self.units[i] for i in (at - 1, at + 1) if 0 <= i < len(self.units)]
            joined = any(u.has_any(JOINED) for u in near)
            return "country-short" if joined else ""
        if unit.readings or unit.mark:
            return ""
        return "name" if self.looks_like_name(at) else ""

    def foreign_before(self, at: int) -> bool:
        """Tell whether a country stands right before a unit."""
        before = self.units[at - 1]
        return before.has("country") and self.facts.script in {"han", "hangul"}

    def body_ahead(self, at: int) -> bool:
        """Tell whether capitalised words lead from here to a body's name in its owned form ("… Birliği", "… Örgütü")."""
        for look in range(at + 1, min(at + 5, len(self.units))):
            unit = self.units[look]
            if not unit.cap or unit.mark:
                return False
            if unit.has("role"):
                return any("poss" in f for _, f in unit.readings["role"])
        return False

    def looks_like_name(self, at: int) -> bool:
        unit = self.units[at]
        if not unit.text[0].isalpha():
            return False
        if not self.facts.capitals:
            return self.name_without_capitals(at)
        if not unit.cap:
            return False
        beside = at + 1 < len(self.units) and self.units[at + 1].cap and not self.units[at + 1].readings
        if self.facts.noun_capitals:
            before = at > 0 and self.units[at - 1].has_any(BEFORE_NAMES) and not self.units[at - 1].mark
            return beside or before or (at > 0 and self.units[at - 1].cap and self.units[at - 1].unknown)
        first = at == 0 or (self.units[at - 1].mark in {".", "“", '"', "«", "„", "‘", "'"} and at == 1)
        return beside or not first or self.opens_clause(at)

    def opens_clause(self, at: int) -> bool:
        """Tell whether a verb or auxiliary follows: then a capital at the beginning may be a name already introduced."""
        after = self.units[at + 1] if at + 1 < len(self.units) else None
        if after is not None and after.unknown and not after.cap and at + 2 < len(self.units):
            return self.units[at + 2].has("verb")  # "Kim also promised"
        return after is not None and (after.has("verb") or after.has("aux") or after.has("possmark"))

    def name_without_capitals(self, at: int) -> bool:
        """A name shows by its letters (katakana), its surname, or a role right beside it."""
        unit = self.units[at]
        first = unit.text[0]
        if "\u30a0" <= first <= "\u30ff":
            return len(unit.text) > 1
        beside = [self.units[i] for i in (at - 1, at + 1) if 0 <= i < len(self.units)]
        if self.facts.qualifier == "after":
            return len(unit.text) > 1 and self.name_after_office(at)
        titled = any(u.has("role") or u.has("title") or u.has("honorific") for u in beside)
        if self.facts.spaced:
            after_name = at > 0 and self.units[at - 1].has_any(GIVEN)
            after_name = after_name or (at > 0 and self.units[at - 1].unknown)
            if self.facts.affixed("article", unit.text) and not after_name:
                return False  # a noun with the article is a name only after a given name or a title
            if self.facts.affixed("adverb", unit.text):
                return False
            if self.facts.script == "hangul":
                named = beside_office(self.units, at, self.timed)
                follows = at + 1 < len(self.units) and self.units[at + 1].has_any(NAMING)
                return named or (len(unit.text) > 1 and follows)
            return titled and len(unit.text) > 1
        if self.facts.script == "thai":
            return self.thai_name(at)
        if self.facts.script == "han":
            if any(u.mark and u.mark in "·•‧・" for u in beside) and self.han(unit.text):
                return len(unit.text) <= 8
            if transcribed(unit.text):
                return 2 <= len(unit.text) <= 8
            return titled and 2 <= len(unit.text) <= 4 and first in SURNAMES and self.han(unit.text)
        return titled and 2 <= len(unit.text) <= 4

    def name_after_office(self, at: int) -> bool:
        """A name follows its title, its office, or the country of the office ("وزير الخارجية الياباني تارو كونو")."""
        unit = self.units[at]
        before = self.units[at - 1] if at else None
        if before is None or at - 1 in self.timed or self.facts.affixed("adverb", unit.text):
            return False
        goes_on = before.unknown and self.element(at - 1) == "name"
        titled = before.has("title") or before.has("given")
        if self.facts.affixed("article", unit.text):
            return titled or goes_on
        if any(before.has(k) for k in ("nationality", "country", "seat", "org", "former")):
            held = [u for u in self.units[max(0, at - 5) : at] if u.has("role")]
            return bool(held) and "plural" not in held[-1].readings["role"][0][1] and not before.has("verb")
        if before.has("verb") and self.facts.order == "vso" and not before.has("role"):
            after = self.units[at + 1 : at + 3]  # ar: "وقال غراهام إن" = and Graham said that
            return any(u.has("comp") and all(v.unknown for v in after[:n]) for n, u in enumerate(after))
        return titled or goes_on or before.has("role")

    def thai_name(self, at: int) -> bool:
        """A Thai name stands after a title or office, or between a space and a verb; a Latin one has a capital."""
        unit = self.units[at]
        if unit.text[0].isascii():
            return unit.cap and len(unit.text) > 1
        if not "\u0e01" <= unit.text[0] <= "\u0e4e" or not 2 <= len(unit.text) <= 24:
            return False
        before = self.units[at - 1] if at else None
        after = self.units[at + 1] if at + 1 < len(self.units) else None
        if before is not None and before.has_any(BEFORE_THAI_NAMES):
            if not (before.has("country") and not before.has("role")):
                return True
            return self.units[at - 1].end + 1 == unit.start and at > 1 and self.units[at - 2].has("role")
        if before is not None and before.unknown and before.end + 1 == unit.start and self.element(at - 1) == "name":
            return True
        if (
            after is not None
            and after.has("role")
            and not after.has("verb")
            and unit.end + 1 == after.start
            and (before is None or before.end < unit.start)
        ):
            return True
        opens = before is None or before.end < unit.start
        return (
            opens
            and after is not None
            and after.unknown is False
            and (after.has("verb") or after.has("aux"))
            and len(unit.text) > 2
        )

    @staticmethod
    def han(text: str) -> bool:
        return all("\u4e00" <= c <= "\u9fff" for c in text)

    # -- the phrase ----------------------------------------------------------------------------------------

    def read(self, at: int) -> tuple[Item | None, int]:
        """Read the phrase that begins at unit `at`; (None, at) where none does."""
        unit = self.units[at]
        if unit.unknown and not unit.number and not self.element(at):
            return None, at
        if unit.has("pron") and not (
            unit.has("title") and self.element(at + 1) in {"name", "person", "role"} and not self.is_verb(at + 1)
        ):
            return self.pronoun(at)
        look = self.openers(at)
        if look < len(self.units) and self.element(look) and not self.is_verb(look):
            return self.actor(at, look)
        if look < len(self.units) and not self.is_verb(look):
            for kind, sort in (("noun", "act"), ("thing", "thing")):
                if self.units[look].has(kind):
                    return self.plain(at, look, kind, sort)
        if look > at and not self.units[look - 1].mark:
            last = self.units[look - 1]  # "billion" opens a phrase and may be all of it
            for kind, sort in (("noun", "act"), ("thing", "thing")):
                if last.has(kind) and not last.has("det") and look - 1 not in self.timed:
                    return self.plain(at, look - 1, kind, sort)
        if look > at and look < len(self.units) and look not in self.timed:
            return self.described(at, look)
        return None, at

    def hyphenated(self, at: int) -> int:
        """Count the units of a hyphenated modifier that something else follows ("one-week", "32-year-old"), 0 if none."""
        if not self.before_joins or at + 3 >= len(self.units):
            return 0
        first, last = self.units[at], at
        while last + 3 < len(self.units) and self.units[last + 1].mark in "-‐‑" and self.tight(last + 1):
            if not self.units[last + 1].mark or self.units[last + 2].mark or self.units[last + 2].cap:
                break
            last += 2
        if last == at or self.units[last + 1].mark:
            return 0
        opens = first.has("quant") or first.number or (first.unknown and not first.cap)
        return last + 1 - at if opens else 0

    def compound(self, at: int) -> int:
        """Count the units of a name and a participle that only describe what follows ("US-backed", "rebel-held")."""
        if not self.before_joins or not self.facts.spaced or at + 3 >= len(self.units) or not self.element(at):
            return 0
        hyphen, last, after = self.units[at + 1 : at + 4]
        if not hyphen.mark or hyphen.mark not in "-‐‑" or not self.tight(at + 1) or after.mark or not last.has("verb"):
            return 0
        return 3 if any("participle" in f for _, f in last.readings["verb"]) else 0

    def describes(self, at: int) -> bool:
        """Tell whether a participle stands between a determiner and its noun ("the captured pilot")."""
        if not self.before_joins or not self.facts.spaced or at + 1 >= len(self.units) or self.is_verb(at):
            return False
        unit, after = self.units[at], self.units[at + 1]
        participle = unit.has("verb") and any(f & DESCRIBING for _, f in unit.readings["verb"])
        named = unit.has("noun") or unit.has("thing")
        return (
            participle
            and not named
            and not self.element(at)
            and any(after.has(k) for k in HEADS)
            and not self.is_verb(at + 1)
        )

    def openers(self, at: int) -> int:
        """Skip determiners, quantities, titles and modifiers that open a phrase."""
        look = at
        while look < len(self.units) and look not in self.timed:
            unit = self.units[look]
            if (joined := self.compound(look)) or (
                look > at and (joined := self.hyphenated(look))
            ):  # a one-week inquiry, a long-planned visit
                look += joined
                continue
            if look > at and look + 1 < len(self.units) and unit.concept("adj") == "other" and not self.is_verb(look):
                look += 1  # an alleged spy
                continue
            if look > at and unit.mark and unit.mark in CURRENCIES and self.units[look + 1 : look + 2]:
                look += 1  # "an additional $2 million"
                continue
            if look > at and self.describes(look):
                look += 1
                continue
            if not (unit.has_any(OPENERS) or unit.number) or self.element(look):
                break
            look += self.hyphenated(look) or 1
        if look == at or look >= len(self.units):
            return look
        skipped = look
        while (
            self.before_joins
            and skipped < min(look + 2, len(self.units))
            and self.units[skipped].unknown
            and not self.units[skipped].cap
            and not self.units[skipped].guess & {"gen", "dat", "acc", "abl", "loc", "ins"}
        ):
            skipped += 1
            if skipped < len(self.units) and self.element(skipped) and not self.units[skipped].has("verb"):
                return skipped
        return look

    def pronoun(self, at: int, kind: str = "pron") -> tuple[Item, int]:
        unit = self.units[at]
        item = Item("np", "pron", unit.start, unit.end, unit.text)
        draft = Draft()
        draft.pronoun = " ".join(dict.fromkeys(m.concept for m, _ in unit.readings[kind]))
        item.draft = draft
        item.feats = unit.readings[kind][0][1]
        return item, at + 1

    def holds_noun(self, at: int) -> bool:
        """Tell whether a unit is a verb made of a noun and a light verb (ur "مذمت کی" = condemned)."""
        return any(f.startswith("has:") for _, feats in self.units[at].readings.get("verb", ()) for f in feats)

    def plain(self, at: int, look: int, kind: str, sort: str) -> tuple[Item, int]:
        """Read a thing or an act named by a noun, with its openers."""
        first, unit = self.units[at], self.units[look]
        if sort == "act" and all(m.concept == "other" for m, _ in unit.readings[kind]):
            kind, sort = ("thing", "thing") if unit.has("thing") else (kind, "other")
        item = Item("np", sort, first.start, unit.end, self.text[first.start : unit.end])
        item.readings = [*unit.readings.get(kind, []), *([] if kind == "thing" else unit.readings.get("thing", []))]
        item.feats = frozenset().union(*(f for _, f in unit.readings[kind]))
        item.head = Span(unit.start, unit.end)
        item.definite = any(self.units[i].concept("det") == "definite" for i in range(at, look))
        self.possessor(item, at, look)
        after = look + 1
        if (
            self.after_joins
            and after < len(self.units)
            and self.units[after].has("det")
            and not self.units[after].has("rel")
        ):
            item.definite, after = True, after + 1
        return item, self.possessed(item, after)

    def possessor(self, item: Item, at: int, look: int) -> None:
        glued = next((f[4:] for f in sorted(item.feats) if f.startswith("own-")), "")
        if glued:
            item.draft = item.draft or Draft()
            item.draft.possessive = glued  # ar: "عضويتها" = its membership
        for i in range(at, look):
            if self.units[i].has("poss"):
                item.draft = item.draft or Draft()
                item.draft.possessive = self.units[i].concept("poss")

    def possessed(self, item: Item, after: int) -> int:
        if after < len(self.units) and self.units[after].has("possmark") and not self.units[after].mark:
            item.links = frozenset({"poss"})
            return after + 1
        return after

    def described(self, at: int, look: int) -> tuple[Item | None, int]:
        """A determiner with an unknown noun ("the storm") is a phrase that names no actor."""
        unit = self.units[look]
        if not unit.unknown or self.units[at].has("title"):
            opened = self.units[at]
            if opened.has("poss") and self.facts.order == "sov" and look == at + 1 and self.holds_noun(look):
                item, after = self.pronoun(at, "poss")  # ur: "اس کی مذمت کی": whose noun the compound verb holds
                item.links, item.owner = frozenset({"poss"}), True
                return item, after
            if opened.has("poss") or opened.has("det"):
                item = Item("np", "other", opened.start, opened.end, opened.text)
                return item, at + 1
            return None, at
        last = look
        if self.before_joins:
            while (
                last + 1 < len(self.units)
                and last < look + 2
                and self.units[last + 1].unknown
                and not self.units[last + 1].cap
            ):
                if self.looks_adverbial(last + 1):
                    break
                last += 1
        first = self.units[at]
        item = Item("np", "other", first.start, self.units[last].end, self.text[first.start : self.units[last].end])
        item.feats = self.units[last].guess
        self.possessor(item, at, look)
        return item, self.possessed(item, last + 1)

    def looks_adverbial(self, at: int) -> bool:
        return (
            at + 1 < len(self.units)
            and self.is_verb(at + 1)
            and not self.units[at + 1].mark
            and self.units[at].text.endswith("ly")
        )

    # -- actors --------------------------------------------------------------------------------------------

    def actor(self, at: int, look: int) -> tuple[Item, int]:
        draft = Draft()
        feats: Feats = NONE
        for i in range(at, look):
            unit = self.units[i]
            draft.former = draft.former or unit.has("former")
            draft.quantity = draft.quantity or unit.has("quant") or unit.number
            draft.title = draft.title or unit.has("title")
            if unit.has("poss"):
                draft.possessive = unit.concept("poss")
        start, last = look, look
        former_kind = ""
        possessed = joined_of = False
        while look < len(self.units):
            kind = self.element(look)
            if kind and (look == start or not self.is_verb(look)):
                if self.new_phrase(draft, kind, look, joined_of):
                    break
                owned = self.names_body and "gen" in feats and kind in {"org", "country", "seat"} and look > start
                if owned and self.element(look + 1) != "role":
                    break  # tr "Makedonya'nın NATO üyeliği": two owners of one noun
                if look > start and self.next_noun(draft, kind, look, start, possessed, joined_of):
                    break
                more = self.take(draft, kind, look, joined_of)
                feats = self.joint_features(feats, more, kind, former_kind, joined_of)
                former_kind = kind
                possessed = False
                last, look = look, look + 1
                if more & CLOSERS or self.ends_case(more):
                    break  # ko: "미국에 EU …": the particle ends the phrase
                continue
            following = self.join(draft, look, possessed)
            if following == look:
                break
            unit = self.units[look]
            if draft.names and draft.names[-1] == self.units[following - 1].text:
                last = following - 1
            joined_of = joined_of or (unit.has("link") and not unit.has("possmark"))
            if unit.has("honorific"):
                last = following - 1
                feats = unit.readings["honorific"][0][1] or feats  # ko: "캐버노 씨는"
            possessed = unit.has("possmark")
            draft.former = draft.former or unit.has("former")
            draft.title = draft.title or unit.has("title")
            if unit.mark in "([（" and unit.mark:
                draft.alias = self.text[self.units[look + 1].start : self.units[following - 2].end]
                last = following - 1
            elif unit.mark == ",":
                last = following - 1
            look = following
        first, final = self.units[at], self.units[last]
        item = Item("np", "actor", first.start, final.end, self.text[first.start : final.end])
        item.head = Span(self.units[start].start, final.end)
        if draft.quantity and "gen" in feats:
            feats = feats - CASES  # ru: "сотни демонстрантов": the case is the quantity's
        item.draft, item.feats = draft, feats
        item.definite = any(self.units[i].concept("det") == "definite" for i in range(at, start))
        after = last + 1
        if self.after_joins and after < len(self.units) and self.units[after].has("det"):
            item.definite, after = True, after + 1  # id: "aktivis itu" = the activist
        if after < len(self.units) and self.units[after].has("possmark"):
            item.links, item.owner = frozenset({"poss"}), True
            return item, after + 1
        self.qualifies(item, draft, after)
        return item, after

    def ends_case(self, feats: Feats) -> bool:
        """Tell whether a case ends the phrase where the head stands last (tr "Suriye'den askerlerini")."""
        if self.facts.order != "sov" or self.after_joins:
            return False
        return bool(feats & {"dat", "abl", "ins", "acc"}) and not feats & {"nom", "gen", "poss"}

    def joint_features(self, feats: Feats, more: Feats, kind: str, before: str, nested: bool) -> Feats:
        """Work out the features of a phrase from those of its parts: the head's, narrowed by what agrees with it.

        ru: "Премьер-министр Японии Абэ" is nominative though the country is genitive; where the head comes last (en, ko)
        the last part decides.
        """
        if not feats:
            return more
        if not self.after_joins:
            return more if kind in {"role", "name", "person", "org", "country"} and not nested else feats
        if nested:
            return feats
        agreeing = kind in {"name", "person"} or (before == "nationality" and kind in {"role", "org"})
        shared = feats & more & CASES
        if agreeing and shared:
            return (feats - CASES) | shared
        if before == "nationality" and kind in {"role", "org"}:
            return more or feats
        return feats

    def next_noun(self, draft: Draft, kind: str, at: int, start: int, possessed: bool, joined_of: bool) -> bool:
        """Tell whether an element is the next noun of the clause, though no word parts it from the phrase before."""
        if self.facts.order == "vso":
            return not joined_of and next_argument(self.units, self.facts, draft, kind, at, start)
        heads_last = self.before_joins and not self.after_joins and self.facts.spaced and not self.facts.capitals
        if self.facts.order == "sov" and self.facts.capitals and (draft.roles or draft.orgs) and not joined_of:
            if kind in {"country", "seat", "place", "nationality"}:
                return not self.units[at - 1].has(
                    "possmark"
                )  # tr: "Japonya hükümeti Filipinler'e" = to the Philippines
        if heads_last and draft.roles and not joined_of and kind in {"country", "seat", "nationality", "org"}:
            return not self.units[at - 1].has("possmark")  # bn: "the prime minister in Tokyo": nothing follows its head
        if self.facts.order != "sov" or kind != "role":
            return False
        before = self.units[at - 1].readings.get("role", [])
        closed = self.names_body and any(f & {"poss", "plural"} for _, f in before)
        if closed and all("gen" in f and "poss" not in f for _, f in self.units[at].readings["role"]):
            return True  # tr "sendikalar hükümetin politikalarını": the unions, the government's policies
        if self.after_joins:
            return stands_apart(draft, self.units[at])
        return self.before_joins and bool(draft.roles) and not possessed and draft.roles[-1][0] in CROWDS

    def new_phrase(self, draft: Draft, kind: str, at: int, nested: bool) -> bool:
        """Tell whether an element begins another phrase: a second person, a name after a country that no role joins."""
        if kind == "person" and self.serves(draft, at):
            return False
        if kind == "person" and (draft.persons or (self.facts.order == "vso" and len(draft.names) > 1)):
            return True
        if kind in {"name", "person"} and draft.plural and draft.roles and self.names_body:
            return True  # tr "senatörler Kavanaugh'un çekilmesini istedi": several have no one name
        if kind in {"country", "seat"} and draft.countries and self.facts.qualifier == "after" and not nested:
            return True  # ar: "attacked the soldiers of Russia Ukraine": the second country is another phrase
        if kind == "name" and (draft.persons or (draft.countries and not draft.roles and not draft.title)):
            return bool(draft.persons) or self.after_joins
        if kind in {"country", "seat"} and (draft.names or draft.persons):
            return not self.office_follows(draft, at)
        if kind in {"country", "seat", "nationality"} and draft.countries and not draft.roles:
            return True
        return kind == "media" and bool(draft.roles) and not any(r == "media-organ" for r, _ in draft.roles)

    def office_follows(self, draft: Draft, at: int) -> bool:
        """Tell whether a country behind a name opens the office of who is named (ko "메르켈 독일 총리")."""
        if self.facts.order != "sov" or self.facts.capitals or draft.roles or draft.countries:
            return False
        return self.facts.qualifier == "before" and self.element(at + 1) == "role"

    def serves(self, draft: Draft, at: int) -> bool:
        """Tell whether a person is only whom the one named next serves ("مستشار الأمن القومي لترامب جون بولتون")."""
        if self.facts.order != "vso" or not draft.roles or draft.persons:
            return False
        feats = self.units[at].readings["person"][0][1]
        return "dat" in feats and self.element(at + 1) == "person"

    def take(self, draft: Draft, kind: str, at: int, nested: bool) -> Feats:
        unit = self.units[at]
        meaning, feats = unit.readings[kind][0] if kind in unit.readings else (None, unit.guess)
        if kind == "country-short":
            meaning, feats = unit.readings["abbreviation"][0]
            draft.countries.append(meaning.concept)
        elif kind == "name":
            draft.names.append(self.without_particle(unit))
        elif meaning is None:
            return NONE
        elif kind == "person":
            if not self.serves(draft, at):
                draft.persons.append(meaning.concept)
        elif kind == "role":
            draft.roles.append((meaning.concept, at if not nested else -at))
            draft.plural = draft.plural or "plural" in feats
        elif kind in {"org", "media"}:
            (draft.orgs if kind == "org" else draft.media).append(meaning.concept)
        elif kind == "place":
            draft.places.append((meaning.concept, unit.text))
        else:
            draft.countries.append(meaning.concept)
            draft.seat = draft.seat or kind == "seat"
            draft.people = draft.people or (kind == "people" and not unit.has("nationality"))
            if (
                self.facts.order == "vso"
                and kind in {"people", "nationality"}
                and unit.has("nationality")
                and not (draft.roles or draft.orgs)
            ):
                told = unit.readings["nationality"][0][1]
                draft.people = draft.people or "plural" in told or (draft.quantity and not draft.countries[:-1])
            draft.demonym = kind == "nationality"
            if draft.demonym and self.names_body and feats & {"acc", "dat", "gen", "abl", "ins"}:
                draft.people = True  # tr "7 Filistinliyi": with a case it is no adjective
        return feats

    def without_particle(self, unit: Unit) -> str:
        """Return a name without the particle glued to it (ko 플레이크는 = 플레이크)."""
        if unit.guess and "particle" in self.facts.affixes:
            for particle in self.facts.affixes["particle"]:
                if unit.text.endswith(particle[1:]) and len(unit.text) > len(particle):
                    return unit.text[: 1 - len(particle)]
        return unit.text

    def join(self, draft: Draft, at: int, possessed: bool) -> int:
        """Return the unit after something that may stand inside an actor phrase, or `at` where the phrase ends."""
        if at >= len(self.units):
            return at
        unit = self.units[at]
        if unit.mark == "." and draft.names and len(self.units[at - 1].text) == 1 and self.units[at - 1].cap:
            return at + 1 if self.element(at + 1) in {"name", "person"} else at  # tr "Christopher A. Wray'e"
        has_head = bool(draft.roles or draft.orgs)
        if unit.mark in "-‐‑–·・" and unit.mark and self.tight(at):
            if at + 1 < len(self.units) and (
                self.element(at + 1) == "name" or (draft.names and self.units[at + 1].unknown)
            ):
                if self.element(at + 1) != "name":
                    draft.names.append(self.units[at + 1].text)
                    return at + 2
                return at + 1
            return at + 1 if self.element(at + 1) else at
        if self.facts.heads_last and unit.number and has_bare_body(draft) and self.element(at + 1) == "role":
            return at + 1  # ko "유럽연합 27개 회원국 정상들": the leaders of the 27 members of the union
        if unit.has("possmark"):
            after = self.openers_inside(at + 1)
            joins = self.element(after) in {"role", "org", "person"} and not self.is_verb(after)
            return after if joins else at
        if unit.has("link"):
            return self.join_link(draft, at, unit, has_head)
        if unit.mark in "(（" and unit.mark:
            return self.bracket(at)
        if (
            unit.mark == ","
            and (draft.names or draft.persons)
            and at + 2 < len(self.units)
            and self.units[at + 1].number
        ):
            return at + 3 if self.units[at + 2].mark == "," else at
        if self.modifies(at) and self.element(at + 1) and has_head:
            return at + 1
        if unit.has_any(INSIDE) or (unit.has("quant") and possessed):
            after = self.openers_inside(at)
            if unit.has("honorific"):
                return at + 1
            if self.after_joins and unit.has("mod") and has_head and self.of_follows(at + 1):
                return at + 1  # he: "המשטרה הפדרלית של מקסיקו" = the federal police of Mexico
            return after if self.element(after) and not self.is_verb(after) else at
        if self.after_joins and unit.has("det") and has_head and self.own_country(at):
            draft.possessive = draft.possessive or "it"
            return at + 2  # fa: "وزیر خارجه این کشور" = its foreign minister
        if unit.unknown and not unit.cap and self.after_joins and draft.roles and self.of_follows(at + 1):
            return at + 1  # es: "presidente interino de Venezuela"
        if (draft.names or draft.persons) and (inside := self.inside_name(draft, at)) > at:
            return inside
        if unit.unknown and not unit.cap and self.facts.capitals:
            return self.skip_unknown(draft, at)
        return at

    def own_country(self, at: int) -> bool:
        """Tell whether "this country" stands here: the one spoken of."""
        if self.facts.order != "sov" or at + 1 >= len(self.units) or self.units[at].concept("det") != "definite":
            return False
        after = self.units[at + 1]
        state = any(m.concept == "state" for m, _ in after.readings.get("role", ()))
        return state and "plural" not in after.readings["role"][0][1]

    def inside_name(self, draft: Draft, at: int) -> int:
        """Return the unit after a small word or an initial's stop inside a name ("Walid al-Moualem", "Paul D. Ryan")."""
        unit = self.units[at]
        if unit.mark == "." and draft.names and len(draft.names[-1]) == 1 and self.element(at + 1) == "name":
            return at + 1
        if unit.text.lower() not in self.facts.name_joiners or not draft.names:
            return at
        hyphen = at + 2 < len(self.units) and self.units[at + 1].mark in {"-", "‐", "‑"} and self.tight(at + 1)
        after = at + 2 if hyphen else at + 1
        return after if self.element(after) == "name" else at

    def of_follows(self, at: int) -> bool:
        """Tell whether "of" and an element of an actor phrase stand here."""
        if at + 1 >= len(self.units) or not self.units[at].has("link"):
            return False
        return "of" in self.units[at].readings.links and bool(self.element(self.openers_inside(at + 1)))

    def join_link(self, draft: Draft, at: int, unit: Unit, has_head: bool) -> int:
        links, before = unit.readings.links, unit.readings.before
        after = self.openers_inside(at + 1)
        kind = self.element(after)
        if not kind or self.is_verb(after):
            return at
        if not before:
            return after if "of" in links and kind in {"role", "org", "person", "name"} else at
        if "of" in links and has_head and kind != "name":
            return after
        placed = "in" in links and not links & {"to", "against", "with", "on"}
        if (
            placed
            and draft.roles
            and not draft.names
            and not draft.persons
            and kind in {"country", "place", "seat", "nationality", "role", "org"}
        ):
            return after if not draft.countries else at
        return at

    def openers_inside(self, at: int) -> int:
        look = at
        while look < len(self.units) and look < at + 4:
            unit = self.units[look]
            if self.element(look) or not unit.has_any(OPENERS):
                break
            look += 1
        if self.before_joins and look < len(self.units) and self.units[look].unknown and not self.units[look].cap:
            for skip in (1, 2):
                if self.element(look + skip) in {"role", "org"} and not self.is_verb(look + skip):
                    return look + skip
                if look + skip < len(self.units) and not self.units[look + skip].unknown:
                    break
        return look

    def skip_unknown(self, draft: Draft, at: int) -> int:
        """Skip one or two unknown words between the parts of one phrase ("US special envoy", "pejabat tinggi AS")."""
        for skip in (1, 2):
            kind = self.element(at + skip)
            if kind and not self.is_verb(at + skip):
                if (
                    self.before_joins
                    and kind in {"role", "org"}
                    and not draft.roles
                    and not draft.persons
                    and not draft.names
                ):
                    return at + skip
                if (
                    self.after_joins
                    and draft.roles
                    and not draft.countries
                    and not draft.names
                    and kind in {"country", "nationality"}
                ):
                    return at + skip
                return at
            if at + skip >= len(self.units) or not self.units[at + skip].unknown or self.units[at + skip].cap:
                return at
        return at

    def bracket(self, at: int) -> int:
        for close in range(at + 2, min(at + 6, len(self.units))):
            if self.units[close].mark in ")）" and self.units[close].mark:
                return close + 1
        return at

    def modifies(self, at: int) -> bool:
        """Tell whether a verb made a noun qualifies the owned noun after it (tr "savunma bakanı")."""
        if self.facts.bare_negative != "noun" or at + 1 >= len(self.units):
            return False
        verbs, following = self.units[at].readings.get("verb"), self.units[at + 1]
        if not verbs or not all({"infinitive", "nominal"} <= f for _, f in verbs):
            return False
        if " " in self.units[at].text or following.has("verb"):
            return False
        headed = [(k, m.concept, f) for k in ("role", "noun", "thing") for m, f in following.readings.get(k, ())]
        return any("poss" in f and (k == "role" or concept in EXERCISES) for k, concept, f in headed)

    def tight(self, at: int) -> bool:
        start, end = self.units[at].start, self.units[at].end
        return (
            start > 0 and not self.text[start - 1].isspace() and end < len(self.text) and not self.text[end].isspace()
        )

    def owned_compound(self, draft: Draft, cased: Feats, at: int) -> bool:
        """Tell whether a bare country stands before a noun that is marked as somebody's (tr "Ukrayna gemisi")."""
        if self.facts.order != "sov" or cased != {"nom"} or draft.roles or not (draft.countries or draft.orgs):
            return False
        noun = self.units[at]
        further = self.units[at + 1] if at + 1 < len(self.units) else None
        if further is not None and (further.has("thing") or further.has("noun")) and not self.is_verb(at + 1):
            if not any("poss" in f for k in ("noun", "thing") for _, f in noun.readings.get(k, ())):
                at, noun = at + 1, further  # "ABD savaş gemisi": the owned noun stands one further on
        feats = frozenset().union(*(f for k in ("noun", "thing") for _, f in noun.readings.get(k, ())))
        placed = at + 1 < len(self.units) and self.units[at + 1].has("link")  # "Guatemala sınırı yakınında"
        return "poss" in feats and ("acc" not in feats or placed or noun.text.endswith(OWNED))

    def verb_ahead(self, at: int) -> bool:
        """Tell whether a verb stands at `at` or behind a word or two that may stand before it."""
        for look in range(at, min(at + 3, len(self.units))):
            unit = self.units[look]
            if self.is_verb(look):
                return True
            if not ((unit.unknown and not unit.cap) or unit.has_any(frozenset({"aux", "neg", "sequence"}))):
                return False
        return False

    def qualifies(self, item: Item, draft: Draft, after: int) -> None:
        """Decide whether the phrase only qualifies what follows: "Russian energy", "US sanctions", "Chinese exports"."""
        if after >= len(self.units) or draft.names or not self.before_joins or item.feats & CLOSERS:
            return
        if draft.persons and draft.roles:
            return
        while self.facts.order == "sov" and self.units[after].has("mod") and not self.units[after].has_any(THINGS):
            if after + 1 >= len(self.units):
                break
            after += 1  # ko "중국 주요 수출품" = China's main exports
        unit = self.units[after]
        nominal = unit.has_any(THINGS) and not self.is_verb(after)
        if nominal and unit.has("aux") and self.verb_ahead(after + 1):
            nominal = False  # "France will immediately withdraw": no will of France's
        cased = item.feats & CASES
        if cased and "gen" not in cased and not draft.demonym and not self.owned_compound(draft, cased, after):
            return  # ru: "пригрозил Ирану санкциями": only a genitive owns
        adjective_only = draft.demonym and not draft.roles and not draft.orgs
        unknown = unit.unknown and not unit.cap and adjective_only
        hyphen = unit.mark in "-‐‑" and bool(unit.mark) and self.tight(after)
        if nominal or unknown or hyphen:
            item.owner = True
            item.links = frozenset({"poss"})
