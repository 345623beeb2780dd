"""Find what is wrong with a language pack that loads: every finding is a value with a stable id."""

from collections.abc import Iterable, Iterator
from typing import Literal

import msgspec

from dragoman.packs.lint_examples import example_findings
from dragoman.packs.schema import FEATURES, LINKS, Concepts, Pack, Word, Words

Severity = Literal["error", "warning", "hole"]


class Finding(msgspec.Struct, frozen=True):
    """One thing wrong with a pack: a kebab-case id, how bad it is, the file and the key, what is wrong."""

    id: str
    severity: Severity
    file: str
    where: str
    what: str

    def __str__(self) -> str:
        """Say it in one line."""
        return f"{self.file}: {self.where}: {self.what} [{self.id}]"


def lint(pack: Pack, concepts: Concepts) -> list[Finding]:
    """List the findings on a pack, file by file."""
    return [
        *_keys("acts.yaml", pack.acts, concepts.acts),
        *_keys("things.yaml", pack.things, concepts.things),
        *_keys("roles.yaml", pack.roles, concepts.roles),
        *_holes(pack, concepts),
        *_entries(pack, concepts),
        *_duplicates(pack),
        *_glue(pack),
        *(Finding(id_, "error", "acts.yaml", act, what) for act, id_, what in example_findings(pack)),
    ]


def words_of(pack: Pack) -> dict[str, dict[str, tuple[tuple[str, Words], ...]]]:
    """Group the words of a pack: file → concept → (class, words)."""
    return {
        "acts.yaml": {
            concept: (("verbs", act.verbs), ("nouns", act.nouns), ("adjectives", act.adjectives))
            for concept, act in pack.acts.items()
        },
        "things.yaml": {concept: (("nouns", words),) for concept, words in pack.things.items()},
        "roles.yaml": {concept: (("nouns", words),) for concept, words in pack.roles.items()},
    }


def _keys(file: str, keys: Iterable[str], known: Iterable[str]) -> Iterator[Finding]:
    for key in keys:
        if key not in known:
            yield Finding("unknown-concept", "error", file, key, "is no concept of the concept list")


def _holes(pack: Pack, concepts: Concepts) -> Iterator[Finding]:
    """Report concepts for which the pack has no word."""
    lists: dict[str, Iterable[str]] = {
        "acts.yaml": concepts.acts,
        "things.yaml": concepts.things,
        "roles.yaml": concepts.roles,
    }
    for file, held in words_of(pack).items():
        for concept in lists[file]:
            if not any(words for _, words in held.get(concept, ())):
                yield Finding("concept-without-words", "hole", file, concept, "has no word yet")


def _entries(pack: Pack, concepts: Concepts) -> Iterator[Finding]:
    for file, held in words_of(pack).items():
        for concept, groups in held.items():
            for entry in (entry for _, words in groups for entry in words):
                for id_, what in _entry(entry, pack, concepts):
                    yield Finding(id_, "error", file, concept, what)


def _entry(entry: str | Word, pack: Pack, concepts: Concepts) -> Iterator[tuple[str, str]]:
    """Find what is wrong with one entry."""
    word = entry.word if isinstance(entry, Word) else entry
    if not word.strip(" |^"):
        yield "empty-entry", "holds an empty word"
        return
    if word != " ".join(word.split()):
        yield "stray-space", f"{word!r} has spaces that are not between two words"
    if not isinstance(entry, Word):
        return
    if entry.paradigm is not None and entry.paradigm not in pack.morphology.paradigms:
        yield "unknown-paradigm", f"{word!r} has the paradigm {entry.paradigm!r}, which morphology.yaml does not define"
    for feature in entry.is_.split():
        held = feature.startswith("has:") and feature[4:] in concepts.things  # de "Mordermittlung" holds a crime
        if feature not in FEATURES and not held:
            yield "unknown-feature", f"{word!r} is {feature!r}, which is no feature"
    for link in (link for links in entry.frame.values() for link in links):
        if link.partition("@")[0] not in LINKS:
            yield "unknown-link", f"{word!r} has the link {link!r}, which is none"
    for condition in (*entry.with_, *entry.without):
        if not _is_condition(condition, concepts):
            yield "unknown-condition", f"{word!r} asks for {condition!r}, which is neither a concept nor a kind"


def _is_condition(name: str, concepts: Concepts) -> bool:
    domains = {thing.domain for thing in concepts.things.values()}
    return name in ("actor", "person", "country", "org", "will") or any(
        name in held for held in (concepts.things, concepts.acts, concepts.roles, domains)
    )


def _duplicates(pack: Pack) -> Iterator[Finding]:
    """Report a word that stands under two concepts of one class with nothing to tell them apart."""
    for file, held in words_of(pack).items():
        seen: dict[tuple[str, str], str] = {}
        for concept, groups in held.items():
            for kind, entry in ((kind, entry) for kind, words in groups for entry in words):
                if isinstance(entry, Word) and (entry.with_ or entry.without or entry.particle):
                    continue
                key = (kind, (entry.word if isinstance(entry, Word) else entry).casefold())
                first = seen.setdefault(key, concept)
                if first != concept:
                    what = f"{key[1]!r} stands under {first} too; tell them apart with `with` or `without`"
                    yield Finding("duplicate-word", "warning", file, concept, what)
                elif (key, concept) in seen.items() and groups and _times(groups, *key) > 1:
                    yield Finding("repeated-word", "warning", file, concept, f"{key[1]!r} stands here twice")


def _times(groups: tuple[tuple[str, Words], ...], kind: str, word: str) -> int:
    plain = [e for name, words in groups if name == kind for e in words if isinstance(e, str)]
    return sum(entry.casefold() == word for entry in plain)


def _glue(pack: Pack) -> Iterator[Finding]:
    for side, table in (("before", pack.glue.links.before), ("after", pack.glue.links.after)):
        for word, links in table.items():
            for link in links.split():
                if link.partition("@")[0] not in LINKS:
                    where = f"links.{side}.{word}"
                    yield Finding("unknown-link", "error", "glue.yaml", where, f"{link!r} is no link")
