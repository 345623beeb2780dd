"""Let a body that says what it did be who did it: "Norway, which met Chad, said it backed Sudan"."""

from collections.abc import Sequence

import msgspec

from dragoman.actors.items import Item
from dragoman.clauses.predicate import Pred
from dragoman.packs.schema import Concepts


def report_of_themselves(preds: Sequence[Pred], concepts: Concepts) -> list[Pred]:
    """Let "it" stand for the state or body whose report it opens; list the verbs whose subject was so found."""
    found = []
    for pred in preds:
        subject, above = pred.subject, pred.matrix
        if pred.form != "comp" or subject is None or above is None or concepts.acts[above.act].kind != "speech":
            continue
        plain = subject.sort == "pron" and subject.draft is not None and subject.draft.pronoun == "it"
        if not plain or above.subject is None or above.subject is subject or not _is_body(above.subject, concepts):
            continue
        speaker = above.subject.entities[0]
        subject.entities = (msgspec.structs.replace(speaker, text=subject.text),)
        subject.how = f"'{subject.text}' is {speaker.text}, who says so"
        found.append(pred)
    return found


def _is_body(item: Item, concepts: Concepts) -> bool:
    """Tell whether a phrase names one state or body and nobody in person."""
    if len(item.entities) != 1 or (item.draft is not None and (item.draft.persons or item.draft.names)):
        return False
    role = concepts.roles.get(item.entities[0].office or "")
    return role is None or role.kind == "organ"
