"""The types of a language pack's files and of the concept list; `docs/add-a-language.md` describes them in words."""

from typing import Literal

import msgspec

LINKS: frozenset[str] = frozenset(
    [
        "subject", "object", "topic", "to", "with", "from", "against", "about", "on", "in", "of", "by", "for", "as",
        "between", "through", "during", "after", "before", "since", "until", "because", "despite", "without",
        "according", "than", "like", "dative", "owner", "poss", "and", "definite", "apposition",
    ]
)  # fmt: skip

FEATURES: frozenset[str] = frozenset(
    [
        "base", "infinitive", "present", "past", "future", "perfect", "participle", "gerund", "adnominal", "imperative",
        "passive", "negative", "conditional", "desiderative", "attempt", "potential", "obligation", "quote",
        "connective", "subordinate", "owned", "nominal", "causative", "finite", "progressive", "singular", "plural", "nom",
        "acc", "gen", "dat", "ins", "loc", "abl", "voc", "masc", "fem", "neut", "definite", "indefinite", "short",
        "troops",
    ]
)  # fmt: skip


class Facts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """language.yaml: what is declared of the language."""

    code: str
    name: str
    native: str
    script: str
    order: Literal["svo", "sov", "vso", "v2"]
    qualifier: Literal["before", "after", "both"]
    spaced: bool = True
    capitals: bool = True
    noun_capitals: bool = False
    drop_subject: bool = False
    fold: tuple[str, ...] = ()
    compose: str = "none"
    cases: dict[str, str] = {}
    name_joiners: tuple[str, ...] = ()
    honorific_suffixes: tuple[str, ...] = ()
    compounds: bool = False
    passive_agent: Literal["marked", "bare"] = "marked"
    bare_complements: bool = False
    reduced_relatives: bool = False
    reduplication: bool = False
    coverbs: bool = False
    focus: bool = False
    inversion: bool = False
    gerund: Literal["attribute", "adverb"] = "attribute"
    clause_commas: bool = False
    names_qualify: bool = True
    complements: Literal["before", "after"] = "before"
    stem_words: bool = True
    nonpast: Literal["present", "future"] = "present"
    bare_negative: Literal["imperative", "noun"] = "imperative"
    serial_verbs: tuple[str, ...] = ()
    verbalizers: tuple[str, ...] = ()
    heads_last: bool = False
    head_letters: int = 1
    affixes: dict[str, tuple[str, ...]] = {}

    @property
    def open_final(self) -> bool:
        """Tell whether verbs come last, qualifiers before nouns, but what is said behind its verb (Hindi, Urdu, Bengali)."""
        return self.order == "sov" and self.complements == "after" and self.qualifier == "before"

    def affixed(self, name: str, text: str) -> bool:
        """Tell whether a word begins ("al-") or ends ("-an") as the affixes declared under a name do."""
        for affix in self.affixes.get(name, ()):
            if affix.endswith("-") and text.startswith(affix[:-1]):
                return True
            if affix.startswith("-") and text.endswith(affix[1:]):
                return True
        return False


