"""One picklable function from a document to its coding; one core, many cores and a cluster run this same function."""

from pathlib import Path

import msgspec

from dragoman.records import Coding, Document, PublicationDate


class Knowledge(msgspec.Struct, frozen=True):
    """Everything the engine knows, compiled: loaded once, handed to `analyse`, never changed."""

    languages: tuple[str, ...]


def load_knowledge(languages: tuple[str, ...] | None = None, codebook: Path | None = None) -> Knowledge:
    """Load compiled packs (all when `languages` is None), the world data and the codebook; packs load when first used."""
    return Knowledge(languages or ())


def analyse(document: Document, knowledge: Knowledge) -> Coding:
    """Read one document: its coding, or a coding whose `error` says why it could not be read. Never raises."""
    return Coding(document, PublicationDate(None, "unknown"), error="not built yet")
