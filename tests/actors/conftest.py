"""Read toy languages for their actors.

tsv: prezo = president, formino = foreign minister, soldo = soldier, samulo = counterpart, vicino = neighbour, parto =
side, vocero = spokesman, buro = ministry, eks = former, sio = Mr, ilo = he, ili = they, suo = its.
"""

from collections.abc import Callable

import pytest

from dragoman.pipeline import Knowledge, analyse
from dragoman.records import Document, Entity, Event, Span


@pytest.fixture
def read(toys: Knowledge) -> Callable[..., tuple[Event, ...]]:
    """Return a reader of the events of an article, given its language and its sentences."""

    def events(language: str, *sentences: str, published: str = "2024-06-14") -> tuple[Event, ...]:
        spans, at = [], 0
        for sentence in sentences:
            spans.append(Span(at, at + len(sentence)))
            at += len(sentence) + 1
        coding = analyse(Document("toy", "\n".join(sentences), language, published, sentences=tuple(spans)), toys)
        assert coding.error is None
        return coding.events

    return events


@pytest.fixture
def actor(read: Callable[..., tuple[Event, ...]]) -> Callable[..., Entity]:
    """Return a reader of the only actor of an article's last event, given its sentences."""

    def last(*sentences: str, language: str = "tsv", published: str = "2024-06-14") -> Entity:
        found = read(language, *sentences, published=published)[-1].actor
        assert len(found) == 1
        return found[0]

    return last
