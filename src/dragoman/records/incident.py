"""One occurrence in the world, as several articles tell it: tellings, the incident they form, origins, contradictions."""

from typing import Literal

import msgspec


class Side(msgspec.Struct, frozen=True):
    """A party or a source, reduced to what tells it from others; `name` only of a person or where there is no code."""

    code: str | None
    sector: str | None = None
    name: str | None = None


class Count(msgspec.Struct, frozen=True, order=True):
    """A number told: whose (actor, recipient, theme), of what (a sector or a thing), under which act."""

    role: str
    what: str
    number: int
    act: str
    about: bool = False


class Gist(msgspec.Struct, frozen=True):
    """What a telling says of the occurrence, free of who tells it: equal gists are equal statements.

    `acts` is the act and its wider acts. `first` and `last` are ISO days between which it happened, None where nothing
    bounds them; `precise` where the article itself names the day. `key` keeps apart what nothing bounds in time.
    """

    type: str
    mode: str
    status: str
    acts: tuple[str, ...]
    themes: tuple[str, ...]
    actor: tuple[Side, ...]
    recipient: tuple[Side, ...]
    first: str = ""
    last: str = ""
    precise: bool = False
    country: str = ""
    place: str = ""
    counts: tuple[Count, ...] = ()
    instruments: tuple[str, ...] = ()
    key: str = ""


class Voice(msgspec.Struct, frozen=True):
    """Who is named as the source of a telling: a party's code and sector, or the words; `medium` for outlets, agencies."""

    code: str | None
    sector: str | None
    text: str
    medium: bool = False


class Telling(msgspec.Struct, frozen=True):
    """One event of one article: its gist, and who tells it. `story` is the id of the text the article is a copy of.

    `company` are the countries that take part or speak elsewhere in the article.
    """

    document: str
    event: str
    doc: str
    story: str
    gist: Gist
    published: str | None = None
    language: str | None = None
    outlet: str = ""
    agency: str = ""
    voices: tuple[Voice, ...] = ()
    quad: int = 0
    scale: float = 0.0
    historical: bool = False
    company: tuple[str, ...] = ()


class Denial(msgspec.Struct, frozen=True):
    """Somebody denies that something happened, or that they did it; `themes` are the acts and things it is about."""

    document: str
    doc: str
    story: str
    actor: tuple[Side, ...]
    themes: tuple[str, ...]
    date: str
    sentence: str = ""
    outlet: str = ""


class Origin(msgspec.Struct, frozen=True):
    """One primary source behind an incident, with the stories that rest on it and why they count as one."""

    kind: Literal["speaker", "agency", "outlet"]
    name: str
    stories: tuple[str, ...]
    documents: tuple[str, ...]
    reason: str


class Claim(msgspec.Struct, frozen=True):
    """One of several answers to a question, with who gives it and in how many stories."""

    value: str
    who: tuple[str, ...]
    stories: int
    documents: tuple[str, ...] = ()


class Contradiction(msgspec.Struct, frozen=True):
    """What the tellings of an incident disagree about. Of figures `low`, `best` and `high` are given."""

    kind: Literal["figure", "date", "actor", "place", "denial"]
    about: str
    claims: tuple[Claim, ...]
    low: int | None = None
    best: int | None = None
    high: int | None = None


class Incident(msgspec.Struct, frozen=True):
    """One occurrence: what, who, when and where at best, who tells it, how they disagree, and how that was reckoned.

    `date` is the best day, `earliest` and `latest` bound it. `counterpart` is the country at the other end where the
    tellings name only who acted; it is implied, not told. `standing` is a line on who reports, confirms and denies.
    `tellings` are (document, event) pairs. `reasoning` tells in steps how the origins were counted.
    """

    id: str
    component: str
    type: str
    mode: str
    act: str
    status: str
    actor: tuple[Side, ...]
    recipient: tuple[Side, ...]
    counterpart: str | None
    date: str | None
    earliest: str | None
    latest: str | None
    country: str | None
    place: str | None
    instruments: tuple[str, ...]
    counts: tuple[Count, ...]
    quad: int
    scale: float
    articles: int
    stories: int
    origins: tuple[Origin, ...]
    first_seen: str | None
    last_seen: str | None
    languages: tuple[str, ...]
    standing: str
    contradictions: tuple[Contradiction, ...]
    reasoning: tuple[str, ...]
    tellings: tuple[tuple[str, str], ...]
