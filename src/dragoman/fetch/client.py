"""Ask a server once: no redirect followed, no byte or second more than allowed."""

import ssl
import time
from collections.abc import Callable
from urllib.parse import quote, urljoin, urlsplit

import certifi
import httpcore
import msgspec

from dragoman import __version__
from dragoman.fetch.message import Answer, Request, Trouble
from dragoman.fetch.network import CarefulNetwork, Deadline, PrivateAddress
from dragoman.fetch.retry import seconds_to_wait
from dragoman.ingest.address import BadAddress, host_of, split_address
from dragoman.ingest.decode import MAX_FILE
from dragoman.ingest.http_message import HttpAnswer, unpacked_body
from dragoman.ingest.outcome import Unreadable

_ACCEPT = "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/xml;q=0.9,*/*;q=0.1"
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_BUSY = frozenset({429, 503})
_LASTING = frozenset({400, 401, 402, 403, 404, 405, 406, 410, 414, 451, 501})
_PATIENCE = "it is asked again later"


class Limits(msgspec.Struct, frozen=True):
    """How long a request may take in all and between two bytes (seconds), how long an answer may be (bytes)."""

    total: float = 60.0
    silence: float = 20.0
    connect: float = 10.0
    size: int = MAX_FILE


class Client:
    """Ask servers; may be used by many threads at a time."""

    def __init__(
        self,
        limits: Limits | None = None,
        *,
        contact: str = "",
        allow_private: bool = False,
        connections: int = 16,
        now: Callable[[], float] = time.time,
    ) -> None:
        self.limits, self.now = limits or Limits(), now
        self.agent = f"dragoman/{__version__}" + (f" (+{contact})" if contact else "")
        self.deadline = Deadline()
        self.pool = httpcore.ConnectionPool(
            ssl_context=ssl.create_default_context(cafile=certifi.where()),
            max_connections=connections,
            max_keepalive_connections=connections,
            keepalive_expiry=30.0,
            network_backend=CarefulNetwork(self.deadline, allow_private=allow_private),
        )

    def ask(self, request: Request) -> Answer | Trouble:
        """Ask once and say what came of it; nothing is raised."""
        self.deadline.at = time.monotonic() + self.limits.total
        try:
            return self._ask(request)
        except BadAddress as error:
            return Trouble("bad-address", str(error), "correct the address", lasting=True)
        except PrivateAddress as error:
            return Trouble("private-address", str(error), "--allow-private fetches from it all the same", lasting=True)
        except Unreadable as trouble:
            return Trouble(trouble.kind, trouble.what, trouble.advice, lasting=trouble.kind == "too-large")
        except httpcore.TimeoutException as error:
            return Trouble("timeout", f"took too long: {str(error) or type(error).__name__}", _PATIENCE)
        except httpcore.ConnectError as error:
            return Trouble("no-connection", f"cannot be connected to: {error}", _PATIENCE)
        except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.UnsupportedProtocol, OSError) as error:
            return Trouble("broken-connection", f"{type(error).__name__}: {error}", _PATIENCE)

    def close(self) -> None:
        """Close what connections are open."""
        self.pool.close()

    def _ask(self, request: Request) -> Answer | Trouble:
        url, host = ascii_address(request.url), host_of(request.url)
        limits = {"connect": self.limits.connect, "read": self.limits.silence, "write": self.limits.silence}
        extensions = {"timeout": {**limits, "pool": self.limits.total}}
        with self.pool.stream("GET", url, headers=self._headers(request, host), extensions=extensions) as response:
            headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in response.headers}
            if response.status in _REDIRECTS:
                return _moved(request.url, response.status, headers.get("location"))
            if response.status == 304:
                return Answer(request.url, 304)
            if response.status != 200:
                return _refusal(response.status, seconds_to_wait(headers.get("retry-after"), self.now()))
            body = unpacked_body(HttpAnswer(200, _coded(headers), self._body(response)), self.limits.size)
        return Answer(
            request.url,
            200,
            body,
            headers.get("content-type"),
            headers.get("etag"),
            headers.get("last-modified"),
        )

    def _headers(self, request: Request, host: str) -> list[tuple[bytes, bytes]]:
        headers = {
            "Host": host,
            "User-Agent": self.agent,
            "Accept": _ACCEPT,
            "Accept-Encoding": "gzip, deflate",
            "If-None-Match": request.etag,
            "If-Modified-Since": request.last_modified,
        }
        return [(name.encode(), value.encode("latin-1", "replace")) for name, value in headers.items() if value]

    def _body(self, response: httpcore.Response) -> bytes:
        """Read a body, as packed as it came; raise Unreadable when it is too long."""
        whole = bytearray()
        for piece in response.iter_stream():
            whole += piece
            if len(whole) > self.limits.size:
                limit = f"{self.limits.size / 1_048_576:.0f} MB"
                raise Unreadable("too-large", f"sends more than {limit}", "no article is as long")
        return bytes(whole)


def ascii_address(url: str) -> str:
    """Write an address as it goes over the wire; raise BadAddress."""
    parts = split_address(url)
    path = quote(parts.path or "/", safe="/:@!$&'()*+,;=~-._%")
    query = quote(parts.query, safe="/:@!$&'()*+,;=~-._%?[]|")
    return parts._replace(netloc=host_of(url), path=path, query=query, fragment="").geturl()


def _moved(url: str, status: int, location: str | None) -> Answer | Trouble:
    if not location:
        return Trouble("bad-redirect", f"answers {status} and does not say where to", _PATIENCE)
    try:
        target = urljoin(url, _as_utf8(location))
        scheme = urlsplit(target).scheme
    except ValueError as error:
        return Trouble("bad-redirect", f"leads to {location[:80]!r}, which is no address: {error}", lasting=True)
    if scheme not in ("http", "https"):
        return Trouble("bad-redirect", f"leads to {scheme[:20]}:, which is never followed", lasting=True)
    return Answer(url, status, location=target)


def _as_utf8(header: str) -> str:
    """Read a header that is no ASCII as UTF-8, which most mean, else as Latin-1, which the standard says."""
    try:
        return header.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return header


def _coded(headers: dict[str, str]) -> dict[str, str]:
    return {"content-encoding": headers.get("content-encoding", "")}


def _refusal(status: int, wait: float | None) -> Trouble:
    kind = f"http-{status}"
    if status in _BUSY:
        return Trouble(kind, f"answers {status}", _PATIENCE, wait=wait)
    return Trouble(kind, f"answers {status}", "" if status in _LASTING else _PATIENCE, lasting=status in _LASTING)
