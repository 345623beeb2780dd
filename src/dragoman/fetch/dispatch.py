"""Hand requests out to threads: one at a time for each host, with pauses, as its robots.txt allows, along redirects."""

from collections import deque
from collections.abc import Hashable
from urllib.parse import urlsplit

import msgspec

from dragoman.fetch.clock import Clock
from dragoman.fetch.hands import Ask, Hands
from dragoman.fetch.message import Answer, Request, Trouble
from dragoman.fetch.robots import Rules, rules_of
from dragoman.ingest.address import BadAddress, host_of

_HOLD_MISSES = 3
_HOLD_SECONDS = 300.0
_MISSES = frozenset({"timeout", "no-connection", "broken-connection"})
_SHORT = 60.0  # seconds for which requests wait here; for longer they are handed back


class Manners(msgspec.Struct, frozen=True):
    """Pause between two requests to a host (seconds), redirects followed, whether robots.txt is obeyed."""

    delay: float = 2.0
    hops: int = 5
    robots: bool = True


class Finished(msgspec.Struct, frozen=True):
    """What came of a request, under the key it was given with."""

    key: Hashable
    result: Answer | Trouble


class _Errand(msgspec.Struct, eq=False):
    """A request on its way; `rules_for` names the host whose robots.txt it is, and is None for any other."""

    key: Hashable
    request: Request
    rules_for: str | None = None
    trail: tuple[str, ...] = ()


class _Host(msgspec.Struct, eq=False):
    waiting: deque[_Errand] = msgspec.field(default_factory=deque)
    busy: bool = False
    free_at: float = 0.0
    rules: Rules | None = None
    asking_rules: bool = False
    misses: int = 0


