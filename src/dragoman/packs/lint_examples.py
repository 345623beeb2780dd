"""Find what is wrong with the examples of a pack, before any is read."""

from collections.abc import Iterator

from dragoman.packs.markup import BrokenMarkup, Example, parse_example
from dragoman.packs.schema import Pack


def example_findings(pack: Pack) -> Iterator[tuple[str, str, str]]:
    """Yield act, kebab-case id and sentence for every finding on an example."""
    for act, words in pack.acts.items():
        if words.verbs and not words.examples and not words.gaps:
            yield act, "verbs-without-example", "has verbs but no example"
        for field, written in (("examples", words.examples), ("not", words.not_), ("gaps", words.gaps)):
            for text in written:
                for id_, what in _example(text, field, pack.facts.spaced):
                    yield act, id_, f"{what}: {text!r}"
            if len(set(written)) < len(written):
                yield act, "repeated-example", f"has the same sentence twice under {field}"


def _example(written: str, field: str, spaced: bool) -> Iterator[tuple[str, str]]:
    try:
        example = parse_example(written)
    except BrokenMarkup as error:
        yield "broken-markup", str(error)
        return
    if field != "not" and not example.spans("event"):
        yield "no-event-marked", f"marks no event under {field}"
    if spaced:
        yield from _split_words(example)


def _split_words(example: Example) -> Iterator[tuple[str, str]]:
    """Find marks that begin or end inside a word; a glued particle or clitic may stand outside one."""
    for mark in example.marks:
        before = example.text[mark.span.start - 1 : mark.span.start]
        if before.isalnum() and mark.label != "event":
            yield "mark-splits-word", f"the mark on {mark.span.of(example.text)!r} begins inside a word"
