"""Find what the tellings of an incident disagree about: figures, the day, who did it, and who denies it."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence

from dragoman.records.incident import Claim, Contradiction, Count, Denial, Side, Telling
from dragoman.stories.incident_origins import speaker_name


def contradictions_of(tellings: Sequence[Telling], denials: Sequence[Denial]) -> tuple[Contradiction, ...]:
    """List the contradictions, figures first; each claim says who makes it and in how many stories."""
    return (*_figures(tellings), *_days(tellings), *_actors(tellings), *_places(tellings), *_denied(denials))


def who_tells(telling: Telling) -> tuple[str, ...]:
    """Name who vouches for a telling: its speakers, else the agency, else the outlet."""
    named = tuple(speaker_name(v) for v in telling.voices if not v.medium)
    media = tuple(v.text for v in telling.voices if v.medium)
    return named or media or tuple(name for name in (telling.agency or telling.outlet,) if name) or (telling.doc,)


def _claim(value: str, tellings: Sequence[Telling]) -> Claim:
    who = tuple(sorted({name for t in tellings for name in who_tells(t)}))
    return Claim(value, who, len({t.story for t in tellings}), tuple(sorted({t.document for t in tellings})))


def _by(tellings: Iterable[Telling], value: Callable[[Telling], Hashable]) -> dict[Hashable, list[Telling]]:
    held: dict[Hashable, list[Telling]] = defaultdict(list)
    for telling in tellings:
        held[value(telling)].append(telling)
    return held


def counted_thing(count: Count) -> tuple[str, str, str]:
    """Return what a number counts; the act only where it tells of what became of those counted."""
    return count.role, count.what, count.act if count.act in {"kill", "wound", "abduct", "arrest"} else ""


def figures_told(tellings: Sequence[Telling]) -> dict[tuple[str, str, str], dict[int, list[Telling]]]:
    """Collect the numbers told of each thing, with the tellings that give them."""
    told: dict[tuple[str, str, str], dict[int, list[Telling]]] = defaultdict(lambda: defaultdict(list))
    for telling in tellings:
        for count in telling.gist.counts:
            told[counted_thing(count)][count.number].append(telling)
    return told


def best_number(numbers: dict[int, list[Telling]]) -> int:
    """Choose the number that most stories give; of several the lowest."""
    return min(numbers, key=lambda n: (-len({t.story for t in numbers[n]}), n))


def _figures(tellings: Sequence[Telling]) -> list[Contradiction]:
    found = []
    for thing, numbers in sorted(figures_told(tellings).items()):
        if len(numbers) > 1:
            claims = tuple(_claim(str(number), held) for number, held in sorted(numbers.items()))
            about = " ".join(part for part in (thing[0], thing[1], thing[2]) if part)
            found.append(
                Contradiction("figure", about, claims, min(numbers), best_number(numbers), max(numbers))
            )  # fmt: skip
    return found


def _days(tellings: Sequence[Telling]) -> list[Contradiction]:
    named = [t for t in tellings if t.gist.precise and t.gist.first == t.gist.last]
    days = _by(named, lambda t: t.gist.first)
    if len(days) < 2:
        return []
    claims = tuple(_claim(str(day), held) for day, held in sorted(days.items(), key=lambda d: str(d[0])))
    return [Contradiction("date", "the day", claims)]


def _actors(tellings: Sequence[Telling]) -> list[Contradiction]:
    """Note that some say that one side did it and some that the other did."""
    told = [t for t in tellings if t.gist.actor and t.gist.recipient]
    who = _by(told, lambda t: tuple(sorted({s.code or s.name or "?" for s in t.gist.actor})))
    turned = [
        (a, b)
        for a in who
        for b in who
        if a != b and any(set(a) & _codes(t.gist.recipient) for t in who[b])  # type: ignore[call-overload]
    ]
    if not turned:
        return []
    claims = tuple(_claim(" + ".join(key), held) for key, held in sorted(who.items(), key=str))  # type: ignore[arg-type]
    return [Contradiction("actor", "who did it", claims)]


def _codes(sides: Sequence[Side]) -> set[str]:
    return {s.code or s.name or "?" for s in sides}


def _places(tellings: Sequence[Telling]) -> list[Contradiction]:
    countries = _by((t for t in tellings if t.gist.country), lambda t: t.gist.country)
    if len(countries) < 2:
        return []
    return [
        Contradiction(
            "place", "the country", tuple(_claim(str(c), held) for c, held in sorted(countries.items(), key=str))
        )
    ]


def _denied(denials: Sequence[Denial]) -> list[Contradiction]:
    by: dict[str, list[Denial]] = defaultdict(list)
    for denial in denials:
        for side in denial.actor:
            by[side.code or side.name or "?"].append(denial)
    claims = tuple(
        Claim("denied", (who,), len({d.story for d in held}), tuple(sorted({d.document for d in held})))
        for who, held in sorted(by.items())
    )
    return [Contradiction("denial", "that it happened or who did it", claims)] if claims else []