class Dispatcher:
    """Requests in, answers out, in whatever order hosts allow."""

    def __init__(self, ask: Ask, clock: Clock, manners: Manners | None = None, threads: int = 8) -> None:
        self.clock, self.manners = clock, manners or Manners()
        self._hands: Hands[_Errand] = Hands(ask, threads)
        self._hosts: dict[str, _Host] = {}
        self._done: list[Finished] = []
        self.keys: set[Hashable] = set()

    def add(self, key: Hashable, request: Request) -> None:
        """Take on a request; a key that is in hand already is not taken twice."""
        if key not in self.keys:
            self.keys.add(key)
            self._queue(_Errand(key, request))

    def waiting(self) -> dict[str, int]:
        """Count the requests that wait for each host."""
        return {name: len(host.waiting) for name, host in self._hosts.items() if host.waiting}

    def gather(self, until: float | None = None) -> list[Finished]:
        """Return what has finished, waiting for something to; at `until` at the latest, and at once when all is done.

        Without requests in hand and with `until`, lets the time pass.
        """
        while True:
            self._start()
            if self._done:
                return self._drained()
            now = self.clock.now()
            wake = min(filter(None, (self._next_start(), until)), default=None)
            if until is not None and now >= until or self._hands.busy == 0 and wake is None:
                return []
            found = self._hands.results.get() if wake is None else self._await(wake - now)
            if found is not None:
                self._hands.busy -= 1
                self._take(*found)

    def stop(self) -> None:
        """Let go of the threads."""
        self._hands.stop()

    def _await(self, seconds: float) -> tuple[_Errand, Answer | Trouble] | None:
        return self.clock.first_of(self._hands.results, seconds, coming=self._hands.busy > 0)

    def _drained(self) -> list[Finished]:
        done, self._done = self._done, []
        self.keys.difference_update(finished.key for finished in done)
        return done

    def _finish(self, errand: _Errand, result: Answer | Trouble) -> None:
        if errand.rules_for is not None:
            self._learn(errand.rules_for, result)
        else:
            self._done.append(Finished(errand.key, result))

    def _queue(self, errand: _Errand) -> None:
        """Let an errand wait for its host; a request for robots.txt goes before all others."""
        try:
            host = self._hosts.setdefault(host_of(errand.request.url), _Host())
        except BadAddress as error:
            self._finish(errand, Trouble("bad-address", str(error), "correct the address", lasting=True))
            return
        left = host.free_at - self.clock.now()
        if left > _SHORT:
            self._finish(errand, _held(left))
        elif errand.rules_for is not None:
            host.waiting.appendleft(errand)
        else:
            host.waiting.append(errand)

    def _start(self) -> None:
        """Give every host that is free its next request, as long as there are threads."""
        now = self.clock.now()
        for name, host in list(self._hosts.items()):
            while self._may_start(host) and host.free_at <= now:
                self._next(name, host, now)

    def _may_start(self, host: _Host) -> bool:
        """Tell whether a thread could take a request of a host, were the host's pause over."""
        if not host.waiting or host.busy or self._hands.busy >= self._hands.count:
            return False
        return host.waiting[0].rules_for is not None or not host.asking_rules

    def _next(self, name: str, host: _Host, now: float) -> None:
        """Send the first errand of a host off, ask for its robots.txt first, or finish what that forbids."""
        errand = host.waiting[0]
        if errand.rules_for is None and self.manners.robots:
            if host.rules is None or host.rules.until <= now:
                host.asking_rules = True
                scheme = urlsplit(errand.request.url).scheme
                self._queue(_Errand(None, Request(f"{scheme}://{name}/robots.txt"), rules_for=name))
                return
            if not host.rules.allow(errand.request.url):
                host.waiting.popleft()
                self._finish(errand, _forbidden(host.rules, now))
                return
        host.waiting.popleft()
        host.busy = True
        self._hands.give(errand, errand.request)

    def _next_start(self) -> float | None:
        """Return when the next host that has something waiting is free."""
        return min((host.free_at for host in self._hosts.values() if self._may_start(host)), default=None)

    def _take(self, errand: _Errand, result: Answer | Trouble) -> None:
        """Record what a thread found, and go on along a redirect."""
        name = host_of(errand.request.url)
        host, now = self._hosts[name], self.clock.now()
        host.busy = False
        delay = self.manners.delay if host.rules is None else max(self.manners.delay, host.rules.delay)
        host.free_at = max(host.free_at, now + delay)
        self._mind(host, result, now)
        if isinstance(result, Answer) and result.location is not None:
            self._follow(errand, result.location)
        else:
            self._finish(errand, result)

    def _mind(self, host: _Host, result: Answer | Trouble, now: float) -> None:
        """Leave a host alone that asks for it, or that cannot be reached again and again."""
        if isinstance(result, Trouble) and result.wait is not None:
            self._hold(host, now, result.wait)
        missed = isinstance(result, Trouble) and result.kind in _MISSES
        host.misses = host.misses + 1 if missed else 0
        if host.misses >= _HOLD_MISSES:
            host.misses = 0
            self._hold(host, now, _HOLD_SECONDS)

    def _hold(self, host: _Host, now: float, seconds: float) -> None:
        host.free_at = max(host.free_at, now + seconds)
        if host.free_at - now > _SHORT:
            held, host.waiting = host.waiting, deque()
            for errand in held:
                self._finish(errand, _held(host.free_at - now))

    def _follow(self, errand: _Errand, target: str) -> None:
        trail = (*errand.trail, errand.request.url)
        if target in trail:
            self._finish(errand, Trouble("redirect-loop", f"leads back to {target[:200]}", "it is asked again later"))
        elif len(trail) > self.manners.hops:
            self._finish(errand, Trouble("redirect-loop", f"leads on more than {self.manners.hops} times"))
        else:
            # The validators are those of the address that gave them; they hold for what it leads to.
            request = msgspec.structs.replace(errand.request, url=target)
            self._queue(_Errand(errand.key, request, errand.rules_for, trail))

    def _learn(self, name: str, result: Answer | Trouble) -> None:
        host = self._hosts[name]
        host.asking_rules = False
        now = self.clock.now()
        host.rules = rules_of(result, now)
        host.free_at = max(host.free_at, now + host.rules.delay)


def _forbidden(rules: Rules, now: float) -> Trouble:
    if rules.trouble is not None and rules.trouble.kind == "private-address":
        return rules.trouble
    if rules.trouble is not None:
        what = f"robots.txt of its host {rules.trouble.what}, so that nothing may be fetched"
        return Trouble("robots-unreachable", what, "it is asked again later", wait=rules.until - now, own=False)
    return Trouble("robots", "robots.txt of its host forbids it", "leave it out", lasting=True)


def _held(seconds: float) -> Trouble:
    what = f"its host is left alone for {seconds:.0f} seconds"
    return Trouble("host-held", what, "it is asked again later", wait=seconds, own=False)
