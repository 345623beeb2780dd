"""A predicate with its roles, its time, its polarity and factuality, and the speaker it hangs from."""

from typing import Literal

import msgspec

from dragoman.records.actor import Entity, Mention
from dragoman.records.span import Span
from dragoman.records.timex import TimeExpression

Factuality = Literal["actual", "future", "hypothetical", "negated"]


class Attribution(msgspec.Struct, frozen=True):
    """Who vouches for a clause: the speaker or medium, and where it is named."""

    entity: Entity
    span: Span
    how: str = ""


class Figure(msgspec.Struct, frozen=True):
    """A number told of something in a clause: whose (actor, recipient, theme), of what, under which act.

    `what` is the sector of a counted side (MIL) or the concept of a counted thing (balloon). `about` is true where the
    words say that the number is rough.
    """

    role: Literal["actor", "recipient", "theme"]
    what: str
    number: int
    act: str
    about: bool = False
    span: Span | None = None


class Clause(msgspec.Struct, frozen=True):
    """What one predicate says. `roles` maps actor, recipient, theme, place to mentions; `themes` are thing and act
    concepts found in the predicate's object or complement. `said` is when it was reported. `features` are grammatical (past,
    perfect, passive, …)."""

    sentence: int
    trigger: Span
    act: str
    entry: str
    nominal: bool = False
    actor: tuple[Mention, ...] = ()
    recipient: tuple[Mention, ...] = ()
    place: tuple[Mention, ...] = ()
    themes: tuple[str, ...] = ()
    theme_spans: tuple[Span, ...] = ()
    time: TimeExpression | None = None
    said: TimeExpression | None = None
    factuality: Factuality = "actual"
    attribution: tuple[Attribution, ...] = ()
    features: frozenset[str] = frozenset()
    quoted: bool = False
    matrix: str | None = None
    link: str | None = None
    linked_to: Span | None = None
    notes: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    instruments: tuple[str, ...] = ()
