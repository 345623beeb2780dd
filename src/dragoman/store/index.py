"""Keep the terms of every document where a search finds them: FTS5 on SQLite, a tsvector on PostgreSQL.

`searchable` numbers the documents; the words of number n are row n of the FTS5 table `search_index`, or stand beside it in
the column `words`. Neither keeps the text a second time. A document's words never change, since its id is a digest of them.
"""

from collections.abc import Iterable, Sequence
from itertools import count

from sqlalchemy import Connection, bindparam, column, insert, table, text

from dragoman.store.copy import copy_rows
from dragoman.store.words import terms_of

searchable = table("searchable", column("number"), column("document"), column("words"))

_MOST_BYTES = 1_000_000
"""A tsvector holds a megabyte; of a longer text only the beginning is searched on PostgreSQL."""

_NUMBERED = insert(searchable).values(document=bindparam("document"))
_INDEXED = text("INSERT INTO search_index (rowid, title, body) VALUES (:number, :title, :body)")


def index_documents(connection: Connection, rows: Iterable[tuple[str, str | None, str]]) -> None:
    """Make documents searchable, given as id, title and text."""
    if connection.dialect.name == "postgresql":
        _into_tsvectors(connection, list(rows))
    else:
        _into_fts5(connection, list(rows))


def _into_fts5(connection: Connection, rows: Sequence[tuple[str, str | None, str]]) -> None:
    for document, title, body in rows:
        number = connection.execute(_NUMBERED, {"document": document}).lastrowid
        connection.execute(
            _INDEXED,
            {"number": number, "title": _joined(title or ""), "body": _joined(body)},
        )


def _joined(words: str) -> str:
    return " ".join(term.text for term in terms_of(words))


def _into_tsvectors(connection: Connection, rows: Sequence[tuple[str, str | None, str]]) -> None:
    given = ((document, tsvector(title or "", body)) for document, title, body in rows)
    copy_rows(connection, "searchable", ("document", "words"), given)


def tsvector(*texts: str) -> str:
    """Write the terms of texts with their places as PostgreSQL reads a tsvector; no phrase runs from one text to the next.

    Written by hand, since PostgreSQL's own parser cuts words where its locale knows no letters.
    """
    places: dict[str, list[int]] = {}
    place, size = count(1), 0
    for words in texts:
        for term in terms_of(words):
            held = places.get(term.text)
            if held is None:
                size += len(term.text.encode()) + 6
                if size > _MOST_BYTES:
                    break
                held = places[term.text] = []
            held.append(next(place))
            size += 2
        next(place)
    return " ".join(f"'{term}':{','.join(map(str, held[:255]))}" for term, held in places.items())
