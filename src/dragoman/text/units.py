"""Read a sentence into units: the words and phrases of the lexicon, unknown words, numbers and marks, in order."""

from collections.abc import Mapping

from dragoman.packs.lexicon import NONE, Feats, Lexicon, Meaning
from dragoman.packs.split import token_spans
from dragoman.packs.world import PlaceName
from dragoman.text.han import transcribed

PLACE_WORDS = 3
SMALL_TOWN, METROPOLIS = 80_000, 1_000_000
MEMO = 100_000
FUNCTIONS = frozenset({"comp", "rel", "sub", "coord", "contrast", "neg", "aux", "source", "response", "sequence"})
ELEMENTS = ("person", "org", "media", "country", "seat", "people", "nationality", "role", "place")
PLURAL: Feats = frozenset({"plural"})

UNREAD, SIGN = 3.0, 0.1
"""What it costs to leave a character or a mark of an unspaced script unread; a word costs one, a known mark nothing."""
SLIGHT = frozenset({"opaque", "abbreviation", "quant", "thing", "mod", "former", "title", "honorific"})

OPENING, CLOSING = "“«„「『‹《〈", "”»」』›》〉"
BEFORE_NOUNS = frozenset({"ins", "as", "definite"})
NAME_KINDS = frozenset(
    {"country", "nationality", "people", "seat", "person", "org", "media", "place", "instrument", "abbreviation"}
)


class Readings(dict[str, list[tuple[Meaning, Feats]]]):
    """What a word may mean, by kind; shared between all its occurrences and never changed after `settled`.

    `functional`: some kind is one of closed-class words; `element`: the kind under which it may stand in an actor phrase.
    """

    __slots__ = ("element", "functional")

    def settled(self) -> "Readings":
        """Work out what is asked of every occurrence."""
        self.functional = not FUNCTIONS.isdisjoint(self)
        self.element = next((kind for kind in ELEMENTS if kind in self), "")
        return self


UNKNOWN = Readings().settled()
CONTINUES = Readings().settled()


class Unit:
    """A word or phrase of the text with everything it may mean. `readings` maps a kind to (meaning, features).

    `cap`: it begins with a capital; `mark`: the sign itself where it is one; `number`: written in digits; `unknown`: a word
    without any reading; `guess`: features guessed from its ending.
    """

    __slots__ = ("cap", "end", "guess", "mark", "number", "readings", "start", "text", "unknown")

    def __init__(self, start: int, end: int, text: str, readings: Readings) -> None:
        self.start, self.end, self.text, self.readings = start, end, text, readings
        self.guess: Feats = NONE
        first = text[0]
        self.cap = first.isupper()
        self.mark = text if len(text) == 1 and not first.isalnum() else ""
        self.number = first.isdigit()
        self.unknown = not readings and not self.mark

    def has(self, kind: str) -> bool:
        """Tell whether the unit may be of a kind."""
        return kind in self.readings

    def has_any(self, kinds: frozenset[str]) -> bool:
        """Tell whether the unit may be of one of some kinds."""
        return not kinds.isdisjoint(self.readings)

    def concept(self, kind: str) -> str:
        """Return the first concept of a kind, or ""."""
        found = self.readings.get(kind)
        return found[0][0].concept if found else ""

    def __repr__(self) -> str:
        return f"<{self.text} {'/'.join(self.readings)}>"


Token = tuple[int, int, tuple[tuple[int, Feats], ...]]


