"""Write the empty files of a new language pack."""

from pathlib import Path

from dragoman.packs.load import load_concepts

_SCRIPTS = {
    "Latn": "latin", "Cyrl": "cyrillic", "Arab": "arabic", "Hans": "han", "Hant": "han", "Jpan": "kana",
    "Kore": "hangul", "Thai": "thai", "Deva": "devanagari", "Beng": "bengali", "Grek": "greek", "Hebr": "hebrew",
}  # fmt: skip
_WITHOUT_CAPITALS = frozenset({"arabic", "han", "kana", "hangul", "thai", "devanagari", "bengali", "hebrew"})
_WITHOUT_SPACES = frozenset({"han", "kana", "thai"})
_GLUE = """\
# Small words: docs/add-a-language.md, section glue.yaml, shows every table with its English words.
links: {before: {}, after: {}}
coordinators: []
contrast: []
complementizers: []
relativizers: []
negators: []
auxiliaries: []
pronouns: {}
titles: []
sources: {before: [], after: []}
"""


def write_skeleton(code: str, folder: Path) -> list[Path]:
    """Write the files that a pack lacks and return them; concepts stand there with their glosses and no words."""
    concepts = load_concepts()
    files = {
        "language.yaml": _facts(code),
        "morphology.yaml": "# Inflection: docs/add-a-language.md, section morphology.yaml.\nparadigms: {}\n",
        "acts.yaml": "".join(f"{key}: {{}}  # {act.gloss}\n" for key, act in concepts.acts.items()),
        "things.yaml": "".join(f"{key}: []  # {thing.gloss}\n" for key, thing in concepts.things.items()),
        "roles.yaml": "".join(f"{key}: []  # {role.gloss}\n" for key, role in concepts.roles.items()),
        "glue.yaml": _GLUE,
    }
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, content in files.items():
        path = folder / name
        if not path.exists():
            path.write_text(content, encoding="utf-8")
            written.append(path)
    return written


def _facts(code: str) -> str:
    """Fill in what is known of a language from CLDR; the rest is a guess to be corrected."""
    from babel import Locale, UnknownLocaleError
    from babel.core import get_global

    try:
        locale = Locale.parse(code)
        name, native = locale.get_display_name("en") or code, locale.get_display_name(code) or code
    except (UnknownLocaleError, ValueError):
        name = native = code
    parts = str(get_global("likely_subtags").get(code, "")).split("_")
    script = _SCRIPTS.get(parts[1] if len(parts) > 1 else "Latn", "latin")
    return (
        f"code: {code}\nname: {name}\nnative: {native}\nscript: {script}\n"
        f"spaced: {'false' if script in _WITHOUT_SPACES else 'true'}\n"
        f"capitals: {'false' if script in _WITHOUT_CAPITALS else 'true'}\n"
        "order: svo               # correct it: svo | sov | vso | v2\n"
        "qualifier: before        # correct it: before | after | both\n"
    )
