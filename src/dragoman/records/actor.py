"""Who is mentioned: entities as the codebook writes them down, and the words that mention them."""

import msgspec

from dragoman.records.span import Span


class Entity(msgspec.Struct, frozen=True):
    """An actor, recipient or source: code and sector of the codebook, and the name it goes by.

    `code`: ISO 3166-1 alpha-3, or IGO, UNO, EUR, NGO, ISM, IMG, MNC; None where unknown. `sector` as in PLOVER or None.
    `name` is the canonical English name where known, `office` the office held on the day, `key` the id in the world
    data or the article's own key for a person it introduces.
    """

    code: str | None
    sector: str | None
    text: str
    name: str | None = None
    office: str | None = None
    key: str | None = None


class Mention(msgspec.Struct, frozen=True):
    """Words that stand for one or more entities ("the two Koreas" stands for two).

    `head` is the span of the head word, `links` the ways in which the mention may hang from a predicate (subject,
    object, to, with, of, …), `marker` the span of the adposition or particle that says so. `weight` is `entity` when the
    words name an actor, `owner` when an actor only owns or qualifies what is named ("Chinese exports").
    """

    span: Span
    head: Span
    entities: tuple[Entity, ...]
    links: frozenset[str] = frozenset()
    marker: Span | None = None
    weight: str = "entity"
    plural: bool = False
    how: str = ""
