"""Run the examples of a language pack: they are its tests."""

from collections.abc import Iterable, Iterator
from typing import Literal

import msgspec

from dragoman.packs.lint import Finding, lint
from dragoman.packs.load import load_concepts, load_pack
from dragoman.packs.markup import BrokenMarkup, Example, parse_example
from dragoman.packs.schema import Pack
from dragoman.pipeline import Knowledge, read_clauses
from dragoman.records import Clause, Span

Field = Literal["examples", "not", "gaps"]


class Verdict(msgspec.Struct, frozen=True):
    """How one example fared: the act it stands under, the field, the sentence, and why it failed (None: it passed)."""

    act: str
    field: Field
    written: str
    why: str | None


class Checked(msgspec.Struct, frozen=True):
    """Everything found out about one pack."""

    language: str
    findings: tuple[Finding, ...]
    verdicts: tuple[Verdict, ...]

    @property
    def failures(self) -> tuple[Verdict, ...]:
        """Return the examples that failed."""
        return tuple(verdict for verdict in self.verdicts if verdict.why is not None)

    @property
    def sound(self) -> bool:
        """Tell whether the pack has no error and no failing example."""
        return not self.failures and all(finding.severity != "error" for finding in self.findings)


def check_pack(language: str, knowledge: Knowledge) -> Checked:
    """Lint a pack and run its examples; raise BadData or UnknownLanguage where it does not even load."""
    pack = load_pack(language)
    return Checked(language, tuple(lint(pack, load_concepts())), tuple(_verdicts(pack, language, knowledge)))


def _verdicts(pack: Pack, language: str, knowledge: Knowledge) -> Iterator[Verdict]:
    for act, words in pack.acts.items():
        fields: tuple[tuple[Field, tuple[str, ...]], ...] = (
            ("examples", words.examples),
            ("not", words.not_),
            ("gaps", words.gaps),
        )
        for field, sentences in fields:
            for written in sentences:
                try:
                    example = parse_example(written)
                except BrokenMarkup:
                    continue  # lint tells of it
                clauses = read_clauses(example.text, language, knowledge)
                yield Verdict(act, field, written, judge(act, field, example, clauses))


def judge(act: str, field: Field, example: Example, clauses: Iterable[Clause]) -> str | None:
    """Say why an example fails, given what was read in it, or None when it passes."""
    found = tuple(clauses)
    missing = why_not(act, example, found)
    if field == "examples":
        return missing
    if field == "gaps":
        return None if missing is not None else "is no gap any more: move it up to examples"
    events = example.spans("event")
    for clause in found:
        if clause.act == act and (not events or any(_overlap(clause.trigger, span) for span in events)):
            return f"reads {clause.trigger.of(example.text)!r} as {act}"
    return None


def why_not(act: str, example: Example, clauses: tuple[Clause, ...]) -> str | None:
    """Say what an example asserts that was not read, or None where one clause bears it all out."""
    events = example.spans("event")
    there = [clause for clause in clauses if any(_overlap(clause.trigger, span) for span in events)]
    if not there:
        return "nothing was read at the event"
    right = [clause for clause in there if clause.act == act]
    if not right:
        return f"the event was read as {', '.join(dict.fromkeys(clause.act for clause in there))}"
    return min((_missing_roles(example, clause) for clause in right), key=len) or None


def _missing_roles(example: Example, clause: Clause) -> str:
    """Name the marked actors and recipients that a clause lacks; empty where it has them all."""
    lacking = []
    for role, mentions in (("actor", clause.actor), ("recipient", clause.recipient)):
        for span in example.spans(role):
            if not any(_overlap(mention.span, span) for mention in mentions):
                told = ", ".join(repr(m.span.of(example.text)) for m in mentions) or "nobody"
                lacking.append(f"{role} {span.of(example.text)!r} was read as {told}")
    return "; ".join(lacking)


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
