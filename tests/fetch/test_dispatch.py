"""Hosts are asked one request at a time, with pauses, as their robots.txt allows."""

import threading
import time
from collections.abc import Callable

import pytest

from dragoman.fetch import Answer, Dispatcher, Manners, Request, Trouble
from dragoman.runner.trials.hand_clock import HandClock

Reply = Answer | Trouble | Callable[[Request], "Answer | Trouble"]
GONE = Trouble("http-404", "answers 404", lasting=True)
PAUSE = 2.0


class World:
    """Hosts as a table of addresses, with a record of when each was asked; what is not there is 404."""

    def __init__(self, clock: HandClock, replies: dict[str, Reply]) -> None:
        self.clock, self.replies = clock, replies
        self.asked: list[tuple[float, str]] = []

    def ask(self, request: Request) -> Answer | Trouble:
        self.asked.append((self.clock.now(), request.url))
        reply = self.replies.get(request.url, GONE)
        return reply(request) if callable(reply) else reply

    def times(self, host: str) -> list[float]:
        return [when for when, url in self.asked if f"//{host}/" in url]

    def urls(self) -> list[str]:
        return [url for _, url in self.asked]


def ok(url: str, body: bytes = b"x") -> Answer:
    return Answer(url, 200, body, "text/html")


def moved(url: str, target: str) -> Answer:
    return Answer(url, 301, location=target)


def rules(text: str, host: str = "a.example") -> tuple[str, Answer]:
    url = f"http://{host}/robots.txt"
    return url, Answer(url, 200, text.encode(), "text/plain")


def gathered(world: World, *urls: str, manners: Manners | None = None) -> dict[str, Answer | Trouble]:
    dispatcher = Dispatcher(world.ask, world.clock, manners or Manners(delay=PAUSE), threads=4)
    for url in urls:
        dispatcher.add(url, Request(url))
    found: dict[str, Answer | Trouble] = {}
    while dispatcher.keys:
        found.update((str(one.key), one.result) for one in dispatcher.gather())
    dispatcher.stop()
    return found


def kinds(found: dict[str, Answer | Trouble]) -> list[str]:
    return [result.kind if isinstance(result, Trouble) else str(result.status) for result in found.values()]


def test_a_host_is_paused_between_requests_and_another_is_not(clock: HandClock) -> None:
    urls = [f"http://a.example/{n}" for n in range(4)] + ["http://b.example/1"]
    world = World(clock, {url: ok(url) for url in urls})
    assert set(kinds(gathered(world, *urls))) == {"200"}
    times = world.times("a.example")
    assert [later - earlier for earlier, later in zip(times, times[1:], strict=False)] == [PAUSE] * 4
    assert world.times("b.example")[-1] < times[-1]


def test_a_host_is_never_asked_by_two_at_a_time(clock: HandClock) -> None:
    at_once, most, lock = 0, 0, threading.Lock()

    def slow(request: Request) -> Answer:
        nonlocal at_once, most
        with lock:
            at_once += 1
            most = max(most, at_once)
        time.sleep(0.01)
        with lock:
            at_once -= 1
        return ok(request.url)

    urls = [f"http://a.example/{n}" for n in range(6)]
    gathered(World(clock, dict.fromkeys(urls, slow)), *urls, manners=Manners(delay=0.0))
    assert most == 1


def test_robots_txt_is_asked_first_and_once_and_obeyed(clock: HandClock) -> None:
    told = "User-agent: *\nDisallow: /private\nAllow: /private/open\n\nUser-agent: dragoman\nDisallow: /only-us\n"
    general = "User-agent: *\nDisallow: /private\n"
    for text, outcome in ((general, ["200", "robots"]), (told, ["200", "200"])):
        world = World(clock, dict([rules(text)]))
        world.replies |= {f"http://a.example/{p}": ok(f"http://a.example/{p}") for p in ("open", "private/x")}
        found = gathered(world, "http://a.example/open", "http://a.example/private/x")
        assert sorted(kinds(found)) == outcome
        assert world.urls()[0].endswith("/robots.txt")
        assert sum(url.endswith("/robots.txt") for url in world.urls()) == 1


def test_a_page_that_robots_txt_forbids_is_not_asked_for(clock: HandClock) -> None:
    world = World(clock, dict([rules("User-agent: *\nDisallow: /")]))
    (found,) = gathered(world, "http://a.example/x").values()
    assert isinstance(found, Trouble)
    assert (found.kind, found.lasting, len(world.asked)) == ("robots", True, 1)


def test_crawl_delay_lengthens_the_pause(clock: HandClock) -> None:
    world = World(clock, dict([rules("User-agent: *\nCrawl-delay: 10\n")]))
    gathered(world, "http://a.example/1", "http://a.example/2")
    assert [b - a for a, b in zip(world.times("a.example"), world.times("a.example")[1:], strict=False)] == [10.0, 10.0]


