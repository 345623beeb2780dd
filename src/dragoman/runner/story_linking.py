"""Link the articles of a store into stories as they come, in batches of one transaction each."""

from collections.abc import Iterable, Iterator, Sequence
from types import TracebackType

import msgspec
from sqlalchemy import Connection, Engine, func, select, text

from dragoman.pipeline import Knowledge, analyse
from dragoman.records import Coding, Document, Edge, Signature
from dragoman.store.story_keep import add_members, keep_edges, keep_signatures, keep_stories, read_weeks, withdraw
from dragoman.store.story_query import connected, read_signatures, replaced_by, story_of, unlinked
from dragoman.store.story_tables import story_signatures
from dragoman.stories.candidates import DATELESS, CandidateIndex, week_of, weeks_around
from dragoman.stories.compare import COPY_DAYS
from dragoman.stories.link import edges_to, stories_of
from dragoman.stories.signature import signature_of
from dragoman.stories.tell import first_told

BATCH = 200
"""Articles linked in one transaction."""
_LOCK = 0x73746F72696573
"""Key of PostgreSQL's advisory lock, so that of two programs one links at a time ("stories" in hexadecimal)."""
MOST_WEEKS = 40
"""Weeks of articles held in memory; more are let go and read again when they are asked for."""


class Linker:
    """Takes articles as they are coded and links them; use it as a context, for what remains is linked at its end.

    Articles whose linking was cut short by a kill stand in the store unlinked, and `link_rest` links them.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._index = CandidateIndex()
        self._weeks: set[int] = set()
        self._seen = 0
        self._pending: dict[str, Signature] = {}

    def __enter__(self) -> "Linker":
        """Begin."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Link what remains, unless something went wrong."""
        if kind is None:
            self.flush()

    def take(self, id_: str, coding: Coding) -> None:
        """Take an article; it is linked when a batch is full."""
        self._pending[id_] = signature_of(id_, coding)
        if len(self._pending) >= BATCH:
            self.flush()

    def flush(self) -> None:
        """Link what was taken since the last batch, all of it or nothing."""
        if not self._pending:
            return
        new = sorted(self._pending.values(), key=lambda s: (s.day is None, s.day or 0, s.id))
        with self._engine.connect().execution_options(writes=True) as connection, connection.begin():
            if connection.dialect.name == "postgresql":  # SQLite lets one write at a time by itself
                connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
            try:
                self._link(connection, new)
            except BaseException:
                self._forget()
                raise
        self._pending.clear()

    def _link(self, connection: Connection, new: Sequence[Signature]) -> None:
        ids = [signature.id for signature in new]
        gone = [*story_of(connection, ids), *replaced_by(connection, ids)]
        left = withdraw(connection, gone) if gone else []
        if gone:
            self._forget()
        self._load(connection, new)
        edges: list[Edge] = []
        twins: list[tuple[Signature, str]] = []
        others: set[str] = set(left)
        for signature in new:
            found = edges_to(signature, self._index)
            self._index.add(signature)
            edges += found
            if len(found) == 1 and found[0].reason == "same-text":
                twins.append((signature, found[0].one if found[0].other == signature.id else found[0].other))
            else:
                others |= {signature.id, *(end for edge in found for end in (edge.one, edge.other))}
        keep_signatures(connection, [(week_of(signature.day), signature) for signature in new])
        self._seen = connection.scalar(select(func.max(story_signatures.c.number))) or 0
        keep_edges(connection, edges)
        part_anew(connection, others)
        _join_twins(connection, twins)

    def _load(self, connection: Connection, new: Sequence[Signature]) -> None:
        """Hold the weeks that the new articles are compared with, and what another program linked meanwhile."""
        needed = {week for signature in new for week in weeks_around(signature.day, COPY_DAYS)} | {DATELESS}
        if len(self._weeks | needed) > MOST_WEEKS:
            self._weeks &= needed
            self._index.drop_weeks(self._weeks)
        for weeks, after in ((self._weeks, self._seen), (needed - self._weeks, 0)):
            for number, signature in read_weeks(connection, weeks, after):
                self._index.add(signature)
                self._seen = max(self._seen, number) if after else self._seen
        self._weeks |= needed

    def _forget(self) -> None:
        self._index, self._weeks, self._seen = CandidateIndex(), set(), 0


def part_anew(connection: Connection, documents: Iterable[str]) -> None:
    """Part everything that some documents are connected with into stories."""
    documents = sorted(documents)
    if not documents:
        return
    reached, edges, decisions = connected(connection, documents)
    signatures = read_signatures(connection, sorted(reached))
    keep_stories(connection, stories_of(signatures, edges, decisions), signatures)


def _join_twins(connection: Connection, twins: Sequence[tuple[Signature, str]]) -> None:
    """Add articles that say the same as one other to that one's story, which needs no parting anew."""
    placed = story_of(connection, [id_ for signature, twin in twins for id_ in (signature.id, twin)])
    joined: dict[str, list[Signature]] = {}
    for signature, twin in twins:
        if signature.id not in placed:
            joined.setdefault(placed[twin], []).append(signature)
    for story, added in joined.items():
        held = read_signatures(connection, [story])
        add_members(connection, story, added, first_told([*held.values(), *added]))


def link_rest(engine: Engine, knowledge: Knowledge) -> Iterator[str]:
    """Link articles that stand in a store unlinked, reading them once more; yield the id of each."""
    with Linker(engine) as linker:
        after = ""
        while True:
            with engine.connect() as connection:
                rows = unlinked(connection, after, BATCH)
            if not rows:
                return
            for id_, arrived in rows:
                coding = analyse(msgspec.json.decode(arrived, type=Document), knowledge)
                linker.take(id_, coding)
                yield id_
            after = rows[-1][0]
