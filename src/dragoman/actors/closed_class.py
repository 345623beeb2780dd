"""Decide what a word of a closed class does here; several classes may share it ("that", "after", "as")."""

from dragoman.actors.chunking import Chunking
from dragoman.actors.lookahead import Lookahead
from dragoman.text.units import Unit

FUNCTIONS = ("comp", "rel", "sub", "coord", "contrast", "neg", "aux", "source", "response", "sequence")
SOMEBODY = frozenset({"country", "seat", "org", "person", "role", "name", "people", "nationality"})
CLAUSE_JOINERS = frozenset({"coord", "contrast"})
CAPITALISED = frozenset({"role", "org", "country", "seat"})
CARRYING_ACTS = (
    "say", "report", "announce", "confirm", "reveal", "write", "stress", "argue", "answer", "think", "hope", "expect",
    "fear", "know", "agree", "promise", "offer", "plan", "propose", "request", "demand", "urge", "call-for", "order",
    "accuse", "blame", "allege", "criticise", "complain", "suspect", "deny", "threaten", "warn",
)  # fmt: skip
"""Acts whose nouns open what is said: of others a clause only tells more ("la reunión que se celebró")."""
QUOTES = frozenset("\"'‘’“”„‚«»")
NOUNS = frozenset({"thing", "noun"})
CARRYING_NOUNS = ("accusation", "statement", "warning", "threat", "demand-thing", "evidence")


