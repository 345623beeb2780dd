"""Read a sentence into units: the words and phrases of the lexicon, unknown words, numbers and marks, in order."""

from collections.abc import Mapping, Sequence

from dragoman.packs.lexicon import NONE, Feats, Lexicon, Meaning
from dragoman.packs.split import token_spans
from dragoman.packs.world import PlaceName
from dragoman.records import TimeExpression
from dragoman.text.phrases import Phrases, Readings, Token, Word
from dragoman.text.unspaced import Cutter

PLACE_LETTERS = 4
"""The fewest letters of a place name that a preposition may be glued to."""
GOVERNING = frozenset({"ins", "dat", "abl"})
PLACE_WORDS = 3
SMALL_TOWN, LISTED_TOWN, METROPOLIS = 80_000, 100_000, 1_000_000
MEMO = 100_000
PLURAL: Feats = frozenset({"plural"})
OPAQUE = frozenset({"opaque"})

OPENING, CLOSING = "“«„‚「『‹《〈", "”»」』›》〉"

UNKNOWN = Readings().settled()


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

    def concepts(self, kind: str) -> str:
        """Return all concepts of a kind, parted by spaces."""
        return " ".join(dict.fromkeys(meaning.concept for meaning, _ in self.readings.get(kind, ())))

    def __repr__(self) -> str:
        return f"<{self.text} {'/'.join(self.readings)}>"


