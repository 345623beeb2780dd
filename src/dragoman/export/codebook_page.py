"""Describe an export for people: its fields, and the types, modes and codes of the codebook that made it."""

from collections.abc import Iterable, Iterator, Mapping

from dragoman.coding.codebook import Codebook
from dragoman.export import crosswalk
from dragoman.export.layout import Layout
from dragoman.packs.schema import Concepts

_QUADS = {1: "verbal cooperation", 2: "material cooperation", 3: "verbal conflict", 4: "material conflict"}
_STATUS = {
    "actual": "it happened, or is under way; a promise, threat or demand has been uttered",
    "future": "planned, or expected by others",
    "hypothetical": "if, would, could, possibly",
    "negated": "it did not happen",
}


def codebook_page(codebook: Codebook, concepts: Concepts, layout: Layout) -> str:
    """Write the page in Markdown."""
    return "\n".join(
        [
            f"# Codebook of this export: {codebook.name} {codebook.version}",
            "",
            *(f"- {note}" for note in layout.notes),
            "",
            *_table(f"Fields of `{layout.file}`", ("field", "holds"), _code(layout.fields)),
            "The crosswalk says which article, and which sentence of it, tells of which event:",
            "",
            *_table(
                "Fields of the crosswalk", ("field", "holds"), _code({**crosswalk.FIELDS, "id": layout.crosswalk_id})
            ),
            *_types(codebook),
            *_modes(codebook),
            *_made_by(codebook, concepts),
            *_table("What is only planned", ("type", "is coded as"), _code(codebook.future)),
            *_table("Status", ("status", "means"), _code(_STATUS)),
            *_table("Contexts", ("context", "given when the clause names"), _contexts(codebook)),
            *_table("Sectors of actors and recipients", ("sector", "means"), _code(codebook.sectors)),
            *_table(
                "Codes of actors that are no state; states have their ISO 3166-1 alpha-3 code",
                ("code", "means"),
                _code(codebook.actors),
            ),
        ]
    )


def _table(title: str, heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> list[str]:
    """Lay rows out under a title; nothing where there are none."""
    lines = [f"| {' | '.join(cell.replace('|', '/') for cell in row)} |" for row in rows]
    if not lines:
        return []
    return [f"## {title}", "", f"| {' | '.join(heads)} |", f"|{'---|' * len(heads)}", *lines, ""]


def _code(told: Mapping[str, str]) -> list[tuple[str, str]]:
    return [(f"`{name}`", what) for name, what in told.items()]


def _types(codebook: Codebook) -> list[str]:
    needs = {
        "actor": "a known actor", "recipient": "a known recipient", "either": "a known actor or recipient",
        "both": "a known actor and recipient", "two": "two known participants", "nothing": "nothing",
    }  # fmt: skip
    rows = [
        (f"`{name}`", f"{one.quad} {_QUADS[one.quad]}", f"{one.scale:g}", one.cameo or "–", needs[one.needs])
        for name, one in codebook.types.items()
    ]
    return _table("Types", ("type", "quad class", "intensity", "CAMEO", "needs"), rows)


def _modes(codebook: Codebook) -> list[str]:
    rows = [
        (f"`{name}`", f"`{mode}`", codebook.modes.get(name, {}).get(mode, ""))
        for name, one in codebook.types.items()
        for mode in one.modes
    ]
    return _table("Modes", ("type", "mode", "means"), rows)


def _made_by(codebook: Codebook, concepts: Concepts) -> list[str]:
    """List the acts that the codebook reads as each type, with what they mean: this says what a type includes."""
    made: dict[tuple[str, str], list[str]] = {}
    for act, rules in codebook.rules.items():
        for rule in rules:
            acts = made.setdefault((rule.type, rule.mode), [])
            if rule.type and act not in acts:
                acts.append(act)
    rows = [
        (f"`{name}`", f"`{mode}`" if mode else "", "; ".join(_told(made.get((name, mode), ()), concepts)))
        for name, one in codebook.types.items()
        for mode in ("", *one.modes)
        if made.get((name, mode))
    ]
    heads = (
        "type",
        "mode",
        "acts, with their meaning; where one stands under several types, its objects and sides decide",
    )
    return _table("What is read as what", heads, rows)


def _told(acts: Iterable[str], concepts: Concepts) -> Iterator[str]:
    return (f"**{act}** ({concepts.acts[act].gloss})" for act in acts)


def _contexts(codebook: Codebook) -> list[tuple[str, str]]:
    return [(f"`{name}`", ", ".join(signs)) for name, signs in codebook.contexts.items()]
