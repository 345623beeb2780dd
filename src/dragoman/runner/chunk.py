"""Cut a stream into chunks that are worth sending to another process."""

from collections.abc import Iterable, Iterator

import msgspec

from dragoman.ingest import Arrival, Failure

MOST_DOCUMENTS = 16
MOST_LETTERS = 100_000


class Chunk(msgspec.Struct):
    """Documents that follow each other, with their places in the stream."""

    places: list[int]
    arrivals: list[Arrival]

    def after(self, done: int) -> "Chunk":
        """Return what remains once the first `done` documents are dealt with."""
        return Chunk(self.places[done:], self.arrivals[done:])


def chunks(items: Iterable[Arrival | Failure]) -> Iterator[Chunk | tuple[int, Failure]]:
    """Yield chunks of documents, and failures of reading with their places as they come."""
    pending, letters = Chunk([], []), 0
    for place, item in enumerate(items):
        if isinstance(item, Failure):
            yield place, item
            continue
        pending.places.append(place)
        pending.arrivals.append(item)
        letters += len(item.document.text)
        # The first chunks are small, so that a short stream keeps every process busy.
        if len(pending.places) >= min(MOST_DOCUMENTS, 1 + place // 8) or letters >= MOST_LETTERS:
            yield pending
            pending, letters = Chunk([], []), 0
    if pending.places:
        yield pending
