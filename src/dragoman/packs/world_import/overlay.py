"""Write what was found as a folder that stands beside the world data, in the same form."""

from pathlib import Path
from typing import Any, TypeVar

import msgspec
import yaml

from dragoman.packs.world import Organization, Person, World
from dragoman.packs.world_import.found import Found

Entry = TypeVar("Entry", Person, Organization)


def settle_ids(found: Found, world: World) -> Found:
    """Give who is in the world data already the id held there: the same Wikidata item, or name and country."""
    return Found(
        _settled(found.people, world.people, lambda p: p.country),
        _settled(found.organizations, world.organizations, lambda o: o.code),
        found.skipped,
    )


def _settled(entries: tuple[Entry, ...], held: dict[str, Entry], home: Any) -> tuple[Entry, ...]:
    by_item = {e.wikidata: id_ for id_, e in held.items() if getattr(e, "wikidata", None)}
    by_name = {(e.name.casefold(), home(e)): id_ for id_, e in held.items()}
    settled: dict[str, Entry] = {}
    for entry in entries:
        known = by_item.get(getattr(entry, "wikidata", None)) or by_name.get((entry.name.casefold(), home(entry)))
        entry = msgspec.structs.replace(entry, id=known or entry.id)
        settled.setdefault(entry.id, entry)
    return tuple(settled[id_] for id_ in sorted(settled))


def write_overlay(found: Found, folder: Path, source: str) -> tuple[Path, ...]:
    """Write people.yaml and organizations.yaml where there is something to write; return their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    for name, entries in (("people", found.people), ("organizations", found.organizations)):
        path = folder / f"{name}.yaml"
        if not entries:
            path.unlink(missing_ok=True)
            continue
        plain = [_plain(entry) for entry in entries]
        text = yaml.safe_dump(plain, allow_unicode=True, sort_keys=False, width=120, default_flow_style=None)
        path.write_text(f"# {source}\n# Written by `dragoman world import`.\n\n{text}", encoding="utf-8")
        written.append(path)
    return tuple(written)


def _plain(entry: Person | Organization) -> dict[str, Any]:
    """Turn an entry into plain values, without the fields that say nothing."""
    return {key: value for key, value in msgspec.to_builtins(entry).items() if value not in (None, [], {}, ())}
