"""How much a shared term tells, and how long texts are: `world/term_weights.yaml`."""

from functools import cache
from pathlib import Path

import msgspec

from dragoman.packs.load import DATA
from dragoman.packs.yaml_file import load_typed

_YEAR = 4  # digits


class TermWeights(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Weights by term or else by kind; `names` and `numbers` by length; `lengths` are letters for one English letter."""

    kinds: dict[str, float]
    names: tuple[float, ...]
    numbers: tuple[float, ...]
    lengths: dict[str, float]
    terms: dict[str, float]

    def of(self, term: str) -> float:
        """Weigh a term such as "t:referendum"; one of an unknown kind weighs nothing."""
        known = self.terms.get(term)
        if known is not None:
            return known
        kind, _, key = term.partition(":")
        if kind == "x":
            return self.names[min(len(key), len(self.names) - 1)]
        if kind == "n":
            if len(key) == _YEAR and key[:2] in ("19", "20"):
                return self.numbers[2]  # many articles name the same years
            return self.numbers[min(len(key), len(self.numbers) - 1)]
        return self.kinds.get(kind, 0.0)


def read_term_weights(path: Path) -> TermWeights:
    """Read a file of weights; raise BadData naming file and field."""
    return load_typed(path, TermWeights)


@cache
def load_term_weights() -> TermWeights:
    """Read the weights of the package."""
    return read_term_weights(DATA / "world" / "term_weights.yaml")