class ClosedClass:
    """Settles the words of closed classes in one sentence."""

    def __init__(self, chunking: Chunking, ahead: Lookahead) -> None:
        self.units, self.facts, self.items, self.names = (
            chunking.units, chunking.facts, chunking.items, chunking.elements.names,
        )  # fmt: skip
        self.element = chunking.elements.element
        self.title_case, self.ahead = chunking.title_case, ahead

    def sorts(self, at: int) -> list[str]:
        """List what a word may do here, the likeliest first."""
        unit = self.units[at]
        sorts = [kind for kind in FUNCTIONS if unit.has(kind)]
        if "aux" in sorts and self._is_named(at):
            sorts.remove("aux")
        if "comp" in sorts and ("rel" in sorts or unit.has("det")):
            set_off = "rel" in sorts and (self._after_noun_and_comma() or self._stands_for_subject(at, unit))
            if not set_off and self._after_carrier():
                return ["comp"]
            sorts.remove("comp")
        if "rel" in sorts and (unit.has("det") or unit.has("pron") or unit.has("poss")) and not self._describes():
            sorts.remove("rel")
        if "comp" in sorts and "sub" in sorts and self.facts.order == "sov" and self._comma_follows(at):
            sorts.remove("comp")  # ja "揶揄したことで、…": because; "停止することで合意した": on halting
        if "sub" in sorts and not self._opens_clause(at, unit):
            sorts.remove("sub")
        if sorts == ["sequence"] and unit.has("link") and not self.ahead.clause_follows(at + 1):
            return []
        if "coord" in sorts and unit.has("link") and self._accompanies(at):
            return [s for s in sorts if s not in {"coord", "comp"}]
        if "coord" in sorts and unit.has("link") and not unit.has("comp"):
            sorts = ["coord", *[s for s in sorts if s != "coord"]]
        return sorts

    def _accompanies(self, at: int) -> bool:
        """Tell whether "and" means "with" here: behind a verb, or between a deed or thing and somebody.

        sw "mazungumzo na Iran" = talks with Iran, "makubaliano mapya na China" = a new agreement with China.
        """
        if not self.facts.affixed("companion", self.units[at].text.lower()) or not self.items:
            return False
        last = self.items[-1]
        if last.kind == "gap" and last.sort == "unknown" and not last.text[0].isupper() and len(self.items) > 1:
            last = self.items[-2]
        deed = last.kind == "np" and last.sort in {"act", "thing"}
        return last.kind == "verb" or (deed and self.element(at + 1) in SOMEBODY)

    def _is_named(self, at: int) -> bool:
        """Tell whether a capital shows that what may be an auxiliary is a name (es "el Estado", en "May said")."""
        unit = self.units[at]
        if not unit.cap or not self.facts.capitals:
            return False
        if at and not self.title_case and unit.has_any(CAPITALISED):
            return True
        if at and self.facts.noun_capitals and unit.has_any(NOUNS) and not self.units[at - 1].mark:
            return True  # de "chinesische Waren": goods, not "were"
        return unit.has("person") and bool(at or self.names.opens_clause(at))

    def _describes(self) -> bool:
        """Tell whether a noun stands before, which a relative clause may describe."""
        before = self.items[-1] if self.items else None
        if before is None:
            return False
        comma = before.sort == "comma" and len(self.items) > 1
        return before.kind == "np" or (comma and self.items[-2].kind == "np")

    def _opens_clause(self, at: int, unit: Unit) -> bool:
        """Tell whether a subordinating conjunction opens a clause here and is no other word."""
        last = self.items[-1] if self.items else None
        if unit.has("link") and not self.ahead.clause_follows(at + 1):
            return False
        if unit.has("link") and self.facts.order == "v2" and self._quotes(at + 1):
            return False  # nl "wees de kritiek als 'ongegrond' van de hand": as, not "if"
        if unit.has("link") and self.facts.clause_commas and self._runs_on(at):
            return False  # de "wurde als Geisel genommen": as a hostage, not "when"
        if unit.has("link") and self.facts.order == "sov" and last is not None and last.kind == "np":
            return False  # tr "ülke için": for the country; only after a verb does it open a clause
        if unit.has("former") and at + 1 < len(self.units) and self.units[at + 1].has("role"):
            return False  # ko "전 대통령": the former president, not "before"
        # he: "הבטיח לו" = promised him, not "if"
        return not (unit.has("pron") and last is not None and last.kind == "verb")

    def _quotes(self, at: int) -> bool:
        """Tell whether a quotation mark stands at a place."""
        return at < len(self.units) and self.units[at].mark in QUOTES

    def _runs_on(self, at: int) -> bool:
        """Tell whether no mark, conjunction or beginning stands right before a word."""
        before = self.units[at - 1] if at else None
        return before is not None and not before.mark and not before.has_any(CLAUSE_JOINERS)

    def _after_carrier(self) -> bool:
        """Tell whether a verb that carries a clause stands shortly before, with at most its addressee between."""
        for item in reversed(self.items[-5:]):
            if item.kind == "verb":
                return True
            if item.kind == "np" and item.sort in {"act", "thing"}:
                return any(item.means(c) for c in (CARRYING_ACTS if item.sort == "act" else CARRYING_NOUNS))
            if item.kind == "fn" and item.sort in {"comp", "rel", "sub", "break"}:
                return False
            if item.kind == "gap" and item is self.items[-1] and item.sort == "unknown":
                return True
        return not self.items

    def _after_noun_and_comma(self) -> bool:
        """Tell whether a noun and a comma stand before: what follows describes it (es: "el ataque, que dejó …")."""
        return len(self.items) > 1 and self.items[-1].sort == "comma" and self.items[-2].kind == "np"

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

    def _stands_for_subject(self, at: int, unit: Unit) -> bool:
        """Tell whether a noun is followed by a relative that is itself the subject ("sanctions that had been lifted")."""
        if "rel" not in unit.readings or self.facts.drop_subject or self.facts.order not in {"svo", "v2"}:
            return False
        following = self.units[at + 1] if at + 1 < len(self.units) else None
        noun = bool(self.items) and self.items[-1].kind == "np"
        return noun and following is not None and following.has("aux") and not following.has("pron")

    def _comma_follows(self, at: int) -> bool:
        return at + 1 < len(self.units) and self.units[at + 1].mark in {",", "、"}
