"""Say which article, and which sentence of it, tells of which event."""

from collections.abc import Iterator

from dragoman.export.layout import Written
from dragoman.export.plover import PloverRecord
from dragoman.store import StoredArticle

FIELDS = {
    "id": "",  # the format says what stands there
    "event": "id of the event: a digest of its content, the same in every run",
    "document": "id of the article's version: a digest of it as it arrived",
    "doc": "id that its source gives the article",
    "url": "address of the article",
    "language": "language of the article",
    "published": "day of publication, ISO 8601",
    "sentence": "number of a sentence that tells of the event, from 0",
    "start": "where that sentence starts in the article's text, in code points",
    "end": "where it ends",
    "story": "story the article belongs to; empty where the store keeps none",
    "incident": "incident the event belongs to; empty where the store keeps none",
}
"""The columns in order. An event that two sentences tell of has two rows."""


def crosswalk_rows(article: StoredArticle, written: Written) -> Iterator[tuple[object, ...]]:
    """Yield a row for each sentence that tells of an event that was written."""
    for id_, event in written:
        for sentence, start, end in _sentences(event.record):
            yield (
                id_, event.record.id, article.id, article.doc, article.url, article.language, article.published,
                sentence, start, end, article.story, event.incident,
            )  # fmt: skip


def _sentences(record: PloverRecord) -> list[tuple[int | None, int | None, int | None]]:
    told = record.text_info
    if len(told.places) == len(told.sequences) > 0:
        return [(number, *place) for number, place in zip(told.sequences, told.places, strict=True)]
    # A record of an older version tells the place of its first sentence only.
    rest = [(number, None, None) for number in told.sequences[1:]]
    return [(told.sequence, told.start, told.end), *rest]
