"""Open the engine's knowledge with settings that come from outside it."""

import os
import sys
from pathlib import Path

import msgspec

from dragoman.pipeline import Knowledge, load_knowledge


class Settings(msgspec.Struct, frozen=True):
    """What the engine is told: languages (None: every pack), codebook (None: PLOVER), the folder for compiled packs,
    a folder of further world data."""

    languages: tuple[str, ...] | None = None
    codebook: Path | None = None
    cache: Path | None = None
    world: Path | None = None


def cache_folder() -> Path:
    """Return the folder for compiled packs: DRAGOMAN_CACHE, else the platform's folder for caches of this user."""
    chosen = os.environ.get("DRAGOMAN_CACHE")
    if chosen:
        return Path(chosen)
    home = Path.home()
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = home / "Library" / "Caches"
    else:
        base = Path(os.environ.get("XDG_CACHE_HOME") or home / ".cache")
    return base / "dragoman"


def open_knowledge(settings: Settings) -> Knowledge:
    """Load the knowledge; raise BadData or UnknownLanguage where a pack is broken or missing."""
    return load_knowledge(settings.languages, settings.codebook, settings.cache, more=settings.world)
