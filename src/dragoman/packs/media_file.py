"""Media by domain and by name, from `world/media.yaml` and the domains and languages of `world/countries.yaml`."""

from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import msgspec

from dragoman.packs.load import DATA
from dragoman.packs.world import Medium
from dragoman.packs.yaml_file import BadData, load_plain, load_typed, typed

KINDS: frozenset[str] = frozenset({"agency", "newspaper", "broadcaster", "site", "magazine"})
FACES: frozenset[str] = frozenset({"www", "m", "amp", "mobile"})
"""First labels of a host that show the same outlet in another dress."""


class CountryWeb(msgspec.Struct, frozen=True):
    """A country's top-level domains and languages; its other facts are read elsewhere."""

    code: str
    domains: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()


class MediaIndex(msgspec.Struct, frozen=True):
    """Look media up by web address or by the name others cite them by. Built once, never changed."""

    by_domain: dict[str, Medium]
    by_name: dict[str, Medium]
    by_id: dict[str, Medium] = {}
    languages_of_domain: dict[str, tuple[str, ...]] = {}
    languages_of_country: dict[str, tuple[str, ...]] = {}

    def of_url(self, url: str) -> Medium | None:
        """Find the outlet an address belongs to: the longest registered domain it ends in."""
        labels = host_of(url).split(".")
        for start in range(len(labels) - 1):
            found = self.by_domain.get(".".join(labels[start:]))
            if found is not None:
                return found
        return None

    def named(self, name: str) -> Medium | None:
        """Find the medium of a name, as written or else without regard to case, or of a bare domain ("kompas.com")."""
        bare = " ".join(name.split()).strip("\"'“”«»„.,:;|")
        if not bare:
            return None
        found = self.by_name.get(bare) or self.by_name.get(bare.casefold())
        return found or (self.of_url(bare) if "." in bare else None)

    def languages_of(self, url: str) -> tuple[str, ...]:
        """Tell the languages an address is likely written in, by its outlet's country or its top-level domain."""
        medium = self.of_url(url)
        if medium is not None and medium.country in self.languages_of_country:
            return self.languages_of_country[medium.country]
        return self.languages_of_domain.get(host_of(url).rpartition(".")[2], ())


def host_of(url: str) -> str:
    """Return the host of an address in lower case, without port and without `www.`, `m.`, `amp.`; "" where none."""
    try:
        host = urlsplit(url if "://" in url else f"//{url.lstrip('/')}").hostname or ""
    except ValueError:
        return ""
    labels = host.strip(".").split(".")
    while len(labels) > 2 and labels[0] in FACES:
        labels = labels[1:]
    return ".".join(labels)


def build_index(media: tuple[Medium, ...], countries: tuple[CountryWeb, ...] = ()) -> MediaIndex:
    """Index media by domain and name. A name two media share belongs to the first; agencies come before outlets."""
    by_domain: dict[str, Medium] = {}
    by_name: dict[str, Medium] = {}
    for medium in sorted(media, key=lambda m: m.kind != "agency"):
        for domain in medium.domains:
            by_domain.setdefault(domain, medium)
        for name in (medium.name, *(name for names in medium.names.values() for name in names)):
            by_name.setdefault(name, medium)
    for name, medium in list(by_name.items()):
        if len(name) > 3 or not name.isupper():  # "AP" is no "ap", "TASS" is "Tass"
            by_name.setdefault(name.casefold(), medium)
    web = {domain: country.languages for country in countries for domain in country.domains if country.languages}
    by_id = {medium.id: medium for medium in media}
    return MediaIndex(by_domain, by_name, by_id, web, {c.code: c.languages for c in countries if c.languages})


def read_media(path: Path) -> tuple[Medium, ...]:
    """Read a media file; raise BadData naming file, entry and field."""
    rows: list[dict[str, Any]] = load_plain(path)
    media = typed(rows, list[Medium], path)
    ids: set[str] = set()
    domains: dict[str, str] = {}
    for row, medium in zip(rows, media, strict=True):
        where = f"{medium.id}"
        strange = set(row) - set(Medium.__struct_fields__)
        if strange:
            known = Medium.__struct_fields__
            raise BadData(path, where, f"has the unknown field {sorted(strange)[0]!r}; known: {known}")
        if medium.id in ids:
            raise BadData(path, where, "is given twice; merge the two")
        ids.add(medium.id)
        if medium.kind not in KINDS:
            raise BadData(path, where, f"has the kind {medium.kind!r}; use one of {sorted(KINDS)}")
        for domain in medium.domains:
            if domain != host_of(domain) or "." not in domain:
                raise BadData(path, where, f"has the domain {domain!r}; write a bare host such as 'example.com'")
            if domain in domains:
                raise BadData(path, where, f"has the domain {domain!r}, which {domains[domain]!r} has too")
            domains[domain] = medium.id
    return tuple(media)


@cache
def load_media() -> MediaIndex:
    """Read the media of the world data with the web domains and languages of its countries."""
    countries = DATA / "world" / "countries.yaml"
    web = tuple(load_typed(countries, list[CountryWeb])) if countries.is_file() else ()
    media = DATA / "world" / "media.yaml"
    return build_index(read_media(media) if media.is_file() else (), web)
