"""Put what linking found into a store; everything is done on the caller's connection, in the caller's transaction."""

from collections.abc import Iterable, Iterator, Sequence

import msgspec
from sqlalchemy import Connection, delete, insert, or_, select, update

from dragoman.records import Decision, Edge, Signature, Story
from dragoman.store.story_query import AT_ONCE, chunked, decode
from dragoman.store.story_tables import stories, story_decisions, story_edges, story_members, story_signatures


def keep_signatures(connection: Connection, signatures: Iterable[tuple[int, Signature]]) -> None:
    """Keep the signatures of articles, each with the week it was published in."""
    rows = [
        {"document": signature.id, "week": week, "signature": msgspec.msgpack.encode(signature)}
        for week, signature in signatures
    ]
    if rows:
        connection.execute(insert(story_signatures), rows)


def keep_edges(connection: Connection, edges: Iterable[Edge]) -> None:
    """Keep edges of articles that were not linked before."""
    rows = {(edge.one, edge.other): msgspec.structs.asdict(edge) for edge in edges}
    if rows:
        connection.execute(insert(story_edges), list(rows.values()))


def keep_decisions(connection: Connection, decisions: Iterable[Decision]) -> None:
    """Keep decisions in their order, after those that are there."""
    rows = [msgspec.structs.asdict(decision) for decision in decisions]
    if rows:
        connection.execute(insert(story_decisions), rows)


def keep_stories(connection: Connection, told: Sequence[Story], signatures: dict[str, Signature]) -> None:
    """Keep stories in the place of all stories that any of their members belonged to."""
    ids = [id_ for story in told for id_ in story.members]
    for some in chunked(ids):
        connection.execute(delete(story_members).where(story_members.c.document.in_(some)))
        connection.execute(delete(stories).where(stories.c.id.in_(some)))
    if told:
        connection.execute(insert(stories), [_row(story, signatures) for story in told])
        rows = [{"document": id_, "story": story.id} for story in told for id_ in story.members]
        for many in chunked(rows):
            connection.execute(insert(story_members), many)


def add_members(connection: Connection, story: str, added: Sequence[Signature], earliest: str) -> None:
    """Add articles that say the same as a member to its story, and name it anew where one of them is the earliest."""
    held = connection.execute(select(stories).where(stories.c.id == story)).one()
    days = [day for day in (held.first, held.last, *(s.day for s in added)) if day is not None]
    languages = {*held.languages.split(), *(s.language for s in added if s.language)}
    connection.execute(insert(story_members), [{"document": signature.id, "story": story} for signature in added])
    if earliest != story:
        connection.execute(update(story_members).where(story_members.c.story == story).values(story=earliest))
    changed = {
        "id": earliest,
        "size": held.size + len(added),
        "languages": " ".join(sorted(languages)),
        "first": min(days, default=None),
        "last": max(days, default=None),
    }
    connection.execute(update(stories).where(stories.c.id == story).values(**changed))


def withdraw(connection: Connection, documents: Sequence[str]) -> list[str]:
    """Take articles out of linking, with their edges; return who shared a story with them and must be parted anew.

    What a person decided of them is kept.
    """
    left: set[str] = set()
    for some in chunked(sorted(set(documents))):
        touched = select(story_members.c.story).where(story_members.c.document.in_(some))
        left.update(connection.scalars(select(story_members.c.document).where(story_members.c.story.in_(touched))))
        connection.execute(delete(stories).where(stories.c.id.in_(touched)))
        connection.execute(delete(story_members).where(story_members.c.document.in_(some)))
        connection.execute(delete(story_edges).where(or_(story_edges.c.one.in_(some), story_edges.c.other.in_(some))))
        connection.execute(delete(story_signatures).where(story_signatures.c.document.in_(some)))
    return sorted(left - set(documents))


def _row(story: Story, signatures: dict[str, Signature]) -> dict[str, object]:
    members = [signatures[id_] for id_ in story.members]
    days = [member.day for member in members if member.day is not None]
    return {
        "id": story.id,
        "origin": story.origin,
        "size": len(members),
        "languages": " ".join(sorted({member.language for member in members if member.language})),
        "first": min(days, default=None),
        "last": max(days, default=None),
    }


def read_weeks(connection: Connection, weeks: Iterable[int], after: int = 0) -> Iterator[tuple[int, Signature]]:
    """Yield the signatures of some weeks that were linked after a number, each with its own number."""
    for some in chunked(sorted(weeks)):
        query = (
            select(story_signatures.c.number, story_signatures.c.signature)
            .where(story_signatures.c.week.in_(some), story_signatures.c.number > after)
            .order_by(story_signatures.c.number)
            .execution_options(yield_per=AT_ONCE)
        )
        for row in connection.execute(query):
            yield row.number, decode(row.signature)