class Reader:
    """Reads text with one lexicon and a gazetteer. Holds the pattern matcher of unspaced scripts, built when needed."""

    def __init__(self, lexicon: Lexicon, places: Mapping[str, PlaceName] | None = None) -> None:
        self.lexicon = lexicon
        self.places = places if places is not None else {}
        self._single: dict[tuple[tuple[int, Feats], ...], Readings | None] = {}
        self._read: dict[tuple[tuple[int, tuple[Feats, ...]], ...], Readings] = {}
        self._patterns: list[str] | None = None
        self._matcher: object | None = None

    def __reduce__(self) -> tuple[type["Reader"], tuple[Lexicon, Mapping[str, PlaceName]]]:
        return (Reader, (self.lexicon, self.places))

    def units(self, text: str, start: int, end: int) -> list[Unit]:
        """Read `text[start:end]`; offsets are those of `text`."""
        tokens = self._spaced(text, start, end) if self.lexicon.facts.spaced else self._unspaced(text, start, end)
        return self._phrases(text, tokens)

    def _spaced(self, text: str, start: int, end: int) -> list[Token]:
        pieces, tokens = self.lexicon.pieces, []
        for a, b in token_spans(text, start, end):
            if b - a == 1 and not text[a].isalnum():
                tokens.append((a, b, self.lexicon.pieces(text[a])[0].components))
                continue
            for piece in pieces(text[a:b]):
                tokens.append((a + piece.start, a + piece.end, piece.components))
        return _without_doubling(text, tokens) if self.lexicon.facts.reduplication else tokens

    def _unspaced(self, text: str, start: int, end: int) -> list[Token]:
        folded = self.lexicon.fold(text[start:end])
        tokens: list[Token] = []
        at = 0
        for begin, stop, reach, pattern in self._segments(folded):
            if _inside_cluster(folded, begin, stop):
                continue
            if begin > at:
                tokens += self._between(text, start + at, start + begin)
            components: dict[int, Feats] = dict(self.lexicon.forms.get(pattern, {})) if reach == stop else {}
            if reach == stop:
                for key, feats in self.lexicon.exact.get(text[start + begin : start + stop], {}).items():
                    components[key] = feats
            for component, feats, chain in self.lexicon.stems.get(pattern, ()):
                after, more = self.lexicon.longest_chain(chain, folded, stop) if reach > stop else (stop, NONE)
                if after == reach:
                    components[component] = components.get(component, NONE) | feats | more
            tokens.append((start + begin, start + reach, tuple(components.items())))
            at = reach
        if start + at < end:
            tokens += self._between(text, start + at, end)
        return self._names_whole(text, tokens)

    def _segments(self, folded: str) -> list[tuple[int, int, int, str]]:
        """Cut text into words so that least is left unread, with the fewest words, the longer first.

        Each word is where it begins, where its entry stops, where its chain of suffixes reaches, and the entry.
        """
        size = len(folded)
        starting: list[list[tuple[int, int, str]]] = [[] for _ in range(size)]
        for begin, stop, pattern in self._matches(folded):
            first, last = folded[begin], folded[stop - 1]
            if first.isascii() and first.isalnum():
                inside = begin > 0 and folded[begin - 1].isascii() and folded[begin - 1].isalnum()
                beyond = stop < size and last.isascii() and folded[stop].isascii() and folded[stop].isalnum()
                if inside or beyond:
                    continue
            if _inside_katakana(folded, begin, stop):
                continue
            starting[begin].append((stop, stop, pattern))
            for _, _, chain in self.lexicon.stems.get(pattern, ()):
                after, _ = self.lexicon.longest_chain(chain, folded, stop)
                if after > stop and (stop, after, pattern) not in starting[begin]:
                    starting[begin].append((stop, after, pattern))
        cost = [0.0] * (size + 1)
        chosen: list[tuple[int, int, str] | None] = [None] * size
        for at in range(size - 1, -1, -1):
            sign = not folded[at].isalnum()
            best, taken = cost[at + 1] + (SIGN if sign else UNREAD), None
            for word in sorted(starting[at], key=lambda w: -w[1]):
                price = cost[word[1]] + (1.0 if word[1] - at > 1 or not sign else 0.0)
                if price < best:
                    best, taken = price, word
            cost[at], chosen[at] = best, taken
        found, at = [], 0
        while at < size:
            cut = chosen[at]
            if cut is not None:
                found.append((at, *cut))
            at = at + 1 if cut is None else cut[1]
        return found

    def _matches(self, folded: str) -> list[tuple[int, int, str]]:
        import ahocorasick_rs

        if self._matcher is None:
            exact = {self.lexicon.fold(k) for k in self.lexicon.exact}
            self._patterns = sorted({*self.lexicon.forms, *self.lexicon.stems, *exact} - {""})
            self._matcher = ahocorasick_rs.AhoCorasick(self._patterns)
        patterns = self._patterns or []
        found = self._matcher.find_matches_as_indexes(folded, overlapping=True)  # type: ignore[attr-defined]
        return [(a, b, patterns[i]) for i, a, b in found]

    def _names_whole(self, text: str, tokens: list[Token]) -> list[Token]:
        """Give back to a foreign name written in Han characters the short words that were found inside it (约 in 约翰逊)."""
        if self.lexicon.facts.script != "han":
            return tokens
        joined: list[Token] = []
        at = 0
        while at < len(tokens):
            end = at
            while (
                end < len(tokens)
                and self._sounds(text, tokens[end])
                and (end == at or tokens[end - 1][1] == tokens[end][0])
            ):
                end += 1
            if end > at + 1 and not all(token[2] for token in tokens[at:end]):
                joined.append((tokens[at][0], tokens[end - 1][1], ()))
            else:
                joined += tokens[at : max(end, at + 1)]
            at = max(end, at + 1)
        return joined

    def _sounds(self, text: str, token: Token) -> bool:
        return transcribed(text[token[0] : token[1]]) and (not token[2] or self._may_be_part(text, token))

    def _may_be_part(self, text: str, token: Token) -> bool:
        """Tell whether a word is so short and so slight that it may be part of a name it stands in."""
        if token[1] - token[0] > 2:
            return False
        alone = self._alone(token[2])
        return alone is not None and alone is not CONTINUES and set(alone) <= SLIGHT

    def _between(self, text: str, start: int, end: int) -> list[Token]:
        """Split unknown text of an unspaced script where the kind of letter changes."""
        tokens: list[Token] = []
        run = start
        for at in range(start, end):
            kind = _letter_kind(text[at])
            if at > run and (kind != _letter_kind(text[run]) or kind == "mark"):
                if _letter_kind(text[run]) != "space":
                    tokens.append((run, at, ()))
                run = at
        if run < end and _letter_kind(text[run]) != "space":
            tokens.append((run, end, ()))
        return tokens

    def _phrases(self, text: str, tokens: list[Token]) -> list[Unit]:
        """Join tokens into the longest phrases of the lexicon, from the left."""
        trie, ends = self.lexicon.trie, self.lexicon.ends
        guessing = "noun" in self.lexicon.chains and self.lexicon.facts.spaced
        units: list[Unit] = []
        at, size = 0, len(tokens)
        while at < size:
            alone = self._alone(tokens[at][2])
            if alone is not None and alone is not CONTINUES:
                units.append(Unit(tokens[at][0], tokens[at][1], text[tokens[at][0] : tokens[at][1]], alone))
                at += 1
                continue
            paths: list[tuple[int, tuple[Feats, ...]]] = [(0, ())] if alone is CONTINUES else []
            best: tuple[int, list[tuple[int, tuple[Feats, ...]]]] | None = None
            look, helped = at, None
            while paths and look < size:
                components = tokens[look][2]
                if not components:
                    break
                if helped is None and look > at and self._helps(components, paths):
                    helped, look = look, look + 1
                    continue
                following: list[tuple[int, tuple[Feats, ...]]] = []
                for node, feats in paths:
                    branches = trie[node]
                    for component, more in components:
                        reached = branches.get(component)
                        if reached is not None:
                            following.append((reached, (*feats, more)))
                look += 1
                paths = following
                found = [(node, feats) for node, feats in paths if node in ends]
                if found:
                    best = (look, found)
            if (
                best is None
                and tokens[at][2]
                and (parts := self.lexicon.parts(text[tokens[at][0] : tokens[at][1]]))
                and parts[0].components != tokens[at][2]
            ):
                base = tokens[at][0]
                tokens[at : at + 1] = [(base + p.start, base + p.end, p.components) for p in parts]
                size = len(tokens)
                continue
            if best is None:
                start, end, _ = tokens[at]
                placed = self._place(text, tokens, at)
                if placed is not None:
                    units.append(placed[0])
                    at = placed[1]
                    continue
                unit = Unit(start, end, text[start:end], UNKNOWN)
                if guessing and not unit.mark:
                    unit.guess = self.lexicon.guess(unit.text)
                units.append(unit)
                at += 1
                continue
            if helped is not None and helped < best[0] - 1:
                start, end, components = tokens[helped]
                helping: list[tuple[int, tuple[Feats, ...]]] = [
                    (trie[0][c], (f,)) for c, f in components if trie[0].get(c) in ends
                ]
                units.append(self._unit(text, start, end, helping))
            units.append(self._unit(text, tokens[at][0], tokens[best[0] - 1][1], best[1]))
            at = best[0]
        return _without_crumbs(units, text) if self.lexicon.facts.script == "thai" else units

    def _helps(self, components: tuple[tuple[int, Feats], ...], paths: list[tuple[int, tuple[Feats, ...]]]) -> bool:
        """Tell whether a helping verb or a negator stands inside a compound verb (fa "اعزام خواهد کرد" = will send)."""
        facts, lexicon = self.lexicon.facts, self.lexicon
        if facts.order != "sov" or facts.complements != "after":
            return False
        inside = {"aux", "neg"} if facts.qualifier == "after" else {"neg"}  # ur: "گرفتار نہیں کیا" = did not arrest
        helping = any(inside & lexicon.kinds(c) and "past" not in f for c, f in components)
        return helping and not any(c in lexicon.trie[node] for node, _ in paths for c, _ in components)

    def _place(self, text: str, tokens: list[Token], at: int) -> tuple[Unit, int] | None:
        """Look the longest run of unknown capitalised words from `at` up in the gazetteer."""
        start = tokens[at][0]
        if not text[start].isalpha() or (self.lexicon.facts.capitals and not text[start].isupper()):
            return None
        for size in range(min(PLACE_WORDS, len(tokens) - at), 0, -1):
            end = tokens[at + size - 1][1]
            found = self.places.get(text[start:end])
            if found is not None and not (size == 1 and self._part_of_name(text, tokens, at, found)):
                meaning = Meaning("place", found.country, text[start:end])
                return Unit(start, end, text[start:end], Readings(place=[(meaning, NONE)]).settled()), at + size
        return None

    def _part_of_name(self, text: str, tokens: list[Token], at: int, place: PlaceName) -> bool:
        """Tell whether a town's name may well be a person's here: a small town, or a capitalised stranger beside it."""
        if place.kind != "city" or not self.lexicon.facts.capitals:
            return False
        beside = [tokens[i] for i in (at - 1, at + 1) if 0 <= i < len(tokens)]
        strangers = [t for t in beside if text[t[0]].isupper() and not t[2] and text[t[0] : t[1]] not in self.places]
        if place.population < SMALL_TOWN and any(text[t[0]].isupper() for t in beside):
            return True
        return bool(strangers) and place.population < METROPOLIS

    def _alone(self, components: tuple[tuple[int, Feats], ...]) -> "Readings | None":
        """Return what a token means by itself, CONTINUES where it may begin a phrase, None where it means nothing."""
        if not components:
            return None
        if components not in self._single:
            trie, ends = self.lexicon.trie, self.lexicon.ends
            reached = [(node, (feats,)) for c, feats in components if (node := trie[0].get(c)) is not None]
            found = [(node, feats) for node, feats in reached if node in ends]
            if any(trie[node] for node, _ in reached):
                self._single[components] = CONTINUES
            else:
                self._single[components] = self._readings(tuple(found)) if found else None
        return self._single[components]

    def _readings(self, found: tuple[tuple[int, tuple[Feats, ...]], ...]) -> "Readings":
        known = self._read.get(found)
        if known is None:
            known = Readings()
            for node, feats in found:
                for meaning_id, head in self.lexicon.ends[node]:
                    meaning = self.lexicon.meanings[meaning_id]
                    own = feats[head] if head < len(feats) else NONE
                    if (
                        meaning.kind == "verb"
                        and own & BEFORE_NOUNS
                        or meaning.kind != "verb"
                        and "future" in own
                        and self.lexicon.prefixes
                    ):
                        continue  # a glued preposition or article stands before no verb, a glued future before no noun
                    if meaning.kind in NAME_KINDS and len(feats) > 1:
                        own = _agreed(feats)
                    known.setdefault(meaning.kind, []).append((meaning, own | meaning.features))
            if len(self._read) > MEMO:
                self._read.clear()
                self._single.clear()
            self._read[found] = known.settled()
        return known

    def _unit(self, text: str, start: int, end: int, found: list[tuple[int, tuple[Feats, ...]]]) -> Unit:
        return Unit(start, end, text[start:end], self._readings(tuple(found)))


