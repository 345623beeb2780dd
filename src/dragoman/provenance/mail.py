"""Read the outlet or agency of a reporter from the address given for letters: "hkim@yna.example"."""

import re
from collections.abc import Iterator

from dragoman.packs.media_file import MediaIndex
from dragoman.packs.world import Medium
from dragoman.records import Span

_ADDRESS = re.compile(r"(?<![\w.+-])[A-Za-z0-9][\w.+-]{0,63}@((?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,})")


def media_of_mail(text: str, media: MediaIndex) -> Iterator[tuple[Medium, Span]]:
    """Yield the media whose domain a mail address in the text has, each with the place of the address."""
    if "@" not in text:
        return
    for found in _ADDRESS.finditer(text):
        medium = media.of_url(found[1])
        if medium is not None:
            yield medium, Span(*found.span())
