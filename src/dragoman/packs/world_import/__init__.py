"""Read people and organisations from other collections into files in the form of `world/`."""

from dragoman.packs.world_import.follow_the_money import from_follow_the_money
from dragoman.packs.world_import.found import Found, Skipped
from dragoman.packs.world_import.offices import Offices, load_offices
from dragoman.packs.world_import.overlay import settle_ids, write_overlay
from dragoman.packs.world_import.wikidata import from_wikidata

__all__ = [
    "Found", "Offices", "Skipped", "from_follow_the_money", "from_wikidata", "load_offices", "settle_ids",
    "write_overlay",
]  # fmt: skip
