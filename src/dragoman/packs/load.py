"""Read packs and concepts from their folders, strictly; an absent optional file is an empty one."""

from functools import cache
from pathlib import Path

from dragoman.packs.schema import (
    Act,
    ActWords,
    Concepts,
    CountryWords,
    Facts,
    Frame,
    Glue,
    Morphology,
    Pack,
    Role,
    Thing,
)
from dragoman.packs.schema import Words as Words
from dragoman.packs.yaml_file import BadData, load_typed

DATA = Path(__file__).resolve().parent.parent
"""Where the package's data stand: `languages/`, `concepts/`, `codebooks/`, `world/`."""


class UnknownLanguage(Exception):
    """No pack exists for a language."""

    def __init__(self, code: str, known: tuple[str, ...]) -> None:
        self.code = code
        super().__init__(f"no language pack for {code!r}; there are packs for: {', '.join(known)}")


def known_languages() -> tuple[str, ...]:
    """Name the languages that have a complete pack, sorted."""
    return tuple(sorted(p.parent.name for p in (DATA / "languages").glob("*/acts.yaml")))


@cache
def load_concepts() -> Concepts:
    """Read the concept list."""
    folder = DATA / "concepts"
    return Concepts(
        load_typed(folder / "acts.yaml", dict[str, Act]),
        load_typed(folder / "things.yaml", dict[str, Thing]),
        load_typed(folder / "roles.yaml", dict[str, Role]),
        load_typed(folder / "frames.yaml", dict[str, Frame]),
    )


def load_pack(code: str, folder: Path | None = None) -> Pack:
    """Read one pack; raise UnknownLanguage, or BadData naming file and field."""
    folder = folder or DATA / "languages" / code
    if not (folder / "language.yaml").is_file():
        raise UnknownLanguage(code, known_languages())
    facts = load_typed(folder / "language.yaml", Facts)
    if facts.code != code:
        raise BadData(folder / "language.yaml", "code", f"is {facts.code!r} but the folder says {code!r}")

    def optional(name: str, type_: type) -> object:
        path = folder / name
        return load_typed(path, type_) if path.is_file() else type_()

    return Pack(
        facts,
        optional("morphology.yaml", Morphology),  # type: ignore[arg-type]
        load_typed(folder / "acts.yaml", dict[str, ActWords]),
        load_typed(folder / "things.yaml", dict[str, Words]) if (folder / "things.yaml").is_file() else {},
        load_typed(folder / "roles.yaml", dict[str, Words]) if (folder / "roles.yaml").is_file() else {},
        optional("glue.yaml", Glue),  # type: ignore[arg-type]
        load_typed(folder / "countries.yaml", dict[str, CountryWords]) if (folder / "countries.yaml").is_file() else {},
    )
