"""Ask a store for stories: which an article belongs to, what holds them together, what a person decided."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

import msgspec
from sqlalchemy import Connection, Engine, or_, select

from dragoman.records import Decision, Edge, Signature, Story
from dragoman.store.story_tables import stories, story_decisions, story_edges, story_members, story_signatures
from dragoman.store.tables import documents

AT_ONCE = 500
"""Values named in one statement; SQLite takes 999."""

T = TypeVar("T")
_decoder = msgspec.msgpack.Decoder(Signature)


class StoredStory(msgspec.Struct, frozen=True):
    """A story as a store lists it; `first` and `last` are ordinals of days."""

    id: str
    origin: str
    size: int
    languages: str
    first: int | None
    last: int | None
    title: str | None = None
    doc: str = ""


class StoryArticle(msgspec.Struct, frozen=True):
    """A member of a story; `provenance` is its chain as JSON."""

    document: str
    doc: str
    published: str | None
    language: str | None
    title: str | None
    url: str | None
    source: str | None
    provenance: str


def chunked(values: Sequence[T]) -> Iterator[Sequence[T]]:
    """Cut values into pieces of AT_ONCE."""
    for at in range(0, len(values), AT_ONCE):
        yield values[at : at + AT_ONCE]


def decode(signature: bytes) -> Signature:
    """Read a signature as a store holds it."""
    return _decoder.decode(signature)


def story_of(connection: Connection, ids: Sequence[str]) -> dict[str, str]:
    """Return the story of each document that is linked."""
    found: dict[str, str] = {}
    for some in chunked(ids):
        query = select(story_members.c.document, story_members.c.story).where(story_members.c.document.in_(some))
        found.update((row.document, row.story) for row in connection.execute(query))
    return found


def members_of(connection: Connection, story: str) -> list[str]:
    """List the documents of a story by id."""
    query = select(story_members.c.document).where(story_members.c.story == story).order_by(story_members.c.document)
    return list(connection.scalars(query))


def read_signatures(connection: Connection, ids: Sequence[str]) -> dict[str, Signature]:
    """Read the signatures of documents; those that have none are left out."""
    found: dict[str, Signature] = {}
    for some in chunked(ids):
        query = select(story_signatures.c.document, story_signatures.c.signature).where(
            story_signatures.c.document.in_(some)
        )
        found.update((row.document, decode(row.signature)) for row in connection.execute(query))
    return found


def connected(connection: Connection, ids: Iterable[str]) -> tuple[set[str], list[Edge], list[Decision]]:
    """Follow edges and decisions from some documents: all that is reached, the edges among it, the decisions on it."""
    reached, fresh = set(ids), sorted(set(ids))
    edges: dict[tuple[str, str], Edge] = {}
    decisions: dict[int, Decision] = {}
    while fresh:
        following: set[str] = set()
        for some in chunked(fresh):
            touching = or_(story_edges.c.one.in_(some), story_edges.c.other.in_(some))
            for row in connection.execute(select(story_edges).where(touching)):
                edges[row.one, row.other] = Edge(*row)
                following |= {row.one, row.other}
            decided = or_(story_decisions.c.one.in_(some), story_decisions.c.other.in_(some))
            for row in connection.execute(select(story_decisions).where(decided)):
                decisions[row.number] = Decision(row.kind, row.one, row.other)
                following |= {row.one, row.other}
        fresh = sorted(following - reached)
        reached |= following
    ordered = [decisions[number] for number in sorted(decisions)]
    return reached, sorted(edges.values()), ordered


def list_stories(
    engine: Engine, fewest: int = 2, first: int | None = None, last: int | None = None, most: int | None = None
) -> Iterator[StoredStory]:
    """Yield the stories of at least so many articles, the largest first; between two days as ordinals."""
    query = select(stories, documents.c.title, documents.c.doc).join(documents, documents.c.id == stories.c.id)
    query = query.where(stories.c.size >= fewest)
    if first is not None:
        query = query.where(stories.c.last >= first)
    if last is not None:
        query = query.where(stories.c.first <= last)
    query = query.order_by(stories.c.size.desc(), stories.c.first, stories.c.id).limit(most)
    with engine.connect() as connection:
        for row in connection.execute(query):
            yield StoredStory(*row)


def docs_of(engine: Engine, ids: Sequence[str]) -> dict[str, list[str]]:
    """Return the docs of the members of each story, by day of publication."""
    found: dict[str, list[str]] = {}
    with engine.connect() as connection:
        for some in chunked(ids):
            query = select(story_members.c.story, documents.c.doc).join(
                documents, documents.c.id == story_members.c.document
            )
            query = query.where(story_members.c.story.in_(some))
            query = query.order_by(documents.c.published.is_(None), documents.c.published, documents.c.doc)
            for row in connection.execute(query):
                found.setdefault(row.story, []).append(row.doc)
    return found


def find_story(connection: Connection, name: str) -> str | None:
    """Find a story by its id or the beginning of it, or by the doc or document id of any member; None where none is."""
    by_doc = (
        select(story_members.c.story)
        .join(documents, documents.c.id == story_members.c.document)
        .where(or_(documents.c.doc == name, documents.c.id == name))
    )
    found = connection.scalars(by_doc.limit(1)).first()
    if found is None and name:
        beginning = select(stories.c.id).where(stories.c.id.startswith(name, autoescape=True)).limit(2)
        several = list(connection.scalars(beginning))
        found = several[0] if len(several) == 1 else None
    return found


def story_articles(connection: Connection, story: str) -> list[StoryArticle]:
    """List the articles of a story by day of publication."""
    columns = [
        documents.c[name] for name in ("id", "doc", "published", "language", "title", "url", "source", "provenance")
    ]
    query = (
        select(*columns)
        .join(story_members, story_members.c.document == documents.c.id)
        .where(story_members.c.story == story)
        .order_by(documents.c.published.is_(None), documents.c.published, documents.c.doc)
    )
    return [StoryArticle(*row) for row in connection.execute(query)]


def replaced_by(connection: Connection, ids: Sequence[str]) -> list[str]:
    """List the documents that are an older version of one of these."""
    found: list[str] = []
    for some in chunked(ids):
        query = select(documents.c.replaces).where(documents.c.id.in_(some), documents.c.replaces.is_not(None))
        found += connection.scalars(query)
    return found


def told_story(connection: Connection, id_: str) -> Story:
    """Read a story with its members by day and the edges between them, the strongest first."""
    held = connection.execute(select(stories).where(stories.c.id == id_)).one()
    members = tuple(article.document for article in story_articles(connection, id_))
    edges: dict[tuple[str, str], Edge] = {}
    for some in chunked(members):
        query = select(story_edges).where(story_edges.c.one.in_(some))
        edges |= {(row.one, row.other): Edge(*row) for row in connection.execute(query)}
    inside = set(members)
    own = [edge for (_, other), edge in edges.items() if other in inside]
    return Story(id_, members, held.origin, id_, tuple(sorted(own, key=lambda e: (-e.score, e.one, e.other))))


def unlinked(connection: Connection, after: str, most: int) -> list[tuple[str, str]]:
    """List current documents that were coded without error and never linked: ids after one, and what arrived, as JSON."""
    query = (
        select(documents.c.id, documents.c.arrived)
        .join(story_signatures, story_signatures.c.document == documents.c.id, isouter=True)
        .where(documents.c.id > after, story_signatures.c.number.is_(None))
        .where(documents.c.current, documents.c.error.is_(None))
        .order_by(documents.c.id)
        .limit(most)
    )
    return [(row.id, row.arrived) for row in connection.execute(query)]


def same_document(connection: Connection, name: str) -> str | None:
    """Find the current document of a doc, or the document of an id or of the beginning of one that fits it alone."""
    current = select(documents.c.id).where(documents.c.doc == name, documents.c.current)
    found = connection.scalars(current).first()
    if found is None and name:
        beginning = select(documents.c.id).where(documents.c.id.startswith(name, autoescape=True)).limit(2)
        several = list(connection.scalars(beginning))
        found = several[0] if len(several) == 1 else None
    return found
