"""Let a person split and merge stories of a store; what was decided holds for every linking after it."""

from collections.abc import Sequence

from sqlalchemy import Connection, Engine

from dragoman.records import Decision
from dragoman.runner.story_linking import part_anew
from dragoman.store.story_keep import keep_decisions
from dragoman.store.story_query import connected, find_story, members_of, same_document
from dragoman.stories.cluster import ruled


class NoSuchStory(Exception):
    """A name fits no story, or no article of the story: which, and what to do."""


def split_story(engine: Engine, name: str, articles: Sequence[str]) -> tuple[str, str]:
    """Take articles out of a story, together; return the ids of the story they leave and of the one they form.

    Each is kept apart from every article that stays, so that no later article brings them together again.
    """
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        story = _story(connection, name)
        members = members_of(connection, story)
        out = {_member(connection, article, members, name) for article in articles}
        rest = [member for member in members if member not in out]
        if not rest:
            raise NoSuchStory(f"{name} has no other articles than those; leave some in it")
        decisions = [Decision("split", one, other) for one in sorted(out) for other in rest]
        first = sorted(out)[0]
        decisions += [Decision("merge", first, other) for other in sorted(out - {first})]
        keep_decisions(connection, decisions)
        part_anew(connection, members)
        return _story(connection, rest[0]), _story(connection, first)


def merge_stories(engine: Engine, names: Sequence[str]) -> str:
    """Make stories one, whatever kept them apart; return the id of the story they form."""
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        groups = [members_of(connection, _story(connection, name)) for name in names]
        everyone = [member for group in groups for member in group]
        place = {member: number for number, group in enumerate(groups) for member in group}
        apart, _ = ruled(connected(connection, everyone)[2])
        lifted = [two for two in sorted(apart) if place.get(two[0], -1) != place.get(two[1], -1) and {*two} <= {*place}]
        firsts = [(groups[0][0], group[0]) for group in groups[1:] if group[0] != groups[0][0]]
        decisions = [Decision("merge", one, other) for one, other in (*lifted, *firsts)]
        keep_decisions(connection, decisions)
        part_anew(connection, everyone)
        return _story(connection, groups[0][0])


def _story(connection: Connection, name: str) -> str:
    story = find_story(connection, name)
    if story is None:
        raise NoSuchStory(f"no story or article is called {name!r}; `dragoman stories` lists them")
    return story


def _member(connection: Connection, article: str, members: Sequence[str], name: str) -> str:
    found = same_document(connection, article)
    if found is None or found not in members:
        raise NoSuchStory(f"{article!r} is no article of the story {name}; `dragoman story {name}` lists them")
    return found
