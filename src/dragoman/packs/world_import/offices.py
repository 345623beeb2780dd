"""Which office a title names ("Minister of Foreign Affairs of Ukraine" = foreign-minister), by the English pack."""

import re
from functools import cache

import msgspec
from babel.core import get_global

from dragoman.packs.load import load_concepts, load_pack
from dragoman.packs.world import load_world

WORD = re.compile(r"[\w'’-]+")


class Offices(msgspec.Struct, frozen=True):
    """Titles of persons in English, folded to lower case, with their concepts."""

    titles: dict[tuple[str, ...], str]

    def of(self, title: str) -> str | None:
        """Return the concept of the longest office that a title begins with; None where it begins with none."""
        words = tuple(word.casefold() for word in WORD.findall(title))
        for skip in range(2):  # "the President of …", "acting Prime Minister"
            for end in range(min(len(words), skip + 6), skip, -1):
                found = self.titles.get(words[skip:end])
                if found is not None:
                    return found
        return None


@cache
def load_offices() -> Offices:
    """Read the titles of the English pack."""
    roles, titles = load_concepts().roles, dict[tuple[str, ...], str]()
    for concept, words in load_pack("en").roles.items():
        role = roles.get(concept)
        if role is None or role.kind != "person":
            continue
        for word in words:
            title = (word if isinstance(word, str) else word.word).replace("^", "")
            titles.setdefault(tuple(w.casefold() for w in WORD.findall(title)), concept)
    return Offices(titles)


@cache
def alpha3(code: str) -> str | None:
    """Turn an ISO 3166-1 alpha-2 code ("ru") into the alpha-3 code of a country of the world data."""
    countries, folded = load_world().countries, code.upper()
    if folded in countries:
        return folded
    aliases = get_global("territory_aliases")
    return next((long for long, short in aliases.items() if short == [folded] and long in countries), None)
