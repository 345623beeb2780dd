"""The seed story, told by a newspaper of each language in its own words, gives the same events.

`seed/<lang>.txt` are the tellings, `expected.yaml` the events, `floors.yaml` what is reached in each language:
`right` core events found, `wrong` events that the story does not tell. Both are exact: what gets better must be written
down, what gets worse is a fault. `python tests/golden/test_seed_story.py [xx]` prints
which events a language misses; with `| grep right` it prints the floors.
"""

import os
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from dragoman.pipeline import Knowledge, analyse, load_knowledge
from dragoman.records import Coding, Document, Entity, Event

HERE = Path(__file__).parent
PUBLISHED = "2024-06-14"
LANGUAGES = sorted(path.stem for path in (HERE / "seed").glob("*.txt"))
EXPECTED: dict[str, dict[str, Any]] = yaml.safe_load((HERE / "expected.yaml").read_text("utf-8"))
FLOORS: dict[str, dict[str, int]] = yaml.safe_load((HERE / "floors.yaml").read_text("utf-8"))


def read_story(language: str, knowledge: Knowledge) -> Coding:
    text = (HERE / "seed" / f"{language}.txt").read_text("utf-8")
    return analyse(Document(f"seed-{language}", text, language, PUBLISHED), knowledge)


def codes(side: tuple[Entity, ...]) -> set[str]:
    return {entity.code or "?" for entity in side}


def fits(event: Event, wanted: dict[str, Any]) -> bool:
    """Tell whether an event is the wanted one: its type and the codes of both sides."""
    if event.type not in {wanted["type"], *wanted.get("also", ())}:
        return False
    actor, recipient = set(wanted.get("actor", ())), set(wanted.get("recipient", ()))
    if wanted["type"] == "CONSULT":
        return codes(event.actor) | codes(event.recipient) == actor | recipient
    loose = wanted.get("loose", ())
    sides = (("actor", codes(event.actor), actor), ("recipient", codes(event.recipient), recipient))
    return all(told == right for side, told, right in sides if side not in loose)


def compare(events: tuple[Event, ...]) -> tuple[dict[str, Event], list[Event]]:
    """Match events to the expected ones, each at most once; return the core ones found, and the wrong events."""
    found: dict[str, Event] = {}
    left = list(events)
    passes = (("core", True), ("core", False), ("arguable", False))  # two visits of one pair differ only in their day
    for part, dated in passes:
        for name, wanted in EXPECTED[part].items():
            fitting = [e for e in left if name not in found and fits(e, wanted)]
            if dated:
                fitting = [e for e in fitting if (e.date or "").startswith(str(wanted.get("when", "")))]
            if fitting:
                left.remove(fitting[0])
                found[name] = fitting[0]
    return {name: event for name, event in found.items() if name in EXPECTED["core"]}, left


@pytest.fixture(scope="module")
def knowledge(compiled_packs: None) -> Knowledge:
    return load_knowledge(cache=Path(os.environ["DRAGOMAN_CACHE"]))


def test_every_telling_has_its_floor_and_no_floor_stands_alone() -> None:
    assert sorted(FLOORS) == LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_telling_gives_the_core_events_of_the_seed_story(language: str, knowledge: Knowledge) -> None:
    coding = read_story(language, knowledge)
    assert coding.error is None
    found, wrong = compare(coding.events)
    missed = {name: wanted["what"] for name, wanted in EXPECTED["core"].items() if name not in found}
    floor = FLOORS[language]
    assert len(found) >= floor["right"], f"{language} has lost core events; not read are {missed}"
    assert len(wrong) <= floor["wrong"], f"{language} tells what did not happen: {[describe(e) for e in wrong]}"
    assert (len(found), len(wrong)) == (floor["right"], floor["wrong"]), (
        f"{language} has got better: write {language}: {{right: {len(found)}, wrong: {len(wrong)}}} "
        "into tests/golden/floors.yaml"
    )


def test_a_wrong_side_is_no_right_event(knowledge: Knowledge) -> None:
    events = read_story("en", knowledge).events
    found, _ = compare(events)
    assert "e6" in found
    wanted = EXPECTED["core"]["e6"]
    assert not fits(found["e6"], {**wanted, "actor": wanted["recipient"], "recipient": wanted["actor"]})


def describe(event: Event) -> str:
    sides = f"{' '.join(sorted(codes(event.actor)))} → {' '.join(sorted(codes(event.recipient)))}"
    return f"{event.type} {sides} ({event.act}, sentence {event.evidence[0].sentence}, {event.status})"


def report(languages: list[str]) -> None:
    """Print for each language what is missed and what is wrong, with the refusals of the sentences."""
    known = load_knowledge(cache=Path(os.environ["DRAGOMAN_CACHE"]) if "DRAGOMAN_CACHE" in os.environ else None)
    for language in languages:
        coding = read_story(language, known)
        found, wrong = compare(coding.events)
        text = coding.document.text
        print(f"{language}: {{right: {len(found)}, wrong: {len(wrong)}}}  {coding.error or ''}")
        for name, wanted in EXPECTED["core"].items():
            if name not in found:
                print(f"   missed {name} {wanted['type']}: {wanted['what']}")
        for event in wrong:
            print(f"   wrong  {describe(event)} {event.evidence[0].trigger.of(text)!r}")
        if len(languages) == 1:
            for event in coding.events:
                print(f"   event  {describe(event)} {event.evidence[0].trigger.of(text)!r} {event.rule}")
            for refusal in coding.refusals:
                print(f"   refused {refusal.sentence} {refusal.concept} {refusal.span.of(text)!r}: {refusal.reason}")


if __name__ == "__main__":
    report(sys.argv[1:] or LANGUAGES)
