"""The concept list: each concept says what it means, shows it, and stands under wider ones."""

import pytest

from dragoman.packs.load import load_concepts
from dragoman.packs.schema import Act, Role, Thing

CONCEPTS = load_concepts()
LISTS: dict[str, dict[str, Act] | dict[str, Thing] | dict[str, Role]] = {
    "acts": CONCEPTS.acts,
    "things": CONCEPTS.things,
    "roles": CONCEPTS.roles,
}


def is_sentence(text: str) -> bool:
    return text[:1].isupper() and text.endswith(".") and " " in text


@pytest.mark.parametrize("name", LISTS)
def test_every_concept_has_a_gloss_and_an_example_sentence(name: str) -> None:
    bare = [key for key, concept in LISTS[name].items() if not concept.gloss.strip()]
    unshown = [key for key, concept in LISTS[name].items() if not is_sentence(concept.example)]
    assert (bare, unshown) == ([], [])


@pytest.mark.parametrize("name", LISTS)
def test_no_example_serves_two_concepts(name: str) -> None:
    examples = [concept.example for concept in LISTS[name].values()]
    assert len(set(examples)) == len(examples)


@pytest.mark.parametrize("name", LISTS)
def test_every_chain_of_wider_concepts_ends_within_its_list(name: str) -> None:
    for key, concept in LISTS[name].items():
        chain, at = [key], concept.is_
        while at is not None:
            assert at in LISTS[name], f"{chain[-1]} is {at!r}, which is no concept of {name}"
            assert at not in chain, f"the chain of {key} goes round: {chain}"
            chain.append(at)
            at = LISTS[name][at].is_


def test_a_narrower_role_has_the_sector_of_the_wider_or_a_reason() -> None:
    reasons = {
        "ruling-party": "a party that governs acts as the government",
        "neighbour": "the article tells which state",
        "ally": "the article tells which state",
    }
    odd = {k for k, r in CONCEPTS.roles.items() if r.is_ is not None and r.sector != CONCEPTS.roles[r.is_].sector}
    assert odd == set(reasons)


def test_ministers_are_ministers_and_the_list_has_steps() -> None:
    assert CONCEPTS.roles["foreign-minister"].is_ == "minister"
    assert CONCEPTS.things["treaty"].is_ == "agreement"
    assert sum(role.is_ is not None for role in CONCEPTS.roles.values()) >= 35


def test_every_act_names_a_frame_that_exists() -> None:
    assert {act.frame for act in CONCEPTS.acts.values()} <= set(CONCEPTS.frames)
