"""Make signatures of texts without reading them, for tests of what is done with signatures."""

import re
from datetime import date

from dragoman.records import Signature
from dragoman.stories.sketch import sketch_of, words_of

WORDS = (
    "harbour treaty envoy council river bridge minister vote patrol convoy border talks ceasefire crowd tower market "
    "letter signal valley captain anchor garden winter branch copper silver basket candle forest meadow island saddle "
    "ribbon velvet marble timber cradle lantern pepper barley orchard thunder hammer needle pillow mirror wagon kettle"
).split()
_NUMBER = re.compile(r"\d+")
_DAY = re.compile(r"monday|tuesday|wednesday|thursday|friday|saturday|sunday")


def signature(
    id_: str,
    text: str,
    day: str | None = "2024-06-10",
    language: str | None = "en",
    terms: str | None = None,
    **more: object,
) -> Signature:
    """Make a signature; without `terms` those are the words of the text that are longer than six letters, as names."""
    words = words_of(text)
    number, sketch = sketch_of(words)
    if terms is None:
        told = [(f"x:{word.upper()}", place * 1000 // len(words)) for place, word in enumerate(words) if len(word) > 6]
        terms = "\t".join(f"{key}@{place}" for key, place in told)
    marks = {f"n:{n}" for n in _NUMBER.findall(text)} | {f"w:{d}" for d in _DAY.findall(text.lower())}
    return Signature(
        id_,
        language,
        None if day is None else date.fromisoformat(day).toordinal(),
        hash(" ".join(words)),
        number,
        sketch,
        len(text),
        terms,
        tuple(sorted(marks)),
        **more,  # type: ignore[arg-type]
    )
