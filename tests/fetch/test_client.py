"""A server may misbehave in any way: what comes of it is an answer or trouble, in time, and never an exception."""

import gzip
import time
import zlib
from http.server import BaseHTTPRequestHandler

import pytest

from dragoman.fetch import Answer, Client, Limits, Request, Trouble
from dragoman.fetch.network import is_public
from dragoman.runner.trials.site import Site


def packed(data: bytes) -> bytes:
    """Pack bytes in the same way at any time, since they name the case of a test."""
    return gzip.compress(data, mtime=0)


def ask(client: Client, url: str) -> Answer | Trouble:
    return client.ask(Request(url))


def trouble(client: Client, url: str) -> Trouble:
    result = ask(client, url)
    assert isinstance(result, Trouble), result
    return result


def answer(client: Client, url: str) -> Answer:
    result = ask(client, url)
    assert isinstance(result, Answer), result
    return result


def test_a_page_comes_with_its_type_and_validators_and_the_server_knows_who_asks(site: Site, client: Client) -> None:
    url = site.put("/a", "<p>Ünïcode</p>", headers={"Last-Modified": "Fri, 14 Jun 2024 08:00:00 GMT"})
    got = answer(client, url)
    assert (got.status, got.body.decode(), got.charset) == (200, "<p>Ünïcode</p>", "utf-8")
    assert got.last_modified == "Fri, 14 Jun 2024 08:00:00 GMT"
    assert site.asked[0].headers["user-agent"].startswith("dragoman/")
    assert "https://dragoman.example/bot" in site.asked[0].headers["user-agent"]


def test_a_page_that_has_not_changed_is_not_sent_again(site: Site, client: Client) -> None:
    url = site.put("/a", "<p>Words</p>")
    first = answer(client, url)
    again = client.ask(Request(url, first.etag, "Fri, 14 Jun 2024 08:00:00 GMT"))
    assert isinstance(again, Answer)
    assert (again.unchanged, again.body) == (True, b"")
    assert site.asked[1].headers["if-modified-since"] == "Fri, 14 Jun 2024 08:00:00 GMT"


@pytest.mark.parametrize(
    ("status", "lasting"), [(404, True), (410, True), (403, True), (500, False), (502, False), (429, False)]
)
def test_a_refusal_says_whether_it_lasts(site: Site, client: Client, status: int, lasting: bool) -> None:
    found = trouble(client, site.put("/x", "no", status=status))
    assert (found.kind, found.lasting) == (f"http-{status}", lasting)


@pytest.mark.parametrize(
    ("told", "wait"),
    [("120", 120.0), ("Fri, 14 Jun 2024 08:05:00 GMT", 300.0), ("99999999999", 86_400.0), ("soon", None), ("-5", None)],
)
def test_retry_after_is_read_in_seconds_and_as_a_date(
    site: Site, client: Client, told: str, wait: float | None
) -> None:
    assert trouble(client, site.put("/x", "", status=429, headers={"Retry-After": told})).wait == wait


def test_a_server_that_hangs_is_left_after_the_silence_allowed(site: Site, client: Client) -> None:
    begun = time.monotonic()
    assert trouble(client, site.behave("/hang", lambda handler: time.sleep(3))).kind == "timeout"
    assert time.monotonic() - begun < 2


