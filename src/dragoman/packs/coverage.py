"""Count the words each language has for each concept."""

from collections.abc import Mapping

import msgspec

from dragoman.packs.lint import words_of
from dragoman.packs.schema import Concepts, Pack


class Row(msgspec.Struct, frozen=True):
    """A concept with the number of words each language has for it, in the order of the languages."""

    kind: str
    concept: str
    gloss: str
    words: tuple[int, ...]


def coverage(packs: Mapping[str, Pack], concepts: Concepts) -> list[Row]:
    """Lay concepts × languages out, in the order of the concept list."""
    held = {code: words_of(pack) for code, pack in packs.items()}
    rows = []
    for file, known in (
        ("acts.yaml", concepts.acts),
        ("things.yaml", concepts.things),
        ("roles.yaml", concepts.roles),
    ):
        for concept, described in known.items():
            counts = tuple(sum(len(w) for _, w in held[code][file].get(concept, ())) for code in packs)
            rows.append(Row(file.removesuffix("s.yaml"), concept, described.gloss, counts))
    return rows
