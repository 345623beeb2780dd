"""What is asked of a server, and what comes of it: an answer, or trouble that says what to do."""

import msgspec

from dragoman.ingest.http_message import charset, media_type


class Request(msgspec.Struct, frozen=True):
    """One address to be asked for; with the validators of an earlier answer, only if that has changed since."""

    url: str
    etag: str | None = None
    last_modified: str | None = None


class Answer(msgspec.Struct, frozen=True):
    """An answer with the body unpacked: status 200, 304 (not changed) or 3xx with a location, which is absolute."""

    url: str
    status: int
    body: bytes = b""
    content_type: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    location: str | None = None

    @property
    def unchanged(self) -> bool:
        """Tell whether what is there is what was there."""
        return self.status == 304

    @property
    def media_type(self) -> str:
        """Return the type of content, without parameters and in lower case."""
        return media_type(self.content_type)

    @property
    def charset(self) -> str | None:
        """Return the encoding the server names."""
        return charset(self.content_type)


class Trouble(msgspec.Struct, frozen=True):
    """Why there is no answer: a stable kebab-case kind, the reason, what to do.

    `lasting`: asking again is no use. `wait`: seconds after which the server wants to be asked again. `own`: the
    address was not even asked, since its host is to be left alone for now; that is no failure of this address.
    """

    kind: str
    what: str
    advice: str = ""
    lasting: bool = False
    wait: float | None = None
    own: bool = True

    def __str__(self) -> str:
        """Say it in one line."""
        return self.what + (f"; {self.advice}" if self.advice else "")
