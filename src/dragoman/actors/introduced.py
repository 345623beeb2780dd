"""Remember the names an article introduces; later mentions may use part of a name, or the office alone."""

from collections.abc import Iterable

from dragoman.actors.items import Draft
from dragoman.packs.schema import Facts
from dragoman.records import Entity


class Introduced:
    """Who an article has introduced so far: by the words of the name, and by the role last held."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.by_role: dict[str, Entity] = {}
        self._named: list[tuple[frozenset[str], Entity]] = []

    def add(self, words: Iterable[str], entity: Entity) -> None:
        """Remember a full name."""
        self._named.append((frozenset(word.casefold() for word in words), entity))

    def register(self, draft: Draft, entity: Entity) -> None:
        """Remember the name in a phrase and the short name in brackets behind it."""
        words = [n for n in draft.names if len(n) > 1 and n.lower() not in self.facts.name_joiners]
        if words:
            self.add(words, entity)
        if draft.alias:
            self.add([draft.alias], entity)

    def registered(self, draft: Draft) -> Entity | None:
        """Find the entity last introduced by a name that holds all the words of this one."""
        words = frozenset(n.casefold() for n in draft.names if n.lower() not in self.facts.name_joiners)
        if not words:
            return None
        return next((entity for known, entity in reversed(self._named) if words <= known), None)

    def knows(self, word: str) -> bool:
        """Tell whether a word is part of a name introduced."""
        return any(word.casefold() in known for known, _ in self._named)

    def within(self, word: str) -> str | None:
        """Return the introduced name a word is without the particle or ending glued to it; None where there is none.

        Hangul glues one always, languages with cases may ("ইয়ামিনের" = of Yameen), others never.
        """
        sizes = range(1, 4) if self.facts.script == "hangul" else range(4 if self.facts.cases else 1)
        stems = (word[: len(word) - size] for size in sizes)
        return next((stem for stem in stems if len(stem) > 1 and self.knows(stem)), None)
