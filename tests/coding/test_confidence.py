"""Confidence is a probability worked out from how an event was read, never from its words."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import KOR, PRK, PUTIN, RUS, said_by, told

from dragoman.coding.codebook import load_codebook
from dragoman.coding.confidence import Calibration, confidence, load_calibration, traits
from dragoman.packs.yaml_file import BadData

ACTS = ("attack", "accuse", "meet", "praise", "threaten", "aid")


@given(
    st.lists(st.tuples(st.sampled_from(ACTS), st.integers(0, 20), st.booleans(), st.booleans()), min_size=1, max_size=6)
)
def test_confidence_stays_between_the_bounds_for_every_group_of_tellings(
    given_: list[tuple[str, int, bool, bool]],
) -> None:
    group = [
        told(act, KOR, RUS, sentence=sentence, quoted=quoted, attribution=said_by(PUTIN) if said else ())
        for act, sentence, quoted, said in given_
    ]
    assert 0.01 <= confidence(group) <= 0.99
    assert confidence(group) == confidence(list(reversed(group)))


def test_what_was_read_adds_up_to_the_probability(monkeypatch: pytest.MonkeyPatch) -> None:
    toy = Calibration(1.0, {"quoted": -2.0, "told-again": 0.5, "in-the-lead": 0.5})
    monkeypatch.setattr("dragoman.coding.confidence.load_calibration", lambda: toy)
    plain, quoted = told("attack", KOR, RUS, sentence=5), told("attack", KOR, RUS, sentence=6, quoted=True)
    lead = told("attack", KOR, PRK, sentence=0)
    assert [confidence(group) for group in ([plain], [quoted], [lead], [plain, quoted])] == [0.73, 0.27, 0.82, 0.38]


def test_traits_name_every_type_and_nothing_of_the_words() -> None:
    kinds = {f"type-{name}" for name in load_codebook().types}
    assert {t for t in load_calibration().traits if t.startswith("type-")} <= kinds
    assert "type-ASSAULT" in traits([told("attack", KOR, RUS)])


def test_a_broken_weight_is_named_with_its_file(tmp_path: Path) -> None:
    path = tmp_path / "confidence.yaml"
    path.write_text("bias: much\ntraits: {}\n", "utf-8")
    with pytest.raises(BadData) as caught:
        load_calibration(path)
    assert (caught.value.path, caught.value.where) == (str(path), "$.bias")
