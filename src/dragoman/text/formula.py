"""Formulas (literal phrases with slots) compiled once, and matched against a line."""

import re
from functools import lru_cache
from typing import NamedTuple

_DATE_SIGN = r"(?:[^\n()（）\[\]/=|]|(?<=\d)/(?=\d))"
SLOT_PATTERNS: dict[str, str] = {
    "text": r"\S[^\n]{0,299}?",
    "name": r"[^\W\d_][^\d\n()\[\]{}|:;!?。！？]{1,79}?",
    "place": r"[^\W\d_][^\d\n()\[\]/=:;!?\"“”–—。]{0,40}?",
    "PLACE": r"[^\W\d_][^\d\n()\[\]/=:;!?\"“”–—。]{0,40}?",
    "date": rf"(?:[^\W\d_]{_DATE_SIGN}{{0,24}}?)?\d{_DATE_SIGN}{{0,40}}?",
    "source": r"[^\W_][^\n()（）\[\]【】|]{0,79}?",
    "number": r"\d(?:[\d.,\s]{0,9}\d)?\s?(?:[KkMm]|rb|mil|tys)?",
    "url": r"(?:https?://|www\.)[^\s)）\]】]{3,2000}",
    "language": r"[^\W\d_][^\d\n.,:;()]{1,30}?",
}
_SIGNS: dict[str, str] = {
    ":": r"\s*[:：]", "(": r"[(（]", ")": r"\s*[)）]", ",": r"\s*[,،，、]", "-": r"(?:-{1,3}|–|—|―|−)", "【": r"[【\[]",
    "】": r"[】\]]", "'": r"['’]",
}  # fmt: skip
_DASH = r"\s*(?:--+|–|—|―)"
_PIECE = re.compile(r"\{(\w+)\}|(\s+)|(--)|(.)", re.DOTALL)
_SLOT = re.compile(r"\{\w+\}")
# Vowel signs belong to the word they stand in, though Python counts them as no letters: hi "जून" = June
WORD = re.compile("(?:[^\\W_]|[\u0900-\u0963\u0966-\u09e3\u09e6-\u09ff])+")
_LETTER = re.compile(r"[^\W\d_]")
# Scripts whose words are not parted by spaces, or which glue particles to a name
UNSPACED = re.compile("[\u0e01-\u0e5b\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_RARE_SIGNS: tuple[tuple[str, str], ...] = (
    ("【", "【["), ("〔", "〔"), ("［", "［"), ("（", "（"), ("«", "«"), (">", ">"), ("©", "©"), ("|", "|"), ("[", "["),
    ("(", "(（"), ("/", "/"), ("=", "="), ("+", "+"), ("-", "-–—―−"), ("–", "–"), ("—", "—"), (":", ":："),
    (",", ",،，、"),
)  # fmt: skip
_ANCHORS: dict[str, tuple[str, str]] = {
    "line": (r"^[\W_]{0,6}?", r"[\W_]{0,6}$"),
    "start": (r"^", r""),
    "end": (r"(?<![^\W_])", r"[\s|.。]*$"),
    "any": (r"(?<![^\W_])", r"(?![^\W_])"),
}


class Match(NamedTuple):
    """Where a formula was found and what filled its slots, each with its offset in the text searched."""

    start: int
    end: int
    slots: dict[str, tuple[int, str]]


class Need(NamedTuple):
    """What a text must hold for a formula to match: a whole word, a string, or one of some signs; "" where nothing."""

    word: str
    string: str
    signs: str
    digit: bool


class Formula(NamedTuple):
    """One formula ready to match: `key` is its longest literal with a letter, in lower case; "" where it has none."""

    written: str
    key: str
    pattern: str
    slots: tuple[str, ...]
    need: Need

    def read(self, line: str, anchor: str) -> Match | None:
        """Match the whole line (`line`), its beginning (`start`), its end (`end`) or anywhere (`any`)."""
        found = _anchored(self.pattern, anchor).search(line)
        if found is None:
            return None
        slots = {name: (found.start(i), found[i].rstrip(" .,|")) for i, name in enumerate(self.slots, 2)}
        if not all(_fits(name, value) for name, (_, value) in slots.items()):
            return None
        return Match(found.start("whole"), found.end("whole"), slots)


@lru_cache(maxsize=16384)
def compile_formula(written: str) -> Formula:
    """Compile one formula. A space between letters needs a space in the text; beside a sign it may be missing."""
    pattern: list[str] = []
    slots: list[str] = []
    last = ""
    for slot, space, dash, char in _PIECE.findall(written):
        if slot:
            pattern.append(f"({SLOT_PATTERNS[slot]})")
            slots.append(slot)
            last = "x"
        elif space:
            pattern.append(r"\s+" if last.isalnum() else r"\s*")
        elif dash:
            pattern.append(_DASH)
            last = "-"
        else:
            pattern.append(_SIGNS.get(char) or re.escape(char))
            last = char
    return Formula(written, _key(written), "".join(pattern), tuple(slots), _need(written, tuple(slots)))


def _key(written: str) -> str:
    words = WORD.findall(_SLOT.sub(" ", written).lower())
    return max((word for word in words if _LETTER.search(word)), key=len, default="")


def _need(written: str, slots: tuple[str, ...]) -> Need:
    """Choose what is rarest: a word standing free, else a string glued to a slot or of an unspaced script, a sign."""
    digit = "date" in slots or "number" in slots
    marked = _SLOT.sub("\0", written).lower()
    words: list[str] = []
    strings: list[str] = []
    for found in WORD.finditer(marked):
        if not _LETTER.search(found[0]):
            continue
        glued = marked[found.start() - 1 : found.start()] == "\0" or marked[found.end() : found.end() + 1] == "\0"
        (strings if glued or UNSPACED.search(found[0]) else words).append(found[0])
    if words:
        return Need(max(words, key=len), "", "", digit)
    if strings:
        return Need("", max(strings, key=len), "", digit)
    return Need("", "", next((signs for sign, signs in _RARE_SIGNS if sign in marked), ""), digit)


@lru_cache(maxsize=32768)
def _anchored(pattern: str, anchor: str) -> re.Pattern[str]:
    before, after = _ANCHORS[anchor]
    return re.compile(f"{before}(?P<whole>{pattern}){after}", re.IGNORECASE)


def _fits(slot: str, value: str) -> bool:
    if slot == "PLACE":
        return len(value) > 1 and len(value.split()) <= 5 and all(c.isupper() for c in value if c.isalpha())
    if slot == "place":
        return looks_like_name(value) and len(value.split()) <= 5
    if slot == "name":
        return looks_like_name(value)
    if slot == "date":
        return any(char.isdigit() for char in value)
    return bool(value)


def looks_like_name(words: str) -> bool:
    """Tell whether words could be names: no more lower-case words than particles, and not a sentence long."""
    parts = words.replace("/", " ").split()
    if not parts or len(parts) > 10 or len(words) > 80:
        return False
    lower = [part for part in parts if part[0].islower()]
    return not parts[0][0].islower() and len(lower) * 2 <= len(parts) and all(len(part) <= 4 for part in lower)
