"""Formulas: what their signs, spaces and slots match, and that every formula of every language can match at all."""

from pathlib import Path

import pytest

from dragoman.packs.envelope_file import FORMULA_FIELDS, known_envelopes, load_envelope, read_envelope
from dragoman.packs.yaml_file import BadData
from dragoman.text.formula import Match, compile_formula
from dragoman.text.formula_index import formula_index

FILLED = {
    "text": "some words here", "name": "Anna Miller", "place": "Seoul", "PLACE": "SEOUL", "date": "June 14, 2024",
    "source": "Reuters", "number": "12", "url": "https://example.com/a", "language": "English",
}  # fmt: skip
UNSPACED = {"source": "路透社", "place": "北京", "date": "6月14日", "name": "王明"}


def _read(written: str, line: str, anchor: str = "line") -> Match | None:
    return compile_formula(written).read(line, anchor)


@pytest.mark.parametrize("language", known_envelopes())
def test_every_formula_is_found_and_matches_what_it_describes(language: str) -> None:
    formulas, index = load_envelope(language), formula_index((language,))
    for field in FORMULA_FIELDS:
        for written in getattr(formulas, field):
            line = written
            for slot, words in (FILLED | UNSPACED if language in ("ja", "zh") else FILLED).items():
                line = line.replace(f"{{{slot}}}", words)
            anchor = "start" if field == "dateline" else "any" if field == "attribution_of_source" else "line"
            assert _read(written, line, anchor) is not None, f"{field}: {written!r} does not match {line!r}"
            found = index.candidates(line).get(field, [])
            assert compile_formula(written) in found, f"{field}: {written!r} is not looked up in {line!r}"


@pytest.mark.parametrize(
    ("written", "line", "slots"),
    [
        ("Source: {source}", "Source : Toy Agency", {"source": "Toy Agency"}),
        ("Source: {source}", "SOURCE：Toy Agency |", {"source": "Toy Agency"}),
        ("({source})", "（Toy Agency）", {"source": "Toy Agency"}),
        ("{PLACE} --", "KYIV —", {"PLACE": "KYIV"}),
        ("By {name}", "By Anna van der Berg", {"name": "Anna van der Berg"}),
        ("Updated {date}", "Updated 14/06/2024", {"date": "14/06/2024"}),
        ("Comments ({number})", "Comments (1,204)", {"number": "1,204"}),
    ],
)
def test_signs_match_their_kin_and_slots_are_filled(written: str, line: str, slots: dict[str, str]) -> None:
    match = _read(written, line)
    assert match is not None
    assert {name: value for name, (_, value) in match.slots.items()} == slots
    assert all(line[at:].startswith(value) for at, value in match.slots.values())


@pytest.mark.parametrize(
    ("written", "line"),
    [
        ("By {name}", "By nightfall the talks had failed"),
        ("By {name}", "Byron Miller"),
        ("{PLACE} --", "Kyiv --"),
        ("{PLACE} --", "키이우 --"),
        ("Updated {date}", "Updated yesterday"),
    ],
)
def test_a_slot_refuses_what_it_is_not(written: str, line: str) -> None:
    assert _read(written, line) is None


@pytest.mark.parametrize(
    ("yaml", "complaint"),
    [
        ("byline: ['{name}']", "no words of its own"),
        ("byline: ['By {who}']", "slot 'who'"),
        ("byline: ['By {name']", "without its }"),
        ("months: {13: [x]}", "month 13"),
        ("attribution_of_source: [according to]", "must hold {source}"),
        ("bylines: [x]", "unknown field"),
    ],
)
def test_a_wrong_file_is_refused_with_its_place(tmp_path: Path, yaml: str, complaint: str) -> None:
    path = tmp_path / "envelope.yaml"
    path.write_text(f"language: xx\n{yaml}\n", encoding="utf-8")
    with pytest.raises(BadData, match=complaint.replace("{", "\\{").replace("}", "\\}")):
        read_envelope(path)
