"""When an event happened, no more precisely than the article says, and on what basis."""

from datetime import date, timedelta

import msgspec

from dragoman.records import Clause, TimeExpression
from dragoman.timex import shift_to_future, shift_to_past

BACKGROUND_DAYS = 30
NEWS_SENTENCES = 4
"""Undated past acts in the headline and the lead are the article's current news; later ones stay undated."""


class When(msgspec.Struct, frozen=True):
    """The interval of an event with its grain and basis; `planned` is the time of what is promised."""

    date: str | None = None
    enddate: str | None = None
    granularity: str | None = None
    basis: str = "unknown"
    edtf: str = ""
    planned: str | None = None
    historical: bool = False


def when_of(
    clause: Clause, kind: str, promised: bool, published: str | None, current: bool, titled: bool = False
) -> When:
    """Work out the date of an event of a kind told by a clause; `current` where it is of those the news is about.

    `titled` is what a headline without a verb names ("Six arrests in Paris"): the news of the day.
    """
    time = clause.time
    if time is not None and clause.factuality == "future" and published is not None:
        time = shift_to_future(time, published)
    verbal = promised or kind in {"AGREE", "CONCEDE", "THREATEN"}
    if time is not None and not verbal and clause.factuality == "actual" and published is not None:
        time = shift_to_past(time, published)
    if time is None and (verbal or clause.factuality == "future") and clause.said is not None:
        time = clause.said  # "said on the 20th that it would quit": the threat was made when it was said
    if time is not None and verbal and _ahead(time, published):
        spoken = msgspec.structs.replace(clause, time=clause.said, said=None, factuality="actual")
        base = (
            when_of(spoken, "REQUEST", False, published, current)
            if clause.said is not None
            else _undated(clause, published, spoken=True, current=current)
        )
        planned = f"{time.earliest}/{time.latest}" if time.earliest != time.latest else time.earliest
        return msgspec.structs.replace(base, planned=planned or time.edtf or None)
    if time is not None and time.kind == "interval" and time.earliest and time.relation in {"on", "for", "since"}:
        end = time.latest if time.relation != "since" else None
        end = end or time.earliest
        grain = "day" if time.grain == "hour" else time.grain
        if grain == "century":
            grain = "decade"
        return When(time.earliest, end, grain, time.basis, time.edtf, None, _background(end, published))
    if time is not None and time.kind != "duration" and time.relation in {"on", "since", "before"}:
        return When(
            historical=time.direction == "past"
            and time.kind == "vague"
            and bool(time.latest)
            and _background(time.latest, published)
        )
    if titled and published is not None:
        return news_of(published)
    return _undated(clause, published, spoken=False, current=current)


def _ahead(time: TimeExpression, published: str | None) -> bool:
    if time.direction == "future":
        return True
    return bool(published and time.earliest and time.earliest > published)


def _undated(clause: Clause, published: str | None, *, spoken: bool, current: bool) -> When:
    if published is None:
        return When()
    present = bool(clause.features & {"present", "progressive"}) and "past" not in clause.features
    if "perfect" in clause.features and not spoken and _has_just(clause):
        return news_of(published)
    if "perfect" in clause.features or (clause.nominal and clause.matrix is None):
        return When()
    if not present and clause.sentence >= NEWS_SENTENCES and not spoken and not current:
        return When()
    return news_of(published)


def _has_just(clause: Clause) -> bool:
    """Tell whether a present perfect opens the news ("Police have arrested six men"), and repeats no old act."""
    return "colour:present" in clause.features and clause.sentence < NEWS_SENTENCES and clause.time is None


def news_of(published: str) -> When:
    """Date what is the article's news: by the day of its publication."""
    return When(published, published, "day", "publication", published)


def _background(last: str | None, published: str | None) -> bool:
    if last is None or published is None:
        return False
    return date.fromisoformat(last) < date.fromisoformat(published) - timedelta(days=BACKGROUND_DAYS)
