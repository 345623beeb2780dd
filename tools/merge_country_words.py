# ruff: noqa: E501
"""Merge hand-written country words into a seeded `languages/<code>/countries.yaml`.

    python tools/merge_country_words.py WORDS_FOLDER LANGUAGES_FOLDER [language ...]

WORDS_FOLDER holds `<language>.txt`, one country a line: `CODE adjectives | people | names | seats | abbreviations`, words
parted by commas; names open with `=` where they replace the seeded ones; `CODE.2` adds to CODE. Run once after
`seed_countries.py`: the YAML files are the truth from then on.
"""

import json
import sys
from pathlib import Path

import yaml
from seed_countries import flow, scalar

FIELDS = ("names", "adjectives", "people", "seats", "abbreviations")
JUNK = {"GB", "RU", "ΗΒ", "É.-U.", "R.-U.", "A.S", "Wlk. Bryt.", "यू॰के॰", "U.S"}
DROP = {
    "es": {"REU": {"Reunión"}, "GRD": {"Granada"}}, "it": {"REU": {"Riunione"}}, "pt": {"REU": {"Reunião"}, "GRD": {"Granada"}},
    "fr": {"GRD": {"Grenade"}},
}  # fmt: skip
ONLY = {"es": {"REU": "La Reunión"}, "it": {"REU": "La Réunion"}, "pt": {"REU": "Ilha da Reunião"}}
LATIN = {"en", "id", "vi", "es", "fr", "de", "pt", "tr", "cs", "fil", "it", "ms", "nl", "pl", "ro", "sv", "sw"}
SIGN = {"ko": "인", "zh": "人", "ja": "人"}
CAPITALS_ELSEWHERE = {  # time zones name another city here
    "USA", "CHN", "TUR", "IND", "CAN", "AUS", "BRA", "ZAF", "CHE", "MAR", "NGA", "PAK", "VNM", "NZL", "MMR", "CIV", "TZA",
    "ECU", "ARE", "YEM", "CMR", "KAZ", "QAT", "COL", "GTM", "SLV", "HKG", "MAC", "SGP", "PSE",
}  # fmt: skip


def parts(field: str) -> list[str]:
    """Split a field at its commas."""
    return [p.strip() for p in field.split(",") if p.strip()]


def main() -> None:
    """Merge."""
    source, folder = Path(sys.argv[1]), Path(sys.argv[2])
    capitals = {
        c["code"]: c.get("capital")
        for c in yaml.safe_load((folder.parent / "world/countries.yaml").read_text(encoding="utf-8"))
    }
    for path in sorted(source.glob("*.txt")):
        language = path.stem
        if sys.argv[3:] and language not in sys.argv[3:]:
            continue
        target = folder / language / "countries.yaml"
        text = target.read_text(encoding="utf-8")
        head = "".join(line + "\n" for line in text.splitlines() if line.startswith("#"))
        held: dict[str, dict[str, list[str]]] = yaml.load(text, Loader=yaml.BaseLoader)
        held.pop("JEY", None)  # "New Jersey" holds it in every language
        replaced: set[str] = set()
        for line in path.read_text(encoding="utf-8").splitlines():
            if not line.strip():
                continue
            first, *rest = [f.strip() for f in line.split("|")]
            code, _, adjectives = first.partition(" ")
            code = code.split(".")[0]
            people, names, seats, abbreviations = ([*rest, "", "", "", ""])[:4]
            entry = held.setdefault(code, {})
            if names.startswith("="):
                entry["names"], names = [], names[1:]
                replaced.add(code)
            new = {"adjectives": parts(adjectives), "people": parts(people), "names": parts(names), "seats": parts(seats),
                   "abbreviations": parts(abbreviations)}  # fmt: skip
            if language == "fr" and not new["people"] and "+" not in code and code != "FRA.2":
                new["people"] = [a[:1].upper() + a[1:] for a in new["adjectives"]]
            for field, words in new.items():
                entry[field] = list(dict.fromkeys([*entry.get(field, []), *words]))
        for code, entry in held.items():
            drop = DROP.get(language, {}).get(code, set()) | JUNK
            names = [n for n in entry.get("names", []) if n not in drop]
            only = ONLY.get(language, {}).get(code)
            entry["names"] = [*names, *([only] if only and only not in names else [])]
            plain = {n.removeprefix("the ").removeprefix("The ") for n in names if n[:4].lower() != "the "}
            entry["names"] = [n for n in entry["names"] if n[:4].lower() != "the " or n[4:] not in plain]
            capital = capitals.get(code)
            if (
                language in LATIN
                and not entry.get("seats")
                and capital
                and capital not in entry["names"]
                and code in _STATES
            ):
                entry["seats"] = [capital]
            if language in SIGN and "+" not in code and code in _STATES and entry["names"]:
                entry["people"] = list(
                    dict.fromkeys(
                        [
                            *(
                                n + SIGN[language]
                                for n in entry["names"][:2]
                                if " " not in n and "(" not in n and "（" not in n
                            ),
                            *entry.get("people", []),
                        ]
                    )
                )
        lines = [head]
        for code in sorted(held, key=lambda c: ("+" in c, c)):
            entry = {f: held[code][f] for f in FIELDS if held[code].get(f)}
            if not entry:
                continue
            lines.append(f"{scalar(code)}:\n" + "".join(f"  {f}: {flow(w)}\n" for f, w in entry.items()))
        target.write_text("".join([lines[0], "\n", *lines[1:]]), encoding="utf-8")
        print(language, len(held), json.dumps({f: sum(bool(e.get(f)) for e in held.values()) for f in FIELDS}))


from seed_countries import COW  # noqa: E402

_STATES = set(COW.split()[::2]) | {"HKG", "PSE", "XKX"}

if __name__ == "__main__":
    main()
