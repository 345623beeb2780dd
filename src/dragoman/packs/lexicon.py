"""The compiled words of one language: from a written form to components, from components to meanings."""

import unicodedata
from collections.abc import Iterator

import msgspec

from dragoman.packs.fold import Fold
from dragoman.packs.inflect import Undone
from dragoman.packs.schema import Facts

Feats = frozenset[str]
NONE: Feats = frozenset()
POSSESSIVE = frozenset({"'s", "’s", "'S", "’S"})
VERBS = frozenset({"verb", "aux"})
TENSES: Feats = frozenset({"past", "present", "conditional", "negative"})
"""What a glued beginning tells of a verb and of nothing else."""
CLOSED = frozenset({"coord", "comp", "sub", "aux", "neg", "pron", "link", "contrast"})
TEH_MARBUTA = "ة"
"""The feminine ending of Arabic, folded to h like a glued "his", which it never is."""
NUKTA = "\u093c"
MAX_CHAIN_TOKEN = 60
LONGEST_ENDING, SHORTEST_STEM = 5, 3
"""Longer tokens are no words of any language; they are not taken apart."""


class Meaning(msgspec.Struct, frozen=True):
    """What a word or phrase may mean: the kind of entry, the concept or id, the citation form and what is particular."""

    kind: str
    concept: str
    word: str
    features: Feats = NONE
    frame: dict[str, tuple[str, ...]] | None = None
    with_: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    particle: tuple[str, ...] = ()


class Piece(msgspec.Struct, frozen=True):
    """A part of a written token: its place within the token and the components it may be, with their features."""

    start: int
    end: int
    components: tuple[tuple[int, Feats], ...]


