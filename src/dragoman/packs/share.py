"""Let equal parts of a compiled lexicon be one object: a pack is many small tables, most of them equal to another."""

from collections.abc import Hashable
from typing import Any

import msgspec

from dragoman.packs.lexicon import Lexicon, Meaning


def share_equal_parts(lexicon: Lexicon) -> None:
    """Replace what is equal in a lexicon by one object that all hold; nobody changes them after compilation.

    Pickle keeps it so: the file in the cache and the memory of a loaded pack are a half to two thirds of what they were.
    """
    one: dict[Hashable, Any] = {}
    for table in (lexicon.forms, lexicon.exact):
        for form, components in table.items():
            held = {number: one.setdefault(feats, feats) for number, feats in components.items()}
            table[form] = one.setdefault(("form", *held.items()), held)
    for rows in lexicon.stems.values():
        rows[:] = [
            one.setdefault((number, feats, chain), (number, one.setdefault(feats, feats), chain))
            for number, feats, chain in rows
        ]
    for slots in (*lexicon.chains.values(), lexicon.prefixes):
        for slot in slots:
            slot.update({affix: one.setdefault(feats, feats) for affix, feats in slot.items()})
    lexicon.trie = [one.setdefault(("node", *node.items()), node) for node in lexicon.trie]
    lexicon.meanings = [_shared(meaning, one) for meaning in lexicon.meanings]


def _shared(meaning: Meaning, one: dict[Hashable, Any]) -> Meaning:
    """Return a meaning whose features, frame and word are those other meanings hold."""
    frame = meaning.frame
    if frame is not None:
        frame = one.setdefault(("frame", *frame.items()), frame)
    features = one.setdefault(meaning.features, meaning.features)
    return msgspec.structs.replace(
        meaning, word=one.setdefault(meaning.word, meaning.word), features=features, frame=frame
    )
