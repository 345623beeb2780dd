"""Describe an incident from its tellings: best day and place with bounds, parties, sources, contradictions, standing."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from dragoman.records.incident import Contradiction, Count, Denial, Incident, Side, Telling
from dragoman.stories.incident_contradictions import best_number, contradictions_of, figures_told
from dragoman.stories.incident_denials import denials_of
from dragoman.stories.incident_groups import Group
from dragoman.stories.incident_origins import origins_of, speaker_name


def describe(group: Group, denials: Iterable[Denial] = ()) -> Incident:
    """Describe one incident; every "best" is what most stories say, of several the more precise, then the first."""
    tellings = group.tellings
    denied = denials_of(tellings, denials)
    contradictions = contradictions_of(tellings, denied)
    origins, steps = origins_of(tellings)
    day, earliest, latest = _when(tellings)
    seen = sorted(t.published for t in tellings if t.published)
    return Incident(
        id=group.id,
        component=group.component,
        type=_most(tellings, lambda t: t.gist.type),
        mode=_most(tellings, lambda t: t.gist.mode),
        act=_most(tellings, lambda t: t.gist.acts[0]),
        status=_most(tellings, lambda t: t.gist.status),
        actor=_parties([t.gist.actor for t in tellings], tellings),
        recipient=_parties([t.gist.recipient for t in tellings], tellings),
        counterpart=counterpart_of(tellings),
        date=day,
        earliest=earliest,
        latest=latest,
        country=_most(tellings, lambda t: t.gist.country) or None,
        place=_most(tellings, lambda t: t.gist.place) or None,
        instruments=tuple(sorted({i for t in tellings for i in t.gist.instruments})),
        counts=_best_counts(tellings),
        quad=Counter(t.quad for t in tellings).most_common(1)[0][0],
        scale=round(sum(t.scale for t in tellings) / len(tellings), 2),
        articles=len({t.document for t in tellings}),
        stories=len({t.story for t in tellings}),
        origins=origins,
        first_seen=seen[0] if seen else None,
        last_seen=seen[-1] if seen else None,
        languages=tuple(sorted({t.language for t in tellings if t.language})),
        standing=standing_of(tellings, contradictions),
        contradictions=contradictions,
        reasoning=steps,
        tellings=tuple((t.document, t.event) for t in tellings),
    )


def _most(tellings: Sequence[Telling], value: Callable[[Telling], str]) -> str:
    """Return the value that most stories give; "" only where none gives another."""
    stories: dict[str, set[str]] = {}
    for telling in tellings:
        if value(telling):
            stories.setdefault(value(telling), set()).add(telling.story)
    return min(stories, key=lambda v: (-len(stories[v]), v)) if stories else ""


def _when(tellings: Sequence[Telling]) -> tuple[str | None, str | None, str | None]:
    """Return the best day and the bounds; a day of publication is the best only where no article names a day."""
    bounded = [t for t in tellings if t.gist.first and t.gist.last]
    if not bounded:
        return None, None, None
    named = [t for t in bounded if t.gist.precise]
    if named:
        best = _most(named, lambda t: t.gist.first)
        return best, min(t.gist.first for t in named), max(t.gist.last for t in named)
    first, last = max(t.gist.first for t in bounded), min(t.gist.last for t in bounded)
    return last, min(first, last), max(first, last)


def _parties(sides: Sequence[tuple[Side, ...]], tellings: Sequence[Telling]) -> tuple[Side, ...]:
    """Take the parties of the side that most stories give, each state once with its most told sector."""
    told = {side for side in sides if side}
    if not told:
        return ()
    stories = {s: {t.story for t, held in zip(tellings, sides, strict=True) if held == s} for s in told}
    return min(told, key=lambda s: (-len(stories[s]), -len(s), str(s)))


def counterpart_of(tellings: Sequence[Telling]) -> str | None:
    """Return the one country that is in the company of most stories of a hostile deed whose target no telling names."""
    if any(t.gist.recipient or len({s.code for s in t.gist.actor}) > 1 or t.quad != 4 for t in tellings):
        return None
    actors = {s.code for t in tellings for s in t.gist.actor}
    stories = {t.story for t in tellings}
    near: dict[str, set[str]] = {}
    for telling in tellings:
        for code in telling.company:
            if code not in actors:
                near.setdefault(code, set()).add(telling.story)
    most = [code for code, held in near.items() if 2 * len(held) >= len(stories)]
    return most[0] if len(most) == 1 and None not in actors else None


def _best_counts(tellings: Sequence[Telling]) -> tuple[Count, ...]:
    found = []
    for (role, what, act), numbers in sorted(figures_told(tellings).items()):
        best = best_number(numbers)
        about = all(
            c.about for t in numbers[best] for c in t.gist.counts if (c.role, c.what, c.number) == (role, what, best)
        )
        found.append(Count(role, what, best, act, about))
    return tuple(found)


def standing_of(tellings: Sequence[Telling], contradictions: Sequence[Contradiction]) -> str:
    """Say in a line who reports it, whether the side that acted confirms it, and who denies it."""
    actors = {s.code for t in tellings for s in t.gist.actor if s.code}
    heard: dict[str, str] = {}
    for telling in tellings:
        for voice in telling.voices:
            if not voice.medium:
                day = telling.published or "9999"
                heard[speaker_name(voice)] = min(day, heard.get(speaker_name(voice), day))
    denied = sorted({who for c in contradictions if c.kind == "denial" for claim in c.claims for who in claim.who})
    own = sorted(name for name in heard if name.partition("/")[0] in actors)
    others = sorted((name for name in heard if name not in own), key=lambda name: (heard[name], name))
    if not heard:
        told = "told by media in their own voice"
    elif not others:
        told = f"said by {' and '.join(own)}, whose act it is"
    elif own:
        told = f"reported by {' and '.join(others)}, confirmed by {' and '.join(own)}"
    else:
        told = f"reported by {' and '.join(others)}" + (" only" if len(others) == 1 else "")
    return told + (f"; denied by {' and '.join(denied)}" if denied else "")
