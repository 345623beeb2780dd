"""Work out the forms of a word from a pack's paradigms, when the pack is compiled."""

from collections.abc import Iterator

from dragoman.packs.schema import Morphology, Row, Word

Form = tuple[str, frozenset[str], str]
"""A form: letters, what it may be, and the chain of suffixes that may follow ("" for none)."""

_HARMONY = {"turkish": {"A": "ae", "I": "ıiuü", "D": "dt", "C": "cç"}}


def features_of(written: str) -> frozenset[str]:
    """Split features written with spaces."""
    return frozenset(written.split())


def expand(suffix: str, harmony: str) -> list[str]:
    """Expand the archiphonemes of a suffix ("DAn" is dan, den, tan, ten)."""
    table = _HARMONY.get(harmony)
    if not table or not any(c in table for c in suffix):
        return [suffix]
    built = [""]
    for char in suffix:
        built = [b + c for b in built for c in table.get(char, char)]
    return built


def _listed(rows: tuple[tuple[str, ...], ...]) -> Iterator[Form]:
    for row in rows:
        yield row[0], features_of(row[1] if len(row) > 1 else ""), row[2] if len(row) > 2 else ""


def _fits(row: Row, word: str) -> bool:
    ends = (row.ends,) if isinstance(row.ends, str) else row.ends
    starts = (row.starts,) if isinstance(row.starts, str) else row.starts
    return word.endswith(tuple(ends)) and word.startswith(tuple(starts)) and len(word) > row.strip + row.strip_start


def _build(row: Row, word: str, harmony: str) -> Iterator[Form]:
    stem = word[row.strip_start : len(word) - row.strip]
    prefixes = [(p[0], features_of(p[1] if len(p) > 1 else "")) for p in row.prefixes]
    if row.strip_start == 0:
        prefixes.append(("", frozenset()))
    for suffix, features, chain in _listed(row.forms):
        for written in expand(suffix, harmony):
            for prefix, more in prefixes:
                said = (features - {"base"}) | more if more else features
                yield prefix + stem + written, said, chain


def inflect(word: str, paradigm: str, morphology: Morphology, own: Word | None = None) -> list[Form]:
    """List the forms of one word; the word itself where no paradigm takes it.

    `paradigm` may be named with a hyphen ("verb-er"); irregular words are looked up under that name and under what
    stands before the hyphen.
    """
    if own is not None and own.forms is not None:
        return list(_listed(own.forms))
    for name in (paradigm, paradigm.partition("-")[0]):
        rows = morphology.irregular.get(name, {}).get(word)
        if rows is not None:
            return list(_listed(rows))
    for row in morphology.paradigms.get(paradigm, ()):
        if _fits(row, word):
            return list(_build(row, word, morphology.harmony))
    chain = paradigm if paradigm in morphology.chains else ""
    return [(word, frozenset(), chain)]


def of_lifeless(forms: list[Form]) -> list[Form]:
    """Let the name of what does not live be its own accusative where living ones have that of the genitive.

    ru "посетил Мозамбик" = visited Mozambique, but "посетил Путина".
    """
    singular = [(text, feats) for text, feats, _ in forms if "singular" in feats]
    living = {text for text, feats in singular if "acc" in feats}
    if not living or not living <= {text for text, feats in singular if "gen" in feats}:
        return forms
    return [
        (text, feats | {"acc"} if "nom" in feats else feats - {"acc"}, chain)
        if "singular" in feats
        else (text, feats, chain)
        for text, feats, chain in forms
    ]


MASCULINE = ("а", "я", "го", "a", "ho")
"""Ends of the genitive of masculine nouns and adjectives."""


def of_living(forms: list[Form], word: str, sure: bool) -> list[Form]:
    """Give the name of who lives the accusative of the genitive where a paradigm takes it for lifeless.

    uk "закликав президента" = urged the president. Where it is not `sure` that the word names a living being, both are
    its accusative.
    """
    singular = [(text, feats) for text, feats, _ in forms if "singular" in feats]
    lifeless = any(text == word and {"nom", "acc"} <= feats for text, feats in singular)
    genitive = any(text != word and "gen" in feats and text.endswith(MASCULINE) for text, feats in singular)
    if not (lifeless and genitive and not any(text != word and "acc" in feats for text, feats in singular)):
        return forms
    return [(text, _accusative_of_genitive(feats, sure), chain) for text, feats, chain in forms]


def _accusative_of_genitive(feats: frozenset[str], sure: bool) -> frozenset[str]:
    if "gen" in feats:
        return feats | {"acc"}
    return feats - {"acc"} if sure and "nom" in feats else feats


Undone = dict[str, tuple[tuple[str, str], ...]]
"""What an ending may stand for: the letters that replace it in the citation form, and how that form must end."""


def endings_undone(morphology: Morphology, paradigm: str) -> Undone:
    """List what the endings of a paradigm may stand for, so that an unlisted name is known again inflected."""
    found: dict[str, dict[tuple[str, str], None]] = {}
    for row in morphology.paradigms.get(paradigm, ()):
        ends = (row.ends,) if isinstance(row.ends, str) else row.ends
        if row.strip_start or row.prefixes or row.starts:
            continue
        for suffix, _, _ in _listed(row.forms):
            for end in ends:
                if row.strip <= len(end) and (suffix or row.strip):
                    found.setdefault(suffix, {})[end[len(end) - row.strip :], end] = None
    return {suffix: tuple(stands_for) for suffix, stands_for in found.items()}
