"""Say which story each article belongs to, and which have come into another since they were taken up."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from sqlalchemy import Connection, column, func, inspect, select, table

from dragoman.store.incident_keep import stories_taken
from dragoman.store.incident_tables import incident_documents

MEMBERS = table("story_members", column("document"), column("story"))
"""Who belongs to which story, where the store keeps stories."""
_CHUNK = 400


class Stories(Protocol):
    """Tells stories; an article that is in none is a story of its own."""

    def of(self, connection: Connection, documents: Sequence[str]) -> Mapping[str, str]:
        """Return the story of each of some documents."""

    def moved(self, connection: Connection) -> list[str]:
        """List the documents that were taken up with another story."""


class GivenStories:
    """Stories given as a mapping from documents."""

    def __init__(self, stories: Mapping[str, str]) -> None:
        self.stories = stories

    def of(self, connection: Connection, documents: Sequence[str]) -> Mapping[str, str]:
        """Return the story of each of some documents."""
        return {document: self.stories[document] for document in documents if document in self.stories}

    def moved(self, connection: Connection) -> list[str]:
        """List the documents that were taken up with another story."""
        taken = stories_taken(connection)
        return sorted(document for document, story in taken.items() if self.stories.get(document, document) != story)


class StoredStories:
    """The stories that the store keeps; in a store without any, each article is a story of its own."""

    def of(self, connection: Connection, documents: Sequence[str]) -> Mapping[str, str]:
        """Return the story of each of some documents."""
        if not inspect(connection).has_table(MEMBERS.name):
            return {}
        found: dict[str, str] = {}
        for at in range(0, len(documents), _CHUNK):
            asked = MEMBERS.c.document.in_(documents[at : at + _CHUNK])
            found |= {row.document: row.story for row in connection.execute(select(MEMBERS).where(asked))}
        return found

    def moved(self, connection: Connection) -> list[str]:
        """List the documents that were taken up with another story."""
        if not inspect(connection).has_table(MEMBERS.name):
            return []
        taken = incident_documents.c
        joined = incident_documents.outerjoin(MEMBERS, MEMBERS.c.document == taken.document)
        other = func.coalesce(MEMBERS.c.story, taken.document) != taken.story
        return list(connection.execute(select(taken.document).select_from(joined).where(other)).scalars())