class Row(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One row of a paradigm: which citation endings it takes, what to strip, which forms to build."""

    ends: str | tuple[str, ...] = ""
    strip: int = 0
    starts: str | tuple[str, ...] = ""
    strip_start: int = 0
    forms: tuple[tuple[str, ...], ...] = (("", ""),)
    prefixes: tuple[tuple[str, ...], ...] = ()


class Morphology(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """morphology.yaml."""

    paradigms: dict[str, tuple[Row, ...]] = {}
    irregular: dict[str, dict[str, tuple[tuple[str, ...], ...]]] = {}
    chains: dict[str, tuple[dict[str, str], ...]] = {}
    prefixes: tuple[dict[str, str], ...] = ()
    suffixes: tuple[str, ...] = ()
    harmony: str = ""


class Word(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One word or phrase of a concept, in its citation form, with what is particular to it."""

    word: str
    paradigm: str | None = None
    forms: tuple[tuple[str, ...], ...] | None = None
    frame: dict[str, tuple[str, ...]] = {}
    with_: tuple[str, ...] = msgspec.field(default=(), name="with")
    without: tuple[str, ...] = ()
    particle: str | None = None
    joined: str | None = None
    is_: str = msgspec.field(default="", name="is")
    recipient: str = ""


Words = tuple[str | Word, ...]


class ActWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words of one act with their examples."""

    verbs: Words = ()
    nouns: Words = ()
    adjectives: Words = ()
    examples: tuple[str, ...] = ()
    not_: tuple[str, ...] = msgspec.field(default=(), name="not")
    gaps: tuple[str, ...] = ()
    note: str = ""


class Positioned(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Adpositions by the side they stand on."""

    before: dict[str, str] = {}
    after: dict[str, str] = {}


class Sides(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Formulas by the side they stand on."""

    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


class Auxiliary(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words around a verb that colour it."""

    words: tuple[str, ...]
    means: str
    with_: str = msgspec.field(default="", name="with")


class NameLists(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Frequent surnames and given names, for scripts without capitals."""

    surnames: tuple[str, ...] = ()
    given: tuple[str, ...] = ()


class Determiners(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that open a noun phrase."""

    definite: tuple[str, ...] = ()
    indefinite: tuple[str, ...] = ()


class Glue(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """glue.yaml: the closed classes."""

    links: Positioned = Positioned()
    possessive: tuple[str, ...] = ()
    coordinators: tuple[str, ...] = ()
    contrast: tuple[str, ...] = ()
    complementizers: tuple[str, ...] = ()
    relativizers: tuple[str, ...] = ()
    oblique_relativizers: tuple[str, ...] = ()
    appositives: tuple[str, ...] = ()
    subordinators: dict[str, tuple[str, ...]] = {}
    infinitive_marks: tuple[str, ...] = ()
    negators: tuple[str, ...] = ()
    auxiliaries: tuple[Auxiliary, ...] = ()
    pronouns: dict[str, tuple[str, ...]] = {}
    possessives: dict[str, tuple[str, ...]] = {}
    clitics: dict[str, tuple[str, ...]] = {}
    determiners: Determiners = Determiners()
    quantities: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    former: tuple[str, ...] = ()
    modifiers: tuple[str, ...] = ()
    sources: Sides = Sides()
    responses: tuple[str, ...] = ()
    sequence: dict[str, tuple[str, ...]] = {}
    opaque: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()
    names: NameLists = NameLists()


class CountryWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """countries.yaml: the words of one language for one country (or several joined by +)."""

    names: Words = ()
    adjectives: Words = ()
    people: Words = ()
    seats: Words = ()
    abbreviations: Words = ()


class Frame(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """concepts/frames.yaml: which links may bear which role, for a verb and for a noun."""

    verb: dict[str, tuple[str, ...]]
    noun: dict[str, tuple[str, ...]]


class Act(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One act of the concept list."""

    kind: Literal["act", "speech", "mental", "naming", "light", "aspect", "effect", "empty"]
    frame: str
    gloss: str
    example: str
    is_: str | None = msgspec.field(default=None, name="is")


class Thing(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One thing of the concept list."""

    gloss: str
    example: str
    is_: str | None = msgspec.field(default=None, name="is")
    domain: str | None = None


class Role(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One role of the concept list; `is` names the wider role."""

    sector: str
    kind: Literal["person", "organ", "group", "relation"]
    gloss: str
    example: str
    is_: str | None = msgspec.field(default=None, name="is")


class Concepts(msgspec.Struct, frozen=True):
    """The whole concept list."""

    acts: dict[str, Act]
    things: dict[str, Thing]
    roles: dict[str, Role]
    frames: dict[str, Frame]


class Pack(msgspec.Struct, frozen=True):
    """A language pack as loaded from its folder, before compilation."""

    facts: Facts
    morphology: Morphology
    acts: dict[str, ActWords]
    things: dict[str, Words]
    roles: dict[str, Words]
    glue: Glue
    countries: dict[str, CountryWords]
