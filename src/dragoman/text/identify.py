"""Tell the language a text is written in, with the basis of the judgement."""

import re
import unicodedata
from collections import Counter
from functools import cache
from typing import Any

import msgspec

from dragoman.packs.load import DATA
from dragoman.packs.yaml_file import load_typed

MODEL_LABELS: tuple[str, ...] = (
    "ar", "bn", "cs", "de", "el", "en", "es", "fa", "fr", "he", "hi", "id", "it", "ja", "ko", "ms", "nl", "pl", "pt",
    "ro", "ru", "sv", "sw", "th", "tl", "tr", "uk", "ur", "vi", "zh",
)  # fmt: skip
LANGUAGES: tuple[str, ...] = tuple(sorted("fil" if label == "tl" else label for label in MODEL_LABELS))
"""Codes `identify` may answer with."""

READ = 6000  # letters read: more changes nothing
ENOUGH = {"spaced": 12, "dense": 3}  # letters that allow a judgement; a Han character or syllable counts for several

_BLOCKS: tuple[tuple[str, str], ...] = (
    ("hangul", "가-힣ᄀ-ᇿ㄰-㆏"),
    ("kana", "ぁ-ゖァ-ヺー"),
    ("han", "㐀-䶿一-鿿豈-﫿𠀀-𯨟"),
    ("thai", "ก-๛"),
    ("greek", "Ͱ-Ͽἀ-῿"),
    ("hebrew", "א-ת"),
    ("bengali", "ঀ-৿"),
    ("devanagari", "ऀ-ॿ"),
    ("arabic", "ء-ۿݐ-ݿﭐ-﷿ﹰ-ﻼ"),
    ("cyrillic", "Ѐ-ӿ"),
)
_SCRIPTS = {name: re.compile(f"[{block}]") for name, block in _BLOCKS}
_SINGLE = {"hangul": "ko", "thai": "th", "greek": "el", "hebrew": "he", "bengali": "bn", "devanagari": "hi"}
_URDU, _PERSIAN = re.compile("[ٹڈڑںےھہ]"), re.compile("[پچژگ]")
_UKRAINIAN, _RUSSIAN = re.compile("[іїєґІЇЄҐ]"), re.compile("[ыэъёЫЭЪЁ]")
_WORD = re.compile(r"[^\W\d_]+")


class Cues(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that one of two near languages has and the other has not."""

    id: frozenset[str]
    ms: frozenset[str]


def identify(text: str) -> tuple[str | None, str]:
    """Tell the language of a text (ISO 639-1, fil for Tagalog) and the basis, or None and the reason."""
    sample = text[:READ]
    scripts = {name: len(pattern.findall(sample)) for name, pattern in _SCRIPTS.items()}
    letters = sum(char.isalpha() for char in sample)
    if letters == 0:
        return None, "no letters"
    script = max(scripts, key=lambda name: scripts[name])
    if scripts["kana"] * 10 >= scripts["han"] > 0 and scripts["hangul"] < scripts["kana"]:
        script = "kana"
    share = scripts[script] / letters
    if script in ("kana", "han"):
        share = (scripts["kana"] + scripts["han"]) / letters
    if share < 0.4:
        return _by_model(sample, letters)
    needed = ENOUGH["dense"] if script in ("hangul", "kana", "han") else ENOUGH["spaced"] // 2
    if letters < needed:
        return None, f"too short: {letters} letters"
    if script in _SINGLE:
        return _SINGLE[script], f"script: {script}"
    if script == "kana":
        return "ja", "script: kana"
    if script == "han":
        return "zh", "script: han without kana"
    return _arabic(sample, scripts[script]) if script == "arabic" else _cyrillic(sample, letters)


def _arabic(sample: str, letters: int) -> tuple[str, str]:
    """Part Arabic, Persian and Urdu by the letters that only the latter two, or only Urdu, have."""
    urdu, persian = len(_URDU.findall(sample)), len(_PERSIAN.findall(sample))
    if urdu * 50 >= letters:
        return "ur", f"letters of Urdu: {urdu}"
    if persian * 60 >= letters:  # Arabic writes foreign names with a stray گ or چ
        return "fa", f"letters of Persian: {persian}"
    return "ar", "script: arabic"


def _cyrillic(sample: str, letters: int) -> tuple[str | None, str]:
    ukrainian, russian = len(_UKRAINIAN.findall(sample)), len(_RUSSIAN.findall(sample))
    if ukrainian > 2 * russian:
        return "uk", f"letters of Ukrainian: {ukrainian}"
    if russian > 2 * ukrainian:
        return "ru", f"letters of Russian: {russian}"
    return _by_model(sample, letters)


def _by_model(sample: str, letters: int) -> tuple[str | None, str]:
    if letters < ENOUGH["spaced"]:
        return None, f"too short: {letters} letters"
    label = str(_model().classify(unicodedata.normalize("NFC", sample))[0])
    if label in ("id", "ms"):
        return _indonesian_or_malay(sample, label)
    return ("fil" if label == "tl" else label), "py3langid"


def _indonesian_or_malay(sample: str, label: str) -> tuple[str, str]:
    counts = Counter(word.lower() for word in _WORD.findall(sample))
    cues = _cues()
    indonesian, malay = sum(counts[word] for word in cues.id), sum(counts[word] for word in cues.ms)
    if indonesian == malay:
        return label, f"py3langid; cue words even: {indonesian}"
    return ("id" if indonesian > malay else "ms"), f"cue words: id {indonesian}, ms {malay}"


@cache
def _cues() -> Cues:
    return load_typed(DATA / "world" / "id_ms_cues.yaml", Cues)


@cache
def _model() -> Any:
    """Load the model when first needed (about a second), limited to our languages."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    model = LanguageIdentifier.from_model_file(MODEL_FILE)
    model.set_languages(list(MODEL_LABELS))
    return model