class Lexicon(msgspec.Struct):
    """All words of a language, compiled. Read-only after compilation apart from its memo of tokens.

    `forms` and `stems` map folded letters to component → features (stems with the chain that must follow); a
    component below zero in `capital` needs an initial capital. `trie` maps node × component to node, `ends` node to
    (meaning, index of the head component).
    """

    facts: Facts
    meanings: list[Meaning]
    forms: dict[str, dict[int, Feats]]
    exact: dict[str, dict[int, Feats]]
    stems: dict[str, list[tuple[int, Feats, str]]]
    capital: set[int]
    trie: list[dict[int, int]]
    ends: dict[int, list[tuple[int, int]]]
    chains: dict[str, tuple[dict[str, Feats], ...]]
    prefixes: tuple[dict[str, Feats], ...]
    suffixes: tuple[str, ...]
    glued: tuple[str, ...]
    digest: str = ""
    memo: dict[str, tuple[Piece, ...]] = {}
    folding: Fold | None = None
    chain_memo: dict[tuple[str, str], Feats | None] = {}
    verbalizing: frozenset[int] = frozenset()
    heading: frozenset[int] = frozenset()
    undone: Undone = {}
    bare: dict[str, dict[int, Feats]] = {}

    def fold(self, text: str) -> str:
        """Fold letters; the result has the length of the text."""
        if self.folding is None:
            self.folding = Fold(self.facts.fold)
        return text.translate(self.folding)

    def compose(self, folded: str) -> str:
        """Decompose Hangul, or drop a dot below that stands as a sign of its own, where the language asks for it."""
        if "nukta" in self.facts.fold:
            return folded.replace(NUKTA, "")  # hi "ज़ब्त" and "जब्त" = seized: papers write either
        return unicodedata.normalize("NFD", folded) if self.facts.compose == "jamo" else folded

    def citations(self, name: str) -> Iterator[str]:
        """List what an unlisted name may be in its citation form (ru "Лестере" → "Лестер"), where names inflect."""
        for cut in range(min(LONGEST_ENDING, len(name) - SHORTEST_STEM) + 1):
            stem = name[: len(name) - cut]
            for letters, end in self.undone.get(name[len(name) - cut :], ()):
                if (stem + letters).endswith(end):
                    yield stem + letters

    def pieces(self, raw: str) -> tuple[Piece, ...]:
        """Take a written token apart into the components it may be; an unknown token is one piece with none."""
        known = self.memo.get(raw)
        if known is None:
            known = self._take_apart(raw)
            if len(self.memo) > 200_000:
                self.memo.clear()
            self.memo[raw] = known
        return known

    def _take_apart(self, raw: str) -> tuple[Piece, ...]:
        if len(raw) > MAX_CHAIN_TOKEN:
            return (Piece(0, len(raw), ()),)
        if len(raw) > 2 and raw[-2:] in POSSESSIVE and "'s" in self.forms:
            rest = self._components(raw[-2:])
            return (*self.pieces(raw[:-2]), Piece(len(raw) - 2, len(raw), rest))  # Korea's, People's, he's
        if self.suffixes and (told := self._at_pronoun(raw)):
            return told
        whole = self._components(raw)
        if "relative" in self.facts.affixes and (parted := self._at_article(raw, whole)):
            return parted
        if whole and not (self.prefixes and any("and" in f for _, feats in whole for f in (feats,))):
            return (Piece(0, len(raw), whole),)
        plain = tuple((c, f) for c, f in whole if "and" not in f)
        if any(self.kinds(c) for c, _ in plain):
            return (Piece(0, len(raw), plain),)  # ar "فرضت" = imposed, not "and" + "رضت"
        if self.prefixes and (joined := self._at_conjunction(raw)):
            return joined
        if whole:
            return (Piece(0, len(raw), whole),)
        if "arabic" in self.facts.fold:
            kept = [at for at, c in enumerate(raw) if not "\u064b" <= c <= "\u0652" and c != "\u0640"]
            if 0 < len(kept) < len(raw):
                pieces = self.pieces("".join(raw[at] for at in kept))
                ends = [*kept, len(raw)]
                return tuple(Piece(ends[p.start] if p.start else 0, ends[p.end], p.components) for p in pieces)
        folded = self.fold(raw)
        if "'" in folded:
            return self._at_apostrophe(raw, folded)
        if self.facts.compounds:
            split = self._compound(raw)
            if split:
                return split
        return (Piece(0, len(raw), ()),)

    def _at_conjunction(self, raw: str) -> tuple[Piece, ...]:
        """Part a glued conjunction from a known word (Arabic wa-, fa-): it joins words or clauses like a separate one."""
        folded = self.fold(raw)
        for prefix, feats in self.prefixes[0].items():
            if "and" in feats and folded.startswith(prefix) and len(folded) > len(prefix) + 1:
                opener = self.forms.get(prefix)
                first = Piece(0, len(prefix), tuple(opener.items())) if opener else None
                told = self._at_pronoun(raw[len(prefix) :]) if self.suffixes else ()
                if first and told:
                    return (first, *(Piece(p.start + first.end, p.end + first.end, p.components) for p in told))
                rest = self._components(raw[len(prefix) :])
                if first and any(c in self.trie[0] for c, _ in rest):
                    return (first, Piece(len(prefix), len(raw), rest))
        return ()

    def _at_article(self, raw: str, whole: tuple[tuple[int, Feats], ...]) -> tuple[Piece, ...]:
        """Part an article that opens a relative clause from a verb in the present (he "המאשימה" = who accuses)."""
        for affix in self.facts.affixes["relative"]:
            rest = self.forms.get(self.fold(raw)[len(affix) - 1 :], {})
            opener = self.forms.get(self.facts.affixes["relativizer"][0], {})
            verb = tuple((c, f) for c, f in rest.items() if self.kinds(c) == {"verb"} and "present" in f)
            if raw.startswith(affix[:-1]) and verb and all(self.kinds(c) <= {"verb"} for c, _ in whole):
                return (Piece(0, len(affix) - 1, tuple(opener.items())), Piece(len(affix) - 1, len(raw), verb))
        return ()

    def _at_pronoun(self, raw: str) -> tuple[Piece, ...]:
        """Part an object pronoun from the verb it is glued to (Arabic "اتهمته" = she accused him)."""
        if raw.endswith(TEH_MARBUTA):
            return ()
        folded = self.fold(raw)
        known = [*self.forms.get(folded, ()), *(self._by_prefix(folded) if self.prefixes else ())]
        if any(self.kinds(c) for c in known):
            return ()
        for suffix in self.suffixes:
            stem = folded[: -len(suffix)]
            if not folded.endswith(suffix) or len(stem) < 2:
                continue
            pronoun = {c: f for c, f in self.forms.get(suffix, {}).items() if self.kinds(c) == {"pron"}}
            verb = self.forms.get(stem) or (self._by_prefix(stem) if self.prefixes else {})
            kinds = set().union(*(self.kinds(c) for c in verb)) if verb else set()
            if pronoun and kinds and (kinds <= {"verb", "aux"} or (kinds == {"link"} and len(stem) > 2)):
                object_ = frozenset() if kinds == {"link"} else frozenset({"object"})  # ar "عليه" = on him
                glued = tuple((c, f | object_) for c, f in pronoun.items())
                return (Piece(0, len(stem), tuple(verb.items())), Piece(len(stem), len(raw), glued))
        return ()

    def _owned_by(self, suffix: str) -> Feats:
        """Name whose a noun with a glued pronoun is (ar "قواتها" = its forces: "own-it")."""
        for component in self.forms.get(suffix, ()):
            node = self.trie[0].get(component)
            for meaning, _ in self.ends.get(node, ()) if node is not None else ():
                if self.meanings[meaning].kind == "pron":
                    return frozenset({f"own-{self.meanings[meaning].concept}"})
        return NONE

    def kinds(self, component: int) -> set[str]:
        """Name the kinds of the entries that consist of one component."""
        node = self.trie[0].get(component)
        return {self.meanings[m].kind for m, _ in self.ends.get(node, ())} if node is not None else set()

    def parts(self, raw: str) -> tuple[Piece, ...]:
        """Take a token apart at its apostrophe though it is a word of some phrase as a whole."""
        folded = self.fold(raw)
        if "'" in folded[1:]:
            return self._at_apostrophe(raw, folded)
        found = self._by_prefix(folded) if self.prefixes else {}
        return (Piece(0, len(raw), tuple(found.items())),) if found else ()

    def _components(self, raw: str) -> tuple[tuple[int, Feats], ...]:
        found: dict[int, Feats] = {}
        folded = self.compose(self.fold(raw))
        if raw in self.exact and self.facts.capitals:
            return tuple(self.exact[raw].items())  # "US" is no "us"
        if self.bare and len(raw) == 1 and raw.isupper() and folded in self.bare:
            return tuple(self.bare[folded].items())  # fr "A Paris": no verb opens a sentence
        self._add(found, self.forms.get(folded))
        self._add(found, self.exact.get(raw))
        if self.bare and raw[:1].isupper():
            self._add(found, self.bare.get(folded))
        if self.stems:
            self._add(found, self._by_stem(folded))
        alone = any(self.kinds(c) for c in found)  # sw "kutoa" stands in longer entries, and is ku- before "toa" too
        if self.prefixes and (not found or (not alone and "article" not in self.facts.affixes)):
            glued = self._by_prefix(folded)
            joins = bool(found)  # he "ומתן" stands in "משא ומתן": there the conjunction belongs to the phrase
            self._add(found, {c: f for c, f in glued.items() if not (joins and "and" in f)})
        elif self.prefixes and "article" in self.facts.affixes:
            means = any(self.kinds(c) for c in found)
            for component, feats in self._by_prefix(folded).items():
                if not means or not self.kinds(component) & CLOSED:  # ar "لام" = blamed, not "for" + "or"
                    found.setdefault(component, feats)  # a word of some name ("South China Sea") hides no glued article
        if not found:
            for suffix in self.suffixes:
                if raw.endswith(TEH_MARBUTA):
                    break  # ar "لمدة" ends in no pronoun
                if folded.endswith(suffix) and len(folded) > len(suffix) + 1:
                    mine = self._owned_by(suffix)
                    self._add(found, {c: f | mine for c, f in self.forms.get(folded[: -len(suffix)], {}).items()})
                    if self.prefixes and not found:
                        bare = self._by_prefix(folded[: -len(suffix)])
                        self._add(found, {c: f | mine for c, f in bare.items()})
        if self.facts.capitals and raw[:1].islower():
            found = {c: f for c, f in found.items() if c not in self.capital}
        return tuple(found.items())

    @staticmethod
    def _add(found: dict[int, Feats], more: dict[int, Feats] | None) -> None:
        if more:
            for component, feats in more.items():
                held = found.get(component)
                found[component] = feats if held is None else held | feats

    def _by_stem(self, folded: str) -> dict[int, Feats]:
        parts: dict[int, Feats] = {}
        for cut in range(len(folded), 0, -1):
            entries = self.stems.get(folded[:cut])
            if not entries:
                continue
            rest = folded[cut:]
            found: dict[int, Feats] = {}
            for component, feats, chain in entries:
                more = self.follow(chain, rest)
                if more is not None:
                    self._add(found, {component: feats | more})
            self._add(found, parts)
            if any(self.trie[0].get(component) in self.ends for component in found):
                return found
            parts = found  # so far only parts of phrases (tr "gelen" in "önde gelen"): a shorter stem may be a word
        return parts

    def openings(self, raw: str) -> list[tuple[int, Feats]]:
        """List how many letters glued particles may take at the beginning of a word, with their features."""
        return [(cut, feats) for cut, feats in self._openings(self.fold(raw), 0, 0, NONE) if cut]

    def _by_prefix(self, folded: str) -> dict[int, Feats]:
        """Take the longest glued beginning away; one that tells a tense of what is no verb only where no other fits.

        sw "kutoza" is ku- before "toza" (impose), not kuto- (negative) before "za" (of).
        """
        doubtful: dict[int, Feats] = {}
        for cut, feats in self._openings(folded, 0, 0, NONE):
            rest = folded[cut:]
            found = (self.forms.get(rest) or (self._by_stem(rest) if self.stems else None)) if cut else None
            if not found:
                continue
            glued = {c: f | feats for c, f in found.items()}
            kinds = set().union(*(self.kinds(c) for c in found))
            if not feats & TENSES or kinds & VERBS:
                return glued
            doubtful = doubtful or (glued if not kinds else {})
        return doubtful

    def _openings(self, folded: str, cut: int, slot: int, feats: Feats) -> list[tuple[int, Feats]]:
        if slot == len(self.prefixes):
            return [(cut, feats)]
        found = []
        for prefix, more in self.prefixes[slot].items():
            if folded.startswith(prefix, cut) and len(folded) > cut + len(prefix):
                found += self._openings(folded, cut + len(prefix), slot + 1, feats | more)
        return found + self._openings(folded, cut, slot + 1, feats)

    def follow(self, chain: str, rest: str) -> Feats | None:
        """Read `rest` as a chain of suffixes; None where it is none."""
        if not rest:
            return NONE
        key = (chain, rest)
        if key not in self.chain_memo:
            slots = self.chains.get(chain)
            self.chain_memo[key] = self._follow(slots, 0, rest) if slots else None
        return self.chain_memo[key]

    def _follow(self, slots: tuple[dict[str, Feats], ...], slot: int, rest: str) -> Feats | None:
        if not rest:
            return NONE
        if slot == len(slots):
            return None
        table = slots[slot]
        for size in range(len(rest), 0, -1):
            feats = table.get(rest[:size])
            if feats is not None:
                more = self._follow(slots, slot + 1, rest[size:])
                if more is not None:
                    return feats | more
        return self._follow(slots, slot + 1, rest)

    def guess(self, raw: str) -> Feats:
        """Guess the case of an unknown noun from its last suffix, where nouns take chains ("김홍균이" is a subject)."""
        folded = self.fold(raw)
        if "'" in folded:
            return self.follow("noun", self.compose(folded[folded.rindex("'") + 1 :])) or NONE
        if len(raw) < 3:
            return NONE
        short = self.facts.script != "hangul"  # a syllable of hangul is a word already (밖에서는)
        for table in reversed(self.chains.get("noun", ())):
            for size in (3, 2, 1):
                feats = table.get(self.compose(folded[-size:])) if len(folded) > size + (size < 2 or short) else None
                if feats:
                    return feats
        return NONE

    def verbalized(self, raw: str) -> Feats | None:
        """Read an unknown word as a verb that a verbalizer makes of a noun (ko 시찰했다); None where it is none."""
        for cut in range(2, len(raw)):
            for component, feats in self._components(raw[cut:]):
                if component in self.verbalizing:
                    return feats
        return None

    def headed(self, raw: str) -> tuple[tuple[int, Feats], ...]:
        """Find the known noun that an unknown compound ends in and takes its meaning from (ko 방공훈련 = a kind of 훈련)."""
        for cut in range(2, len(raw) - max(1, self.facts.head_letters - 1)):
            found = tuple(c for c in self._components(raw[cut:]) if c[0] in self.heading)
            if found:
                return found
        return ()

    def longest_chain(self, chain: str, text: str, at: int) -> tuple[int, Feats]:
        """Read as much of `text` from `at` as the chain allows (for unspaced scripts): where it ends, and its features."""
        slots = self.chains.get(chain)
        feats: Feats = NONE
        if not slots:
            return at, feats
        for table in slots:
            for size in range(min(8, len(text) - at), 0, -1):
                more = table.get(text[at : at + size])
                if more is not None:
                    at, feats = at + size, feats | more
                    break
        return at, feats

    def _at_apostrophe(self, raw: str, folded: str) -> tuple[Piece, ...]:
        for glued in self.glued:
            if folded.endswith(glued) and len(folded) > len(glued):
                cut = len(raw) - len(glued)
                return (*self.pieces(raw[:cut]), Piece(cut, len(raw), self._components(raw[cut:])))
        cut = folded.index("'") + 1
        head = self._components(raw[:cut])
        if head and cut < len(raw):
            rest = tuple(Piece(p.start + cut, p.end + cut, p.components) for p in self.pieces(raw[cut:]))
            return (Piece(0, cut, head), *rest)
        if cut == 2 and raw[0].isupper() and raw[2:3].isupper() and "'s" in self.forms:
            return (Piece(0, len(raw), self._components(raw)),)  # en O'Neill: one name
        if self.stems:
            stem = self.compose(folded[: cut - 1])
            found: dict[int, Feats] = {}
            for component, feats, chain in self.stems.get(stem, ()):
                more = self.follow(chain, self.compose(folded[cut:]))
                if more is not None:
                    self._add(found, {component: feats | more})
            if found:
                return (Piece(0, len(raw), tuple(found.items())),)
        if cut == 1:
            rest = tuple(Piece(p.start + 1, p.end + 1, p.components) for p in self.pieces(raw[1:]))
            return (Piece(0, 1, ()), *rest) if len(raw) > 1 else (Piece(0, 1, ()),)
        before = self._components(raw[: cut - 1])
        if cut == len(raw) and "'s" in self.forms:  # workers' = of the workers
            return (Piece(0, cut - 1, before), Piece(cut - 1, len(raw), tuple(self.forms["'s"].items())))
        return (Piece(0, cut - 1, before), Piece(cut - 1, len(raw), ()))

    def _compound(self, raw: str) -> tuple[Piece, ...]:
        """Split a token into known words from the left, longest first; only when all of it is known."""
        built: list[Piece] = []
        at = 0
        while at < len(raw):
            for end in range(len(raw), at + 1, -1):
                components = self._components(raw[at:end])
                if components:
                    built.append(Piece(at, end, components))
                    at = end
                    break
            else:
                return ()
        return tuple(built)
