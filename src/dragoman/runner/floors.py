"""Compare figures with the floors they may not fall below."""

from pathlib import Path

import msgspec

from dragoman.packs.yaml_file import load_typed


class Floors(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """bench-floors.yaml: the least each figure may be, and the most where less is better."""

    floors: dict[str, float] = {}
    ceilings: dict[str, float] = {}


def load_floors(path: Path) -> Floors:
    """Read a file of floors; raise BadData naming file and field."""
    return load_typed(path, Floors)


def breaches(figures: dict[str, float], floors: Floors) -> list[str]:
    """Say which figures fall below their floor or rise above their ceiling; what was not measured is passed over."""
    low = [
        f"{name} is {figures[name]:.3f}, below its floor {floor:g}"
        for name, floor in floors.floors.items()
        if name in figures and figures[name] < floor
    ]
    high = [
        f"{name} is {figures[name]:.3f}, above its ceiling {ceiling:g}"
        for name, ceiling in floors.ceilings.items()
        if name in figures and figures[name] > ceiling
    ]
    return low + high