class Reader:
    """Reads text with one lexicon and a gazetteer, and remembers the words it has met."""

    def __init__(self, lexicon: Lexicon, places: Mapping[str, PlaceName] | None = None) -> None:
        self.lexicon = lexicon
        self.places = places if places is not None else {}
        self._guessing = "noun" in lexicon.chains and lexicon.facts.spaced
        self._forget()

    def __reduce__(self) -> tuple[type["Reader"], tuple[Lexicon, Mapping[str, PlaceName]]]:
        return (Reader, (self.lexicon, self.places))

    def _forget(self) -> None:
        self._phrases = Phrases(self.lexicon)
        self._cutter = None if self.lexicon.facts.spaced else Cutter(self.lexicon, self._phrases)
        self._written: dict[str, tuple[Token, ...]] = {}
        self._parted: dict[tuple[str, Word], tuple[Token, ...]] = {}
        self._made: dict[str, Readings | None] = {}

    def units(self, text: str, start: int, end: int, times: Sequence[TimeExpression] = ()) -> list[Unit]:
        """Read `text[start:end]`; offsets are those of `text`. A phrase may go on behind one of its `times`."""
        if self._phrases.steps + len(self._written) + len(self._made) > MEMO:
            self._forget()
        tokens = self._spaced(text, start, end) if self._cutter is None else self._cutter.cut(text, start, end)
        units = self._joined(text, tokens, times if self._cutter is None else ())
        return _without_crumbs(units, text) if self.lexicon.facts.script == "thai" else units

    def _spaced(self, text: str, start: int, end: int) -> list[Token]:
        written, tokens = self._written, []
        for a, b in token_spans(text, start, end):
            raw = text[a:b]
            for begin, stop, word in written.get(raw) or self._take_apart(raw):
                tokens.append((a + begin, a + stop, word))
        return self._without_doubling(text, tokens) if self.lexicon.facts.reduplication else tokens

    def _take_apart(self, raw: str) -> tuple[Token, ...]:
        """Take a written token apart into words, with their places in it, and remember them."""
        pieces = self.lexicon.pieces(raw)
        found = tuple((p.start, p.end, self._phrases.word(p.components)) for p in pieces)
        self._written[raw] = found
        return found

    def _without_doubling(self, text: str, tokens: list[Token]) -> list[Token]:
        """Take a word said twice with a hyphen as its plural (id: pejabat-pejabat = officials)."""
        joined: list[Token] = []
        at = 0
        while at < len(tokens):
            start, end, word = tokens[at]
            if (
                at + 2 < len(tokens)
                and text[end : end + 1] == "-"
                and tokens[at + 1][1] == end + 1 == tokens[at + 2][0]
            ):
                again = tokens[at + 2]
                if text[start:end].lower() == text[again[0] : again[1]].lower()[: end - start] and word.components:
                    plural = tuple((component, feats | PLURAL) for component, feats in word.components)
                    joined.append((start, again[1], self._phrases.word(plural)))
                    at += 3
                    continue
            joined.append(tokens[at])
            at += 1
        return joined

    def _joined(self, text: str, tokens: list[Token], times: Sequence[TimeExpression] = ()) -> list[Unit]:
        """Join tokens into the longest phrases of the lexicon, from the left."""
        units: list[Unit] = []
        inside = {t.span.start: t.span.end for t in times}
        capitals = self.lexicon.facts.capitals
        at = 0
        while at < len(tokens):
            start, end, word = tokens[at]
            if capitals and end - start == 1 and units and self._is_initial(text, tokens, at, units[-1]):
                last = units.pop()
                end = tokens[at + 1][1]
                units.append(Unit(last.start, end, text[last.start : end], UNKNOWN))
                at += 2
                continue
            if not word.components and end - start == 1 and not text[start].isalnum():
                units.append(Unit(start, end, text[start:end], UNKNOWN))  # a mark that begins nothing
                at += 1
                continue
            if (alone := word.alone) is not None:
                units.append(Unit(start, end, text[start:end], alone))
                at += 1
                continue
            phrase = self._phrases.longest(tokens, at, inside)
            if phrase is not None:
                readings, at, helped = phrase
                if helped is not None:
                    begin, stop, helping = tokens[helped]
                    means = helping.opening.readings if helping.opening is not None else None
                    units.append(Unit(begin, stop, text[begin:stop], means or UNKNOWN))
                end = tokens[at - 1][1]
                units.append(Unit(start, end, text[start:end], readings))
                continue
            if word.components and (parts := self._parts(text[start:end], word)):
                tokens[at : at + 1] = [(start + begin, start + stop, part) for begin, stop, part in parts]
                continue
            placed = self._place(text, tokens, at)
            if placed is not None:
                unit, at = placed
                units.append(unit)
                continue
            apart = self._country_apart(text[start:end]) if self.lexicon.facts.heads_last else 0
            if apart:  # ko 독일산업협회 = the German industry association
                first, second = (
                    self._first_word(text[start : start + apart]),
                    self._first_word(text[start + apart : end]),
                )
                tokens[at : at + 1] = [(start, start + apart, first), (start + apart, end, second)]
                continue
            unit = Unit(start, end, text[start:end], self._derived(text[start:end]) or UNKNOWN)
            if self._guessing and not unit.mark and unit.unknown:
                unit.guess = self.lexicon.guess(unit.text)
            units.append(unit)
            at += 1
        return units

    def _first_word(self, raw: str) -> Word:
        return self._phrases.word(self.lexicon.pieces(raw)[0].components)

    def _country_apart(self, word: str) -> int:
        """Tell where the name of a country ends that an unknown compound begins with; 0 where it begins with none."""
        if self.lexicon.facts.capitals:
            return 0
        for cut in range(min(5, len(word) - 3), 1, -1):
            alone = self._first_word(word[:cut]).alone
            if alone is not None and "country" in alone and self.lexicon.headed(word[cut - 1 :]):
                return cut
        return 0

    def _derived(self, word: str) -> Readings | None:
        """Read an unknown word by what it is made with, and remember that; None where it is made with nothing known."""
        if word not in self._made:
            self._made[word] = self._made_with(word)
        return self._made[word]

    def _made_with(self, word: str) -> Readings | None:
        """Read a word as a verb of some noun, or as a compound that ends in a known noun."""
        facts = self.lexicon.facts
        if not (facts.verbalizers or facts.heads_last) or not word[0].isalpha():
            return None
        named = facts.capitals and word[0].isupper()
        feats = self.lexicon.verbalized(word) if facts.verbalizers and not named else None
        if feats is not None:
            return Readings(verb=[(Meaning("verb", "other", word), feats)]).settled()
        noun = (
            not facts.capitals or word[0].isupper() == facts.noun_capitals
        )  # nl "Hoofdman" is a name, "hoofdman" none
        components = self.lexicon.headed(word) if facts.heads_last and noun else ()
        opening = self._phrases.word(components).opening if components else None
        return opening.readings if opening is not None else None

    def _is_initial(self, text: str, tokens: list[Token], at: int, last: Unit) -> bool:
        """Tell whether a capital with a full stop is the middle of a name ("Christopher A. Wray"; fr "a" = has)."""
        start, end, _ = tokens[at]
        if end - start != 1 or not text[start].isupper() or not last.unknown or not last.text[0].isupper():
            return False
        if text[last.end : start] != " " or text[end : end + 2] != ". " or at + 2 >= len(tokens):
            return False
        after = tokens[at + 2][0]
        return after == end + 2 and text[after].isupper() and tokens[at + 1][1] == end + 1

    def _parts(self, raw: str, word: Word) -> tuple[Token, ...]:
        """Take a token that begins no phrase apart in another way than as that word; () where there is none."""
        known = self._parted.get((raw, word))
        if known is None:
            parts = self.lexicon.parts(raw)
            if parts and parts[0].components == word.components:
                parts = ()
            known = tuple((p.start, p.end, self._phrases.word(p.components)) for p in parts)
            self._parted[raw, word] = known
        return known

    def _place(self, text: str, tokens: list[Token], at: int) -> tuple[Unit, int] | None:
        """Look the longest run of unknown capitalised words from `at` up in the gazetteer."""
        start = tokens[at][0]
        if not text[start].isalpha() or (self.lexicon.facts.capitals and not text[start].isupper()):
            return None
        for size in range(min(PLACE_WORDS, len(tokens) - at), 0, -1):
            end = tokens[at + size - 1][1]
            bare, feats = self._without_particle(text[start:end])
            name = self._listed_place(bare)
            if name is None:
                continue
            place = self.places[name]
            if not (size == 1 and self._part_of_name(text, tokens, at, place)):
                readings = Readings(place=[(Meaning("place", place.country, name), feats)]).settled()
                return Unit(start, end, text[start:end], readings), at + size
        return None

    def _listed_place(self, name: str) -> str | None:
        """Find a place by its name as written or, where names inflect, one of some size by its citation form."""
        if name in self.places:
            return name
        for known in self.lexicon.citations(name) if self.lexicon.undone else ():
            place = self.places.get(known)
            if place is not None and (place.kind != "city" or place.population >= LISTED_TOWN):
                return known
        return None

    def _without_particle(self, name: str) -> tuple[str, Feats]:
        """Part a preposition from the place it is glued to (he "בברמינגהם" = in Birmingham)."""
        if name in self.places:
            return name, NONE
        if self._declines_places:
            return self._without_case(name)
        if not self.lexicon.prefixes:
            return name, NONE
        for cut, feats in self.lexicon.openings(name):
            if (
                feats & GOVERNING
                and "and" not in feats
                and len(name) - cut >= PLACE_LETTERS
                and name[cut:] in self.places
            ):
                return name[cut:], feats
        return name, NONE

    @property
    def _declines_places(self) -> bool:
        """Tell whether case endings are glued to names that no capital shows (bn "লাহোরে" = in Lahore)."""
        facts = self.lexicon.facts
        return bool(facts.cases) and "noun" in self.lexicon.chains and not facts.capitals and facts.compose == "none"

    def _without_case(self, name: str) -> tuple[str, Feats]:
        """Part a case ending from the place it is glued to; the name itself where none is."""
        for cut in range(len(name) - 1, PLACE_LETTERS - 1, -1):
            feats = self.lexicon.follow("noun", self.lexicon.fold(name[cut:])) if name[:cut] in self.places else None
            if feats is not None:
                return name[:cut], feats
        return name, NONE

    def _part_of_name(self, text: str, tokens: list[Token], at: int, place: PlaceName) -> bool:
        """Tell whether a town's name may well be a person's here: a small town, or a capitalised stranger beside it."""
        if place.kind != "city" or not self.lexicon.facts.capitals:
            return False
        beside = [tokens[i] for i in (at - 1, at + 1) if 0 <= i < len(tokens)]
        strangers = [
            t for t in beside if text[t[0]].isupper() and not t[2].components and text[t[0] : t[1]] not in self.places
        ]
        if place.population < SMALL_TOWN and any(text[t[0]].isupper() for t in beside):
            return True
        return bool(strangers) and place.population < METROPOLIS


def _without_crumbs(units: list[Unit], text: str) -> list[Unit]:
    """Join an unknown stretch with words of no meaning that touch it: together they are one unknown word or a name."""
    joined: list[Unit] = []
    at = 0
    while at < len(units):
        end, strange = at, False
        while end < len(units) and _is_crumb(units[end]) and (end == at or units[end - 1].end == units[end].start):
            strange = strange or units[end].unknown
            end += 1
        if end > at + 1 and strange:
            start, stop = units[at].start, units[end - 1].end
            joined.append(Unit(start, stop, text[start:stop], UNKNOWN))
            at = end
            continue
        joined.append(units[at])
        at += 1
    return joined


def _is_crumb(unit: Unit) -> bool:
    return (unit.unknown or unit.readings.keys() == OPAQUE) and "\u0e01" <= unit.text[0] <= "\u0e4e"
