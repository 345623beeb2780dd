"""What a collection yields, and what of it could not be read."""

import msgspec

from dragoman.packs.world import Organization, Person


class Skipped(msgspec.Struct, frozen=True):
    """A line that could not be read: its number from 1, and why."""

    line: int
    why: str


class Found(msgspec.Struct, frozen=True):
    """People with at least one dated or dateless post, and organisations, in the order of their ids."""

    people: tuple[Person, ...] = ()
    organizations: tuple[Organization, ...] = ()
    skipped: tuple[Skipped, ...] = ()
