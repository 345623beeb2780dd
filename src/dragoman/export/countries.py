"""Countries as other formats name them."""

from functools import cache

from dragoman.packs.load import DATA
from dragoman.packs.world import Country
from dragoman.packs.yaml_file import load_typed


@cache
def countries() -> dict[str, Country]:
    """Read the table of countries, by ISO 3166-1 alpha-3 code."""
    return {one.code: one for one in load_typed(DATA / "world" / "countries.yaml", list[Country])}


def country_name(code: str | None) -> str | None:
    """Name a country in English; None where the code is no country's."""
    found = countries().get(code or "")
    return None if found is None else found.name
