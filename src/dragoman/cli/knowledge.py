"""Open the engine for a command, and tell of broken packs in one line."""

from pathlib import Path

from dragoman import __version__
from dragoman.cli.trouble import Trouble
from dragoman.ingest import Defaults
from dragoman.packs.load import UnknownLanguage, known_languages
from dragoman.packs.yaml_file import BadData
from dragoman.pipeline import Knowledge
from dragoman.runner import Settings, cache_folder, open_knowledge


def knowledge(
    languages: tuple[str, ...] | None = None, codebook: Path | None = None, world: Path | str | None = None
) -> Knowledge:
    """Load the packs, from the cache where they are compiled already.

    The codebook is PLOVER unless one is named; `world` is a folder of further world data.
    """
    more = None if world is None else Path(world)
    try:
        return open_knowledge(Settings(languages, codebook, cache_folder(), more))
    except BadData as error:
        raise Trouble(f"{error}; correct the file, then try `dragoman check`") from None
    except UnknownLanguage as error:
        raise Trouble(str(error)) from None


def defaults(language: str | None, published: str | None, *, fast: bool = False) -> Defaults:
    """Return what holds for documents that do not say it themselves."""
    return Defaults(language, published, frozenset(known_languages()), fast)


def coder(known: Knowledge) -> str:
    """Name the version of the engine with its packs: what is coded by another version is coded anew."""
    return str(getattr(known, "version", "") or __version__)