def _agreed(feats: tuple[Feats, ...]) -> Feats:
    """Return the features that the words of a name share; those of the first where they share none."""
    told = [f for f in feats if f]
    if not told:
        return NONE
    return frozenset.intersection(*told) or told[0]


def _without_doubling(text: str, tokens: list[Token]) -> list[Token]:
    """Take a word said twice with a hyphen as its plural (id: pejabat-pejabat = officials)."""
    joined: list[Token] = []
    at = 0
    while at < len(tokens):
        start, end, components = tokens[at]
        if at + 2 < len(tokens) and text[end : end + 1] == "-" and tokens[at + 1][1] == end + 1 == tokens[at + 2][0]:
            again = tokens[at + 2]
            if text[start:end].lower() == text[again[0] : again[1]].lower()[: end - start] and components:
                joined.append((start, again[1], tuple((c, f | PLURAL) for c, f in components)))
                at += 3
                continue
        joined.append(tokens[at])
        at += 1
    return joined


def _inside_katakana(text: str, begin: int, stop: int) -> bool:
    """Tell whether a match cuts a run of katakana (タイ in タイトル is no Thailand)."""
    before = begin > 0 and "ァ" <= text[begin] <= "ヺ" and ("ァ" <= text[begin - 1] <= "ヺ" or text[begin - 1] == "ー")
    return before or (stop < len(text) and "ァ" <= text[stop - 1] <= "ー" and "ァ" <= text[stop] <= "ー")


