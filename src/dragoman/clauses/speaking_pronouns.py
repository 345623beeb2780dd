"""Tell whom pronouns of reports stand for: "it" that says more, "it" that says what it did, "we" and "I" in quotations."""

from collections.abc import Sequence

import msgspec

from dragoman.actors.items import Item
from dragoman.clauses.predicate import Pred
from dragoman.clauses.speech import speakers
from dragoman.packs.schema import Concepts
from dragoman.records import Entity


def says_on(preds: Sequence[Pred], concepts: Concepts, last: Item | None) -> None:
    """Let "it" that says more be the body heard last ("… the agency TAP reported. Two were held, it said")."""
    if last is None or _names_person(last) or last.draft is None or not last.entities:
        return
    for pred in preds:
        if concepts.acts[pred.act].kind == "speech" and not pred.quoted and _is_it(pred.subject):
            assert pred.subject is not None
            _stand_for(pred.subject, last.entities, "who spoke before")


def says_of_its_own(preds: Sequence[Pred], concepts: Concepts) -> list[Pred]:
    """Let "it" be the state or body whose report it opens; list the verbs whose subject was so found.

    "Norway, which met Chad, said it backed Sudan": Norway backed Sudan.
    """
    found = []
    for pred in preds:
        speaker = pred.matrix.subject if pred.matrix is not None else None
        if pred.form != "comp" or pred.matrix is None or concepts.acts[pred.matrix.act].kind != "speech":
            continue
        if _is_it(pred.subject) and speaker is not None and speaker is not pred.subject and _is_body(speaker, concepts):
            assert pred.subject is not None
            _stand_for(pred.subject, speaker.entities, f"{speaker.entities[0].text}, who says so")
            found.append(pred)
    return found


def speak_for_themselves(preds: Sequence[Pred], concepts: Concepts) -> bool:
    """Let "we" and "I" in a quotation stand for the speaker; tell whether any did."""
    found = False
    for pred in preds:
        if not (pred.quoted or pred.speaker):
            continue
        speaker = next(iter(speakers(pred, concepts)), pred.speaker)
        for item in (pred.subject, pred.object):
            if speaker is None or item is None or item.sort != "pron" or item.entities or item.draft is None:
                continue
            if item.draft.pronoun in {"i", "we"} and speaker.entities:
                _stand_for(item, speaker.entities[:1], f"the speaker, {speaker.entities[0].text}")
                found = True
    return found


def _stand_for(pronoun: Item, entities: Sequence[Entity], who: str) -> None:
    pronoun.entities = tuple(msgspec.structs.replace(entity, text=pronoun.text) for entity in entities)
    pronoun.how = f"'{pronoun.text}' is {who}"


def _is_it(item: Item | None) -> bool:
    return item is not None and item.sort == "pron" and item.draft is not None and "it" in item.draft.pronoun.split()


def _names_person(item: Item) -> bool:
    return item.draft is not None and bool(item.draft.persons or item.draft.names)


def _is_body(item: Item, concepts: Concepts) -> bool:
    """Tell whether a phrase names one state or body and nobody in person."""
    if len(item.entities) != 1 or _names_person(item):
        return False
    role = concepts.roles.get(item.entities[0].office or "")
    return role is None or role.kind == "organ"
