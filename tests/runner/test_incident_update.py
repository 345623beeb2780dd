"""However articles come, change and go, the incidents are those of the articles that are there."""

import random
import sys
from pathlib import Path

import pytest
from sqlalchemy import Engine, func, select, text

from dragoman.runner.incident_stories import GivenStories
from dragoman.runner.incident_update import Update, update_incidents
from dragoman.store import open_store
from dragoman.store.incident_tables import contradictions, incident_events, incident_parties, incidents

sys.path.insert(0, str(Path(__file__).parent))
from incident_store import add, event, found, some_article


@pytest.fixture
def engine(tmp_path: Path) -> Engine:
    return open_store(f"sqlite:///{tmp_path / 'store.db'}")


@pytest.fixture
def other(tmp_path: Path) -> Engine:
    return open_store(f"sqlite:///{tmp_path / 'other.db'}")


def test_articles_join_the_incident_they_tell_of(engine: Engine) -> None:
    add(engine, "courier", [event()])
    assert update_incidents(engine) == Update(1, 0, 1, 0)
    (before,) = found(engine)
    add(engine, "gazette", [event(act="intrude")], "2026-05-12")
    assert update_incidents(engine) == Update(1, 0, 1, 0)
    (after,) = found(engine)
    assert (after.id, after.articles) == (before.id, 2)


def test_an_up_to_date_store_is_only_read(engine: Engine) -> None:
    add(engine, "courier", [event()])
    update_incidents(engine)
    assert update_incidents(engine) == Update()


def test_what_an_article_does_not_touch_is_not_written(engine: Engine) -> None:
    add(engine, "courier", [event()])
    add(engine, "gazette", [event("KOR", "2026-08-18")], "2026-08-20")
    update_incidents(engine)
    add(engine, "herald", [event()], "2026-05-12")
    assert update_incidents(engine).written == 1


def test_a_new_version_takes_the_place_of_the_old_one(engine: Engine) -> None:
    add(engine, "courier", [event(number=20)])
    add(engine, "gazette", [event(number=20)])
    update_incidents(engine)
    add(engine, "courier", [event("KOR")], text="Corrected.")
    assert update_incidents(engine).out == 1
    assert {(one.actor[0].code, one.articles) for one in found(engine)} == {("PRK", 1), ("KOR", 1)}


def test_an_incident_goes_with_its_last_article(engine: Engine) -> None:
    add(engine, "courier", [event()])
    update_incidents(engine)
    add(engine, "courier", [], text="Withdrawn.")
    assert update_incidents(engine) == Update(1, 1, 0, 1)
    with engine.connect() as connection:
        for table in (incidents, incident_events, incident_parties, contradictions):
            assert connection.execute(select(func.count()).select_from(table)).scalar() == 0


def test_an_article_coded_anew_is_taken_up_anew(engine: Engine) -> None:
    add(engine, "courier", [event(number=20)])
    update_incidents(engine)
    add(engine, "courier", [event(number=30)], coder="2")
    update_incidents(engine)
    assert [count.number for one in found(engine) for count in one.counts] == [30]


def test_articles_that_become_one_story_count_once(engine: Engine) -> None:
    one, other = add(engine, "courier", [event()]), add(engine, "gazette", [event()])
    update_incidents(engine)
    assert [(i.stories, len(i.origins)) for i in found(engine)] == [(2, 2)]
    update_incidents(engine, GivenStories({one: one, other: one}))
    assert [(i.stories, len(i.origins)) for i in found(engine)] == [(1, 1)]


def test_the_stories_of_the_store_count_where_it_keeps_them(engine: Engine) -> None:
    one, other = add(engine, "courier", [event()]), add(engine, "gazette", [event()])
    update_incidents(engine)
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE IF NOT EXISTS story_members (document TEXT, story TEXT)")
        for document in (one, other):
            connection.execute(text("INSERT INTO story_members VALUES (:d, :s)"), {"d": document, "s": one})
    update_incidents(engine)
    assert [(i.stories, len(i.origins)) for i in found(engine)] == [(1, 1)]


@pytest.mark.parametrize("denial_first", [True, False])
def test_a_denial_is_noted_whichever_comes_first(engine: Engine, denial_first: bool) -> None:
    steps = [lambda: add(engine, "courier", [event()]), lambda: add(engine, "herald", [], "2026-05-13", denies="PRK")]
    for step in reversed(steps) if denial_first else steps:
        step()
        update_incidents(engine)
    (one,) = found(engine)
    assert [(c.kind, c.claims[0].who) for c in one.contradictions] == [("denial", ("PRK",))]


def test_a_denial_taken_back_is_gone(engine: Engine) -> None:
    add(engine, "courier", [event()])
    add(engine, "herald", [], "2026-05-13", denies="PRK")
    update_incidents(engine)
    add(engine, "herald", [], "2026-05-13", text="Corrected.")
    update_incidents(engine)
    assert [one.contradictions for one in found(engine)] == [()]


@pytest.mark.parametrize("seed", range(40))
def test_articles_in_any_order_and_number_at_a_time_give_the_same_incidents(
    seed: int, engine: Engine, other: Engine
) -> None:
    """Articles come in a random order, some are corrected; a store that takes all up at once has the same incidents."""
    chance = random.Random(seed)
    articles = {f"doc{number}": some_article(chance) for number in range(14)}
    corrected = chance.sample(sorted(articles), 4)
    order = chance.sample(sorted(articles), len(articles))
    for number, doc in enumerate([*order, *corrected]):
        told, published, denies = articles[doc]
        if doc in corrected and number < len(order):
            add(engine, doc, some_article(chance)[0], published, text="Draft.", denies=chance.choice(["", "PRK"]))
        else:
            add(engine, doc, told, published, denies=denies, text="Last.")
        if chance.random() < 0.5:
            update_incidents(engine, batch=chance.randrange(1, 4))
    update_incidents(engine, batch=2)
    for doc, (told, published, denies) in articles.items():
        add(other, doc, told, published, denies=denies, text="Last.")
    update_incidents(other)
    assert found(engine) == found(other)


def test_a_telling_that_turns_to_another_week_takes_those_like_it_along(engine: Engine, other: Engine) -> None:
    """News of Monday is tied to Saturday's deed, until a deed of Monday comes: then it is tied to Wednesday's news too."""
    articles = [
        ("saturday", event(day="2026-05-16"), "2026-05-17"),
        ("monday", event(day=None), "2026-05-18"),
        ("wednesday", event(day=None, number=30), "2026-05-20"),
        ("deed", event(day="2026-05-18", number=20), "2026-05-19"),
    ]
    for doc, told, published in articles:
        add(engine, doc, [told], published)
        update_incidents(engine)
        add(other, doc, [told], published)
    update_incidents(other)
    assert found(engine) == found(other)
    assert [one.articles for one in found(engine)] == [1, 3]


def test_a_kill_between_steps_loses_nothing(engine: Engine) -> None:
    from dragoman.runner.incident_update import update_steps

    for doc in ("courier", "gazette", "herald"):
        add(engine, doc, [event()])
    next(update_steps(engine, batch=1))
    update_incidents(engine, batch=1)
    assert [one.articles for one in found(engine)] == [3]