@pytest.mark.parametrize("failure", [Trouble("http-500", "answers 500"), Trouble("timeout", "took too long")])
def test_while_robots_txt_fails_nothing_is_fetched_and_later_it_is_asked_again(
    clock: HandClock, failure: Trouble
) -> None:
    url = "http://a.example/x"
    world = World(clock, {"http://a.example/robots.txt": failure, url: ok(url)})
    dispatcher = Dispatcher(world.ask, clock, Manners(delay=PAUSE), threads=2)
    dispatcher.add("x", Request(url))
    (held,) = dispatcher.gather()
    assert isinstance(held.result, Trouble)
    assert (held.result.kind, held.result.own) == ("robots-unreachable", False)
    assert url not in world.urls()
    del world.replies["http://a.example/robots.txt"]
    clock.time += (held.result.wait or 0.0) + 1.0
    dispatcher.add("x", Request(url))
    (done,) = dispatcher.gather()
    assert isinstance(done.result, Answer)


def test_redirects_are_followed_and_every_host_on_the_way_is_asked_for_its_rules(clock: HandClock) -> None:
    start, middle, end = "http://a.example/1", "http://b.example/2", "http://b.example/3"
    world = World(clock, {start: moved(start, middle), middle: moved(middle, end), end: ok(end)})
    (found,) = gathered(world, start).values()
    assert isinstance(found, Answer)
    assert found.url == end
    assert "http://b.example/robots.txt" in world.urls()
    forbidding = World(
        clock,
        {start: moved(start, middle), middle: ok(middle), **dict([rules("User-agent: *\nDisallow: /", "b.example")])},
    )
    assert kinds(gathered(forbidding, start)) == ["robots"]
    assert middle not in forbidding.urls()


def test_a_redirect_of_robots_txt_is_followed(clock: HandClock) -> None:
    first, second = "http://a.example/robots.txt", "http://www.a.example/robots.txt"
    page = "http://a.example/x"
    world = World(
        clock,
        {first: moved(first, second), second: Answer(second, 200, b"User-agent: *\nDisallow: /x"), page: ok(page)},
    )
    assert kinds(gathered(world, page)) == ["robots"]


def test_redirects_that_lead_back_or_on_and_on_end(clock: HandClock) -> None:
    a, b = "http://a.example/a", "http://a.example/b"
    world = World(clock, {a: moved(a, b), b: moved(b, a)})
    assert kinds(gathered(world, a)) == ["redirect-loop"]
    chain = {f"http://a.example/{n}": moved(f"http://a.example/{n}", f"http://a.example/{n + 1}") for n in range(50)}
    world = World(clock, chain)
    assert kinds(gathered(world, "http://a.example/0")) == ["redirect-loop"]
    assert len(world.asked) <= 8


def test_a_host_that_asks_to_wait_is_left_alone_and_what_waits_for_it_is_handed_back(clock: HandClock) -> None:
    urls = [f"http://a.example/{n}" for n in range(5)]
    busy = Trouble("http-429", "answers 429", wait=600.0)
    world = World(clock, {urls[0]: busy})
    dispatcher = Dispatcher(world.ask, clock, Manners(delay=PAUSE), threads=2)
    for url in urls:
        dispatcher.add(url, Request(url))
    found = []
    while dispatcher.keys:
        found += dispatcher.gather()
    results = [one.result for one in found if isinstance(one.result, Trouble)]
    assert [one.kind for one in results] == ["host-held"] * 4 + ["http-429"]
    assert all((one.wait or 0.0) > 590.0 and not one.own for one in results[:4])
    dispatcher.add("later", Request(urls[1]))
    (held,) = dispatcher.gather()
    assert isinstance(held.result, Trouble)
    assert held.result.kind == "host-held"
    assert len(world.asked) == 2


def test_a_host_that_asks_for_a_moment_is_only_waited_for(clock: HandClock) -> None:
    urls = [f"http://a.example/{n}" for n in range(2)]
    world = World(clock, {urls[0]: Trouble("http-503", "answers 503", wait=30.0), urls[1]: ok(urls[1])})
    assert kinds(gathered(world, *urls)) == ["http-503", "200"]
    assert world.times("a.example")[-1] - world.times("a.example")[-2] == 30.0


def test_a_host_that_cannot_be_reached_three_times_keeps_nobody_waiting(clock: HandClock) -> None:
    urls = [f"http://a.example/{n}" for n in range(20)]
    dead = Trouble("timeout", "took too long")
    world = World(clock, dict.fromkeys(urls, dead))
    found = gathered(world, *urls)
    assert sum(kind == "timeout" for kind in kinds(found)) == 3
    assert sum(kind == "host-held" for kind in kinds(found)) == 17


def test_time_passes_until_the_moment_given_when_there_is_nothing_to_do(clock: HandClock) -> None:
    dispatcher = Dispatcher(World(clock, {}).ask, clock)
    begun = clock.now()
    assert dispatcher.gather(begun + 900.0) == []
    assert clock.now() == begun + 900.0


def test_a_bug_in_asking_costs_the_request_and_not_the_thread(clock: HandClock) -> None:
    def boom(request: Request) -> Answer:
        raise RuntimeError("boom")

    urls = ["http://a.example/1", "http://a.example/2"]
    world = World(clock, dict.fromkeys(urls, boom))
    assert kinds(gathered(world, *urls)) == ["fetch-bug", "fetch-bug"]


def test_an_address_that_is_none_is_handed_back(clock: HandClock) -> None:
    assert kinds(gathered(World(clock, {}), "file:///etc/passwd", "http://[x")) == ["bad-address"] * 2
