"""Fold letters so that words compare equal: case and named operators, always one code point for one code point."""

import unicodedata
from functools import cache
from pathlib import Path

_ARABIC = {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ؤ": "و", "ئ": "ي"}
_CEDILLA = {"ş": "ș", "Ş": "ș", "ţ": "ț", "Ţ": "ț"}
_GERESH = {"‘": "'", "׳": "'", "״": '"', "“": '"', "”": '"', "„": '"'}
_NUKTA = dict(zip("\u0958\u0959\u095a\u095b\u095c\u095d\u095e\u095f\u0901", "कखगजडढफयं", strict=True))
_TURKISH = {"I": "ı", "İ": "i"}
_PUNCTUATION = {"’": "'", "ʼ": "'", "‑": "-", "‐": "-", "\u00a0": " ", "ς": "σ"}


@cache
def _traditional() -> dict[str, str]:
    """Read the table of traditional characters and their simplified counterparts."""
    path = Path(__file__).resolve().parent.parent / "world" / "traditional.tsv"
    if not path.is_file():
        return {}
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return {row[0]: row[1] for row in rows if len(row) == 2}


def _without_accent(char: str) -> str:
    base = unicodedata.normalize("NFD", char)[0]
    return base if base.isalpha() else char


@cache
def fold_of(operators: tuple[str, ...]) -> "Fold":
    """Return the table of some operators, the same one each time."""
    return Fold(operators)


class Fold(dict[int, str]):
    """A table for `str.translate` that works letters out when first met; built from the names of operators.

    Operators: `arabic` (alef, ya and ta marbuta forms), `turkish` (dotted and dotless i), `yo` (ё to е), `cedilla` (Romanian
    ş and ţ to ș and ț), `geresh` (Hebrew geresh and gershayim however typed), `traditional` (Han characters to simplified),
    `accents` (letters without their accents), `nukta` (Devanagari letters without the dot below, the moon dot as a dot);
    `bare-capitals` is no table: the lexicon lists those forms besides. Case, full-width forms and the final sigma are
    always folded.
    """

    def __init__(self, operators: tuple[str, ...]) -> None:
        super().__init__()
        self._operators = operators
        self._fixed = dict(_PUNCTUATION)
        if "arabic" in operators:
            self._fixed |= _ARABIC
        if "yo" in operators:
            self._fixed |= {"ё": "е", "Ё": "е"}
        if "geresh" in operators:
            self._fixed |= _GERESH
        if "cedilla" in operators:
            self._fixed |= _CEDILLA
        if "turkish" in operators:
            self._fixed |= _TURKISH
        if "nukta" in operators:
            self._fixed |= _NUKTA
        if "traditional" in operators:
            self._fixed |= _traditional()

    def __missing__(self, code: int) -> str:
        char = chr(code)
        folded = self._fixed.get(char, char)
        if 0xFF01 <= code <= 0xFF5E:
            folded = chr(code - 0xFEE0)
        lower = folded.lower()
        folded = lower if len(lower) == 1 else folded
        if "accents" in self._operators:
            folded = _without_accent(folded)
        self[code] = folded
        return folded

    def __reduce__(self) -> tuple[type["Fold"], tuple[tuple[str, ...]]]:
        return (Fold, (self._operators,))
