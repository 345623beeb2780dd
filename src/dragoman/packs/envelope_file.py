"""The formulas newspapers of one language put around an article: `languages/<code>/envelope.yaml`, typed and strict."""

from functools import cache
from pathlib import Path
from typing import Literal

import msgspec

from dragoman.packs.load import DATA
from dragoman.packs.yaml_file import BadData, load_typed

SLOTS: frozenset[str] = frozenset(
    {"text", "name", "place", "PLACE", "date", "source", "number", "url", "language"}
)  # fmt: skip
"""What a formula may leave open: `{name}` of a person or body, `{PLACE}` a place in capitals, `{text}` anything."""

FORMULA_FIELDS: tuple[str, ...] = (
    "byline", "dateline", "published", "caption", "photo_credit", "credit", "source_line", "advertisement",
    "comment_counter", "read_also", "licence", "boilerplate", "translated_from", "attribution_of_source",
    "citing",
)  # fmt: skip


class EnvelopeFormulas(msgspec.Struct, frozen=True, forbid_unknown_fields=True, eq=False):
    """envelope.yaml: literal phrases with slots, and small closed vocabularies. Compared by identity.

    `abbreviations` end no sentence though a full stop follows; with `ordinal_stop` a number of one to three digits does
    not either (de "am 50. Jahrestag"). `after_quote` are the words that carry a sentence on after a closing quotation
    mark: glued to it (ja 」と, ko ”고), with a space before it where the word may stand apart (ko " 라고"), with "…"
    where it comes soon after (zh ”他说). Names of months and weekdays come from CLDR: `months` adds forms it lacks, by
    number, `date_words` what else stands in a line that holds only a date. `month_first` says that 04/14/2023 is
    written too, `calendar` which other years are. `slug_words` are frequent words of web addresses. `citing` are
    the words by which a medium says on whose word it reports, who is {name} ("Yonhap reported, citing the ministry").
    """

    language: str
    abbreviations: tuple[str, ...] = ()
    after_quote: tuple[str, ...] = ()
    months: dict[int, tuple[str, ...]] = {}
    date_words: tuple[str, ...] = ()
    ordinal_stop: bool = False
    month_first: bool = False
    calendar: Literal["gregorian", "jalali", "buddhist"] = "gregorian"
    slug_words: tuple[str, ...] = ()
    byline: tuple[str, ...] = ()
    dateline: tuple[str, ...] = ()
    published: tuple[str, ...] = ()
    caption: tuple[str, ...] = ()
    photo_credit: tuple[str, ...] = ()
    credit: tuple[str, ...] = ()
    source_line: tuple[str, ...] = ()
    advertisement: tuple[str, ...] = ()
    comment_counter: tuple[str, ...] = ()
    read_also: tuple[str, ...] = ()
    licence: tuple[str, ...] = ()
    boilerplate: tuple[str, ...] = ()
    translated_from: tuple[str, ...] = ()
    attribution_of_source: tuple[str, ...] = ()
    citing: tuple[str, ...] = ()


def slots_of(formula: str) -> tuple[str, ...]:
    """Name the slots of a formula in order; raise ValueError on a brace left open."""
    slots: list[str] = []
    rest = formula
    while "{" in rest:
        _, _, rest = rest.partition("{")
        name, closed, rest = rest.partition("}")
        if not closed:
            raise ValueError("has a { without its }")
        slots.append(name)
    return tuple(slots)


def read_envelope(path: Path) -> EnvelopeFormulas:
    """Read one envelope.yaml; raise BadData naming file, field and formula."""
    formulas = load_typed(path, EnvelopeFormulas)
    strange = [number for number in formulas.months if not 1 <= number <= 12]
    if strange:
        raise BadData(path, "$.months", f"has the month {strange[0]}; number them 1 to 12")
    for field in FORMULA_FIELDS:
        given: tuple[str, ...] = getattr(formulas, field)
        for formula in given:
            where = f"$.{field}"
            try:
                slots = slots_of(formula)
            except ValueError as error:
                raise BadData(path, where, f"formula {formula!r} {error}") from None
            for slot in slots:
                if slot not in SLOTS:
                    raise BadData(path, where, f"formula {formula!r} has the slot {slot!r}; use: {sorted(SLOTS)}")
            if not "".join(formula.replace(f"{{{slot}}}", "") for slot in slots or ("",)).strip():
                raise BadData(path, where, f"formula {formula!r} has no words of its own; it would match anything")
    for field, slot in (("attribution_of_source", "source"), ("citing", "name")):
        for formula in getattr(formulas, field):
            if slots_of(formula) != (slot,):
                raise BadData(path, f"$.{field}", f"formula {formula!r} must hold {{{slot}}} alone")
    return formulas


def known_envelopes() -> tuple[str, ...]:
    """Name the languages that have an envelope.yaml, sorted."""
    return tuple(sorted(path.parent.name for path in (DATA / "languages").glob("*/envelope.yaml")))


@cache
def load_envelope(code: str) -> EnvelopeFormulas:
    """Read the formulas of a language; a language without the file has none."""
    path = DATA / "languages" / code / "envelope.yaml"
    if not path.is_file():
        return EnvelopeFormulas(code)
    formulas = read_envelope(path)
    if formulas.language != code:
        raise BadData(path, "$.language", f"is {formulas.language!r} but the folder says {code!r}")
    return formulas
