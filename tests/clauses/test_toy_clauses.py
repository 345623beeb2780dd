"""How clauses hang together, read in toy languages: who says, who is meant, what did not happen.

tsv: subject verb object, prepositions (ke = that, kyu = who, nul = not, ya = will, tu = to, dikid = said, kovid =
attacked, blagid = accused). tso: verb last, suffixes. tvs: verb first. tus: unspaced.
"""

import pytest

from dragoman.pipeline import Knowledge, analyse, read_clauses
from dragoman.records import Clause, Coding, Document, Entity, Event, Span


def article(language: str, *sentences: str) -> Document:
    spans, at = [], 0
    for sentence in sentences:
        spans.append(Span(at, at + len(sentence)))
        at += len(sentence) + 1
    return Document("toy", "\n".join(sentences), language, "2024-06-14", sentences=tuple(spans))


def read(toys: Knowledge, language: str, *sentences: str) -> Coding:
    coding = analyse(article(language, *sentences), toys)
    assert coding.error is None
    return coding


def side(entities: tuple[Entity, ...]) -> str:
    return " ".join(entity.code or "?" for entity in entities)


def shown(event: Event) -> str:
    vouched = side(tuple(a.entity for a in event.attribution))
    return f"{event.type} {side(event.actor)} > {side(event.recipient)}" + (f" says {vouched}" if vouched else "")


def events(toys: Knowledge, language: str, *sentences: str) -> list[str]:
    return [shown(event) for event in read(toys, language, *sentences).events]


def one_clause(toys: Knowledge, language: str, text: str, act: str) -> Clause:
    return next(clause for clause in read_clauses(text, language, toys) if clause.act == act)


