"""Join the words of a text into the longest phrases of the lexicon; every walk through its trie is worked out once."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from dragoman.packs.lexicon import NONE, TENSES, VERBS, Feats, Lexicon, Meaning

FUNCTIONS = frozenset({"comp", "rel", "sub", "coord", "contrast", "neg", "aux", "source", "response", "sequence"})
ELEMENTS = ("person", "org", "media", "country", "seat", "people", "nationality", "role", "place")
BEFORE_NOUNS = frozenset({"ins", "as", "definite", "abl"})
"""Glued before nouns only; a glued "to" also before a verb in the present, for a purpose, where the verb stands first."""
NAME_KINDS = frozenset(
    {"country", "nationality", "people", "seat", "person", "org", "media", "place", "instrument", "abbreviation"}
)
ADVERBIAL = frozenset({"opaque", "aux", "mod", "former", "sequence", "contrast"})
"""What adverbs are listed as besides (fr "déjà" = already, it "già" = already, formerly)."""
VERBAL = frozenset({"verb", "aux"})
NO_TIMES: Mapping[int, int] = MappingProxyType({})
DATING = frozenset({"on", "in", "during"})
NEGATIVE: Feats = frozenset({"negative"})
VERBAL_NOUN: Feats = frozenset({"infinitive", "nominal"})
UPCOMING: Feats = frozenset({"adnominal", "future"})

Components = tuple[tuple[int, Feats], ...]
"""What a written token may be in the lexicon's trie, with the features of its form."""
Found = tuple[tuple[int, tuple[Feats, ...]], ...]
"""Nodes of the trie where phrases end, each with the features of the words on the way."""


class Readings(dict[str, list[tuple[Meaning, Feats]]]):
    """What a word may mean, by kind; shared between all its occurrences and never changed after `settled`.

    `functional`: some kind is one of closed-class words; `element`: the kind under which it may stand in an actor phrase;
    `links`: what it may tie as an adposition; `before` and `after`: the same before and after its noun phrase.
    """

    __slots__ = ("after", "before", "element", "functional", "links")

    def settled(self) -> "Readings":
        """Work out what is asked of every occurrence."""
        self.functional = not FUNCTIONS.isdisjoint(self)
        self.element = next((kind for kind in ELEMENTS if kind in self), "")
        adpositions = [meaning for meaning, _ in self.get("link", ())]
        self.links = _links(adpositions)
        self.before = _links([m for m in adpositions if "before" in m.features])
        self.after = _links([m for m in adpositions if "after" in m.features])
        return self


def _links(adpositions: Iterable[Meaning]) -> frozenset[str]:
    """Return the links that adpositions bear; one may bear several."""
    return frozenset(" ".join(m.concept for m in adpositions).split())


class Step:
    """Where some words in a row lead: what they mean together, None where no phrase ends, and the steps from there.

    `paths` are the nodes of the trie reached, each with the features of the words on the way.
    """

    __slots__ = ("onward", "open", "paths", "readings")

    def __init__(self, paths: list[tuple[int, tuple[Feats, ...]]], readings: Readings | None, open_: bool) -> None:
        self.paths, self.readings, self.open = paths, readings, open_
        self.onward: dict[Word, Step | None] = {}


class Word:
    """What the letters of a token may be: one object for equal components, so that steps are found by it quickly.

    `opening` is the step it makes from the root of the trie, None where no phrase begins with it; `alone` is what the
    word means where it can only stand by itself, None where it begins phrases or means nothing.
    """

    __slots__ = ("alone", "components", "opening")

    def __init__(self, components: Components, opening: Step | None) -> None:
        self.components, self.opening = components, opening
        self.alone: Readings | None = None if opening is None or opening.open else opening.readings


Token = tuple[int, int, Word]
"""Where a written token begins and ends, and the word it is."""
STRANGER = Word((), None)
"""A word that is in no entry of the lexicon."""


