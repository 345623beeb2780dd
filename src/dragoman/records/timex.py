"""A time expression and what it can honestly mean."""

from typing import Literal

import msgspec

from dragoman.records.span import Span

Grain = Literal["hour", "day", "week", "month", "season", "year", "decade", "century"]
GRAINS: tuple[Grain, ...] = ("hour", "day", "week", "month", "season", "year", "decade", "century")


class TimeExpression(msgspec.Struct, frozen=True):
    """Words of time with bounds that are never narrower than what they say.

    `earliest` and `latest` are ISO days, both None where nothing bounds them ("recently" may bound one side).
    `basis`: stated (year given), relative (counted from the publication date or another time), publication
    (the day of publication itself), inferred (a year supplied, `note` gives the reason). `kind`: a point or bounded
    `interval`, a `duration` ("for two years"), a `recurrence` ("every Monday"), a `vague` word ("recently").
    `direction` is past, present or future as the words say. `edtf` is the value in EDTF, "" where unknown.
    `relation` is how it relates to the clause when its words say so: on, since, until, before, after, for. `count` is how
    many of its grain lie between ("three days later" = 3), None where that is not said.
    """

    span: Span
    earliest: str | None
    latest: str | None
    grain: Grain | None
    basis: Literal["stated", "relative", "publication", "inferred", "unknown"]
    kind: Literal["interval", "duration", "recurrence", "vague"] = "interval"
    direction: Literal["past", "present", "future", "any"] = "any"
    relation: Literal["on", "since", "until", "before", "after", "for"] = "on"
    edtf: str = ""
    note: str = ""
    count: int | None = None