ATTACK = "ASSAULT RUS > UKR"
CASES: dict[str, tuple[str, str, list[str]]] = {
    # --- meetings
    "whose meeting it is takes part in it": (
        "tsv",
        "Lo prezo de Korodo kovid Ukrodo po ilso rendzat kun Rusodo.",
        ["ASSAULT KOR > UKR", "CONSULT KOR RUS > "],
    ),
    # --- quotations
    "a colon and marks quote": ("tsv", 'Lo prezo de Korodo dikid: "Rusodo kovid Ukrodo."', [f"{ATTACK} says KOR"]),
    "the verb of saying may follow what is said": ("tsv", "Rusodo kovid Ukrodo, dikid Korodo.", [f"{ATTACK} says KOR"]),
    "who reports a report stands outside": (
        "tsv",
        "Lo prezo de Korodo dikid ke lo prezo de Ukrodo dikid ke Rusodo kovid Ukrodo.",
        [f"{ATTACK} says UKR KOR"],
    ),
    "we in a quotation is the speaker": ("tsv", 'Korodo dikid: "Noi prosas tu vizta Ukrodo."', ["AGREE KOR > UKR"]),
    "an unspaced language quotes too": ("tus", "丙邦统言：“甲邦攻了乙邦。”", [f"{ATTACK} says KOR"]),
    "what the speaker reports of two acts is vouched for twice": (
        "tvs",
        "qal rusodo anna ukrodo hajam korodo wa ittaham rusodo.",
        ["ASSAULT UKR > KOR says RUS", "ACCUSE UKR > RUS says RUS"],
    ),
    # --- relative clauses
    "a relative clause is about the noun before it": (
        "tsv",
        "Rusodo, kyu kovid Ukrodo, blagid Korodo.",
        [ATTACK, "ACCUSE RUS > KOR"],
    ),
    "the noun of a relative clause keeps its part in the main one": (
        "tsv",
        "Korodo blagid Rusod soldoz kyu kovid Ukrodo.",
        ["ACCUSE KOR > RUS", ATTACK],
    ),
    "words in marks leave a relative clause whole": (
        "tsv",
        'Rusodo, kyu dikid ke Ukrodo zitas "groda runo" kontra stormo, blagid Korodo.',
        ["ACCUSE RUS > KOR"],
    ),
    "what only relative clauses have described has its verb after them": (
        "tsv",
        "Rusodo kyu kovid Ukrodo, kyu zitid, blagid Korodo.",
        [ATTACK, "ACCUSE RUS > KOR"],
    ),
    "a relative clause may stand before its noun": (
        "tso",
        "ukrodowo semtano rusodowa korodowo hinanta.",
        [ATTACK, "ACCUSE RUS > KOR"],
    ),
    # --- shared and missing subjects
    "who stands before the next verb is not joined to what qualifies an object": (
        "tsv",
        "Rusodo stoplid lo pakto na stormo Korodo ande Ukrodo kovid Rusodo.",
        ["SANCTION RUS > ", "ASSAULT UKR > RUS"],
    ),
    "the initial of a name ends nothing": (
        "tsv",
        "Lo prezo de Rusodo, Vlado A. Putino, kovid Ukrodo.",
        [ATTACK],
    ),
    "a second verb shares the subject": (
        "tsv",
        "Rusodo kovid Ukrodo ande blagid Korodo.",
        [ATTACK, "ACCUSE RUS > KOR"],
    ),
    "so it does where the verb comes first": (
        "tvs",
        "hajam rusodo ukrodo wa ittaham korodo.",
        [ATTACK, "ACCUSE RUS > KOR"],
    ),
    # --- the verb first: who is its subject
    "a verb before its subject is singular: a plural one has its subject before it": (
        "tvs",
        "ittaham jundin rusodo korodo wa hajamun ukrodo.",
        ["ACCUSE RUS > KOR", ATTACK],
    ),
    "a feminine verb passes over a masculine noun": ("tvs", "hajamat ukrodo shurtah rusodi.", [ATTACK]),
    "a pronoun glued to the verb is its object, not its subject": (
        "tvs",
        "ittaham korodo jund ukrodi alladhi hajamhu rusodo.",
        ["ACCUSE KOR > UKR", ATTACK],
    ),
    "the only noun of a joined verb that needs an object is the object": (
        "tvs",
        "zar alrais rusodi korodo wa ittaham alrais ukrodi.",
        ["CONSULT RUS > KOR", "ACCUSE RUS > UKR"],
    ),
    "the only noun of a verb that tells what befell somebody is whom it befell": (
        "tvs",
        "sijan nasht korodi.",
        ["COERCE  > KOR"],
    ),
    "an act noun has its doer and then whom it befalls": (
        "tvs",
        "sijnat shurt rusodi nasht ukrodi.",
        ["COERCE RUS > UKR"],
    ),
    "a noun that its verb governs by an adposition is not its subject": (
        "tvs",
        "ittaham rusodo korodo fi hujum alladhi shan alayhu ukrodo.",
        ["ACCUSE RUS > KOR"],
    ),
    "a verb right after an indefinite noun describes it without a mark": (
        "tvs",
        "ittaham rusodo korodo fi hujum hajam ukrodo.",
        ["ACCUSE RUS > KOR", "ASSAULT  > UKR"],
    ),
    "what an act answers is not its subject": ("tvs", "raddan ala hujum ukrodi hajam rusodo ukrodo.", [ATTACK]),
    "and where nothing joins the verbs": ("tus", "甲邦攻了乙邦，责了丙邦。", [ATTACK, "ACCUSE RUS > KOR"]),
    # --- voice
    "a passive turns the sides": ("tvs", "hajamen ukrodo min rusodo.", [ATTACK]),
    "so does a mark of the passive": ("tus", "乙邦被甲邦攻。", [ATTACK]),
    "a passive without an agent has no actor": ("tvs", "sijanen nasht korodi.", ["COERCE  > KOR"]),
    # --- acts named by nouns
    "a noun takes its sides from its own links": (
        "tsv",
        "Lo viztat de lo Korod prezo ze Rusodo zitid.",
        ["CONSULT KOR > RUS"],
    ),
    "a light verb lends its subject to the noun": ("tsv", "Korodo ande Ukrodo holid rendzat.", ["CONSULT KOR UKR > "]),
    "a noun for the cause of a charge is its own event": (
        "tsv",
        "Korodo blagid Rusodo de kovat kontra Ukrodo.",
        ["ACCUSE KOR > RUS", "ASSAULT  > UKR"],
    ),
    # --- whose agreement
    "the partner of what is suspended is the recipient": (
        "tso",
        "korodowa rusodoto no yakusokuwo tomta.",
        ["SANCTION KOR > RUS"],
    ),
    "a possessive is not the partner": ("tsv", "Korodo stoplid suo pakto kun Rusodo.", ["SANCTION KOR > RUS"]),
    # --- what is not
    "a demand that something not be done is a demand": (
        "tsv",
        "Korodo mordid ke Rusodo nul kova Ukrodo.",
        ["REQUEST KOR > RUS"],
    ),
    "an act noun that is demanded has not happened": (
        "tsv",
        "Korodo mordid lo retrat de Rusod soldoz.",
        ["REQUEST KOR > RUS"],
    ),
    "a verb of saying after marks and comma vouches": (
        "tsv",
        '"Rusodo kovid Ukrodo", dikid lo prezo de Korodo.',
        [f"{ATTACK} says KOR"],
    ),
    "a verb of saying set into the sentence vouches": (
        "tsv",
        "Rusodo, dikid lo prezo de Korodo, kovid Ukrodo.",
        [f"{ATTACK} says KOR"],
    ),
    # --- what is announced, refused or demanded by saying so
    "what a side will do against another is a threat": (
        "tsv",
        "Korodo dikid ke Korodo ya stopla lo pakto kun Rusodo.",
        ["THREATEN KOR > RUS"],
    ),
    "what another will do is no threat": ("tsv", "Ukrodo dikid ke Korodo ya stopla lo pakto kun Rusodo.", []),
    "what a side will not do for another it refuses": (
        "tsv",
        "Korodo dikid ke Korodo nul ya vizta Rusodo.",
        ["REJECT KOR > RUS"],
    ),
    "what another must do is demanded": (
        "tsv",
        "Korodo dikid ke Rusodo muza vizta Ukrodo.",
        ["REQUEST KOR > RUS"],
    ),
    "what oneself must do is not": ("tsv", "Korodo dikid ke Korodo muza vizta Ukrodo.", []),
    "a meeting demanded is no meeting": (
        "tsv",
        "Korodo mordid rendzat inter Rusodo ande Ukrodo.",
        ["REQUEST KOR > "],
    ),
    "a finite verb goes on after what is demanded": (
        "tsv",
        "Korodo mordid Rusodo tu vizta Ukrodo ande blagid Ukrodo.",
        ["REQUEST KOR > RUS", "ACCUSE KOR > UKR"],
    ),
    "who blames himself blames nobody": ("tsv", "Korodo blagid simo.", []),
    "who does it himself does it": ("tsv", "Korodo simo blagid Rusodo.", ["ACCUSE KOR > RUS"]),
    # --- inside noun phrases
    "an adposition before a number counts": ("tsv", "Sirka 20 Rusod soldoz kovid Ukrodo.", [ATTACK]),
    "a participle before a noun only describes it": (
        "tsv",
        "Korodo blagid lo grapit Rusod soldoz.",
        ["ACCUSE KOR > RUS"],
    ),
    "two names before a verb may share it without a conjunction": (
        "tsv",
        "Korodo, Ukrodo blagid Rusodo.",
        ["ACCUSE KOR UKR > RUS"],
    ),
    "not suspending is nothing": ("tsv", "Korodo nul stoplid lo pakto kun Rusodo.", []),
}