class Phrases:
    """The phrases of one lexicon, and what has been worked out of them; `steps` counts what is remembered."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.steps = 0
        facts = lexicon.facts
        # fa "اعزام خواهد کرد" = will send: the helping verb stands inside the compound verb
        self._parted = facts.order == "sov" and facts.complements == "after" and facts.qualifier == "after"
        self._root = Step([(0, ())], None, True)
        self._words: dict[Components, Word] = {(): STRANGER}
        self._meanings: dict[Found, Readings] = {}

    def word(self, components: Components) -> Word:
        """Return the word of some components."""
        known = self._words.get(components)
        if known is None:
            known = self._words[components] = Word(components, self._step(self._root, components))
        return known

    def longest(
        self, tokens: Sequence[Token], at: int, times: Mapping[int, int] = NO_TIMES
    ) -> tuple[Readings, int, int | None] | None:
        """Return what the longest phrase from token `at` means and the token after it; None where none begins.

        Third comes the token of a helping verb that stands inside a compound verb, where one does. `times` are the ends
        of the times of the sentence by where they begin: a verb may go on behind one, and takes no preposition of one.
        """
        step = tokens[at][2].opening
        best: tuple[Readings, int, int | None] | None = None
        helped: int | None = None
        floated = False  # fr "s'est déjà engagé", es "pone también fin a": an adverb stands inside the phrase of a verb
        while step is not None:
            at += 1
            told = step.readings is not None and not (floated and VERBAL.isdisjoint(step.readings))
            if told and step.readings is not None and not (best and times and _dated(tokens, at, times)):
                best = (step.readings, at, helped)
            if not step.open or at == len(tokens):
                break
            if times and not floated and 0 < (behind := _behind_time(tokens, at, times)) < len(tokens):
                parted = self._onward(step, tokens[behind][2])
                if parted is not None and parted.readings is not None and "verb" in parted.readings:
                    step, at, floated = parted, behind, True  # "called on Thursday for talks"
                    continue
            onward = self._onward(step, tokens[at][2])
            if onward is None and helped is None and self._parted and at + 1 < len(tokens) and _helps(tokens[at][2]):
                helped, at = at, at + 1
                onward = self._onward(step, tokens[at][2])
            floats = onward is None and not floated and self.lexicon.facts.spaced
            after = self._after_adverb(tokens, at) if floats else at
            if at < after < len(tokens):
                floated, at = True, after
                onward = self._onward(step, tokens[at][2])
            step = onward
        return best

    def _after_adverb(self, tokens: Sequence[Token], at: int) -> int:
        """Return where the adverb that begins at a token ends; that token where none does."""
        step, end = tokens[at][2].opening, at
        if step is None or not (step.open or "opaque" in (step.readings or ())):
            return at
        while step is not None:
            at += 1
            if step.readings is not None and "opaque" in step.readings:
                end = at if ADVERBIAL.issuperset(step.readings) and self._may_float(step.readings) else end
            step = self._onward(step, tokens[at][2]) if step.open and at < len(tokens) else None
        return end

    def _may_float(self, readings: Readings) -> bool:
        """Tell whether an adverb may stand inside a phrase: where words of stress are declared, only they may (hi "भी")."""
        stress = self.lexicon.facts.affixes.get("emphatic")
        return stress is None or any(m.word in stress for m, _ in readings["opaque"])

    def _onward(self, step: Step, word: Word) -> Step | None:
        if word not in step.onward:
            step.onward[word] = self._step(step, word.components)
        return step.onward[word]

    def _step(self, step: Step, components: Components) -> Step | None:
        """Go on from a step with a word; None where no entry goes on so."""
        trie, ends = self.lexicon.trie, self.lexicon.ends
        self.steps += 1
        paths = [
            (reached, (*feats, more))
            for node, feats in step.paths
            for component, more in components
            if (reached := trie[node].get(component)) is not None
        ]
        if not paths:
            return None
        found = tuple(path for path in paths if path[0] in ends)
        return Step(paths, self._meaning(found) if found else None, any(trie[node] for node, _ in paths))

    def _meaning(self, found: Found) -> Readings:
        known = self._meanings.get(found)
        if known is None:
            known = self._meanings[found] = self._readings(found)
        return known

    def _verb_only(self, kind: str, own: Feats) -> bool:
        """Tell whether a glued tense shows that a word is a verb, and what is meant is no verb."""
        if not self.lexicon.prefixes:
            return False
        return "future" in own or (kind not in VERBS and bool(own & TENSES))

    def _noun_only(self, own: Feats) -> bool:
        """Tell whether what is glued before a word stands before nouns only (ar "لدعم" = for support, not "supported")."""
        facts = self.lexicon.facts
        if own & BEFORE_NOUNS or not self.lexicon.prefixes:
            return bool(own & BEFORE_NOUNS)
        if facts.order == "vso":
            return "past" in own and bool(own & {"dat", "future"})
        return "dat" in own and "infinitive" not in own

    def _readings(self, found: Found) -> Readings:
        readings = Readings()
        for node, feats in found:
            for meaning_id, head in self.lexicon.ends[node]:
                meaning = self.lexicon.meanings[meaning_id]
                own = feats[head] if head < len(feats) else NONE
                if self._noun_only(own) if meaning.kind == "verb" else self._verb_only(meaning.kind, own):
                    continue  # a glued preposition or article stands before no verb, a glued tense before no noun
                if meaning.kind == "verb" and not own and not self.lexicon.facts.stem_words:
                    if not _ends_in_l(meaning.word[:-1]):
                        continue  # ko 두, 미, 가, tr de: a verb stem is no word without an ending
                    own = UPCOMING
                if meaning.kind == "verb" and own == NEGATIVE and self.lexicon.facts.bare_negative == "noun":
                    own = VERBAL_NOUN  # tr "çekilme": withdrawal, not "do not withdraw"
                if meaning.kind in NAME_KINDS and len(feats) > 1:
                    own = _agreed(feats)
                readings.setdefault(meaning.kind, []).append((meaning, own | meaning.features))
        stem_words = self.lexicon.facts.stem_words
        if "mod" in readings and "role" in readings and not stem_words and all(f for _, f in readings["role"]):
            # tr "askeri": military rather than the soldier in a case; "sivillere" rather the civilians
            del readings["role" if any(not f for _, f in readings["mod"]) else "mod"]
        return readings.settled()


def _dated(tokens: Sequence[Token], at: int, times: Mapping[int, int]) -> bool:
    """Tell whether a time follows and the word before it is its preposition ("walked out | on Thursday")."""
    return at < len(tokens) and tokens[at][0] in times and _may_date(tokens[at - 1][2])


def _behind_time(tokens: Sequence[Token], at: int, times: Mapping[int, int]) -> int:
    """Return the token after the time, and the preposition before it, that stand at a token; 0 where none do."""
    first = at + 1 if at + 1 < len(tokens) and _may_date(tokens[at][2]) else at
    end = times.get(tokens[first][0])
    if end is None:
        return 0
    return next((i for i in range(first, len(tokens)) if tokens[i][0] >= end), len(tokens))


def _may_date(word: Word) -> bool:
    """Tell whether a word is an adposition that times stand behind."""
    readings = word.opening.readings if word.opening is not None else None
    return readings is not None and bool(readings.links & DATING)


def _helps(word: Word) -> bool:
    """Tell whether a word may be a helping verb that is no past."""
    readings = word.opening.readings if word.opening is not None else None
    return readings is not None and any("past" not in feats for _, feats in readings.get("aux", ()))


def _ends_in_l(stem: str) -> bool:
    """Tell whether a Korean stem ends in -l: it is its own future adnominal (머물다: 머물 경우, "in case they stay")."""
    return bool(stem) and "가" <= stem[-1] <= "힣" and (ord(stem[-1]) - ord("가")) % 28 == 8


def _agreed(feats: tuple[Feats, ...]) -> Feats:
    """Return the features that the words of a name share; those of the first where they share none."""
    told = [f for f in feats if f]
    if not told:
        return NONE
    return frozenset.intersection(*told) or told[0]
