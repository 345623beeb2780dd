"""Put together the parts of a clause that appositions and inserted clauses have parted."""

from dragoman.clauses.predicate import is_bare
from dragoman.clauses.stretch import EMBEDDING, Stretch, is_verb
from dragoman.packs.schema import Concepts


def _set_in(stretch: Stretch, following: Stretch | None, concepts: Concepts) -> bool:
    """Tell whether a report stands between two commas inside a clause ("Russland, sagte der Minister, habe …")."""
    if stretch.sort != "comma" or not stretch.preds or following is None or following.sort != "comma":
        return False
    said = stretch.preds[0]
    opens = said.item is stretch.items[0] and concepts.acts[said.act].kind == "speech"
    return opens and any(i.sort in {"actor", "pron"} for i in stretch.items) and is_verb(following.items[0])


def join(stretches: list[Stretch], concepts: Concepts) -> list[Stretch]:
    """Put together what appositions and clauses in the middle have parted: "Kim, der …, traf Xi"."""
    out: list[Stretch] = []
    waiting: Stretch | None = None
    around: Stretch | None = None
    for stretch, following in zip(stretches, [*stretches[1:], None], strict=True):
        if waiting is not None and not waiting.verbal and _set_in(stretch, following, concepts):
            out.append(stretch)
            continue
        plain = stretch.sort in {"", "comma", "break", "bracket-close", "quote-close", "quote-open"}
        if waiting is not None and around is not None and plain and _resumes(waiting, stretch):
            waiting, around = around, None
        if waiting is not None and plain and _completes(waiting, stretch):
            _take_in(waiting, stretch)
            if waiting.preds and waiting.finite:
                waiting, around = around, None
            continue
        if not stretch.verbal and (stretch.sort == "rel" or plain) and out and out[-1].verbal:
            _take_in(out[-1], stretch)  # an apposition, the rest of a list
            continue
        if not stretch.verbal and stretch.sort in {"rel", "bracket-open"} and waiting is not None:
            continue
        out.append(stretch)
        if stretch.sort not in EMBEDDING | {"bracket-open"}:
            waiting, around = stretch if not stretch.preds or not stretch.finite else None, None
        elif stretch.sort in EMBEDDING and not stretch.verbal and _begun(stretch):
            around = waiting  # "als er Waren, darunter Stahl, mit Zöllen belegte"
            waiting = stretch
    return out


def _begun(stretch: Stretch) -> bool:
    """Tell whether an embedded clause without its verb is more than a lone word before a comma."""
    return len(stretch.items) > 1 or (stretch.sort == "sub" and stretch.items[0].sort in {"actor", "pron"})


def _take_in(stretch: Stretch, more: Stretch) -> None:
    stretch.described |= {i.index for i in more.items if not more.verbal}
    stretch.items += more.items
    stretch.preds += more.preds


def _resumes(waiting: Stretch, stretch: Stretch) -> bool:
    """Tell whether a stretch goes on with the clause around an embedded one, whose verb is a word unknown.

    nl "Malawi, waar de storm toesloeg, vroeg vorige week om tenten": an embedded clause has no verb first.
    """
    return waiting.sort in EMBEDDING and len(stretch.items) > 1 and is_verb(stretch.items[0])


def _completes(waiting: Stretch, stretch: Stretch) -> bool:
    """Tell whether a stretch goes on with a clause that waits for its verb."""
    if waiting.preds or not stretch.verbal:
        return not stretch.verbal
    if waiting.aux:
        return not stretch.aux and any(p.feats & {"participle", "infinitive"} for p in stretch.preds)
    if waiting.sort in EMBEDDING and is_verb(stretch.items[-1]):
        return True  # "als Khan, der …, Indien aufforderte": its verb is the last word
    return stretch.items[0].kind != "np" or not is_bare(stretch.items[0])
