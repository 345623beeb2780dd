"""What makes articles copies of one text: their signatures, the edges between them, and the story they form."""

from typing import Literal

import msgspec

Term = tuple[str, int]
"""A language-free term of an article ("c:KOR", "t:referendum", "x:KPN") and its place, in letters from the beginning."""

Reason = Literal["same-text", "copy", "rewrite", "translation", "hand"]


class Signature(msgspec.Struct, frozen=True):
    """All that linking knows of an article; small, picklable, a pure function of its text and metadata.

    `day` is the day of publication as a proleptic ordinal, None where unknown. `text` digests the normalised words,
    `sketch` holds the smallest hashes of its shingles (packed, ascending), `shingles` is how many it has.
    `terms` are its terms as "key@place", place in thousandths of the text, separated by tabs; `size` is its length in
    letters of English.
    `marks` are the numbers, and the words of time that mean one day or month, which tell a copy from the same formula on
    another day; so do `names`, the countries, people, organisations and strangers it names.
    `outlet`, `credited` (whose text the chain says it is) and `origins` (its most primary sources) come from the chain
    it came by.
    """

    id: str
    language: str | None
    day: int | None
    text: int
    shingles: int
    sketch: bytes
    size: int
    terms: str
    marks: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    outlet: str = ""
    credited: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()


class Edge(msgspec.Struct, frozen=True, order=True):
    """Two articles that hold the same text: `one` < `other` are ids, `score` is 0 to 1, `why` says it in a sentence."""

    one: str
    other: str
    score: float
    reason: Reason
    why: str = ""


class Decision(msgspec.Struct, frozen=True):
    """What a person decided of two articles; of two decisions on one pair the later holds."""

    kind: Literal["merge", "split"]
    one: str
    other: str


class Story(msgspec.Struct, frozen=True):
    """Articles that are copies of one text. `id` is that of the earliest member, `members` the others' and its, by day.

    `origin` is the agency or medium that the members' chains name most as where the text comes from, else the outlet of
    the earliest; "" where nothing tells. `edges` are the reasons for the story, the strongest first.
    """

    id: str
    members: tuple[str, ...]
    origin: str
    earliest: str
    edges: tuple[Edge, ...] = ()
