"""Who is meant: names in parts, titles, descriptions and pronouns, read in toy languages.

tsv: prezo = president, formino = foreign minister, soldo = soldier, samulo = counterpart, vicino = neighbour, parto =
side, vocero = spokesman, buro = ministry, eks = former, sio = Mr, ilo = he, ili = they, suo = its.
"""

import pytest

from dragoman.pipeline import Knowledge, analyse
from dragoman.records import Document, Entity, Event, Span


def read(toys: Knowledge, language: str, *sentences: str, published: str = "2024-06-14") -> tuple[Event, ...]:
    spans, at = [], 0
    for sentence in sentences:
        spans.append(Span(at, at + len(sentence)))
        at += len(sentence) + 1
    coding = analyse(Document("toy", "\n".join(sentences), language, published, sentences=tuple(spans)), toys)
    assert coding.error is None
    return coding.events


def actor(toys: Knowledge, *sentences: str, language: str = "tsv", published: str = "2024-06-14") -> Entity:
    """Return the only actor of the last event."""
    found = read(toys, language, *sentences, published=published)[-1].actor
    assert len(found) == 1
    return found[0]


PARK = "Lo Korod prezo Minlo Parko viztid Rusodo."


def test_a_country_stands_for_its_government_and_so_does_its_seat(toys: Knowledge) -> None:
    country, seat = actor(toys, "Korodo blagid Rusodo."), actor(toys, "Seulo blagid Rusodo.")
    assert (country.code, country.sector, country.name) == ("KOR", "GOV", "South Korea")
    assert (seat.code, seat.sector, seat.key, seat.text) == ("KOR", "GOV", country.key, "Seulo")


def test_a_title_and_a_country_place_a_name_that_nobody_knows(toys: Knowledge) -> None:
    found = actor(toys, "Lo Korod prezo Minlo Parko blagid Rusodo.")
    assert (found.code, found.sector, found.name, found.office) == ("KOR", "GOV", "Minlo Parko", "president")


@pytest.mark.parametrize(
    "text",
    ["Minlo Parko, lo prezo de Korodo, blagid Rusodo.", "Lo prezo de Korodo, Minlo Parko, blagid Rusodo."],
)
def test_an_apposition_places_a_name_from_either_side(toys: Knowledge, text: str) -> None:
    found = actor(toys, text)
    assert (found.code, found.name, found.office) == ("KOR", "Minlo Parko", "president")


def test_a_bare_unknown_name_is_nobody(toys: Knowledge) -> None:
    assert read(toys, "tsv", "Minlo Parko blagid Rusodo.") == ()


@pytest.mark.parametrize("later", ["Parko blagid Rusodo.", "Sio Parko blagid Rusodo.", "Minlo Parko blagid Rusodo."])
def test_part_of_a_name_means_whom_the_article_has_introduced(toys: Knowledge, later: str) -> None:
    found = actor(toys, PARK, later)
    assert (found.code, found.sector, found.name) == ("KOR", "GOV", "Minlo Parko")


def test_part_of_a_name_means_the_one_introduced_last(toys: Knowledge) -> None:
    found = actor(toys, PARK, "Lo Ukrod prezo Sanlo Parko zitid.", "Parko blagid Rusodo.")
    assert (found.code, found.name) == ("UKR", "Sanlo Parko")


def test_an_office_alone_means_its_holder_of_whom_was_spoken(toys: Knowledge) -> None:
    found = actor(toys, PARK, "Lo prezo blagid Ukrodo.")
    assert (found.code, found.name) == ("KOR", "Minlo Parko")


def test_he_is_the_first_person_of_the_sentence_before(toys: Knowledge) -> None:
    found = actor(toys, PARK, "Ilo blagid Ukrodo.")
    assert (found.name, found.text) == ("Minlo Parko", "Ilo")


def test_he_is_no_country(toys: Knowledge) -> None:
    assert [e.type for e in read(toys, "tsv", "Korodo blagid Rusodo.", "Ilo blagid Ukrodo.")] == ["ACCUSE"]


def test_they_are_the_group_spoken_of_last(toys: Knowledge) -> None:
    found = actor(toys, "Rusod soldoz kovid Ukrodo.", "Ili retrid.")
    assert (found.code, found.sector) == ("RUS", "MIL")


def test_a_counterpart_holds_the_same_office_in_the_other_country(toys: Knowledge) -> None:
    (met,) = read(toys, "tsv", "Lo formino de Korodo rendzid kun lo Rusod samulo.")
    assert [(e.code, e.sector) for e in met.actor] == [("KOR", "GOV"), ("RUS", "GOV")]


