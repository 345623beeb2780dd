"""Clauses where the verb is second, read in German: what an article, a compound or a shared auxiliary decides."""

import pytest

from dragoman.pipeline import Knowledge, load_knowledge, read_clauses
from dragoman.records import Clause


@pytest.fixture(scope="module")
def german() -> Knowledge:
    return load_knowledge(("de",))


def one_clause(german: Knowledge, text: str, act: str) -> Clause:
    return next(clause for clause in read_clauses(text, "de", german) if clause.act == act)


def actors(clause: Clause, text: str) -> list[str]:
    return [mention.span.of(text) for mention in clause.actor]


def recipients(clause: Clause, text: str) -> list[str]:
    return [mention.span.of(text) for mention in clause.recipient]


def test_an_unknown_compound_is_read_by_its_last_noun(german: Knowledge) -> None:
    text = "Am Montag nahm die Kapitolspolizei Dutzende Frauen fest."
    arrest = one_clause(german, text, "arrest")
    assert (actors(arrest, text), recipients(arrest, text)) == (["Kapitolspolizei"], ["Dutzende Frauen"])


def test_an_article_after_a_comma_opens_no_relative_clause_where_the_verb_is_second(german: Knowledge) -> None:
    text = "Lawrow sagte, der Präsident werde die Regierung noch heute auffordern, zurückzutreten."
    assert actors(one_clause(german, text, "urge"), text) == ["Präsident"]


def test_a_participle_shares_the_auxiliary_and_the_subject_of_the_clause_before(german: Knowledge) -> None:
    text = "China hat seine Teilnahme abgesagt und Gespräche mit den USA verschoben."
    assert actors(one_clause(german, text, "postpone"), text) == ["China"]


def test_hours_before_something_are_no_subject(german: Knowledge) -> None:
    text = "Wenige Stunden vor der Wahl hatte die Polizei die Zentrale der Opposition durchsucht."
    assert actors(one_clause(german, text, "raid"), text) == ["Polizei"]


def test_a_range_of_numbers_opens_no_clause(german: Knowledge) -> None:
    text = "Peking verhängte Zölle von fünf bis zehn Prozent auf weitere Waren aus den USA."
    assert actors(one_clause(german, text, "tax"), text) == ["Peking"]


def test_a_particle_closes_its_clause_however_long_it_is(german: Knowledge) -> None:
    text = (
        "Am Freitag ordnete Putin eine Untersuchung der Vorwürfe gegen den Richter in der Stadt durch die Polizei an."
    )
    assert actors(one_clause(german, text, "order"), text) == ["Putin"]


def test_a_word_that_belongs_to_a_verb_may_stand_before_it(german: Knowledge) -> None:
    text = "Athen hat sich in Brüssel gegen den Beitritt Mazedoniens ausgesprochen."
    clause = one_clause(german, text, "oppose")
    assert (actors(clause, text), recipients(clause, text)) == (["Athen"], ["Mazedoniens"])


def test_without_a_comma_before_it_as_opens_no_clause(german: Knowledge) -> None:
    text = "Die Rebellen haben zwei Polizisten als Geiseln genommen, sagte der Minister."
    assert actors(one_clause(german, text, "abduct"), text) == ["Rebellen"]


def test_a_list_set_off_by_commas_does_not_end_a_clause_that_waits_for_its_verb(german: Knowledge) -> None:
    text = "Peking protestierte, als Trump chinesische Waren, darunter Stahl und Holz, mit Strafzöllen belegte."
    assert actors(one_clause(german, text, "tax"), text) == ["Trump"]


def test_an_article_before_a_noun_alike_in_both_numbers_tells_a_possessor_behind_another_noun(
    german: Knowledge,
) -> None:
    text = "Die Regierung wies den Bericht der Ermittler zurück."
    assert actors(one_clause(german, text, "reject"), text) == ["Regierung"]


def test_an_adverb_before_a_participle_that_ends_the_clause_makes_it_no_attribute(german: Knowledge) -> None:
    text = "Der Minister ist in Moskau erneut festgenommen worden."
    assert recipients(one_clause(german, text, "arrest"), text) == ["Minister"]


def test_what_is_promised_is_what_its_object_makes_of_the_verb(german: Knowledge) -> None:
    text = "China schwor, jede Maßnahme der USA zu beantworten."
    assert "retaliate" in one_clause(german, text, "promise").themes


def test_an_infinitive_that_is_announced_is_still_to_come(german: Knowledge) -> None:
    text = "Trump kündigte an, die Truppen aus Syrien abzuziehen."
    assert one_clause(german, text, "withdraw").factuality == "future"


def test_whose_troops_stand_where_a_bomb_goes_off_is_not_who_kills(german: Knowledge) -> None:
    text = "Eine Autobombe tötete vier Polizisten nahe einem Posten von der Türkei unterstützter Kämpfer."
    assert actors(one_clause(german, text, "kill"), text) == []


def test_a_report_behind_wie_vouches_for_what_stands_before(german: Knowledge) -> None:
    text = "Pakistan wird den Piloten freilassen, wie Ministerpräsident Imran Khan am Donnerstag im Parlament sagte."
    release = one_clause(german, text, "release")
    assert [said.entity.name for said in release.attribution] == ["Imran Khan"]


def test_a_dative_relative_word_is_no_subject(german: Knowledge) -> None:
    text = "Griechenland hat zwei Diplomaten ausgewiesen, denen Athen Spionage vorwirft."
    accuse = one_clause(german, text, "accuse")
    assert (actors(accuse, text), recipients(accuse, text)) == (["Athen"], ["zwei Diplomaten"])


def test_quoted_words_stand_between_a_verb_and_its_particle(german: Knowledge) -> None:
    text = "Moskau wies die Vorwürfe als „haltlos“ zurück."
    assert actors(one_clause(german, text, "reject"), text) == ["Moskau"]


def test_a_clause_set_in_a_subordinate_clause_leaves_it_its_subject(german: Knowledge) -> None:
    text = "Die Abgeordneten klatschten, als Imran Khan, der im Amt ist, Indien zu Gesprächen aufforderte."
    urge = one_clause(german, text, "urge")
    assert (actors(urge, text), recipients(urge, text)) == (["Imran Khan"], ["Indien"])


def test_als_before_a_noun_opens_no_clause_behind_an_adverb(german: Knowledge) -> None:
    text = "Malawi, wo der Sturm zunächst als Tief angekommen war, bat um Zelte."
    assert actors(one_clause(german, text, "request"), text) == ["Malawi"]


def test_the_perfect_of_the_present_is_the_past_tense(german: Knowledge) -> None:
    now = one_clause(german, "Die Türkei hat die Zölle auf Autos verdoppelt.", "tax")
    before = one_clause(german, "Die Türkei hatte die Zölle auf Autos verdoppelt.", "tax")
    assert ("perfect" in now.features, "perfect" in before.features) == (False, True)


def test_a_clause_keeps_the_time_said_in_it(german: Knowledge) -> None:
    text = "Malawi, wo der Sturm am Montag ankam, bat in der vergangenen Woche um Zelte."
    time = one_clause(german, text, "request").time
    assert time is not None
    assert time.span.of(text) == "vergangenen Woche"


def test_a_bare_country_qualifies_no_noun_behind_it(german: Knowledge) -> None:
    text = "Die EU reagierte, weil Washington Strafzölle auf Stahl verhängt hat."
    assert actors(one_clause(german, text, "tax"), text) == ["Washington"]
