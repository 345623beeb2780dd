"""Compile a pack and the world's names into a lexicon."""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from unicodedata import combining, normalize

from dragoman.packs.fold import Fold
from dragoman.packs.inflect import endings_undone, features_of, inflect, of_lifeless, of_living
from dragoman.packs.keep import keep
from dragoman.packs.lexicon import NONE, POSSESSIVE, Feats, Lexicon, Meaning
from dragoman.packs.load import DATA, load_concepts, load_pack
from dragoman.packs.schema import Pack, Word, Words
from dragoman.packs.share import share_equal_parts
from dragoman.packs.split import split_words
from dragoman.packs.world import (
    ConflictPlace,
    Instrument,
    PlaceName,
    World,
    load_conflict_places,
    load_places,
    load_world,
)

UNCASED = frozenset({"thai", "kana", "han", "hangul"})
"""Scripts in whose texts foreign names often stand in Latin letters."""
GAZETTEER_SCRIPTS = {"zh": "\u4e00\u9fff", "ja": "\u4e00\u9fff\u30a1\u30fa", "th": "\u0e01\u0e2e\u0e40\u0e44"}
"""First letters, from and to, of the place names that a pack of an unspaced script takes from the gazetteer."""
THING_OF_KIND = {
    "treaty": "treaty",
    "truce": "ceasefire",
    "alliance": "alliance",
    "resolution": "resolution",
    "statement": "statement",
}
HEADS = frozenset({"noun", "thing", "role"})
HYPHENED = frozenset({"nationality", "people", "role", "noun", "thing"})
"""Kinds of words of which hyphenated ones inflect in their last part, where a hyphen parts words."""
NAME_KINDS = frozenset({"country", "seat", "person", "org", "media", "instrument"})
LIFELESS, LIVING, PERHAPS = "-lifeless", "-living", "-perhaps"


def digest_of(code: str, folder: Path | None = None, more: Path | None = None) -> str:
    """Digest everything a compiled pack depends on: its files, the concepts, the world (with `more`), the compiler."""
    taken = hashlib.sha256()
    packs = Path(__file__).parent
    folders = [folder or DATA / "languages" / code, DATA / "concepts", DATA / "world", packs]
    for base in folders if more is None else [*folders, more]:
        for path in sorted(p for p in base.rglob("*") if p.suffix in {".yaml", ".tsv", ".py"}):
            taken.update(path.name.encode())
            taken.update(path.read_bytes())
    return taken.hexdigest()[:24]


def load_lexicon(code: str, cache: Path | None = None, more: Path | None = None) -> Lexicon:
    """Load the compiled lexicon of a language from the cache folder, compiling it when its sources changed.

    `more` is a folder of further world data, as in `load_world`.
    """
    digest = digest_of(code, more=more)
    name = code if more is None else f"{code}+"
    return keep(cache, name, digest, Lexicon, lambda: compile_lexicon(load_pack(code), load_world(more), digest))


def keep_world(cache: Path | None, more: Path | None = None) -> World:
    """Load the world data, kept in the cache folder until a file of theirs changes."""
    digest = digest_of("world", DATA / "world", more)
    return keep(cache, "world" if more is None else "world+", digest, World, lambda: load_world(more))


def compile_lexicon(pack: Pack, world: World, digest: str = "") -> Lexicon:
    """Build the lexicon of a pack; pure."""
    builder = _Builder(pack)
    builder.add_acts()
    builder.add_nouns("thing", pack.things)
    builder.add_nouns("role", pack.roles)
    builder.add_glue()
    builder.add_countries()
    builder.add_world(world)
    builder.add_conflict_places(load_conflict_places())
    if not pack.facts.spaced:
        builder.add_gazetteer(load_places())
    return builder.finish(digest)


