"""Score coded events against gold events, by the rules of the bench's own scorer.

An event is right when its type is the gold type (or one of its `alt`) and its actors and recipients each share a code
with the gold's, or are absent in both; what has no direction needs two shared participants. Gold events that are not
`core` are neither owed nor wrong. Matching is one to one inside a document, best pairs first.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal

import msgspec

Record = Mapping[str, Any]
Level = Literal["event", "type", "dyad"]
LEVELS: tuple[Level, ...] = ("event", "type", "dyad")


class Counts(msgspec.Struct):
    """How many events were right, wrong and owed at one level."""

    right: int = 0
    wrong: int = 0
    owed: int = 0

    @property
    def precision(self) -> float:
        """Return the share of what was said that is right."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 0.0

    @property
    def recall(self) -> float:
        """Return the share of what was owed that was found."""
        return self.right / self.owed if self.owed else 0.0

    @property
    def f1(self) -> float:
        """Return the harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


class Score(msgspec.Struct):
    """Counts for each level, hits and trials of each field on matched events, and what eventless articles yielded."""

    levels: dict[Level, Counts]
    fields: dict[str, tuple[int, int]]
    eventless: int = 0
    false_in_eventless: int = 0

    def share(self, field: str) -> float:
        """Return how often a field is right on matched events."""
        hits, trials = self.fields.get(field, (0, 0))
        return hits / trials if trials else 0.0

    @property
    def false_per_eventless(self) -> float:
        """Return the false events per article that has none."""
        return self.false_in_eventless / self.eventless if self.eventless else 0.0


def score(gold: Sequence[Record], predicted: Iterable[Record]) -> Score:
    """Score predicted records against gold documents."""
    mine: dict[str, list[Record]] = defaultdict(list)
    for record in predicted:
        mine[record["doc"]].append(record)
    result = Score({level: Counts() for level in LEVELS}, {})
    for document in gold:
        said = mine.get(document["doc"], [])
        if not document["events"]:
            result.eventless += 1
            result.false_in_eventless += len(said)
        for level in LEVELS:
            pairs = match(document["events"], said, level)
            counts = result.levels[level]
            counts.right += sum(document["events"][g].get("core", True) for g, _ in pairs)
            counts.owed += sum(event.get("core", True) for event in document["events"])
            counts.wrong += len(said) - len(pairs)
            if level == "event":
                _count_fields(result.fields, [(document["events"][g], said[p]) for g, p in pairs])
    return result


def match(gold: Sequence[Record], said: Sequence[Record], level: Level) -> list[tuple[int, int]]:
    """Pair gold and predicted events one to one, the fullest agreement first."""
    ranked = []
    for g, owed in enumerate(gold):
        for p, got in enumerate(said):
            typed, dyadic = _same_type(owed, got), _same_dyad(owed, got)
            if {"event": typed and dyadic, "type": typed, "dyad": dyadic}[level]:
                shared = (got.get("text_info") or {}).get("sequence") in owed.get("sentences", ())
                dated = bool(owed.get("date")) and _same_date(owed, got)
                ranked.append(((owed.get("core", True), typed + dyadic, shared, dated, -g, -p), g, p))
    chosen: list[tuple[int, int]] = []
    for _, g, p in sorted(ranked, reverse=True):
        if all(g != other for other, _ in chosen) and all(p != other for _, other in chosen):
            chosen.append((g, p))
    return chosen


def _count_fields(fields: dict[str, tuple[int, int]], pairs: Iterable[tuple[Record, Record]]) -> None:
    for gold, got in pairs:
        checks = {"status": (got.get("status") or "actual") == gold.get("status", "actual")}
        if gold.get("date"):
            checks["date"] = _same_date(gold, got)
        owed = _sectors(gold.get("actor"))
        if owed:
            checks["sector"] = bool(owed & _sectors(got.get("actor")))
        if gold.get("attribution") or got.get("attribution"):
            checks["attribution"] = _same_voice(gold.get("attribution"), got.get("attribution"))
        for name, right in checks.items():
            hits, trials = fields.get(name, (0, 0))
            fields[name] = (hits + right, trials + 1)


def _codes(parties: Iterable[Record] | None) -> set[str]:
    return {party["code"] for party in parties or () if party.get("code")}


def _sectors(parties: Iterable[Record] | None) -> set[tuple[str | None, str]]:
    return {(party.get("code"), party["sector"]) for party in parties or () if party.get("sector")}


def _same_type(gold: Record, got: Record) -> bool:
    return bool({gold["type"], *gold.get("alt", ())} & set(got["event"]))


def _same_dyad(gold: Record, got: Record) -> bool:
    sides = {side: (_codes(gold.get(side)), _codes(got.get(side))) for side in ("actor", "recipient")}
    (owed_actor, actor), (owed_recipient, recipient) = sides["actor"], sides["recipient"]
    loose = gold.get("loose", ())
    if gold["type"] == "CONSULT" or (not owed_recipient and len(owed_actor) > 1 and "recipient" not in loose):
        everyone = owed_actor | owed_recipient
        if not everyone:
            return bool(loose) or not (actor | recipient)
        return len(everyone & (actor | recipient)) >= (1 if loose else min(2, len(everyone)))
    return all(side in loose or (bool(o & g) if o else not g) for side, (o, g) in sides.items())


def _same_date(gold: Record, got: Record) -> bool:
    """Tell whether the predicted interval has the gold's first day, or lies within the gold's interval."""
    start, end = got.get("date"), got.get("enddate") or got.get("date")
    if not start or not end:
        return False
    last = gold.get("enddate") or gold["date"]
    return bool(start == gold["date"] or (gold["date"] <= start and end <= last))


def _same_voice(gold: Iterable[Record] | None, got: Iterable[Record] | None) -> bool:
    """Tell whether some speaker or medium is the same: by code, else by name, one containing the other."""
    owed, said = list(gold or ()), list(got or ())
    for one in owed:
        for other in said:
            if one.get("code") and one["code"] == other.get("code"):
                return True
            name, told = (one.get("text") or "").casefold(), (other.get("text") or "").casefold()
            if name and told and (name in told or told in name):
                return True
    return not owed and not said
