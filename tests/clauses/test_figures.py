"""A number counts the side or thing it stands in or right beside; numbers of times count nothing."""

from dragoman.clauses.figures import tell_figures
from dragoman.packs.lexicon import NONE, Meaning
from dragoman.records import Clause, Entity, Figure, Mention, Sentence, Span, TimeExpression
from dragoman.text.units import Readings, Unit
from dragoman.timex import load_time_words

SOLDIERS = Entity("PRK", "MIL", "soldiers")


def span(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def told(
    text: str, side: str, entity: Entity = SOLDIERS, themes: tuple[str, ...] = (), language: str = "en", time: str = ""
) -> list[Figure]:
    mention = Mention(span(text, side), span(text, side), (entity,))
    clause = Clause(0, Span(0, 1), "cross", "cross", actor=(mention,), theme_spans=tuple(span(text, t) for t in themes))
    units = [
        Unit(span(text, t).start, span(text, t).end, t, Readings(thing=[(Meaning("thing", "balloon", t), NONE)]).settled())
        for t in themes
    ]  # fmt: skip
    times = [TimeExpression(span(text, time), None, None, "day", "unknown")] if time else []
    (found,) = tell_figures([clause], Sentence(0, Span(0, len(text))), text, units, times, load_time_words(language))
    return list(found.figures)


def test_the_number_inside_a_side_counts_its_people() -> None:
    (figure,) = told("Twenty soldiers crossed the line", "Twenty soldiers")
    assert (figure.role, figure.what, figure.number, figure.act) == ("actor", "MIL", 20, "cross")


def test_a_number_right_after_the_noun_counts_it_too() -> None:
    assert [f.number for f in told("북한군 20여 명이 넘었다", "북한군", language="ko")] == [20]


def test_a_number_of_a_time_counts_nothing() -> None:
    assert told("북한군 9일 넘었다", "북한군", language="ko", time="9일") == []


def test_a_state_is_not_counted() -> None:
    assert told("20 Seoul", "20 Seoul", Entity("KOR", "GOV", "Seoul")) == []


def test_two_numbers_in_one_phrase_are_left_alone() -> None:
    assert told("Of 30 men 20 soldiers crossed", "Of 30 men 20 soldiers") == []


def test_things_are_counted_by_their_concept() -> None:
    found = told("Soldiers sent 300 balloons", "Soldiers", themes=("300 balloons",))
    assert [(f.role, f.number) for f in found] == [("theme", 300)]


def test_numbers_elsewhere_in_the_sentence_count_nothing_of_the_clause() -> None:
    assert told("Soldiers crossed, and much later 40 people fled", "Soldiers") == []