class _Builder:
    """Collects components, the trie over them, and meanings."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self.folding = Fold(pack.facts.fold)
        self.lexicon = Lexicon(pack.facts, [], {}, {}, {}, set(), [{}], {}, {}, (), (), ())
        self.component: dict[tuple[str, str, bool], int] = {}
        self.thing_of: dict[str, str] | None = None
        self.persons = {name for name, role in load_concepts().roles.items() if role.kind == "person"}

    # -- letters and components ---------------------------------------------------------------------------

    def _key(self, text: str) -> str:
        return self.lexicon.compose(text.translate(self.folding))

    def _component(self, word: str, paradigm: str, own: Word | None, capital: bool, animacy: str = "") -> int:
        """Return the component of one inflecting word, adding its forms the first time. `paradigm` "" is the bare word."""
        custom = own is not None and own.forms is not None
        key = (word, paradigm + animacy + (repr(own.forms) if custom and own else ""), capital)
        if key in self.component:
            return self.component[key]
        number = len(self.component)
        self.component[key] = number
        if capital:
            self.lexicon.capital.add(number)
        upper = word.isupper() and len(word) > 1 and word.isascii() and self.pack.facts.capitals
        rows = inflect(word, paradigm, self.pack.morphology, own) if paradigm else [(word, NONE, "")]
        if animacy == LIFELESS:
            rows = of_lifeless(rows)
        elif animacy:
            rows = of_living(rows, word, sure=animacy == LIVING)
        for form, feats, chain in rows:
            if chain and chain in self.pack.morphology.chains:
                self.lexicon.stems.setdefault(self._key(form), []).append((number, feats, chain))
                continue
            table = self.lexicon.exact if upper else self.lexicon.forms
            held = table.setdefault(form if upper else self._key(form), {})
            held[number] = held.get(number, NONE) | feats
        return number

    def _phrase(self, meaning: Meaning, entry: str | Word, paradigm: str) -> None:
        """Add one entry: its words as components along the trie, the meaning at the end."""
        own = entry if isinstance(entry, Word) else None
        written = own.word if own else str(entry)
        phrase, _, particle = written.partition("|")
        if particle:
            meaning = _with_particle(meaning, tuple(self._key(w) for w in split_words(particle)))
        words = (
            split_words(phrase)
            if self.pack.facts.spaced
            else [
                phrase.replace("^", "")
                if self.pack.facts.script == "thai"
                else phrase.replace("^", "").replace(" ", "")
            ]
        )
        if "'s" in self.pack.glue.possessive:
            words = [part for word in words for part in _possessor_apart(word)]
        if not words:
            return
        marked = [i for i, w in enumerate(words) if w.startswith("^") and len(w) > 1]
        words = [w.lstrip("^") if len(w) > 1 else w for w in words]
        naming = meaning.kind in NAME_KINDS
        # pt "norte-coreanos", "vice-presidentes", "primeiros-ministros": the last part inflects, the first one may too
        hyphened = "-" in words and " " not in phrase and meaning.kind in HYPHENED
        if marked:
            heads = marked
        elif naming:
            heads = list(range(len(words)))
        elif hyphened:
            heads = [len(words) - 1, 0]
        else:
            heads = [len(words) - 1 if self.pack.facts.order == "sov" else 0]
        node = 0
        for index, word in enumerate(words):
            inflects = paradigm if index in heads else ""
            last = (
                self.pack.facts.order == "sov" and index == len(words) - 1
            )  # tr "Suudi Arabistan'a": the last word inflects
            if inflects == "name" and len(words) > 1 and "name-part" in self.pack.morphology.paradigms and not last:
                inflects = "name-part"
            if meaning.kind == "verb" and not inflects and not last and self.pack.facts.order == "sov":
                stressed = "verb-part" in self.pack.morphology.paradigms
                inflects = "verb-part" if stressed else ""  # bn "অভিনন্দনও জানান": stress is glued to the noun
            capital = naming and self.pack.facts.capitals and word[:1].isupper()
            animacy = self._animacy(meaning) if inflects and self.pack.facts.cases else ""
            number = self._component(word, inflects, own if index in heads[:1] else None, capital, animacy)
            following = self.lexicon.trie[node].get(number)
            if following is None:
                following = len(self.lexicon.trie)
                self.lexicon.trie.append({})
                self.lexicon.trie[node][number] = following
            node = following
        ends = self.lexicon.ends.setdefault(node, [])
        if not any(self.lexicon.meanings[m] == meaning for m, _ in ends):
            self.lexicon.meanings.append(meaning)
            ends.append((len(self.lexicon.meanings) - 1, heads[-1] if naming else heads[0]))

    def _animacy(self, meaning: Meaning) -> str:
        """Tell whether a word names what lives: grammars with cases tell the accusative of both apart."""
        if meaning.kind in NAME_KINDS and meaning.kind != "person":
            return LIFELESS
        if meaning.kind == "role":
            return LIVING if meaning.concept in self.persons else PERHAPS
        return LIVING if meaning.kind == "people" else ""

    def _add(self, kind: str, concept: str, entries: Words | Iterable[str], default: str) -> None:
        for entry in entries:
            own = entry if isinstance(entry, Word) else None
            word = own.word if own else str(entry)
            inside = self._inside(entry) if kind in {"verb", "noun"} else NONE
            meaning = Meaning(kind, concept, word, inside)
            if own:
                held = frozenset({f"to:{own.recipient}"}) if own.recipient else NONE
                meaning = Meaning(
                    kind, concept, word, features_of(own.is_) | held | inside, own.frame or None, own.with_, own.without
                )
                if own.particle:
                    meaning = _with_particle(meaning, tuple(self._key(w) for w in split_words(own.particle)))
            self._phrase(meaning, entry, (own.paradigm if own and own.paradigm else None) or default)
            if own and own.joined:
                self._phrase(
                    Meaning(kind, concept, word, features_of(own.is_), own.frame or None, own.with_, own.without),
                    Word(own.joined),
                    f"{(own.paradigm or default)}-joined",
                )

    # -- the files of a pack ------------------------------------------------------------------------------

    def _inside(self, entry: str | Word) -> Feats:
        """Name the things that a phrase holds beside its head ("seize power" holds power, "murder inquiry" a crime)."""
        written = entry.word if isinstance(entry, Word) else entry
        if self.pack.facts.spaced and " " not in written:
            return NONE
        if self.thing_of is None:
            plain = ((w if isinstance(w, str) else w.word, c) for c, words in self.pack.things.items() for w in words)
            self.thing_of = {word.casefold(): concept for word, concept in plain if " " not in word}
            if self.pack.facts.open_final or self.pack.facts.cases:
                self.thing_of = self._forms_of_things() | self.thing_of
        if not self.pack.facts.spaced:
            ends = (end for end in range(len(written) - 1, 1, -1) if not _inflected(written[end:]))
            first = next((written[:end] for end in ends if written[:end] in self.thing_of), "")
            return frozenset({f"has:{self.thing_of[first]}"}) if first else NONE
        words = (w.casefold() for w in split_words(written) if not w.startswith("^"))
        return frozenset(f"has:{self.thing_of[w]}" for w in words if w in self.thing_of)

    def _forms_of_things(self) -> dict[str, str]:
        """Map each form of the things and roles to its concept.

        hi "समझौते पर हस्ताक्षर करना" holds an agreement, ru "отозвать лицензию" a licence.
        """
        found: dict[str, str] = {}
        endings = [ending for slots in self.pack.morphology.chains.values() for slot in slots for ending in slot]
        for concept, words in (*self.pack.roles.items(), *self.pack.things.items()):
            for entry in words:
                word = entry if isinstance(entry, str) else entry.word
                if " " in word:
                    continue
                for form, _, chain in inflect(word, "noun", self.pack.morphology):
                    found |= {(form + ending).casefold(): concept for ending in (["", *endings] if chain else [""])}
        return found

    def add_acts(self) -> None:
        """Add the verbs, nouns and adjectives of acts.yaml."""
        for concept, words in self.pack.acts.items():
            self._add("verb", concept, words.verbs, "verb")
            self._add("noun", concept, words.nouns, "noun")
            self._add("adj", concept, words.adjectives, "adjective")

    def add_nouns(self, kind: str, entries: dict[str, Words]) -> None:
        """Add things or roles."""
        for concept, words in entries.items():
            self._add(kind, concept, words, "noun")

    def add_glue(self) -> None:
        """Add the closed classes of glue.yaml."""
        glue = self.pack.glue
        for side, table in (("before", glue.links.before), ("after", glue.links.after)):
            for word, links in table.items():
                self._phrase(Meaning("link", links, word, frozenset({side})), word, "")
        flat = {
            "possmark": glue.possessive, "coord": glue.coordinators, "contrast": glue.contrast,
            "comp": glue.complementizers, "rel": glue.relativizers, "infmark": glue.infinitive_marks,
            "appositive": glue.appositives,
            "neg": glue.negators, "quant": glue.quantities, "title": glue.titles, "former": glue.former,
            "response": glue.responses, "opaque": glue.opaque, "surname": glue.names.surnames, "given": glue.names.given,
        }  # fmt: skip
        for kind, words in flat.items():
            for word in words:
                self._phrase(Meaning(kind, kind, word), word, "")
        for word in glue.oblique_relativizers:
            self._phrase(Meaning("rel", "oblique", word), word, "")
        self._add("mod", "mod", glue.modifiers, "adjective")
        grouped = {
            "sub": glue.subordinators, "pron": glue.pronouns, "poss": glue.possessives, "sequence": glue.sequence,
            "clitic": glue.clitics,
            "det": {"definite": glue.determiners.definite, "indefinite": glue.determiners.indefinite},
            "source": {"before": glue.sources.before, "after": glue.sources.after},
        }  # fmt: skip
        for kind, groups in grouped.items():
            for concept, words in groups.items():
                chain = "noun" if kind == "pron" and "noun" in self.pack.morphology.chains else ""
                for word in words:
                    self._phrase(Meaning(kind, concept, word), word, chain)
        for auxiliary in glue.auxiliaries:
            for word in auxiliary.words:
                self._phrase(Meaning("aux", auxiliary.means, word, features_of(auxiliary.with_)), word, "")
        for suffix in self.pack.facts.honorific_suffixes:
            chain = "noun" if self.pack.facts.compose == "jamo" else ""
            self._phrase(Meaning("honorific", "honorific", suffix), suffix, chain)

    def add_countries(self) -> None:
        """Add countries.yaml."""
        for code, words in self.pack.countries.items():
            self._add("country", code, words.names, "name")
            self._add("nationality", code, words.adjectives, "adjective")
            self._add("people", code, words.people, "noun")
            self._add("seat", code, words.seats, "name")
            self._add("abbreviation", code, words.abbreviations, "name")

    def add_world(self, world: World) -> None:
        """Add the names of people, organisations, media and instruments in this language and in English.

        Where another script is written, English names of media and organisations are left in Latin letters as they are
        (ru "сообщает Washington Examiner"). A name that is a common noun of the language is not borrowed (cs "Republika
        Severní Makedonie" is no newspaper).
        """
        common = {m.word.casefold() for m in self.lexicon.meanings if m.kind in {"role", "thing"}}
        code = self.pack.facts.code
        latin = self.pack.facts.script == "latin"
        for person in world.people.values():
            names = person.names.get(code) or (person.names.get("en") if latin else None)
            full = names.full if names else ((person.name,) if latin else ())
            loose = latin and code != "vi"
            written = _joined_otherwise(full, person.country) if latin else full
            self._add("person", person.id, _unaccented(written) if loose else written, "name")
            if names:
                for short in _unaccented(names.short) if loose else names.short:
                    self._phrase(Meaning("person", person.id, short, frozenset({"short"})), short, "name")
            if (latin or self.pack.facts.script in UNCASED) and person.names.get("en"):
                self._add("person", person.id, person.names["en"].full, "name")
                for short in () if latin else person.names["en"].short:
                    self._phrase(Meaning("person", person.id, short, frozenset({"short"})), short, "name")
        for kind, table in (("org", world.organizations), ("media", world.media), ("instrument", world.instruments)):
            for item in table.values():
                own, english = item.names.get(code, ()), item.names.get("en", ())
                plain = latin or kind != "instrument"
                shared = english if plain else tuple(n for n in english if n.isupper() or " " in n)
                shared = tuple(n for n in shared if n.casefold() not in common)
                named = (item.name,) if latin and item.name.casefold() not in common else ()
                known = tuple(dict.fromkeys((*own, *shared, *named)))
                self._add(kind, item.id, known, "name")
                if isinstance(item, Instrument):
                    for name in known:  # "quit the Paris Agreement" is about a treaty
                        self._phrase(Meaning("thing", THING_OF_KIND.get(item.kind, "agreement"), name), name, "name")

    def add_conflict_places(self, places: dict[str, ConflictPlace]) -> None:
        """Add the lines, straits, zones and bases in this language: places of one country, or things of nobody's.

        The Sea of Japan is not Japan, nor are the Koreans the Korean Peninsula.
        """
        code, latin = self.pack.facts.code, self.pack.facts.script == "latin"
        for place in places.values():
            names = place.names.get(code) or (place.names.get("en", ()) if latin else ())
            if len(place.countries) == 1:
                self._add("place", place.countries[0], names, "name")
                continue
            for name in names:
                concept = "border" if place.kind == "line" else "territory"
                self._phrase(Meaning("thing", concept, name), name, "name")

    def add_gazetteer(self, places: Mapping[str, PlaceName]) -> None:
        """Add the places written in the script: without spaces, only a listed word shows (马里乌波尔 holds no Mali)."""
        letters = GAZETTEER_SCRIPTS.get(self.pack.facts.code, "")
        for form in places:
            if len(form) > 1 and any(letters[i] <= form[0] <= letters[i + 1] for i in range(0, len(letters), 2)):
                self._phrase(Meaning("place", places[form].country, form), form, "name")

    def finish(self, digest: str) -> Lexicon:
        """Compile chains and prefixes and hand the lexicon over."""
        lexicon, morphology = self.lexicon, self.pack.morphology
        lexicon.chains = {name: tuple(self._table(slot) for slot in slots) for name, slots in morphology.chains.items()}
        lexicon.prefixes = tuple(self._table(slot) for slot in morphology.prefixes)
        lexicon.suffixes = tuple(sorted((self._key(s) for s in morphology.suffixes), key=len, reverse=True))
        glued = {w for w in lexicon.forms if "'" in w[:-1] or (w.startswith("'") and len(w) > 1)}
        lexicon.glued = tuple(sorted((g for g in glued if not g.endswith("'") and len(g) <= 4), key=len, reverse=True))
        facts = self.pack.facts
        lexicon.verbalizing = self._single(lambda m: m.kind == "verb" and m.word in facts.verbalizers)
        if facts.heads_last:
            barred = facts.affixes.get("no-head", ())
            kinds = HEADS - {"noun"} if facts.capitals else HEADS  # de "Wirtschaft" is no kind of "Haft"
            lexicon.heading = self._single(lambda m: m.kind in kinds and len(m.word) > 1 and m.word not in barred)
        if facts.cases and facts.capitals:
            lexicon.undone = endings_undone(morphology, "name")
        if "bare-capitals" in facts.fold:
            lexicon.bare = self._bare_capitals()
        lexicon.digest = digest
        share_equal_parts(lexicon)
        return lexicon

    def _bare_capitals(self) -> dict[str, dict[int, Feats]]:
        """List the forms that begin with an accent as they are written where a capital bears none (fr Etat, Egypte, A)."""
        bare: dict[str, dict[int, Feats]] = {}
        for form, components in self.lexicon.forms.items():
            first = normalize("NFD", form[:1])[:1]
            if first != form[:1] and first.isalpha():
                bare.setdefault(first + form[1:], {}).update(components)
        return bare

    def _single(self, fits: Callable[[Meaning], bool]) -> frozenset[int]:
        """List the components that alone are an entry of a kind."""
        lexicon = self.lexicon
        return frozenset(
            component
            for component, node in lexicon.trie[0].items()
            if any(fits(lexicon.meanings[m]) for m, _ in lexicon.ends.get(node, ()))
        )

    def _table(self, slot: dict[str, str]) -> dict[str, Feats]:
        from dragoman.packs.inflect import expand

        return {
            self._key(form): features_of(feats)
            for suffix, feats in slot.items()
            for form in expand(suffix, self.pack.morphology.harmony)
        }


def _joined_otherwise(names: tuple[str, ...], country: str | None) -> tuple[str, ...]:
    """Add the other ways to join the syllables of Korean and Chinese given names (Kim Jong Un, Kim Jong-un)."""
    if country not in {"KOR", "PRK", "TWN", "CHN"}:
        return names
    found = dict.fromkeys(names)
    for name in names:
        parts = name.replace("-", " ").split()
        if len(parts) == 3:
            surname, one, two = parts
            found[f"{surname} {one} {two}"] = found[f"{surname} {one}-{two.lower()}"] = None
            found[f"{surname} {one}{two.lower()}"] = None
    return tuple(found)


def _unaccented(names: tuple[str, ...]) -> tuple[str, ...]:
    """Add names of more than one word as papers print them that drop accents ("Lopez Obrador" for "López Obrador")."""
    plain = ("".join(c for c in normalize("NFD", name) if not combining(c)) for name in names if " " in name)
    return tuple(dict.fromkeys((*names, *plain)))


def _inflected(rest: str) -> bool:
    """Tell whether what follows a thing is but the ending of a verb (ja 訴え + る), no particle and no other word."""
    return "ぁ" <= rest[0] <= "ん" and rest[0] not in "をにのがでとへ"


def _possessor_apart(word: str) -> tuple[str, ...]:
    """Part a possessor from its mark, as the text is parted ("People's" = People + 's)."""
    if len(word) > 2 and word[-2:] in POSSESSIVE:
        return word[:-2], "'s"
    return (word,)


def _with_particle(meaning: Meaning, particle: tuple[str, ...]) -> Meaning:
    return Meaning(meaning.kind, meaning.concept, meaning.word, meaning.features, meaning.frame, meaning.with_,
                   meaning.without, particle)  # fmt: skip