@pytest.mark.parametrize(("language", "text", "told"), CASES.values(), ids=CASES.keys())
def test_a_toy_clause_is_read(toys: Knowledge, language: str, text: str, told: list[str]) -> None:
    assert events(toys, language, text) == told


GAPS: dict[str, tuple[str, str, list[str]]] = {
    "an object with a relative clause may stand before the subject": (
        "tso",
        "ukrodowo semtano rusodowo korodowa hinanta.",
        [ATTACK, "ACCUSE KOR > RUS"],
    ),
    "a demand has its addressee from its own mark": (
        "tso",
        "korodowa rusodoni ukrodowo semnaikoto motomta.",
        ["REQUEST KOR > RUS"],
    ),
}


@pytest.mark.xfail(strict=True, reason="a known gap of the engine; move it to CASES when it is mended")
@pytest.mark.parametrize(("language", "text", "told"), GAPS.values(), ids=GAPS.keys())
def test_a_known_gap(toys: Knowledge, language: str, text: str, told: list[str]) -> None:
    assert events(toys, language, text) == told


def test_a_quoted_clause_says_so(toys: Knowledge) -> None:
    quoted = one_clause(toys, "tsv", 'Korodo dikid: "Rusodo kovid Ukrodo."', "attack")
    plain = one_clause(toys, "tsv", "Korodo dikid ke Rusodo kovid Ukrodo.", "attack")
    assert (quoted.quoted, plain.quoted) == (True, False)


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("Rusodo kovid Ukrodo.", "actual"),
        ("Rusodo ya kova Ukrodo.", "future"),
        ("Rusodo mebe kova Ukrodo.", "hypothetical"),
        ("Sif Rusodo kovas Ukrodo, Korodo zitas.", "hypothetical"),
        ("Rusodo nul kovid Ukrodo.", "negated"),
    ],
)
def test_what_a_verb_is_coloured_with_tells_how_it_stands(toys: Knowledge, text: str, standing: str) -> None:
    assert one_clause(toys, "tsv", text, "attack").factuality == standing


def test_the_perfect_is_seen_and_leaves_an_event_undated(toys: Knowledge) -> None:
    assert "perfect" in one_clause(toys, "tsv", "Rusodo ha kovit Ukrodo.", "attack").features
    perfect, past = (read(toys, "tsv", text).events[0] for text in ("Rusodo ha kovit Ukrodo.", "Rusodo kovid Ukrodo."))
    assert (perfect.date, past.date) == (None, "2024-06-14")


def test_the_words_of_a_clause_point_at_the_text(toys: Knowledge) -> None:
    text = "Lo prezo de Korodo dikid ke Rusod soldoz kovid Ukrodo."
    attack = one_clause(toys, "tsv", text, "attack")
    assert attack.trigger.of(text) == "kovid"
    assert [m.span.of(text) for m in (*attack.actor, *attack.recipient)] == ["Rusod soldoz", "Ukrodo"]
    assert [a.span.of(text) for a in attack.attribution] == ["Lo prezo de Korodo"]


def test_a_source_named_without_a_face_is_not_the_next_noun(toys: Knowledge) -> None:
    vouched = [read(toys, "tsv", text).events[0].attribution for text in (
        "Rusodo kovid Ukrodo lauto Korodo.", "Lauto pakto, Rusodo kovid Ukrodo.",
    )]  # fmt: skip
    assert [side(tuple(a.entity for a in said)) for said in vouched] == ["KOR", ""]


def test_a_storm_attacks_nobody(toys: Knowledge) -> None:
    coding = read(toys, "tsv", "Lo stormo kovid Ukrodo.")
    assert coding.events == ()