def test_a_named_counterpart_is_remembered_by_name(toys: Knowledge) -> None:
    found = actor(
        toys, "Lo formino de Korodo Minlo Parko rendzid kun suo Rusod samulo Ivano Petrovo.", "Petrovo blagid Ukrodo."
    )
    assert (found.code, found.sector, found.name) == ("RUS", "GOV", "Ivano Petrovo")


def test_the_neighbour_is_the_other_country_spoken_of(toys: Knowledge) -> None:
    (event,) = read(toys, "tsv", "Korodo, kyu zitid, zitid kun Rusodo.", "Korodo blagid lo vicino.")
    assert [e.code for e in event.recipient] == ["RUS"]


def test_the_two_sides_are_the_two_countries_most_spoken_of(toys: Knowledge) -> None:
    events = read(toys, "tsv", "Korodo blagid Rusodo.", "Lo partoz holid rendzat.")
    assert sorted(e.code or "" for e in events[1].actor) == ["KOR", "RUS"]


def test_a_former_office_is_of_the_elite(toys: Knowledge) -> None:
    assert actor(toys, "Lo eks Korod prezo Minlo Parko blagid Rusodo.").sector == "ELI"


def test_a_spokesman_takes_the_sector_of_those_for_whom_he_speaks(toys: Knowledge) -> None:
    sectors = [
        actor(toys, f"Un vocero de lo Korod {body} blagid Rusodo.").sector for body in ("buro", "soldoz", "polso")
    ]
    assert sectors == ["GOV", "MIL", "COP"]


def test_people_hold_posts_for_a_time(toys: Knowledge) -> None:
    text = "Barack Obama blagid Rusodo."
    held, past = actor(toys, text, published="2014-06-14"), actor(toys, text, published="2024-06-14")
    assert (held.code, held.sector, held.office) == ("USA", "GOV", "president")
    assert (past.code, past.sector) == ("USA", "ELI")


def test_police_without_a_country_are_those_of_the_articles_country(toys: Knowledge) -> None:
    (event,) = read(toys, "tsv", "Polso grapid dudek aktivoz na Korodo.")
    assert [(e.code, e.sector) for e in (*event.actor, *event.recipient)] == [("KOR", "COP"), ("KOR", "SOC")]


def test_two_countries_share_one_act(toys: Knowledge) -> None:
    (event,) = read(toys, "tvs", "iltaq alrais korodi wa alrais ukrodi.")
    assert [(e.code, e.office) for e in event.actor] == [("KOR", "president"), ("UKR", "president")]


def test_a_subject_left_out_is_that_of_the_sentence_before(toys: Knowledge) -> None:
    found = actor(toys, "korodowa ukrodowo tazta.", "rusodowo hinanta.", language="tso")
    assert (found.code, found.sector) == ("KOR", "GOV")


@pytest.mark.parametrize("words", ["Lo soldoz retrid.", "Lo dudek soldoz retrid."])
def test_soldiers_named_again_without_their_country_are_the_same_soldiers(toys: Knowledge, words: str) -> None:
    found = actor(toys, "Korodo blagid Ukrodo.", "Dudek Rusod soldoz kovid Ukrodo.", words)
    assert (found.code, found.sector) == ("RUS", "MIL")


@pytest.mark.xfail(strict=True, reason="the article's country is supplied even where it would fight itself")
def test_soldiers_without_a_country_are_not_those_of_the_country_they_attack(toys: Knowledge) -> None:
    found = actor(toys, "Lo soldoz kovid Ukrodo.")
    assert found.code != "UKR"


def test_police_without_a_country_are_those_of_the_place(toys: Knowledge) -> None:
    found = actor(toys, "Rusodo blagid Ukrodo.", "Rusodo blagid Ukrodo.", "Polso grapid Ukrod aktivoz na Korodo.")
    assert (found.code, found.sector) == ("KOR", "COP")


def test_a_place_in_another_clause_says_nothing_of_them(toys: Knowledge) -> None:
    found = actor(toys, "Rusodo blagid Ukrodo.", "Polso grapid Ukrod aktivoz posto Rusodo zitid na Korodo.")
    assert found.code != "KOR"


def test_joined_descriptions_share_the_country_of_the_first(toys: Knowledge) -> None:
    both = read(toys, "tsv", "Rusodo blagid Ukrodo.", "Rusodo blagid Ukrodo.", "Korod soldoz ande polso kovid Ukrodo.")
    assert [e.code for e in both[-1].actor] == ["KOR", "KOR"]
