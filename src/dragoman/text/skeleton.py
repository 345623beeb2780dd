"""Reduce a name of any script to the classes of its consonants, which survive transliteration."""

import re
from functools import lru_cache

from anyascii import anyascii

CLASSES = {
    **dict.fromkeys("bpfvw", "P"), **dict.fromkeys("dt", "T"), **dict.fromkeys("gkqc", "K"),
    **dict.fromkeys("szjx", "S"), **dict.fromkeys("lr", "L"), "m": "M", "n": "N",
}  # fmt: skip
"""Consonants that one script or another does not tell apart (ko ㅂ: b, p, v, f; ja ラ: l, r; ar ب: b, p)."""

_SPELLED = {
    "ng": "n", "gh": "g", "ph": "f", "th": "t", "sch": "s", "tsch": "s", "tch": "s", "ch": "s", "sh": "s", "zh": "s",
    "kh": "k", "ck": "k", "ts": "s", "tz": "s", "dzh": "s", "dj": "s", "qu": "k", "x": "ks",
}  # fmt: skip
"""Spellings of one sound in two letters, and one letter of two sounds, after romanisation."""
_SOUND = re.compile("|".join(f"{s}(?![aeiou])" if s == "ng" else s for s in sorted(_SPELLED, key=len, reverse=True)))
_SILENT = re.compile(r"gh(?=t|$)")  # en: Kavanaugh, Wright
_KNOWN = 65_536  # names whose skeleton is kept


@lru_cache(maxsize=_KNOWN)
def skeleton(name: str) -> str:
    """Return the classes of the consonants of a name, doubled ones once: Kavanaugh, Кавано, 캐버노 and カバノー are KPN."""
    latin = _SILENT.sub("", anyascii(name).lower())
    latin = _SOUND.sub(lambda found: _SPELLED[found[0]], latin)
    classes: list[str] = []
    for letter in latin:
        found = CLASSES.get(letter)
        if found is not None and (not classes or classes[-1] != found):
            classes.append(found)
    return "".join(classes)
