"""A codebook is data: what is broken in it is named with file and rule, and the built-in one is whole."""

from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml

from dragoman.coding.codebook import Codebook, Rule, load_codebook
from dragoman.packs.load import DATA, load_concepts
from dragoman.packs.world import load_world
from dragoman.packs.yaml_file import BadData

FILES = ("plover.yaml", "acled-like.yaml")
SMALL: dict[str, Any] = {
    "name": "small",
    "version": "1",
    "types": {"HIT": {"quad": 4, "scale": -9, "cameo": "180", "needs": "either", "modes": ["hard"]}},
    "future": {},
    "contexts": {},
    "answers": [],
    "states": [],
    "rules": {"attack": [{"type": "HIT", "mode": "hard"}]},
}
ORGAN_CODES = {"international-community": "stands for all organisations at once: its code is its sector"}
FROM_THE_ARTICLE = {"of", "same", "same-other"}


def written(tmp_path: Path, **changes: Any) -> Path:
    path = tmp_path / "small.yaml"
    path.write_text(yaml.safe_dump({**SMALL, **changes}), "utf-8")
    return path


def used_codes(codebook: Codebook) -> set[str]:
    rules = [rule for rules in codebook.rules.values() for rule in rules]
    return {c for r in rules for side in (r.actor, r.recipient) if not isinstance(side, str) for c in side}


def test_a_small_codebook_without_glosses_is_read(tmp_path: Path) -> None:
    codebook = load_codebook(written(tmp_path))
    assert codebook.rules["attack"] == (Rule(type="HIT", mode="hard"),)
    assert codebook.sectors == {}


@pytest.mark.parametrize(
    ("rule", "says"),
    [
        ({}, "needs either a type or a refuse reason"),
        ({"type": "HIT", "refuse": "no"}, "needs either a type or a refuse reason"),
        ({"type": "HUG"}, "has the type 'HUG'"),
        ({"type": "HIT", "mode": "soft"}, "has the mode 'soft'"),
        ({"type": "HIT", "needs": "three"}, "needs 'three'"),
        ({"type": "HIT", "actor": "somebody"}, "has the actor 'somebody'"),
        ({"type": "HIT", "theme": ["unicorn"]}, "names 'unicorn'"),
    ],
)
def test_a_broken_rule_is_named_with_file_act_and_number(tmp_path: Path, rule: dict[str, Any], says: str) -> None:
    path = written(tmp_path, rules={"attack": [{"type": "HIT"}, rule]})
    with pytest.raises(BadData) as caught:
        load_codebook(path)
    assert (caught.value.path, caught.value.where) == (str(path), "rules.attack[2]")
    assert says in caught.value.what


def test_a_sector_that_the_codebook_does_not_know_is_refused_in_a_rule(tmp_path: Path) -> None:
    rules = {"attack": [{"type": "HIT", "recipient": ["GOV", "GVO"]}]}
    with pytest.raises(BadData, match="'GVO', which is no sector or actor"):
        load_codebook(written(tmp_path, rules=rules, sectors={"GOV": "government"}))


@pytest.mark.parametrize(
    ("changes", "where"),
    [
        ({"rules": {"cuddle": [{"type": "HIT"}]}}, "rules.cuddle"),
        ({"future": {"HIT": "LOVE"}}, "future"),
        ({"contexts": {"odd": ["unicorn"]}}, "contexts.odd"),
        ({"answers": ["unicorn"]}, "answers"),
        ({"states": ["unicorn"]}, "states"),
        ({"modes": {"HIT": {"hard": "with force", "soft": "without"}}}, "modes.HIT"),
        ({"types": {"HIT": {**SMALL["types"]["HIT"], "needs": "love"}}}, "types.HIT"),
    ],
)
def test_a_name_that_stands_for_nothing_is_refused(tmp_path: Path, changes: dict[str, Any], where: str) -> None:
    with pytest.raises(BadData) as caught:
        load_codebook(written(tmp_path, **changes))
    assert caught.value.where == where


def test_an_unknown_field_of_a_rule_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadData, match="colour"):
        load_codebook(written(tmp_path, rules={"attack": [{"type": "HIT", "colour": "red"}]}))


def test_plover_has_its_sixteen_types_in_their_quad_classes() -> None:
    quads: dict[int, set[str]] = {}
    for name, kind in load_codebook().types.items():
        quads.setdefault(kind.quad, set()).add(name)
    assert quads == {
        1: {"AGREE", "CONSULT", "SUPPORT", "CONCEDE"},
        2: {"COOPERATE", "AID", "RETREAT"},
        3: {"REQUEST", "ACCUSE", "REJECT", "THREATEN"},
        4: {"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"},
    }


def test_conflict_scores_below_zero_and_cooperation_above() -> None:
    wrong = [n for n, kind in load_codebook().types.items() if (kind.scale > 0) != (kind.quad in {1, 2})]
    assert wrong == []


def test_every_act_that_makes_events_has_a_rule() -> None:
    codebook, concepts = load_codebook(), load_concepts()
    makers = [name for name, act in concepts.acts.items() if act.kind in {"act", "effect"}]
    assert [name for name in makers if not codebook.rules_of(name, concepts)[1]] == []


def test_an_act_without_rules_of_its_own_takes_those_of_the_wider_act() -> None:
    codebook, concepts = load_codebook(), load_concepts()
    assert "urge" not in codebook.rules
    assert codebook.rules_of("urge", concepts) == ("request", codebook.rules["request"])


def test_every_plover_mode_has_a_gloss() -> None:
    codebook = load_codebook()
    assert {n for n, kind in codebook.types.items() if kind.modes} == set(codebook.modes)
    assert all(gloss for glosses in codebook.modes.values() for gloss in glosses.values())


def test_every_sector_of_roles_world_and_rules_stands_in_the_codebook() -> None:
    codebook, world = load_codebook(), load_world()
    roles = {n: role.sector for n, role in load_concepts().roles.items() if role.sector not in FROM_THE_ARTICLE}
    assert {n for n, sector in roles.items() if sector not in codebook.sectors} == set(ORGAN_CODES)
    assert {o.sector for o in world.organizations.values()} - {None} <= set(codebook.sectors)
    assert used_codes(codebook) <= {*codebook.sectors, *codebook.actors}


def test_every_organisation_has_a_state_or_an_actor_code_of_the_codebook() -> None:
    codebook, world = load_codebook(), load_world()
    known = {*codebook.actors, *world.countries, None}
    assert {o.id: o.code for o in world.organizations.values() if o.code not in known} == {}


@pytest.mark.parametrize("name", FILES)
def test_a_codebook_of_the_package_survives_being_written_and_read(name: str) -> None:
    codebook = load_codebook(DATA / "codebooks" / name)
    assert msgspec.json.decode(msgspec.json.encode(codebook), type=Codebook) == codebook
