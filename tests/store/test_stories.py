"""A store keeps stories as articles come, in whatever order and in however many runs; what a person decided holds."""

import random
from collections.abc import Callable

import pytest
from arriving import arrival, put
from sqlalchemy import Engine, select, text

from dragoman.ingest import Arrival
from dragoman.records import Coding
from dragoman.runner import story_linking
from dragoman.runner.story_deciding import NoSuchStory, merge_stories, split_story
from dragoman.runner.story_linking import link_rest
from dragoman.store.story_query import find_story, list_stories, story_articles, story_of, told_story
from dragoman.store.story_tables import stories, story_edges, story_members, story_signatures
from dragoman.store.tables import documents

pytestmark = pytest.mark.usefixtures("toy_engine")

WORDS = "harbour treaty envoy council river bridge minister patrol convoy border talks crowd tower market".split()


def _text(seed: int, size: int = 80) -> str:
    chance = random.Random(seed)
    return " ".join(f"{chance.choice(WORDS)}{chance.choice('abcdefghijkl')}" for _ in range(size))


def _told(engine: Engine) -> list[tuple[str, ...]]:
    """List the stories by the docs of their current articles."""
    with engine.connect() as connection:
        query = select(story_members.c.story, documents.c.doc).join(
            documents, documents.c.id == story_members.c.document
        )
        found: dict[str, list[str]] = {}
        for row in connection.execute(query.where(documents.c.current)):
            found.setdefault(row.story, []).append(row.doc)
        assert set(found) == set(connection.scalars(select(stories.c.id))), "every story has members and its row"
        sizes = {row.id: row.size for row in connection.execute(select(stories))}
        assert {story: len(docs) for story, docs in found.items()} == sizes
    return sorted(tuple(sorted(docs)) for docs in found.values())


def _batch() -> list[Arrival]:
    return [
        arrival(f"{name}{number}", f"{_text(number)}{' more' * copy}", f"2024-06-{10 + copy}")
        for number in range(4)
        for copy, name in enumerate("abc")
    ]


BY_NUMBER = [tuple(f"{name}{number}" for name in "abc") for number in range(4)]


def test_copies_become_one_story_as_they_are_ingested(engine: Engine) -> None:
    put(engine, *_batch())
    assert _told(engine) == sorted(BY_NUMBER)
    first = next(list_stories(engine))
    assert (first.size, first.doc[0]) == (3, "a")
    assert first.last is not None
    assert first.first == first.last - 2


