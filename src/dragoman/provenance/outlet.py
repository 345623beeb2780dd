"""Name the outlet that carries an article, and tell it from the media it cites."""

import re

from dragoman.packs.media_file import MediaIndex, host_of, load_media
from dragoman.packs.world import Medium
from dragoman.records import Document, Hop

SURE = 0.5  # an outlet less sure than this is not taken for the article's own
_NUMBER_AT_END = re.compile(r"[._:/-]?\d+$")


def outlets_of(document: Document, media: MediaIndex) -> tuple[Hop, ...]:
    """Name the outlet by the address, by the source given with the document, and by an id that opens with its domain.

    The surest first; where address and source differ, the address is the outlet and the source whence it came.
    """
    hops: list[Hop] = []
    host = host_of(document.url) if document.url is not None else ""
    if host and document.url is not None:
        medium = media.of_url(document.url)
        hops.append(_hop(medium, host, 0.98 if medium is not None else 0.9, "url"))
    if document.source is not None and document.source.strip():
        medium = media.named(document.source)
        hops.append(_hop(medium, document.source.strip(), 0.95 if medium is not None else 0.8, "source"))
    if not hops:
        by_id = _medium_of_id(document.doc, media)
        if by_id is not None:
            hops.append(_hop(by_id, by_id.name, SURE, "doc"))
    return tuple(hops)


def is_own_outlet(key_or_name: str, document: Document, hops: tuple[Hop, ...], media: MediaIndex | None = None) -> bool:
    """Tell whether a medium, by key ("media:reuters"), id or any of its names, is the outlet of the article itself.

    An outlet that names itself vouches for nothing (codebook, `attribution`).
    """
    index = media or load_media()
    own = [hop.name for hop in (*hops, *outlets_of(document, index)) if hop.kind == "outlet" and hop.confidence >= SURE]
    asked = " ".join(key_or_name.split())
    bare = asked.rpartition(":")[2]
    medium = index.by_id.get(bare) or index.named(bare)
    for name in own:
        mine = index.named(name)
        if medium is not None and mine is not None:
            if medium.id == mine.id:
                return True
        elif bare.casefold() in (name.casefold(), host_of(name)):
            return True
    return False


def _hop(medium: Medium | None, name: str, confidence: float, field: str) -> Hop:
    if medium is None:
        return Hop("outlet", name, confidence, field=field)
    return Hop("outlet", medium.name, confidence, medium.country, field=field)


def _medium_of_id(doc: str, media: MediaIndex) -> Medium | None:
    """Read an id such as "rt.com.91337" or "reuters-218932", as archives number the articles of an outlet."""
    name = _NUMBER_AT_END.sub("", doc)
    if name == doc or not name:
        return None
    return media.by_id.get(name.casefold()) or (media.of_url(name) if "." in name else None)