_THAI_ABOVE = frozenset(
    "\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e3a\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e4d\u0e4e\u0e33\u0e30\u0e32\u0e45"
)
_THAI_LEADING = frozenset("เแโใไ")


def _without_crumbs(units: list[Unit], text: str) -> list[Unit]:
    """Join an unknown stretch with words of no meaning that touch it: together they are one unknown word or a name."""
    joined: list[Unit] = []
    at = 0
    while at < len(units):
        end = at
        strange = False
        while end < len(units) and (end == at or units[end - 1].end == units[end].start):
            unit = units[end]
            thai = "\u0e01" <= unit.text[0] <= "\u0e4e"
            if not thai or not (unit.unknown or set(unit.readings) == {"opaque"}):
                break
            strange = strange or unit.unknown
            end += 1
        if end > at + 1 and strange:
            start, stop = units[at].start, units[end - 1].end
            joined.append(Unit(start, stop, text[start:stop], UNKNOWN))
            at = end
            continue
        joined.append(units[at])
        at += 1
    return joined


def _inside_cluster(text: str, begin: int, stop: int) -> bool:
    """Tell whether a match begins or ends inside a syllable of Thai: before a vowel sign or after a leading vowel."""
    if begin < len(text) and text[begin] in _THAI_ABOVE:
        return True
    if stop < len(text) and text[stop] in _THAI_ABOVE:
        return True
    return begin > 0 and text[begin - 1] in _THAI_LEADING


def _letter_kind(char: str) -> str:
    code = ord(char)
    if char.isspace():
        return "space"
    if 0x4E00 <= code <= 0x9FFF or 0x3400 <= code <= 0x4DBF or char == "々":
        return "han"
    if 0x30A0 <= code <= 0x30FF:
        return "katakana"
    if 0x3040 <= code <= 0x309F:
        return "hiragana"
    if char.isdigit():
        return "digit"
    if 0x0E01 <= code <= 0x0E3A or 0x0E40 <= code <= 0x0E4E:
        return "thai"
    return "letter" if char.isalpha() else "mark"