@pytest.mark.parametrize("size", [1, 3, 200])
def test_batches_of_any_size_and_runs_of_any_order_give_the_same(
    engine: Engine, size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(story_linking, "BATCH", size)
    mixed = _batch()
    random.Random(size).shuffle(mixed)
    put(engine, *mixed[:5])
    put(engine, *mixed[5:])
    assert _told(engine) == sorted(BY_NUMBER)
    with engine.connect() as connection:
        for row in connection.execute(select(stories)):
            assert told_story(connection, row.id).members[0] == row.id, "the earliest names the story"


def test_a_rerun_changes_no_story(engine: Engine) -> None:
    put(engine, *_batch())
    tables = (stories, story_members, story_edges, story_signatures)
    with engine.connect() as connection:
        before = [connection.execute(select(table)).all() for table in tables]
    put(engine, *_batch())
    with engine.connect() as connection:
        assert [connection.execute(select(table)).all() for table in tables] == before


def test_word_for_word_twins_join_the_story_and_an_earlier_one_names_it(engine: Engine) -> None:
    put(engine, arrival("a", _text(1), "2024-06-12"), arrival("b", f"{_text(1)} more", "2024-06-13"))
    put(engine, arrival("c", _text(1), "2024-06-14"), arrival("d", _text(1), "2024-06-11"))
    assert _told(engine) == [("a", "b", "c", "d")]
    (story,) = list_stories(engine)
    assert story.doc == "d"


def test_a_changed_article_leaves_the_story_its_new_text_is_not_of(engine: Engine) -> None:
    put(engine, *_batch()[:3])
    put(engine, arrival("a0", _text(9), "2024-06-10"))
    assert _told(engine) == [("a0",), ("b0", "c0")]


def test_an_article_coded_anew_stays_where_it_was(engine: Engine) -> None:
    put(engine, *_batch())
    put(engine, *_batch()[:4], coder="2")
    assert _told(engine) == sorted(BY_NUMBER)


def test_what_was_split_stays_split_whatever_comes(engine: Engine) -> None:
    put(engine, *_batch()[:3])
    left, formed = split_story(engine, "a0", ["b0", "c0"])
    assert left != formed
    assert _told(engine) == [("a0",), ("b0", "c0")]
    put(engine, arrival("d0", f"{_text(0)} and more", "2024-06-12"))
    assert [docs for docs in _told(engine) if "a0" in docs and "b0" in docs] == []


def test_what_was_merged_stays_merged_whatever_comes(engine: Engine) -> None:
    put(engine, *_batch())
    merge_stories(engine, ["a0", "b1", "c2"])
    assert _told(engine) == sorted([tuple(sorted((*BY_NUMBER[0], *BY_NUMBER[1], *BY_NUMBER[2]))), BY_NUMBER[3]])
    put(engine, arrival("d1", f"{_text(1)} and more", "2024-06-12"))
    assert any({"a0", "b1", "c2", "d1"} <= set(docs) for docs in _told(engine))


def test_merging_again_lifts_a_split(engine: Engine) -> None:
    put(engine, *_batch()[:3])
    split_story(engine, "a0", ["b0"])
    merge_stories(engine, ["a0", "b0"])
    assert _told(engine) == [BY_NUMBER[0]]


def test_what_cannot_be_split_or_merged_says_why(engine: Engine) -> None:
    put(engine, *_batch()[:6])
    with pytest.raises(NoSuchStory, match="no story or article is called 'nobody'"):
        merge_stories(engine, ["a0", "nobody"])
    with pytest.raises(NoSuchStory, match="'a1' is no article of the story a0"):
        split_story(engine, "a0", ["a1"])
    with pytest.raises(NoSuchStory, match="leave some in it"):
        split_story(engine, "a0", ["a0", "b0", "c0"])
    assert _told(engine) == sorted(BY_NUMBER[:2])


def test_a_story_is_found_by_id_by_its_beginning_and_by_any_doc(engine: Engine) -> None:
    put(engine, *_batch()[:3])
    with engine.connect() as connection:
        story = find_story(connection, "c0")
        assert story is not None
        assert find_story(connection, story) == find_story(connection, story[:10]) == story
        assert find_story(connection, "nobody") is None
        assert [article.doc for article in story_articles(connection, story)] == ["a0", "b0", "c0"]
        assert set(story_of(connection, [story, "nobody"])) == {story}


def test_every_tie_has_its_reason_and_score(engine: Engine) -> None:
    put(engine, *_batch()[:3])
    with engine.connect() as connection:
        (id_,) = connection.scalars(select(stories.c.id))
        ties = told_story(connection, id_).edges
    assert len(ties) == 3
    assert all(tie.reason in ("copy", "same-text") and tie.score > 0.9 and tie.why for tie in ties)


def test_what_is_unlinked_is_linked_later(
    engine: Engine, monkeypatch: pytest.MonkeyPatch, toy_engine: Callable[..., Coding]
) -> None:
    monkeypatch.setattr(story_linking, "analyse", toy_engine)
    put(engine, *_batch())
    with engine.begin() as connection:
        for table in (story_edges, story_members, stories, story_signatures):
            connection.execute(text(f"DELETE FROM {table.name}"))
    assert len(list(link_rest(engine, object()))) == 12  # type: ignore[arg-type]
    assert _told(engine) == sorted(BY_NUMBER)
    assert list(link_rest(engine, object())) == []  # type: ignore[arg-type]


def test_a_batch_that_fails_leaves_nothing_half_linked(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("boom")

    monkeypatch.setattr(story_linking, "part_anew", broken)
    with pytest.raises(RuntimeError, match="boom"):
        put(engine, *_batch()[:3])
    with engine.connect() as connection:
        assert connection.execute(select(story_signatures)).all() == []
        assert connection.execute(select(story_edges)).all() == []
        assert len(connection.execute(select(documents)).all()) == 3, "the articles themselves are kept"
