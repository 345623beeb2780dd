"""Words are inflected, and an unlisted name is known again by what its ending may stand for."""

from dragoman.packs.inflect import endings_undone, features_of, inflect, of_lifeless, of_living
from dragoman.packs.schema import Morphology, Row

CASES = Morphology(
    paradigms={
        "name": (
            Row("a", 1, forms=(("a", "nom"), ("y", "gen"), ("u", "acc"))),
            Row(("d", "t"), forms=(("", "nom"), ("a", "gen"), ("em", "ins"))),
            Row("o", starts=("Oslo",)),
        )
    }
)


def test_the_first_row_that_fits_inflects_a_name() -> None:
    assert [form for form, _, _ in inflect("Praha", "name", CASES)] == ["Praha", "Prahy", "Prahu"]
    assert [form for form, _, _ in inflect("Bělehrad", "name", CASES)] == ["Bělehrad", "Bělehrada", "Bělehradem"]


def test_an_ending_stands_for_the_letters_it_replaced() -> None:
    undone = endings_undone(CASES, "name")
    assert undone["y"] == (("a", "a"),)
    assert undone["em"] == (("", "d"), ("", "t"))


def test_one_ending_may_stand_for_several() -> None:
    assert endings_undone(CASES, "name")["a"] == (("a", "a"), ("", "d"), ("", "t"))


def test_a_row_for_whole_words_undoes_nothing() -> None:
    assert "" not in endings_undone(Morphology(paradigms={"name": (Row("o", starts=("Oslo",)),)}), "name")


def test_a_paradigm_that_is_not_there_undoes_nothing() -> None:
    assert endings_undone(CASES, "noun") == {}


LIVING = [
    ("Moz", features_of("nom singular"), ""),
    ("Moza", features_of("gen acc singular"), ""),
    ("Mozy", features_of("nom acc plural"), ""),
]


def test_what_does_not_live_is_its_own_accusative() -> None:
    assert [(text, "acc" in feats) for text, feats, _ in of_lifeless(LIVING)] == [
        ("Moz", True),
        ("Moza", False),
        ("Mozy", True),
    ]


def test_a_name_with_an_accusative_of_its_own_keeps_it() -> None:
    forms = [("Mava", features_of("nom singular"), ""), ("Mavu", features_of("acc singular"), "")]
    assert of_lifeless(forms) == forms


LIFELESS = [("soldat", features_of("nom acc singular"), ""), ("soldata", features_of("gen singular"), "")]


def test_who_lives_has_the_accusative_of_the_genitive() -> None:
    assert ["acc" in feats for _, feats, _ in of_living(LIFELESS, "soldat", sure=True)] == [False, True]


def test_who_perhaps_lives_has_both_accusatives() -> None:
    assert ["acc" in feats for _, feats, _ in of_living(LIFELESS, "soldat", sure=False)] == [True, True]