def drip(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.end_headers()
    for _ in range(100):
        handler.wfile.write(b"<p>")
        time.sleep(0.1)


def drip_headers(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
    for number in range(100):
        handler.wfile.write(b"X-%d: y\r\n" % number)
        time.sleep(0.1)


@pytest.mark.parametrize("behaviour", [drip, drip_headers])
def test_a_server_that_drips_is_left_when_the_time_is_up(site: Site, client: Client, behaviour: object) -> None:
    begun = time.monotonic()
    found = trouble(client, site.behave("/drip", behaviour))  # type: ignore[arg-type]
    assert found.kind == "timeout"
    assert time.monotonic() - begun < 3


def endless(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.end_headers()
    while True:
        handler.wfile.write(b"x" * 65_536)


def test_a_body_without_end_is_cut_off(site: Site, client: Client) -> None:
    found = trouble(client, site.behave("/endless", endless))
    assert (found.kind, found.lasting) == ("too-large", True)


def test_a_gzip_bomb_is_not_unpacked(site: Site, client: Client) -> None:
    bomb = packed(b"\0" * 30_000_000)
    found = trouble(client, site.put("/bomb", bomb, headers={"Content-Encoding": "gzip"}))
    assert (found.kind, found.lasting) == ("too-large", True)


@pytest.mark.parametrize(
    ("coding", "body"),
    [
        ("gzip", packed(b"<p>Words</p>")),
        ("gzip, gzip", packed(packed(b"<p>Words</p>"))),
        ("deflate", zlib.compress(b"<p>Words</p>")),
        ("deflate", zlib.compress(b"<p>Words</p>")[2:-4]),
        ("identity", b"<p>Words</p>"),
        ("gzip", b"<p>Words</p>"),
    ],
)
def test_what_is_packed_is_unpacked_and_what_only_says_so_is_taken(
    site: Site, client: Client, coding: str, body: bytes
) -> None:
    assert answer(client, site.put("/z", body, headers={"Content-Encoding": coding})).body == b"<p>Words</p>"


@pytest.mark.parametrize("body", [packed(b"<p>Words</p>" * 100)[:-20], b"\x1f\x8b\x08rubbish"])
def test_what_is_packed_wrongly_is_trouble(site: Site, client: Client, body: bytes) -> None:
    assert trouble(client, site.put("/z", body, headers={"Content-Encoding": "gzip"})).kind == "damaged"


def broken_status(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"HELLO\r\n\r\n")
    handler.close_connection = True


def cut_short(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(b"<p>")
    handler.close_connection = True


@pytest.mark.parametrize("behaviour", [broken_status, cut_short])
def test_an_answer_that_is_no_http_is_trouble(site: Site, client: Client, behaviour: object) -> None:
    assert trouble(client, site.behave("/broken", behaviour)).kind == "broken-connection"  # type: ignore[arg-type]


def test_a_redirect_is_reported_with_an_absolute_target(site: Site, client: Client) -> None:
    url = site.put("/old", "", status=301, headers={"Location": "/näu?a=1".encode().decode("latin-1")})
    found = answer(client, url)
    assert found.location == f"{site.address}/näu?a=1"
    assert answer(client, site.put("/n%C3%A4u", "x")).status == 200


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://example.org/", "javascript:alert(1)", "data:,x"])
def test_a_redirect_to_anything_but_http_is_not_followed(site: Site, client: Client, target: str) -> None:
    found = trouble(client, site.put("/x", "", status=302, headers={"Location": target}))
    assert (found.kind, found.lasting) == ("bad-redirect", True)


@pytest.mark.parametrize(
    "url",
    ["file:///etc/passwd", "http://", "http://user:pw@example.org/", "http://[::1", "http://h:99999/", "nonsense"],
)
def test_an_address_that_is_none_is_trouble(client: Client, url: str) -> None:
    assert trouble(client, url).kind == "bad-address"


def test_a_private_address_is_not_asked_unless_that_is_allowed(site: Site) -> None:
    url = site.put("/a", "<p>Words</p>")
    careful = Client(Limits(connect=1.0))
    for name in (url, url.replace("127.0.0.1", "localhost"), url.replace("127.0.0.1", "[::ffff:127.0.0.1]")):
        assert trouble(careful, name).kind == "private-address"
    assert site.asked == []


def test_a_name_that_is_looked_up_again_cannot_lead_elsewhere(monkeypatch: pytest.MonkeyPatch, site: Site) -> None:
    """The address that was checked is the one connected to, whatever the name stands for a moment later."""
    looked_up: list[str] = []

    def lookup(host: str, port: int, **_: object) -> list[tuple[object, ...]]:
        looked_up.append(host)
        return [(2, 1, 6, "", ("192.0.2.7" if len(looked_up) == 1 else "127.0.0.1", port))]

    monkeypatch.setattr("socket.getaddrinfo", lookup)
    monkeypatch.setattr("dragoman.fetch.network.is_public", lambda address: address == "192.0.2.7")
    connected: list[str] = []

    def connect(address: tuple[str, int], *_: object, **__: object) -> None:
        connected.append(address[0])
        raise OSError("no route")

    monkeypatch.setattr("socket.create_connection", connect)
    assert trouble(Client(Limits(connect=1.0)), "http://rebinding.example/").kind == "no-connection"
    assert (looked_up, connected) == (["rebinding.example"], ["192.0.2.7"])


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.215.14", True),
        ("2606:2800:21f:cb07:6820:80da:af6b:8b2c", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("::1", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("::ffff:10.0.0.1", False),
        ("64:ff9b::7f00:1", False),
        ("2002:7f00:1::", False),
        ("nonsense", False),
    ],
)
def test_only_addresses_of_the_public_internet_are_public(address: str, public: bool) -> None:
    assert is_public(address) is public


def test_a_host_that_is_not_there_is_trouble_that_may_pass(client: Client) -> None:
    found = trouble(client, "http://127.0.0.1:9/")
    assert (found.kind, found.lasting) == ("no-connection", False)
