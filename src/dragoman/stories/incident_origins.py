"""Count the independent origins of an incident: fold copies, then agencies, then what rests on one speaker."""

from collections import defaultdict
from collections.abc import Sequence

from dragoman.records.incident import Origin, Telling, Voice
from dragoman.stories.incident_compare import ORGANS

Source = tuple[str, str]
"""Kind (speaker, agency, outlet) and name of a primary source."""


def origins_of(tellings: Sequence[Telling]) -> tuple[tuple[Origin, ...], tuple[str, ...]]:
    """Return the independent origins, those with most articles first, and the steps that led to their number.

    A story rests on the speakers it names; where it names none, on the agency it came by, or on the speakers whom a text
    of that agency names; else on its own outlet.
    """
    stories: dict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        stories[telling.story].append(telling)
    sources = {story: _sources(held) for story, held in sorted(stories.items())}
    known = _speakers_of_agencies(stories, sources)
    rests: dict[Source, list[str]] = defaultdict(list)
    for story, named in sources.items():
        for source in dict.fromkeys(one for n in named for one in known.get(n, (n,))):
            rests[source].append(story)
    origins = [_origin(source, held, stories) for source, held in rests.items()]
    origins.sort(key=lambda o: (-len(o.documents), o.kind, o.name))
    return tuple(origins), tuple(_steps(stories, origins))


def _sources(story: Sequence[Telling]) -> list[Source]:
    """Name the primary sources of one story: those its copies name together."""
    speakers = sorted({speaker_name(v) for t in story for v in t.voices if not v.medium})
    if speakers:
        return [("speaker", name) for name in speakers]
    agencies = [t.agency for t in story if t.agency] or [v.text for t in story for v in t.voices if v.medium]
    if agencies:
        return [("agency", most_named(agencies))]
    outlets = [t.outlet for t in sorted(story, key=lambda t: (t.published or "9999", t.doc)) if t.outlet]
    return [("outlet", outlets[0] if outlets else f"article {min(t.doc for t in story)}")]


def _speakers_of_agencies(
    stories: dict[str, list[Telling]], sources: dict[str, list[Source]]
) -> dict[Source, tuple[Source, ...]]:
    """Map each agency to the speakers that a story from it names: what else comes from it rests on them too."""
    known: dict[Source, tuple[Source, ...]] = {}
    for story, named in sources.items():
        agencies = [t.agency for t in stories[story] if t.agency]
        if agencies and named[0][0] == "speaker":
            agency: Source = ("agency", most_named(agencies))
            known[agency] = tuple(dict.fromkeys((*known.get(agency, ()), *named)))
    return known


def most_named(names: Sequence[str]) -> str:
    """Return the name that occurs most, of several the first in the alphabet."""
    return min(set(names), key=lambda name: (-names.count(name), name))


def speaker_name(voice: Voice) -> str:
    """Name a speaker as a source: the organs of one state speak for that state, and count as one."""
    if voice.code is None:
        return voice.text
    if voice.sector is None or voice.sector in ORGANS:
        return voice.code
    return f"{voice.code}/{voice.sector}"


def _origin(source: Source, held: Sequence[str], stories: dict[str, list[Telling]]) -> Origin:
    kind, name = source
    documents = tuple(sorted({t.document for story in held for t in stories[story]}))
    number = counted(len(held), "story")
    if kind == "speaker":
        reason = f"{number} on the word of {name}: one speaker, however many repeat it"
    elif kind == "agency":
        reason = f"{number} from the agency {name}: one text or one reporter behind them"
    else:
        reason = f"{number} in the own voice of {name}, with no source named"
    return Origin(kind, name, tuple(held), documents, reason)  # type: ignore[arg-type]


def _steps(stories: dict[str, list[Telling]], origins: Sequence[Origin]) -> list[str]:
    articles = {t.document for held in stories.values() for t in held}
    steps = [counted(len(articles), "article")]
    for _, held in sorted(stories.items()):
        copies = sorted({(t.published or "9999", t.doc) for t in held})
        if len(copies) > 1:
            others = ", ".join(doc for _, doc in copies[1:])
            steps.append(f"copies folded: {others} carry the text of {copies[0][1]}")
    steps.append(counted(len(stories), "story"))
    for origin in origins:
        folded = f" ({len(origin.stories)} folded into 1)" if len(origin.stories) > 1 else ""
        steps.append(f"{origin.kind} {origin.name}: {origin.reason}{folded}")
    steps.append(counted(len(origins), "independent origin"))
    return steps


def counted(number: int, noun: str) -> str:
    """Write a number with its noun, in the plural where it asks for it."""
    plural = noun[:-1] + "ies" if noun.endswith("y") else noun + "s"
    return f"{number} {noun if number == 1 else plural}"
