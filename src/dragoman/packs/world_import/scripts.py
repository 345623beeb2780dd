"""Which language a name without one is written in, as far as its letters tell."""

RANGES = (
    ("\u0400", "\u04ff", "ru"), ("\uac00", "\ud7a3", "ko"), ("\u3040", "\u30ff", "ja"), ("\u4e00", "\u9fff", "zh"),
    ("\u0600", "\u06ff", "ar"), ("\u0590", "\u05ff", "he"), ("\u0e00", "\u0e7f", "th"), ("\u0900", "\u097f", "hi"),
    ("\u0980", "\u09ff", "bn"), ("\u0370", "\u03ff", "el"),
)  # fmt: skip
"""First and last letter, and the language whose pack holds names in them. What is written in no other is Latin."""
SHARED = {"ru": "іїєґ", "ar": "پچژگکی"}
"""Letters that this language lacks: a name with one of them is of another that shares the script."""


def language_of_name(name: str) -> str | None:
    """Return the language of the pack that a name goes to: en for Latin letters, None where the letters do not tell."""
    letters = [c for c in name if c.isalpha()]
    if not letters:
        return None
    told = {next((code for first, last, code in RANGES if first <= c <= last), "en") for c in letters}
    if told == {"ja", "zh"}:
        return "ja"
    if len(told) != 1:
        return None
    code = told.pop()
    return None if any(c in SHARED.get(code, "") for c in name.casefold()) else code
