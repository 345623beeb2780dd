"""Read a plain text file as one document."""

from dragoman.ingest.decode import decode
from dragoman.ingest.outcome import Arrival, Defaults
from dragoman.ingest.soundness import check_text
from dragoman.ingest.tag import settle_language
from dragoman.records import Document


def read_plain(data: bytes, doc: str, path: str, defaults: Defaults) -> Arrival:
    """Read text as it stands: nothing is cut out, offsets point into it; raise Unreadable."""
    text = decode(data)
    check_text(text, "text")
    language = settle_language(None, defaults)
    document = Document(doc, text, language=language, published=defaults.published)
    return Arrival(document, path, None, None if defaults.published is None else "option")
