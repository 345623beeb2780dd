"""A small news site on this machine: well-behaved, or as badly as a test wants it."""

import hashlib
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any

import msgspec

Behaviour = Callable[[BaseHTTPRequestHandler], None]


class Page(msgspec.Struct):
    """What stands at a path; `status` other than 200 sends the body all the same."""

    body: bytes
    content_type: str = "text/html; charset=utf-8"
    status: int = 200
    headers: dict[str, str] = {}
    validated: bool = True


class Asked(msgspec.Struct, frozen=True):
    """A request as it came."""

    path: str
    headers: dict[str, str]


class Site:
    """Pages by path with an ETag each, and behaviours that may do anything; counts what it was asked for."""

    def __init__(self, host: str = "127.0.0.1") -> None:
        self.pages: dict[str, Page | Behaviour] = {}
        self.asked: list[Asked] = []
        self._server = _Server((host, 0), self._handler())
        self.address = f"http://{host}:{self._server.server_address[1]}"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)

    def __enter__(self) -> "Site":
        """Open the site."""
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it."""
        self._server.shutdown()
        self._server.server_close()

    def put(self, path: str, body: str | bytes, content_type: str = "text/html; charset=utf-8", **more: Any) -> str:
        """Set what stands at a path; return its address."""
        held = body.encode() if isinstance(body, str) else body
        self.pages[path] = Page(held, content_type, **more)
        return self.address + path

    def behave(self, path: str, behaviour: Behaviour) -> str:
        """Set what is done when a path is asked for; return its address."""
        self.pages[path] = behaviour
        return self.address + path

    def count(self, path: str) -> int:
        """Count how often a path was asked for."""
        return sum(asked.path == path for asked in self.asked)

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        site = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                site.asked.append(Asked(self.path, {name.lower(): value for name, value in self.headers.items()}))
                found = site.pages.get(self.path)
                try:
                    if found is None:
                        self.send_error(404)
                    elif isinstance(found, Page):
                        send(self, found)
                    else:
                        found(self)
                except OSError:
                    self.close_connection = True

            def log_message(self, format: str, *args: object) -> None:
                """Say nothing."""

        return Handler


class _Server(ThreadingHTTPServer):
    """A server that says nothing of those who hang up on it."""

    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing."""


def send(handler: BaseHTTPRequestHandler, page: Page) -> None:
    """Send a page, or that it has not changed."""
    etag = f'"{hashlib.sha256(page.body).hexdigest()[:16]}"'
    if page.validated and handler.headers.get("If-None-Match") == etag:
        handler.send_response(304)
        handler.end_headers()
        return
    handler.send_response(page.status)
    headers = {"Content-Type": page.content_type, "Content-Length": str(len(page.body)), **page.headers}
    if page.validated:
        headers["ETag"] = etag
    for name, value in headers.items():
        handler.send_header(name, value)
    handler.end_headers()
    handler.wfile.write(page.body)


def article(title: str, text: str, *, published: str = "2024-06-14", canonical: str | None = None) -> str:
    """Write a page that holds an article and what stands around one."""
    link = "" if canonical is None else f'<link rel="canonical" href="{canonical}">'
    paragraphs = "".join(f"<p>{line}</p>" for line in text.splitlines())
    return (
        f'<!doctype html><html><head><meta charset="utf-8"><title>{title}</title>{link}'
        f'<meta property="article:published_time" content="{published}T08:00:00+00:00"></head>'
        f'<body><nav><a href="/">Home</a> <a href="/world">World</a></nav><article><h1>{title}</h1>{paragraphs}</article>'
        '<aside class="related"><a href="/other">Another story</a></aside><footer>All rights reserved.</footer>'
        "</body></html>"
    )


def rss(items: list[tuple[str, str]], *, dated: str = "Fri, 14 Jun 2024 08:00:00 GMT") -> str:
    """Write an RSS feed of links and titles."""
    told = "".join(
        f"<item><title>{title}</title><link>{link}</link><pubDate>{dated}</pubDate></item>" for link, title in items
    )
    return f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Courier</title>{told}</channel></rss>'
